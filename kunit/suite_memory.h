/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Memory under test, beside what it must be. */
#ifndef KLUA_SUITE_MEMORY_H
#define KLUA_SUITE_MEMORY_H

#include "suite_view.h"

/* Bytes on both sides of a wire format: it lies at every alignment, and a write beside it shows. */
#define SUITE_GUARD 8

/*
 * What memory is full of before it is tried: zeros, ones, and bytes that differ from their
 * neighbours.
 */
#define SUITE_PATTERNS 3

/**
 * struct suite_memory - a block under test
 * @bytes: the block; a C object is exactly the whole of it, so that KASAN sees what is beyond
 * @wanted: what it must be after a write
 * @length: of both
 * @at: where the layout begins
 * @places: how many such places are to be tried: @at 0, 1, ...
 * @size: bytes of the layout
 */
struct suite_memory {
	u8 *bytes;
	u8 *wanted;
	size_t length;
	size_t at;
	size_t places;
	size_t size;
};

static bool suite_allocate(struct kunit *test, const struct luadata_layout *layout, size_t size,
			   struct suite_memory *m)
{
	bool wire = !(layout->flags & LUADATA_LAYOUT_OBJECT);

	m->size = size;
	m->at = 0;
	m->places = wire ? SUITE_GUARD : 1;
	m->length = wire ? size + 2 * SUITE_GUARD : size;
	m->bytes = kunit_kzalloc(test, m->length, GFP_KERNEL);
	m->wanted = kunit_kzalloc(test, m->length, GFP_KERNEL);
	KUNIT_EXPECT_TRUE(test, m->bytes && m->wanted);
	return m->bytes && m->wanted;
}

/* What the block is, is what it must be. */
static inline void suite_keep(struct suite_memory *m)
{
	memcpy(m->wanted, m->bytes, m->length);
}

static void suite_paint(struct suite_memory *m, unsigned int pattern)
{
	size_t i;

	memset(m->bytes, pattern == 1 ? 0xff : 0, m->length);
	for (i = 0; pattern == 2 && i < m->length; i++)
		m->bytes[i] = i * 73 + 29;
	suite_keep(m);
}

/* A checksum that follows writes is for cases of its own. */
static bool suite_follows(const struct luadata_layout *layout, size_t offset)
{
	const struct luadata_checksum *checksum = layout->checksum;

	return checksum && offset - checksum->offset < 2;
}

/* Whether every byte is what it must be, those around the part included. */
static bool suite_same(struct kunit *test, const struct suite_part *part,
		       const struct suite_memory *m)
{
	size_t i;

	for (i = 0; i < m->length; i++) {
		if (m->bytes[i] == m->wanted[i] || suite_follows(part->layout, i - m->at))
			continue;
		return suite_expect(test, false,
				    "expected: 0x%02x at byte %zd of the view, of %zu\ngot: 0x%02x",
				    m->wanted[i], (ssize_t)(i - m->at), m->size, m->bytes[i]);
	}
	return true;
}

static inline bool suite_can_read(const struct suite_part *part)
{
	return part->access[0] == 'r';
}

static inline bool suite_can_write(const struct suite_part *part)
{
	return part->access[1] == 'w' || part->access[0] == 'w';
}

/* Whether the last access ended as it must, with a message that names the part. */
static bool suite_ended(struct kunit *test, const struct suite_part *part, bool done, bool wanted,
			const char *what)
{
	struct suite_case *t = test->priv;
	char name[128];

	snprintf(name, sizeof(name), "%s.%s", part->layout->name, part->name);
	if (!done && !wanted)
		return suite_expect(test, suite_says(t, name),
				    "expected: an error about \"%s\"\ngot: %s", name,
				    luaL_tolstring(t->L, -1, NULL));
	return suite_expect(test, done == wanted, "expected: %s %s\ngot: %s", what,
			    wanted ? "works" : "is refused",
			    done ? "it worked" : luaL_tolstring(t->L, -1, NULL));
}

/* Tries the part at each place of a block, until a case has failed. */
static void __maybe_unused suite_at_each_place(struct kunit *test,
					       void (*try)(struct kunit *test,
							   struct suite_memory *m))
{
	const struct suite_part *part = test->param_value;
	struct suite_case *t = suite_enter_part(test);
	struct suite_memory m;

	if (suite_allocate(test, part->layout, part->size, &m)) {
		for (m.at = 0; m.at < m.places; m.at++) {
			KUNIT_EXPECT_TRUE(test, suite_view_at(t, part->layout, m.bytes, m.length,
							      m.at));
			try(test, &m);
			if (READ_ONCE(test->status) == KUNIT_FAILURE)
				break;
		}
	}
	suite_leave(t);
}

#endif
