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

static s64 get_option_kind_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_option_kind_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_block_left_in_c(const void *object)
{
	return binding_bits(object, 0, 32);
}

static void set_block_left_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 32, value);
}

static s64 get_block_right_in_c(const void *object)
{
	return binding_bits(object, 32, 32);
}

static void set_block_right_in_c(void *object, s64 value)
{
	binding_set_bits(object, 32, 32, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "sport",
		.where = "specs/wire/tcp.yaml:25",
		.access = "rw",
		.get = get_tcp_sport_in_c,
		.set = set_tcp_sport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "dport",
		.where = "specs/wire/tcp.yaml:26",
		.access = "rw",
		.get = get_tcp_dport_in_c,
		.set = set_tcp_dport_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "seq",
		.where = "specs/wire/tcp.yaml:27",
		.access = "rw",
		.get = get_tcp_seq_in_c,
		.set = set_tcp_seq_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "ack_seq",
		.where = "specs/wire/tcp.yaml:28",
		.access = "rw",
		.get = get_tcp_ack_seq_in_c,
		.set = set_tcp_ack_seq_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:29",
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
		.where = "specs/wire/tcp.yaml:30",
		.access = "rw",
		.get = get_tcp_reserved_in_c,
		.set = set_tcp_reserved_in_c,
		.bits = 4,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "cwr",
		.where = "specs/wire/tcp.yaml:31",
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
		.where = "specs/wire/tcp.yaml:32",
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
		.where = "specs/wire/tcp.yaml:33",
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
		.where = "specs/wire/tcp.yaml:34",
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
		.where = "specs/wire/tcp.yaml:35",
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
		.where = "specs/wire/tcp.yaml:36",
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
		.where = "specs/wire/tcp.yaml:37",
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
		.where = "specs/wire/tcp.yaml:38",
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
		.where = "specs/wire/tcp.yaml:39",
		.access = "rw",
		.get = get_tcp_window_in_c,
		.set = set_tcp_window_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "check",
		.where = "specs/wire/tcp.yaml:40",
		.access = "rw",
		.get = get_tcp_check_in_c,
		.set = set_tcp_check_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "urg_ptr",
		.where = "specs/wire/tcp.yaml:41",
		.access = "rw",
		.get = get_tcp_urg_ptr_in_c,
		.set = set_tcp_urg_ptr_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_tcp_option,
		.size = 1,
		.name = "kind",
		.where = "specs/wire/tcp.yaml:48",
		.access = "rw",
		.get = get_option_kind_in_c,
		.set = set_option_kind_in_c,
		.bits = 8,
		.constants = optionkind_names,
	},
	{
		.layout = &luadata_layout_tcp_block,
		.size = 8,
		.name = "left",
		.where = "specs/wire/tcp.yaml:73",
		.access = "rw",
		.get = get_block_left_in_c,
		.set = set_block_left_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_tcp_block,
		.size = 8,
		.name = "right",
		.where = "specs/wire/tcp.yaml:74",
		.access = "rw",
		.get = get_block_right_in_c,
		.set = set_block_right_in_c,
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
		.layout = &luadata_layout_tcp_option,
		.size = 1,
		.name = "kind",
		.where = "specs/wire/tcp.yaml:48",
		.access = "rw",
		.get = get_option_kind_in_c,
		.set = set_option_kind_in_c,
		.bits = 8,
		.constants = optionkind_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static bool find_tcp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 doff = get_tcp_doff_in_c(object);

	*from = doff * 4;
	*to = n;
	return !(doff < 5);
}

static const struct binding_field deciding_tcp_payload[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:29",
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

static bool find_tcp_options_block(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 doff = get_tcp_doff_in_c(object);

	*from = 20;
	*to = doff * 4;
	return !(doff < 5);
}

static const struct binding_field deciding_tcp_options_block[] = {
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "doff",
		.where = "specs/wire/tcp.yaml:29",
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
		.name = "payload",
		.where = "specs/wire/tcp.yaml:76",
		.access = "rw",
		.find = find_tcp_payload,
		.fields = deciding_tcp_payload,
	},
	{
		.layout = &luadata_layout_tcp,
		.size = 20,
		.name = "options_block",
		.where = "specs/wire/tcp.yaml:77",
		.access = "rw",
		.find = find_tcp_options_block,
		.fields = deciding_tcp_options_block,
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

static void option_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tcp_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tcp_option, 1);
}

static void block_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_tcp_block, 8);
}

