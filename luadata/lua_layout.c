// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Layout objects: a declared layout in one Lua state. */
#include "luadata_face.h"

/* User values of a layout object. */
enum {
	NAMES = 1,       /* table: anchors the names; name → constants, number → function */
	DECLARATION = 2, /* what holds the declaration, when scripts made it */
};

/* Odd numbers without a pattern; layouts take the one that makes the fewest names collide. */
static const uint32_t multipliers[] = {
	0x9e3779b1u, 0x85ebca77u, 0xc2b2ae3du, 0x27d4eb2fu,
	0x165667b1u, 0xcc9e2d51u, 0x1b873593u, 0xe6546b65u,
};

#define NMULTIPLIERS (sizeof(multipliers) / sizeof((multipliers)[0]))

/* Whether a field is an integer that lies where it is declared. */
static bool isplain(const struct luadata_field *f)
{
	return luadata_isinteger(f) && !f->place && !f->get && !f->set &&
	       !(f->flags & LUADATA_OPTIONAL);
}

/* Says where a plain field is found in 8 bytes of its view. */
static void set_window(struct luadata_slot *slot, const struct luadata_field *f, size_t size)
{
	bool little = (f->flags & LUADATA_LITTLE) && f->type != LUADATA_ADDRESS;
	unsigned int shift = f->type == LUADATA_ADDRESS ? 0 : f->shift;
	uint32_t field_end = f->offset + f->size;

	slot->swap = little != LUADATA_HOST_LITTLE;
	if (size < 8 || field_end > size || !slot->plain_load)
		return;
	slot->end = field_end < 8 ? 8 : field_end;
	slot->shift = shift + 8 * (little ? f->offset - (slot->end - 8) : slot->end - field_end);
}

static void fill_slot(struct luadata_slot *slot, const char *key, const struct luadata_field *f,
		      size_t size)
{
	slot->key = key;
	slot->field = f;
	slot->end = LUADATA_NOWHERE;
	slot->result = f->type == LUADATA_BOOL ? 2 : 1;
	if (!isplain(f))
		return;
	slot->plain_load = f->flags & LUADATA_READABLE;
	slot->plain_store = (f->flags & (LUADATA_WRITE | LUADATA_STRICT)) == LUADATA_WRITE;
	slot->mask = luadata_mask(f->type == LUADATA_ADDRESS ? f->size * 8 : f->bits);
	if (f->type == LUADATA_INT)
		slot->sign = (uint64_t)1 << (f->bits - 1);
	set_window(slot, f, size);
}

/* Puts a key into the first free slot; returns how many were taken on the way. */
static unsigned int insert(struct luadata_fields *fields, const char *key, uint32_t *at)
{
	uint32_t last = ((uint32_t)1 << (32 - fields->shift)) - 1;
	unsigned int taken = 0;

	for (*at = luadata_hash(key, fields->multiplier, fields->shift); fields->slots[*at].key;
	     taken++)
		*at = (*at + 1) & last;
	fields->slots[*at].key = key;
	return taken;
}

static unsigned int insert_all(struct luadata_fields *fields, const char *const *keys)
{
	uint32_t nslots = (uint32_t)1 << (32 - fields->shift);
	unsigned int taken = 0;
	uint32_t at;
	size_t i;

	memset(fields->slots, 0, nslots * sizeof(fields->slots[0]));
	for (i = 0; i < fields->layout->nfields; i++) {
		taken += insert(fields, keys[i], &at);
		fill_slot(&fields->slots[at], keys[i], &fields->layout->fields[i],
			  fields->layout->size);
	}
	return taken;
}

static void fill_hash(struct luadata_fields *fields, const char *const *keys)
{
	unsigned int fewest = ~0u;
	uint32_t best = multipliers[0];
	size_t i;

	for (i = 0; i < NMULTIPLIERS && fewest > 0; i++) {
		unsigned int taken;

		fields->multiplier = multipliers[i];
		taken = insert_all(fields, keys);
		if (taken < fewest) {
			fewest = taken;
			best = multipliers[i];
		}
	}
	fields->multiplier = best;
	insert_all(fields, keys);
}

