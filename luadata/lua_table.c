// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Layouts that scripts write as tables: { name = {offset, length [, type [, endian]]} }. */
#include "luadata_face.h"

#define FIELDS_MAX 1000

/* A declaration that a script made. The names are Lua strings, anchored by the layout object. */
struct declaration {
	struct luadata_layout layout;
	struct luadata_field fields[];
};

/* What the table on top says, by position or by name. */
static const char *const says[] = { "", "offset", "length", "type", "endian" };

static int push_element(lua_State *L, int i)
{
	int type = lua_rawgeti(L, -1, i);

	if (type != LUA_TNIL)
		return type;
	lua_pop(L, 1);
	lua_pushstring(L, says[i]);
	return lua_rawget(L, -2);
}

static lua_Integer number_at(lua_State *L, const char *name, int i)
{
	lua_Integer n;

	push_element(L, i);
	if (!lua_isinteger(L, -1))
		luaL_error(L, "layout: field '%s': integer expected as %s element, or %s", name,
			   i == 1 ? "first" : "second", says[i]);
	n = lua_tointeger(L, -1);
	lua_pop(L, 1);
	return n;
}

/* A word that the table may say, and what it stands for. */
struct choice {
	const char *word;
	int value;
};

/* What the word that is element i of the table on top stands for; 0 when there is none. */
static int choice_at(lua_State *L, const char *name, int i, const struct choice *choices)
{
	int value = 0;

	if (push_element(L, i) != LUA_TNIL) {
		const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";

		while (choices->word && strcmp(choices->word, text) != 0) /* bounded: six words */
			choices++;
		if (!choices->word || strlen(choices->word) != lua_rawlen(L, -1))
			luaL_error(L, "layout: field '%s': unknown %s '%s'", name, says[i],
				   luadata_shown(L, text));
		value = choices->value;
	}
	lua_pop(L, 1);
	return value;
}

/* Bits count from the most significant of the first byte. */
static const char *place_number(struct luadata_field *f, uint64_t offset, uint64_t length,
				bool little)
{
	unsigned int lead = offset % 8;
	uint64_t bytes = (lead + length + 7) / 8;

	if (length < 1 || length > 64)
		return "needs 1 to 64 bits";
	if (bytes > 8)
		return "lies in more than 8 bytes";
	if (little && bytes > 1 && (lead != 0 || length % 8 != 0))
		return "a little-endian number of several bytes begins and ends with a byte";
	f->type = LUADATA_TYPE_UINT;
	f->offset = offset / 8;
	f->size = bytes;
	f->bits = length;
	f->shift = bytes * 8 - lead - length;
	if (little)
		f->flags |= LUADATA_FIELD_LITTLE;
	return NULL;
}

/* Fills a field from the table on top of the stack. */
static void read_field(lua_State *L, struct luadata_field *f)
{
	static const struct choice types[] = {
		{ "number", 0 }, { "n", 0 }, { "string", 1 }, { "s", 1 }, { NULL, 0 },
	};
	static const struct choice orders[] = {
		{ "big", 0 },    { "be", 0 }, { "net", 0 },
		{ "little", 1 }, { "le", 1 }, { "host", LUADATA_HOST_LITTLE },
		{ NULL, 0 },
	};
	const char *fault = NULL;
	lua_Integer offset, length;
	bool little;

	if (strnlen(f->name, LUADATA_NAME_MAX + 1) > LUADATA_NAME_MAX)
		luaL_error(L, "layout: field '%s': name longer than 40 bytes",
			   luadata_shown(L, f->name));
	if (!lua_istable(L, -1))
		luaL_error(L, "layout: field '%s': expected {offset, length [, type [, endian]]}",
			   f->name);
	offset = number_at(L, f->name, 1);
	length = number_at(L, f->name, 2);
	little = choice_at(L, f->name, 4, orders);
	f->flags = LUADATA_FIELD_READ | LUADATA_FIELD_WRITE;
	if (offset < 0 || offset > (lua_Integer)LUADATA_SUBJECT_MAX || length < 0 ||
	    length > (lua_Integer)LUADATA_SUBJECT_MAX) {
		fault = "offset or length out of range";
	} else if (choice_at(L, f->name, 3, types) == 0) {
		fault = place_number(f, offset, length, little);
	} else {
		f->type = LUADATA_TYPE_RAW;
		f->flags |= LUADATA_FIELD_PARTIAL;
		f->offset = offset;
		f->size = length;
	}
	if (fault)
		luaL_error(L, "layout: field '%s': %s", f->name, fault);
}

