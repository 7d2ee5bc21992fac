// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Operations beside the model of what they must do. */
#include <stdio.h>
#include <stdlib.h>

#include "checked.h"
#include "compare.h"
#include "model.h"

#define ENOUGH 1000000 /* units, for a write that is done again */
#define LATE 32        /* the budget ends so many units before the write at most */

static _Noreturn void fault(const struct fuzz_model *m, const char *what, const char *why)
{
	const struct luadata_ref *r = m ? m->r : NULL;

	fprintf(stderr, "fuzz: %s: %s\n", what, why);
	if (r)
		fprintf(stderr, "  field %s, type %d, at %u, %u bytes; of %zu bytes at %zu\n",
			m->f->name, m->f->type, m->f->offset, m->f->size, r->length, r->offset);
	abort();
}

static const char *text_of(lua_State *L)
{
	const char *text = lua_tostring(L, -1);

	return text ? text : "";
}

static bool is_spent(lua_State *L)
{
	return lua_getbudget(L) <= 0 || strstr(text_of(L), "budget");
}

/* Whether an error on top of the stack comes from what an operation needs, not from the field. */
static bool is_excused(lua_State *L)
{
	return is_spent(L) || fuzz_islimit(L, -1) || (fuzz_loan.all && fuzz_loan.error);
}

void fuzz_derived(lua_State *L, int parent, int idx)
{
	const struct luadata_ref *r = fuzz_rangeof(L, idx);
	const char *why = r ? fuzz_modelrange(r, fuzz_rangeof(L, parent)) : NULL;

	if (why)
		fault(NULL, "derived", why);
}

/* ---- reading ---- */

static int get_field(lua_State *L)
{
	lua_gettable(L, 1);
	return 1;
}

bool fuzz_read(lua_State *L, int idx)
{
	struct fuzz_model m;
	bool known = fuzz_modelof(L, idx, -1, &m), done;
	unsigned int events = fuzz_loan.events;
	const char *why;

	lua_pushvalue(L, idx);
	lua_insert(L, -2);
	done = fuzz_try(L, get_field, 2, 1);
	if (events != fuzz_loan.events)
		return done;
	why = known ? fuzz_modelaccess(&m) : NULL;
	if (why && done)
		fault(&m, "read", why);
	if (known && !why && !done && m.state != FUZZ_UNKNOWN && m.f->type != LUADATA_TYPE_NAME &&
	    !is_excused(L))
		fault(&m, "not read", text_of(L));
	why = known && done ? fuzz_modelread(L, &m) : NULL;
	if (why)
		fault(&m, "read", why);
	if (done)
		fuzz_derived(L, idx, -1);
	return done;
}

/* ---- writing ---- */

static int set_field(lua_State *L)
{
	lua_settable(L, 1);
	return 0;
}

static int set_fields(lua_State *L)
{
	lua_call(L, 2, 0);
	return 0;
}

/* All bytes of a handle as they are now, to be freed. */
static unsigned char *bytes_of(const struct luadata_handle *h)
{
	unsigned char *bytes;

	if (h == fuzz_loan.handle && fuzz_loan.all)
		return fuzz_snapshot();
	bytes = malloc(h->length);
	if (!bytes)
		abort();
	memcpy(bytes, h->linear ? h->base : bytes, h->linear);
	return bytes;
}

/* Puts them back. */
static void restore(struct luadata_handle *h, const unsigned char *bytes)
{
	memcpy(h->base, bytes, h->linear);
	if (h == fuzz_loan.handle && fuzz_loan.all)
		memcpy(fuzz_loan.all, bytes, fuzz_loan.size);
}

static void push_three(lua_State *L, int args)
{
	int i;

	for (i = 0; i < 3; i++)
		lua_pushvalue(L, args + i);
}

/*
 * A write that raised has changed nothing. The budget is charged for a call when it is over, too:
 * then the write was done, and whole. So it is done again, from the same bytes, with enough.
 */
static void check_whole(lua_State *L, struct luadata_handle *h, const unsigned char *before,
			const unsigned char *after, lua_CFunction function, int args)
{
	lua_Integer budget = lua_getbudget(L);
	unsigned int events = fuzz_loan.events;
	unsigned char *again;
	bool done;

	if (memcmp(before, after, h->length) == 0)
		return;
	if (!is_spent(L))
		fault(NULL, "written, with the error", text_of(L));
	restore(h, before);
	push_three(L, args);
	lua_setbudget(L, ENOUGH);
	done = fuzz_try(L, function, 3, 0);
	lua_setbudget(L, budget);
	if (events != fuzz_loan.events)
		return;
	again = bytes_of(h);
	if (done && memcmp(after, again, h->length) != 0)
		fault(NULL, "written in part, with the error", "the budget");
	free(again);
	if (!done && !fuzz_islimit(L, -1))
		fault(NULL, "written, then refused", text_of(L));
}

