// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* find, match and gmatch on the bytes of a block, where they are. */
#include "luadata_face.h"

#define TRAIL_FIRST 24 /* enough for nearly all patterns; the rest is allocated when one needs it */

/* What a search works on, by stack index and number: nothing here is a pointer into the block. */
struct search {
	struct luadata_ref ref; /* a copy: what is lent again in the middle is another loan */
	const char *pattern;
	size_t pattern_length;
	size_t init;
	size_t end; /* of the range that is searched */
	bool anchored;
	size_t from; /* of the match, when there is one */
	size_t to;
};

static void spend(void *context, size_t steps)
{
	luadata_charge(context, steps);
}

/*
 * What of the block is searched from init on: what is linear, or else so much that the owner can
 * make linear.
 */
static size_t end_of_search(const struct luadata_ref *r, size_t init)
{
	size_t linear = r->handle->linear;
	size_t end = init + min(r->length - init, (size_t)LUADATA_PULL_MAX);

	if (linear > r->offset && linear - r->offset > end)
		end = min(r->length, linear - r->offset);
	return end;
}

static void check_range(lua_State *L, struct search *s, lua_Integer init)
{
	struct luadata_span rest;

	luadata_positions(s->ref.length, init, -1, &rest);
	s->init = rest.offset;
	s->end = end_of_search(&s->ref, s->init);
	luaL_argcheck(L, s->end <= LUADATA_SUBJECT_MAX, 1, "too large to search");
	luaL_argcheck(L, s->pattern_length <= LUADATA_SUBJECT_MAX, 2, "pattern too large");
}

/* Leaves the trail for deep patterns on the stack, where it lives as long as the match. */
static enum luadata_match search_deep(lua_State *L, struct search *s, struct luadata_matcher *m)
{
	struct luadata_span range = { 0, s->end };

	m->trail = lua_newuserdatauv(L, LUADATA_TRAIL_MAX * sizeof(*m->trail), 0);
	m->trail_size = LUADATA_TRAIL_MAX;
	luadata_live(L, &s->ref);
	m->subject = luadata_bytes(L, &s->ref, &range);
	return luadata_search(m, s->init, s->anchored, &s->from, &s->to);
}

static bool run(lua_State *L, struct search *s, struct luadata_matcher *m)
{
	struct luadata_trail trail[TRAIL_FIRST];
	struct luadata_span range = { 0, s->end };
	enum luadata_match result;

	m->subject = luadata_bytes(L, &s->ref, &range);
	m->length = s->end;
	m->pattern = (const unsigned char *)s->pattern + s->anchored;
	m->pattern_length = s->pattern_length - s->anchored;
	m->trail = trail;
	m->trail_size = TRAIL_FIRST;
	m->steps = 0;
	m->spend = spend;
	m->context = L;
	result = luadata_search(m, s->init, s->anchored, &s->from, &s->to);
	if (result == LUADATA_TOO_DEEP)
		result = search_deep(L, s, m);
	m->trail = NULL;
	luadata_charge(L, m->steps);
	if (result == LUADATA_BAD_INDEX)
		luaL_error(L, "%s %%%d", luadata_matchfault(result), m->detail);
	if (result != LUADATA_MATCH && result != LUADATA_NO_MATCH)
		luaL_error(L, "%s", luadata_matchfault(result));
	return result == LUADATA_MATCH;
}

/*
 * Pushes bytes [from, from + n) of the block as a string; takes the pointer when it is needed,
 * not before.
 */
static void push_piece(lua_State *L, const struct luadata_ref *r, size_t from, size_t n)
{
	struct luadata_span piece = { from, n };

	luadata_live(L, r);
	luadata_charge(L, n / 16);
	lua_pushlstring(L, (const char *)luadata_bytes(L, r, &piece), n);
}

static int push_captures(lua_State *L, const struct search *s, const struct luadata_matcher *m,
			 bool whole)
{
	unsigned int i;

	luaL_checkstack(L, (int)m->ncaptures + 1, "too many captures");
	if (m->ncaptures == 0 && whole) {
		push_piece(L, &s->ref, s->from, s->to - s->from);
		return 1;
	}
	for (i = 0; i < m->ncaptures; i++) { /* bounded: LUADATA_CAPTURES_MAX */
		const struct luadata_capture *c = &m->captures[i];

		if (c->length == LUADATA_CAPTURE_OPEN)
			luaL_error(L, "%s", luadata_matchfault(LUADATA_UNFINISHED_CAPTURE));
		if (c->length == LUADATA_CAPTURE_POSITION)
			lua_pushinteger(L, (lua_Integer)c->start + 1);
		else
			push_piece(L, &s->ref, c->start, c->length);
	}
	return (int)m->ncaptures;
}

