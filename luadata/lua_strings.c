// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* find, match, gmatch and gsub on strings, for a VM whose string library leaves them to us. */
#include "lua_pattern.h"
#include "luadata_face.h"

#ifdef LUA_FIELDHOOK

/* A search in the string at stack index 1. */
struct search {
	struct luadata_matcher m;
	unsigned int ncaptures;
	size_t from; /* of the match, when there is one */
	size_t to;
};

static void start(lua_State *L, struct search *s, const struct luadata_program *program,
		  const char *subject, size_t length)
{
	luaL_argcheck(L, length <= LUADATA_SUBJECT_MAX, 1, "too large to search");
	luadata_startsearch(L, &s->m, program);
	s->m.subject = (const unsigned char *)subject;
	s->m.length = length;
	s->ncaptures = program ? program->ncaptures : 0;
}

static bool find_next(lua_State *L, struct search *s, size_t init)
{
	bool found = luadata_endsearch(L, &s->m, luadata_search(&s->m, init, &s->from, &s->to));

	s->m.steps = 0;
	return found;
}

static void push_piece(lua_State *L, const struct search *s, size_t from, size_t n)
{
	luadata_charge(L, n / 16);
	lua_pushlstring(L, (const char *)s->m.subject + from, n);
}

/* Pushes a capture; the first is the whole match where the pattern has none. */
static void push_capture(lua_State *L, const struct search *s, unsigned int i)
{
	const struct luadata_capture *c = &s->m.captures[i];

	if (i >= s->ncaptures) {
		if (i > 0)
			luaL_error(L, "invalid capture index %%%d", (int)i + 1);
		push_piece(L, s, s->from, s->to - s->from);
	} else if (c->length == LUADATA_CAPTURE_OPEN) {
		luaL_error(L, "%s", luadata_matchfault(LUADATA_UNFINISHED_CAPTURE));
	} else if (c->length == LUADATA_CAPTURE_POSITION) {
		lua_pushinteger(L, (lua_Integer)c->start + 1);
	} else {
		push_piece(L, s, c->start, c->length);
	}
}

static int push_captures(lua_State *L, const struct search *s, bool whole)
{
	unsigned int n = s->ncaptures || !whole ? s->ncaptures : 1;
	unsigned int i;

	if (n > LUA_MINSTACK / 2)
		luaL_checkstack(L, (int)n, "too many captures");
	for (i = 0; i < n; i++) /* bounded: LUADATA_CAPTURES_MAX */
		push_capture(L, s, i);
	return (int)n;
}

static bool find_plain(lua_State *L, struct search *s, size_t init)
{
	size_t n;
	const char *text = lua_tolstring(L, 2, &n);
	bool found = luadata_plainfind(&s->m, (const unsigned char *)text, n, init, &s->from);

	luadata_charge(L, s->m.steps);
	s->to = s->from + n;
	return found;
}

static int search(lua_State *L, bool find)
{
	const struct luadata_program *program = NULL;
	struct search s __uninitialized;
	struct luadata_span rest;
	size_t length;
	const char *subject = luaL_checklstring(L, 1, &length);
	const char *pattern = luaL_checkstring(L, 2);
	bool plain = false, found;
	lua_Integer init;

	rest.offset = 0;
	if (lua_gettop(L) > 2) {
		init = luaL_optinteger(L, 3, 1);
		luadata_positions(length, init, -1, &rest);
		if (init > (lua_Integer)length + 1)
			return lua_pushnil(L), 1;
		plain = find && lua_toboolean(L, 4);
	}
	if (!plain)
		program = luadata_program(L, 2, pattern, true);
	start(L, &s, program, subject, length);
	found = find && (!program || program->plain) ? find_plain(L, &s, rest.offset)
						     : find_next(L, &s, rest.offset);
	if (!found)
		return lua_pushnil(L), 1;
	if (!find)
		return push_captures(L, &s, true);
	lua_pushinteger(L, (lua_Integer)s.from + 1);
	lua_pushinteger(L, (lua_Integer)s.to);
	return 2 + push_captures(L, &s, false);
}

/* string.find(s, pattern [, init [, plain]]) */
static int find(lua_State *L)
{
	return search(L, true);
}

/* string.match(s, pattern [, init]) */
static int match(lua_State *L)
{
	return search(L, false);
}

enum { PATTERNS = 1, SUBJECT, PATTERN, NEXT, LAST };

/*
 * One round: upvalues are the cache, the string, the pattern, where to go on, and the end of the
 * last match.
 */
static int gmatch_next(lua_State *L)
{
	size_t next = (size_t)lua_tointeger(L, lua_upvalueindex(NEXT));
	lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST));
	struct search s;
	size_t length;
	const char *subject;

	lua_settop(L, 0);
	lua_pushvalue(L, lua_upvalueindex(SUBJECT));
	lua_pushvalue(L, lua_upvalueindex(PATTERN));
	subject = lua_tolstring(L, 1, &length);
	start(L, &s, luadata_program(L, 2, lua_tostring(L, 2), false), subject, length);
	while (next <= length && find_next(L, &s, next)) { /* charged: each search */
		next = s.from + 1;
		if ((lua_Integer)s.to == last) /* an empty match where the last one ended */
			continue;
		lua_pushinteger(L, (lua_Integer)s.to);
		lua_copy(L, -1, lua_upvalueindex(NEXT));
		lua_copy(L, -1, lua_upvalueindex(LAST));
		return push_captures(L, &s, true);
	}
	lua_pushinteger(L, (lua_Integer)length + 1);
	lua_replace(L, lua_upvalueindex(NEXT));
	return 0;
}

