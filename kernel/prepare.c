// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Making a VM ready for calls through doors: all that a call needs is put on the VM's stack once,
 * to stay there.
 *
 * A C function that begins with an empty stack and returns all of it leaves each value, in the
 * frame of the host, at the same index that it had inside: thus prepare() can note indices, and
 * raise.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "state.h"

static void base(lua_State *L)
{
	lua_pushcfunction(L, klua_traceback);
	lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static void prepare_one(lua_State *L, struct klua_slot *slot, struct klua_attached *at)
{
	const struct klua_callback *callback = at->pub.callback;

	luaL_checkstack(L, KLUA_STUB_SLOTS, callback->name);
	lua_getfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_rawgeti(L, -1, at->pub.index + 1);
	lua_remove(L, -2);
	slot->fn = lua_gettop(L);
	slot->byname = lua_type(L, -1) == LUA_TSTRING;
	if (slot->byname) {
		lua_pushvalue(L, -1);
		if (lua_rawget(L, 2) != LUA_TFUNCTION)
			luaL_error(L, "%s%s: '%s' is no global function", at->where,
				   callback->name, lua_tostring(L, slot->fn));
		lua_pop(L, 1);
		strscpy(at->function, lua_tostring(L, slot->fn), sizeof(at->function));
	}
	if (callback->prepare)
		callback->prepare(L, slot->frame);
	slot->lent = lua_gettop(L) + 1 - callback->nlent;
}

static int prepare(lua_State *L)
{
	struct klua_vm *vm = klua_vm(L);
	struct klua_state *state = vm->state;
	unsigned int i;

	base(L);
	for (i = 0; i < state->nattached; i++)
		prepare_one(L, &vm->slots[i], state->attached[i]);
	lua_pushnil(L);
	lua_setfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_gc(L, LUA_GCCOLLECT); /* what loading left */
	return lua_gettop(L);
}

static int make_slots(struct klua_vm *vm)
{
	struct klua_state *state = vm->state;
	unsigned int i;
	size_t size;

	vm->slots = kvcalloc(state->nattached, sizeof(*vm->slots), GFP_KERNEL);
	if (!vm->slots)
		return -ENOMEM;
	for (i = 0; i < state->nattached; i++) {
		size = state->attached[i]->pub.callback->frame_size;
		vm->slots[i].frame = kzalloc(size ?: 1, GFP_KERNEL);
		if (!vm->slots[i].frame)
			return -ENOMEM; /* freed with the VM */
	}
	return 0;
}

/* Called in a frame of its own. */
static int prepare_in_frame(struct klua_vm *vm, void *arg)
{
	lua_State *L = vm->L;
	int status, err = 0;

	klua_startbudget(vm, vm->state->load_budget);
	lua_settop(L, 0);
	lua_pushcfunction(L, prepare);
	status = lua_pcall(L, 0, LUA_MULTRET, 0);
	if (status != LUA_OK) {
		err = klua_causeerrno(klua_cause(vm, status));
		klua_seterror(vm->state, "%.*s", KLUA_ERROR_MAX, klua_message(L));
		lua_settop(L, 0);
		base(L);
	} else if (!lua_checkstack(L, KLUA_STUB_SLOTS)) {
		err = -ENOMEM;
		klua_seterror(vm->state, "not enough memory");
	}
	vm->base = lua_gettop(L);
	klua_settle(vm);
	return err;
}

/*
 * Called once for each VM, while nobody else can reach it. The text of an error is in state->error.
 */
int klua_prepare(struct klua_vm *vm)
{
	int err;

	if (vm->pending != vm->state->nattached) {
		klua_seterror(vm->state, "attach: the copies on CPU %u and %u attach differently",
			      vm->state->first->cpu, vm->cpu);
		return -EINVAL;
	}
	vm->open = false; /* finalizers run below, and the attachments are counted */
	if (vm->pending) {
		err = make_slots(vm);
		if (err) {
			klua_seterror(vm->state, "not enough memory");
			return err;
		}
	}
	if (IS_ERR(klua_lockvm(vm)))
		return -EBUSY;
	err = klua_guard(vm, prepare_in_frame, NULL);
	if (err == -ENOTRECOVERABLE)
		klua_sayclosed(vm->state, err);
	klua_release(vm);
	return err;
}

/* From here on the VM runs where its doors are. */
void klua_golive(struct klua_vm *vm)
{
	vm->context = vm->state->context;
	vm->gfp = vm->state->atomic ? GFP_ATOMIC | __GFP_NOWARN : KLUA_GFP;
}
