// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the tcp binding: what scripts see beside what C sees. Generated from
 * specs/wire/tcp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/tcp.h>

#include "binding_cases.h"
#include "tcp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "tcp.c"

static s64 get_tcp_sport_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, source), 16);
}

static void set_tcp_sport_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, source), 16, value);
}

static s64 get_tcp_dport_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, dest), 16);
}

static void set_tcp_dport_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, dest), 16, value);
}

static s64 get_tcp_seq_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, seq), 32);
}

static void set_tcp_seq_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, seq), 32, value);
}

static s64 get_tcp_ack_seq_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, ack_seq), 32);
}

static void set_tcp_ack_seq_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, ack_seq), 32, value);
}

static s64 get_tcp_doff_in_c(const void *object)
{
	return binding_bits(object, 96, 4);
}

static void set_tcp_doff_in_c(void *object, s64 value)
{
	binding_set_bits(object, 96, 4, value);
}

static s64 get_tcp_reserved_in_c(const void *object)
{
	return binding_bits(object, 100, 4);
}

static void set_tcp_reserved_in_c(void *object, s64 value)
{
	binding_set_bits(object, 100, 4, value);
}

static s64 get_tcp_cwr_in_c(const void *object)
{
	return binding_bits(object, 104, 1);
}

static void set_tcp_cwr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 104, 1, value);
}

static s64 get_tcp_ece_in_c(const void *object)
{
	return binding_bits(object, 105, 1);
}

static void set_tcp_ece_in_c(void *object, s64 value)
{
	binding_set_bits(object, 105, 1, value);
}

static s64 get_tcp_urg_in_c(const void *object)
{
	return binding_bits(object, 106, 1);
}

static void set_tcp_urg_in_c(void *object, s64 value)
{
	binding_set_bits(object, 106, 1, value);
}

static s64 get_tcp_ack_in_c(const void *object)
{
	return binding_bits(object, 107, 1);
}

static void set_tcp_ack_in_c(void *object, s64 value)
{
	binding_set_bits(object, 107, 1, value);
}

static s64 get_tcp_psh_in_c(const void *object)
{
	return binding_bits(object, 108, 1);
}

static void set_tcp_psh_in_c(void *object, s64 value)
{
	binding_set_bits(object, 108, 1, value);
}

static s64 get_tcp_rst_in_c(const void *object)
{
	return binding_bits(object, 109, 1);
}

static void set_tcp_rst_in_c(void *object, s64 value)
{
	binding_set_bits(object, 109, 1, value);
}

static s64 get_tcp_syn_in_c(const void *object)
{
	return binding_bits(object, 110, 1);
}

static void set_tcp_syn_in_c(void *object, s64 value)
{
	binding_set_bits(object, 110, 1, value);
}

static s64 get_tcp_fin_in_c(const void *object)
{
	return binding_bits(object, 111, 1);
}

static void set_tcp_fin_in_c(void *object, s64 value)
{
	binding_set_bits(object, 111, 1, value);
}

static s64 get_tcp_window_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, window), 16);
}

static void set_tcp_window_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, window), 16, value);
}

static s64 get_tcp_check_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, check), 16);
}

static void set_tcp_check_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, check), 16, value);
}

static s64 get_tcp_urg_ptr_in_c(const void *object)
{
	return binding_bits(object, 8 * offsetof(struct tcphdr, urg_ptr), 16);
}

