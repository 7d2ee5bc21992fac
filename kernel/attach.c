// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Attachments: recorded while a script loads, made together when it has succeeded, undone together.
 */
#include <linux/atomic.h>
#include <linux/err.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "attach.h"
#include "enter.h"
#include "frame.h"
#include "limit.h"
#include "binding.h"
#include "order.h"
#include "require.h"
#include "state.h"

static void free_attached(struct klua_attached *at)
{
	kfree(at->pub.options);
	kfree(at->where);
	kfree(at);
}

static int record_attachment(struct klua_state *state, const struct klua_callback *callback,
			     const void *options, size_t size, const char *where)
{
	unsigned int n = state->nattached;
	struct klua_attached **list, *at;
	int err;

	list = krealloc_array(state->attached, n + 1, sizeof(*list), GFP_KERNEL);
	if (!list)
		return -ENOMEM;
	state->attached = list;
	at = kzalloc(sizeof(*at), GFP_KERNEL);
	if (!at)
		return -ENOMEM;
	at->pub.options = kmemdup(options, size, GFP_KERNEL);
	at->where = kstrdup(where, GFP_KERNEL);
	err = (at->pub.options || !size) && at->where ? klua_use(state, callback->owner) : -ENOMEM;
	if (err) {
		free_attached(at);
		return err;
	}
	at->pub.state = state;
	at->pub.callback = callback;
	at->pub.net = state->net;
	at->pub.index = n;
	list[n] = at;
	state->nattached = n + 1;
	return 0;
}

/*
 * Pushes where the script calls attach, as a message begins. The tool's --attach has no file: it
 * names its code as the user wrote it.
 */
static const char *push_where(lua_State *L)
{
	lua_Debug ar;

	if (lua_getstack(L, 1, &ar) && lua_getinfo(L, "S", &ar) && !strncmp(ar.source, "=--", 3))
		return lua_pushfstring(L, "%s: ", ar.source + 1);
	luaL_where(L, 1);
	return lua_tostring(L, -1);
}

static void check_context(lua_State *L, struct klua_state *state,
			  const struct klua_callback *callback)
{
	if (state->context_fixed && state->context != callback->context)
		luaL_error(L, "%s: runs in %s context, this state in %s", callback->name,
			   klua_contextname(callback->context), klua_contextname(state->context));
}

static void check_limits(lua_State *L, const struct klua_state *state,
			 const struct klua_callback *callback)
{
	const struct klua_options asked = {
		.context = callback->context,
		.memory = state->memory,
		.budget = state->budget,
	};
	char text[128];

	if (klua_check_limits(&asked, text, sizeof(text)))
		luaL_error(L, "%s: %s", callback->name, text);
}

static void check_order(lua_State *L, struct klua_state *state,
			const struct klua_callback *callback)
{
	const char *lock = NULL;

	switch (klua_order_hold(state, callback->holds, &lock)) {
	case 0:
		break;
	case -EDEADLK:
		luaL_error(L, "%s: who waits for it may hold %s, which functions of scripts take",
			   callback->name, lock);
		break;
	default:
		luaL_error(L, "not enough memory");
	}
}

/*
 * From here on nothing collects garbage: a finalizer may attach as well, and each call takes the
 * next number.
 */
static void append_attachment(lua_State *L, struct klua_vm *vm,
			      const struct klua_callback *callback, const void *options,
			      size_t size, const char *where)
{
	struct klua_state *state = vm->state;
	unsigned int n = vm->pending;

	check_context(L, state, callback);
	check_limits(L, state, callback);
	if (n == KLUA_ATTACHMENTS_MAX)
		luaL_error(L, "%s: a script attaches at most %d times", callback->name, n);
	if (vm == state->first)
		check_order(L, state, callback);
	lua_rawseti(L, -2, n + 1);
	if (vm == state->first) {
		switch (record_attachment(state, callback, options, size, where)) {
		case 0:
			break;
		case -ENOMEM:
			luaL_error(L, "not enough memory");
			break;
		default:
			luaL_error(L, "%s: its module is going away", callback->name);
		}
		state->context = callback->context;
	} else if (n >= state->nattached || state->attached[n]->pub.callback != callback) {
		luaL_error(L, "%s: the copies of the script attach differently", callback->name);
	}
	state->context_fixed = true;
	vm->pending = n + 1;
}

void klua_attach(lua_State *L, const struct klua_callback *callback, int idx, const void *options,
		 size_t size)
{
	struct klua_vm *vm = klua_vm(L);
	int type = lua_type(L, idx);
	const char *where;

	if (!vm->open)
		luaL_error(L, "%s: attach only while the script is loading", callback->name);
	if (type != LUA_TFUNCTION && type != LUA_TSTRING)
		luaL_error(L, "%s: function or the name of a global expected, got %s",
			   callback->name, lua_typename(L, type));
	idx = lua_absindex(L, idx);
	where = push_where(L);
	lua_getfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_pushvalue(L, idx);
	append_attachment(L, vm, callback, options, size, where);
	lua_pop(L, 2);
}
EXPORT_SYMBOL_GPL(klua_attach);

/* The attachment of the state being replaced that @at succeeds: of the same callback and order. */
static struct klua_attached *predecessor(struct klua_attached *at)
{
	struct klua_state *state = at->pub.state, *old = state->old;
	unsigned int i, skip = 0;

