// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* find, match and gmatch on the bytes of a block, where they are. */
#include "lua_pattern.h"
#include "luadata_face.h"

/* What a search works on: nothing here is a pointer into the block. */
struct search {
	struct luadata_ref ref; /* a copy: what is lent again in the middle is another loan */
	size_t init;
	size_t end; /* of the range that is searched */
	size_t from; /* of the match, when there is one */
	size_t to;
};

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

static inline void check_range(lua_State *L, struct search *s, lua_Integer init)
{
	struct luadata_span rest = { 0, 0 };

	if (init != 1)
		luadata_positions(s->ref.length, init, -1, &rest);
	s->init = rest.offset;
	s->end = end_of_search(&s->ref, s->init);
	luaL_argcheck(L, s->end <= LUADATA_SUBJECT_MAX, 1, "too large to search");
}

/* Compiling may run finalizers: the loan is looked at afterwards. */
static inline bool run(lua_State *L, struct search *s, struct luadata_matcher *m,
		       const struct luadata_program *program)
{
	struct luadata_span range = { 0, s->end };

	luadata_live(L, &s->ref);
	luadata_startsearch(L, m, program);
	m->subject = luadata_bytes(L, &s->ref, &range);
	m->length = s->end;
	return luadata_endsearch(L, m, luadata_search(m, s->init, &s->from, &s->to));
}

/*
 * Pushes bytes [from, from + n) of the block as a string; takes the pointer when it is needed,
 * not before.
 */
static inline void push_piece(lua_State *L, const struct luadata_ref *r, size_t from, size_t n)
{
	struct luadata_span piece = { from, n };

	luadata_live(L, r);
	luadata_charge(L, n / 16);
	lua_pushlstring(L, (const char *)luadata_bytes(L, r, &piece), n);
}

static int push_captures(lua_State *L, const struct search *s, const struct luadata_matcher *m,
			 unsigned int n, bool whole)
{
	unsigned int i;

	if (n > LUA_MINSTACK / 2)
		luaL_checkstack(L, (int)n, "too many captures");
	if (n == 0 && whole) {
		push_piece(L, &s->ref, s->from, s->to - s->from);
		return 1;
	}
	for (i = 0; i < n; i++) { /* bounded: LUADATA_CAPTURES_MAX */
		const struct luadata_capture *c = &m->captures[i];

		if (c->length == LUADATA_CAPTURE_OPEN)
			luaL_error(L, "%s", luadata_matchfault(LUADATA_UNFINISHED_CAPTURE));
		if (c->length == LUADATA_CAPTURE_POSITION)
			lua_pushinteger(L, (lua_Integer)c->start + 1);
		else
			push_piece(L, &s->ref, c->start, c->length);
	}
	return (int)n;
}

static bool find_plain(lua_State *L, struct search *s, struct luadata_matcher *m)
{
	struct luadata_span range = { 0, s->end };
	size_t n;
	const char *text = lua_tolstring(L, 2, &n);
	bool found;

	luadata_live(L, &s->ref);
	luadata_startsearch(L, m, NULL);
	m->subject = luadata_bytes(L, &s->ref, &range);
	m->length = s->end;
	found = luadata_plainfind(m, (const unsigned char *)text, n, s->init, &s->from);
	luadata_charge(L, m->steps);
	s->to = s->from + n;
	return found;
}

static int search(lua_State *L, bool find)
{
	const struct luadata_program *program = NULL;
	struct luadata_matcher m __uninitialized;
	struct search s __uninitialized;
	unsigned int n = 0;
	lua_Integer init = 1;
	bool plain = false, found;
	const char *pattern;

	s.ref = *luadata_checkbytes(L, 1);
	pattern = luaL_checkstring(L, 2);
	if (lua_gettop(L) > 2) {
		init = luaL_optinteger(L, 3, 1);
		plain = find && lua_toboolean(L, 4);
	}
	check_range(L, &s, init);
	if (init > (lua_Integer)s.ref.length + 1)
		return lua_pushnil(L), 1;
	if (!plain)
		program = luadata_program(L, 2, pattern, true);
	if (find && (!program || program->plain)) {
		found = find_plain(L, &s, &m);
	} else {
		n = program->ncaptures;
		found = run(L, &s, &m, program);
	}
	if (!found)
		return lua_pushnil(L), 1;
	if (!find)
		return push_captures(L, &s, &m, n, true);
	lua_pushinteger(L, (lua_Integer)s.from + 1);
	lua_pushinteger(L, (lua_Integer)s.to);
	return 2 + push_captures(L, &s, &m, n, false);
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

enum { PATTERNS = 1, BLOCK, PATTERN, NEXT, LAST, LEASE };

/*
 * One round of the iterator: upvalues are the cache, the block, the pattern, where to go on, the
 * end of the last match, and the lease, because the block may be one that is lent again.
 */
static int gmatch_next(lua_State *L)
{
	lua_Integer next = lua_tointeger(L, lua_upvalueindex(NEXT));
	lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST));
	const struct luadata_program *program;
	struct luadata_matcher m;
	struct search s;

	lua_settop(L, 0);
	lua_pushvalue(L, lua_upvalueindex(BLOCK));
	lua_pushvalue(L, lua_upvalueindex(PATTERN));
	s.ref = *luadata_checkbytes(L, 1);
	if (s.ref.lease != (uint64_t)lua_tointeger(L, lua_upvalueindex(LEASE)))
		luadata_expired(L);
	program = luadata_program(L, 2, lua_tostring(L, 2), false);
	/* charged: run() */
	for (; next <= (lua_Integer)s.ref.length; next = (lua_Integer)s.from + 1) {
		check_range(L, &s, next + 1);
		if (!run(L, &s, &m, program))
			break;
		if ((lua_Integer)s.to == last) /* an empty match where the last one ended */
			continue;
		lua_pushinteger(L, (lua_Integer)s.to);
		lua_copy(L, -1, lua_upvalueindex(NEXT));
		lua_copy(L, -1, lua_upvalueindex(LAST));
		return push_captures(L, &s, &m, program->ncaptures, true);
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
	lua_pushvalue(L, LUADATA_PATTERNS);
	lua_insert(L, 1);
	lua_pushinteger(L, init > (lua_Integer)r->length + 1 ? (lua_Integer)r->length + 1
							     : (lua_Integer)rest.offset);
	lua_pushinteger(L, -1);
	lua_pushinteger(L, (lua_Integer)r->lease);
	lua_pushcclosure(L, gmatch_next, LEASE);
	return 1;
}
