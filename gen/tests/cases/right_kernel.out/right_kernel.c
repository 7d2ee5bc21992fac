// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_kernel binding: A subsystem with every kind of binding to the kernel. Generated from
 * cases/right_kernel.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_kernel.h"
#include "right_kernel_probe.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* How */
static const struct luadata_constant mode_names[] = {
	{"slow", MODE_SLOW}, /* cases/right_kernel.yaml:10 */
	{"<=", 3},
	{NULL, 0},
};

static int64_t l_get_thing_kind(const void *p)
{
	BUILD_BUG_ON_MSG(!LUADATA_HAS_BITS(struct thing, kind, u8, 3),
			 "cases/right_kernel.yaml:18: thing.kind: kind of struct thing is no u8 of 3 bits");
	return ((const struct thing *)p)->kind;
}

static void l_set_thing_kind(void *p, int64_t value)
{
	((struct thing *)p)->kind = value;
}

static bool l_place_thing_heat(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, heat);
	span->length = sizeof_field(struct thing, heat);
	return object->heat != NO_HEAT;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, count), unsigned int),
	      "cases/right_kernel.yaml:16: thing.count: count of struct thing is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, order), __be16),
	      "cases/right_kernel.yaml:19: thing.order: order of struct thing is not __be16");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, ready), int),
	      "cases/right_kernel.yaml:20: thing.ready: ready of struct thing is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, label), char[]),
	      "cases/right_kernel.yaml:21: thing.label: label of struct thing is not char[] (of rows, one is text: c: label[0])");
#ifdef RIGHT_KERNEL_HAS_THING_EXTRA
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, extra), long),
	      "cases/right_kernel.yaml:22: thing.extra: extra of struct thing is not long");
#endif
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, heat), int),
	      "cases/right_kernel.yaml:23: thing.heat: heat of struct thing is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, levels), int[]) ||
	      /* Rows of one array are seen as one, too. */
	      __builtin_types_compatible_p(typeof(((struct thing *)0)->levels[0]), int[]),
	      "cases/right_kernel.yaml:24: thing.levels: levels of struct thing is not int[]");

static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->count),
					    const typeof(((struct thing *)0)->count) *),
	      "cases/right_kernel.yaml:16: thing.count: count of struct thing is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->order),
					    const typeof(((struct thing *)0)->order) *),
	      "cases/right_kernel.yaml:19: thing.order: order of struct thing is const: access: ro");
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->ready),
					    const typeof(((struct thing *)0)->ready) *),
	      "cases/right_kernel.yaml:20: thing.ready: ready of struct thing is const: access: ro");
#ifdef RIGHT_KERNEL_HAS_THING_EXTRA
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->extra),
					    const typeof(((struct thing *)0)->extra) *),
	      "cases/right_kernel.yaml:22: thing.extra: extra of struct thing is const: access: ro");
#endif
static_assert(!__builtin_types_compatible_p(typeof(&((struct thing *)0)->heat),
					    const typeof(((struct thing *)0)->heat) *),
	      "cases/right_kernel.yaml:23: thing.heat: heat of struct thing is const: access: ro");

static const struct luadata_field thing_levels_element = {
	.name = "levels",
	.size = sizeof(int),
	.bits = 8 * sizeof(int),
	.type = LUADATA_TYPE_INT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
};

static const struct luadata_field thing_fields[] = {
	{
		.name = "count",
		.offset = offsetof(struct thing, count),
		.size = sizeof_field(struct thing, count),
		.bits = 8 * sizeof_field(struct thing, count),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
		.doc = "how many",
		.unit = "things",
	},
	{
		.name = "auto",
		.offset = offsetof(struct thing, inner.auto_count),
		.size = sizeof_field(struct thing,
				     inner.auto_count), /* cases/right_kernel.yaml:17 */
		.bits = 8 * sizeof_field(struct thing, inner.auto_count),
		.type = LUADATA_TYPE_OF(typeof_member(struct thing, inner.auto_count)),
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
	},
	{
		.name = "kind",
		.bits = 3,
		.get = l_get_thing_kind,
		.set = l_set_thing_kind,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
		.constants = mode_names,
	},
	{
		.name = "order",
		.offset = offsetof(struct thing, order),
		.size = sizeof_field(struct thing, order),
		.bits = 8 * sizeof_field(struct thing, order),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE,
	},
	{
		.name = "ready",
		.offset = offsetof(struct thing, ready),
		.size = sizeof_field(struct thing, ready),
		.bits = 8 * sizeof_field(struct thing, ready),
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
	},
	{
		.name = "label",
		.offset = offsetof(struct thing, label),
		.size = sizeof_field(struct thing, label),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
	},
#ifdef RIGHT_KERNEL_HAS_THING_EXTRA
	{
		.name = "extra",
		.offset = offsetof(struct thing, extra),
		.size = sizeof_field(struct thing, extra),
		.bits = 8 * sizeof_field(struct thing, extra),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
	},
#else
	{
		.name = "extra",
		.bits = 1,
		.size = 1,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_OPTIONAL,
	},
#endif
	{
		.name = "heat",
		.offset = offsetof(struct thing, heat),
		.size = sizeof_field(struct thing, heat),
		.bits = 8 * sizeof_field(struct thing, heat),
		.place = l_place_thing_heat,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE | LUADATA_FIELD_HOST,
	},
	{
		.name = "levels",
		.offset = offsetof(struct thing, levels),
		.size = sizeof_field(struct thing, levels), /* cases/right_kernel.yaml:24 */
		.type = LUADATA_TYPE_ARRAY,
		.count = sizeof_field(struct thing, levels) / sizeof(int),
		.element = &thing_levels_element,
		.flags = LUADATA_FIELD_READ,
	},
};

