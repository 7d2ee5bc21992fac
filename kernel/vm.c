// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The life of one Lua machine. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/random.h>
#include <linux/ratelimit.h>
#include <linux/slab.h>

#include "lualib.h"

#include "budget.h"
#include "frame.h"
#include "guard.h"
#include "log.h"
#include "require.h"
#include "state.h"

/* Instructions for the finalizers of a state that ends. */
#define CLOSE_BUDGET 1000000

int klua_traceback(lua_State *L)
{
	size_t size = 0;
	const char *msg = lua_totext(L, 1, &size);

	if (!msg) {
		if (luaL_callmeta(L, 1, "__tostring") && lua_type(L, -1) == LUA_TSTRING)
			return 1;
		msg = lua_pushfstring(L, "(error object is a %s value)", luaL_typename(L, 1));
	}
	/* In a call it costs whoever sends the packet nothing: now and then is enough. */
	if (klua_vm(L)->frame && !__ratelimit(&klua_vm(L)->state->trace_limit))
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
static int open_libraries(lua_State *L)
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

static int open_guarded(struct klua_vm *vm, void *arg)
{
	int status;

	klua_budget_init(vm->L);
	klua_budget_start(vm, vm->state->load_budget);
	lua_pushcfunction(vm->L, open_libraries);
	status = lua_pcall(vm->L, 0, 2, 0);
	return status == LUA_OK && lua_checkstack(vm->L, KLUA_CALL_STACK) ? 0 : -ENOMEM;
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
	vm->context =
		state->context == KLUA_CONTEXT_NOIO ? KLUA_CONTEXT_NOIO : KLUA_CONTEXT_SLEEPABLE;
	vm->open = true;
	spin_lock_init(&vm->spin);
	mutex_init(&vm->mutex);
	vm->L = lua_newstate(klua_alloc, vm);
	if (!vm->L)
		goto fail;
	*(struct klua_vm **)lua_getextraspace(vm->L) = vm;
	lua_setephemeron(vm->L, 0);
	if (klua_guard(vm, open_guarded, NULL))
		goto fail;
	vm->base = 2;
	vm->globals = 2;
	return vm;
fail:
	klua_vm_free(vm);
	return ERR_PTR(-ENOMEM);
}

static int close_guarded(struct klua_vm *vm, void *arg)
{
	klua_budget_start(vm, CLOSE_BUDGET);
	lua_close(vm->L);
	return 0;
}

void klua_vm_end(struct klua_vm *vm)
{
	if (vm->L && atomic_read(&vm->state->nfailed)) {
		if (!vm->failed)
			klua_alloc_reclaim(vm);
	} else if (vm->L) {
		WRITE_ONCE(vm->state->atomic, false);
		vm->context = vm->state->context == KLUA_CONTEXT_NOIO ? KLUA_CONTEXT_NOIO
								      : KLUA_CONTEXT_SLEEPABLE;
		vm->gfp = KLUA_GFP;
		vm->open = false;
		vm->out = NULL;
		klua_guard(vm, close_guarded, NULL);
	}
	vm->L = NULL;
	klua_alloc_end(vm);
}

void klua_vm_free(struct klua_vm *vm)
{
	klua_vm_end(vm);
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
