// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The life of one Lua machine. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/random.h>
#include <linux/ratelimit.h>
#include <linux/slab.h>

#include "lualib.h"
#include "state.h"

/* Message handler: the error with the way to it. Index 1 of every VM at rest. */
int klua_traceback(lua_State *L)
{
	size_t size = 0;
	const char *msg = lua_tolstring(L, 1, &size);

	if (!msg) {
		if (luaL_callmeta(L, 1, "__tostring") && lua_type(L, -1) == LUA_TSTRING)
			return 1;
		msg = lua_pushfstring(L, "(error object is a %s value)", luaL_typename(L, 1));
	}
	/* Through a door it costs whoever sends the packet nothing: now and then is enough. */
	if (klua_vm(L)->slot && !__ratelimit(&klua_vm(L)->state->trace_limit))
		return 1;
	lua_charge(L, size / 16); /* its end is searched for before it is copied and charged */
	luaL_traceback(L, L, msg, 1);
	return 1;
}

static const luaL_Reg libraries[] = {
	{ LUA_GNAME, luaopen_base },       { LUA_COLIBNAME, luaopen_coroutine },
	{ LUA_TABLIBNAME, luaopen_table }, { LUA_STRLIBNAME, luaopen_string },
	{ LUA_MATHLIBNAME, luaopen_math }, { LUA_UTF8LIBNAME, luaopen_utf8 },
	{ LUA_DBLIBNAME, luaopen_debug },
};

/* What stays on the stack: 1 the handler, 2 the globals. */
static int init(lua_State *L)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(libraries); i++)
		luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
	klua_openrequire(L);
	lua_newtable(L);
	lua_setfield(L, LUA_REGISTRYINDEX, KLUA_PENDING);
	lua_settop(L, 0);
	lua_pushcfunction(L, klua_traceback);
	lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
	return 2;
}

/* Called in a frame of its own. */
static int open_vm(struct klua_vm *vm, void *arg)
{
	int status;

	klua_budget_init(vm->L);
	klua_startbudget(vm, vm->state->load_budget);
	lua_pushcfunction(vm->L, init);
	status = lua_pcall(vm->L, 0, 2, 0);
	return status == LUA_OK && lua_checkstack(vm->L, KLUA_STUB_SLOTS) ? 0 : -ENOMEM;
}

struct klua_vm *klua_vm_new(struct klua_state *state, unsigned int cpu)
{
	struct klua_vm *vm = kzalloc(sizeof(*vm), GFP_KERNEL);

	if (!vm)
		return ERR_PTR(-ENOMEM);
	vm->state = state;
	vm->cpu = cpu;
	vm->quota = state->memory;
	vm->gfp = KLUA_GFP;
	vm->context = state->context == KLUA_NOIO ? KLUA_NOIO : KLUA_SLEEPABLE;
	vm->open = true;
	spin_lock_init(&vm->spin);
	mutex_init(&vm->mutex);
	vm->L = lua_newstate(klua_alloc, vm);
	if (!vm->L)
		goto fail;
	*(struct klua_vm **)lua_getextraspace(vm->L) = vm;
	lua_setephemeron(vm->L, 0);
	if (klua_guard(vm, open_vm, NULL))
		goto fail;
	vm->base = 2;
	vm->globals = 2;
	return vm;
fail:
	klua_vm_free(vm);
	return ERR_PTR(-ENOMEM);
}

static int close_vm(struct klua_vm *vm, void *arg)
{
	klua_startbudget(vm, KLUA_CLOSE_BUDGET);
	lua_close(vm->L);
	return 0;
}

/*
 * klua_vm_end() - end what a VM has of Lua; nobody enters it any more
 *
 * It runs its finalizers, as one that may sleep. One that failed runs nothing, and neither do the
 * other copies of its script.
 */
void klua_vm_end(struct klua_vm *vm)
{
	if (vm->L && atomic_read(&vm->state->nfailed)) {
		if (!vm->failed)
			klua_alloc_reclaim(vm);
	} else if (vm->L) {
		WRITE_ONCE(vm->state->atomic, false);
		vm->context = vm->state->context == KLUA_NOIO ? KLUA_NOIO : KLUA_SLEEPABLE;
		vm->gfp = KLUA_GFP;
		vm->open = false;
		vm->out = NULL;
		klua_guard(vm, close_vm, NULL);
	}
	vm->L = NULL;
	klua_alloc_end(vm);
}

/* Nobody else can reach the VM any more. */
void klua_vm_free(struct klua_vm *vm)
{
	unsigned int i;

	klua_vm_end(vm);
	if (vm->slots)
		for (i = 0; i < vm->state->nattached; i++)
			kfree(vm->slots[i].frame);
	kvfree(vm->slots);
	kfree(vm);
}

/* ---- what the VM asks of its host (lua_host.h), the stack aside ---- */

unsigned long long lua_host_seed(void)
{
	return get_random_u64();
}

void lua_host_print(lua_State *L, const char *s, size_t len)
{
	struct klua_vm *vm = klua_vm(L);

	if (vm->out)
		vm->out->write(vm->out, s, len);
	else
		klua_ring_write(vm->state->ring, s, len);
}

void lua_host_complain(const char *fmt, const char *arg)
{
	char text[200];

	snprintf(text, sizeof(text), fmt, arg);
	pr_err("klua: %s\n", text);
}