const struct luadata_layout luadata_layout_right_kernel_thing = {
	.name = "right_kernel.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "A thing",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_kernel_thing);

static const struct luadata_field found_fields[] = {
	{
		.name = "port",
		.size = 2,
		.bits = 16,
		.place = find_port,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ,
	},
};

const struct luadata_layout luadata_layout_right_kernel_found = {
	.name = "right_kernel.found",
	.fields = found_fields,
	.nfields = LUADATA_COUNT(found_fields),
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_kernel_found);

/* ---- the callback ask ---- */

/* What each call lends again: made once in each VM, kept alive by the VM's stack. */
struct ask_frame {
	struct luadata_handle *memory_handle;
	struct luadata_handle *thing_handle;
	struct luadata_ref *found_ref;
	struct luadata_ref *bytes_ref;
	struct luadata_ref *thing_ref;
};

static void ask_prepare(lua_State *L, void *frame)
{
	struct ask_frame *f = frame;
	int memory_index;
	int thing_index;

	luaL_checkstack(L, 5, NULL);
	f->memory_handle = luadata_newhandle(L);
	memory_index = lua_gettop(L);
	f->thing_handle = luadata_newhandle(L);
	thing_index = lua_gettop(L);
	f->found_ref = luadata_newroot(L, memory_index, &luadata_layout_right_kernel_found);
	f->bytes_ref = luadata_newroot(L, memory_index, NULL);
	f->thing_ref = luadata_newroot(L, thing_index, &luadata_layout_right_kernel_thing);
}

/* Lends and pushes what the function takes: the first @n arguments. */
static void ask_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct ask_frame *f = frame;
	const struct klua_right_kernel_ask *args = values;

	luadata_lend(f->memory_handle, args->memory.base, args->memory.length, args->memory.linear,
		     args->memory.flags, args->memory.ops, args->memory.owner);
	luadata_lendref(f->found_ref, args->found.offset, args->found.length,
			luadata_layout_right_kernel_found.size);
	lua_pushvalue(L, lent);
	if (n <= 1)
		return;
	luadata_lendref(f->bytes_ref, args->bytes.offset, args->bytes.length, 0);
	lua_pushvalue(L, lent + 1);
	if (n <= 2)
		return;
	luadata_lend(f->thing_handle, args->thing, sizeof(*args->thing), sizeof(*args->thing),
		     LUADATA_HANDLE_WRITABLE, NULL, args->thing);
	luadata_lendref(f->thing_ref, 0, sizeof(*args->thing), sizeof(*args->thing));
	lua_pushvalue(L, lent + 2);
	if (n <= 3)
		return;
	lua_pushinteger(L, args->count);
}

static void ask_return(const void *frame)
{
	const struct ask_frame *f = frame;

	luadata_return(f->memory_handle);
	luadata_return(f->thing_handle);
}

static const struct klua_callback ask_callback = {
	.name = "right_kernel.ask",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_NOIO,
	.host = &klua_right_kernel_ask_host,
	.frame_size = sizeof(struct ask_frame),
	.prepare = ask_prepare,
	.unlend = ask_return,
	.nlent = 3,
	.push = ask_push,
	.nargs = 4,
	.optional = true,
};

static const char *const ask_keys[] = {
	"ask",
	"mode",
	"name",
	"long",
	NULL,
};

/* right_kernel.attach{ask = function or global's name, …}; the function is at stack index 2 */
static int l_attach_ask(lua_State *L)
{
	struct klua_right_kernel_ask_options options = {
		.mode = MODE_SLOW, /* cases/right_kernel.yaml:53 */
		.is_long = false, /* cases/right_kernel.yaml:53 */
	};

	luadata_checkkeys(L, "right_kernel.attach", ask_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "right_kernel.attach: ask",
				    "a function or a global's name");
	if (luadata_key(L, 3, "mode"))
		options.mode = klua_checkconstant(L, 3, "right_kernel.attach: mode", mode_names,
						  true, INT_MIN,
						  INT_MAX); /* cases/right_kernel.yaml:53 */
	if (luadata_key(L, 3, "name")) {
		strscpy(options.name,
			luadata_cstring(L, 3, "right_kernel.attach: name", sizeof(options.name)),
			sizeof(options.name));
		options.has_name = true;
	}
	if (luadata_key(L, 3, "long"))
		options.is_long = luadata_boolean(L, 3, "right_kernel.attach: long");
	klua_attach(L, &ask_callback, 2, &options, sizeof(options));
	return 0;
}

