// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Layout objects: a declared layout in one Lua state. */
#include "kinds/kinds.h"

/* User values of a layout object. */
enum {
	NAMES = 1,       /* table: anchors the names; name → constants, number → function */
	DECLARATION = 2, /* what holds the declaration, when scripts made it */
};

/*
 * So many odd numbers without a pattern are tried; the one is taken that makes the fewest names
 * collide.
 */
#define MULTIPLIERS 32
#define PARTS_MAX 32 /* sub-views of a root that are made once */

#define FIRST_MULTIPLIER 0x9e3779b1u
#define NEXT_MULTIPLIER 0x85ebca77u /* times the last */

#define LAYOUTS_DEEP 32 /* layouts of C in each other */

/* Whether a field is an integer that lies where it is declared. */
static bool isplain(const struct luadata_field *f)
{
	return luadata_isinteger(f) && f->size && !f->place && !f->get && !f->set &&
	       !(f->flags & LUADATA_FIELD_OPTIONAL);
}

static bool is_little(const struct luadata_field *f)
{
	return (f->flags & LUADATA_FIELD_LITTLE) && f->type != LUADATA_TYPE_ADDRESS;
}

/* Says where a plain field is found in 8 bytes of its view. */
static void set_window(struct luadata_entry *entry, const struct luadata_field *f, size_t size)
{
	bool little = is_little(f) && f->size > 1;
	unsigned int shift = f->type == LUADATA_TYPE_ADDRESS ? 0 : f->shift;
	uint32_t field_end = f->offset + f->size;
	uint32_t end = field_end < 8 ? 8 : field_end;

	if (size < 8 || field_end > size || !entry->plain_load)
		return;
	entry->shift = shift + 8 * (little ? f->offset - (end - 8) : end - field_end);
	entry->swap = little != LUADATA_HOST_LITTLE;
	if (little || entry->sign || f->type == LUADATA_TYPE_BOOL)
		entry->other_end = end;
	else
		entry->end = end;
}

/* What the VM puts beside the value of an integer field; a place that has 4 bytes is IPv4's. */
static uint8_t tag_of(const struct luadata_field *f)
{
#ifdef LUA_DISPLAYS
	if (f->type == LUADATA_TYPE_ADDRESS && f->place)
		return lua_displaytag(LUADATA_SHOWN_IPV4);
	return lua_displaytag(luadata_shownas(f));
#else
	(void)f;
	return LUA_TNUMBER;
#endif
}

static bool is_whole(const struct luadata_field *f)
{
	return f->type <= LUADATA_TYPE_INT && f->bits == 8 * f->size && !f->shift &&
	       (f->size == 1 || f->size == 2 || f->size == 4 || f->size == 8);
}

/* Whether a field is where its place is, and no byte of its layout has to be there before. */
static bool has_place_alone(const struct luadata_field *f, const struct luadata_layout *layout)
{
	if (!f->place || f->get || layout->size || layout->reach)
		return false;
	return (f->flags & (LUADATA_FIELD_READ | LUADATA_FIELD_OPTIONAL)) == LUADATA_FIELD_READ;
}

static uint8_t placed_as(const struct luadata_field *f, const struct luadata_layout *layout)
{
	if (!has_place_alone(f, layout))
		return LUADATA_PLACED_OTHER;
	if (f->type == LUADATA_TYPE_ADDRESS)
		return LUADATA_PLACED_ADDRESS;
	return is_whole(f) ? LUADATA_PLACED_INTEGER : LUADATA_PLACED_OTHER;
}

static uint8_t storable_as(const struct luadata_field *f)
{
	if ((f->flags & (LUADATA_FIELD_WRITE | LUADATA_FIELD_STRICT)) != LUADATA_FIELD_WRITE)
		return 0;
	if (f->set || f->list)
		return 0;
	return f->type == LUADATA_TYPE_BOOL ? 2 : 1;
}

static unsigned int bits_of(const struct luadata_field *f)
{
	if (f->type != LUADATA_TYPE_ADDRESS)
		return f->bits;
	return f->place ? 32 : f->size * 8;
}

static void fill_entry(struct luadata_entry *entry, const char *key, const struct luadata_field *f,
		       const struct luadata_layout *layout)
{
	entry->key = key;
	entry->field = f;
	entry->end = LUADATA_NOWHERE;
	entry->other_end = LUADATA_NOWHERE;
	entry->result = f->type == LUADATA_TYPE_BOOL ? LUA_TBOOLEAN : tag_of(f);
	entry->by_place = placed_as(f, layout);
	entry->swap = is_little(f) != LUADATA_HOST_LITTLE;
	if (f->type == LUADATA_TYPE_INT)
		entry->sign = (uint64_t)1 << (f->bits - 1);
	if (isplain(f) || entry->by_place) {
		entry->may_store = storable_as(f);
		entry->mask = luadata_mask(bits_of(f));
	}
	if (!isplain(f))
		return;
	entry->plain_load = f->flags & LUADATA_FIELD_READ;
	set_window(entry, f, layout->size);
}

