// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the dns binding: what scripts see beside what C sees. Generated from
 * specs/wire/dns.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "dns.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "dns.c"

static s64 get_dns_id_in_c(const void *object)
{
	return binding_bits(object, 0, 16);
}

static void set_dns_id_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 16, value);
}

static s64 get_dns_response_in_c(const void *object)
{
	return binding_bits(object, 16, 1);
}

static void set_dns_response_in_c(void *object, s64 value)
{
	binding_set_bits(object, 16, 1, value);
}

static s64 get_dns_opcode_in_c(const void *object)
{
	return binding_bits(object, 17, 4);
}

static void set_dns_opcode_in_c(void *object, s64 value)
{
	binding_set_bits(object, 17, 4, value);
}

static s64 get_dns_aa_in_c(const void *object)
{
	return binding_bits(object, 21, 1);
}

static void set_dns_aa_in_c(void *object, s64 value)
{
	binding_set_bits(object, 21, 1, value);
}

static s64 get_dns_tc_in_c(const void *object)
{
	return binding_bits(object, 22, 1);
}

static void set_dns_tc_in_c(void *object, s64 value)
{
	binding_set_bits(object, 22, 1, value);
}

static s64 get_dns_rd_in_c(const void *object)
{
	return binding_bits(object, 23, 1);
}

static void set_dns_rd_in_c(void *object, s64 value)
{
	binding_set_bits(object, 23, 1, value);
}

static s64 get_dns_ra_in_c(const void *object)
{
	return binding_bits(object, 24, 1);
}

static void set_dns_ra_in_c(void *object, s64 value)
{
	binding_set_bits(object, 24, 1, value);
}

static s64 get_dns_z_in_c(const void *object)
{
	return binding_bits(object, 25, 1);
}

static void set_dns_z_in_c(void *object, s64 value)
{
	binding_set_bits(object, 25, 1, value);
}

static s64 get_dns_ad_in_c(const void *object)
{
	return binding_bits(object, 26, 1);
}

static void set_dns_ad_in_c(void *object, s64 value)
{
	binding_set_bits(object, 26, 1, value);
}

static s64 get_dns_cd_in_c(const void *object)
{
	return binding_bits(object, 27, 1);
}

static void set_dns_cd_in_c(void *object, s64 value)
{
	binding_set_bits(object, 27, 1, value);
}

static s64 get_dns_rcode_in_c(const void *object)
{
	return binding_bits(object, 28, 4);
}

static void set_dns_rcode_in_c(void *object, s64 value)
{
	binding_set_bits(object, 28, 4, value);
}

static s64 get_dns_qdcount_in_c(const void *object)
{
	return binding_bits(object, 32, 16);
}

static void set_dns_qdcount_in_c(void *object, s64 value)
{
	binding_set_bits(object, 32, 16, value);
}

static s64 get_dns_ancount_in_c(const void *object)
{
	return binding_bits(object, 48, 16);
}

static void set_dns_ancount_in_c(void *object, s64 value)
{
	binding_set_bits(object, 48, 16, value);
}

static s64 get_dns_nscount_in_c(const void *object)
{
	return binding_bits(object, 64, 16);
}

static void set_dns_nscount_in_c(void *object, s64 value)
{
	binding_set_bits(object, 64, 16, value);
}

static s64 get_dns_arcount_in_c(const void *object)
{
	return binding_bits(object, 80, 16);
}

static void set_dns_arcount_in_c(void *object, s64 value)
{
	binding_set_bits(object, 80, 16, value);
}

