// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the dhcp binding: what scripts see beside what C sees. Generated from
 * specs/wire/dhcp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "binding_cases.h"
#include "dhcp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "dhcp.c"

static s64 get_dhcp_op_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_dhcp_op_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_dhcp_htype_in_c(const void *object)
{
	return binding_bits(object, 8, 8);
}

static void set_dhcp_htype_in_c(void *object, s64 value)
{
	binding_set_bits(object, 8, 8, value);
}

static s64 get_dhcp_hlen_in_c(const void *object)
{
	return binding_bits(object, 16, 8);
}

static void set_dhcp_hlen_in_c(void *object, s64 value)
{
	binding_set_bits(object, 16, 8, value);
}

static s64 get_dhcp_hops_in_c(const void *object)
{
	return binding_bits(object, 24, 8);
}

static void set_dhcp_hops_in_c(void *object, s64 value)
{
	binding_set_bits(object, 24, 8, value);
}

static s64 get_dhcp_xid_in_c(const void *object)
{
	return binding_bits(object, 32, 32);
}

static void set_dhcp_xid_in_c(void *object, s64 value)
{
	binding_set_bits(object, 32, 32, value);
}

static s64 get_dhcp_secs_in_c(const void *object)
{
	return binding_bits(object, 64, 16);
}

static void set_dhcp_secs_in_c(void *object, s64 value)
{
	binding_set_bits(object, 64, 16, value);
}

static s64 get_dhcp_broadcast_in_c(const void *object)
{
	return binding_bits(object, 80, 1);
}

static void set_dhcp_broadcast_in_c(void *object, s64 value)
{
	binding_set_bits(object, 80, 1, value);
}

static s64 get_dhcp_flags_in_c(const void *object)
{
	return binding_bits(object, 81, 15);
}

static void set_dhcp_flags_in_c(void *object, s64 value)
{
	binding_set_bits(object, 81, 15, value);
}

static s64 get_dhcp_ciaddr_in_c(const void *object)
{
	return binding_bits(object, 96, 32);
}

static void set_dhcp_ciaddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 96, 32, value);
}

static s64 get_dhcp_yiaddr_in_c(const void *object)
{
	return binding_bits(object, 128, 32);
}

static void set_dhcp_yiaddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 128, 32, value);
}

static s64 get_dhcp_siaddr_in_c(const void *object)
{
	return binding_bits(object, 160, 32);
}

static void set_dhcp_siaddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 160, 32, value);
}

static s64 get_dhcp_giaddr_in_c(const void *object)
{
	return binding_bits(object, 192, 32);
}

static void set_dhcp_giaddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 192, 32, value);
}

static s64 get_dhcp_chaddr_in_c(const void *object)
{
	return binding_bits(object, 224, 48);
}

static void set_dhcp_chaddr_in_c(void *object, s64 value)
{
	binding_set_bits(object, 224, 48, value);
}

static s64 get_dhcp_cookie_in_c(const void *object)
{
	return binding_bits(object, 1888, 32);
}

static void set_dhcp_cookie_in_c(void *object, s64 value)
{
	binding_set_bits(object, 1888, 32, value);
}

static s64 get_option_code_in_c(const void *object)
{
	return binding_bits(object, 0, 8);
}

static void set_option_code_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 8, value);
}

static s64 get_host_address_in_c(const void *object)
{
	return binding_bits(object, 0, 32);
}

