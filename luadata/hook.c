// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Integer fields without a call of a metamethod: for our VM, which asks here first, and tells when
 * memory goes.
 *
 * Whatever is not plain (another type, an absent field, a name that is none, memory that is not
 * writable yet, a value that does not fit) is left to the metamethod, which also words the errors.
 */
#include "luadata_hook.h"

#ifdef LUA_FIELDHOOK

static int get_none(const void *ud, const char *key, lua_Integer *result)
{
	(void)ud;
	(void)key;
	(void)result;
	return 0;
}

static int set_none(void *ud, const char *key, lua_Integer value, int is_bool)
{
	(void)ud;
	(void)key;
	(void)value;
	(void)is_bool;
	return 0;
}

static inline size_t end_of(const struct luadata_field *f)
{
	return (size_t)f->offset + f->size;
}

/* Reads what the VM does not find the short way: a name that collides, a view of few bytes. */
static int get(const void *ud, const char *key, lua_Integer *result)
{
	const struct luadata_ref *r = ud;
	const struct luadata_entry *entry;
	lua_FieldValue value;

	if (r->lease != r->handle->lease || !r->fields)
		return 0;
	entry = luadata_findentry(r->fields, key);
	if (entry && entry->by_place && (r->flags & LUADATA_REF_ROOT)) {
		value = luadata_getplaced(r, entry);
		*result = value.value;
		return value.kind;
	}
	if (!entry || !entry->plain_load || end_of(entry->field) > r->fixed)
		return 0;
	*result =
		luadata_loadfield(entry->field, r->handle->base + r->offset + entry->field->offset);
	return entry->result;
}

/* Puts the bits of a value beside the others of @size bytes of its field: to @to, from @from. */
static inline void put(unsigned char *to, const unsigned char *from,
		       const struct luadata_entry *entry, size_t size, uint64_t value)
{
	const struct luadata_field *f = entry->field;
	unsigned int shift = f->type == LUADATA_TYPE_ADDRESS ? 0 : f->shift;
	uint64_t mask = entry->mask << shift;
	uint16_t v2;
	uint32_t v4;

	value = value << shift & mask;
	if (size == 1) {
		*to = (*from & ~mask) | value;
	} else if (size == 2) {
		memcpy(&v2, from, sizeof(v2));
		v2 = ((entry->swap ? __builtin_bswap16(v2) : v2) & ~mask) | value;
		v2 = entry->swap ? __builtin_bswap16(v2) : v2;
		memcpy(to, &v2, sizeof(v2));
	} else if (size == 4) {
		memcpy(&v4, from, sizeof(v4));
		v4 = ((entry->swap ? __builtin_bswap32(v4) : v4) & ~mask) | value;
		v4 = entry->swap ? __builtin_bswap32(v4) : v4;
		memcpy(to, &v4, sizeof(v4));
	} else {
		luadata_copy(to, from, size);
		luadata_storefield(f, to, (int64_t)(value >> shift));
	}
}

/* The entry of a field that the hook may write, and that may take a value; or NULL. */
static inline const struct luadata_entry *entry_for(const struct luadata_ref *r, const char *key,
						    lua_Integer value, int is_bool)
{
	const struct luadata_entry *entry = luadata_firstentry(r->fields, key);

	if (entry->key != key)
		entry = luadata_findentry(r->fields, key);
	if (!entry || entry->may_store != 1 + is_bool)
		return NULL;
	if ((((uint64_t)value + entry->sign) & ~entry->mask) != 0)
		return NULL;
	if ((entry->field->flags & LUADATA_FIELD_RANGED) && !luadata_inlimits(entry->field, value))
		return NULL;
	return entry;
}

/* Where its field lies in the handle; false: not there, or the metamethod has to look. */
static inline bool find_span(const struct luadata_ref *r, const struct luadata_entry *entry,
			     struct luadata_span *span)
{
	if (entry->by_place)
		return luadata_findplaced(r, entry, span);
	span->offset = r->offset + entry->field->offset;
	span->length = entry->field->size;
	return end_of(entry->field) <= r->fixed;
}

/* As luadata_writable(), which finds out why when this fails, and charges for what costs. */
static inline bool try_writable(struct luadata_handle *h, size_t end)
{
	if (h->flags & LUADATA_HANDLE_WRITABLE)
		return true;
	if (!h->ops || !h->ops->try_writable || !h->ops->try_writable(h, end))
		return false;
	if (luadata_isdirect(h))
		h->flags |= LUADATA_HANDLE_DIRECT;
	return true;
}

