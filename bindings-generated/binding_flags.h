/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Cases of fields whose names are masks. Generated from specs/. */
#ifndef BINDING_FLAGS_H
#define BINDING_FLAGS_H

#include "binding_fields.h"

/*
 * The names of all bits of a value, in the order of the spec, then the bits that have none, in hex.
 */
static void binding_flags_text(const struct binding_field *f, u64 value, char *text, size_t size)
{
	const struct luadata_constant *c;
	u64 rest = value;
	size_t n = 0;

	text[0] = '\0';
	for (c = f->constants; c->name; c++) {
		if (value ? !c->value || (value & c->value) != (u64)c->value ||
		    !(rest & c->value) : c->value != 0)
			continue;
		n += scnprintf(text + n, size - n, "%s%s", n ? "|" : "", c->name);
		rest &= ~(u64)c->value;
	}
	if (rest || !n)
		scnprintf(text + n, size - n, "%s0x%llx", n ? "|" : "", rest);
}

/* A text is written, and is so many bits; it is refused where they may not be. */
static bool binding_flags_write(struct kunit *test, struct binding_memory *m, const char *text,
				u64 value, bool names)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;
	bool wanted = names && binding_can_write(binding_part_of(f)) && binding_takes(f,
										      binding_extend(f, value));
	bool done;

	binding_prepare(f, m, 2, true);
	if (wanted)
		f->set(m->wanted + m->at, value);
	lua_settop(t->L, t->view);
	lua_pushstring(t->L, text);
	done = binding_write(t, f->name);
	return binding_ended(test, binding_part_of(f), done, wanted, text) &&
	       binding_same(test, binding_part_of(f), m);
}

/* C writes the bits, and a script is told their names. */
static bool binding_flags_name(struct kunit *test, struct binding_memory *m, u64 value)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = test->priv;
	char text[512];
	bool done;

	binding_prepare(f, m, 2, true);
	f->set(m->bytes + m->at, value);
	binding_flags_text(f, value & binding_mask(f->bits), text, sizeof(text));
	lua_settop(t->L, t->view);
	done = binding_name(test, NULL) && lua_isstring(t->L, -1) && !strcmp(lua_tostring(t->L, -1),
									     text);
	return binding_expect(test, done, "expected: 0x%llx is called %s\ngot: %s", value, text,
			      luaL_tolstring(t->L, -1, NULL));
}

/* Each flag, each with another, and each bit that has no name. */
static bool binding_flags_all(struct kunit *test, struct binding_memory *m)
{
	const struct binding_field *f = test->param_value;
	const struct luadata_constant *c, *other;
	char text[128];
	unsigned int i;
	bool good = true;

	for (c = f->constants; good && c->name; c++)
		for (other = f->constants; good && other->name; other++) {
			if (binding_extend(f,
					   c->value | other->value) != (s64)(c->value | other->value))
				continue;
			scnprintf(text, sizeof(text), "%s|%s", c->name, other->name);
			good = binding_flags_write(test, m, text, c->value | other->value, true);
			if (good && binding_can_read(binding_part_of(f)))
				good = binding_flags_name(test, m, c->value | other->value);
		}
	for (i = 0; good && i < f->bits && binding_can_read(binding_part_of(f)); i++)
		good = binding_flags_name(test, m, 1ULL << i) &&
		       binding_flags_name(test, m, 1ULL << i | f->constants[0].value);
	return good && (!binding_can_read(binding_part_of(f)) ||
			(binding_flags_name(test, m, 0) &&
			 binding_flags_name(test, m, binding_mask(f->bits))));
}

static void __maybe_unused flags_are_as_in_c(struct kunit *test)
{
	const struct binding_field *f = test->param_value;
	struct binding_test *t = binding_enter_part(test);
	struct binding_memory m;
	char text[128];

	if (f->missing || !binding_allocate(test, f->layout, f->size, &m))
		goto out;
	KUNIT_EXPECT_TRUE(test, binding_view_at(t, f->layout, m.bytes, m.length, m.at));
	if (!binding_flags_all(test, &m))
		goto out;
	scnprintf(text, sizeof(text), "%s|", f->constants[0].name);
	binding_flags_write(test, &m, text, 0, false);
	scnprintf(text, sizeof(text), "|%s", f->constants[0].name);
	binding_flags_write(test, &m, text, 0, false);
	scnprintf(text, sizeof(text), "%s|no such name", f->constants[0].name);
	binding_flags_write(test, &m, text, 0, false);
out:
	binding_leave(t);
}

#endif
