// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the right_lengths binding: what scripts see beside what C sees. Generated from
 * cases/right_lengths.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "right_lengths.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "right_lengths.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_right_lengths, 3, "length", 7, "rw"},
	 .start = 0, .bits = 16},
	{{&luadata_layout_right_lengths, 3, "count", 8, "rw"},
	 .start = 16, .bits = 8},
	{{&luadata_layout_right_lengths_part, 2, "kind", 15, "rw"},
	 .start = 0, .bits = 8},
	{{&luadata_layout_right_lengths_part, 2, "size", 16, "rw"},
	 .start = 8, .bits = 8},
	{},
};

SUITE_PARAMS(field, fields);

static bool find_right_lengths_all(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 length = suite_bits(object, 0, 16);

	*from = 3;
	*to = length == 0 ? n : length + 3;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_right_lengths, 3, "all", 24, "rw"},
	 .find = find_right_lengths_all, .fields = fields, .deciding = SUITE_NAMES("length")},
	{},
};

SUITE_PARAMS(block, blocks);

static void right_lengths_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_right_lengths, 3);
}

static void right_lengths_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_lengths, 3);
}

static void part_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_right_lengths_part, 2);
}

static void part_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_right_lengths_part, 2);
}

/* Fields that each sample has. */
static const struct suite_seen right_lengths_sample_fields[] = {
	{"length", 0, 16, SUITE_SEEN_UINT},
	{"count", 16, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample right_lengths_samples[] = {
	{3, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 0}),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 16, 1}, {16, 8, 0}),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 16, 4}, {16, 8, 0}),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 16, 9}, {16, 8, 0}),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 16, 33}, {16, 8, 0}),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 1})},
	{3, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 4})},
	{3, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 9})},
	{3, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 33})},
	{3, .pokes = SUITE_POKES({0, 16, 1}, {16, 8, 1})},
	{3, .pokes = SUITE_POKES({0, 16, 1}, {16, 8, 4})},
	{3, .pokes = SUITE_POKES({0, 16, 1}, {16, 8, 9})},
	{3, .pokes = SUITE_POKES({0, 16, 1}, {16, 8, 33})},
	{3, .pokes = SUITE_POKES({0, 16, 4}, {16, 8, 1})},
	{3, .pokes = SUITE_POKES({0, 16, 4}, {16, 8, 4})},
	{3, .pokes = SUITE_POKES({0, 16, 4}, {16, 8, 9})},
	{3, .pokes = SUITE_POKES({0, 16, 4}, {16, 8, 33})},
	{3, .pokes = SUITE_POKES({0, 16, 9}, {16, 8, 1})},
	{3, .pokes = SUITE_POKES({0, 16, 9}, {16, 8, 4})},
	{3, .pokes = SUITE_POKES({0, 16, 9}, {16, 8, 9})},
	{3, .pokes = SUITE_POKES({0, 16, 9}, {16, 8, 33})},
	{3, .pokes = SUITE_POKES({0, 16, 33}, {16, 8, 1})},
	{3, .pokes = SUITE_POKES({0, 16, 33}, {16, 8, 4})},
	{3, .pokes = SUITE_POKES({0, 16, 33}, {16, 8, 9})},
	{3, .pokes = SUITE_POKES({0, 16, 33}, {16, 8, 33})},
};

static void right_lengths_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_right_lengths, right_lengths_sample_fields,
		      right_lengths_samples, ARRAY_SIZE(right_lengths_samples));
}