static bool precedes(const struct luadata_field *a, const struct luadata_field *b)
{
	if (a->offset != b->offset)
		return a->offset < b->offset;
	if (a->shift != b->shift)
		return a->shift > b->shift;
	return strcmp(a->name, b->name) < 0;
}

/* Puts field n where it belongs among those before it. */
static void sort_in(struct luadata_field *fields, size_t n)
{
	struct luadata_field f = fields[n];
	size_t low = 0, high = n;

	while (low < high) { /* charged: from_table() */
		size_t middle = (low + high) / 2;

		if (precedes(&f, &fields[middle]))
			high = middle;
		else
			low = middle + 1;
	}
	memmove(&fields[low + 1], &fields[low], (n - low) * sizeof(f));
	fields[low] = f;
}

static size_t count_fields(lua_State *L, int table)
{
	size_t n = 0;

	lua_pushnil(L);
	while (lua_next(L, table)) { /* charged: each field */
		luadata_charge(L, 2);
		if (++n > FIELDS_MAX)
			luaL_error(L, "layout: more than %d fields", FIELDS_MAX);
		lua_pop(L, 1);
	}
	return n;
}

/* Keeps the key below the top of the stack in a table, and returns its text. */
static const char *keep_name(lua_State *L, int names)
{
	if (lua_type(L, -2) != LUA_TSTRING)
		luaL_error(L, "layout: names of fields are strings, got %s", luaL_typename(L, -2));
	lua_pushvalue(L, -2);
	lua_pushboolean(L, 1);
	lua_rawset(L, names);
	return lua_tostring(L, -2);
}

/*
 * Pushes the layout object for the table at an absolute stack index.
 *
 * What allocates may run a finalizer, which may change that table: it is checked again while it is
 * read, and its names are kept apart from it until the layout object has them.
 */
static void from_table(lua_State *L, int table)
{
	size_t n = count_fields(L, table);
	struct declaration *d;
	size_t size = 0;
	int names;

	luadata_charge(L, n * n / 4 + n * 8);
	lua_createtable(L, 0, (int)n);
	names = lua_gettop(L);
	d = lua_newuserdatauv(L, sizeof(*d) + n * sizeof(d->fields[0]), 0);
	memset(d, 0, sizeof(*d) + n * sizeof(d->fields[0]));
	lua_pushnil(L);
	while (d->layout.nfields < n && lua_next(L, table)) { /* charged: before */
		struct luadata_field *f = &d->fields[d->layout.nfields];

		f->name = keep_name(L, names);
		read_field(L, f);
		if (f->offset + (size_t)f->size > size)
			size = f->offset + (size_t)f->size;
		sort_in(d->fields, d->layout.nfields++);
		lua_pop(L, 1);
	}
	lua_settop(L, names + 1);
	d->layout.name = "data";
	d->layout.size = size;
	d->layout.fields = d->fields;
	luadata_newlayout(L, &d->layout, true);
	lua_remove(L, names);
}

/* d:layout(l): from now on the fields of l are keys of the block */
static int apply(lua_State *L)
{
	struct luadata_ref *r = luadata_checkbytes(L, 1);

	luaL_argcheck(L, luadata_classof(L, 1) == LUADATA_CLASS_BLOCK, 1,
		      "a block expected, got a view");
	lua_settop(L, 2);
	if (lua_istable(L, 2)) {
		from_table(L, 2);
		lua_replace(L, 2);
	}
	luadata_checkfree(L, luadata_checklayout(L, 2));
	lua_setiuservalue(L, 1, LUADATA_LAYOUT);
	lua_getiuservalue(L, 1, LUADATA_LAYOUT);
	luadata_setfields(r, lua_touserdata(L, -1));
	r->origin = r->offset;
	lua_settop(L, 1);
	luadata_sethook(L, r, LUADATA_CLASS_BLOCK);
	return 1;
}

/* data.layout{...} makes a layout; data.layout(d, l) and d:layout(l) apply one */
int luadata_layout(lua_State *L)
{
	if (luadata_testref(L, 1))
		return apply(L);
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	from_table(L, 1);
	return 1;
}