	if (!old)
		return NULL;
	for (i = 0; i < at->pub.index; i++)
		skip += state->attached[i]->pub.callback == at->pub.callback;
	for (i = 0; i < old->nattached; i++)
		if (old->attached[i]->pub.callback == at->pub.callback && !skip--)
			return old->attached[i]->made ? old->attached[i] : NULL;
	return NULL;
}

/* Snapshots ask a host to count only between its attach and its detach. */
static void set_made(struct klua_attached *at, bool made)
{
	struct klua_state *state = at->pub.state;

	mutex_lock(&state->shape);
	at->made = made;
	mutex_unlock(&state->shape);
}

static int replace_one(struct klua_attached *old, struct klua_attached *at)
{
	int err;

	set_made(old, false);
	err = at->pub.callback->host->replace(&at->pub, &old->pub);
	set_made(err ? old : at, true);
	return err;
}

static int attach_one(struct klua_attached *at)
{
	const struct klua_host *host = at->pub.callback->host;
	struct klua_attached *old = host->replace ? predecessor(at) : NULL;
	int err;

	if (old) {
		err = replace_one(old, at);
		if (!err)
			at->replaced = old;
		return err;
	}
	err = host->attach(&at->pub);
	if (!err)
		set_made(at, true);
	return err;
}

static void detach_one(struct klua_attached *at)
{
	struct klua_attached *old = at->replaced;

	if (!at->made)
		return;
	at->replaced = NULL;
	/*
	 * A host that took over from the old one and cannot give it back leaves the kernel's
	 * default.
	 */
	if (old && !replace_one(at, old))
		return;
	set_made(at, false);
	at->pub.callback->host->detach(&at->pub);
}

static void detach_all(struct klua_state *state)
{
	unsigned int i;

	for (i = state->nattached; i-- > 0;) /* bounded: KLUA_ATTACHMENTS_MAX */
		detach_one(state->attached[i]);
}

/* Waits until nobody is inside; nobody comes any more: the state is dead, or has failed. */
static void wait_for_calls(struct klua_state *state)
{
	struct klua_vm *vm;
	unsigned int i;

	if (state->nattached)
		synchronize_rcu_expedited(); /* others wait for their turn to load or to stop */
	klua_for_each_vm(vm, state, i)
		WARN_ON(!IS_ERR(klua_vm_lock(vm)));
}

void klua_attach_end(struct klua_state *state)
{
	detach_all(state);
	WRITE_ONCE(state->phase, KLUA_DEAD);
	wait_for_calls(state);
}

void klua_attach_undo(struct klua_state *state)
{
	detach_all(state);
	wait_for_calls(state);
}

void klua_attach_forget(struct klua_state *state)
{
	struct klua_vm *vm;
	unsigned int i;

	klua_for_each_vm(vm, state, i)
		vm->pending = 0;
	mutex_lock(&state->shape);
	for (i = 0; i < state->nattached; i++)
		free_attached(state->attached[i]);
	kfree(state->attached);
	state->attached = NULL;
	state->nattached = 0;
	mutex_unlock(&state->shape);
	klua_order_detach(state);
	state->context = state->asked;
	state->context_fixed = state->asked != KLUA_CONTEXT_SLEEPABLE;
}

int klua_refuse(struct klua_attachment *pub, const char *fmt, ...)
{
	struct klua_attached *at = container_of(pub, struct klua_attached, pub);
	va_list args;

	va_start(args, fmt);
	vscnprintf(at->why, sizeof(at->why), fmt, args);
	va_end(args);
	return -EINVAL;
}
EXPORT_SYMBOL_GPL(klua_refuse);

static void set_refusal(struct klua_state *state, const struct klua_attached *at, int err)
{
	char number[24];

	klua_seterror(state, "%s%s: %s", at->where, at->pub.callback->name,
		      at->why[0] ? at->why : klua_errname(err, number, sizeof(number)));
}

static int attach_all(struct klua_state *state)
{
	unsigned int i;
	int err;

	for (i = 0; i < state->nattached; i++) {
		err = attach_one(state->attached[i]);
		if (err) {
			set_refusal(state, state->attached[i], err);
			return err;
		}
	}
	for (i = 0; i < state->nattached; i++)
		state->attached[i]->replaced = NULL;
	return 0;
}

/* From here on the VM runs in the context of its callbacks. */
static void set_context(struct klua_vm *vm)
{
	vm->context = vm->state->context;
	vm->gfp = vm->state->atomic ? GFP_ATOMIC | __GFP_NOWARN : KLUA_GFP;
}

int klua_attach_commit(struct klua_state *state)
{
	struct klua_vm *vm;
	unsigned int i;
	int err = 0;

	mutex_lock(&state->shape);
	klua_for_each_vm(vm, state, i) {
		err = klua_frames_init(vm);
		if (err)
			break;
	}
	if (!err) {
		state->atomic = state->context == KLUA_CONTEXT_ATOMIC;
		klua_for_each_vm(vm, state, i)
			set_context(vm);
		if (cmpxchg(&state->phase, KLUA_LOADING, KLUA_LIVE) != KLUA_LOADING) {
			err = -ENOTRECOVERABLE; /* in an entry of its maker's, meanwhile */
			klua_seterror_closed(state, err);
		}
	}
	mutex_unlock(&state->shape);
	if (err)
		goto fail;
	err = attach_all(state);
	if (!err)
		return 0;
fail:
	klua_attach_end(state);
	return err;
}
