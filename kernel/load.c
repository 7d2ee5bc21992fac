// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What is done with a state's source: load, run, eval, reload. */
#include <linux/err.h>
#include <linux/string.h>

#include "attach.h"
#include "enter.h"
#include "list.h"
#include "load.h"
#include "run.h"
#include "state.h"

/*
 * Become the one who loads, runs or evals; unlock state->control afterwards.
 *
 * Return: 0; -EBUSY with the reason in @error (or NULL) inside of a script, which would wait for
 * itself; -EINTR by a fatal signal.
 */
static int lock_control(struct klua_state *state, char *error)
{
	if (klua_isinside()) {
		if (error)
			strscpy(error, "called from inside a script", KLUA_ERROR_MAX);
		return -EBUSY;
	}
	return mutex_lock_killable(&state->control);
}

/* ---- loading ---- */

static int load_chunk(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out)
{
	int err;

	if (state->phase != KLUA_LOADING || state->nattached) {
		klua_seterror(state, "the state is loaded already");
		return -EINVAL;
	}
	klua_setnet(state);
	err = klua_runchunk(state, chunk, out);
	if (!err && state->attach_code) {
		struct klua_chunk attach = { .text = state->attach_code,
					     .size = strlen(state->attach_code),
					     .name = "=attach" };

		err = klua_runchunk(state, &attach, out);
	}
	return err ?: klua_attach_commit(state);
}

int klua_load_to(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
		 struct klua_output *out, char *error)
{
	struct klua_chunk c = { .text = chunk, .size = size, .name = chunkname };
	int err;

	err = lock_control(state, error);
	if (err)
		return err;
	err = load_chunk(state, &c, out);
	if (err && error)
		strscpy(error, state->error, KLUA_ERROR_MAX);
	mutex_unlock(&state->control);
	return err;
}

int klua_load(struct klua_state *state, const char *chunk, size_t size, const char *chunkname)
{
	return klua_load_to(state, chunk, size, chunkname, NULL, NULL);
}
EXPORT_SYMBOL_GPL(klua_load);

/* ---- running ---- */

/* The caller holds state->control. */
static int run_chunk(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out)
{
	int err;

	if (state->phase == KLUA_LOADING)
		klua_setnet(state);
	if (state->phase == KLUA_DEAD) { /* it has no VM left that could say so */
		err = state->failure[0] ? -ENOTRECOVERABLE : -ESHUTDOWN;
		klua_seterror_closed(state, err);
	} else {
		err = klua_runchunk(state, chunk, out);
	}
	if (err && READ_ONCE(state->stopping)) {
		klua_seterror_closed(state, -ESHUTDOWN);
		err = -EINTR;
	}
	/* What an anonymous script attached holds from here on. */
	if (state->anonymous && state->phase == KLUA_LOADING) {
		if (err)
			klua_attach_forget(state);
		else if (state->nattached)
			err = klua_attach_commit(state);
	}
	return err;
}

static int run_locked(struct klua_state *state, struct klua_chunk *chunk, struct klua_output *out,
		      char *error)
{
	int err;

	err = lock_control(state, error);
	if (err)
		return err;
	err = run_chunk(state, chunk, out);
	if (err && error)
		strscpy(error, state->error, KLUA_ERROR_MAX);
	mutex_unlock(&state->control);
	return err;
}

int klua_run(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
	     struct klua_output *out, char *error)
{
	struct klua_chunk c = { .text = chunk, .size = size, .name = chunkname };

	return run_locked(state, &c, out, error);
}

int klua_eval(struct klua_state *state, const char *code, size_t size, const char *chunkname,
	      struct klua_output *out, char *error)
{
	struct klua_chunk c = { .text = code, .size = size, .name = chunkname, .eval = true };

	return run_locked(state, &c, out, error);
}

/* ---- replacing ---- */

/* The caller holds old->control: nothing else happens to @old. */
static int reload_chunk(struct klua_state *old, struct klua_chunk *chunk, struct klua_output *out,
			char *error, u64 *id)
{
	struct klua_state *state;
	int err;

	if (old->phase != KLUA_LIVE && old->phase != KLUA_FAILED)
		return -ENOENT;
	state = klua_create_like(old);
	if (IS_ERR(state))
		return PTR_ERR(state);
	mutex_lock_nested(&state->control, SINGLE_DEPTH_NESTING);
	if (state->net != old->net || state->net_cookie != old->net_cookie) {
		klua_seterror(state, "reload: the script was loaded in another network namespace");
		err = -EXDEV;
	} else {
		err = load_chunk(state, chunk, out);
	}
	state->old = NULL;
	if (err && error)
		strscpy(error, state->error, KLUA_ERROR_MAX);
	if (!err && id)
		*id = state->id;
	if (!err && !klua_list_replace(old, state))
		err = -ENOENT; /* klua_stop() waits for us to let it end the old one */
	klua_end(err ? state : old);
	mutex_unlock(&state->control);
	if (err)
		klua_put(state);
	return err;
}

int klua_reload(const char *name, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out, char *error, u64 *id)
{
	struct klua_chunk c = { .text = chunk, .size = size, .name = chunkname };
	struct klua_state *old;
	int err;

	if (error)
		error[0] = '\0';
	if (klua_isinside())
		return -EBUSY;
	old = klua_find(name);
	if (!old)
		return -ENOENT;
	err = mutex_lock_killable(&old->control);
	if (!err) {
		err = old->kernel ? -EBUSY : reload_chunk(old, &c, out, error, id);
		mutex_unlock(&old->control);
	}
	if (!err)
		klua_put(old); /* the name's own reference */
	klua_put(old);
	return err;
}
