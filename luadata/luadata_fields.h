/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * The fields of a layout by their names, and the short way to read one: inline, also in our VM.
 */
#ifndef LUADATA_FIELDS_H
#define LUADATA_FIELDS_H

#include "luadata.h"

/*
 * struct luadata_entry - a field as the hash of a layout's names holds it
 * @key: address of the interned name, or NULL
 * @field: the declaration
 * @mask: as many low bits as the value has
 * @sign: the sign bit of a signed integer, else 0
 * @end: the field lies in the 8 bytes of the view that end here; LUADATA_NOWHERE when the view has
 *       less than 8 bytes, or the hook must not read the field, and for what needs @other_end
 * @shift: of the value in these 8 bytes, taken as one number
 * @swap: whether that number has the byte order that the machine does not have
 * @result: what the hook tells the VM: a boolean, or an integer and how it is displayed
 * @plain_load: whether the hook may read the field
 * @may_store: what it may write to the field: 1 an integer, 2 a boolean, 0 nothing
 * @by_place: how the hook reads the field, or writes it, where its place function says:
 *            LUADATA_PLACED_…
 * @other_end: @end of a field that has a sign, is a boolean, or has little-endian bytes
 * @part: layout of the sub-view that the field is; set when the state has it already
 * @part_at: how far behind a root the struct luadata_part of that lies; 0: it has none
 *
 * So that one short path without branches reads the plain fields of a network's headers, whatever
 * their sizes.
 */
struct luadata_entry {
	const char *key;
	const struct luadata_field *field;
	uint64_t mask;
	uint64_t sign;
	uint32_t end;
	uint8_t shift;
	uint8_t swap;
	uint8_t result;
	bool plain_load;
	uint8_t may_store;
	uint8_t by_place;
	uint32_t other_end;
	uint32_t part_at;
	const struct luadata_fields *part;
};

#define LUADATA_NOWHERE 0xffffffffu

/* Fields of a root that are there when their place is, and need nothing read beside it. */
enum {
	LUADATA_PLACED_OTHER, /* not one of these: the metamethod reads it */
	LUADATA_PLACED_PART, /* a sub-view */
	LUADATA_PLACED_STABLE, /* one that stays where it is for as long as a loan lasts */
	LUADATA_PLACED_INTEGER, /* of whole bytes */
	LUADATA_PLACED_ADDRESS, /* an integer when it has 4 bytes */
};

/*
 * struct luadata_fields - a layout in one state: the declaration, and its names by identity
 * @layout: the declaration
 * @entries: of field i entries[i + 1]; entries[0] is nobody's. They lie behind the index
 * @multiplier: of the hash, chosen so that no names collide if possible
 * @shift: of the product; the index has 2^(32 - shift) places
 * @object: whether this is a layout of C objects
 * @plain: whether it was made from a table, as in the paper's Luadata
 * @nparts: entries with a @part_at
 * @index: hash of the names: how far behind this the entry lies, in words of 8 bytes; at least
 *         three quarters lead to entries[0]
 */
struct luadata_fields {
	const struct luadata_layout *layout;
	struct luadata_entry *entries;
	uint32_t multiplier;
	uint8_t shift;
	bool object;
	bool plain;
	uint8_t nparts;
	uint16_t index[];
};

/*
 * struct luadata_part - a sub-view of a root
 * @ref: what it is, or NULL: yet to be made
 * @object: the same for the VM
 */
struct luadata_part {
	struct luadata_ref *ref;
	const void *object;
};

static inline uint32_t luadata_hash(const char *key, uint32_t multiplier, unsigned int shift)
{
	return (uint32_t)(uintptr_t)key * multiplier >> shift;
}

/* The entry that a place of the index leads to. */
static inline const struct luadata_entry *luadata_entryat(const struct luadata_fields *fields,
							  uint32_t at)
{
	return (const struct luadata_entry *)((const uint64_t *)fields + fields->index[at]);
}

/* The entry where the search for a name begins: most often its own. */
static inline const struct luadata_entry *luadata_firstentry(const struct luadata_fields *fields,
							     const char *key)
{
	return luadata_entryat(fields, luadata_hash(key, fields->multiplier, fields->shift));
}

static inline const struct luadata_entry *luadata_findentry(const struct luadata_fields *fields,
							    const char *key)
{
	uint32_t i = luadata_hash(key, fields->multiplier, fields->shift);
	const struct luadata_entry *entry;

	/* bounded: the names that collide, fill_hash() */
	while ((entry = luadata_entryat(fields, i))->key) {
		if (entry->key == key)
			return entry;
		i = (i + 1) & (((uint32_t)1 << (32 - fields->shift)) - 1);
	}
	return NULL;
}

#ifdef LUA_FIELDHOOK
/*
 * luadata_readfield() - read a plain field, or a sub-view that has been placed under this loan
 * @placed: result: the entry of another field that has a place in a root, or NULL
 *
 * Answers as the hook's `get` does; 0 for whatever is not that simple: it has to be asked.
 */
static __always_inline int luadata_readfield(const struct luadata_ref *r, const char *key,
					     lua_Integer *result,
					     const struct luadata_entry **placed)
{
	const struct luadata_handle *h = r->handle;
	const struct luadata_entry *entry;
	const struct luadata_part *part;
	uint64_t value;

	*placed = NULL;
	if (r->lease != h->lease || !r->fields)
		return 0;
	entry = luadata_firstentry(r->fields, key);
	__asm__("" : "+r"(entry)); /* in a register: it is not found anew for each member */
	if (entry->key != key)
		return 0;
	if (entry->end <= r->fixed) {
		memcpy(&value, h->base + r->offset + entry->end - sizeof(value), sizeof(value));
		if (LUADATA_HOST_LITTLE)
			value = __builtin_bswap64(value);
		*result = (lua_Integer)((value >> entry->shift) & entry->mask);
		if (entry->result <= LUA_TBOOLEAN)
			__builtin_unreachable(); /* fill_entry() */
		return entry->result;
	}
	if (entry->by_place && (r->flags & LUADATA_REF_ROOT)) {
		part = (const struct luadata_part *)((const char *)r + entry->part_at);
		if (entry->by_place != LUADATA_PLACED_STABLE || !part->ref ||
		    part->ref->lease != r->lease) {
			*placed = entry;
			return 0;
		}
		*result = (lua_Integer)(uintptr_t)part->object;
		return LUA_HOOKOBJECT;
	}
	if (entry->other_end > r->fixed)
		return 0;
	memcpy(&value, h->base + r->offset + entry->other_end - sizeof(value), sizeof(value));
	if (entry->swap)
		value = __builtin_bswap64(value);
	value = (value >> entry->shift) & entry->mask;
	*result = (lua_Integer)((value ^ entry->sign) - entry->sign);
	return entry->result;
}
#endif

#endif
