// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* require: bindings that modules registered, the libraries of this one, and who may have them. */
#include <linux/kmod.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "order.h"
#include "require.h"
#include "state.h"
#include "vm.h"

/* Units of the budget for a process that looks for a module, and may not find it. */
#define MODPROBE_COST 100000

/* A module that a state uses. */
struct klua_use {
	struct list_head list;
	struct module *owner;
};

static LIST_HEAD(bindings);
static DEFINE_MUTEX(bindings_lock);

/* Part of this module, opened when first required. */
static const luaL_Reg libraries[] = {
	{ "luadata", luaopen_luadata }, { "data", luaopen_luadata }, /* its name in the paper */
};

static struct klua_binding *find_binding(const char *name)
{
	struct klua_binding *binding;

	lockdep_assert_held(&bindings_lock);
	list_for_each_entry(binding, &bindings, list) /* bounded: the bindings there are */
		if (!strcmp(binding->name, name))
			return binding;
	return NULL;
}

int klua_register(struct klua_binding *binding)
{
	int err = -EEXIST;

	mutex_lock(&bindings_lock);
	if (!find_binding(binding->name)) {
		list_add_tail(&binding->list, &bindings);
		err = 0;
	}
	mutex_unlock(&bindings_lock);
	return err;
}
EXPORT_SYMBOL_GPL(klua_register);

void klua_unregister(struct klua_binding *binding)
{
	mutex_lock(&bindings_lock);
	list_del(&binding->list);
	mutex_unlock(&bindings_lock);
}
EXPORT_SYMBOL_GPL(klua_unregister);

int klua_use(struct klua_state *state, struct module *owner)
{
	struct klua_use *use;

	list_for_each_entry(use, &state->uses, list) /* bounded: the bindings there are */
		if (use->owner == owner)
			return 0;
	use = kmalloc(sizeof(*use), GFP_KERNEL);
	if (!use)
		return -ENOMEM;
	if (!try_module_get(owner)) {
		kfree(use);
		return -ENOENT;
	}
	use->owner = owner;
	list_add(&use->list, &state->uses);
	return 0;
}

void klua_unuse(struct klua_state *state)
{
	struct klua_use *use, *next;

	/* bounded: the bindings there are */
	list_for_each_entry_safe(use, next, &state->uses, list) {
		module_put(use->owner);
		kfree(use);
	}
	INIT_LIST_HEAD(&state->uses);
}

static bool in_list(const char *list, const char *name)
{
	size_t n = strlen(name);

	while (list) { /* bounded: KLUA_ALLOW_MAX */
		if (!strncmp(list, name, n) && (!list[n] || list[n] == ','))
			return true;
		list = strchr(list, ',');
		if (list)
			list++;
	}
	return false;
}

/* Gets hold of a binding. Return: its open function, or NULL with @err (-EDEADLK: and @lock). */
static lua_CFunction use_binding(struct klua_state *state, const char *name, const char **lock,
				 int *err)
{
	struct klua_binding *binding;
	lua_CFunction open = NULL;

	mutex_lock(&bindings_lock);
	binding = find_binding(name);
	if (!binding) {
		*err = -ENOENT;
	} else if (state->allow ? !in_list(state->allow, name) : binding->capability >= 0) {
		*err = -EPERM;
	} else {
		*err = klua_use(state, binding->owner) ?:
		       klua_order_take(state, binding->takes, lock);
		if (!*err)
			open = binding->open;
	}
	mutex_unlock(&bindings_lock);
	return open;
}

void klua_checkallowed(lua_State *L, const char *what, const char *capability)
{
	const char *allow = klua_vm(L)->state->allow;

	if (!allow || !in_list(allow, capability))
		luaL_error(L, "%s: the allow list of this state must name %s", what, capability);
}
EXPORT_SYMBOL_GPL(klua_checkallowed);

static bool is_binding_name(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

	return n && !name[n] && n <= LUADATA_NAME_MAX;
}

static lua_CFunction find_open(lua_State *L, struct klua_vm *vm, const char *name)
{
	struct klua_state *state = vm->state;
	const char *lock = NULL;
	lua_CFunction open;
	size_t i;
	int err;

	for (i = 0; i < ARRAY_SIZE(libraries); i++)
		if (!strcmp(libraries[i].name, name))
			return libraries[i].func;
	if (!vm->open)
		luaL_error(L, "require: '%s': only while the script is loading", name);
	if (!is_binding_name(name))
		luaL_error(L, "require: '%s' is no name of a binding", name);
	if (state->allow && !in_list(state->allow, name))
		luaL_error(L, "require: '%s' is not in the allow list of this state", name);
	open = use_binding(state, name, &lock, &err);
	if (err == -ENOENT) {
		lua_charge(L, MODPROBE_COST);
		request_module("klua_%s", name);
		open = use_binding(state, name, &lock, &err);
	}
	if (err == -EPERM)
		luaL_error(L, "require: '%s' must be named in the allow list of this state", name);
	else if (err == -EDEADLK)
		luaL_error(L, "require: '%s' takes %s, which may be held by who waits for scripts",
			   name, lock);
	else if (err == -ENOMEM || err == -ENOSPC)
		luaL_error(L, "not enough memory");
	else if (err)
		luaL_error(L, "require: no binding '%s' is loaded; try: modprobe klua_%s", name,
			   name);
	return open;
}

static int require_binding(lua_State *L)
{
	const char *name = luaL_checkstring(L, 1);
	lua_CFunction open;

	lua_settop(L, 1);
	lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	if (lua_getfield(L, 2, name) != LUA_TNIL)
		return 1;
	lua_pop(L, 1);
	open = find_open(L, klua_vm(L), name);
	lua_pushcfunction(L, open);
	lua_pushvalue(L, 1);
	lua_call(L, 1, 1);
	if (open != luaopen_luadata && lua_istable(L, -1))
		luadata_closenames(L, name);
	lua_pushvalue(L, -1);
	lua_setfield(L, 2, name);
	return 1;
}

void klua_openrequire(lua_State *L)
{
	lua_pushcfunction(L, require_binding);
	lua_setglobal(L, "require");
}
