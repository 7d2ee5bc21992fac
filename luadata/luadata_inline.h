/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The part of luadata that a packet pays for: lending, returning, copying, charging, inline. */
#ifndef LUADATA_INLINE_H
#define LUADATA_INLINE_H

/**
 * struct luadata_ref - what a block or a view holds
 * @handle: the memory
 * @fields: hash of the layout's fields in this state, or NULL for a plain block
 * @lease: the loan it was made under; expired when it differs from the handle's
 * @offset: first byte, in the handle
 * @length: bytes
 * @origin: start of the view that the script made, or C: what compression pointers count from
 * @fixed: how many bytes from @offset are known to be present and linear
 * @flags: LUADATA_REF_*
 * @type: of a record of a chain
 */
struct luadata_ref {
	struct luadata_handle *handle;
	const struct luadata_fields *fields;
	uint64_t lease;
	size_t offset;
	size_t length;
	size_t origin;
	uint32_t fixed;
	uint16_t flags;
	uint16_t type;
};

enum {
	LUADATA_REF_BY_C = 1 << 0, /* C made it, or what it is part of: for luadata_checkobject() */
	LUADATA_REF_CLOSED = 1 << 1, /* a C object: its fields are for scripts, its bytes are not */
	LUADATA_REF_FROM_C = LUADATA_REF_BY_C | LUADATA_REF_CLOSED,
	LUADATA_REF_SUMMED = 1 << 2, /* its layout has a checksum */
	LUADATA_REF_COVERED = 1 << 3, /* part of a view with a checksum: a luadata_cover follows */
	LUADATA_REF_ROOT = 1 << 4, /* luadata_newroot() made it: its parts follow */
};

static inline void luadata_lend(struct luadata_handle *h, void *base, size_t length, size_t linear,
				unsigned int flags, const struct luadata_handle_ops *ops,
				void *owner)
{
	h->base = base;
	h->length = length;
	h->linear = linear;
	if ((flags & LUADATA_HANDLE_WRITABLE) && !(ops && (ops->store || ops->may_write)))
		flags |= LUADATA_HANDLE_DIRECT;
	h->flags = flags;
	h->ops = ops;
	h->owner = owner;
	h->lease++;
}

static inline void luadata_lendref(struct luadata_ref *r, size_t offset, size_t length,
				   size_t fixed)
{
	r->lease = r->handle->lease;
	r->offset = offset;
	r->length = length;
	r->origin = offset;
	r->fixed = (uint32_t)fixed;
}

/* A block where @place says; no byte where it says none, and none beyond the handle. */
static inline void luadata_lendplaced(struct luadata_ref *r,
				      bool (*place)(const struct luadata_handle *h, size_t at,
						    struct luadata_span *span))
{
	const struct luadata_handle *h = r->handle;
	struct luadata_span span = { 0, h->length };

	if (!place(h, 0, &span) || span.offset > h->length)
		luadata_lendref(r, 0, 0, 0);
	else
		luadata_lendref(r, span.offset, min(span.length, h->length - span.offset), 0);
}

static inline void luadata_return(struct luadata_handle *h)
{
	h->lease++;
	h->base = NULL;
	h->length = 0;
	h->linear = 0;
	h->flags = 0;
	h->ops = NULL; /* nobody is asked for bytes of a loan that is over */
}

static inline size_t luadata_readable(const struct luadata_handle *h, size_t at)
{
	return h->linear > at ? h->linear - at : 0;
}

/* luadata_copy() - memmove(), which most often has the size of an integer */
static inline void luadata_copy(void *to, const void *from, size_t n)
{
	uint64_t v8;
	uint32_t v4;

	if (n == 1) {
		*(unsigned char *)to = *(const unsigned char *)from;
	} else if (n == 2) {
		memcpy(&v4, from, 2);
		memcpy(to, &v4, 2);
	} else if (n == 4) {
		memcpy(&v4, from, 4);
		memcpy(to, &v4, 4);
	} else if (n == 8) {
		memcpy(&v8, from, 8);
		memcpy(to, &v8, 8);
	} else {
		memmove(to, from, n);
	}
}

/*
 * Charges the running script for work that grows with its data. Our VM counts; stock Lua does
 * not.
 */
static inline void luadata_charge(lua_State *L, size_t n)
{
#ifdef LUA_FIELDHOOK
	if (n)
		lua_charge(L, n);
#else
	(void)L;
	(void)n;
#endif
}

#endif