static const struct suite_sample right_lengths_messages[] = {
	{70,
	 .pokes = SUITE_POKES({24, 8, 1}, {32, 8, 12}, {40, 8, 9},
			      {136, 96, .text = "\006kernel\003org\000"}, {120, 8, 2}, {128, 8, 14},
			      {232, 8, 254}, {240, 8, 11}, {320, 8, 1}, {328, 8, 12}, {336, 8, 9},
			      {432, 72, .text = "\003lua\003org\000"}, {416, 8, 2}, {424, 8, 11},
			      {0, 16, 60}, {16, 8, 5}),
	 .absent = SUITE_NAMES("parts.1.target", "parts.6"),
	 .seen = SUITE_SEEN({"parts.1.text", 48, 72, SUITE_SEEN_EXACT},
			    {"parts.1.kind", 24, 8, SUITE_SEEN_UINT, 15},
			    {"parts.1.size", 32, 8, SUITE_SEEN_UINT, 15},
			    {"parts.1.inner", 40, 8, SUITE_SEEN_UINT, 15},
			    {"parts.2.target", 136, 96, SUITE_SEEN_NAME, .text = "kernel.org"},
			    {"parts.2.kind", 120, 8, SUITE_SEEN_UINT, 29},
			    {"parts.2.size", 128, 8, SUITE_SEEN_UINT, 29},
			    {"parts.3.kind", 232, 8, SUITE_SEEN_UINT, 40},
			    {"parts.3.size", 240, 8, SUITE_SEEN_UINT, 40},
			    {"parts.4.text", 344, 72, SUITE_SEEN_EXACT},
			    {"parts.4.kind", 320, 8, SUITE_SEEN_UINT, 52},
			    {"parts.4.size", 328, 8, SUITE_SEEN_UINT, 52},
			    {"parts.4.inner", 336, 8, SUITE_SEEN_UINT, 52},
			    {"parts.5.target", 432, 72, SUITE_SEEN_NAME, .text = "lua.org"},
			    {"parts.5.kind", 416, 8, SUITE_SEEN_UINT, 63},
			    {"parts.5.size", 424, 8, SUITE_SEEN_UINT, 63},
			    {"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"parts.1", 24, 96, SUITE_SEEN_VIEW, 15},
			    {"parts.2", 120, 112, SUITE_SEEN_VIEW, 29},
			    {"parts.3", 232, 88, SUITE_SEEN_VIEW, 40},
			    {"parts.4", 320, 96, SUITE_SEEN_VIEW, 52},
			    {"parts.5", 416, 88, SUITE_SEEN_VIEW, 63},
			    {"all", 24, 480, SUITE_SEEN_BLOCK, 3})},
	{10, .pokes = SUITE_POKES({0, 16, 0}, {16, 8, 0}), .absent = SUITE_NAMES("parts.1"),
	 .seen = SUITE_SEEN({"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"all", 24, 56, SUITE_SEEN_BLOCK, 3})},
	{16, .pokes = SUITE_POKES({24, 8, 1}, {32, 8, 6}, {40, 8, 3}, {0, 16, 6}, {16, 8, 1}),
	 .absent = SUITE_NAMES("parts.1.target", "parts.2"),
	 .seen = SUITE_SEEN({"parts.1.text", 48, 24, SUITE_SEEN_EXACT},
			    {"parts.1.kind", 24, 8, SUITE_SEEN_UINT, 9},
			    {"parts.1.size", 32, 8, SUITE_SEEN_UINT, 9},
			    {"parts.1.inner", 40, 8, SUITE_SEEN_UINT, 9},
			    {"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"parts.1", 24, 48, SUITE_SEEN_VIEW, 9},
			    {"all", 24, 48, SUITE_SEEN_BLOCK, 3})},
	{70,
	 .pokes = SUITE_POKES({24, 8, 254}, {32, 8, 11}, {112, 8, 1}, {120, 8, 12}, {128, 8, 9},
			      {224, 96, .text = "\006kernel\003org\000"}, {208, 8, 2}, {216, 8, 14},
			      {320, 8, 254}, {328, 8, 11}, {408, 8, 1}, {416, 8, 12}, {424, 8, 9},
			      {0, 16, 60}, {16, 8, 5}),
	 .absent = SUITE_NAMES("parts.1.inner", "parts.1.text", "parts.1.target", "parts.6"),
	 .seen = SUITE_SEEN({"parts.1.kind", 24, 8, SUITE_SEEN_UINT, 14},
			    {"parts.1.size", 32, 8, SUITE_SEEN_UINT, 14},
			    {"parts.2.text", 136, 72, SUITE_SEEN_EXACT},
			    {"parts.2.kind", 112, 8, SUITE_SEEN_UINT, 26},
			    {"parts.2.size", 120, 8, SUITE_SEEN_UINT, 26},
			    {"parts.2.inner", 128, 8, SUITE_SEEN_UINT, 26},
			    {"parts.3.target", 224, 96, SUITE_SEEN_NAME, .text = "kernel.org"},
			    {"parts.3.kind", 208, 8, SUITE_SEEN_UINT, 40},
			    {"parts.3.size", 216, 8, SUITE_SEEN_UINT, 40},
			    {"parts.4.kind", 320, 8, SUITE_SEEN_UINT, 51},
			    {"parts.4.size", 328, 8, SUITE_SEEN_UINT, 51},
			    {"parts.5.text", 432, 72, SUITE_SEEN_EXACT},
			    {"parts.5.kind", 408, 8, SUITE_SEEN_UINT, 63},
			    {"parts.5.size", 416, 8, SUITE_SEEN_UINT, 63},
			    {"parts.5.inner", 424, 8, SUITE_SEEN_UINT, 63},
			    {"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"parts.1", 24, 88, SUITE_SEEN_VIEW, 14},
			    {"parts.2", 112, 96, SUITE_SEEN_VIEW, 26},
			    {"parts.3", 208, 112, SUITE_SEEN_VIEW, 40},
			    {"parts.4", 320, 88, SUITE_SEEN_VIEW, 51},
			    {"parts.5", 408, 96, SUITE_SEEN_VIEW, 63},
			    {"all", 24, 480, SUITE_SEEN_BLOCK, 3})},
	{56,
	 .pokes = SUITE_POKES({40, 8, 192}, {48, 8, 5}, {24, 8, 2}, {32, 8, 4}, {56, 8, 254},
			      {64, 8, 11}, {144, 8, 1}, {152, 8, 12}, {160, 8, 9},
			      {256, 48, .text = "\003lua\300 "}, {240, 8, 2}, {248, 8, 8},
			      {304, 8, 254}, {312, 8, 11}, {0, 16, 46}, {16, 8, 5}),
	 .absent = SUITE_NAMES("parts.1.inner", "parts.1.text", "parts.1.target", "parts.4.target",
			       "parts.6"),
	 .seen = SUITE_SEEN({"parts.1.kind", 24, 8, SUITE_SEEN_UINT, 7},
			    {"parts.1.size", 32, 8, SUITE_SEEN_UINT, 7},
			    {"parts.2.kind", 56, 8, SUITE_SEEN_UINT, 18},
			    {"parts.2.size", 64, 8, SUITE_SEEN_UINT, 18},
			    {"parts.3.text", 168, 72, SUITE_SEEN_EXACT},
			    {"parts.3.kind", 144, 8, SUITE_SEEN_UINT, 30},
			    {"parts.3.size", 152, 8, SUITE_SEEN_UINT, 30},
			    {"parts.3.inner", 160, 8, SUITE_SEEN_UINT, 30},
			    {"parts.4.kind", 240, 8, SUITE_SEEN_UINT, 38},
			    {"parts.4.size", 248, 8, SUITE_SEEN_UINT, 38},
			    {"parts.5.kind", 304, 8, SUITE_SEEN_UINT, 49},
			    {"parts.5.size", 312, 8, SUITE_SEEN_UINT, 49},
			    {"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"parts.1", 24, 32, SUITE_SEEN_VIEW, 7},
			    {"parts.2", 56, 88, SUITE_SEEN_VIEW, 18},
			    {"parts.3", 144, 96, SUITE_SEEN_VIEW, 30},
			    {"parts.4", 240, 64, SUITE_SEEN_VIEW, 38},
			    {"parts.5", 304, 88, SUITE_SEEN_VIEW, 49},
			    {"all", 24, 368, SUITE_SEEN_BLOCK, 3})},
	{57,
	 .pokes = SUITE_POKES({24, 8, 1}, {32, 8, 12}, {40, 8, 9}, {136, 8, 192}, {144, 8, 19},
			      {120, 8, 2}, {128, 8, 4}, {152, 8, 254}, {160, 8, 11}, {240, 8, 1},
			      {248, 8, 12}, {256, 8, 9}, {352, 48, .text = "\003lua\3002"},
			      {336, 8, 2}, {344, 8, 8}, {0, 16, 47}, {16, 8, 5}),
	 .absent = SUITE_NAMES("parts.1.target", "parts.2.target", "parts.5.target", "parts.6"),
	 .seen = SUITE_SEEN({"parts.1.text", 48, 72, SUITE_SEEN_EXACT},
			    {"parts.1.kind", 24, 8, SUITE_SEEN_UINT, 15},
			    {"parts.1.size", 32, 8, SUITE_SEEN_UINT, 15},
			    {"parts.1.inner", 40, 8, SUITE_SEEN_UINT, 15},
			    {"parts.2.kind", 120, 8, SUITE_SEEN_UINT, 19},
			    {"parts.2.size", 128, 8, SUITE_SEEN_UINT, 19},
			    {"parts.3.kind", 152, 8, SUITE_SEEN_UINT, 30},
			    {"parts.3.size", 160, 8, SUITE_SEEN_UINT, 30},
			    {"parts.4.text", 264, 72, SUITE_SEEN_EXACT},
			    {"parts.4.kind", 240, 8, SUITE_SEEN_UINT, 42},
			    {"parts.4.size", 248, 8, SUITE_SEEN_UINT, 42},
			    {"parts.4.inner", 256, 8, SUITE_SEEN_UINT, 42},
			    {"parts.5.kind", 336, 8, SUITE_SEEN_UINT, 50},
			    {"parts.5.size", 344, 8, SUITE_SEEN_UINT, 50},
			    {"parts", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"parts.1", 24, 96, SUITE_SEEN_VIEW, 15},
			    {"parts.2", 120, 32, SUITE_SEEN_VIEW, 19},
			    {"parts.3", 152, 88, SUITE_SEEN_VIEW, 30},
			    {"parts.4", 240, 96, SUITE_SEEN_VIEW, 42},
			    {"parts.5", 336, 64, SUITE_SEEN_VIEW, 50},
			    {"all", 24, 376, SUITE_SEEN_BLOCK, 3})},
};

static void right_lengths_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_right_lengths, right_lengths_sample_fields,
		      right_lengths_messages, ARRAY_SIZE(right_lengths_messages));
}

static const struct suite_within right_lengths_within[] = {
	{&right_lengths_messages[0],
	 SUITE_LENGTHS({0, 16}, {32, 8}, {40, 8}, {128, 8}, {328, 8}, {336, 8}, {16, 8}, {138, 6},
		       {434, 6}),
	 SUITE_BOUNDS({3, 3, 1, 1, 0, 0, SUITE_NAMES("parts")},
		      {3, 3, 1, 2, 1, 0, SUITE_NAMES("parts.1")},
		      {5, 3, 1, 2, 2, 0, SUITE_NAMES("parts.1.inner", "parts.1.text")},
		      {6, 6, 1, 3, 3, 0, SUITE_NAMES("parts.1.text")},
		      {15, 15, 1, 4, 1, 0, SUITE_NAMES("parts.2")},
		      {17, 15, 1, 4, 5, 0, SUITE_NAMES("parts.2.target")},
		      {40, 40, 1, 5, 1, 0, SUITE_NAMES("parts.4")},
		      {42, 40, 1, 5, 7, 0, SUITE_NAMES("parts.4.inner", "parts.4.text")},
		      {43, 43, 1, 6, 8, 0, SUITE_NAMES("parts.4.text")},
		      {3, 3, 1, 1, 0, 1, SUITE_NAMES("all")})},
};

static void right_lengths_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_right_lengths, right_lengths_within,
			 ARRAY_SIZE(right_lengths_within));
}

/* Fields that each sample has. */
static const struct suite_seen part_sample_fields[] = {
	{"kind", 0, 8, SUITE_SEEN_UINT},
	{"size", 8, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample part_samples[] = {
	{3, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{7, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{12, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{36, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{3, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{3, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{3, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}, {16, 8, 0}), .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 0, SUITE_SEEN_EXACT})},
	{9, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}, {16, 8, 0}), .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 0, SUITE_SEEN_EXACT})},
	{33, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}, {16, 8, 0}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 0, SUITE_SEEN_EXACT})},
	{4, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}, {16, 8, 1}), .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 8, SUITE_SEEN_EXACT})},
	{9, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}, {16, 8, 1}), .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 8, SUITE_SEEN_EXACT})},
	{33, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}, {16, 8, 1}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 8, SUITE_SEEN_EXACT})},
	{7, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{7, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}, {16, 8, 4}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}, {16, 8, 4}), .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 32, SUITE_SEEN_EXACT})},
	{33, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}, {16, 8, 4}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 32, SUITE_SEEN_EXACT})},
	{12, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{12, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}, {16, 8, 9}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{12, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}, {16, 8, 9}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}, {16, 8, 9}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT},
			    {"text", 24, 72, SUITE_SEEN_EXACT})},
	{36, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{36, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}, {16, 8, 33}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{36, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}, {16, 8, 33}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{36, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}, {16, 8, 33}),
	 .absent = SUITE_NAMES("text", "target"),
	 .seen = SUITE_SEEN({"inner", 16, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 4}, {16, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text"),
	 .seen = SUITE_SEEN({"target", 16, 8, SUITE_SEEN_PRESENT})},
	{9, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 9}, {16, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text"),
	 .seen = SUITE_SEEN({"target", 16, 8, SUITE_SEEN_PRESENT})},
	{33, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 33}, {16, 8, 0}),
	 .absent = SUITE_NAMES("inner", "text"),
	 .seen = SUITE_SEEN({"target", 16, 8, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 4}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{9, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 9}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{33, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 33}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{4, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{9, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
	{33, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
};

static void part_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_right_lengths_part, part_sample_fields, part_samples,
		      ARRAY_SIZE(part_samples));
}

static const struct suite_sample part_messages[] = {
	{19, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 12}, {16, 8, 9}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"text", 24, 72, SUITE_SEEN_EXACT},
			    {"inner", 16, 8, SUITE_SEEN_UINT})},
	{10, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 3}, {16, 8, 0}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"text", 24, 0, SUITE_SEEN_EXACT},
			    {"inner", 16, 8, SUITE_SEEN_UINT})},
	{13, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 6}, {16, 8, 3}),
	 .absent = SUITE_NAMES("target"),
	 .seen = SUITE_SEEN({"text", 24, 24, SUITE_SEEN_EXACT},
			    {"inner", 16, 8, SUITE_SEEN_UINT})},
	{21, .pokes = SUITE_POKES({16, 96, .text = "\006kernel\003org\000"}, {0, 8, 2}, {8, 8, 14}),
	 .absent = SUITE_NAMES("inner", "text"),
	 .seen = SUITE_SEEN({"target", 16, 96, SUITE_SEEN_NAME, .text = "kernel.org"})},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 11}),
	 .absent = SUITE_NAMES("inner", "text", "target")},
};

