/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of views inside views. */
#ifndef KLUA_SUITE_NESTED_H
#define KLUA_SUITE_NESTED_H

#include "suite_part.h"

/**
 * struct suite_nested - a part with a layout of its own
 * @part: which field
 * @offset: where it begins
 * @length: its bytes
 * @inner: its layout
 */
struct suite_nested {
	struct suite_part part;
	size_t offset;
	size_t length;
	const struct luadata_layout *inner;
};

static void suite_nested_one(struct kunit *test, struct suite_memory *m)
{
	const struct suite_nested *nested = test->param_value;
	struct suite_case *t = test->priv;
	const struct luadata_ref *r;
	int part;
	bool done;

	if (suite_part_misses(test, m))
		return;
	lua_settop(t->L, t->view);
	done = suite_read(t, nested->part.name);
	part = lua_gettop(t->L);
	r = done ? luadata_testref(t->L, part) : NULL;
	if (!suite_expect(test, r, "expected: a view\ngot: %s", luaL_tolstring(t->L, -1, NULL)))
		return;
	suite_expect(test, r->offset == m->at + nested->offset && r->length == nested->length,
		     "expected: %zu bytes at offset %zu\ngot: %zu bytes at offset %zu",
		     nested->length, m->at + nested->offset, r->length, r->offset);
	lua_pushliteral(t->L, "no_such_field");
	done = !suite_get(t, part) && suite_says(t, nested->inner->name);
	suite_expect(test, done, "expected: a view with the layout %s\ngot: %s",
		     nested->inner->name, luaL_tolstring(t->L, -1, NULL));
	lua_settop(t->L, t->view);
	lua_pushinteger(t->L, 0);
	suite_part_refuses(test, m, "writing a view as a whole");
}

static void __maybe_unused view_lies_where_it_must(struct kunit *test)
{
	suite_at_each_place(test, suite_nested_one);
}

#endif
