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
		.where = "specs/wire/ipv4.yaml:13",
		.access = "rw",
		.get = get_ipv4_version_in_c,
		.set = set_ipv4_version_in_c,
		.bits = 4,
		.ranged = true,
		.low = 4,
		.high = 4,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.where = "specs/wire/ipv4.yaml:14",
		.access = "rw",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tos",
		.where = "specs/wire/ipv4.yaml:15",
		.access = "rw",
		.get = get_ipv4_tos_in_c,
		.set = set_ipv4_tos_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tot_len",
		.where = "specs/wire/ipv4.yaml:16",
		.access = "rw",
		.get = get_ipv4_tot_len_in_c,
		.set = set_ipv4_tot_len_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "id",
		.where = "specs/wire/ipv4.yaml:17",
		.access = "rw",
		.get = get_ipv4_id_in_c,
		.set = set_ipv4_id_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "reserved",
		.where = "specs/wire/ipv4.yaml:18",
		.access = "rw",
		.get = get_ipv4_reserved_in_c,
		.set = set_ipv4_reserved_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "df",
		.where = "specs/wire/ipv4.yaml:19",
		.access = "rw",
		.get = get_ipv4_df_in_c,
		.set = set_ipv4_df_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "mf",
		.where = "specs/wire/ipv4.yaml:20",
		.access = "rw",
		.get = get_ipv4_mf_in_c,
		.set = set_ipv4_mf_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "frag_off",
		.where = "specs/wire/ipv4.yaml:21",
		.access = "rw",
		.get = get_ipv4_frag_off_in_c,
		.set = set_ipv4_frag_off_in_c,
		.bits = 13,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ttl",
		.where = "specs/wire/ipv4.yaml:22",
		.access = "rw",
		.get = get_ipv4_ttl_in_c,
		.set = set_ipv4_ttl_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "protocol",
		.where = "specs/wire/ipv4.yaml:23",
		.access = "rw",
		.get = get_ipv4_protocol_in_c,
		.set = set_ipv4_protocol_in_c,
		.bits = 8,
		.constants = ipproto_names,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "check",
		.where = "specs/wire/ipv4.yaml:24",
		.access = "rw",
		.get = get_ipv4_check_in_c,
		.set = set_ipv4_check_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "saddr",
		.where = "specs/wire/ipv4.yaml:25",
		.access = "rw",
		.get = get_ipv4_saddr_in_c,
		.set = set_ipv4_saddr_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "daddr",
		.where = "specs/wire/ipv4.yaml:26",
		.access = "rw",
		.get = get_ipv4_daddr_in_c,
		.set = set_ipv4_daddr_in_c,
		.bits = 32,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "protocol",
		.where = "specs/wire/ipv4.yaml:23",
		.access = "rw",
		.get = get_ipv4_protocol_in_c,
		.set = set_ipv4_protocol_in_c,
		.bits = 8,
		.constants = ipproto_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_ipv4_options(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = get_ipv4_ihl_in_c(object);

	*from = 20;
	*to = ihl * 4;
	return !(ihl < 5);
}

static const struct binding_field deciding_ipv4_options[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.where = "specs/wire/ipv4.yaml:14",
		.access = "rw",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{},
};

static bool find_ipv4_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = get_ipv4_ihl_in_c(object);
	s64 tot_len = get_ipv4_tot_len_in_c(object);

	*from = ihl * 4;
	*to = tot_len;
	return !(ihl < 5);
}

static const struct binding_field deciding_ipv4_payload[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "ihl",
		.where = "specs/wire/ipv4.yaml:14",
		.access = "rw",
		.get = get_ipv4_ihl_in_c,
		.set = set_ipv4_ihl_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "tot_len",
		.where = "specs/wire/ipv4.yaml:16",
		.access = "rw",
		.get = get_ipv4_tot_len_in_c,
		.set = set_ipv4_tot_len_in_c,
		.bits = 16,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "options",
		.where = "specs/wire/ipv4.yaml:27",
		.access = "rw",
		.find = find_ipv4_options,
		.fields = deciding_ipv4_options,
	},
	{
		.layout = &luadata_layout_ipv4,
		.size = 20,
		.name = "payload",
		.where = "specs/wire/ipv4.yaml:29",
		.access = "rw",
		.find = find_ipv4_payload,
		.fields = deciding_ipv4_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void ipv4_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_ipv4, sizeof(struct iphdr));
}

