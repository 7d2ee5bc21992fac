// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The machine: eight registers that hold values, and the operations of scripts on them. */
#include <stdio.h>
#include <stdlib.h>

#include "checked.h"
#include "operand.h"
#include "walk.h"

#define STEPS 40 /* of a program */

static const char *const methods[] = {
	"byte",  "checksum", "dump",    "find",   "gmatch", "layout",
	"match", "new",      "segment", "unpack", "text",   "addr",
};

static const char *const globals[] = { "pairs", "ipairs", "tostring", "next", "rawlen", "type" };
static const char *const layout_functions[] = { "set", "has", "name", "dump" };

/* What is done to a block is done to a string of its bytes, too, where there is such a function. */
static void add_twins(lua_State *L)
{
	static const char *const compared[] = { "byte", "find", "match" };
	size_t i, k;

	lua_newtable(L);
	lua_getglobal(L, "string");
	for (i = 0; i < COUNT(methods); i++) {
		lua_pushboolean(L, 0);
		for (k = 0; k < COUNT(compared); k++) {
			if (strcmp(methods[i], compared[k]) == 0) {
				lua_pop(L, 1);
				lua_getfield(L, -1, compared[k]);
			}
		}
		lua_rawseti(L, -3, i + 1);
	}
	lua_pop(L, 1);
	lua_rawseti(L, FUZZ_TABLE, FUZZ_TWINS);
}

void fuzz_opslibrary(lua_State *L)
{
	size_t i, n = 0;

	lua_settop(L, FUZZ_TABLE);
	luaopen_luadata(L);
	lua_newtable(L);
	for (i = 0; i < COUNT(methods); i++) {
		lua_getfield(L, 2, methods[i]);
		lua_rawseti(L, 3, ++n);
	}
	for (i = 0; i < COUNT(globals); i++) {
		lua_getglobal(L, globals[i]);
		lua_rawseti(L, 3, ++n);
	}
	lua_rawseti(L, FUZZ_TABLE, FUZZ_FUNCTIONS);
	add_twins(L);
	lua_newtable(L);
	lua_rawseti(L, FUZZ_TABLE, FUZZ_LAYOUTS);
	lua_newtable(L);
	lua_rawseti(L, FUZZ_TABLE, FUZZ_MAKERS);
	lua_settop(L, FUZZ_TABLE);
}

/* The layout of a field's parts, or NULL. */
static const struct luadata_layout *part_of(const struct luadata_field *f)
{
	if (f->type == LUADATA_TYPE_ARRAY)
		f = f->element;
	if (f->type == LUADATA_TYPE_LIST)
		return f->list->layout;
	return f->type == LUADATA_TYPE_VIEW ? f->layout : NULL;
}

static bool is_there(lua_State *L, int array)
{
	size_t i, n = lua_rawlen(L, array);
	bool found = false;

	for (i = 1; i <= n && !found; i++) {
		lua_rawgeti(L, array, i);
		found = lua_rawequal(L, -1, array + 1);
		lua_pop(L, 1);
	}
	return found;
}

void fuzz_addlayouts(lua_State *L, const struct luadata_layout *layout)
{
	int array = lua_gettop(L) + 1;
	bool known;
	size_t i;

	luaL_checkstack(L, 10, NULL);
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_LAYOUTS);
	luadata_pushlayout(L, layout);
	known = is_there(L, array);
	if (!known)
		lua_rawseti(L, array, lua_rawlen(L, array) + 1);
	lua_settop(L, array - 1);
	for (i = 0; i < layout->nfields && !known; i++)
		if (part_of(&layout->fields[i]))
			fuzz_addlayouts(L, part_of(&layout->fields[i]));
}

/* ---- operations ---- */

/* Pushes something, and a key of it; returns its index. */
static int push_keyed(lua_State *L)
{
	int idx = fuzz_pushregister(L);

	if (fuzz_below(4) == 0)
		fuzz_pushvalue(L);
	else
		fuzz_pushname(L, idx);
	return idx;
}

static void get(lua_State *L)
{
	int idx = push_keyed(L);

	if (!fuzz_read(L, idx))
		lua_error(L);
	fuzz_keep(L);
}

static void set(lua_State *L)
{
	int idx = push_keyed(L);

	fuzz_pushfit(L, idx, idx + 1);
	fuzz_write(L, idx);
}