/* Units that a write may leave to be charged with the next one. */
#define SUM_AT_ONCE 1024

/*
 * Writes where a checksum follows, where the owner of the memory stores or has to be asked first,
 * and where a place function says: more units than a plain write. The fixed part is linear, and
 * stays so.
 */
static noinline int set_followed(void *ud, const char *key, lua_Integer value, int is_bool)
{
	const struct luadata_ref *r = ud;
	struct luadata_handle *h = r->handle;
	const struct luadata_entry *entry;
	struct luadata_span span;
	unsigned char bytes[8];
	size_t end, sum;

	if (r->lease != h->lease || !r->fields || h->work || r->fixed < r->fields->layout->size)
		return 0;
	entry = entry_for(r, key, value, is_bool);
	if (!entry || !find_span(r, entry, &span) || !luadata_maywrite(h, entry->field, &span))
		return 0;
	end = span.offset + span.length;
	sum = luadata_sumend(r);
	if (sum > end)
		end = sum;
	if (!try_writable(h, end) || end > h->linear)
		return 0;
	put(bytes, h->base + span.offset, entry, span.length, (uint64_t)value);
	if (luadata_stores(h)) {
		h->ops->store(h, span.offset, bytes, span.length);
		return 4 + LUADATA_STORE;
	}
	if (luadata_sumcost(r) > SUM_AT_ONCE)
		return 0;
	luadata_storebytes(r, span.offset, bytes, span.length);
	return 4 + luadata_storecost(h);
}

static noinline int set_direct(void *ud, const char *key, lua_Integer value, int is_bool)
{
	struct luadata_ref *r = ud;
	const struct luadata_handle *h = r->handle;
	const struct luadata_entry *entry;
	unsigned char *p;

	if (r->lease != h->lease || !r->fields)
		return 0;
	entry = entry_for(r, key, value, is_bool);
	if (!entry)
		return 0;
	if (entry->by_place)
		return set_followed(ud, key, value, is_bool);
	if (end_of(entry->field) > r->fixed)
		return 0;
	p = h->base + r->offset + entry->field->offset;
	put(p, p, entry, entry->field->size, (uint64_t)value);
	return 1;
}

static int set(void *ud, const char *key, lua_Integer value, int is_bool)
{
	const struct luadata_ref *r = ud;

	return r->handle->flags & LUADATA_HANDLE_DIRECT ? set_direct(ud, key, value, is_bool)
							: set_followed(ud, key, value, is_bool);
}

static void free_object(void *ud)
{
	struct luadata_ref *r = ud;

	luadata_release(r->handle);
}

static void free_handle(void *ud)
{
	luadata_release(ud);
}

#define FIELDS(set, free, text)                         \
	{                                               \
		get, set, free, luadata_getplaced, text \
	}
#define NO_FIELDS(free)                              \
	{                                            \
		get_none, set_none, free, NULL, NULL \
	}

const lua_FieldHook luadata_hooks[LUADATA_CLASSES][2] = {
	[LUADATA_NOT_OURS] = { NO_FIELDS(NULL), NO_FIELDS(NULL) },
	[LUADATA_CLASS_BLOCK] = { FIELDS(set, NULL, luadata_pushcontents),
				  FIELDS(set_followed, NULL, luadata_pushcontents) },
	[LUADATA_CLASS_VIEW] = { FIELDS(set, NULL, NULL), FIELDS(set_followed, NULL, NULL) },
	[LUADATA_CLASS_OBJECT] = { FIELDS(set, free_object, NULL),
				   FIELDS(set_followed, free_object, NULL) },
	[LUADATA_CLASS_ARRAY] = { NO_FIELDS(NULL), NO_FIELDS(NULL) },
	[LUADATA_CLASS_LIST] = { NO_FIELDS(NULL), NO_FIELDS(NULL) },
	[LUADATA_CLASS_LAYOUT] = { NO_FIELDS(NULL), NO_FIELDS(NULL) },
	[LUADATA_CLASS_CONSTANTS] = { NO_FIELDS(NULL), NO_FIELDS(NULL) },
	[LUADATA_CLASS_HANDLE] = { NO_FIELDS(free_handle), NO_FIELDS(free_handle) },
};

#endif