static void block_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_tcp_block, 8);
}

static const struct binding_poke tcp_sample_pokes[] = {
	{96, 4, 5, false},
	{},
	{96, 4, 6, false},
	{},
	{96, 4, 9, false},
	{},
	{96, 4, 14, false},
	{},
	{96, 4, 15, false},
	{},
	{96, 4, 4, false},
	{},
};

static const struct binding_seen tcp_sample_seen[] = {
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_PRESENT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 32, BINDING_SEEN_PRESENT, false, true},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 128, BINDING_SEEN_PRESENT, false, false},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 288, BINDING_SEEN_PRESENT, false, false},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 320, BINDING_SEEN_PRESENT, false, false},
	{},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void tcp_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{20, 20},
		{24, 24},
		{36, 36},
		{56, 56},
		{60, 60},
		{20, 20},
	};

	binding_samples(test, &luadata_layout_tcp, extents, ARRAY_SIZE(extents), tcp_sample_pokes,
			tcp_sample_seen);
}

static const struct binding_poke tcp_message_pokes[] = {
	{160, 8, 2, false},
	{168, 8, 4, false},
	{192, 8, 1, false},
	{200, 8, 3, false},
	{208, 8, 3, false},
	{224, 8, 5, false},
	{232, 8, 18, false},
	{368, 8, 8, false},
	{376, 8, 10, false},
	{448, 8, 0, false},
	{96, 4, 15, false},
	{},
	{160, 8, 0, false},
	{96, 4, 6, false},
	{},
	{160, 8, 2, false},
	{168, 8, 4, false},
	{192, 8, 0, false},
	{96, 4, 7, false},
	{},
	{160, 8, 2, false},
	{168, 8, 4, false},
	{192, 8, 1, false},
	{200, 8, 3, false},
	{208, 8, 3, false},
	{224, 8, 0, false},
	{96, 4, 8, false},
	{},
	{160, 8, 34, false},
	{168, 8, 11, false},
	{248, 8, 254, false},
	{256, 8, 11, false},
	{336, 8, 4, false},
	{344, 8, 11, false},
	{424, 8, 2, false},
	{432, 8, 4, false},
	{456, 8, 1, false},
	{464, 8, 0, false},
	{96, 4, 15, false},
	{},
	{160, 8, 3, false},
	{168, 8, 3, false},
	{184, 8, 5, false},
	{192, 8, 18, false},
	{328, 8, 8, false},
	{336, 8, 10, false},
	{408, 8, 0, false},
	{96, 4, 13, false},
	{},
	{160, 8, 4, false},
	{168, 8, 11, false},
	{248, 8, 2, false},
	{256, 8, 4, false},
	{280, 8, 1, false},
	{288, 8, 3, false},
	{296, 8, 3, false},
	{312, 8, 5, false},
	{320, 8, 18, false},
	{456, 8, 0, false},
	{96, 4, 15, false},
	{},
};