static uint32_t places(const struct luadata_fields *fields)
{
	return (uint32_t)1 << (32 - fields->shift);
}

static uint16_t distance(const struct luadata_fields *fields, size_t i)
{
	return (uint16_t)((const uint64_t *)&fields->entries[i] - (const uint64_t *)fields);
}

/* Returns how many places were taken on the way of all names, for the multiplier as it is. */
static unsigned int fill_index(struct luadata_fields *fields)
{
	uint16_t nobody = distance(fields, 0);
	unsigned int taken = 0;
	size_t i;

	for (i = 0; i < places(fields); i++) /* charged: luadata_newlayout() */
		fields->index[i] = nobody;
	for (i = 1; i <= fields->layout->nfields; i++) { /* charged: luadata_newlayout() */
		uint32_t at =
			luadata_hash(fields->entries[i].key, fields->multiplier, fields->shift);

		for (; fields->index[at] != nobody; taken++) /* charged: fill_hash() */
			at = (at + 1) & (places(fields) - 1);
		fields->index[at] = distance(fields, i);
	}
	return taken;
}

static void fill_hash(lua_State *L, struct luadata_fields *fields, const char *const *keys)
{
	uint32_t best = FIRST_MULTIPLIER;
	unsigned int fewest = ~0u;
	size_t i;

	for (i = 0; i < fields->layout->nfields; i++) /* charged: luadata_newlayout() */
		fill_entry(&fields->entries[i + 1], keys[i], &fields->layout->fields[i],
			   fields->layout);
	fields->multiplier = FIRST_MULTIPLIER;
	for (i = 0; i < MULTIPLIERS && fewest > 0; i++) {
		unsigned int taken = fill_index(fields);

		luadata_charge(L, taken / 16);
		if (taken < fewest) {
			fewest = taken;
			best = fields->multiplier;
		}
		fields->multiplier *= NEXT_MULTIPLIER;
	}
	fields->multiplier = best;
	fill_index(fields);
}

/* Interns the names into the table at stack index `names`, and checks the declarations. */
static void intern_names(lua_State *L, const struct luadata_layout *layout, int names,
			 const char **keys)
{
	size_t i;

	for (i = 0; i < layout->nfields; i++) { /* charged: luadata_newlayout() */
		const struct luadata_field *f = &layout->fields[i];
		const char *fault = luadata_faultof(f);

		if (!fault) {
			keys[i] = lua_pushstring(L, f->name);
			lua_pushvalue(L, -1);
			if (lua_rawget(L, names) != LUA_TNIL)
				fault = "named twice";
			lua_pop(L, 1);
		}
		if (fault)
			luaL_error(L, "layout %s: field '%s': %s", layout->name,
				   f->name ? f->name : "", fault);
		lua_pushboolean(L, 0);
		lua_rawset(L, names);
	}
}

static bool reads_objects(const struct luadata_layout *layout)
{
	size_t i;

	for (i = 0; i < layout->nfields; i++) /* charged: luadata_newlayout() */
		if (layout->fields[i].set)
			return true;
	return layout->flags & LUADATA_LAYOUT_OBJECT;
}

/* luadata_checkfree() - raise unless scripts may put a layout over bytes of their choice */
void luadata_checkfree(lua_State *L, const struct luadata_fields *fields)
{
	if (fields->object)
		luaL_error(L, "%s: only the kernel puts layouts over its objects",
			   fields->layout->name);
	if (fields->layout->flags & LUADATA_LAYOUT_CHAINED)
		luaL_error(L, "%s: only its list knows what a record is", fields->layout->name);
}

/*
 * luadata_newlayout() - push a new layout object
 * @layout: the declaration; when @plain, held by the value on top of the stack, which is consumed
 * @plain: whether a script made it
 */