/* A value for each field. */
static void set_all(lua_State *L)
{
	int idx = fuzz_pushregister(L);
	const struct luadata_ref *r = luadata_testref(L, idx);
	const struct luadata_layout *layout = r && r->fields ? r->fields->layout : NULL;
	size_t i;

	for (i = 0; layout && i < layout->nfields && fuzz_more(); i++) {
		lua_pushstring(L, layout->fields[i].name);
		fuzz_pushfit(L, idx, idx + 1);
		fuzz_write(L, idx);
		lua_settop(L, idx);
	}
}

static void layout_call(lua_State *L)
{
	unsigned int which = fuzz_below(2 * COUNT(layout_functions));
	const struct luadata_ref *r;
	int idx;

	fuzz_pushlayout(L);
	idx = fuzz_pushregister(L);
	r = luadata_testref(L, idx);
	if (r && r->fields && !r->fields->plain && fuzz_below(4)) {
		luadata_pushlayout(L, r->fields->layout); /* the view's own, mostly */
		lua_replace(L, idx - 1);
	}
	if (which >= COUNT(layout_functions))
		which = 0;
	lua_getfield(L, idx - 1, layout_functions[which]);
	lua_pushvalue(L, idx);
	if (which == 0) {
		fuzz_pushvalues(L, idx);
		fuzz_writemany(L);
	} else {
		fuzz_pushname(L, idx);
		lua_call(L, 2, 1);
		fuzz_keep(L);
	}
}

static void call_function(lua_State *L)
{
	int i, n = fuzz_below(4), which;

	lua_rawgeti(L, FUZZ_TABLE, FUZZ_TWINS);
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_FUNCTIONS);
	which = fuzz_byte() % lua_rawlen(L, -1) + 1;
	lua_rawgeti(L, -2, which);
	lua_rawgeti(L, -2, which);
	fuzz_pushregister(L);
	for (i = 0; i < n; i++)
		fuzz_pushvalue(L);
	fuzz_callboth(L, n + 1, FUZZ_WORK + 3);
	fuzz_keep(L);
	fuzz_keep(L);
}

/* string.unpack, with the string first */
static int unpack_string(lua_State *L)
{
	lua_pushvalue(L, 1);
	lua_remove(L, 1);
	lua_insert(L, 2);
	lua_getglobal(L, "string");
	lua_getfield(L, -1, "unpack");
	lua_replace(L, -2);
	lua_insert(L, 1);
	lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
	return lua_gettop(L);
}

/* unpack with a format of its letters. A NUL, which ends it for strings, is none of them. */
static void unpack(lua_State *L)
{
	bool positioned = fuzz_below(2);

	lua_pushcfunction(L, unpack_string);
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_FUNCTIONS);
	lua_rawgeti(L, -1, 10); /* data.unpack */
	if (fuzz_below(2))
		lua_rawgeti(L, FUZZ_TABLE, FUZZ_BLOCK);
	else
		fuzz_pushregister(L);
	fuzz_pushformat(L);
	if (positioned)
		lua_pushinteger(L, fuzz_number());
	fuzz_callboth(L, 2 + positioned, FUZZ_WORK + 1);
}

static void call_register(lua_State *L)
{
	fuzz_pushregister(L);
	fuzz_pushregister(L);
	fuzz_pushvalue(L);
	lua_call(L, 2, 2);
	fuzz_keep(L);
	fuzz_keep(L);
}

static void view(lua_State *L)
{
	int idx;

	fuzz_pushlayout(L);
	idx = fuzz_pushregister(L);
	lua_pushvalue(L, idx - 1);
	lua_pushvalue(L, idx);
	lua_pushinteger(L, fuzz_number());
	lua_call(L, 2, 1);
	fuzz_derived(L, idx, idx + 1);
	fuzz_keep(L);
}

static void table_layout(lua_State *L)
{
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_FUNCTIONS);
	lua_rawgeti(L, -1, 6); /* data.layout */
	if (fuzz_below(2) == 0)
		fuzz_pushregister(L);
	fuzz_pushtablelayout(L);
	lua_call(L, lua_gettop(L) - FUZZ_WORK - 1, 1);
	fuzz_keep(L);
}

static void make_object(lua_State *L)
{
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_MAKERS);
	if (lua_rawlen(L, -1) == 0)
		return;
	lua_rawgeti(L, -1, fuzz_byte() % lua_rawlen(L, -1) + 1);
	lua_pushinteger(L, fuzz_below(20));
	lua_call(L, 1, 1);
	fuzz_keep(L);
}

