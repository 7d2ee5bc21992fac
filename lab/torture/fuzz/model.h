/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * model.h: what a field must be, worked out apart from the library: from the declaration and the
 * bytes, bit by bit, with sums that cannot wrap.
 */
#ifndef FUZZ_MODEL_H
#define FUZZ_MODEL_H

#include "fuzz.h"

enum fuzz_state {
	FUZZ_UNKNOWN, /* what its place depends on cannot be had */
	FUZZ_EXPIRED,
	FUZZ_ABSENT,
	FUZZ_THERE,
};

/**
 * struct fuzz_model - a field of a view or block, or an element of an array
 * @r: through what it is reached
 * @f: its declaration
 * @state: whether it is there
 * @offset: if it is: first byte, in the handle
 * @length: bytes that it may touch
 * @type: the value of an integer of no bytes: what a chain tells
 */
struct fuzz_model {
	const struct luadata_ref *r;
	const struct luadata_field *f;
	enum fuzz_state state;
	size_t offset;
	size_t length;
	int64_t type;
};

/** fuzz_modelof() - of a value and a key, both in the stack; false: the key is no field of it */
bool fuzz_modelof(lua_State *L, int idx, int key, struct fuzz_model *m);

/** fuzz_modelread() - why a value on top of the stack is not what reading must give, or NULL */
const char *fuzz_modelread(lua_State *L, const struct fuzz_model *m);

/** fuzz_modelaccess() - why reading must raise, whatever the bytes are; NULL: it must not */
const char *fuzz_modelaccess(const struct fuzz_model *m);

/** fuzz_modelwrite() - why the value at an index must not be written, or NULL */
const char *fuzz_modelwrite(lua_State *L, const struct fuzz_model *m, int value);

/**
 * fuzz_modelwritten() - why a write of the value at an index must not have left these bytes
 * @before: of the handle
 * @after: likewise
 */
const char *fuzz_modelwritten(lua_State *L, const struct fuzz_model *m, int value,
			      const unsigned char *before, const unsigned char *after);

/** fuzz_byteat() - a byte of a live handle, linear or not */
unsigned char fuzz_byteat(const struct luadata_handle *h, size_t at);

/** fuzz_rangeof() - the range that a value is, if it is one: block, view, array, list */
const struct luadata_ref *fuzz_rangeof(lua_State *L, int idx);

/** fuzz_modelrange() - why a live range must not be, or not inside of another (NULL: any) */
const char *fuzz_modelrange(const struct luadata_ref *r, const struct luadata_ref *parent);

#endif
