/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of fields whose names are masks. */
#ifndef KLUA_SUITE_FLAGS_H
#define KLUA_SUITE_FLAGS_H

#include "suite_field_cases.h"

/*
 * The names of all bits of a value, in the order of the spec, then the bits that have none, in
 * hex.
 */
static void suite_flags_text(const struct suite_field *f, u64 value, char *text, size_t size)
{
	const struct luadata_constant *c;
	u64 rest = value;
	size_t n = 0;

	text[0] = '\0';
	for (c = f->constants; c->name; c++) {
		if (value ? !c->value || (value & c->value) != (u64)c->value || !(rest & c->value)
			  : c->value != 0)
			continue;
		n += scnprintf(text + n, size - n, "%s%s", n ? "|" : "", c->name);
		rest &= ~(u64)c->value;
	}
	if (rest || !n)
		scnprintf(text + n, size - n, "%s0x%llx", n ? "|" : "", rest);
}

/* A text is written, and is so many bits; it is refused where they may not be. */
static bool suite_flags_write(struct kunit *test, struct suite_memory *m, const char *text,
			      u64 value, bool names)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = test->priv;
	bool wanted = names && suite_can_write(&f->part) && suite_takes(f, suite_extend(f, value));
	bool done;

	suite_prepare(f, m, 2, true);
	if (wanted)
		suite_field_set(f, m->wanted + m->at, value);
	lua_settop(t->L, t->view);
	lua_pushstring(t->L, text);
	done = suite_write(t, f->part.name);
	return suite_ended(test, &f->part, done, wanted, text) && suite_same(test, &f->part, m);
}

/* C writes the bits, and a script is told their names. */
static bool suite_flags_name(struct kunit *test, struct suite_memory *m, u64 value)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = test->priv;
	char text[512];
	bool done;

	suite_prepare(f, m, 2, true);
	suite_field_set(f, m->bytes + m->at, value);
	suite_flags_text(f, value & suite_mask(f->bits), text, sizeof(text));
	lua_settop(t->L, t->view);
	done = suite_name(test, NULL) && lua_isstring(t->L, -1) &&
	       !strcmp(lua_tostring(t->L, -1), text);
	return suite_expect(test, done, "expected: 0x%llx is called %s\ngot: %s", value, text,
			    luaL_tolstring(t->L, -1, NULL));
}

/* Each flag, each with another, and each bit that has no name. */
static bool suite_flags_all(struct kunit *test, struct suite_memory *m)
{
	const struct suite_field *f = test->param_value;
	const struct luadata_constant *c, *other;
	char text[128];
	unsigned int i;
	bool good = true;

	for (c = f->constants; good && c->name; c++)
		for (other = f->constants; good && other->name; other++) {
			if (suite_extend(f, c->value | other->value) !=
			    (s64)(c->value | other->value))
				continue;
			scnprintf(text, sizeof(text), "%s|%s", c->name, other->name);
			good = suite_flags_write(test, m, text, c->value | other->value, true);
			if (good && suite_can_read(&f->part))
				good = suite_flags_name(test, m, c->value | other->value);
		}
	for (i = 0; good && i < f->bits && suite_can_read(&f->part); i++)
		good = suite_flags_name(test, m, 1ULL << i) &&
		       suite_flags_name(test, m, 1ULL << i | f->constants[0].value);
	return good &&
	       (!suite_can_read(&f->part) ||
		(suite_flags_name(test, m, 0) && suite_flags_name(test, m, suite_mask(f->bits))));
}

static void __maybe_unused flags_are_as_in_c(struct kunit *test)
{
	const struct suite_field *f = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	struct suite_memory m;
	char text[128];

	if (f->part.missing || !suite_allocate(test, f->part.layout, f->part.size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, suite_view_at(t, f->part.layout, m.bytes, m.length, m.at));
	if (!suite_flags_all(test, &m))
		goto out;
	scnprintf(text, sizeof(text), "%s|", f->constants[0].name);
	suite_flags_write(test, &m, text, 0, false);
	scnprintf(text, sizeof(text), "|%s", f->constants[0].name);
	suite_flags_write(test, &m, text, 0, false);
	scnprintf(text, sizeof(text), "%s|no such name", f->constants[0].name);
	suite_flags_write(test, &m, text, 0, false);
out:
	suite_leave(t);
}

#endif
