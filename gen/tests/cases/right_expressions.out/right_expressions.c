// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The right_expressions binding: A case. Generated from cases/right_expressions.yaml. */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_expressions.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Modes. */
static const struct luadata_constant mode_names[] = {
	{"low", (THING_A | THING_B)}, /* cases/right_expressions.yaml:5 */
	{"high", 1},
	{NULL, 0},
};

/* guards one */
#ifndef l_take_one
#define l_take_one(object) thing_take(object) /* cases/right_expressions.yaml:6 */
#define l_drop_one(object) thing_drop(object) /* cases/right_expressions.yaml:6 */
#endif

static bool l_place_thing_level(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, level);
	span->length = sizeof_field(struct thing, level);
	return object->level != (THING_A | THING_B);
}

static int64_t l_get_thing_owner(const void *p)
{
	const struct thing *object = p;
	const typeof(*object->other) *to = READ_ONCE(object->other);

	return IS_ERR_OR_NULL(to) ? 0 : to->id;
}

static bool l_place_thing_owner(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return (object->kind == 1 ||
		luadata_sub(object->used,
			    1) > 3) && !IS_ERR_OR_NULL(object->other); /* cases/right_expressions.yaml:13 */
}

static bool l_place_thing_items(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	const struct thing *object = (const void *)(h->base + at);

	span->offset = offsetof(struct thing, items);
	span->length = clamp_t(s64, luadata_sub(object->used, 1), 0,
			       8) * sizeof(object->items[0]); /* cases/right_expressions.yaml:15 */
	return true;
}

static_assert(__builtin_types_compatible_p(typeof_member(struct thing, level), int),
	      "cases/right_expressions.yaml:12: thing.level: level of struct thing is not int");
static_assert(__builtin_types_compatible_p(typeof(((struct thing *)0)->other->id), u32),
	      "cases/right_expressions.yaml:13: thing.owner: other->id of struct thing is not u32");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, used), u32),
	      "cases/right_expressions.yaml:14: thing.used: used of struct thing is not u32");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, items), u32[]),
	      "cases/right_expressions.yaml:15: thing.items: items of struct thing is not u32[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct thing, items), u32[8]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct thing, items), u32[0]),
	      "cases/right_expressions.yaml:15: thing.items: items of struct thing has another size than max, 8");

static const struct luadata_field thing_items_element = {
	.name = "items",
	.size = sizeof(u32),
	.bits = 8 * sizeof(u32),
	.type = LUADATA_TYPE_UINT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
};

/* Bytes of an object with the elements that are in use. */
static __maybe_unused size_t l_size_thing(const struct thing *object)
{
	size_t size = sizeof(*object), length;

	length = clamp_t(s64, luadata_sub(object->used, 1), 0,
			 8) * sizeof(object->items[0]); /* cases/right_expressions.yaml:15 */
	size = max(size, offsetof(struct thing, items) + length);
	return size;
}

static const struct luadata_field thing_fields[] = {
	{
		.name = "level",
		.offset = offsetof(struct thing, level),
		.size = sizeof_field(struct thing, level),
		.bits = 8 * sizeof_field(struct thing, level),
		.place = l_place_thing_level,
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "nil where it is unknown",
	},
	{
		.name = "owner",
		.bits = 8 * sizeof(((struct thing *)0)->other->id),
		.place = l_place_thing_owner,
		.get = l_get_thing_owner,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "of another",
	},
	{
		.name = "used",
		.offset = offsetof(struct thing, used),
		.size = sizeof_field(struct thing, used),
		.bits = 8 * sizeof_field(struct thing, used),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "how many",
	},
	{
		.name = "items",
		.offset = offsetof(struct thing, items),
		.place = l_place_thing_items,
		.type = LUADATA_TYPE_ARRAY,
		.count = 8,
		.element = &thing_items_element,
		.flags = LUADATA_FIELD_READ,
		.doc = "they",
	},
};

const struct luadata_layout luadata_layout_right_expressions_thing = {
	.name = "right_expressions.thing",
	.size = sizeof(struct thing),
	.fields = thing_fields,
	.nfields = LUADATA_COUNT(thing_fields),
	.doc = "Things",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_expressions_thing);

static_assert(__builtin_types_compatible_p(typeof(thing_slot), /* cases/right_expressions.yaml:18 */
					   int (unsigned int, s64, u8)),
	      "cases/right_expressions.yaml:18: functions.slot: the kernel's thing_slot has another prototype");

