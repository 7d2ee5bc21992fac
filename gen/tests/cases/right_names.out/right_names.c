// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_names binding: A case. Generated from cases/right_names.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/types.h>

#include "klua.h"
#include "glue.h"
#include "right_names.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Values. */
static const struct luadata_constant default_names[] = {
	{"while", 1},
	{"register", 2},
	{NULL, 0},
};

static_assert(__builtin_types_compatible_p(typeof_member(struct frame, number), int),
	      "cases/right_names.yaml:6: frame.int: number of struct frame is not int");

static const struct luadata_field frame_fields[] = {
	{
		.name = "int",
		.offset = offsetof(struct frame, number),
		.size = sizeof_field(struct frame, number),
		.bits = 8 * sizeof_field(struct frame, number),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "a number",
	},
};

const struct luadata_layout luadata_layout_right_names_frame = {
	.name = "right_names.frame",
	.size = sizeof(struct frame),
	.fields = frame_fields,
	.nfields = LUADATA_COUNT(frame_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_names_frame);

/* ---- the callback switch ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct switch_frame {
	struct luadata_handle *frame_handle;
	struct luadata_handle *f_handle;
	struct luadata_handle *values_handle;
	struct luadata_handle *vm_handle;
	struct luadata_ref *first_ref;
	struct luadata_ref *frame_handle_ref;
	struct luadata_ref *vm_ref;
};

static void switch_prepare(lua_State *L, void *frame)
{
	struct switch_frame *f = frame;
	int frame_index;
	int f_index;
	int values_index;
	int vm_index;

	luaL_checkstack(L, 7, NULL);
	f->frame_handle = luadata_newhandle(L);
	frame_index = lua_gettop(L);
	f->f_handle = luadata_newhandle(L);
	f_index = lua_gettop(L);
	f->values_handle = luadata_newhandle(L);
	values_index = lua_gettop(L);
	f->vm_handle = luadata_newhandle(L);
	vm_index = lua_gettop(L);
	f->first_ref = luadata_newroot(L, frame_index, NULL);
	f->frame_handle_ref = luadata_newroot(L, f_index, NULL);
	f->vm_ref = luadata_newroot(L, vm_index, &luadata_layout_right_names_frame);
}

/* Lends and pushes what the function takes: the first @n arguments. */
static void switch_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct switch_frame *f = frame;
	const struct klua_right_names_switch *args = values;

	luadata_lend(f->frame_handle, args->frame.base, args->frame.length, args->frame.linear,
		     args->frame.flags, args->frame.ops, args->frame.owner);
	luadata_lendref(f->first_ref, args->first.offset, args->first.length, 0);
	lua_pushvalue(L, lent);
	if (n <= 1)
		return;
	luadata_lend(f->f_handle, args->f.base, args->f.length, args->f.linear,
		     args->f.flags, args->f.ops, args->f.owner);
	luadata_lendref(f->frame_handle_ref, args->frame_handle.offset, args->frame_handle.length,
			0);
	lua_pushvalue(L, lent + 1);
	if (n <= 2)
		return;
	luadata_lend(f->vm_handle, args->vm, sizeof(*args->vm), sizeof(*args->vm),
		     0, NULL, args->vm);
	luadata_lendref(f->vm_ref, 0, sizeof(*args->vm), sizeof(*args->vm));
	lua_pushvalue(L, lent + 2);
	if (n <= 3)
		return;
	lua_pushinteger(L, args->at);
}

static void switch_return(const void *frame)
{
	const struct switch_frame *f = frame;

	luadata_return(f->frame_handle);
	luadata_return(f->f_handle);
	luadata_return(f->values_handle);
	luadata_return(f->vm_handle);
}

static int switch_result(struct klua_vm *vm, const void *values, s64 *result)
{
	s64 low = 0; /* cases/right_names.yaml:17 */
	s64 high = 9; /* cases/right_names.yaml:17 */

	return klua_integer(vm, low, high, result);
}

static const struct klua_callback switch_callback = {
	.name = "right_names.switch",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_ATOMIC,
	.host = &klua_right_names_switch_host,
	.frame_size = sizeof(struct switch_frame),
	.prepare = switch_prepare,
	.unlend = switch_return,
	.nlent = 3,
	.push = switch_push,
	.nargs = 4,
	.result = switch_result,
};

static const char *const switch_keys[] = {
	"switch",
	"err",
	"options",
	NULL,
};

/* right_names.attach{switch = function or global's name, …}; the function is at stack index 2 */
static int l_attach_switch(lua_State *L)
{
	struct klua_right_names_switch_options options = {
		.err = 0,
	};

	luadata_checkkeys(L, "right_names.attach", switch_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_names.attach: switch",
				    "a function or a global's name");
	if (luadata_key(L, 3, "err"))
		options.err = klua_checkinteger(L, 3, "right_names.attach: err", INT_MIN,
						INT_MAX); /* cases/right_names.yaml:17 */
	if (luadata_key(L, 3, "options")) {
		options.options = klua_checkinteger(L, 3, "right_names.attach: options", INT_MIN,
						    INT_MAX); /* cases/right_names.yaml:17 */
		options.has_options = true;
	}
	klua_attach(L, &switch_callback, 2, &options, sizeof(options));
	return 0;
}

static_assert(__builtin_types_compatible_p(typeof(thing_register), /* cases/right_names.yaml:10 */
					   int (struct frame *, int, int, int, int, int, int)),
	      "cases/right_names.yaml:10: functions.register: the kernel's thing_register has another prototype");

/* right_names.register(frame, f, args, vm, calls, locked, more): Does it. */
static int l_register(lua_State *L)
{
	struct frame *frame;
	int f;
	int args;
	int vm;
	int calls;
	int locked;
	int more;
	int result;

	f = klua_checkconstant(L, 2, "right_names.register: f", default_names, true, INT_MIN,
			       INT_MAX);
	args = klua_checkinteger(L, 3, "right_names.register: args", INT_MIN, INT_MAX);
	vm = klua_checkinteger(L, 4, "right_names.register: vm", INT_MIN, INT_MAX);
	calls = klua_checkinteger(L, 5, "right_names.register: calls", INT_MIN, INT_MAX);
	locked = klua_checkinteger(L, 6, "right_names.register: locked", INT_MIN, INT_MAX);
	more = klua_checkinteger(L, 7, "right_names.register: more", INT_MIN, INT_MAX);
	klua_checkcall(L, "right_names.register", KLUA_STACK_ANY);
	frame = luadata_original(L, 1, "right_names.register: frame",
				 &luadata_layout_right_names_frame);
	result = thing_register(frame, f, args, vm, calls, locked, more);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "switch"))
		return l_attach_switch(L);
	return luaL_error(L, "right_names.attach: switch is missing");
}

static const luaL_Reg functions[] = {
	{"register", l_register},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_names(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, default_names);
	lua_setfield(L, -2, "default");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_names_frame);
	lua_setfield(L, -2, "frame");
	lua_setfield(L, -2, "layouts");
	return 1;
}
