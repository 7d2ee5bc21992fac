// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Writing fields: everything is checked before a byte changes. */
#include "kinds/kinds.h"

static void check_access(lua_State *L, const char *layout, const struct luadata_field *f)
{
	if (f->flags & LUADATA_FIELD_OPTIONAL)
		luaL_error(L, "%s.%s: not in this kernel", layout, f->name);
	if (luadata_kinds[f->type]->refusal)
		luaL_error(L, "%s.%s: %s", layout, f->name, luadata_kinds[f->type]->refusal);
	if (!(f->flags & LUADATA_FIELD_WRITE) || (f->get && !f->set) || f->text)
		luaL_error(L, "%s.%s: read-only", layout, f->name);
}

/* Checks that the value at a stack index may be written to a field of `room` bytes. */
static void check_value(lua_State *L, const char *layout, const struct luadata_field *f,
			size_t room, int idx, struct luadata_value *v)
{
	v->block = NULL;
	check_access(L, layout, f);
	if (luadata_isinteger(f))
		luadata_checkinteger(L, layout, f, room, idx, v);
	else
		luadata_kinds[f->type]->check(L, layout, f, room, idx, v);
}

/* Raises unless the owner of the memory lets scripts write a field there. */
static void check_allowed(lua_State *L, const char *layout, const struct luadata_ref *r,
			  const struct luadata_field *f, const struct luadata_span *span)
{
	if (!f->set && !luadata_maywrite(r->handle, f, span))
		luaL_error(L, "%s.%s: read-only here", layout, f->name);
}

/* One past the last byte of the handle that writing a field touches, or its checksum covers. */
static size_t end_of(const struct luadata_ref *r, const struct luadata_field *f,
		     const struct luadata_span *span)
{
	size_t end = span->offset + (luadata_isinteger(f) ? f->size : span->length);
	size_t sum = luadata_sumend(r);

	if (f->set)
		return r->offset + r->fixed;
	return sum > end ? sum : end;
}

/* Stores a checked value in bytes that luadata_writable() prepared. */
static void store(const struct luadata_ref *r, const struct luadata_field *f,
		  const struct luadata_span *span, const struct luadata_value *v)
{
	if (luadata_isinteger(f))
		luadata_storeinteger(r, f, span, v);
	else
		luadata_kinds[f->type]->store(r, f, span, v);
}

/*
 * luadata_setat() - write the value at a stack index to a field that lies at a known range of the
 * handle
 */
void luadata_setat(lua_State *L, const char *layout, struct luadata_ref *r,
		   const struct luadata_field *f, struct luadata_span span, int idx)
{
	struct luadata_field copy;
	struct luadata_value v;

	luadata_charge(L, span.length / 8 + luadata_storecost(r->handle));
	f = luadata_asplaced(f, span.length, &copy);
	check_value(L, layout, f, span.length, idx, &v);
	luadata_live(L, r);
	check_allowed(L, layout, r, f, &span);
	luadata_writable(L, r->handle, end_of(r, f, &span));
	luadata_live(L, r);
	luadata_reserve(L, luadata_sumcost(r));
	store(r, f, &span, &v);
}

static void check_place(lua_State *L, const struct luadata_ref *r, const struct luadata_field *f,
			struct luadata_span *span)
{
	const char *layout = r->fields->layout->name;

	if ((f->flags & LUADATA_FIELD_OPTIONAL) || luadata_locate(L, r, f, span))
		return;
	luaL_error(L, f->place ? "%s.%s: absent" : "%s.%s: outside the data", layout, f->name);
}

/*
 * luadata_setfield() - write a field
 * @idx: absolute stack index of a live ref with a layout
 * @value: absolute stack index of the value
 */
void luadata_setfield(lua_State *L, int idx, const struct luadata_field *f, int value)
{
	struct luadata_ref *r = lua_touserdata(L, idx);
	struct luadata_span span = { 0, 0 };

	check_place(L, r, f, &span);
	luadata_setat(L, r->fields->layout->name, r, f, span, value);
}

static const struct luadata_field *check_key(lua_State *L, const struct luadata_fields *fields,
					     int idx)
{
	const struct luadata_entry *entry = NULL;

	if (lua_type(L, idx) == LUA_TSTRING)
		entry = luadata_findentry(fields, lua_tostring(L, idx));
	if (!entry)
		luadata_nofield(L, fields->layout, luaL_tolstring(L, idx, NULL), NULL);
	return entry->field;
}

/* Fields set together that need no memory for their values. */
#define FEW 8

/* Whether it is the checksum, which is taken as it is: after what would change it. */
static bool is_sum(const struct luadata_layout *layout, const struct luadata_field *f)
{
	return !f->place && layout->checksum && layout->checksum->offset == f->offset;
}

/* A field that is set together with others, and the value that it gets. */
struct set {
	const struct luadata_field *field;
	struct luadata_span span;
	struct luadata_value value;
};

/* Stores what is a checksum, or what is none; nothing raises. */
static void store_all(struct luadata_ref *r, const struct set *sets, size_t n, bool sum)
{
	for (; n > 0; n--, sets++) { /* charged: luadata_setmany() */
		struct luadata_field copy;

		if (is_sum(r->fields->layout, sets->field) == sum)
			store(r, luadata_asplaced(sets->field, sets->span.length, &copy),
			      &sets->span, &sets->value);
	}
}

/*
 * layout.set(v, {name = value, ...}); index 1 is known to be a live ref with this layout
 *
 * From the check on nothing allocates, so that no finalizer changes the table, which keeps the
 * strings. All is charged and reachable before the first store: what is set is set whole.
 */
int luadata_setmany(lua_State *L)
{
	struct luadata_ref *r = lua_touserdata(L, 1);
	const char *layout = r->fields->layout->name;
	struct set few[FEW], *sets = few, *set;
	size_t end = 0, sums = 0, n = 0;

	luaL_checktype(L, 2, LUA_TTABLE);
	lua_settop(L, 2);
	/* One more than there are: it has a wrong name, which is found below. */
	lua_pushnil(L);
	for (; n <= r->fields->layout->nfields && lua_next(L, 2); n++) { /* charged: lua_next() */
		luadata_charge(L, 1);
		lua_pop(L, 1);
	}
	lua_settop(L, 2);
	if (n > FEW) {
		sets = lua_newuserdatauv(L, n * sizeof(*sets), 0);
		luadata_live(L, r);
	}
	lua_pushnil(L);
	for (set = sets; lua_next(L, 2); set++) { /* charged: each field */
		const struct luadata_field *f = check_key(L, r->fields, -2);
		struct luadata_field copy;

		if (set == sets + n)
			luaL_error(L, "the table changes while its fields are set");
		set->field = f;
		set->span = (struct luadata_span){ 0, 0 };
		check_place(L, r, f, &set->span);
		luadata_charge(L, 12 + set->span.length / 8 + luadata_storecost(r->handle));
		f = luadata_asplaced(f, set->span.length, &copy);
		check_value(L, layout, f, set->span.length, lua_gettop(L), &set->value);
		check_allowed(L, layout, r, f, &set->span);
		if (end_of(r, f, &set->span) > end)
			end = end_of(r, f, &set->span);
		sums += luadata_sumcost(r);
		lua_pop(L, 1);
	}
	n = (size_t)(set - sets);
	if (end == 0)
		return 0;
	luadata_writable(L, r->handle, end);
	luadata_live(L, r);
	luadata_reserve(L, sums);
	store_all(r, sets, n, false);
	store_all(r, sets, n, true);
	return 0;
}
