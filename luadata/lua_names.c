// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Names that scripts get wrong, and the names of values. */
#include "luadata_face.h"

/* The best of the names offered so far. */
struct nearest {
	const char *wanted;
	size_t length; /* of what counts of the wanted name */
	const char *name;
	unsigned int distance;
};

static void offer(lua_State *L, struct nearest *best, const char *name)
{
	unsigned int distance;

	luadata_charge(L, 2 + (best->length + 1) * (strnlen(name, LUADATA_NAME_MAX) + 1) / 2);
	distance = luadata_distance(best->wanted, name);
	if (distance < best->distance) {
		best->distance = distance;
		best->name = name;
	}
}

static struct nearest begin(const char *wanted)
{
	struct nearest best = { wanted, strnlen(wanted, LUADATA_NAME_MAX), NULL, 0 };

	/* Two letters in three must be right: a name that shares less was not meant. */
	best.distance = (unsigned int)(best.length + 1) / 3 + 1;
	return best;
}

static const char *hint(lua_State *L, const struct nearest *best)
{
	return best->name ? lua_pushfstring(L, " (nearest: '%s')", best->name) : "";
}

const char *luadata_shown(lua_State *L, const char *text)
{
	if (strnlen(text, LUADATA_SHOWN_MAX + 1) <= LUADATA_SHOWN_MAX)
		return text;
	return lua_pushfstring(L, "%s...", lua_pushlstring(L, text, LUADATA_SHOWN_MAX));
}

LUADATA_EXPORT(luadata_shown);

/* Raises: "WHO has no WHAT 'NAME' (nearest: 'NAME')" */
static int unknown(lua_State *L, const char *who, const char *what, const struct nearest *best)
{
	return luaL_error(L, "%s has no %s '%s'%s", who, what, luadata_shown(L, best->wanted),
			  hint(L, best));
}

/*
 * luadata_nofield() - raise for a field that a layout does not have
 * @functions: what else has a name there, or NULL
 */
int luadata_nofield(lua_State *L, const struct luadata_layout *layout, const char *name,
		    const luaL_Reg *functions)
{
	struct nearest best = begin(name);
	size_t i;

	for (i = 0; i < layout->nfields; i++) /* charged: offer() */
		offer(L, &best, layout->fields[i].name);
	for (; functions && functions->name; functions++) /* charged: offer() */
		offer(L, &best, functions->name);
	return unknown(L, layout->name, "field", &best);
}

/* luadata_noconstant() - raise for a name that an enumeration does not have */
int luadata_noconstant(lua_State *L, const char *layout, const struct luadata_field *f,
		       const char *name)
{
	struct nearest best = begin(name);
	const struct luadata_constant *c;

	for (c = f->constants; c->name; c++) /* charged: offer() */
		offer(L, &best, c->name);
	return unknown(L, lua_pushfstring(L, "%s.%s", layout, f->name), "constant", &best);
}

/* __index of a binding's table: only what is not there comes here */
static int no_name(lua_State *L)
{
	struct nearest best;

	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 2);
	best = begin(luaL_tolstring(L, 2, NULL));
	lua_pushnil(L);
	while (lua_next(L, 1)) { /* charged: each name */
		luadata_charge(L, 2);
		if (lua_type(L, -2) == LUA_TSTRING)
			offer(L, &best, lua_tostring(L, -2));
		lua_pop(L, 1);
	}
	return luaL_error(L, "%s has no '%s'%s", lua_tostring(L, lua_upvalueindex(1)),
			  luadata_shown(L, best.wanted), hint(L, &best));
}

void luadata_closenames(lua_State *L, const char *name)
{
	lua_createtable(L, 0, 1);
	lua_pushstring(L, name);
	lua_pushcclosure(L, no_name, 1);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
}

int luadata_nokey(lua_State *L, const char *what, const char *const *keys, const char *key)
{
	struct nearest best = begin(key);

	for (; *keys; keys++) /* charged: offer() */
		offer(L, &best, *keys);
	return luaL_error(L, "%s: unknown key '%s'%s", what, luadata_shown(L, key), hint(L, &best));
}

LUADATA_EXPORT(luadata_nokey);

/* luadata_findconstant() - luadata_constantbyname() that is charged for */
const struct luadata_constant *luadata_findconstant(lua_State *L, const struct luadata_constant *c,
						    const char *name)
{
	size_t n = 0;

	for (; c[n].name; n++) /* charged: below, a spec's constants */
		if (strcmp(c[n].name, name) == 0)
			break;
	luadata_charge(L, n / 8);
	return c[n].name ? &c[n] : NULL;
}