static void part_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_right_lengths_part, part_sample_fields, part_messages,
		      ARRAY_SIZE(part_messages));
}

static const struct suite_within part_within[] = {
	{&part_messages[0],
	 SUITE_LENGTHS({8, 8}, {16, 8}),
	 SUITE_BOUNDS({2, 0, 1, 1, 0, 0, SUITE_NAMES("inner", "text")},
		      {3, 3, 1, 2, 1, 0, SUITE_NAMES("text")})},
};

static void part_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_right_lengths_part, part_within,
			 ARRAY_SIZE(part_within));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(right_lengths_lies_as_its_fields_say),
	KUNIT_CASE(right_lengths_has_what_was_put_in),
	KUNIT_CASE(right_lengths_stays_within_its_lengths),
	KUNIT_CASE(right_lengths_needs_all_its_bytes),
	KUNIT_CASE(right_lengths_refuses_unknown_names),
	KUNIT_CASE(part_lies_as_its_fields_say),
	KUNIT_CASE(part_has_what_was_put_in),
	KUNIT_CASE(part_stays_within_its_lengths),
	KUNIT_CASE(part_needs_all_its_bytes),
	KUNIT_CASE(part_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"right_lengths_", "layout right_lengths", 3},
	{"part_", "layout right_lengths.part", 12},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "cases/right_lengths.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_right_lengths",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