void luadata_newlayout(lua_State *L, const struct luadata_layout *layout, bool plain)
{
	size_t entries = (layout->nfields + 1) * sizeof(struct luadata_entry);
	struct luadata_fields *fields;
	unsigned int log = 2;
	size_t index;
	const char **keys;
	const char *fault;
	size_t size;
	int self;

	luaL_checkstack(L, 8, NULL);
	luadata_setdisplays(L); /* not every script requires the library's table */
	fault = luadata_faultoflayout(layout);
	if (fault)
		luaL_error(L, "layout %s: %s", layout->name, fault);
	while ((size_t)1 << log < 4 * layout->nfields) /* bounded: 16 turns */
		log++;
	luadata_charge(L, layout->nfields * MULTIPLIERS);
	index = sizeof(fields->index[0]) << log;
	size = sizeof(*fields) + index + entries;
	fields = lua_newuserdatauv(L, size, 2);
	self = lua_gettop(L);
	memset(fields, 0, size);
	fields->layout = layout;
	fields->entries = (struct luadata_entry *)((char *)(fields + 1) + index);
	fields->shift = 32 - log;
	fields->plain = plain;
	fields->object = reads_objects(layout);
	keys = lua_newuserdatauv(L, (layout->nfields + 1) * sizeof(*keys), 0);
	lua_createtable(L, 0, (int)layout->nfields);
	intern_names(L, layout, self + 2, keys);
	fill_hash(L, fields, keys);
	lua_setiuservalue(L, self, NAMES);
	lua_pop(L, 1);
	if (plain) {
		lua_pushvalue(L, self - 1);
		lua_setiuservalue(L, self, DECLARATION);
		lua_remove(L, self - 1);
	}
	luadata_setclass(L, LUADATA_CLASS_LAYOUT);
}

/* The layout of a field's view, of its elements or of its records; NULL for others. */
static const struct luadata_layout *part_of(const struct luadata_field *f)
{
	if (f->type == LUADATA_TYPE_ARRAY)
		f = f->element;
	if (f->type == LUADATA_TYPE_LIST)
		return f->list->layout;
	return f->type == LUADATA_TYPE_VIEW ? f->layout : NULL;
}

/* Of a root: sub-view @n, from 0. */
static void set_part(struct luadata_entry *entry, const struct luadata_layout *layout,
		     unsigned int n)
{
	entry->part_at = sizeof(struct luadata_ref) + n * sizeof(struct luadata_part);
	if (has_place_alone(entry->field, layout))
		entry->by_place = entry->field->flags & LUADATA_FIELD_STABLE ?
			LUADATA_PLACED_STABLE : LUADATA_PLACED_PART;
}

/* recursion: LAYOUTS_DEEP. Leaves the layout on the stack. */
static void push_layout(lua_State *L, const struct luadata_layout *layout, int depth)
{
	struct luadata_fields *fields;
	size_t i;

	if (depth == LAYOUTS_DEEP)
		luaL_error(L, "layout %s: more than %d layouts, each in another", layout->name,
			   LAYOUTS_DEEP);
	if (lua_rawgetp(L, LUA_REGISTRYINDEX, layout) == LUA_TUSERDATA)
		return;
	lua_pop(L, 1);
	luadata_newlayout(L, layout, false);
	fields = lua_touserdata(L, -1);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX,
		    layout); /* before the parts: layouts may contain each other */
	for (i = 0; i < layout->nfields; i++) { /* charged: luadata_newlayout() */
		const struct luadata_field *f = &layout->fields[i];
		const struct luadata_layout *part = part_of(f);

		if (!part)
			continue;
		push_layout(L, part, depth + 1);
		if (f->type == LUADATA_TYPE_VIEW) {
			fields->entries[i + 1].part = lua_touserdata(L, -1);
			if (!(f->flags & LUADATA_FIELD_OPTIONAL) && fields->nparts < PARTS_MAX)
				set_part(&fields->entries[i + 1], layout, fields->nparts++);
		}
		lua_pop(L, 1);
	}
}

void luadata_pushlayout(lua_State *L, const struct luadata_layout *layout)
{
	push_layout(L, layout, 0);
}

LUADATA_EXPORT(luadata_pushlayout);

struct luadata_fields *luadata_testlayout(lua_State *L, int idx)
{
	return luadata_classof(L, idx) == LUADATA_CLASS_LAYOUT ? lua_touserdata(L, idx) : NULL;
}

struct luadata_fields *luadata_checklayout(lua_State *L, int idx)
{
	struct luadata_fields *fields = luadata_testlayout(L, idx);

	if (!fields)
		luaL_argerror(L, idx,
			      lua_pushfstring(L, "layout expected, got %s", luaL_typename(L, idx)));
	return fields;
}

/* Where a layout has views of another one, the way to that one's own functions; else "". */
static const char *way_to(lua_State *L, const struct luadata_layout *from,
			  const struct luadata_layout *to, const char *function)
{
	size_t i;

	luadata_charge(L, from->nfields / 8);
	for (i = 0; i < from->nfields; i++) /* charged: before */
		if (part_of(&from->fields[i]) == to)
			return lua_pushfstring(L, ": %s.%s.%s takes it", from->name,
					       from->fields[i].name, function);
	return "";
}

/*
 * The live ref at index 1, which must have the layout that the running function belongs to.
 * @function is its name.
 */
static struct luadata_ref *check_own(lua_State *L, const char *function)
{
	const struct luadata_fields *fields = lua_touserdata(L, lua_upvalueindex(1));
	struct luadata_ref *r = luadata_checkref(L, 1);
	const struct luadata_layout *own = fields->layout;

