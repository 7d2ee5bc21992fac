/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Memory under test, beside what it must be. Generated from specs/. */
#ifndef BINDING_MEMORY_H
#define BINDING_MEMORY_H

#include "binding_test.h"

/* Bytes on both sides of a wire format: it lies at every alignment, and a write beside it shows. */
#define BINDING_GUARD 8

/*
 * What memory is full of before it is tried: zeros, ones, and bytes that differ from their
 * neighbours.
 */
#define BINDING_PATTERNS 3

/**
 * struct binding_memory - a block under test
 * @bytes: the block; a C object is exactly the whole of it, so that KASAN sees what is beyond
 * @wanted: what it must be after a write
 * @length: of both
 * @at: where the layout begins
 * @places: how many such places are to be tried: @at 0, 1, ...
 * @size: bytes of the layout
 */
struct binding_memory {
	u8 *bytes;
	u8 *wanted;
	size_t length;
	size_t at;
	size_t places;
	size_t size;
};

static bool binding_allocate(struct kunit *test, const struct luadata_layout *layout, size_t size,
			     struct binding_memory *m)
{
	bool wire = !(layout->flags & LUADATA_OBJECT);

	m->size = size;
	m->at = 0;
	m->places = wire ? BINDING_GUARD : 1;
	m->length = wire ? size + 2 * BINDING_GUARD : size;
	m->bytes = kunit_kzalloc(test, m->length, GFP_KERNEL);
	m->wanted = kunit_kzalloc(test, m->length, GFP_KERNEL);
	KUNIT_EXPECT_TRUE(test, m->bytes && m->wanted);
	return m->bytes && m->wanted;
}

/* What the block is, is what it must be. */
static inline void binding_keep(struct binding_memory *m)
{
	memcpy(m->wanted, m->bytes, m->length);
}

static void binding_paint(struct binding_memory *m, unsigned int pattern)
{
	size_t i;

	memset(m->bytes, pattern == 1 ? 0xff : 0, m->length);
	for (i = 0; pattern == 2 && i < m->length; i++)
		m->bytes[i] = i * 73 + 29;
	binding_keep(m);
}

/* A checksum that follows writes is for cases of its own. */
static bool binding_follows(const struct luadata_layout *layout, size_t offset)
{
	const struct luadata_checksum *checksum = layout->checksum;

	return checksum && offset - checksum->offset < 2;
}

/* Whether every byte is what it must be, those around the part included. */
static bool binding_same(struct kunit *test, const struct binding_part *part,
			 const struct binding_memory *m)
{
	size_t i;

	for (i = 0; i < m->length; i++) {
		if (m->bytes[i] == m->wanted[i] || binding_follows(part->layout, i - m->at))
			continue;
		return binding_expect(test, false,
				      "expected: 0x%02x at byte %zd of the view, of %zu\ngot: 0x%02x",
				      m->wanted[i], (ssize_t)(i - m->at), m->size, m->bytes[i]);
	}
	return true;
}

static inline bool binding_can_read(const struct binding_part *part)
{
	return part->access[0] == 'r';
}

static inline bool binding_can_write(const struct binding_part *part)
{
	return part->access[1] == 'w' || part->access[0] == 'w';
}

/* Whether the last access ended as it must, with a message that names the part. */
static bool binding_ended(struct kunit *test, const struct binding_part *part, bool done,
			  bool wanted,
			  const char *what)
{
	struct binding_test *t = test->priv;
	char name[128];

	snprintf(name, sizeof(name), "%s.%s", part->layout->name, part->name);
	if (!done && !wanted)
		return binding_expect(test, binding_says(t, name),
				      "expected: an error about \"%s\"\ngot: %s",
				      name, luaL_tolstring(t->L, -1, NULL));
	return binding_expect(test, done == wanted, "expected: %s %s\ngot: %s", what,
			      wanted ? "works" : "is refused",
			      done ? "it worked" : luaL_tolstring(t->L, -1, NULL));
}

#endif
