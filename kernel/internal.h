/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * internal.h: what the files of klua.ko share and no binding sees.
 *
 * Locks, outermost first: state->control (loading, run, eval, reload, destroy: one at a time for a
 * state; of two states only at reload, the old one's first), state->view (its VMs and attachments
 * stay), a VM's lock, the ring's. The list's lock and the bindings' are innermost. A host's attach
 * and detach run under state->control alone.
 */
#ifndef KLUA_INTERNAL_H
#define KLUA_INTERNAL_H

#include <linux/mutex.h>
#include <linux/ratelimit.h>
#include <linux/refcount.h>
#include <linux/spinlock.h>
#include <linux/wait.h>

#include "klua.h"

#define KLUA_NAME_MAX 64    /* bytes of a state's name, its NUL included */
#define KLUA_ERROR_MAX 1024 /* bytes of an error's text (traceback included), its NUL included */
#define KLUA_FAILURE_MAX 128 /* bytes of why a state failed, its NUL included */

/* ---- what the device needs ---- */

/**
 * struct klua_output - where `print` goes while the tool runs code
 * @write: takes a piece of text. May be called with bottom halves off: neither sleeps nor raises
 * @stop: set by another thread when the code shall end (Ctrl-C); it ends as if its budget were
 *   spent
 */
struct klua_output {
	void (*write)(struct klua_output *out, const char *text, size_t size);
	bool stop;
};

/**
 * klua_find() - a published state by name, with a reference, or NULL. klua_put() gives the
 * reference back.
 */
struct klua_state *klua_find(const char *name);
struct klua_state *klua_get(struct klua_state *state);
void klua_put(struct klua_state *state);

/**
 * klua_next() - walk the published states, in order of their loading
 * @prev: the one before (its reference is given back), or NULL to start
 *
 * Return: the next one, with a reference, or NULL at the end.
 */
struct klua_state *klua_next(struct klua_state *prev);

/**
 * klua_create_listed() - klua_create() for the device: once loaded, klua_stop() and klua_reload()
 * may end it
 */
struct klua_state *klua_create_listed(const struct klua_options *options);

/**
 * klua_create_anonymous() - a state for `klua FILE`: never listed, no name
 *
 * klua_run() and klua_eval() on it may require and attach, until a chunk has attached something;
 * what a chunk attached is made when it has succeeded. klua_destroy() ends it. @options->name is
 * for messages, not checked for uniqueness.
 */
struct klua_state *klua_create_anonymous(const struct klua_options *options);

/**
 * klua_setattach() - code to run after the chunk in klua_load_to() and at each klua_reload() of
 *   this state
 *
 * For `--attach`. Before klua_load_to(). Copied. Return: 0 or -ENOMEM.
 */
int klua_setattach(struct klua_state *state, const char *code, size_t size);

/**
 * klua_load_to() - klua_load() with a sink for `print` and for the error
 * @out: or NULL: the ring
 * @error: KLUA_ERROR_MAX bytes for the text of the error, or NULL
 */
int klua_load_to(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
		 struct klua_output *out, char *error);

/**
 * klua_run() - run a chunk in every VM of a state, in the script's globals, under its lock and the
 *   load budget
 *
 * In an atomic state it runs with bottom halves off, hence with at most KLUA_ATOMIC_BUDGET_MAX.
 * Process context. Return: 0, or -errno with the text in @error: -ENOEXEC syntax error, -EINVAL
 * error of the script, -EINTR budget spent or stopped, -ENOMEM quota, -ESHUTDOWN destroyed
 * meanwhile, -ENOTRECOVERABLE the state failed, -EBUSY called from inside a state.
 * @out and @error as in klua_load_to().
 */
int klua_run(struct klua_state *state, const char *chunk, size_t size, const char *chunkname,
	     struct klua_output *out, char *error);

/**
 * klua_eval() - as klua_run(); prints the values of expressions, as Lua's REPL does ("return CODE"
 *   is tried first)
 *
 * Where a state has a VM for each CPU, each line of values is marked "[CPU] ".
 */
int klua_eval(struct klua_state *state, const char *code, size_t size, const char *chunkname,
	      struct klua_output *out, char *error);

/**
 * klua_reload() - run a new script in a new state with the same options; on success it takes the
 *   old one's place
 *
 * On an error the old one stays in force. The ring is kept, counters start again. Return: as
 * klua_load_to(); -ENOENT: no such state.
 */
int klua_reload(const char *name, const char *chunk, size_t size, const char *chunkname,
		struct klua_output *out, char *error);

/**
 * klua_stop() - destroy a published state by name. Return: 0, -ENOENT, or -EBUSY (its C owner keeps
 * it).
 */
int klua_stop(const char *name);

/**
 * klua_log_read() - read a state's ring
 * @pos: bytes ever written up to which the reader has read; 0 at first; advanced. Lines lost are
 *   skipped
 * @wait: sleep until there is something
 *
 * Return: bytes copied to @buf (kernel memory); 0: nothing there (with @wait: the state is gone);
 * -ERESTARTSYS.
 */
ssize_t klua_log_read(struct klua_state *state, u64 *pos, char *buf, size_t size, bool wait);

/**
 * struct klua_attachment_info - an attachment in klua_info()
 * @callback: "BINDING.CALLBACK"
 * @options: as text, when the callback describes them
 * @calls: calls begun
 * @causes: calls without result, for each enum klua_cause
 * @backoff_ms: rests for so long yet; 0: armed
 * @error: text of the last error, or ""
 * @function: name of the global that is called, or "" when a function was attached
 * @counters: what the host counts; an empty name ends them
 */
struct klua_attachment_info {
	char callback[64];
	char options[128];
	u64 calls;
	u64 causes[KLUA_CAUSES];
	unsigned int backoff_ms;
	char error[256];
	char function[64];
	struct {
		char name[24];
		u64 value;
	} counters[KLUA_COUNTERS_MAX];
};

/**
 * struct klua_info - a snapshot of a state
 * @used: bytes of Lua memory in all VMs, @peak: the highest so far (sum of the VMs' own), @quota:
 *   of each VM
 */
struct klua_info {
	char name[KLUA_NAME_MAX];
	enum klua_context context;
	bool percpu;
	bool owned; /* made by a subsystem through the KPI */
	unsigned int vms;
	size_t used, peak, quota;
	s64 budget, load_budget;
	char allow[128];
	char failure[KLUA_FAILURE_MAX]; /* why it failed as a whole, or "" */
	unsigned int nattachments; /* bounded: KLUA_ATTACHMENTS_MAX */
	struct klua_attachment_info *attachments;
};

/**
 * klua_info() - take a snapshot. Return: 0 or -ENOMEM. klua_info_free() frees what it points to.
 */
int klua_info(struct klua_state *state, struct klua_info *info);
void klua_info_free(struct klua_info *info);

const char *klua_causename(enum klua_cause cause);       /* "error", "budget", … */
const char *klua_contextname(enum klua_context context); /* "sleepable", "noio", "atomic" */

int klua_device_init(void); /* device.c */
void klua_device_exit(void);

#endif