static void close_object(lua_State *L)
{
	int idx = fuzz_pushregister(L);

	if (luaL_callmeta(L, idx, "__close"))
		lua_pop(L, 1);
}

static void take_block(lua_State *L)
{
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_BLOCK);
	fuzz_keep(L);
}

static void all_of(lua_State *L)
{
	fuzz_walk(L, fuzz_pushregister(L));
}

static void text_of(lua_State *L)
{
	int idx = fuzz_pushregister(L);

	lua_rawgeti(L, FUZZ_TABLE, FUZZ_FUNCTIONS);
	lua_rawgeti(L, -1, 11); /* data.text */
	lua_pushvalue(L, idx);
	fuzz_pushname(L, idx);
	lua_call(L, 2, 1);
}

static void element(lua_State *L)
{
	int idx = fuzz_pushregister(L);

	lua_pushinteger(L, fuzz_number());
	if (!fuzz_read(L, idx))
		lua_error(L);
	fuzz_keep(L);
}

static void happen(lua_State *L)
{
	(void)L;
	fuzz_event(fuzz_byte());
}

static int finalizer(lua_State *L)
{
	happen(L);
	return 0;
}

static void arm(lua_State *L)
{
	fuzz_arm(L, finalizer, fuzz_byte() * 4);
}

static void (*const operations[])(lua_State *L) = {
	get,          set,         layout_call, call_function, view,       call_register,
	table_layout, make_object, get,         set_all,       take_block, all_of,
	unpack,       text_of,     element,     close_object,  happen,     arm,
};

static int operation(lua_State *L)
{
	lua_settop(L, FUZZ_WORK - 1);
	lua_pushnil(L);
	operations[fuzz_below(COUNT(operations))](L);
	return 0;
}

/* Now and then memory runs out during the operation. */
static void step(lua_State *L)
{
	unsigned int how = fuzz_byte();

	lua_pushvalue(L, FUZZ_TABLE);
	lua_pushvalue(L, FUZZ_REGS);
	fuzz_starve(how >= 224 ? (long)how - 224 : -1);
	fuzz_try(L, operation, 2, 0);
	fuzz_starve(-1);
	lua_settop(L, FUZZ_REGS);
}

/* Puts a layout over the block, and reads all that there is, before anything else. */
static int first_view(lua_State *L)
{
	lua_settop(L, FUZZ_WORK - 1);
	fuzz_pushlayout(L);
	lua_rawgeti(L, FUZZ_TABLE, FUZZ_BLOCK);
	lua_pushvalue(L, FUZZ_WORK);
	lua_pushvalue(L, FUZZ_WORK + 1);
	lua_call(L, 1, 1);
	fuzz_derived(L, FUZZ_WORK + 1, FUZZ_WORK + 2);
	lua_replace(L, FUZZ_WORK);
	lua_pushvalue(L, FUZZ_WORK);
	lua_rawseti(L, FUZZ_REGS, 2);
	if (fuzz_below(2))
		fuzz_walk(L, FUZZ_WORK);
	return 0;
}

int fuzz_program(lua_State *L)
{
	unsigned int how = fuzz_byte(), steps;
	const unsigned char *bytes;
	unsigned char *end;
	bool kept;
	size_t n;

	lua_createtable(L, FUZZ_REGISTERS, 0);
	bytes = fuzz_bytes(fuzz_byte(), &n);
	fuzz_lend(L, bytes, n, how);
	kept = fuzz_loan.readonly;
	lua_pushvalue(L, -1);
	lua_rawseti(L, FUZZ_REGS, 1);
	lua_rawseti(L, FUZZ_TABLE, FUZZ_BLOCK);
	lua_pushvalue(L, FUZZ_TABLE);
	lua_pushvalue(L, FUZZ_REGS);
	fuzz_try(L, first_view, 2, 0);
	lua_settop(L, FUZZ_REGS);
	for (steps = 0; fuzz_more() && steps < STEPS; steps++)
		step(L);
	end = fuzz_loan.events ? NULL : fuzz_snapshot();
	if (kept && end && memcmp(bytes, end, n) != 0) {
		fprintf(stderr, "fuzz: written, though read-only\n");
		abort();
	}
	free(end);
	return 0;
}