	if (r->fields == fields)
		return r;
	luaL_argerror(L, 1,
		      r->fields ? lua_pushfstring(L, "a view of %s expected, got one of %s%s",
						  own->name, r->fields->layout->name,
						  way_to(L, own, r->fields->layout, function))
				: lua_pushfstring(L, "a view of %s expected, got data", own->name));
	return NULL;
}

static const struct luadata_field *check_name(lua_State *L, const struct luadata_fields *fields)
{
	const char *name = luaL_checkstring(L, 2);
	const struct luadata_entry *entry = luadata_findentry(fields, name);

	if (!entry)
		luadata_nofield(L, fields->layout, name, NULL);
	return entry->field;
}

/* layout.has(v, name): whether the field has a value */
static int layout_has(lua_State *L)
{
	const struct luadata_ref *r = check_own(L, "has");
	const struct luadata_field *f = check_name(L, r->fields);
	struct luadata_span span;
	bool here = luadata_ishere(L, r, f, &span);

	if (here && (f->text || luadata_kinds[f->type]->may_be_nil)) {
		luadata_getfield(L, 1, f);
		here = !lua_isnil(L, -1);
	}
	lua_pushboolean(L, here);
	return 1;
}

/* layout.set(v, {name = value, ...}) */
static int layout_set(lua_State *L)
{
	check_own(L, "set");
	return luadata_setmany(L);
}

/* layout.name(v, name): what the value of the field is called, or nil */
static int layout_name(lua_State *L)
{
	const struct luadata_ref *r = check_own(L, "name");
	const struct luadata_field *f = check_name(L, r->fields);
	const struct luadata_constant *c = NULL;

	luadata_getfield(L, 1, f);
	if ((f->flags & LUADATA_FIELD_FLAGS) && lua_isinteger(L, -1)) {
		uint64_t value = (uint64_t)lua_tointeger(L, -1);
		luaL_Buffer b;

		luaL_buffinit(L, &b);
		luadata_addflags(&b, f, value);
		luaL_pushresult(&b);
		return 1;
	}
	if (f->constants && lua_isinteger(L, -1))
		c = luadata_constantbyvalue(f->constants, lua_tointeger(L, -1));
	lua_pushstring(L, c ? c->name : NULL);
	return 1;
}

/* layout.dump(v) */
static int layout_dump(lua_State *L)
{
	check_own(L, "dump");
	return luadata_dump(L);
}

static const luaL_Reg functions[] = {
	{ "dump", layout_dump }, { "has", layout_has }, { "name", layout_name },
	{ "set", layout_set },   { NULL, NULL },
};

/* __index of layouts: a function, the constants of a field, or the layout of its parts */
static int layout_index(lua_State *L)
{
	const struct luadata_fields *fields = luadata_checklayout(L, 1);
	const char *name = luaL_checkstring(L, 2);
	const struct luadata_entry *entry;
	int i;

	lua_settop(L, 2);
	lua_getiuservalue(L, 1, NAMES);
	for (i = 0; functions[i].name; i++) { /* bounded: four functions */
		if (strcmp(functions[i].name, name) != 0)
			continue;
		if (lua_rawgeti(L, 3, i + 1) != LUA_TNIL)
			return 1;
		lua_pushvalue(L, 1);
		lua_pushcclosure(L, functions[i].func, 1);
		lua_pushvalue(L, -1);
		lua_rawseti(L, 3, i + 1);
		return 1;
	}
	entry = luadata_findentry(fields, lua_tostring(L, 2));
	if (!entry)
		return luadata_nofield(L, fields->layout, name, functions);
	if (part_of(entry->field)) {
		luadata_pushlayout(L, part_of(entry->field));
		return 1;
	}
	if (!entry->field->constants)
		return luaL_error(L, "%s.%s has no constants", fields->layout->name, name);
	lua_pushvalue(L, 2);
	if (lua_rawget(L, 3) == LUA_TUSERDATA)
		return 1;
	luadata_newconstants(L, fields->layout, entry->field);
	lua_pushvalue(L, 1);
	lua_setiuservalue(L, -2, 1);
	lua_pushvalue(L, 2);
	lua_pushvalue(L, -2);
	lua_rawset(L, 3);
	return 1;
}

static int layout_newindex(lua_State *L)
{
	return luaL_error(L, "%s: a layout is read-only", luadata_checklayout(L, 1)->layout->name);
}

static int layout_tostring(lua_State *L)
{
	lua_pushfstring(L, "layout %s", luadata_checklayout(L, 1)->layout->name);
	return 1;
}

const luaL_Reg luadata_layoutmeta[] = {
	{ "__call", luadata_viewof },
	{ "__index", layout_index },
	{ "__newindex", layout_newindex },
	{ "__tostring", layout_tostring },
	{ NULL, NULL },
};