static bool find_plain(lua_State *L, struct search *s, struct luadata_matcher *m)
{
	struct luadata_span range = { 0, s->end };
	bool found;

	luadata_charge(L, (s->end - s->init) / 8);
	m->subject = luadata_bytes(L, &s->ref, &range);
	m->length = s->end;
	m->pattern = (const unsigned char *)s->pattern;
	m->pattern_length = s->pattern_length;
	m->steps = 0;
	m->spend = spend;
	m->context = L;
	found = luadata_plainfind(m, s->init, &s->from);
	luadata_charge(L, m->steps);
	s->to = s->from + s->pattern_length;
	return found;
}

/* Charges for the pattern's length before all of it is looked at. */
static bool is_plain(lua_State *L, const struct search *s)
{
	luadata_charge(L, s->pattern_length / 8);
	return luadata_isplain((const unsigned char *)s->pattern, s->pattern_length);
}

static int search(lua_State *L, bool find)
{
	struct luadata_matcher m;
	struct search s;
	bool found;

	s.ref = *luadata_checkbytes(L, 1);
	s.pattern = luaL_checklstring(L, 2, &s.pattern_length);
	luadata_live(L, &s.ref); /* a number became a string: a finalizer may have run */
	m.ncaptures = 0;
	check_range(L, &s, luaL_optinteger(L, 3, 1));
	if (luaL_optinteger(L, 3, 1) > (lua_Integer)s.ref.length + 1)
		return lua_pushnil(L), 1;
	s.anchored = s.pattern_length > 0 && s.pattern[0] == '^';
	if (find && (lua_toboolean(L, 4) || is_plain(L, &s)))
		found = find_plain(L, &s, &m);
	else
		found = run(L, &s, &m);
	if (!found)
		return lua_pushnil(L), 1;
	if (!find)
		return push_captures(L, &s, &m, true);
	luaL_checkstack(L, 3, NULL);
	lua_pushinteger(L, (lua_Integer)s.from + 1);
	lua_pushinteger(L, (lua_Integer)s.to);
	return 2 + push_captures(L, &s, &m, false);
}

/* d:find(pattern [, init [, plain]]), as string.find */
int luadata_find(lua_State *L)
{
	return search(L, true);
}

/* d:match(pattern [, init]), as string.match */
int luadata_match(lua_State *L)
{
	return search(L, false);
}

enum { BLOCK = 1, PATTERN, NEXT, LAST, LEASE };

/*
 * One round of the iterator: upvalues are the block, the pattern, where to go on, the end of the
 * last match, and the lease, because the block may be one that is lent again.
 */
static int gmatch_next(lua_State *L)
{
	lua_Integer next = lua_tointeger(L, lua_upvalueindex(NEXT));
	lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST));
	struct luadata_matcher m;
	struct search s;

	lua_settop(L, 0);
	lua_pushvalue(L, lua_upvalueindex(BLOCK));
	s.ref = *luadata_checkbytes(L, 1);
	if (s.ref.lease != (uint64_t)lua_tointeger(L, lua_upvalueindex(LEASE)))
		luadata_expired(L);
	s.pattern = lua_tolstring(L, lua_upvalueindex(PATTERN), &s.pattern_length);
	s.anchored = false;
	/* charged: run() */
	for (; next <= (lua_Integer)s.ref.length; next = (lua_Integer)s.from + 1) {
		check_range(L, &s, next + 1);
		if (!run(L, &s, &m))
			break;
		if ((lua_Integer)s.to == last) /* an empty match where the last one ended */
			continue;
		lua_pushinteger(L, (lua_Integer)s.to);
		lua_copy(L, -1, lua_upvalueindex(NEXT));
		lua_copy(L, -1, lua_upvalueindex(LAST));
		return push_captures(L, &s, &m, true);
	}
	lua_pushinteger(L, (lua_Integer)s.ref.length + 1);
	lua_replace(L, lua_upvalueindex(NEXT));
	return 0;
}

/* d:gmatch(pattern [, init]), as string.gmatch */
int luadata_gmatch(lua_State *L)
{
	const struct luadata_ref *r = luadata_checkbytes(L, 1);
	lua_Integer init = luaL_optinteger(L, 3, 1);
	struct luadata_span rest;

	luaL_checkstring(L, 2);
	luadata_positions(r->length, init, -1, &rest);
	lua_settop(L, 2);
	lua_pushinteger(L, init > (lua_Integer)r->length + 1 ? (lua_Integer)r->length + 1
							     : (lua_Integer)rest.offset);
	lua_pushinteger(L, -1);
	lua_pushinteger(L, (lua_Integer)r->lease);
	lua_pushcclosure(L, gmatch_next, 5);
	return 1;
}
