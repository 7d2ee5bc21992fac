// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Fields that are blocks. */
#include "kinds/kinds.h"

void luadata_pushbytes(lua_State *L, int idx, const struct luadata_field *f,
		       struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	struct luadata_ref *part = luadata_newpart(L, idx, r, LUADATA_CLASS_BLOCK, sizeof(*part));

	(void)f;
	luadata_range(part, span.offset, span.length);
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	char text[LUADATA_TEXT_MAX];

	(void)L;
	(void)r;
	(void)f;
	(void)depth;
	luaL_addchar(b, '<');
	luaL_addlstring(b, text, luadata_decimal(text, span.length, false));
	luaL_addstring(b, " bytes>");
}

/* The whole of a field: a string or a block of exactly its length. */
void luadata_checkbytesof(lua_State *L, const char *layout, const struct luadata_field *f,
			  size_t room, int idx, struct luadata_value *v)
{
	v->block = luadata_testref(L, idx);
	if (v->block) {
		struct luadata_span all = { 0, v->block->length };

		luadata_checkbytes(L, idx);
		luadata_bytes(L, v->block, &all);
		v->length = all.length;
	} else if (lua_type(L, idx) == LUA_TSTRING) {
		v->bytes = (const unsigned char *)lua_tolstring(L, idx, &v->length);
	} else {
		luadata_expected(L, layout, f, "a string or a block", idx);
	}
	if (v->length != room)
		luaL_error(L, "%s.%s: expected %I bytes, got %I", layout, f->name,
			   (lua_Integer)room, (lua_Integer)v->length);
}

void luadata_storeblock(const struct luadata_ref *r, const struct luadata_field *f,
			const struct luadata_span *span, const struct luadata_value *v)
{
	const struct luadata_ref *from = v->block;

	(void)f;
	if (!from)
		luadata_storebytes(r, span->offset, v->bytes, v->length);
	else if (luadata_islive(from) && from->offset + v->length <= from->handle->linear)
		luadata_storebytes(r, span->offset, from->handle->base + from->offset, v->length);
}

const struct luadata_kind luadata_bytes_kind = {
	.push = luadata_pushbytes,
	.add = add,
	.check = luadata_checkbytesof,
	.store = luadata_storeblock,
	.parts = true,
};
