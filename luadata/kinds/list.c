// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * List fields: records one after another, counted from 1.
 *
 * A list remembers the record that it found last, so that walking over it measures each record
 * once. It measures again what it goes on from: the record may have been written since.
 */
#include "kinds/kinds.h"

#define RECORDS_MAX 16 /* that a text shows */

static const char *fault_of(const struct luadata_field *f)
{
	const struct luadata_list *list = f->list;
	const struct luadata_field *by;

	if (!list || !list->layout || (!list->next && !list->measure) ||
	    !list->next != !list->first)
		return "has no records, or nothing to measure them";
	if (f->flags & LUADATA_FIELD_WRITE)
		return "a list is not for writing";
	if (!list->by)
		return NULL;
	by = luadata_fieldbyname(list->layout, list->by);
	if (!by || !luadata_isinteger(by) || by->get || !by->constants)
		return "is selected by what is no integer with constants";
	return NULL;
}

static void push(lua_State *L, int idx, const struct luadata_field *f, struct luadata_span span)
{
	const struct luadata_ref *r = lua_touserdata(L, idx);
	unsigned int flags = r->flags & LUADATA_REF_FROM_C;
	const char *layout = r->fields->layout->name;
	const struct luadata_fields *fields = luadata_layoutof(L, r, f->list->layout);
	unsigned int first = luadata_firsttype(L, r, f->list);
	struct luadata_records *list;

	list = (struct luadata_records *)luadata_newpart(L, idx, r, LUADATA_CLASS_LIST,
							 sizeof(*list));
	list->ref.flags |= flags;
	luadata_range(&list->ref, span.offset, span.length);
	list->field = f;
	list->layout = layout;
	list->fields = fields;
	list->first = (uint16_t)first;
}

static struct luadata_records *check_list(lua_State *L)
{
	struct luadata_records *list = lua_touserdata(L, 1);

	if (luadata_classof(L, 1) != LUADATA_CLASS_LIST)
		luaL_argerror(L, 1, "list expected");
	luadata_live(L, &list->ref);
	return list;
}

/* As list->next: what is not linear is made so only where the linear bytes are too few to tell. */
static noinline size_t next_of_chain(lua_State *L, struct luadata_handle *h,
				     const struct luadata_list *list, size_t offset, size_t end,
				     unsigned int *type)
{
	size_t linear = luadata_readable(h, offset);
	unsigned int this = *type;
	size_t n = list->next(h->base + offset, min(linear, end - offset), type);

	if (n > 0 || *type == this || linear >= end - offset)
		return n;
	*type = this;
	end = offset + min_t(size_t, list->most, end - offset);
	return list->next(luadata_reach(L, h, end) + offset, end - offset, type);
}

/*
 * luadata_record() - bytes of the record at an offset of a live ref's handle, 0 when there is none
 * @end: of what the list has
 * @type: of a chain: of that record; then of what lies behind it, as luadata_list.next has it
 */
size_t luadata_record(lua_State *L, const struct luadata_ref *r, const struct luadata_list *list,
		      size_t offset, size_t end, unsigned int *type)
{
	/* Bytes for a unit: of records whose length is that of what they have, or is told. */
	unsigned int share = list->layout->reach > 64 ? 2 : 32;
	size_t n;

	luadata_charge(L, 2);
	if (offset >= end && !list->next)
		return 0;
	if (list->next)
		n = next_of_chain(L, r->handle, list, offset, end, type);
	else
		n = list->measure(luadata_reach(L, r->handle, end) + offset, end - offset);
	if (n > end - offset || n < list->layout->size) {
		/* Its parts may have been looked at one by one before the last is missing. */
		luadata_charge(L, min_t(size_t, list->layout->reach, end - offset) / share);
		return 0;
	}
	luadata_charge(L, n / share);
	return n;
}

static size_t measure(lua_State *L, const struct luadata_records *list, size_t offset,
		      unsigned int *type)
{
	return luadata_record(L, &list->ref, list->field->list, offset,
			      list->ref.offset + list->ref.length, type);
}

/*
 * Finds the record at a position; 0 bytes when there is none. The list remembers the last that
 * there is on the way.
 */
