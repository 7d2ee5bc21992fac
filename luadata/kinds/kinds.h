/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the values of a field are to scripts: one file for each kind, behind one table. */
#ifndef LUADATA_KINDS_H
#define LUADATA_KINDS_H

#include "luadata_face.h"

/*
 * struct luadata_value - a value that has been checked, and is to be stored
 * @integer: of integers
 * @bytes: of a Lua string, which lives as long as the value's slot
 * @own: what a text was parsed to
 * @block: whose bytes are looked at when they are stored; or NULL
 * @length: bytes of @bytes or @block
 */
struct luadata_value {
	union {
		int64_t integer;
		const unsigned char *bytes;
		unsigned char own[16];
	};
	const struct luadata_ref *block;
	size_t length;
};

/*
 * struct luadata_kind - what is done with fields of a type
 * @fault: what is wrong with a declaration, NULL when nothing is
 * @push: push the value; @span: where the field lies in the handle of the ref at stack index @idx
 * @add: add it to a text; @depth: how many views it is in
 * @check: raise unless the value at stack index @idx may be written to @room bytes; NULL: none may
 * @store: store it in bytes that are reachable and writable; raises nothing
 * @refusal: what a script should do in place of writing the field as a whole, or NULL
 * @whole: whether a value needs as many bytes as the field has, where others place it
 * @parts: whether the field is worth something when its last bytes are missing
 * @may_be_nil: whether it can read nil though its bytes are there
 *
 * Integers, blocks and views that are read for each packet do not go through the table.
 */
struct luadata_kind {
	const char *(*fault)(const struct luadata_field *f);
	void (*push)(lua_State *L, int idx, const struct luadata_field *f,
		     struct luadata_span span);
	void (*add)(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		    const struct luadata_field *f, struct luadata_span span, int depth);
	void (*check)(lua_State *L, const char *layout, const struct luadata_field *f, size_t room,
		      int idx, struct luadata_value *v);
	void (*store)(const struct luadata_ref *r, const struct luadata_field *f,
		      const struct luadata_span *span, const struct luadata_value *v);
	const char *refusal;
	bool whole;
	bool parts;
	bool may_be_nil;
};

#define LUADATA_KIND(type, name) extern const struct luadata_kind luadata_##name##_kind;
LUADATA_EACH_TYPE(LUADATA_KIND)

/* kinds.c */
extern const struct luadata_kind *const luadata_kinds[LUADATA_TYPES];
const char *luadata_faultof(const struct luadata_field *f);
int luadata_expected(lua_State *L, const char *layout, const struct luadata_field *f,
		     const char *what, int idx);
int luadata_nofunction(lua_State *L, const char *layout, const struct luadata_field *f,
		       const char *instead);

/* integer.c */
void luadata_pushinteger(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
			 struct luadata_span span);
void luadata_addinteger(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_field *f, struct luadata_span span, int depth);
void luadata_checkinteger(lua_State *L, const char *layout, const struct luadata_field *f,
			  size_t room, int idx, struct luadata_value *v);

static inline void luadata_storeinteger(const struct luadata_ref *r, const struct luadata_field *f,
					const struct luadata_span *span,
					const struct luadata_value *v)
{
	if (f->set)
		f->set(r->handle->base + r->offset, v->integer);
	else
		luadata_storevalue(r, f, span->offset, v->integer);
}

/* address.c */
void luadata_addaddress(luaL_Buffer *b, const unsigned char *p, size_t size);

/* bytes.c */
void luadata_pushbytes(lua_State *L, int idx, const struct luadata_field *f,
		       struct luadata_span span);
void luadata_checkbytesof(lua_State *L, const char *layout, const struct luadata_field *f,
			  size_t room, int idx, struct luadata_value *v);
void luadata_storeblock(const struct luadata_ref *r, const struct luadata_field *f,
			const struct luadata_span *span, const struct luadata_value *v);

/* text.c */
void luadata_pushraw(lua_State *L, int idx, const struct luadata_field *f,
		     struct luadata_span span);

/* view.c */
void luadata_addsubview(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_layout *layout, struct luadata_span span, int depth);

#endif