/* Interns the names into the table at stack index `names`, and checks the declarations. */
static void intern_names(lua_State *L, const struct luadata_layout *layout, int names,
			 const char **keys)
{
	size_t i;

	for (i = 0; i < layout->nfields; i++) {
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

	for (i = 0; i < layout->nfields; i++)
		if (layout->fields[i].get || layout->fields[i].set)
			return true;
	return layout->flags & LUADATA_OBJECT;
}

/*
 * luadata_newlayout() - push a new layout object
 * @layout: the declaration; when @plain, held by the value on top of the stack, which is consumed
 * @plain: whether a script made it
 */
void luadata_newlayout(lua_State *L, const struct luadata_layout *layout, bool plain)
{
	unsigned int log = 1;
	struct luadata_fields *fields;
	const char **keys;
	int self;

	luaL_checkstack(L, 8, NULL);
	if (layout->size >= LUADATA_NOWHERE)
		luaL_error(L, "layout %s: too large", layout->name);
	if (layout->nfields > 65535)
		luaL_error(L, "layout %s: too many fields", layout->name);
	while ((size_t)1 << log < 2 * layout->nfields)
		log++;
	fields = lua_newuserdatauv(L, sizeof(*fields) + (sizeof(fields->slots[0]) << log), 2);
	self = lua_gettop(L);
	memset(fields, 0, sizeof(*fields) + (sizeof(fields->slots[0]) << log));
	fields->layout = layout;
	fields->multiplier = multipliers[0];
	fields->shift = 32 - log;
	fields->plain = plain;
	fields->object = reads_objects(layout);
	keys = lua_newuserdatauv(L, (layout->nfields + 1) * sizeof(*keys), 0);
	lua_createtable(L, 0, (int)layout->nfields);
	intern_names(L, layout, self + 2, keys);
	fill_hash(fields, keys);
	lua_setiuservalue(L, self, NAMES);
	lua_pop(L, 1);
	if (plain) {
		lua_pushvalue(L, self - 1);
		lua_setiuservalue(L, self, DECLARATION);
		lua_remove(L, self - 1);
	}
	luadata_setkind(L, LUADATA_KIND_LAYOUT);
}

static struct luadata_slot *slot_of(struct luadata_fields *fields, const struct luadata_field *f)
{
	struct luadata_slot *slot = fields->slots;

	while (slot->field != f)
		slot++;
	return slot;
}

void luadata_pushlayout(lua_State *L, const struct luadata_layout *layout)
{
	struct luadata_fields *fields;
	size_t i;

	if (lua_rawgetp(L, LUA_REGISTRYINDEX, layout) == LUA_TUSERDATA)
		return;
	lua_pop(L, 1);
	luadata_newlayout(L, layout, false);
	fields = lua_touserdata(L, -1);
	lua_pushvalue(L, -1);
	lua_rawsetp(L, LUA_REGISTRYINDEX,
		    layout); /* before the parts: layouts may contain each other */
	for (i = 0; i < layout->nfields; i++) {
		const struct luadata_field *f = &layout->fields[i];

		if (f->type == LUADATA_ARRAY)
			f = f->element;
		if (f->type != LUADATA_VIEW)
			continue;
		luadata_pushlayout(L, f->layout);
		if (f == &layout->fields[i])
			slot_of(fields, f)->part = lua_touserdata(L, -1);
		lua_pop(L, 1);
	}
}

LUADATA_EXPORT(luadata_pushlayout);

struct luadata_fields *luadata_testlayout(lua_State *L, int idx)
{
	return luadata_kindof(L, idx) == LUADATA_KIND_LAYOUT ? lua_touserdata(L, idx) : NULL;
}

struct luadata_fields *luadata_checklayout(lua_State *L, int idx)
{
	struct luadata_fields *fields = luadata_testlayout(L, idx);

	if (!fields)
		luaL_argerror(L, idx,
			      lua_pushfstring(L, "layout expected, got %s", luaL_typename(L, idx)));
	return fields;
}

/* The live ref at index 1, which must have the layout that the running function belongs to. */
static struct luadata_ref *check_own(lua_State *L)
{
	const struct luadata_fields *fields = lua_touserdata(L, lua_upvalueindex(1));
	struct luadata_ref *r = luadata_checkref(L, 1);

	if (r->fields != fields)
		luaL_argerror(L, 1,
			      lua_pushfstring(L, "%s expected, got %s", fields->layout->name,
					      r->fields ? r->fields->layout->name : "data"));
	return r;
}

static const struct luadata_field *check_name(lua_State *L, const struct luadata_fields *fields)
{
	const char *name = luaL_checkstring(L, 2);
	const struct luadata_slot *slot = luadata_findslot(fields, name);

	if (!slot)
		luadata_nofield(L, fields->layout, name);
	return slot->field;
}

/* layout.has(v, name): whether the field has a value */
static int layout_has(lua_State *L)
{
	const struct luadata_ref *r = check_own(L);
	struct luadata_span span;

	lua_pushboolean(L, luadata_ishere(r, check_name(L, r->fields), &span));
	return 1;
}

/* layout.set(v, {name = value, ...}) */
static int layout_set(lua_State *L)
{
	check_own(L);
	return luadata_setmany(L);
}

/* layout.name(v, name): what the value of the field is called, or nil */
static int layout_name(lua_State *L)
{
	const struct luadata_ref *r = check_own(L);
	const struct luadata_field *f = check_name(L, r->fields);
	const struct luadata_constant *c = NULL;

	luadata_getfield(L, 1, f);
	if (f->constants && lua_isinteger(L, -1))
		c = luadata_constantbyvalue(f->constants, lua_tointeger(L, -1));
	lua_pushstring(L, c ? c->name : NULL);
	return 1;
}

/* layout.dump(v) */
static int layout_dump(lua_State *L)
{
	check_own(L);
	return luadata_dump(L);
}

static const luaL_Reg functions[] = {
	{ "dump", layout_dump }, { "has", layout_has }, { "name", layout_name },
	{ "set", layout_set },   { NULL, NULL },
};

/* __index of layouts: one of the functions, or the constants of a field */
static int layout_index(lua_State *L)
{
	const struct luadata_fields *fields = luadata_checklayout(L, 1);
	const char *name = luaL_checkstring(L, 2);
	const struct luadata_slot *slot;
	int i;

	lua_settop(L, 2);
	lua_getiuservalue(L, 1, NAMES);
	for (i = 0; functions[i].name; i++) {
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
	slot = luadata_findslot(fields, lua_tostring(L, 2));
	if (!slot)
		return luadata_nofield(L, fields->layout, name);
	if (!slot->field->constants)
		return luaL_error(L, "%s.%s has no constants", fields->layout->name, name);
	lua_pushvalue(L, 2);
	if (lua_rawget(L, 3) == LUA_TUSERDATA)
		return 1;
	luadata_newconstants(L, fields->layout, slot->field);
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
