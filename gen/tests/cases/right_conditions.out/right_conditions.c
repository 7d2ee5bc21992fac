// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The right_conditions binding: Arrays and texts that are there at times. Generated from
 * cases/right_conditions.yaml.
 */

#include <linux/build_bug.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/thing.h>

#include "klua.h"
#include "glue.h"
#include "right_conditions.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

static bool l_place_bare_list(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct bare *object = (const void *)(h->base + at);

	span->offset = offsetof(struct bare, list);
	span->length = clamp_t(s64, object->number, 0,
			       2) * sizeof(object->list[0]); /* cases/right_conditions.yaml:10 */
	return object->kind < 100; /* cases/right_conditions.yaml:10 */
}

static const char *l_text_bare_text(const void *p, size_t *length)
{
	struct bare *object = (struct bare *)p;
	const char *text = READ_ONCE(object->text);

	*length = IS_ERR_OR_NULL(text) ? 0 : strnlen(text, 4);
	return IS_ERR(text) ? NULL : text;
}

static bool l_place_bare_text(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct bare *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return object->kind == 0; /* cases/right_conditions.yaml:11 */
}

#ifndef l_value_bare_name
#define l_value_bare_name(object) (bare_name(object)) /* cases/right_conditions.yaml:12 */
#endif

static const char *l_text_bare_name(const void *p, size_t *length)
{
	struct bare *object = (struct bare *)p;
	const char *text = l_value_bare_name(object);

	*length = IS_ERR_OR_NULL(text) ? 0 : strnlen(text, 8);
	return IS_ERR(text) ? NULL : text;
}

static bool l_place_bare_name(const struct luadata_handle *h, size_t at, struct luadata_span *span)
{
	const struct bare *object = (const void *)(h->base + at);

	span->offset = 0;
	span->length = 0;
	return object->kind; /* cases/right_conditions.yaml:12 */
}

static_assert(__builtin_types_compatible_p(typeof_member(struct bare, list), u16[]),
	      "cases/right_conditions.yaml:10: bare.list: list of struct bare is not u16[]");
static_assert(__builtin_types_compatible_p(typeof_member(struct bare, list), u16[2]) ||
	      /* A flexible array is compatible with one of no elements, and with no other size. */
	      __builtin_types_compatible_p(typeof_member(struct bare, list), u16[0]),
	      "cases/right_conditions.yaml:10: bare.list: list of struct bare has another size than max, 2");
static_assert(__builtin_types_compatible_p(typeof_member(struct bare, text), char *),
	      "cases/right_conditions.yaml:11: bare.text: text of struct bare is not char *");

static const struct luadata_field bare_list_element = {
	.name = "list",
	.size = sizeof(u16),
	.bits = 8 * sizeof(u16),
	.type = LUADATA_TYPE_UINT,
	.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
};

/* Bytes of an object with the elements that are in use. */
static __maybe_unused size_t l_size_bare(const struct bare *object)
{
	size_t size = sizeof(*object), length;

	length = !(object->kind < 100) ? 0 : clamp_t(s64, object->number, 0,
						     2) * sizeof(object->list[0]); /* cases/right_conditions.yaml:10 */
	size = max(size, offsetof(struct bare, list) + length);
	return size;
}

static const struct luadata_field bare_fields[] = {
	{
		.name = "list",
		.offset = offsetof(struct bare, list),
		.place = l_place_bare_list,
		.type = LUADATA_TYPE_ARRAY,
		.count = 2,
		.element = &bare_list_element,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "text",
		.place = l_place_bare_text,
		.text = l_text_bare_text,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
	},
	{
		.name = "name",
		.place = l_place_bare_name,
		.text = l_text_bare_name,
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
	},
};

const struct luadata_layout luadata_layout_right_conditions_bare = {
	.name = "right_conditions.bare",
	.size = sizeof(struct bare),
	.fields = bare_fields,
	.nfields = LUADATA_COUNT(bare_fields),
	.doc = "No number decides that scripts see",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_right_conditions_bare);

static const luaL_Reg functions[] = {
	{NULL, NULL},
};

int luaopen_right_conditions(lua_State *L)
{
	luaL_newlib(L, functions);
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_right_conditions_bare);
	lua_setfield(L, -2, "bare");
	lua_setfield(L, -2, "layouts");
	return 1;
}