/* luadata_addflags() - add the names of the bits that are set, with '|' between them */
void luadata_addflags(luaL_Buffer *b, const struct luadata_field *f, uint64_t value)
{
	char hex[LUADATA_TEXT_MAX];
	const struct luadata_constant *c;
	unsigned int digits = 1;
	uint64_t rest = value;
	const char *separator = "";

	for (c = f->constants; c->name; c++) { /* bounded: a spec's constants */
		uint64_t mask = (uint64_t)c->value;

		if ((value & mask) != mask || (mask ? !(rest & mask) : value != 0))
			continue;
		luaL_addstring(b, separator);
		luaL_addstring(b, c->name);
		separator = "|";
		rest &= ~mask;
	}
	if (rest == 0 && *separator)
		return;
	while (digits < 16 && rest >> 4 * digits) /* bounded: 16 digits */
		digits++;
	luaL_addstring(b, separator);
	luaL_addstring(b, "0x");
	luaL_addlstring(b, hex, luadata_hex(hex, rest, digits));
}

/* The constant that has n letters for its name, or NULL. */
static const struct luadata_constant *named(const struct luadata_constant *c, const char *name,
					    size_t n)
{
	for (; c->name; c++) /* charged: luadata_checkflags() */
		if (!strncmp(c->name, name, n) && !c->name[n])
			return c;
	return NULL;
}

/* What looking for one name among the constants is charged. */
static size_t name_cost(const struct luadata_field *f)
{
	const struct luadata_constant *c = f->constants;

	while (c->name) /* bounded: a spec's constants */
		c++;
	return 4 + (size_t)(c - f->constants) / 2;
}

/* luadata_checkflags() - the bits that names joined by '|' stand for; raises for an unknown one */
int64_t luadata_checkflags(lua_State *L, const char *layout, const struct luadata_field *f, int idx)
{
	const char *text = lua_tostring(L, idx);
	size_t unit = name_cost(f);
	uint64_t value = 0;

	luadata_charge(L, lua_rawlen(L, idx) / 8);
	while (*text) { /* charged: each name */
		const struct luadata_constant *c;
		size_t n;

		luadata_charge(L, unit);
		n = strcspn(text, "|");
		c = named(f->constants, text, n);
		if (!c)
			luadata_noconstant(L, layout, f, lua_pushlstring(L, text, n));
		value |= (uint64_t)c->value;
		text += n;
		if (*text && !*++text)
			luadata_noconstant(L, layout, f, "");
	}
	return (int64_t)value;
}

/* luadata_newconstants() - push the read-only table of a field's constants */
void luadata_newconstants(lua_State *L, const struct luadata_layout *layout,
			  const struct luadata_field *f)
{
	struct luadata_constants *c = lua_newuserdatauv(L, sizeof(*c), 1);

	c->field = f;
	c->layout = layout;
	luadata_setclass(L, LUADATA_CLASS_CONSTANTS);
}

static const struct luadata_constants *check_constants(lua_State *L)
{
	if (luadata_classof(L, 1) != LUADATA_CLASS_CONSTANTS)
		luaL_argerror(L, 1, "constants expected");
	return lua_touserdata(L, 1);
}

static int constants_index(lua_State *L)
{
	const struct luadata_constants *set = check_constants(L);
	const char *name = luaL_tolstring(L, 2, NULL);
	const struct luadata_constant *c = luadata_findconstant(L, set->field->constants, name);

	if (!c)
		return luadata_noconstant(L, set->layout->name, set->field, name);
	lua_pushinteger(L, c->value);
	return 1;
}

static int constants_newindex(lua_State *L)
{
	const struct luadata_constants *set = check_constants(L);

	return luaL_error(L, "%s.%s: constants are read-only", set->layout->name, set->field->name);
}

static int constants_next(lua_State *L)
{
	const struct luadata_constant *c = check_constants(L)->field->constants;

	if (!lua_isnoneornil(L, 2)) {
		c = luadata_findconstant(L, c, luaL_checkstring(L, 2));
		if (!c)
			return luaL_argerror(L, 2, "no such constant");
		c++;
	}
	if (!c->name)
		return 0;
	lua_pushstring(L, c->name);
	lua_pushinteger(L, c->value);
	return 2;
}

static int constants_pairs(lua_State *L)
{
	check_constants(L);
	lua_pushcfunction(L, constants_next);
	lua_pushvalue(L, 1);
	return 2;
}

static int constants_tostring(lua_State *L)
{
	const struct luadata_constants *set = check_constants(L);

	lua_pushfstring(L, "constants of %s.%s", set->layout->name, set->field->name);
	return 1;
}

const luaL_Reg luadata_constantsmeta[] = {
	{ "__index", constants_index },
	{ "__newindex", constants_newindex },
	{ "__pairs", constants_pairs },
	{ "__tostring", constants_tostring },
	{ NULL, NULL },
};
