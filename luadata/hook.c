// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Integer fields without a call of a metamethod: for our VM, which asks here first.
 *
 * Whatever is not plain (another type, an absent field, a range of values, memory that is not
 * writable yet) is left to the metamethod, which also words the errors.
 */
#include "luadata_hook.h"

#ifdef LUA_FIELDHOOK

static inline bool fetch(const unsigned char *p, unsigned int op, uint64_t *value)
{
	uint16_t v2;
	uint32_t v4;
	uint64_t v8;

	switch (op) {
	case LUADATA_OP_1:
		*value = *p;
		return true;
	case LUADATA_OP_2SWAP:
		memcpy(&v2, p, 2);
		*value = __builtin_bswap16(v2);
		return true;
	case LUADATA_OP_4SWAP:
		memcpy(&v4, p, 4);
		*value = __builtin_bswap32(v4);
		return true;
	case LUADATA_OP_4:
		memcpy(&v4, p, 4);
		*value = v4;
		return true;
	case LUADATA_OP_2:
		memcpy(&v2, p, 2);
		*value = v2;
		return true;
	case LUADATA_OP_8:
		memcpy(&v8, p, 8);
		*value = v8;
		return true;
	case LUADATA_OP_8SWAP:
		memcpy(&v8, p, 8);
		*value = __builtin_bswap64(v8);
		return true;
	default:
		return false;
	}
}

static int get(const void *ud, const char *key, lua_Integer *result)
{
	const struct luadata_ref *r = ud;
	const struct luadata_handle *h = r->handle;
	const struct luadata_slot *slot;
	uint64_t value;

	if (r->lease != h->lease || !r->fields)
		return 0;
	slot = luadata_findslot(r->fields, key);
	if (!slot || slot->end > r->fixed ||
	    !fetch(h->base + r->offset + slot->offset, slot->op, &value))
		return 0;
	value = (value >> slot->shift) & slot->mask;
	*result = (lua_Integer)((value ^ slot->sign) - slot->sign);
	return slot->result;
}

static int set(void *ud, const char *key, lua_Integer value, int is_bool)
{
	struct luadata_ref *r = ud;
	struct luadata_handle *h = r->handle;
	const struct luadata_slot *slot;

	if (r->lease != h->lease || !r->fields || !(h->flags & LUADATA_WRITABLE))
		return 0;
	slot = luadata_findslot(r->fields, key);
	if (!slot || slot->store == LUADATA_OP_NONE || slot->end > r->fixed ||
	    slot->result != 1 + is_bool)
		return 0;
	if (!luadata_inlimits(slot->field, value))
		return 0;
	luadata_storefield(slot->field, h->base + r->offset + slot->offset, value);
	return 1;
}

const lua_FieldHook luadata_hook = { .get = get, .set = set };

#endif