/* Calls a function with the three values from an index on, which write through a ref. */
static void write_at(lua_State *L, lua_CFunction function, int args, const struct luadata_ref *r,
		     const struct fuzz_model *m)
{
	struct luadata_handle *h = r->handle;
	const char *why = m ? fuzz_modelwrite(L, m, args + 2) : NULL;
	bool expired = r->lease != h->lease, done;
	unsigned int events = fuzz_loan.events;
	unsigned char *before = bytes_of(h), *after;

	push_three(L, args);
	done = fuzz_try(L, function, 3, 0);
	if (events == fuzz_loan.events) {
		after = bytes_of(h);
		if (done && why)
			fault(m, "written", why);
		if ((expired || (h == fuzz_loan.handle && fuzz_loan.readonly)) &&
		    memcmp(before, after, h->length) != 0)
			fault(m, "written", "to what is not for writing");
		why = done && m ? fuzz_modelwritten(L, m, args + 2, before, after) : NULL;
		if (why)
			fault(m, "written", why);
		if (!done)
			check_whole(L, h, before, after, function, args);
		free(after);
	}
	free(before);
	lua_settop(L, args - 1);
}

void fuzz_write(lua_State *L, int idx)
{
	int args = lua_gettop(L) - 1;
	const struct luadata_ref *r = fuzz_rangeof(L, idx);
	struct fuzz_model m;
	bool known = fuzz_modelof(L, idx, args, &m);

	lua_pushvalue(L, idx);
	lua_insert(L, args);
	if (r)
		write_at(L, set_field, args, r, known ? &m : NULL);
	else
		fuzz_try(L, set_field, 3, 0);
}

/* The same once more from the same bytes, with a budget that ends in it. */
static void spend_in(lua_State *L, int args, struct luadata_handle *h, const unsigned char *before)
{
	lua_Integer budget = lua_getbudget(L), cost;
	unsigned int events = fuzz_loan.events;
	unsigned char *after;
	bool done;

	restore(h, before);
	push_three(L, args);
	lua_setbudget(L, ENOUGH);
	done = fuzz_try(L, set_fields, 3, 0);
	cost = ENOUGH - lua_getbudget(L);
	if (done && events == fuzz_loan.events) {
		restore(h, before);
		push_three(L, args);
		lua_setbudget(L, cost - 1 - (lua_Integer)fuzz_below(LATE));
		done = fuzz_try(L, set_fields, 3, 0);
	}
	if (!done && events == fuzz_loan.events) {
		after = bytes_of(h);
		check_whole(L, h, before, after, set_fields, args);
		free(after);
	}
	lua_settop(L, args + 2);
	lua_setbudget(L, budget);
}

void fuzz_writemany(lua_State *L)
{
	int args = lua_gettop(L) - 2;
	const struct luadata_ref *r = fuzz_rangeof(L, args + 1);
	unsigned int events = fuzz_loan.events;
	unsigned char *before;

	if (!r) {
		fuzz_try(L, set_fields, 3, 0);
		return;
	}
	before = bytes_of(r->handle);
	push_three(L, args);
	write_at(L, set_fields, args + 3, r, NULL);
	if (events == fuzz_loan.events && r->lease == r->handle->lease)
		spend_in(L, args, r->handle, before);
	free(before);
}

/* ---- calls ---- */

static bool has_bytes(const struct luadata_ref *r)
{
	return r && r->lease == r->handle->lease && !(r->flags & LUADATA_REF_CLOSED) &&
	       !fuzz_loan.error;
}

/*
 * Pushes the bytes of a block as a string: what it is compared with. To get the memory can call a
 * finalizer, which cuts the loan or ends it: what is there is known only then.
 */
static void push_bytes(lua_State *L, const struct luadata_ref *r)
{
	luaL_Buffer b;
	char *bytes = luaL_buffinitsize(L, &b, r->length);
	size_t n = has_bytes(r) ? r->length : 0, i;

	for (i = 0; i < n; i++)
		bytes[i] = (char)fuzz_byteat(r->handle, r->offset + i);
	luaL_pushresultsize(&b, n);
}

/* The same call with a string as its subject, below whose @nmine results the string is. */
static void call_twin(lua_State *L, int function, int n, int twin, int mine, int nmine)
{
	int top = lua_gettop(L), i, other;

	luaL_checkstack(L, n + LUA_MINSTACK, NULL);
	lua_pushvalue(L, twin);
	lua_pushvalue(L, top - nmine);
	for (i = 2; i <= n; i++)
		lua_pushvalue(L, function + i);
	other = lua_pcall(L, n, LUA_MULTRET, 0);
	fuzz_same(L, mine, nmine, other, lua_gettop(L) - top);
	lua_settop(L, top);
}

void fuzz_callboth(lua_State *L, int n, int twin)
{
	int function = lua_gettop(L) - n, subject = function + 1, top, mine, i;
	const struct luadata_ref *r = luadata_testref(L, subject);
	bool expired = r && r->lease != r->handle->lease && !lua_isnil(L, twin);
	bool compared = lua_isfunction(L, twin) && has_bytes(r);
	unsigned int events = fuzz_loan.events;

	luaL_checkstack(L, 2 * n + LUA_MINSTACK, NULL);
	lua_pushnil(L);
	if (compared)
		push_bytes(L, r);
	top = lua_gettop(L);
	for (i = 0; i <= n; i++)
		lua_pushvalue(L, function + i);
	mine = lua_pcall(L, n, LUA_MULTRET, 0);
	if (events == fuzz_loan.events && expired && mine == LUA_OK)
		fault(NULL, "called", "its loan is over");
	if (events == fuzz_loan.events && compared)
		call_twin(L, function, n, twin, mine, lua_gettop(L) - top);
	if (mine != LUA_OK)
		lua_error(L);
	lua_settop(L, top + 2);
	fuzz_derived(L, subject, top + 1);
	fuzz_derived(L, subject, top + 2);
}
