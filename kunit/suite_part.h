/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What cases of all parts of a layout share. */
#ifndef KLUA_SUITE_PART_H
#define KLUA_SUITE_PART_H

#include "suite_memory.h"

static void suite_part_refuses(struct kunit *test, const struct suite_memory *m, const char *what)
{
	const struct suite_part *part = test->param_value;
	struct suite_case *t = test->priv;
	bool done = suite_write(t, part->name);

	suite_ended(test, part, done, false, what);
	suite_same(test, part, m);
	lua_settop(t->L, t->view);
}

static bool suite_part_misses(struct kunit *test, const struct suite_memory *m)
{
	const struct suite_part *part = test->param_value;
	struct suite_case *t = test->priv;
	bool done;

	if (!part->missing)
		return false;
	done = suite_read(t, part->name) && lua_isnil(t->L, -1);
	suite_expect(test, done, "expected: nil, this kernel has no such field\ngot: %s",
		     luaL_tolstring(t->L, -1, NULL));
	lua_pushliteral(t->L, "x");
	suite_part_refuses(test, m, "writing what this kernel does not have");
	return true;
}

/* What is there at times and is not reads nil, and is not written. */
static bool suite_is_absent(struct kunit *test, const char *name)
{
	struct suite_case *t = test->priv;
	bool done;

	lua_settop(t->L, t->view);
	done = suite_read(t, name) && lua_isnil(t->L, -1);
	if (!suite_expect(test, done, "expected: nil, it is not there\ngot: %s",
			  luaL_tolstring(t->L, -1, NULL)))
		return false;
	lua_settop(t->L, t->view);
	lua_pushliteral(t->L, "x");
	done = !suite_write(t, name);
	suite_expect(test, done, "expected: an error, it is not there");
	lua_settop(t->L, t->view);
	return done;
}

#endif