static void l_release_get(struct luadata_handle *h)
{
	struct thing *object __maybe_unused = h->owner;

	thing_put(object); /* cases/right_kernel.yaml:30 */
}

static const struct luadata_handle_ops get_ops = {
	.release = l_release_get,
};

static_assert(__builtin_types_compatible_p(typeof(thing_get), /* cases/right_kernel.yaml:30 */
					   struct thing *(unsigned int, bool, const char *)),
	      "cases/right_kernel.yaml:30: functions.get: the kernel's thing_get has another prototype");

/* right_kernel.get(number, now, name): Gets one */
static int l_get(lua_State *L)
{
	unsigned int number;
	bool now;
	const char *name;
	struct thing *result;
	struct luadata_ref *holder;

	number = klua_checkinteger(L, 1, "right_kernel.get: number", 0,
				   min_t(s64, luadata_sub(thing_count, 1),
					 UINT_MAX)); /* cases/right_kernel.yaml:30 */
	now = luadata_boolean(L, 2, "right_kernel.get: now");
	name = luadata_cstring(L, 3, "right_kernel.get: name", 0);
	klua_checkcall(L, "right_kernel.get", KLUA_STACK_ANY);
	lua_settop(L, 3);
	holder = luadata_newholder(L, &luadata_layout_right_kernel_thing);
	result = thing_get(number, now, name);
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	luadata_hold(holder, result, luadata_layout_right_kernel_thing.size,
		     LUADATA_HANDLE_WRITABLE, &get_ops, result);
	lua_pushvalue(L, 4);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_set), /* cases/right_kernel.yaml:36 */
					   int (struct thing *, int, u64 *)),
	      "cases/right_kernel.yaml:36: functions.set: the kernel's thing_set has another prototype");

/* right_kernel.set(number, mode): Sets one */
static int l_set(lua_State *L)
{
	const struct klua_right_kernel_ask *inside = klua_inside(L, &ask_callback);
	unsigned int number;
	int mode;
	struct thing *thing;
	u64 old = 0;
	int result;

	number = klua_checkinteger(L, 1, "right_kernel.set: number", 0, UINT_MAX);
	mode = klua_checkconstant(L, 2, "right_kernel.set: mode", mode_names, true, INT_MIN,
				  INT_MAX);
	klua_checkcall(L, "right_kernel.set", KLUA_STACK_ANY);
	if (!inside)
		return luaL_error(L, "right_kernel.set: only inside ask");
	thing = inside->thing_carried;
	if (!thing_is(thing, number)) /* cases/right_kernel.yaml:36 */
		return luaL_error(L, "right_kernel.set: number: %s",
				  "is not the one being decided about");
	result = thing_set(thing, mode, &old);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushinteger(L, old);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_all), /* cases/right_kernel.yaml:46 */
					   int (struct thing *, size_t)),
	      "cases/right_kernel.yaml:46: functions.all: the kernel's thing_all has another prototype");

/* An error below: there is no copy of a struct that goes on behind its end. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpedantic"
static_assert(sizeof(struct thing[1]), /* cases/right_kernel.yaml:46 */
	      "cases/right_kernel.yaml:46: functions.all: struct thing goes on behind its end: no copy");
#pragma GCC diagnostic pop

/* right_kernel.all(): All of them */
static int l_all(lua_State *L)
{
	struct thing *things;
	int count, i;

	klua_checkcall(L, "right_kernel.all", KLUA_STACK_ANY);
	things = luadata_newbuffer(L, 8 * sizeof(*things));
	count = thing_all(things, 8);
	if (count < 0)
		return klua_pusherrno(L, count);
	count = min(count, 8);
	lua_createtable(L, count, 0);
	for (i = 0; i < count; i++) { /* bounded: its maximum */
		memcpy(luadata_newobject(L, &luadata_layout_right_kernel_thing), &things[i],
		       sizeof(things[i]));
		lua_rawseti(L, -2, i + 1);
	}
	return 1;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "ask"))
		return l_attach_ask(L);
	return luaL_error(L, "right_kernel.attach: ask is missing");
}

static const luaL_Reg functions[] = {
	{"get", l_get},
	{"set", l_set},
	{"all", l_all},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_right_kernel(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, mode_names);
	lua_setfield(L, -2, "mode");
	lua_createtable(L, 0, 2);
	luadata_pushlayout(L, &luadata_layout_right_kernel_thing);
	lua_setfield(L, -2, "thing");
	luadata_pushlayout(L, &luadata_layout_right_kernel_found);
	lua_setfield(L, -2, "found");
	lua_setfield(L, -2, "layouts");
	return 1;
}
