// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Makes a VM ready for calls: all that a call needs is put on the VM's stack once, to stay there.
 *
 * A C function that begins with an empty stack and returns all of it leaves each value, in the
 * frame of its caller, at the same index that it had inside: thus prepare() can note indices, and
 * raise.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "attach.h"
#include "budget.h"
#include "cause.h"
#include "enter.h"
#include "frame.h"
#include "guard.h"
#include "state.h"

static void push_base(lua_State *L)
{
	lua_pushcfunction(L, klua_traceback);
	lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static void prepare_frame(lua_State *L, struct klua_frame *frame)
{
	struct klua_attached *at = klua_attached(frame->at);
	const struct klua_callback *callback = frame->at->callback;

	luaL_checkstack(L, KLUA_CALL_STACK, callback->name);
	lua_getfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_rawgeti(L, -1, frame->at->index + 1);
	lua_remove(L, -2);
	frame->fn = lua_gettop(L);
	frame->byname = lua_type(L, -1) == LUA_TSTRING;
	if (frame->byname) {
		lua_pushvalue(L, -1);
		if (lua_rawget(L, 2) != LUA_TFUNCTION)
			luaL_error(L, "%s%s: '%s' is no global function", at->where, callback->name,
				   lua_tostring(L, frame->fn));
		strscpy(at->function, lua_tostring(L, frame->fn), sizeof(at->function));
	}
	frame->quick = callback->lend && callback->unlend && !callback->push && !callback->result;
	if (callback->prepare)
		callback->prepare(L, frame->data);
	frame->lent = lua_gettop(L) + 1 - callback->nlent;
}

static int prepare_frames(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);
	struct klua_state *state = vm->state;
	unsigned int i;

	push_base(L);
	for (i = 0; i < state->nattached; i++)
		prepare_frame(L, &vm->frames[i]);
	lua_pushnil(L);
	lua_setfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_gc(L, LUA_GCCOLLECT); /* what loading left */
	return lua_gettop(L);
}

static int alloc_frames(struct klua_vm *vm)
{
	struct klua_state *state = vm->state;
	unsigned int i;
	size_t size;

	vm->frames = kvcalloc(state->nattached, sizeof(*vm->frames), GFP_KERNEL);
	if (!vm->frames)
		return -ENOMEM;
	for (i = 0; i < state->nattached; i++) {
		vm->frames[i].at = &state->attached[i]->pub;
		size = vm->frames[i].at->callback->frame_size;
		vm->frames[i].data = kzalloc(size ?: 1, GFP_KERNEL);
		if (!vm->frames[i].data)
			return -ENOMEM; /* freed with the VM */
	}
	return 0;
}

void klua_frames_free(struct klua_vm *vm)
{
	unsigned int i;

	if (vm->frames)
		for (i = 0; i < vm->state->nattached; i++)
			kfree(vm->frames[i].data);
	kvfree(vm->frames);
}

static int prepare_guarded(struct klua_vm *vm, void *arg)
{
	lua_State *L = vm->L;
	int status, err = 0;

	klua_budget_start(vm, vm->state->load_budget);
	lua_settop(L, 0);
	lua_pushcfunction(L, prepare_frames);
	status = lua_pcall(L, 0, LUA_MULTRET, 0);
	if (status != LUA_OK) {
		err = klua_cause_errno(klua_cause_of(vm, status));
		klua_seterror(vm->state, "%.*s", KLUA_ERROR_MAX, klua_message(L));
		lua_settop(L, 0);
		push_base(L);
	} else if (!lua_checkstack(L, KLUA_CALL_STACK)) {
		err = -ENOMEM;
		klua_seterror(vm->state, "not enough memory");
	}
	vm->base = lua_gettop(L);
	klua_vm_reset(vm);
	return err;
}

int klua_frames_init(struct klua_vm *vm)
{
	int err;

	if (vm->pending != vm->state->nattached) {
		klua_seterror(vm->state, "attach: the copies on CPU %u and %u attach differently",
			      vm->state->first->cpu, vm->cpu);
		return -EINVAL;
	}
	vm->open = false; /* finalizers run below, and the attachments are counted */
	if (vm->pending) {
		err = alloc_frames(vm);
		if (err) {
			klua_seterror(vm->state, "not enough memory");
			return err;
		}
	}
	if (IS_ERR(klua_vm_lock(vm)))
		return -EBUSY;
	err = klua_guard(vm, prepare_guarded, NULL);
	if (err == -ENOTRECOVERABLE)
		klua_seterror_closed(vm->state, err);
	klua_vm_unlock(vm);
	return err;
}
