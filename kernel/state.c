// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The life of a state: made, loaded, listed, replaced, destroyed. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/nsproxy.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <net/net_namespace.h>

#include "state.h"

void klua_seterror(struct klua_state *state, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(state->error, sizeof(state->error), fmt, args);
	va_end(args);
}

/* klua_sayclosed() - why nothing was entered */
void klua_sayclosed(struct klua_state *state, int err)
{
	if (err == -ENOTRECOVERABLE)
		klua_seterror(state, "the state failed: %s", state->failure);
	else
		klua_seterror(state, err == -EBUSY ? "called from inside a script"
						   : "the state was stopped");
}

const char *klua_error(struct klua_state *state)
{
	return state->error;
}
EXPORT_SYMBOL_GPL(klua_error);

struct klua_state *klua_get(struct klua_state *state)
{
	refcount_inc(&state->refs);
	return state;
}

void klua_put(struct klua_state *state)
{
	if (!refcount_dec_and_test(&state->refs))
		return;
	if (state->ring)
		klua_ring_put(state->ring);
	kfree(state->allow);
	kvfree(state->tail);
	kfree(state);
}

/* ---- making ---- */

static bool is_name(const char *name)
{
	size_t n =
		name ? strspn(name,
			      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
		     : 0;

	return n && n < KLUA_NAME_MAX && !name[n];
}

/* The VMs are ours alone. */
static void close_vms(struct klua_state *state)
{
	unsigned int i;

	mutex_lock(&state->view);
	for (i = 0; i < state->nvms; i++) {
		if (state->vms[i])
			klua_vm_free(state->vms[i]);
		state->vms[i] = NULL;
	}
	state->first = NULL;
	kvfree(state->vms);
	state->vms = NULL;
	state->nvms = 0;
	mutex_unlock(&state->view);
	klua_forget(state);
	klua_defer_drain(); /* bindings stay until their objects are given back */
	klua_order_drop(state);
	klua_dropuses(state);
}

static int open_vms(struct klua_state *state)
{
	unsigned int i, n = state->percpu ? nr_cpu_ids : 1;

	state->vms = kvcalloc(n, sizeof(*state->vms), GFP_KERNEL);
	if (!state->vms)
		return -ENOMEM;
	state->nvms = n;
	for (i = 0; i < state->nvms; i++) {
		struct klua_vm *vm;

		if (state->percpu && !cpu_possible(i))
			continue;
		vm = klua_vm_new(state, i);
		if (IS_ERR(vm))
			return PTR_ERR(vm);
		state->vms[i] = vm;
		if (!state->first)
			state->first = vm;
	}
	return 0;
}

/* The task that loads holds its network namespace while it does; nobody does before or after. */
void klua_setnet(struct klua_state *state)
{
	state->net = current->nsproxy ? current->nsproxy->net_ns : &init_net;
	state->net_cookie = state->net->net_cookie;
}

static void set_options(struct klua_state *state, const struct klua_options *options)
{
	strscpy(state->name, options->name, sizeof(state->name));
	state->asked = options->context;
	state->context = options->context;
	state->fixed = options->context != KLUA_SLEEPABLE;
	state->memory = options->memory ?: KLUA_MEMORY_DEFAULT;
	state->budget = options->budget ?: KLUA_BUDGET_DEFAULT;
	state->load_budget = options->load_budget ?: KLUA_LOAD_BUDGET_DEFAULT;
	state->percpu = options->percpu;
	klua_setnet(state);
}

static bool within_limits(const struct klua_options *options)
{
	bool atomic = options->context == KLUA_ATOMIC;

	return options->memory <= (atomic ? KLUA_ATOMIC_MEMORY_MAX : KLUA_MEMORY_MAX) &&
	       options->budget <= (atomic ? KLUA_ATOMIC_BUDGET_MAX : KLUA_BUDGET_MAX) &&
	       options->load_budget <= KLUA_BUDGET_MAX;
}

static struct klua_state *alloc_state(const struct klua_options *options)
{
	struct klua_state *state;

	if (!within_limits(options))
		return ERR_PTR(-ERANGE);
	if (!is_name(options->name) || options->context > KLUA_ATOMIC || options->budget < 0 ||
	    options->load_budget < 0)
		return ERR_PTR(-EINVAL);
	state = kzalloc(sizeof(*state), GFP_KERNEL);
	if (!state)
		return ERR_PTR(-ENOMEM);
	refcount_set(&state->refs, 1);
	mutex_init(&state->control);
	mutex_init(&state->view);
	INIT_LIST_HEAD(&state->list);
	INIT_LIST_HEAD(&state->uses);
	INIT_LIST_HEAD(&state->order);
	INIT_WORK(&state->fail_work, klua_fail_state);
	ratelimit_state_init(&state->printk_limit, 5 * HZ, 5);
	ratelimit_set_flags(&state->printk_limit, RATELIMIT_MSG_ON_RELEASE);
	ratelimit_state_init(&state->trace_limit, HZ, 5);
	ratelimit_set_flags(&state->trace_limit, RATELIMIT_MSG_ON_RELEASE);
	set_options(state, options);
	state->ring = klua_ring_new();
	if (options->allow)
		state->allow = kstrdup(options->allow, GFP_KERNEL);
	if (!state->ring || (options->allow && !state->allow) || open_vms(state)) {
		close_vms(state);
		klua_put(state);
		return ERR_PTR(-ENOMEM);
	}
	return state;
}

static struct klua_state *create(const struct klua_options *options)
{
	struct klua_state *state;
	int err;

	state = alloc_state(options);
	if (IS_ERR(state))
		return state;
	err = klua_list(state);
	if (err) {
		klua_destroy(state);
		return ERR_PTR(err);
	}
	return state;
}

struct klua_state *klua_create(const struct klua_options *options)
{
	struct klua_state *state = create(options);

	if (!IS_ERR(state))
		state->owned = true;
	return state;
}
EXPORT_SYMBOL_GPL(klua_create);

struct klua_state *klua_create_listed(const struct klua_options *options)
{
	return create(options);
}

struct klua_state *klua_create_anonymous(const struct klua_options *options)
{
	struct klua_state *state = alloc_state(options);

	if (!IS_ERR(state))
		state->anonymous = true;
	return state;
}

int klua_setattach(struct klua_state *state, const char *code, size_t size)
{
	char *copy = kvmalloc(size + 1, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	memcpy(copy, code, size);
	copy[size] = '\0';
	kvfree(state->tail);
	state->tail = copy;
	return 0;
}

/* ---- loading ---- */

static int load(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out)
{
	struct klua_chunk c = { .text = chunk, .size = size, .name = chunkname };
	int err;

	if (state->phase != KLUA_LOADING || state->nattached) {
		klua_seterror(state, "the state is loaded already");
		return -EINVAL;
	}
	klua_setnet(state);
	err = klua_runchunk(state, &c, out);
	if (!err && state->tail) {
		c = (struct klua_chunk){ .text = state->tail,
					 .size = strlen(state->tail),
					 .name = "=attach" };
		err = klua_runchunk(state, &c, out);
	}
	return err ?: klua_commit(state);
}

/*
 * klua_control() - become the one who loads, runs or evals; unlock state->control afterwards
 * @error: result: the reason for -EBUSY (KLUA_ERROR_MAX bytes), or NULL
 *
 * Return: 0; -EBUSY inside of a script, which would wait for itself; -EINTR by a fatal signal.
 */
int klua_control(struct klua_state *state, char *error)
{
	if (klua_isinside()) {
		if (error)
			strscpy(error, "called from inside a script", KLUA_ERROR_MAX);
		return -EBUSY;
	}
	return mutex_lock_killable(&state->control);
}

int klua_load_to(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
		 struct klua_output *out, char *error)
{
	int err;

	err = klua_control(state, error);
	if (err)
		return err;
	err = load(state, chunk, size, chunkname, out);
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

/* ---- ending ---- */

/* The caller holds state->control; the state is in no list. */
static void destroy(struct klua_state *state)
{
	klua_detach(state);
	WRITE_ONCE(state->stopping, false); /* finalizers run to their end */
	close_vms(state);
}

void klua_destroy(struct klua_state *state)
{
	if (WARN_ON_ONCE(klua_isinside()))
		return; /* a script would wait for itself */
	WRITE_ONCE(state->stopping, true);
	mutex_lock(&state->control);
	klua_unlist(state);
	destroy(state);
	mutex_unlock(&state->control);
	klua_ring_close(state->ring);
	klua_put(state);
}
EXPORT_SYMBOL_GPL(klua_destroy);

int klua_stop(const char *name)
{
	struct klua_state *state;
	int err;

	if (klua_isinside())
		return -EBUSY;
	state = klua_claim(name, &err);
	if (state)
		klua_destroy(state);
	return err;
}

/* ---- replacing ---- */

/* A new state with the options of @old, which keeps the name until klua_supplant(). */
static struct klua_state *renew(struct klua_state *old)
{
	struct klua_options options = {
		.name = old->name,
		.context = old->asked,
		.memory = old->memory,
		.budget = old->budget,
		.load_budget = old->load_budget,
		.allow = old->allow,
		.percpu = old->percpu,
	};
	struct klua_state *state = alloc_state(&options);

	if (IS_ERR(state))
		return state;
	if (old->tail && klua_setattach(state, old->tail, strlen(old->tail))) {
		destroy(state);
		klua_put(state);
		return ERR_PTR(-ENOMEM);
	}
	klua_ring_put(state->ring);
	state->ring = old->ring;
	refcount_inc(&old->ring->users);
	state->old = old;
	return state;
}

/* The caller holds old->control: nothing else happens to @old. */
static int reload(struct klua_state *old, struct klua_chunk *chunk, struct klua_output *out,
		  char *error)
{
	struct klua_state *state;
	int err;

	if (old->phase != KLUA_LIVE && old->phase != KLUA_FAILED)
		return -ENOENT;
	state = renew(old);
	if (IS_ERR(state))
		return PTR_ERR(state);
	mutex_lock_nested(&state->control, SINGLE_DEPTH_NESTING);
	if (state->net != old->net || state->net_cookie != old->net_cookie) {
		klua_seterror(state, "reload: the script was loaded in another network namespace");
		err = -EXDEV;
	} else {
		err = load(state, chunk->text, chunk->size, chunk->name, out);
	}
	state->old = NULL;
	if (err && error)
		strscpy(error, state->error, KLUA_ERROR_MAX);
	if (!err && !klua_supplant(old, state))
		err = -ENOENT; /* klua_stop() waits for us to let it end the old one */
	destroy(err ? state : old);
	mutex_unlock(&state->control);
	if (err)
		klua_put(state);
	return err;
}

int klua_reload(const char *name, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out, char *error)
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
		err = old->owned ? -EBUSY : reload(old, &c, out, error);
		mutex_unlock(&old->control);
	}
	if (!err)
		klua_put(old); /* the name's own reference */
	klua_put(old);
	return err;
}