static struct luadata_span find(lua_State *L, struct luadata_records *list, lua_Integer position)
{
	struct luadata_span span = { list->ref.offset, 0 };
	unsigned int type = list->first;
	uint32_t at = 1;

	if (position < 1 || position > (lua_Integer)list->ref.length)
		return span; /* a record has a byte at least */
	if (list->position > 0 && position >= list->position) {
		at = list->position;
		span.offset = list->offset;
		type = list->type;
	}
	for (;; at++) { /* charged: luadata_record() */
		unsigned int next = type;

		span.length = measure(L, list, span.offset, &next);
		if (span.length == 0)
			return span;
		list->position = at;
		list->offset = span.offset;
		list->type = (uint16_t)type;
		if (at == position)
			return span;
		span.offset += span.length;
		type = next;
	}
}

/* Pushes the record that was found last; nil when there was none. */
static void push_record(lua_State *L, const struct luadata_records *list, struct luadata_span span)
{
	uint16_t type = list->type; /* a finalizer may find another one */

	if (span.length == 0) {
		lua_pushnil(L);
		return;
	}
	luadata_pushpart(L, 1, &list->ref, list->fields, span);
	((struct luadata_ref *)lua_touserdata(L, -1))->type = type;
}

/* The value that the record found last has of the field that selects; false when it has none. */
static bool kind_of(lua_State *L, const struct luadata_records *list, struct luadata_span record,
		    const struct luadata_field *by, int64_t *value)
{
	struct luadata_ref r = list->ref;
	struct luadata_span span;
	const unsigned char *base;

	luadata_setfields(&r, list->fields);
	luadata_range(&r, record.offset, record.length);
	r.type = list->type;
	if (!luadata_ishere(L, &r, by, &span))
		return false;
	if (!by->size) {
		*value = (int64_t)span.length;
		return true;
	}
	base = luadata_reach(L, r.handle, span.offset + by->size);
	*value = luadata_loadfield(by, base + span.offset);
	return true;
}

/* What selects records of the type that the value at index 2 names, by name or number. */
static const struct luadata_field *check_type(lua_State *L, const struct luadata_records *list,
					      int64_t *type)
{
	const struct luadata_layout *layout = list->fields->layout;
	const struct luadata_constant *c;
	const struct luadata_field *by;

	if (!list->field->list->by || !(lua_type(L, 2) == LUA_TSTRING || lua_isinteger(L, 2)))
		luaL_error(L, "%s.%s: records are numbered from 1", list->layout,
			   list->field->name);
	by = luadata_fieldbyname(layout, list->field->list->by);
	if (lua_isinteger(L, 2)) {
		*type = lua_tointeger(L, 2);
		return by;
	}
	c = luadata_constantbyname(by->constants, lua_tostring(L, 2));
	if (!c || strlen(c->name) != lua_rawlen(L, 2))
		luadata_noconstant(L, layout->name, by, lua_tostring(L, 2));
	*type = c->value;
	return by;
}

/* Finds the first record of a type from a position on. */
static struct luadata_span find_type(lua_State *L, struct luadata_records *list,
				     const struct luadata_field *by, int64_t type,
				     lua_Integer *position)
{
	struct luadata_span record;
	int64_t value;

	/* charged: each record */
	for (; (record = find(L, list, *position)).length > 0; ++*position) {
		luadata_charge(L, 3);
		if (kind_of(L, list, record, by, &value) && value == type)
			break;
	}
	return record;
}

/* list.name: the first record whose type is the constant of that name */
static void push_named(lua_State *L, struct luadata_records *list)
{
	int64_t type;
	const struct luadata_field *by = check_type(L, list, &type);
	lua_Integer position = 1;

	push_record(L, list, find_type(L, list, by, type, &position));
}

/* The next of a type: upvalues are the list and the type, the control variable is the last one. */
static int next_of_type(lua_State *L)
{
	lua_Integer position = luaL_optinteger(L, 2, 0);
	const struct luadata_field *by;
	struct luadata_records *list;
	struct luadata_span record;
	int64_t type;

	if (position == LUA_MAXINTEGER)
		return 0;
	position++;
	lua_settop(L, 0);
	lua_pushvalue(L, lua_upvalueindex(1));
	lua_pushvalue(L, lua_upvalueindex(2));
	list = check_list(L);
	by = check_type(L, list, &type);
	record = find_type(L, list, by, type, &position);
	if (record.length == 0)
		return 0;
	lua_pushinteger(L, position);
	push_record(L, list, record);
	return 2;
}

