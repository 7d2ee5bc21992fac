// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv4 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv4.yaml.
 */

#include <linux/bitops.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "ipv4.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv4.c"

static s64 get_ipv4_version_in_c(const void *object)
{
	return binding_bits(object, 0, 4);
}

static void set_ipv4_version_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 4, value);
}

static s64 get_ipv4_ihl_in_c(const void *object)
{
	return binding_bits(object, 4, 4);
}

static void set_ipv4_ihl_in_c(void *object, s64 value)
{
	binding_set_bits(object, 4, 4, value);
}

static s64 get_ipv4_tos_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, tos), 8);
}

static void set_ipv4_tos_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, tos), 8, value);
}

static s64 get_ipv4_tot_len_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, tot_len), 16);
}

static void set_ipv4_tot_len_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, tot_len), 16, value);
}

static s64 get_ipv4_id_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, id), 16);
}

static void set_ipv4_id_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, id), 16, value);
}

static s64 get_ipv4_reserved_in_c(const void *object)
{
	return binding_bits(object, 48, 1);
}

static void set_ipv4_reserved_in_c(void *object, s64 value)
{
	binding_set_bits(object, 48, 1, value);
}

static s64 get_ipv4_df_in_c(const void *object)
{
	return binding_bits(object, 49, 1);
}

static void set_ipv4_df_in_c(void *object, s64 value)
{
	binding_set_bits(object, 49, 1, value);
}

static s64 get_ipv4_mf_in_c(const void *object)
{
	return binding_bits(object, 50, 1);
}

static void set_ipv4_mf_in_c(void *object, s64 value)
{
	binding_set_bits(object, 50, 1, value);
}

static s64 get_ipv4_frag_off_in_c(const void *object)
{
	return binding_bits(object, 51, 13);
}

static void set_ipv4_frag_off_in_c(void *object, s64 value)
{
	binding_set_bits(object, 51, 13, value);
}

static s64 get_ipv4_ttl_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, ttl), 8);
}

static void set_ipv4_ttl_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, ttl), 8, value);
}

static s64 get_ipv4_protocol_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, protocol), 8);
}

static void set_ipv4_protocol_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, protocol), 8, value);
}

static s64 get_ipv4_check_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, check), 16);
}

static void set_ipv4_check_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, check), 16, value);
}

static s64 get_ipv4_saddr_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, saddr), 32);
}

static void set_ipv4_saddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, saddr), 32, value);
}

static s64 get_ipv4_daddr_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct iphdr, daddr), 32);
}

static void set_ipv4_daddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct iphdr, daddr), 32, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "version",
		.get = get_ipv4_version_in_c,
		.set = set_ipv4_version_in_c,
		.bits = 4,
		.ranged = true,
		.low = 4,
		.high = 4,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tos",
		.get = get_ipv4_tos_in_c,
		.set = set_ipv4_tos_in_c,
		.bits = 8,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tot_len",
		.get = get_ipv4_tot_len_in_c,
		.set = set_ipv4_tot_len_in_c,
		.bits = 16,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "id",
		.get = get_ipv4_id_in_c,
		.set = set_ipv4_id_in_c,
		.bits = 16,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "reserved",
		.get = get_ipv4_reserved_in_c,
		.set = set_ipv4_reserved_in_c,
		.bits = 1,
		.is_bool = true,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "df",
		.get = get_ipv4_df_in_c,
		.set = set_ipv4_df_in_c,
		.bits = 1,
		.is_bool = true,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "mf",
		.get = get_ipv4_mf_in_c,
		.set = set_ipv4_mf_in_c,
		.bits = 1,
		.is_bool = true,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "frag_off",
		.get = get_ipv4_frag_off_in_c,
		.set = set_ipv4_frag_off_in_c,
		.bits = 13,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ttl",
		.get = get_ipv4_ttl_in_c,
		.set = set_ipv4_ttl_in_c,
		.bits = 8,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "protocol",
		.get = get_ipv4_protocol_in_c,
		.set = set_ipv4_protocol_in_c,
		.bits = 8,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "check",
		.get = get_ipv4_check_in_c,
		.set = set_ipv4_check_in_c,
		.bits = 16,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "saddr",
		.get = get_ipv4_saddr_in_c,
		.set = set_ipv4_saddr_in_c,
		.bits = 32,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "daddr",
		.get = get_ipv4_daddr_in_c,
		.set = set_ipv4_daddr_in_c,
		.bits = 32,
		.access = "rw",
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	const struct binding_field *f = prev ? (const struct binding_field *)prev + 1 : fields;

	if (!f->name)
		return NULL;
	snprintf(desc, KUNIT_PARAM_DESC_SIZE, "%s.%s", f->layout->name, f->name);
	return f;
}

static void field_reads_as_in_c(struct kunit *test)
{
	binding_reads(test, fields);
}

static void field_writes_as_in_c(struct kunit *test)
{
	binding_writes(test, fields);
}

static void field_refuses_what_it_cannot_hold(struct kunit *test)
{
	binding_refuses(test, fields);
}

static void field_expires_with_its_loan(struct kunit *test)
{
	binding_expires(test);
}

static bool find_options(const void *object, s64 length, s64 *from, s64 *to)
{
	s64 ihl = get_ipv4_ihl_in_c(object);

	*from = 20;
	*to = ihl * 4;
	return !(ihl < 5);
}

static const struct binding_field deciding_options[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
		.access = "rw",
	},
	{},
};

static bool find_payload(const void *object, s64 length, s64 *from, s64 *to)
{
	s64 ihl = get_ipv4_ihl_in_c(object);
	s64 tot_len = get_ipv4_tot_len_in_c(object);

	*from = ihl * 4;
	*to = tot_len;
	return !(ihl < 5);
}

static const struct binding_field deciding_payload[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
		.access = "rw",
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tot_len",
		.get = get_ipv4_tot_len_in_c,
		.set = set_ipv4_tot_len_in_c,
		.bits = 16,
		.access = "rw",
	},
	{},
};

static const struct binding_block blocks[] = {
	{&luadata_layout_ipv4, 20, "options", find_options, deciding_options},
	{&luadata_layout_ipv4, 20, "payload", find_payload, deciding_payload},
	{},
};

static void blocks_lie_where_fields_say(struct kunit *test)
{
	binding_blocks(test, blocks);
}

static void ipv4_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_ipv4, sizeof(struct iphdr));
}

static void ipv4_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_ipv4, 20);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE(blocks_lie_where_fields_say),
	KUNIT_CASE(ipv4_needs_all_its_bytes),
	KUNIT_CASE(ipv4_refuses_unknown_names),
	{},
};

static struct kunit_suite suite = {
	.name = "klua_ipv4",
	.init = binding_test_init,
	.exit = binding_test_exit,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