static void set_tcp_urg_ptr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8 * offsetof(struct tcphdr, urg_ptr), 16, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "sport",
		.where = "specs/wire/tcp.yaml:8",
		.access = "rw",
		.get = get_tcp_sport_in_c,
		.set = set_tcp_sport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "dport",
		.where = "specs/wire/tcp.yaml:9",
		.access = "rw",
		.get = get_tcp_dport_in_c,
		.set = set_tcp_dport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "seq",
		.where = "specs/wire/tcp.yaml:10",
		.access = "rw",
		.get = get_tcp_seq_in_c,
		.set = set_tcp_seq_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "ack_seq",
		.where = "specs/wire/tcp.yaml:11",
		.access = "rw",
		.get = get_tcp_ack_seq_in_c,
		.set = set_tcp_ack_seq_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:12",
		.access = "rw",
		.get = get_tcp_doff_in_c,
		.set = set_tcp_doff_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "reserved",
		.where = "specs/wire/tcp.yaml:13",
		.access = "rw",
		.get = get_tcp_reserved_in_c,
		.set = set_tcp_reserved_in_c,
		.bits = 4,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "cwr",
		.where = "specs/wire/tcp.yaml:14",
		.access = "rw",
		.get = get_tcp_cwr_in_c,
		.set = set_tcp_cwr_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "ece",
		.where = "specs/wire/tcp.yaml:15",
		.access = "rw",
		.get = get_tcp_ece_in_c,
		.set = set_tcp_ece_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "urg",
		.where = "specs/wire/tcp.yaml:16",
		.access = "rw",
		.get = get_tcp_urg_in_c,
		.set = set_tcp_urg_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "ack",
		.where = "specs/wire/tcp.yaml:17",
		.access = "rw",
		.get = get_tcp_ack_in_c,
		.set = set_tcp_ack_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "psh",
		.where = "specs/wire/tcp.yaml:18",
		.access = "rw",
		.get = get_tcp_psh_in_c,
		.set = set_tcp_psh_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "rst",
		.where = "specs/wire/tcp.yaml:19",
		.access = "rw",
		.get = get_tcp_rst_in_c,
		.set = set_tcp_rst_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "syn",
		.where = "specs/wire/tcp.yaml:20",
		.access = "rw",
		.get = get_tcp_syn_in_c,
		.set = set_tcp_syn_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "fin",
		.where = "specs/wire/tcp.yaml:21",
		.access = "rw",
		.get = get_tcp_fin_in_c,
		.set = set_tcp_fin_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "window",
		.where = "specs/wire/tcp.yaml:22",
		.access = "rw",
		.get = get_tcp_window_in_c,
		.set = set_tcp_window_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "check",
		.where = "specs/wire/tcp.yaml:23",
		.access = "rw",
		.get = get_tcp_check_in_c,
		.set = set_tcp_check_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "urg_ptr",
		.where = "specs/wire/tcp.yaml:24",
		.access = "rw",
		.get = get_tcp_urg_ptr_in_c,
		.set = set_tcp_urg_ptr_in_c,
		.bits = 16,
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static bool find_options(const void *object, s64 length, s64 *from, s64 *to)
{
	s64 doff = get_tcp_doff_in_c(object);

	*from = 20;
	*to = doff * 4;
	return !(doff < 5);
}

static const struct binding_field deciding_options[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:12",
		.access = "rw",
		.get = get_tcp_doff_in_c,
		.set = set_tcp_doff_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{},
};

static bool find_payload(const void *object, s64 length, s64 *from, s64 *to)
{
	s64 doff = get_tcp_doff_in_c(object);

	*from = doff * 4;
	*to = length;
	return !(doff < 5);
}

static const struct binding_field deciding_payload[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:12",
		.access = "rw",
		.get = get_tcp_doff_in_c,
		.set = set_tcp_doff_in_c,
		.bits = 4,
		.ranged = true,
		.low = 5,
		.high = 15,
	},
	{},
};

static const struct binding_block blocks[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "options",
		.where = "specs/wire/tcp.yaml:25",
		.access = "rw",
		.find = find_options,
		.fields = deciding_options,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "payload",
		.where = "specs/wire/tcp.yaml:27",
		.access = "rw",
		.find = find_payload,
		.fields = deciding_payload,
	},
	{},
};

static const void *next_block(const void *prev, char *desc)
{
	return binding_next(prev, blocks, sizeof(blocks[0]), desc);
}

static void tcp_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tcp, sizeof(struct tcphdr));
}

static void tcp_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tcp, 20);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(tcp_needs_all_its_bytes),
	KUNIT_CASE(tcp_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"tcp_", "layout tcp", "specs/wire/tcp.yaml:3"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_tcp",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