/* right_expressions.slot(slot, from, mode): Reads a slot. */
static int l_slot(lua_State *L)
{
	unsigned int slot;
	s64 from;
	u8 mode;
	int result;

	slot = klua_checkinteger(L, 1, "right_expressions.slot: slot", 0,
				 min_t(s64, luadata_sub((thing_wide()) ? (8) : (4), 1),
				       UINT_MAX)); /* cases/right_expressions.yaml:18 */
	from = klua_checkinteger(L, 2, "right_expressions.slot: from",
				 luadata_mul(luadata_sub(0, thing_count()), 2),
				 luadata_shl(1,
					     thing_bits())); /* cases/right_expressions.yaml:18 */
	mode = klua_checkconstant(L, 3, "right_expressions.slot: mode", mode_names, false, 0,
				  U8_MAX);
	klua_checkcall(L, "right_expressions.slot", KLUA_STACK_ANY);
	result = thing_slot(slot, from, mode);
	lua_pushinteger(L, result);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_words),
					   /* cases/right_expressions.yaml:27 */
					   void (u8 *, unsigned int, const char *, u16)),
	      "cases/right_expressions.yaml:27: functions.words: the kernel's thing_words has another prototype");

/* Bytes of buf. */
#ifndef l_size_words_buf
static inline lua_Integer l_size_words_buf(lua_Integer num, const char *name, lua_Integer rows)
{
	return luadata_add(luadata_mul(luadata_mul(num, sizeof(u32)), rows),
			   strlen(name + 1)); /* cases/right_expressions.yaml:27 */
}
#endif

/* In units of the budget: it grows with words. */
#ifndef l_cost_words
static inline lua_Integer l_cost_words(lua_Integer num)
{
	return luadata_mul(num, 8); /* cases/right_expressions.yaml:27 */
}
#endif

/* right_expressions.words(num, name, rows): Reads words of two rows. */
static int l_words(lua_State *L)
{
	unsigned int num;
	const char *name;
	u16 rows;
	u8 *buf;
	size_t buf_size;

	num = klua_checkinteger(L, 1, "right_expressions.words: num", 0, UINT_MAX);
	name = luadata_cstring(L, 2, "right_expressions.words: name", 0);
	rows = klua_checkinteger(L, 3, "right_expressions.words: rows", 1,
				 U16_MAX); /* cases/right_expressions.yaml:27 */
	klua_checkcall(L, "right_expressions.words", KLUA_STACK_ANY);
	lua_settop(L, 3);
	buf = luadata_newbuffer(L, 64);
	lua_charge(L, l_cost_words(num));
	buf_size = l_size_words_buf(num, name, rows);
	if (buf_size > 64)
		return luaL_error(L,
				  "right_expressions.words: buf: %I bytes, and there is room for 64", (lua_Integer)buf_size);
	thing_words(buf, num, name, rows);
	lua_pushlstring(L, (const char *)buf, buf_size);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(thing_look), /* cases/right_expressions.yaml:36 */
					   u64 (struct thing *, const u8 *, size_t)),
	      "cases/right_expressions.yaml:36: functions.look: the kernel's thing_look has another prototype");

/* In units of the budget: it grows with bytes and parts. */
#ifndef l_cost_look
static inline lua_Integer l_cost_look(struct thing *thing, lua_Integer len)
{
	return luadata_add(len / 16, thing->num); /* cases/right_expressions.yaml:36 */
}
#endif

/* right_expressions.look(thing, data): Looks at bytes for a thing. */
static int l_look(lua_State *L)
{
	struct thing *thing;
	const u8 *data;
	size_t len;
	u64 result;

	klua_checkcall(L, "right_expressions.look", KLUA_STACK_ANY);
	thing = luadata_original(L, 1, "right_expressions.look: thing",
				 &luadata_layout_right_expressions_thing);
	data = luadata_input(L, 2, "right_expressions.look: data", 4096, &len);
	lua_charge(L, l_cost_look(thing, len));
	result = thing_look(thing, data, len);
	lua_pushinteger(L, result);
	return 1;
}

#ifndef l_call_double
static inline int l_call_double(int num, struct thing *thing)
{
	return thing->num + num * 2; /* cases/right_expressions.yaml:43 */
}
#endif

/* right_expressions.double(thing): Doubles. */
static int l_double(lua_State *L)
{
	struct thing *thing;
	int result;

	klua_checkcall(L, "right_expressions.double", KLUA_STACK_ANY);
	thing = luadata_original(L, 1, "right_expressions.double: thing",
				 &luadata_layout_right_expressions_thing);
	result = l_call_double(THING_A + 1, thing); /* cases/right_expressions.yaml:43 */
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"slot", l_slot},
	{"words", l_words},
	{"look", l_look},
	{"double", l_double},
	{NULL, NULL},
};

int luaopen_right_expressions(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, mode_names);
	lua_setfield(L, -2, "mode");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_expressions_thing);
	lua_setfield(L, -2, "thing");
	lua_setfield(L, -2, "layouts");
	return 1;
}