static void set_host_address_in_c(void *object, s64 value)
{
	binding_set_bits(object, 0, 32, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "op",
		.where = "specs/wire/dhcp.yaml:39",
		.access = "rw",
		.get = get_dhcp_op_in_c,
		.set = set_dhcp_op_in_c,
		.bits = 8,
		.constants = op_names,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "htype",
		.where = "specs/wire/dhcp.yaml:40",
		.access = "rw",
		.get = get_dhcp_htype_in_c,
		.set = set_dhcp_htype_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "hlen",
		.where = "specs/wire/dhcp.yaml:41",
		.access = "rw",
		.get = get_dhcp_hlen_in_c,
		.set = set_dhcp_hlen_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "hops",
		.where = "specs/wire/dhcp.yaml:42",
		.access = "rw",
		.get = get_dhcp_hops_in_c,
		.set = set_dhcp_hops_in_c,
		.bits = 8,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "xid",
		.where = "specs/wire/dhcp.yaml:43",
		.access = "rw",
		.get = get_dhcp_xid_in_c,
		.set = set_dhcp_xid_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "secs",
		.where = "specs/wire/dhcp.yaml:44",
		.access = "rw",
		.get = get_dhcp_secs_in_c,
		.set = set_dhcp_secs_in_c,
		.bits = 16,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "broadcast",
		.where = "specs/wire/dhcp.yaml:45",
		.access = "rw",
		.get = get_dhcp_broadcast_in_c,
		.set = set_dhcp_broadcast_in_c,
		.bits = 1,
		.is_bool = true,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "flags",
		.where = "specs/wire/dhcp.yaml:46",
		.access = "rw",
		.get = get_dhcp_flags_in_c,
		.set = set_dhcp_flags_in_c,
		.bits = 15,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "ciaddr",
		.where = "specs/wire/dhcp.yaml:47",
		.access = "rw",
		.get = get_dhcp_ciaddr_in_c,
		.set = set_dhcp_ciaddr_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "yiaddr",
		.where = "specs/wire/dhcp.yaml:48",
		.access = "rw",
		.get = get_dhcp_yiaddr_in_c,
		.set = set_dhcp_yiaddr_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "siaddr",
		.where = "specs/wire/dhcp.yaml:49",
		.access = "rw",
		.get = get_dhcp_siaddr_in_c,
		.set = set_dhcp_siaddr_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "giaddr",
		.where = "specs/wire/dhcp.yaml:50",
		.access = "rw",
		.get = get_dhcp_giaddr_in_c,
		.set = set_dhcp_giaddr_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "chaddr",
		.where = "specs/wire/dhcp.yaml:51",
		.access = "rw",
		.get = get_dhcp_chaddr_in_c,
		.set = set_dhcp_chaddr_in_c,
		.bits = 48,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "cookie",
		.where = "specs/wire/dhcp.yaml:55",
		.access = "rw",
		.get = get_dhcp_cookie_in_c,
		.set = set_dhcp_cookie_in_c,
		.bits = 32,
	},
	{
		.layout = &luadata_layout_dhcp_option,
		.size = 1,
		.name = "code",
		.where = "specs/wire/dhcp.yaml:62",
		.access = "rw",
		.get = get_option_code_in_c,
		.set = set_option_code_in_c,
		.bits = 8,
		.constants = optioncode_names,
	},
	{
		.layout = &luadata_layout_dhcp_host,
		.size = 4,
		.name = "address",
		.where = "specs/wire/dhcp.yaml:91",
		.access = "rw",
		.get = get_host_address_in_c,
		.set = set_host_address_in_c,
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
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "op",
		.where = "specs/wire/dhcp.yaml:39",
		.access = "rw",
		.get = get_dhcp_op_in_c,
		.set = set_dhcp_op_in_c,
		.bits = 8,
		.constants = op_names,
	},
	{
		.layout = &luadata_layout_dhcp_option,
		.size = 1,
		.name = "code",
		.where = "specs/wire/dhcp.yaml:62",
		.access = "rw",
		.get = get_option_code_in_c,
		.set = set_option_code_in_c,
		.bits = 8,
		.constants = optioncode_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "chpad",
		.where = "specs/wire/dhcp.yaml:52",
		.access = "rw",
		.offset = 34,
		.length = 10,
		.kind = BINDING_BYTES,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "sname",
		.where = "specs/wire/dhcp.yaml:53",
		.access = "rw",
		.offset = 44,
		.length = 64,
		.kind = BINDING_TEXT,
	},
	{
		.layout = &luadata_layout_dhcp,
		.size = 240,
		.name = "file",
		.where = "specs/wire/dhcp.yaml:54",
		.access = "rw",
		.offset = 108,
		.length = 128,
		.kind = BINDING_TEXT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static void dhcp_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dhcp, 240);
}

