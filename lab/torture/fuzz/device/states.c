// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The runtime as the device sees it: states that hold nothing, and look at everything that they are
 * given. What the device promises is checked here.
 */
#include "fuzz.h"
#include "world.h"
#include "info.h"
#include "life.h"
#include "list.h"
#include "load.h"
#include "log.h"
#include "uapi/klua.h"

#define STATES 3

struct klua_state {
	char name[KLUA_NAME_MAX];
	int references;
	bool listed;
};

static struct klua_state states[STATES];

/* Reads every byte, so that the sanitizer does. */
static void look_at(const char *text, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++)
		world.sum += text[i];
}

struct klua_state *klua_get(struct klua_state *state)
{
	state->references++;
	world.states++;
	return state;
}

void klua_put(struct klua_state *state)
{
	assert(state->references > 0);
	state->references--;
	world.states--;
}

u64 klua_id(const struct klua_state *state)
{
	return state - states + 1;
}

struct klua_state *klua_find(const char *name)
{
	int i;

	assert(strlen(name) < KLUA_NAME_SIZE);
	for (i = 0; i < STATES; i++)
		if (states[i].listed && !strcmp(states[i].name, name))
			return klua_get(&states[i]);
	return NULL;
}

struct klua_state *klua_next(const char *after)
{
	struct klua_state *next = NULL;
	int i;

	assert(strlen(after) < KLUA_NAME_SIZE);
	for (i = 0; i < STATES; i++)
		if (states[i].listed && strcmp(states[i].name, after) > 0 &&
		    (!next || strcmp(states[i].name, next->name) < 0))
			next = &states[i];
	return next ? klua_get(next) : NULL;
}

static struct klua_state *create(const struct klua_options *options, bool listed)
{
	int i;

	assert(options->memory <= SIZE_MAX / 2);
	assert(options->budget >= 0 && options->load_budget >= 0);
	assert(strlen(options->name) < KLUA_NAME_SIZE);
	assert(!options->allow || strlen(options->allow) <= KLUA_ALLOW_MAX);
	if (!options->name[0])
		return ERR_PTR(-EINVAL);
	for (i = 0; i < STATES; i++)
		if (states[i].listed && listed && !strcmp(states[i].name, options->name))
			return ERR_PTR(-EEXIST);
	for (i = 0; i < STATES && states[i].references; i++)
		;
	if (i == STATES || fuzz_below(8) == 0)
		return ERR_PTR(-ENOMEM);
	strcpy(states[i].name, options->name);
	states[i].listed = listed;
	return klua_get(&states[i]);
}

struct klua_state *klua_create_listed(const struct klua_options *options)
{
	return create(options, true);
}

struct klua_state *klua_create_anonymous(const struct klua_options *options)
{
	return create(options, false);
}

void klua_destroy(struct klua_state *state)
{
	state->listed = false;
	klua_put(state);
}

int klua_set_attach_code(struct klua_state *state, const char *code, size_t size)
{
	(void)state;
	assert(size <= KLUA_ATTACH_MAX);
	look_at(code, size);
	return fuzz_below(8) ? 0 : -ENOMEM;
}

/* What all that runs code has in common: it prints, and ends in one way or another. */
static int run(const char *chunk, size_t size, const char *name, struct klua_output *out,
	       char *error)
{
	static const int ends[] = { 0, 0, -EINVAL, -EINTR, -ENOMEM, -ENOEXEC, -EBUSY };
	static char printed[9000];
	int err = ends[fuzz_below(COUNT(ends))];

	assert(size <= KLUA_CODE_MAX);
	look_at(chunk, size);
	look_at(name, strlen(name) + 1);
	out->write(out, printed, fuzz_byte() * 35);
	memset(error, 'e', KLUA_ERROR_MAX);
	error[fuzz_byte() * 4] = '\0';
	error[KLUA_ERROR_MAX - 1] = '\0';
	return err;
}

int klua_load_to(struct klua_state *state, const char *chunk, size_t size, const char *name,
		 struct klua_output *out, char *error)
{
	(void)state;
	return run(chunk, size, name, out, error);
}

int klua_run(struct klua_state *state, const char *chunk, size_t size, const char *name,
	     struct klua_output *out, char *error)
{
	assert(state->references > 0);
	return fuzz_below(16) ? run(chunk, size, name, out, error) : -ESHUTDOWN;
}

int klua_eval(struct klua_state *state, const char *chunk, size_t size, const char *name,
	      struct klua_output *out, char *error)
{
	return klua_run(state, chunk, size, name, out, error);
}

int klua_reload(const char *name, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out, char *error, u64 *id)
{
	struct klua_state *state = klua_find(name);

	if (!state)
		return -ENOENT;
	klua_put(state);
	*id = klua_id(state);
	return run(chunk, size, chunkname, out, error);
}

int klua_stop(const char *name)
{
	struct klua_state *state = klua_find(name);

	if (!state)
		return -ENOENT;
	klua_put(state);
	klua_destroy(state);
	return 0;
}

ssize_t klua_log_read(struct klua_state *state, u64 *pos, char *buf, size_t size, bool wait)
{
	size_t n = fuzz_byte() * 300;

	(void)state;
	if (wait && fuzz_below(4) == 0)
		return -ERESTARTSYS;
	n = n < size ? n : size;
	memset(buf, 'l', n);
	*pos += n;
	return n;
}

int klua_info(struct klua_state *state, struct klua_info *info)
{
	struct klua_attachment_info *at;

	memset(info, 0, sizeof(*info));
	strcpy(info->name, state->name);
	memset(info->allow, 'a', sizeof(info->allow) - 1);
	info->nattachments = fuzz_below(3);
	info->attachments = shim_alloc(info->nattachments * sizeof(*at), true);
	if (!info->attachments)
		return -ENOMEM;
	for (at = info->attachments; at < info->attachments + info->nattachments; at++)
		memset(at->error, 'e', sizeof(at->error) - 1);
	return 0;
}

void klua_info_free(struct klua_info *info)
{
	shim_free(info->attachments);
}

void world_end(void)
{
	int i;

	for (i = 0; i < STATES; i++) {
		if (states[i].listed)
			klua_destroy(&states[i]);
		assert(states[i].references == 0);
	}
}