/* list(type): for position, record in list(type) goes over all records of that type */
static int list_call(lua_State *L)
{
	int64_t type;

	lua_settop(L, 2);
	if (lua_isnil(L, 2))
		return luadata_nofunction(L, check_list(L)->layout, check_list(L)->field,
					  "ipairs(list) goes over its records");
	check_type(L, check_list(L), &type);
	lua_pushinteger(L, type); /* the name is looked up once */
	lua_replace(L, 2);
	lua_pushcclosure(L, next_of_type, 2);
	return 1;
}

static int list_index(lua_State *L)
{
	struct luadata_records *list = check_list(L);

	if (lua_isinteger(L, 2))
		push_record(L, list, find(L, list, lua_tointeger(L, 2)));
	else
		push_named(L, list);
	return 1;
}

static int list_newindex(lua_State *L)
{
	const struct luadata_records *list = check_list(L);

	return luaL_error(L, "%s.%s: a list: write the fields of its records", list->layout,
			  list->field->name);
}

static int list_len(lua_State *L)
{
	const struct luadata_records *list = check_list(L);
	size_t offset = list->ref.offset;
	unsigned int type = list->first;
	uint32_t count = 0;
	size_t n;

	/* charged: luadata_record() */
	for (; (n = measure(L, list, offset, &type)) > 0; count++)
		offset += n;
	lua_pushinteger(L, count);
	return 1;
}

static int list_next(lua_State *L)
{
	struct luadata_records *list = check_list(L);
	lua_Integer position = luaL_optinteger(L, 2, 0);
	struct luadata_span record;

	if (position < 0 || position == LUA_MAXINTEGER)
		return 0;
	record = find(L, list, position + 1);
	if (record.length == 0)
		return 0;
	lua_pushinteger(L, position + 1);
	push_record(L, list, record);
	return 2;
}

static int list_pairs(lua_State *L)
{
	check_list(L);
	lua_pushcfunction(L, list_next);
	lua_pushvalue(L, 1);
	return 2;
}

static void add_records(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
			const struct luadata_field *f, struct luadata_span span, unsigned int next,
			int depth)
{
	size_t end = span.offset + span.length;
	struct luadata_ref record = *r;
	unsigned int i;

	luaL_addchar(b, '[');
	for (i = 0;; i++, span.offset += span.length) { /* bounded: RECORDS_MAX */
		luadata_live(L, r);
		record.type = (uint16_t)next;
		span.length = luadata_record(L, r, f->list, span.offset, end, &next);
		if (span.length == 0)
			break;
		if (i > 0)
			luaL_addstring(b, ", ");
		if (i == RECORDS_MAX) {
			luaL_addstring(b, "...");
			break;
		}
		luadata_addsubview(L, b, &record, f->list->layout, span, depth);
	}
	luaL_addchar(b, ']');
}

static void add(lua_State *L, luaL_Buffer *b, const struct luadata_ref *r,
		const struct luadata_field *f, struct luadata_span span, int depth)
{
	add_records(L, b, r, f, span, luadata_firsttype(L, r, f->list), depth);
}

/* tostring(v.list) */
static int list_tostring(lua_State *L)
{
	const struct luadata_records *list = check_list(L);
	struct luadata_span span = { list->ref.offset, list->ref.length };
	luaL_Buffer b;

	luaL_buffinit(L, &b);
	add_records(L, &b, &list->ref, list->field, span, list->first, 0);
	luaL_pushresult(&b);
	return 1;
}

const luaL_Reg luadata_listmeta[] = {
	{ "__index", list_index },
	{ "__newindex", list_newindex },
	{ "__len", list_len },
	{ "__call", list_call },
	{ "__pairs", list_pairs },
	{ "__tostring", list_tostring },
	{ NULL, NULL },
};

const struct luadata_kind luadata_list_kind = {
	.fault = fault_of,
	.push = push,
	.add = add,
	.refusal = "a list: write the fields of its records",
	.parts = true,
};