static void dhcp_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dhcp, 240);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dhcp_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dhcp_option, 1);
}

static void host_needs_all_its_bytes(struct kunit *test)
{
	binding_lengths(test, &luadata_layout_dhcp_host, 4);
}

static void host_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_dhcp_host, 4);
}

static const struct binding_poke dhcp_message_pokes[] = {
	{1920, 8, 1, false},
	{1928, 8, 4, false},
	{1968, 8, 0, false},
	{1976, 8, 254, false},
	{1984, 8, 9, false},
	{2064, 8, 3, false},
	{2072, 8, 8, false},
	{2144, 8, 12, false},
	{2152, 8, 9, false},
	{2232, 8, 255, false},
	{},
	{1920, 8, 255, false},
	{},
	{1920, 8, 1, false},
	{1928, 8, 4, false},
	{1968, 8, 255, false},
	{},
	{1920, 8, 51, false},
	{1928, 8, 4, false},
	{1968, 8, 53, false},
	{1976, 8, 1, false},
	{1992, 8, 57, false},
	{2000, 8, 2, false},
	{2024, 8, 6, false},
	{2032, 8, 8, false},
	{2104, 8, 15, false},
	{2112, 8, 9, false},
	{2192, 8, 255, false},
	{},
};

static const struct binding_seen dhcp_message_seen[] = {
	{"chpad", 272, 80, BINDING_SEEN_BLOCK, false, false, 34},
	{"sname", 352, 512, BINDING_SEEN_TEXT, false, false},
	{"file", 864, 1024, BINDING_SEEN_TEXT, false, false},
	{"options.1.addresses", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.text", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.time", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.message", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.bytes", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.data", 1936, 32, BINDING_SEEN_BLOCK, false, false, 246},
	{"options.1.code", 1920, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.length", 1928, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.address", 1936, 32, BINDING_SEEN_UINT, false, true},
	{"options.2.code", 1968, 8, BINDING_SEEN_UINT, false, false},
	{"options.3.data", 1992, 72, BINDING_SEEN_BLOCK, false, false, 258},
	{"options.3.code", 1976, 8, BINDING_SEEN_UINT, false, false, 258},
	{"options.3.length", 1984, 8, BINDING_SEEN_UINT, false, false, 258},
	{"options.4.addresses.1.address", 2080, 32, BINDING_SEEN_UINT, false, true, 268},
	{"options.4.addresses.2.address", 2112, 32, BINDING_SEEN_UINT, false, true},
	{"options.4.addresses", 2080, 0, BINDING_SEEN_COUNT, false, false, 268, 2},
	{"options.4.addresses.1", 2080, 32, BINDING_SEEN_VIEW, false, false, 268},
	{"options.4.addresses.2", 2112, 32, BINDING_SEEN_VIEW, false, false, 268},
	{"options.4.data", 2080, 64, BINDING_SEEN_BLOCK, false, false, 268},
	{"options.4.code", 2064, 8, BINDING_SEEN_UINT, false, false, 268},
	{"options.4.length", 2072, 8, BINDING_SEEN_UINT, false, false, 268},
	{"options.5.text", 2160, 72, BINDING_SEEN_TEXT, false, false},
	{"options.5.data", 2160, 72, BINDING_SEEN_BLOCK, false, false, 279},
	{"options.5.code", 2144, 8, BINDING_SEEN_UINT, false, false, 279},
	{"options.5.length", 2152, 8, BINDING_SEEN_UINT, false, false, 279},
	{"options", 1920, 0, BINDING_SEEN_COUNT, false, false, 240, 5},
	{"options.1", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"options.2", 1968, 8, BINDING_SEEN_VIEW, false, false, 247},
	{"options.3", 1976, 88, BINDING_SEEN_VIEW, false, false, 258},
	{"options.4", 2064, 80, BINDING_SEEN_VIEW, false, false, 268},
	{"options.5", 2144, 88, BINDING_SEEN_VIEW, false, false, 279},
	{"options.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.pad", 1968, 8, BINDING_SEEN_VIEW, false, false, 247},
	{"options.subnet_mask", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"options.router", 2064, 80, BINDING_SEEN_VIEW, false, false, 268},
	{"options.dns_servers", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.host_name", 2144, 88, BINDING_SEEN_VIEW, false, false, 279},
	{"op", 0, 8, BINDING_SEEN_UINT, false, true},
	{"htype", 8, 8, BINDING_SEEN_UINT, false, true},
	{"hlen", 16, 8, BINDING_SEEN_UINT, false, true},
	{"hops", 24, 8, BINDING_SEEN_UINT, false, true},
	{"xid", 32, 32, BINDING_SEEN_UINT, false, true},
	{"secs", 64, 16, BINDING_SEEN_UINT, false, true},
	{"broadcast", 80, 1, BINDING_SEEN_BOOL, false, true},
	{"flags", 81, 15, BINDING_SEEN_UINT, false, true},
	{"ciaddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"yiaddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"siaddr", 160, 32, BINDING_SEEN_UINT, false, true},
	{"giaddr", 192, 32, BINDING_SEEN_UINT, false, true},
	{"chaddr", 224, 48, BINDING_SEEN_UINT, false, true},
	{"cookie", 1888, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"chpad", 272, 80, BINDING_SEEN_BLOCK, false, false, 34},
	{"sname", 352, 512, BINDING_SEEN_TEXT, false, false},
	{"file", 864, 1024, BINDING_SEEN_TEXT, false, false},
	{"options", 1920, 0, BINDING_SEEN_COUNT, false, false, 240},
	{"options.1", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.pad", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"op", 0, 8, BINDING_SEEN_UINT, false, true},
	{"htype", 8, 8, BINDING_SEEN_UINT, false, true},
	{"hlen", 16, 8, BINDING_SEEN_UINT, false, true},
	{"hops", 24, 8, BINDING_SEEN_UINT, false, true},
	{"xid", 32, 32, BINDING_SEEN_UINT, false, true},
	{"secs", 64, 16, BINDING_SEEN_UINT, false, true},
	{"broadcast", 80, 1, BINDING_SEEN_BOOL, false, true},
	{"flags", 81, 15, BINDING_SEEN_UINT, false, true},
	{"ciaddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"yiaddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"siaddr", 160, 32, BINDING_SEEN_UINT, false, true},
	{"giaddr", 192, 32, BINDING_SEEN_UINT, false, true},
	{"chaddr", 224, 48, BINDING_SEEN_UINT, false, true},
	{"cookie", 1888, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"chpad", 272, 80, BINDING_SEEN_BLOCK, false, false, 34},
	{"sname", 352, 512, BINDING_SEEN_TEXT, false, false},
	{"file", 864, 1024, BINDING_SEEN_TEXT, false, false},
	{"options.1.addresses", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.text", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.time", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.message", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.bytes", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.data", 1936, 32, BINDING_SEEN_BLOCK, false, false, 246},
	{"options.1.code", 1920, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.length", 1928, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.address", 1936, 32, BINDING_SEEN_UINT, false, true},
	{"options", 1920, 0, BINDING_SEEN_COUNT, false, false, 240, 1},
	{"options.1", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"options.2", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.pad", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.subnet_mask", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"op", 0, 8, BINDING_SEEN_UINT, false, true},
	{"htype", 8, 8, BINDING_SEEN_UINT, false, true},
	{"hlen", 16, 8, BINDING_SEEN_UINT, false, true},
	{"hops", 24, 8, BINDING_SEEN_UINT, false, true},
	{"xid", 32, 32, BINDING_SEEN_UINT, false, true},
	{"secs", 64, 16, BINDING_SEEN_UINT, false, true},
	{"broadcast", 80, 1, BINDING_SEEN_BOOL, false, true},
	{"flags", 81, 15, BINDING_SEEN_UINT, false, true},
	{"ciaddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"yiaddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"siaddr", 160, 32, BINDING_SEEN_UINT, false, true},
	{"giaddr", 192, 32, BINDING_SEEN_UINT, false, true},
	{"chaddr", 224, 48, BINDING_SEEN_UINT, false, true},
	{"cookie", 1888, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"chpad", 272, 80, BINDING_SEEN_BLOCK, false, false, 34},
	{"sname", 352, 512, BINDING_SEEN_TEXT, false, false},
	{"file", 864, 1024, BINDING_SEEN_TEXT, false, false},
	{"options.1.address", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.addresses", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.text", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.message", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.bytes", 0, 0, BINDING_SEEN_ABSENT, false, false, 246},
	{"options.1.data", 1936, 32, BINDING_SEEN_BLOCK, false, false, 246},
	{"options.1.code", 1920, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.length", 1928, 8, BINDING_SEEN_UINT, false, false, 246},
	{"options.1.time", 1936, 32, BINDING_SEEN_UINT, false, true},
	{"options.2.data", 1984, 8, BINDING_SEEN_BLOCK, false, false, 249},
	{"options.2.code", 1968, 8, BINDING_SEEN_UINT, false, false, 249},
	{"options.2.length", 1976, 8, BINDING_SEEN_UINT, false, false, 249},
	{"options.2.message", 1984, 8, BINDING_SEEN_UINT, false, true},
	{"options.3.data", 2008, 16, BINDING_SEEN_BLOCK, false, false, 253},
	{"options.3.code", 1992, 8, BINDING_SEEN_UINT, false, false, 253},
	{"options.3.length", 2000, 8, BINDING_SEEN_UINT, false, false, 253},
	{"options.3.bytes", 2008, 16, BINDING_SEEN_UINT, false, true},
	{"options.4.addresses.1.address", 2040, 32, BINDING_SEEN_UINT, false, true, 263},
	{"options.4.addresses.2.address", 2072, 32, BINDING_SEEN_UINT, false, true},
	{"options.4.addresses", 2040, 0, BINDING_SEEN_COUNT, false, false, 263, 2},
	{"options.4.addresses.1", 2040, 32, BINDING_SEEN_VIEW, false, false, 263},
	{"options.4.addresses.2", 2072, 32, BINDING_SEEN_VIEW, false, false, 263},
	{"options.4.data", 2040, 64, BINDING_SEEN_BLOCK, false, false, 263},
	{"options.4.code", 2024, 8, BINDING_SEEN_UINT, false, false, 263},
	{"options.4.length", 2032, 8, BINDING_SEEN_UINT, false, false, 263},
	{"options.5.text", 2120, 72, BINDING_SEEN_TEXT, false, false},
	{"options.5.data", 2120, 72, BINDING_SEEN_BLOCK, false, false, 274},
	{"options.5.code", 2104, 8, BINDING_SEEN_UINT, false, false, 274},
	{"options.5.length", 2112, 8, BINDING_SEEN_UINT, false, false, 274},
	{"options", 1920, 0, BINDING_SEEN_COUNT, false, false, 240, 5},
	{"options.1", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"options.2", 1968, 24, BINDING_SEEN_VIEW, false, false, 249},
	{"options.3", 1992, 32, BINDING_SEEN_VIEW, false, false, 253},
	{"options.4", 2024, 80, BINDING_SEEN_VIEW, false, false, 263},
	{"options.5", 2104, 88, BINDING_SEEN_VIEW, false, false, 274},
	{"options.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.pad", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"options.dns_servers", 2024, 80, BINDING_SEEN_VIEW, false, false, 263},
	{"options.domain_name", 2104, 88, BINDING_SEEN_VIEW, false, false, 274},
	{"options.lease_time", 1920, 48, BINDING_SEEN_VIEW, false, false, 246},
	{"options.message_type", 1968, 24, BINDING_SEEN_VIEW, false, false, 249},
	{"options.max_size", 1992, 32, BINDING_SEEN_VIEW, false, false, 253},
	{"op", 0, 8, BINDING_SEEN_UINT, false, true},
	{"htype", 8, 8, BINDING_SEEN_UINT, false, true},
	{"hlen", 16, 8, BINDING_SEEN_UINT, false, true},
	{"hops", 24, 8, BINDING_SEEN_UINT, false, true},
	{"xid", 32, 32, BINDING_SEEN_UINT, false, true},
	{"secs", 64, 16, BINDING_SEEN_UINT, false, true},
	{"broadcast", 80, 1, BINDING_SEEN_BOOL, false, true},
	{"flags", 81, 15, BINDING_SEEN_UINT, false, true},
	{"ciaddr", 96, 32, BINDING_SEEN_UINT, false, true},
	{"yiaddr", 128, 32, BINDING_SEEN_UINT, false, true},
	{"siaddr", 160, 32, BINDING_SEEN_UINT, false, true},
	{"giaddr", 192, 32, BINDING_SEEN_UINT, false, true},
	{"chaddr", 224, 48, BINDING_SEEN_UINT, false, true},
	{"cookie", 1888, 32, BINDING_SEEN_UINT, false, true},
	{},
};

static void dhcp_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{287, 0},
		{248, 0},
		{254, 0},
		{282, 0},
	};

	binding_samples(test, &luadata_layout_dhcp, extents, ARRAY_SIZE(extents),
			dhcp_message_pokes, dhcp_message_seen);
}

static const struct binding_poke option_sample_pokes[] = {
	{0, 8, 0, false},
	{},
	{0, 8, 1, false},
	{8, 8, 0, false},
	{},
	{0, 8, 255, false},
	{},
	{0, 8, 254, false},
	{8, 8, 0, false},
	{},
	{0, 8, 3, false},
	{8, 8, 0, false},
	{},
	{0, 8, 12, false},
	{8, 8, 0, false},
	{},
	{0, 8, 51, false},
	{8, 8, 0, false},
	{},
	{0, 8, 53, false},
	{8, 8, 0, false},
	{},
	{0, 8, 57, false},
	{8, 8, 0, false},
	{},
	{0, 8, 1, false},
	{8, 8, 1, false},
	{},
	{0, 8, 1, false},
	{8, 8, 4, false},
	{},
	{0, 8, 1, false},
	{8, 8, 9, false},
	{},
	{0, 8, 1, false},
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
	{0, 8, 12, false},
	{8, 8, 1, false},
	{},
	{0, 8, 12, false},
	{8, 8, 4, false},
	{},
	{0, 8, 12, false},
	{8, 8, 9, false},
	{},
	{0, 8, 12, false},
	{8, 8, 33, false},
	{},
	{0, 8, 51, false},
	{8, 8, 1, false},
	{},
	{0, 8, 51, false},
	{8, 8, 4, false},
	{},
	{0, 8, 51, false},
	{8, 8, 9, false},
	{},
	{0, 8, 51, false},
	{8, 8, 33, false},
	{},
	{0, 8, 53, false},
	{8, 8, 1, false},
	{},
	{0, 8, 53, false},
	{8, 8, 4, false},
	{},
	{0, 8, 53, false},
	{8, 8, 9, false},
	{},
	{0, 8, 53, false},
	{8, 8, 33, false},
	{},
	{0, 8, 57, false},
	{8, 8, 1, false},
	{},
	{0, 8, 57, false},
	{8, 8, 4, false},
	{},
	{0, 8, 57, false},
	{8, 8, 9, false},
	{},
	{0, 8, 57, false},
	{8, 8, 33, false},
	{},
};

static const struct binding_seen option_sample_seen[] = {
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 0, BINDING_SEEN_ABSENT, false, false},
	{"address", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 0, BINDING_SEEN_ABSENT, false, false},
	{"address", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 8, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 32, BINDING_SEEN_UINT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 32, BINDING_SEEN_UINT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 32, BINDING_SEEN_UINT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 32, BINDING_SEEN_UINT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 32, BINDING_SEEN_UINT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 32, BINDING_SEEN_UINT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 8, BINDING_SEEN_UINT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 8, BINDING_SEEN_UINT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 8, BINDING_SEEN_UINT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 8, BINDING_SEEN_UINT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 16, BINDING_SEEN_UINT, false, true},
	{},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"text", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"time", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"message", 16, 0, BINDING_SEEN_ABSENT, false, true},
	{"bytes", 16, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{1, 0},
		{6, 0},
		{1, 0},
		{2, 0},
		{2, 0},
		{2, 0},
		{6, 0},
		{3, 0},
		{4, 0},
		{6, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{3, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{3, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{3, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{6, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{3, 0},
		{6, 0},
		{11, 0},
		{35, 0},
		{4, 0},
		{6, 0},
		{11, 0},
		{35, 0},
	};

	binding_samples(test, &luadata_layout_dhcp_option, extents, ARRAY_SIZE(extents),
			option_sample_pokes, option_sample_seen);
}

static const struct binding_poke option_message_pokes[] = {
	{0, 8, 1, false},
	{8, 8, 4, false},
	{},
	{0, 8, 0, false},
	{},
	{0, 8, 254, false},
	{8, 8, 9, false},
	{},
	{0, 8, 255, false},
	{},
	{0, 8, 3, false},
	{8, 8, 20, false},
	{},
	{0, 8, 12, false},
	{8, 8, 9, false},
	{},
	{0, 8, 51, false},
	{8, 8, 4, false},
	{},
	{0, 8, 53, false},
	{8, 8, 1, false},
	{},
	{0, 8, 57, false},
	{8, 8, 2, false},
	{},
};

static const struct binding_seen option_message_seen[] = {
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 32, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"address", 16, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 72, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"length", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses.1.address", 16, 32, BINDING_SEEN_UINT, false, true},
	{"addresses.2.address", 48, 32, BINDING_SEEN_UINT, false, true},
	{"addresses.3.address", 80, 32, BINDING_SEEN_UINT, false, true},
	{"addresses.4.address", 112, 32, BINDING_SEEN_UINT, false, true},
	{"addresses.5.address", 144, 32, BINDING_SEEN_UINT, false, true},
	{"addresses", 16, 0, BINDING_SEEN_COUNT, false, false, 2, 5},
	{"addresses.1", 16, 32, BINDING_SEEN_VIEW, false, false, 6},
	{"addresses.2", 48, 32, BINDING_SEEN_VIEW, false, false, 10},
	{"addresses.3", 80, 32, BINDING_SEEN_VIEW, false, false, 14},
	{"addresses.4", 112, 32, BINDING_SEEN_VIEW, false, false, 18},
	{"addresses.5", 144, 32, BINDING_SEEN_VIEW, false, false, 22},
	{"addresses.6", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 160, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 16, 72, BINDING_SEEN_TEXT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 72, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 32, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"time", 16, 32, BINDING_SEEN_UINT, false, true},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"bytes", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 8, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"message", 16, 8, BINDING_SEEN_UINT, false, true},
	{},
	{"address", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"addresses", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"text", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"time", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"message", 0, 0, BINDING_SEEN_ABSENT, false, false},
	{"data", 16, 16, BINDING_SEEN_BLOCK, false, false, 2},
	{"code", 0, 8, BINDING_SEEN_UINT, false, false},
	{"length", 8, 8, BINDING_SEEN_UINT, false, false},
	{"bytes", 16, 16, BINDING_SEEN_UINT, false, true},
	{},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	static const struct binding_extent extents[] = {
		{13, 0},
		{8, 0},
		{18, 0},
		{8, 0},
		{29, 0},
		{18, 0},
		{13, 0},
		{10, 0},
		{11, 0},
	};

	binding_samples(test, &luadata_layout_dhcp_option, extents, ARRAY_SIZE(extents),
			option_message_pokes, option_message_seen);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(dhcp_has_what_was_put_in),
	KUNIT_CASE(dhcp_needs_all_its_bytes),
	KUNIT_CASE(dhcp_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	KUNIT_CASE(host_needs_all_its_bytes),
	KUNIT_CASE(host_refuses_unknown_names),
	{},
};

static const struct binding_place places[] = {
	{"dhcp_", "layout dhcp", "specs/wire/dhcp.yaml:3"},
	{"option_", "layout dhcp.option", "specs/wire/dhcp.yaml:59"},
	{"host_", "layout dhcp.host", "specs/wire/dhcp.yaml:89"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_dhcp",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