static s64 get_text_length_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_text_length_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "id",
		.where = "specs/wire/dns.yaml:40",
		.access = "rw",
		.get = get_dns_id_in_c,
		.set = set_dns_id_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "response",
		.where = "specs/wire/dns.yaml:41",
		.access = "rw",
		.get = get_dns_response_in_c,
		.set = set_dns_response_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "opcode",
		.where = "specs/wire/dns.yaml:42",
		.access = "rw",
		.get = get_dns_opcode_in_c,
		.set = set_dns_opcode_in_c,
		.bits = 4,
		.constants = opcode_names,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "aa",
		.where = "specs/wire/dns.yaml:43",
		.access = "rw",
		.get = get_dns_aa_in_c,
		.set = set_dns_aa_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "tc",
		.where = "specs/wire/dns.yaml:44",
		.access = "rw",
		.get = get_dns_tc_in_c,
		.set = set_dns_tc_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "rd",
		.where = "specs/wire/dns.yaml:45",
		.access = "rw",
		.get = get_dns_rd_in_c,
		.set = set_dns_rd_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "ra",
		.where = "specs/wire/dns.yaml:46",
		.access = "rw",
		.get = get_dns_ra_in_c,
		.set = set_dns_ra_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "z",
		.where = "specs/wire/dns.yaml:47",
		.access = "rw",
		.get = get_dns_z_in_c,
		.set = set_dns_z_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "ad",
		.where = "specs/wire/dns.yaml:48",
		.access = "rw",
		.get = get_dns_ad_in_c,
		.set = set_dns_ad_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "cd",
		.where = "specs/wire/dns.yaml:49",
		.access = "rw",
		.get = get_dns_cd_in_c,
		.set = set_dns_cd_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "rcode",
		.where = "specs/wire/dns.yaml:50",
		.access = "rw",
		.get = get_dns_rcode_in_c,
		.set = set_dns_rcode_in_c,
		.bits = 4,
		.constants = rcode_names,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "qdcount",
		.where = "specs/wire/dns.yaml:51",
		.access = "rw",
		.get = get_dns_qdcount_in_c,
		.set = set_dns_qdcount_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "ancount",
		.where = "specs/wire/dns.yaml:52",
		.access = "rw",
		.get = get_dns_ancount_in_c,
		.set = set_dns_ancount_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "nscount",
		.where = "specs/wire/dns.yaml:53",
		.access = "rw",
		.get = get_dns_nscount_in_c,
		.set = set_dns_nscount_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "arcount",
		.where = "specs/wire/dns.yaml:54",
		.access = "rw",
		.get = get_dns_arcount_in_c,
		.set = set_dns_arcount_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dns_text,
		.size = 1,
		.name = "length",
		.where = "specs/wire/dns.yaml:114",
		.access = "rw",
		.get = get_text_length_in_c,
		.set = set_text_length_in_c,
		.bits = 8,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "opcode",
		.where = "specs/wire/dns.yaml:42",
		.access = "rw",
		.get = get_dns_opcode_in_c,
		.set = set_dns_opcode_in_c,
		.bits = 4,
		.constants = opcode_names,
	},
	{
		.layout = &luadata_layout_dns,
		.size = 12,
		.name = "rcode",
		.where = "specs/wire/dns.yaml:50",
		.access = "rw",
		.get = get_dns_rcode_in_c,
		.set = set_dns_rcode_in_c,
		.bits = 4,
		.constants = rcode_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_text_text(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 length = get_text_length_in_c(object);

	*from = 1;
	*to = 1 + length;
	return true;
}

static const struct binding_field deciding_text_text[] = {
	{
		.layout = &luadata_layout_dns_text,
		.size = 1,
		.name = "length",
		.where = "specs/wire/dns.yaml:114",
		.access = "rw",
		.get = get_text_length_in_c,
		.set = set_text_length_in_c,
		.bits = 8,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_dns_text,
		.size = 1,
		.name = "text",
		.where = "specs/wire/dns.yaml:115",
		.access = "rw",
		.find = find_text_text,
		.fields = deciding_text_text,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void dns_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dns, 12);
}

static void dns_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dns, 12);
}

static void rr_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dns_rr, 0);
}

static void rr_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dns_rr, 0);
}

static void text_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dns_text, 1);
}

static void text_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dns_text, 1);
}

static void question_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dns_question, 0);
}

static void question_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dns_question, 0);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(dns_needs_all_its_bytes),
	KUNIT_CASE(dns_refuses_unknown_names),
	KUNIT_CASE(rr_needs_all_its_bytes),
	KUNIT_CASE(rr_refuses_unknown_names),
	KUNIT_CASE(text_needs_all_its_bytes),
	KUNIT_CASE(text_refuses_unknown_names),
	KUNIT_CASE(question_needs_all_its_bytes),
	KUNIT_CASE(question_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"dns_", "layout dns", "specs/wire/dns.yaml:3"},
	{"rr_", "layout dns.rr", "specs/wire/dns.yaml:67"},
	{"text_", "layout dns.text", "specs/wire/dns.yaml:112"},
	{"question_", "layout dns.question", "specs/wire/dns.yaml:61"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_dns",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