/* string.gmatch(s, pattern [, init]) */
static int gmatch(lua_State *L)
{
	struct luadata_span rest;
	size_t length;
	lua_Integer init;

	luaL_checklstring(L, 1, &length);
	luaL_checkstring(L, 2);
	init = luaL_optinteger(L, 3, 1);
	luadata_positions(length, init, -1, &rest);
	lua_settop(L, 2);
	lua_pushvalue(L, LUADATA_PATTERNS);
	lua_insert(L, 1);
	lua_pushinteger(L, init > (lua_Integer)length + 1 ? (lua_Integer)length + 1
							  : (lua_Integer)rest.offset);
	lua_pushinteger(L, -1);
	lua_pushcclosure(L, gmatch_next, LAST);
	return 1;
}

enum { REPLACEMENT = 3, COUNT };

/* Adds the replacement, a string in which "%1" is a capture. */
static void add_text(lua_State *L, luaL_Buffer *b, const struct search *s)
{
	size_t n;
	const char *text = lua_totext(L, REPLACEMENT, &n);
	const char *end = text + n;

	luadata_charge(L, 1 + n / 16);
	for (;;) { /* charged: each capture, and the text before */
		const char *escape = memchr(text, '%', (size_t)(end - text));

		luaL_addlstring(b, text, (size_t)((escape ? escape : end) - text));
		if (!escape)
			return;
		luadata_charge(L, 3);
		text = escape + 2;
		if (escape[1] == '%') {
			luaL_addchar(b, '%');
			continue;
		}
		if (escape[1] == '0')
			push_piece(L, s, s->from, s->to - s->from);
		else if (escape[1] >= '1' && escape[1] <= '9')
			push_capture(L, s, (unsigned int)(escape[1] - '1'));
		else
			luaL_error(L, "invalid use of '%%' in replacement string");
		luaL_addvalue(b);
	}
}

/* Adds what takes the place of a match. Return: whether that is something else. */
static bool add_value(lua_State *L, luaL_Buffer *b, const struct search *s)
{
	luadata_charge(L, 3);
	switch (lua_type(L, REPLACEMENT)) {
	case LUA_TFUNCTION:
		lua_pushvalue(L, REPLACEMENT);
		lua_call(L, push_captures(L, s, true), 1);
		break;
	case LUA_TTABLE:
		push_capture(L, s, 0);
		lua_gettable(L, REPLACEMENT);
		break;
	default:
		add_text(L, b, s);
		return true;
	}
	if (!lua_toboolean(L, -1)) {
		lua_pop(L, 1);
		luadata_charge(L, (s->to - s->from) / 16);
		luaL_addlstring(b, (const char *)s->m.subject + s->from, s->to - s->from);
		return false;
	}
	if (!lua_isstring(L, -1))
		luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
	luaL_addvalue(b);
	return true;
}

static void add_piece(luaL_Buffer *b, const struct search *s, size_t from, size_t to)
{
	luadata_charge(b->L, (to - from) / 16);
	luaL_addlstring(b, (const char *)s->m.subject + from, to - from);
}

/* string.gsub(s, pattern, replacement [, n]) */
static int gsub(lua_State *L)
{
	size_t length, next = 0, copied = 0;
	const char *subject = luaL_checklstring(L, 1, &length);
	lua_Integer n = 0, most, last = -1;
	const struct luadata_program *program;
	bool changed = false;
	struct search s;
	luaL_Buffer b;
	int type;

	luaL_checkstring(L, 2);
	type = lua_type(L, REPLACEMENT);
	most = luaL_optinteger(L, COUNT, (lua_Integer)length + 1);
	luaL_argexpected(L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION ||
			 type == LUA_TTABLE, REPLACEMENT, "string/function/table");
	lua_settop(L, COUNT);
	program = luadata_pushprogram(L, 2, true);
	start(L, &s, program, subject, length);
	luaL_buffinit(L, &b);
	while (n < most && next <= length && find_next(L, &s, next)) { /* charged: each search */
		next = s.from + 1;
		if ((lua_Integer)s.to != last) { /* else empty, where the last one ended */
			add_piece(&b, &s, copied, s.from);
			changed |= add_value(L, &b, &s);
			last = (lua_Integer)s.to;
			copied = s.to;
			next = s.to;
			n++;
		}
		if (program->anchored)
			break;
	}
	if (changed) {
		add_piece(&b, &s, copied, length);
		luaL_pushresult(&b);
	} else {
		lua_pushvalue(L, 1);
	}
	lua_pushinteger(L, n);
	return 2;
}

static const luaL_Reg functions[] = {
	{ "find", find },   { "gmatch", gmatch }, { "gsub", gsub },
	{ "match", match }, { NULL, NULL },
};

/* luadata_openstrings() - set the functions in the table on top of the stack */
void luadata_openstrings(lua_State *L)
{
	luadata_pushpatterns(L);
	luaL_setfuncs(L, functions, 1);
}

#endif