static void ipv4_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_ipv4, 20);
}

static const struct binding_poke ipv4_sample_pokes[] = {
	{4, 4, 5, false},
	{},
	{4, 4, 6, false},
	{},
	{4, 4, 9, false},
	{},
	{4, 4, 14, false},
	{},
	{4, 4, 15, false},
	{},
	{4, 4, 4, false},
	{},
};

static const struct binding_seen ipv4_sample_seen[] = {
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_PRESENT, false, true},
	{},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 32, BINDING_SEEN_PRESENT, false, true},
	{},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 128, BINDING_SEEN_PRESENT, false, false},
	{},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 288, BINDING_SEEN_PRESENT, false, false},
	{},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 320, BINDING_SEEN_PRESENT, false, false},
	{},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, true},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{},
};

static void ipv4_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{20, 20},
		{24, 24},
		{36, 36},
		{56, 56},
		{60, 60},
		{20, 0},
	};

	binding_samples(test, &luadata_layout_ipv4, extents, ARRAY_SIZE(extents), ipv4_sample_pokes,
			ipv4_sample_seen);
}

static const struct binding_poke ipv4_message_pokes[] = {
	{4, 4, 8, false},
	{16, 16, 34, false},
	{},
	{4, 4, 5, false},
	{16, 16, 22, false},
	{},
	{4, 4, 6, false},
	{16, 16, 26, false},
	{},
};

static const struct binding_seen ipv4_message_seen[] = {
	{"options", 160, 96, BINDING_SEEN_BLOCK, false, false, 20},
	{"payload", 256, 16, BINDING_SEEN_BLOCK, false, false, 32},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, false},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"options", 160, 0, BINDING_SEEN_BLOCK, false, false, 20},
	{"payload", 160, 16, BINDING_SEEN_BLOCK, false, false, 20},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, false},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"options", 160, 32, BINDING_SEEN_BLOCK, false, false, 20},
	{"payload", 192, 16, BINDING_SEEN_BLOCK, false, false, 24},
	{"version", 0, 4, BINDING_SEEN_UINT, false, false},
	{"ihl", 4, 4, BINDING_SEEN_UINT, false, false},
	{"tos", 8, 8, BINDING_SEEN_UINT, false, true},
	{"tot_len", 16, 16, BINDING_SEEN_UINT, false, false},
	{"id", 32, 16, BINDING_SEEN_UINT, false, true},
	{"reserved", 48, 1, BINDING_SEEN_BOOL, false, true},
	{"df", 49, 1, BINDING_SEEN_BOOL, false, true},
	{"mf", 50, 1, BINDING_SEEN_BOOL, false, true},
	{"frag_off", 51, 13, BINDING_SEEN_UINT, false, true},
	{"ttl", 64, 8, BINDING_SEEN_UINT, false, true},
	{"protocol", 72, 8, BINDING_SEEN_UINT, false, true},
	{"check", 80, 16, BINDING_SEEN_UINT, false, true},
	{"saddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"daddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{},
};

static void ipv4_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{39, 0},
		{27, 0},
		{31, 0},
	};

	binding_samples(test, &luadata_layout_ipv4, extents, ARRAY_SIZE(extents),
			ipv4_message_pokes, ipv4_message_seen);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(ipv4_lies_as_its_fields_say),
	KUNIT_CASE(ipv4_has_what_was_put_in),
	KUNIT_CASE(ipv4_needs_all_its_bytes),
	KUNIT_CASE(ipv4_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"ipv4_", "layout ipv4", "specs/wire/ipv4.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_ipv4",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