static const struct binding_seen tcp_message_seen[] = {
	{"options.1.shift", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.cookie", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.mss", 176, 16, BINDING_SEEN_UINT, false, true},
	{"options.2.kind", 192, 8, BINDING_SEEN_UINT, false, false},
	{"options.3.kind", 200, 8, BINDING_SEEN_UINT, false, false, 28},
	{"options.3.length", 208, 8, BINDING_SEEN_UINT, false, false, 28},
	{"options.3.shift", 216, 8, BINDING_SEEN_UINT, false, true},
	{"options.4.blocks.1.left", 240, 32, BINDING_SEEN_UINT, false, true, 46},
	{"options.4.blocks.1.right", 272, 32, BINDING_SEEN_UINT, false, true, 46},
	{"options.4.blocks.2.left", 304, 32, BINDING_SEEN_UINT, false, true, 46},
	{"options.4.blocks.2.right", 336, 32, BINDING_SEEN_UINT, false, true},
	{"options.4.blocks", 240, 0, BINDING_SEEN_COUNT, false, false, 46, 2},
	{"options.4.blocks.1", 240, 64, BINDING_SEEN_VIEW, false, false, 46},
	{"options.4.blocks.2", 304, 64, BINDING_SEEN_VIEW, false, false, 46},
	{"options.4.kind", 224, 8, BINDING_SEEN_UINT, false, false, 46},
	{"options.4.length", 232, 8, BINDING_SEEN_UINT, false, false, 46},
	{"options.5.kind", 368, 8, BINDING_SEEN_UINT, false, false, 56},
	{"options.5.length", 376, 8, BINDING_SEEN_UINT, false, false, 56},
	{"options.5.value", 384, 32, BINDING_SEEN_UINT, false, true, 56},
	{"options.5.echo", 416, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 5},
	{"options.1", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"options.2", 192, 8, BINDING_SEEN_VIEW, false, false, 25},
	{"options.3", 200, 24, BINDING_SEEN_VIEW, false, false, 28},
	{"options.4", 224, 144, BINDING_SEEN_VIEW, false, false, 46},
	{"options.5", 368, 80, BINDING_SEEN_VIEW, false, false, 56},
	{"options.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.nop", 192, 8, BINDING_SEEN_VIEW, false, false, 25},
	{"options.mss", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"options.window_scale", 200, 24, BINDING_SEEN_VIEW, false, false, 28},
	{"options.sack", 224, 144, BINDING_SEEN_VIEW, false, false, 46},
	{"options.timestamps", 368, 80, BINDING_SEEN_VIEW, false, false, 56},
	{"payload", 480, 56, BINDING_SEEN_BLOCK, false, false, 60},
	{"options_block", 160, 320, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20},
	{"options.1", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"payload", 192, 56, BINDING_SEEN_BLOCK, false, false, 24},
	{"options_block", 160, 32, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options.1.shift", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.cookie", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.mss", 176, 16, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 1},
	{"options.1", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"options.2", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.mss", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"payload", 224, 56, BINDING_SEEN_BLOCK, false, false, 28},
	{"options_block", 160, 64, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options.1.shift", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.cookie", 0, 0, BINDING_SEEN_ABSENT, false, false, 24},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 24},
	{"options.1.mss", 176, 16, BINDING_SEEN_UINT, false, true},
	{"options.2.kind", 192, 8, BINDING_SEEN_UINT, false, false},
	{"options.3.kind", 200, 8, BINDING_SEEN_UINT, false, false, 28},
	{"options.3.length", 208, 8, BINDING_SEEN_UINT, false, false, 28},
	{"options.3.shift", 216, 8, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 3},
	{"options.1", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"options.2", 192, 8, BINDING_SEEN_VIEW, false, false, 25},
	{"options.3", 200, 24, BINDING_SEEN_VIEW, false, false, 28},
	{"options.4", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.nop", 192, 8, BINDING_SEEN_VIEW, false, false, 25},
	{"options.mss", 160, 32, BINDING_SEEN_VIEW, false, false, 24},
	{"options.window_scale", 200, 24, BINDING_SEEN_VIEW, false, false, 28},
	{"payload", 256, 56, BINDING_SEEN_BLOCK, false, false, 32},
	{"options_block", 160, 96, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options.1.mss", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.shift", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.cookie", 176, 72, BINDING_SEEN_BLOCK, false, false, 31},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 31},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 31},
	{"options.2.kind", 248, 8, BINDING_SEEN_UINT, false, false, 42},
	{"options.2.length", 256, 8, BINDING_SEEN_UINT, false, false, 42},
	{"options.3.kind", 336, 8, BINDING_SEEN_UINT, false, false, 53},
	{"options.3.length", 344, 8, BINDING_SEEN_UINT, false, false, 53},
	{"options.4.kind", 424, 8, BINDING_SEEN_UINT, false, false, 57},
	{"options.4.length", 432, 8, BINDING_SEEN_UINT, false, false, 57},
	{"options.4.mss", 440, 16, BINDING_SEEN_UINT, false, true},
	{"options.5.kind", 456, 8, BINDING_SEEN_UINT, false, false},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 5},
	{"options.1", 160, 88, BINDING_SEEN_VIEW, false, false, 31},
	{"options.2", 248, 88, BINDING_SEEN_VIEW, false, false, 42},
	{"options.3", 336, 88, BINDING_SEEN_VIEW, false, false, 53},
	{"options.4", 424, 32, BINDING_SEEN_VIEW, false, false, 57},
	{"options.5", 456, 8, BINDING_SEEN_VIEW, false, false, 58},
	{"options.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.nop", 456, 8, BINDING_SEEN_VIEW, false, false, 58},
	{"options.mss", 424, 32, BINDING_SEEN_VIEW, false, false, 57},
	{"options.sack_permitted", 336, 88, BINDING_SEEN_VIEW, false, false, 53},
	{"options.fast_open", 160, 88, BINDING_SEEN_VIEW, false, false, 31},
	{"payload", 480, 56, BINDING_SEEN_BLOCK, false, false, 60},
	{"options_block", 160, 320, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options.1.mss", 0, 0, BINDING_SEEN_ABSENT, false, false, 23},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 23},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 23},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 23},
	{"options.1.cookie", 0, 0, BINDING_SEEN_ABSENT, false, false, 23},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 23},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 23},
	{"options.1.shift", 176, 8, BINDING_SEEN_UINT, false, true},
	{"options.2.blocks.1.left", 200, 32, BINDING_SEEN_UINT, false, true, 41},
	{"options.2.blocks.1.right", 232, 32, BINDING_SEEN_UINT, false, true, 41},
	{"options.2.blocks.2.left", 264, 32, BINDING_SEEN_UINT, false, true, 41},
	{"options.2.blocks.2.right", 296, 32, BINDING_SEEN_UINT, false, true},
	{"options.2.blocks", 200, 0, BINDING_SEEN_COUNT, false, false, 41, 2},
	{"options.2.blocks.1", 200, 64, BINDING_SEEN_VIEW, false, false, 41},
	{"options.2.blocks.2", 264, 64, BINDING_SEEN_VIEW, false, false, 41},
	{"options.2.kind", 184, 8, BINDING_SEEN_UINT, false, false, 41},
	{"options.2.length", 192, 8, BINDING_SEEN_UINT, false, false, 41},
	{"options.3.kind", 328, 8, BINDING_SEEN_UINT, false, false, 51},
	{"options.3.length", 336, 8, BINDING_SEEN_UINT, false, false, 51},
	{"options.3.value", 344, 32, BINDING_SEEN_UINT, false, true, 51},
	{"options.3.echo", 376, 32, BINDING_SEEN_UINT, false, true},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 3},
	{"options.1", 160, 24, BINDING_SEEN_VIEW, false, false, 23},
	{"options.2", 184, 144, BINDING_SEEN_VIEW, false, false, 41},
	{"options.3", 328, 80, BINDING_SEEN_VIEW, false, false, 51},
	{"options.4", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.window_scale", 160, 24, BINDING_SEEN_VIEW, false, false, 23},
	{"options.sack", 184, 144, BINDING_SEEN_VIEW, false, false, 41},
	{"options.timestamps", 328, 80, BINDING_SEEN_VIEW, false, false, 51},
	{"payload", 416, 56, BINDING_SEEN_BLOCK, false, false, 52},
	{"options_block", 160, 256, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"options.1.mss", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.shift", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.blocks", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.value", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.echo", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.cookie", 0, 0, BINDING_SEEN_ABSENT, false, false, 31},
	{"options.1.kind", 160, 8, BINDING_SEEN_UINT, false, false, 31},
	{"options.1.length", 168, 8, BINDING_SEEN_UINT, false, false, 31},
	{"options.2.kind", 248, 8, BINDING_SEEN_UINT, false, false, 35},
	{"options.2.length", 256, 8, BINDING_SEEN_UINT, false, false, 35},
	{"options.2.mss", 264, 16, BINDING_SEEN_UINT, false, true},
	{"options.3.kind", 280, 8, BINDING_SEEN_UINT, false, false},
	{"options.4.kind", 288, 8, BINDING_SEEN_UINT, false, false, 39},
	{"options.4.length", 296, 8, BINDING_SEEN_UINT, false, false, 39},
	{"options.4.shift", 304, 8, BINDING_SEEN_UINT, false, true},
	{"options.5.blocks.1.left", 328, 32, BINDING_SEEN_UINT, false, true, 57},
	{"options.5.blocks.1.right", 360, 32, BINDING_SEEN_UINT, false, true, 57},
	{"options.5.blocks.2.left", 392, 32, BINDING_SEEN_UINT, false, true, 57},
	{"options.5.blocks.2.right", 424, 32, BINDING_SEEN_UINT, false, true},
	{"options.5.blocks", 328, 0, BINDING_SEEN_COUNT, false, false, 57, 2},
	{"options.5.blocks.1", 328, 64, BINDING_SEEN_VIEW, false, false, 57},
	{"options.5.blocks.2", 392, 64, BINDING_SEEN_VIEW, false, false, 57},
	{"options.5.kind", 312, 8, BINDING_SEEN_UINT, false, false, 57},
	{"options.5.length", 320, 8, BINDING_SEEN_UINT, false, false, 57},
	{"options", 160, 0, BINDING_SEEN_COUNT, false, false, 20, 5},
	{"options.1", 160, 88, BINDING_SEEN_VIEW, false, false, 31},
	{"options.2", 248, 32, BINDING_SEEN_VIEW, false, false, 35},
	{"options.3", 280, 8, BINDING_SEEN_VIEW, false, false, 36},
	{"options.4", 288, 24, BINDING_SEEN_VIEW, false, false, 39},
	{"options.5", 312, 144, BINDING_SEEN_VIEW, false, false, 57},
	{"options.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.end", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.nop", 280, 8, BINDING_SEEN_VIEW, false, false, 36},
	{"options.mss", 248, 32, BINDING_SEEN_VIEW, false, false, 35},
	{"options.window_scale", 288, 24, BINDING_SEEN_VIEW, false, false, 39},
	{"options.sack_permitted", 160, 88, BINDING_SEEN_VIEW, false, false, 31},
	{"options.sack", 312, 144, BINDING_SEEN_VIEW, false, false, 57},
	{"payload", 480, 56, BINDING_SEEN_BLOCK, false, false, 60},
	{"options_block", 160, 320, BINDING_SEEN_BLOCK, false, false, 20},
	{"sport", 0, 16, BINDING_SEEN_UINT, false, true},
	{"dport", 16, 16, BINDING_SEEN_UINT, false, true},
	{"seq", 32, 32, BINDING_SEEN_UINT, false, true},
	{"ack_seq", 64, 32, BINDING_SEEN_UINT, false, true},
	{"doff", 96, 4, BINDING_SEEN_UINT, false, false},
	{"reserved", 100, 4, BINDING_SEEN_UINT, false, true},
	{"cwr", 104, 1, BINDING_SEEN_BOOL, false, true},
	{"ece", 105, 1, BINDING_SEEN_BOOL, false, true},
	{"urg", 106, 1, BINDING_SEEN_BOOL, false, true},
	{"ack", 107, 1, BINDING_SEEN_BOOL, false, true},
	{"psh", 108, 1, BINDING_SEEN_BOOL, false, true},
	{"rst", 109, 1, BINDING_SEEN_BOOL, false, true},
	{"syn", 110, 1, BINDING_SEEN_BOOL, false, true},
	{"fin", 111, 1, BINDING_SEEN_BOOL, false, true},
	{"window", 112, 16, BINDING_SEEN_UINT, false, true},
	{"check", 128, 16, BINDING_SEEN_UINT, false, true},
	{"urg_ptr", 144, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void tcp_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{67, 0},
		{31, 0},
		{35, 0},
		{39, 0},
		{67, 0},
		{59, 0},
		{67, 0},
	};

	binding_samples(test, &luadata_layout_tcp, extents, ARRAY_SIZE(extents), tcp_message_pokes,
			tcp_message_seen);
}

static const struct binding_poke option_sample_pokes[] = {
	{0, 8, 1, false},
	{},
	{0, 8, 2, false},
	{8, 8, 0, false},
	{},
	{0, 8, 0, false},
	{},
	{0, 8, 3, false},
	{8, 8, 0, false},
	{},
	{0, 8, 5, false},
	{8, 8, 0, false},
	{},
	{0, 8, 8, false},
	{8, 8, 0, false},
	{},
	{0, 8, 34, false},
	{8, 8, 0, false},
	{},
	{0, 8, 255, false},
	{8, 8, 0, false},
	{},
	{0, 8, 254, false},
	{8, 8, 0, false},
	{},
	{0, 8, 2, false},
	{8, 8, 1, false},
	{},
	{0, 8, 2, false},
	{8, 8, 4, false},
	{},
	{0, 8, 2, false},
	{8, 8, 9, false},
	{},
	{0, 8, 2, false},
	{8, 8, 33, false},
	{},
	{0, 8, 3, false},
	{8, 8, 1, false},
	{},
	{0, 8, 3, false},
	{8, 8, 4, false},
	{},
	{0, 8, 3, false},
	{8, 8, 9, false},
	{},
	{0, 8, 3, false},
	{8, 8, 33, false},
	{},
	{0, 8, 5, false},
	{8, 8, 1, false},
	{},
	{0, 8, 5, false},
	{8, 8, 4, false},
	{},
	{0, 8, 5, false},
	{8, 8, 9, false},
	{},
	{0, 8, 5, false},
	{8, 8, 33, false},
	{},
	{0, 8, 8, false},
	{8, 8, 1, false},
	{},
	{0, 8, 8, false},
	{8, 8, 4, false},
	{},
	{0, 8, 8, false},
	{8, 8, 9, false},
	{},
	{0, 8, 8, false},
	{8, 8, 33, false},
	{},
	{0, 8, 34, false},
	{8, 8, 1, false},
	{},
	{0, 8, 34, false},
	{8, 8, 4, false},
	{},
	{0, 8, 34, false},
	{8, 8, 9, false},
	{},
	{0, 8, 34, false},
	{8, 8, 33, false},
	{},
	{0, 8, 255, false},
	{8, 8, 1, false},
	{},
	{0, 8, 255, false},
	{8, 8, 4, false},
	{},
	{0, 8, 255, false},
	{8, 8, 9, false},
	{},
	{0, 8, 255, false},
	{8, 8, 33, false},
	{},
	{0, 8, 254, false},
	{8, 8, 1, false},
	{},
	{0, 8, 254, false},
	{8, 8, 4, false},
	{},
	{0, 8, 254, false},
	{8, 8, 9, false},
	{},
	{0, 8, 254, false},
	{8, 8, 33, false},
	{},
};

static const struct binding_seen option_sample_seen[] = {
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 0, BINDING_SEEN_ABSENT, false, false},
	{"mss", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 0, BINDING_SEEN_ABSENT, false, false},
	{"mss", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 40, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 16, BINDING_SEEN_UINT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 16, BINDING_SEEN_UINT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 16, BINDING_SEEN_UINT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 8, BINDING_SEEN_UINT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 8, BINDING_SEEN_UINT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 8, BINDING_SEEN_UINT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 32, BINDING_SEEN_UINT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 32, BINDING_SEEN_UINT, false, true},
	{"echo", 48, 32, BINDING_SEEN_UINT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"shift", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"value", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"echo", 48, 0, BINDING_SEEN_ABSENT, false, true},
	{"cookie", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{5, 0},
		{6, 0},
		{5, 0},
		{6, 0},
		{6, 0},
		{10, 0},
		{6, 0},
		{6, 0},
		{6, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
		{10, 0},
		{10, 0},
		{10, 0},
		{33, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
		{6, 0},
		{6, 0},
		{9, 0},
		{33, 0},
	};

	binding_samples(test, &luadata_layout_tcp_option, extents, ARRAY_SIZE(extents),
			option_sample_pokes, option_sample_seen);
}

static const struct binding_poke option_message_pokes[] = {
	{0, 8, 2, false},
	{8, 8, 4, false},
	{},
	{0, 8, 1, false},
	{},
	{0, 8, 0, false},
	{},
	{0, 8, 3, false},
	{8, 8, 3, false},
	{},
	{0, 8, 5, false},
	{8, 8, 34, false},
	{},
	{0, 8, 8, false},
	{8, 8, 10, false},
	{},
	{0, 8, 34, false},
	{8, 8, 11, false},
	{},
	{0, 8, 254, false},
	{8, 8, 11, false},
	{},
};

static const struct binding_seen option_message_seen[] = {
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"mss", 16, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"shift", 16, 8, BINDING_SEEN_UINT, false, true},
	{},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks.1.left", 16, 32, BINDING_SEEN_UINT, false, true, 10},
	{"blocks.1.right", 48, 32, BINDING_SEEN_UINT, false, true},
	{"blocks.2.left", 80, 32, BINDING_SEEN_UINT, false, true, 18},
	{"blocks.2.right", 112, 32, BINDING_SEEN_UINT, false, true},
	{"blocks.3.left", 144, 32, BINDING_SEEN_UINT, false, true, 26},
	{"blocks.3.right", 176, 32, BINDING_SEEN_UINT, false, true},
	{"blocks.4.left", 208, 32, BINDING_SEEN_UINT, false, true, 34},
	{"blocks.4.right", 240, 32, BINDING_SEEN_UINT, false, true},
	{"blocks", 16, 0, BINDING_SEEN_COUNT, false, false, 2, 4},
	{"blocks.1", 16, 64, BINDING_SEEN_VIEW, false, false, 10},
	{"blocks.2", 80, 64, BINDING_SEEN_VIEW, false, false, 18},
	{"blocks.3", 144, 64, BINDING_SEEN_VIEW, false, false, 26},
	{"blocks.4", 208, 64, BINDING_SEEN_VIEW, false, false, 34},
	{"blocks.5", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"value", 16, 32, BINDING_SEEN_UINT, false, true},
	{"echo", 48, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 16, 72, BINDING_SEEN_BLOCK, false, false, 2},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"mss", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"shift", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"blocks", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"value", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"echo", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"cookie", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"kind", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{11, 0},
		{8, 0},
		{8, 0},
		{10, 0},
		{41, 0},
		{17, 0},
		{18, 0},
		{18, 0},
	};

	binding_samples(test, &luadata_layout_tcp_option, extents, ARRAY_SIZE(extents),
			option_message_pokes, option_message_seen);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(tcp_lies_as_its_fields_say),
	KUNIT_CASE(tcp_has_what_was_put_in),
	KUNIT_CASE(tcp_needs_all_its_bytes),
	KUNIT_CASE(tcp_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	KUNIT_CASE(block_needs_all_its_bytes),
	KUNIT_CASE(block_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"tcp_", "layout tcp", "specs/wire/tcp.yaml:3"},
	{"option_", "layout tcp.option", "specs/wire/tcp.yaml:45"},
	{"block_", "layout tcp.block", "specs/wire/tcp.yaml:71"},
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
