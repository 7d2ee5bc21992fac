// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the core, which has no Lua state: bounds, fields, patterns, names. */
#include <stdio.h>
#include <stdlib.h>

#include "kinds/kinds.h"
#include "pattern.h"
#include "tap.h"

#define CHECK(condition, name)                                                            \
	do {                                                                              \
		if (!tap_point(condition, "%s", name))                                    \
			printf("  # expected: %s\n  # got: false\n", #condition);         \
	} while (0)

/* Exactly so many bytes, so that the sanitizer sees one too many. */
static unsigned char *exact(const void *bytes, size_t n)
{
	unsigned char *p = malloc(n);

	if (!p)
		abort();
	return memcpy(p, bytes, n);
}

static void test_span(void)
{
	struct luadata_span s;

	CHECK(luadata_fits(4, 0, 4) && luadata_fits(4, 4, 0), "fits at both ends");
	CHECK(!luadata_fits(4, 1, 4) && !luadata_fits(4, 5, 0), "does not fit beyond the end");
	CHECK(!luadata_fits(4, SIZE_MAX, 2) && !luadata_fits(4, 2, SIZE_MAX), "does not wrap");
	CHECK(luadata_fits(SIZE_MAX, SIZE_MAX - 1, 1), "fits in all of memory");
	CHECK(luadata_cut(10, 4, 3, &s) && s.offset == 4 && s.length == 3, "cut inside");
	CHECK(luadata_cut(10, 4, 7, &s) && s.length == 6, "cut at the end");
	CHECK(luadata_cut(10, 10, 1, &s) && s.length == 0, "cut to nothing");
	CHECK(luadata_cut(10, 4, -1, &s) && s.length == 6, "cut to the rest");
	CHECK(!luadata_cut(10, 11, 0, &s) && !luadata_cut(10, -1, 0, &s), "cut outside");
	CHECK(!luadata_cut(10, INT64_MIN, INT64_MIN, &s), "cut far outside");
	luadata_positions(5, 2, 4, &s);
	CHECK(s.offset == 1 && s.length == 3, "positions count from 1");
	luadata_positions(5, -2, -1, &s);
	CHECK(s.offset == 3 && s.length == 2, "and from the end");
	luadata_positions(5, INT64_MIN, INT64_MAX, &s);
	CHECK(s.offset == 0 && s.length == 5, "the widest range");
	luadata_positions(5, 6, -1, &s);
	CHECK(s.offset == 5 && s.length == 0, "an empty range at the end");
	luadata_positions(5, INT64_MAX, INT64_MAX, &s);
	CHECK(s.offset == 5 && s.length == 0, "a range far beyond the end");
	luadata_positions(0, 1, 1, &s);
	CHECK(s.offset == 0 && s.length == 0, "a range in nothing");
}

static void test_loads(void)
{
	unsigned char *p = exact("\x01\x82\x03\x04\x05\x06\x07\xf8", 8);

	CHECK(luadata_load(p, 1, false) == 1 && luadata_load(p + 7, 1, true) == 0xf8, "one byte");
	CHECK(luadata_load(p, 2, false) == 0x0182 && luadata_load(p, 2, true) == 0x8201, "two");
	CHECK(luadata_load(p, 3, false) == 0x018203 && luadata_load(p, 3, true) == 0x038201,
	      "three");
	CHECK(luadata_load(p, 8, false) == 0x01820304050607f8u, "eight, big-endian");
	CHECK(luadata_load(p, 8, true) == 0xf807060504038201u, "eight, little-endian");
	luadata_store(p, 3, false, 0xaabbcc);
	luadata_store(p + 3, 5, true, 0x1122334455u);
	CHECK(memcmp(p, "\xaa\xbb\xcc\x55\x44\x33\x22\x11", 8) == 0, "stores");
	free(p);
	CHECK(luadata_mask(1) == 1 && luadata_mask(64) == UINT64_MAX, "masks");
	CHECK(luadata_extend(0x8, 4) == -8 && luadata_extend(0x7, 4) == 7, "sign of 4 bits");
	CHECK(luadata_extend(UINT64_MAX, 64) == -1 && luadata_extend(1, 1) == -1, "of 64, of 1");
}

static void test_fields(void)
{
	struct luadata_field f = { .name = "f", .size = 2, .shift = 3, .bits = 7 };
	unsigned char *p = exact("\xff\xff", 2);

	CHECK(luadata_loadfield(&f, p) == 127, "7 bits of ones");
	luadata_storefield(&f, p, 0x55);
	CHECK(memcmp(p, "\xfe\xaf", 2) == 0, "7 bits stored, 9 bits left"); /* 111111 1010101 111 */
	f.type = LUADATA_TYPE_INT;
	luadata_storefield(&f, p, -64);
	CHECK(luadata_loadfield(&f, p) == -64, "the smallest of 7 bits");
	CHECK(luadata_inlimits(&f, -64) && luadata_inlimits(&f, 63), "limits of 7 bits");
	CHECK(!luadata_inlimits(&f, -65) && !luadata_inlimits(&f, 64), "beyond them");
	f.flags = LUADATA_FIELD_RANGED;
	f.min = -1000;
	f.max = 1000;
	CHECK(!luadata_inlimits(&f, 64), "a declared range cannot widen the bits");
	f.min = -1;
	CHECK(!luadata_inlimits(&f, -2) && luadata_inlimits(&f, -1), "but it narrows them");
	f.type = LUADATA_TYPE_UINT;
	f.bits = 64;
	f.size = 8;
	f.shift = 0;
	f.flags = 0;
	CHECK(luadata_inlimits(&f, -1) && luadata_inlimits(&f, INT64_MIN),
	      "64 bits are all of them");
	f.flags = LUADATA_FIELD_RANGED;
	f.min = 1;
	f.max = -2;
	CHECK(luadata_inlimits(&f, -2) && !luadata_inlimits(&f, -1) && !luadata_inlimits(&f, 0),
	      "an unsigned range");
	CHECK(luadata_textlength((const unsigned char *)"ab\0c", 4) == 2, "text ends at NUL");
	CHECK(luadata_textlength((const unsigned char *)"abcd", 4) == 4, "or at the size");
	CHECK(luadata_textlength(NULL, 0) == 0, "no text");
	free(p);
}

static void test_declarations(void)
{
	struct luadata_field element = { .name = "e", .bits = 8 };
	struct luadata_field f = { .name = "f", .size = 1, .bits = 8 };

	CHECK(!luadata_faultof(&f), "a byte is fine");
	f.bits = 9;
	CHECK(luadata_faultof(&f), "9 bits in a byte are not");
	f.bits = 8;
	f.shift = 1;
	CHECK(luadata_faultof(&f), "nor 8, shifted");
	f.shift = 0;
	f.offset = UINT32_MAX;
	CHECK(luadata_faultof(&f), "nor beyond 4 GiB");
	f.offset = 0;
	f.bits = 0;
	CHECK(luadata_faultof(&f), "nor without bits");
	f.bits = 8;
	f.name = "a_name_of_41_bytes_is_one_too_many_for_it";
	CHECK(strlen(f.name) == 41 && luadata_faultof(&f), "nor with a name of 41 bytes");
	f.name++;
	CHECK(!luadata_faultof(&f), "40 are fine");
	f.type = LUADATA_TYPE_ARRAY;
	CHECK(luadata_faultof(&f), "an array without an element");
	f.element = &element;
	CHECK(luadata_faultof(&f), "one of elements without bytes");
	f.type = LUADATA_TYPE_VIEW;
	CHECK(luadata_faultof(&f), "a view without a layout");
	f.type = 99;
	CHECK(luadata_faultof(&f), "a type that is none");
	CHECK(luadata_distance("ttl", "ttl") == 0 && luadata_distance("", "abc") == 3, "distances");
	CHECK(luadata_distance("kitten", "sitting") == 3, "of Levenshtein's example");
	CHECK(luadata_distance("tpc", "tcp") == 1, "letters that changed places");
	CHECK(luadata_distance("tpc", "ip") == 2 && luadata_distance("ca", "abc") == 3,
	      "such letters and others");
}

/* Whether a layout with one field has a fault. */
static bool faulty(struct luadata_field f)
{
	f.name = "f";
	return luadata_faultof(&f);
}

static size_t measure(const unsigned char *p, size_t n)
{
	(void)p;
	return n;
}

static void test_declared_records(void)
{
	static const struct luadata_constant names[] = { { "a", 1 }, { "b", 6 }, { NULL, 0 } };
	static const struct luadata_field fields[] = {
		{ .name = "kind", .size = 1, .bits = 8, .constants = names },
		{ .name = "nameless", .size = 1, .bits = 8 },
		{ .name = "text", .size = 1, .type = LUADATA_TYPE_STRING, .constants = names },
	};
	static const struct luadata_layout record = { .name = "r", .fields = fields, .nfields = 3 };
	static const struct luadata_checksum sum = { .offset = 7 };
	struct luadata_layout layout = { .name = "l", .size = 9, .checksum = &sum };
	struct luadata_list list = { .layout = &record, .measure = measure };
	struct luadata_field f = { .type = LUADATA_TYPE_LIST, .list = &list };

	CHECK(!faulty(f), "a list is fine");
	f.flags = LUADATA_FIELD_WRITE;
	CHECK(faulty(f), "one for writing is not");
	f.flags = 0;
	list.measure = NULL;
	CHECK(faulty(f), "nor without a measure");
	list.measure = measure;
	list.by = "kind";
	CHECK(!faulty(f), "one that is selected by name is fine");
	list.by = "kinds";
	CHECK(faulty(f), "but not by a field that is none");
	list.by = "nameless";
	CHECK(faulty(f), "nor by one without names");
	list.by = "text";
	CHECK(faulty(f), "nor by text");
	list.layout = NULL;
	CHECK(faulty(f), "a list without records");
	CHECK(!luadata_faultoflayout(&layout), "a checksum at the end of the fixed part is fine");
	layout.size = 8;
	CHECK(luadata_faultoflayout(&layout), "one that is half outside is not");
	f = fields[0];
	f.flags = LUADATA_FIELD_FLAGS;
	CHECK(!faulty(f) && luadata_knownbits(names) == 7, "flags are fine");
	f.type = LUADATA_TYPE_INT;
	CHECK(faulty(f), "but not signed ones");
	f.type = LUADATA_TYPE_UINT;
	f.constants = NULL;
	CHECK(faulty(f), "nor without names");
	f = (struct luadata_field){ .type = LUADATA_TYPE_NAME, .flags = LUADATA_FIELD_WRITE };
	CHECK(faulty(f), "a DNS name for writing");
}

static void test_sums(void)
{
	unsigned char *p = exact("\x00\x01\xf2\x03\xf4\xf5\xf6", 7);
	unsigned char *ones = exact("\xff\xff\xff", 3);

	CHECK(luadata_fold(0xffffffffffffffffu) == 0xffff && luadata_fold(0x10000) == 1, "folds");
	CHECK(luadata_fold(0) == 0 && luadata_fold(0xfffe0002u) == 1, "and again");
	/* RFC 1071, section 3, without its last byte: 0001 + f203 + f4f5 + f600 = 2dcf9 */
	CHECK(luadata_sum(p, 7) == 0xdcfb, "a sum of an odd number of bytes");
	CHECK(luadata_sum(p, 0) == 0 && luadata_sum(p, 1) == 0, "of none, of zeros");
	CHECK(luadata_sum(ones, 3) == 0xff00, "with a carry");
	CHECK(luadata_sumdifference(p + 2, p + 4, 2, false) == 0x02f2, "f4f5 less f203");
	CHECK(luadata_sumdifference(p + 2, p + 4, 2, true) == 0xf202, "the same, from odd on");
	CHECK(luadata_sumdifference(p + 4, p + 2, 2, false) == 0xfd0d, "the other way");
	free(p);
	free(ones);
}

/* The length in place of a name in exactly so many bytes. */
static size_t length_of(const char *bytes, size_t n)
{
	unsigned char *p = exact(bytes, n);
	size_t length = luadata_namelength(p, n);

	free(p);
	return length;
}

static size_t expanded(const char *bytes, size_t n, size_t at, const char *expected)
{
	unsigned char out[LUADATA_WIRENAME_MAX];
	unsigned char *p = exact(bytes, n);
	size_t length = luadata_expandname(out, p, at, n);

	free(p);
	return length == strlen(expected) + 1 && memcmp(out, expected, length) == 0;
}

static void test_names(void)
{
	static const char chain[] = "\1a\0\xc0\0\xc0\3";
	unsigned char out[LUADATA_WIRENAME_MAX];
	unsigned char many[3 + 2 * 200];
	char text[4];
	int i;

	CHECK(length_of("\3www\0x", 6) == 5 && length_of("\0", 1) == 1, "names in place");
	CHECK(length_of("\3www\xc0\0x", 7) == 6 && length_of("\xff\xff", 2) == 2, "pointers");
	CHECK(!length_of("\3www", 4) && !length_of("\3ww", 3) && !length_of("", 0), "no end");
	CHECK(!length_of("\xc0", 1) && !length_of("\x40", 1) && !length_of("\x80", 1), "broken");
	CHECK(expanded(chain, 7, 3, "\1a") && expanded(chain, 7, 5, "\1a"), "pointers backwards");
	CHECK(expanded("\1a\xc0\1", 4, 1, "") == 0, "a pointer into the middle of nothing");
	CHECK(luadata_expandname(out, (const unsigned char *)chain, 7, 7) == 0, "at the end");
	memcpy(many, "\1a\0", 3);
	for (i = 0; i < 200; i++)
		luadata_store(many + 3 + 2 * i, 2, false, i ? 0xc000 | (1 + 2 * i) : 0xc000);
	CHECK(luadata_expandname(out, many, 3 + 2 * 126, sizeof(many)) == 3, "127 pointers");
	CHECK(luadata_expandname(out, many, 3 + 2 * 127, sizeof(many)) == 0, "128 pointers");
	CHECK(luadata_labeltext(text, 'a') == 1 && text[0] == 'a', "a letter");
	CHECK(luadata_labeltext(text, '.') == 2 && !memcmp(text, "\\.", 2), "a dot");
	CHECK(luadata_labeltext(text, ' ') == 4 && !memcmp(text, "\\032", 4), "a blank");
	CHECK(luadata_labeltext(text, 255) == 4 && !memcmp(text, "\\255", 4), "a large byte");
}

/* Compiles a pattern, and runs it over an exactly allocated copy of the subject. */
static enum luadata_match match(const char *subject, const char *pattern, size_t *start,
				size_t *end)
{
	unsigned char *s = exact(subject, strlen(subject));
	unsigned char *p = exact(pattern, strlen(pattern));
	struct luadata_matcher m = { .subject = s, .length = strlen(subject) };
	struct luadata_program sizes, *program;
	enum luadata_match result;

	luadata_measure(&sizes, p, strlen(pattern), true);
	program = malloc(luadata_programsize(&sizes));
	luadata_compile(program, &sizes, p, strlen(pattern));
	CHECK(program->nitems == sizes.nitems && program->nsets == sizes.nsets &&
	      program->nchoices == sizes.nchoices && program->ntext == sizes.ntext,
	      "what was measured");
	free(p);
	m.program = program;
	result = luadata_search(&m, 0, start, end);
	free(program);
	free(s);
	return result;
}

static void test_patterns(void)
{
	size_t start, end;
	int c, wrong = 0;

	CHECK(match("xxaay", "a+", &start, &end) == LUADATA_MATCH && start == 2 && end == 4,
	      "a match");
	CHECK(match("xxx", "a", &start, &end) == LUADATA_NO_MATCH, "none");
	CHECK(match("aaab", "a*ab", &start, &end) == LUADATA_MATCH && end == 4, "one given back");
	CHECK(match("aab", "a-b", &start, &end) == LUADATA_MATCH && end == 3, "some taken more");
	CHECK(match("aaa", "[", &start, &end) == LUADATA_NO_BRACKET, "an open set");
	CHECK(match("aaa", "[^", &start, &end) == LUADATA_NO_BRACKET, "an open set, negated");
	CHECK(match("aaa", "[%", &start, &end) == LUADATA_NO_BRACKET, "an open set and %");
	CHECK(match("aaa", "[a-", &start, &end) == LUADATA_NO_BRACKET, "an open range");
	CHECK(match("aaa", "%", &start, &end) == LUADATA_ENDS_IN_PERCENT, "a % alone");
	CHECK(match("aaa", "%b", &start, &end) == LUADATA_NO_BALANCE, "half a balance");
	CHECK(match("aaa", "%f", &start, &end) == LUADATA_NO_FRONTIER, "half a frontier");
	CHECK(match("aaa", "%f[", &start, &end) == LUADATA_NO_BRACKET, "a frontier, open");
	CHECK(match("", "a*", &start, &end) == LUADATA_MATCH && end == 0, "nothing in nothing");
	for (c = 0; c < 256; c++) { /* ASCII by ranges, whatever the locale says */
		wrong += luadata_inclass(c, 'a') != ((c >= 65 && c <= 90) || (c >= 97 && c <= 122));
		wrong += luadata_inclass(c, 'D') != !(c >= 48 && c <= 57);
		wrong += luadata_inclass(c, 's') != (c == 32 || (c >= 9 && c <= 13));
		wrong += luadata_inclass(c, 'G') != !(c >= 33 && c <= 126);
	}
	CHECK(wrong == 0, "classes");
}

int main(void)
{
	test_span();
	test_loads();
	test_fields();
	test_declarations();
	test_declared_records();
	test_sums();
	test_names();
	test_patterns();
	return tap_plan();
}
