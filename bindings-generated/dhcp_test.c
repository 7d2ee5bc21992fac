// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the dhcp binding: what scripts see beside what C sees. Generated from
 * specs/wire/dhcp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "dhcp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "dhcp.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_dhcp, 240, "op", 39, "rw"},
	 .start = 0, .bits = 8, .constants = op_names},
	{{&luadata_layout_dhcp, 240, "htype", 40, "rw"},
	 .start = 8, .bits = 8},
	{{&luadata_layout_dhcp, 240, "hlen", 41, "rw"},
	 .start = 16, .bits = 8},
	{{&luadata_layout_dhcp, 240, "hops", 42, "rw"},
	 .start = 24, .bits = 8},
	{{&luadata_layout_dhcp, 240, "xid", 43, "rw"},
	 .start = 32, .bits = 32},
	{{&luadata_layout_dhcp, 240, "secs", 44, "rw"},
	 .start = 64, .bits = 16},
	{{&luadata_layout_dhcp, 240, "broadcast", 45, "rw"},
	 .start = 80, .bits = 1, .is_bool = true},
	{{&luadata_layout_dhcp, 240, "flags", 46, "rw"},
	 .start = 81, .bits = 15},
	{{&luadata_layout_dhcp, 240, "ciaddr", 47, "rw"},
	 .start = 96, .bits = 32},
	{{&luadata_layout_dhcp, 240, "yiaddr", 48, "rw"},
	 .start = 128, .bits = 32},
	{{&luadata_layout_dhcp, 240, "siaddr", 49, "rw"},
	 .start = 160, .bits = 32},
	{{&luadata_layout_dhcp, 240, "giaddr", 50, "rw"},
	 .start = 192, .bits = 32},
	{{&luadata_layout_dhcp, 240, "chaddr", 51, "rw"},
	 .start = 224, .bits = 48},
	{{&luadata_layout_dhcp, 240, "cookie", 55, "rw"},
	 .start = 1888, .bits = 32},
	{{&luadata_layout_dhcp_option, 1, "code", 62, "rw"},
	 .start = 0, .bits = 8, .constants = optioncode_names},
	{{&luadata_layout_dhcp_host, 4, "address", 91, "rw"},
	 .start = 0, .bits = 32},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const struct suite_text texts[] = {
	{{&luadata_layout_dhcp, 240, "chpad", 52, "rw"},
	 .offset = 34, .length = 10, .kind = SUITE_TEXT_BLOCK},
	{{&luadata_layout_dhcp, 240, "sname", 53, "rw"},
	 .offset = 44, .length = 64, .kind = SUITE_TEXT_ENDED},
	{{&luadata_layout_dhcp, 240, "file", 54, "rw"},
	 .offset = 108, .length = 128, .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void dhcp_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_dhcp, 240);
}

static void dhcp_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_dhcp, 240);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_dhcp_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_dhcp_option, 1);
}

static void host_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_dhcp_host, 4);
}

static void host_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_dhcp_host, 4);
}

/* Fields that each message has. */
static const struct suite_seen dhcp_message_fields[] = {
	{"chpad", 272, 80, SUITE_SEEN_BLOCK, 34},
	{"sname", 352, 512, SUITE_SEEN_TEXT},
	{"file", 864, 1024, SUITE_SEEN_TEXT},
	{"op", 0, 8, SUITE_SEEN_UINT, .writable = true},
	{"htype", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"hlen", 16, 8, SUITE_SEEN_UINT, .writable = true},
	{"hops", 24, 8, SUITE_SEEN_UINT, .writable = true},
	{"xid", 32, 32, SUITE_SEEN_UINT, .writable = true},
	{"secs", 64, 16, SUITE_SEEN_UINT, .writable = true},
	{"broadcast", 80, 1, SUITE_SEEN_BOOL, .writable = true},
	{"flags", 81, 15, SUITE_SEEN_UINT, .writable = true},
	{"ciaddr", 96, 32, SUITE_SEEN_UINT, .writable = true},
	{"yiaddr", 128, 32, SUITE_SEEN_UINT, .writable = true},
	{"siaddr", 160, 32, SUITE_SEEN_UINT, .writable = true},
	{"giaddr", 192, 32, SUITE_SEEN_UINT, .writable = true},
	{"chaddr", 224, 48, SUITE_SEEN_UINT, .writable = true},
	{"cookie", 1888, 32, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample dhcp_messages[] = {
	{287,
	 .pokes = SUITE_POKES({1920, 8, 1}, {1928, 8, 4}, {1968, 8, 0}, {1976, 8, 254},
			      {1984, 8, 9}, {2064, 8, 3}, {2072, 8, 8}, {2144, 8, 12}, {2152, 8, 9},
			      {2232, 8, 255}),
	 .absent = SUITE_NAMES("options.1.addresses", "options.1.text", "options.1.time",
			       "options.1.message", "options.1.bytes", "options.6",
			       "options.dns_servers"),
	 .seen = SUITE_SEEN({"options.1.data", 1936, 32, SUITE_SEEN_BLOCK, 246},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.address", 1936, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options.2.code", 1968, 8, SUITE_SEEN_UINT},
			    {"options.3.data", 1992, 72, SUITE_SEEN_BLOCK, 258},
			    {"options.3.code", 1976, 8, SUITE_SEEN_UINT, 258},
			    {"options.3.length", 1984, 8, SUITE_SEEN_UINT, 258},
			    {"options.4.addresses.1.address", 2080, 32, SUITE_SEEN_UINT, 268,
			     .writable = true},
			    {"options.4.addresses.2.address", 2112, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.4.addresses", 2080, 0, SUITE_SEEN_COUNT, 268},
			    {"options.4.addresses.1", 2080, 32, SUITE_SEEN_VIEW, 268},
			    {"options.4.addresses.2", 2112, 32, SUITE_SEEN_VIEW, 268},
			    {"options.4.data", 2080, 64, SUITE_SEEN_BLOCK, 268},
			    {"options.4.code", 2064, 8, SUITE_SEEN_UINT, 268},
			    {"options.4.length", 2072, 8, SUITE_SEEN_UINT, 268},
			    {"options.5.text", 2160, 72, SUITE_SEEN_EXACT},
			    {"options.5.data", 2160, 72, SUITE_SEEN_BLOCK, 279},
			    {"options.5.code", 2144, 8, SUITE_SEEN_UINT, 279},
			    {"options.5.length", 2152, 8, SUITE_SEEN_UINT, 279},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.2", 1968, 8, SUITE_SEEN_VIEW, 247},
			    {"options.3", 1976, 88, SUITE_SEEN_VIEW, 258},
			    {"options.4", 2064, 80, SUITE_SEEN_VIEW, 268},
			    {"options.5", 2144, 88, SUITE_SEEN_VIEW, 279},
			    {"options.pad", 1968, 8, SUITE_SEEN_VIEW, 247},
			    {"options.subnet_mask", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.router", 2064, 80, SUITE_SEEN_VIEW, 268},
			    {"options.host_name", 2144, 88, SUITE_SEEN_VIEW, 279})},
	{248, .pokes = SUITE_POKES({1920, 8, 255}),
	 .absent = SUITE_NAMES("options.1", "options.pad"),
	 .seen = SUITE_SEEN({"options", 1920, 0, SUITE_SEEN_COUNT, 240})},
	{254, .pokes = SUITE_POKES({1920, 8, 1}, {1928, 8, 4}, {1968, 8, 255}),
	 .absent = SUITE_NAMES("options.1.addresses", "options.1.text", "options.1.time",
			       "options.1.message", "options.1.bytes", "options.2", "options.pad"),
	 .seen = SUITE_SEEN({"options.1.data", 1936, 32, SUITE_SEEN_BLOCK, 246},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.address", 1936, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.subnet_mask", 1920, 48, SUITE_SEEN_VIEW, 246})},
	{282,
	 .pokes = SUITE_POKES({1920, 8, 51}, {1928, 8, 4}, {1968, 8, 53}, {1976, 8, 1},
			      {1992, 8, 57}, {2000, 8, 2}, {2024, 8, 6}, {2032, 8, 8},
			      {2104, 8, 15}, {2112, 8, 9}, {2192, 8, 255}),
	 .absent = SUITE_NAMES("options.1.address", "options.1.addresses", "options.1.text",
			       "options.1.message", "options.1.bytes", "options.6", "options.pad"),
	 .seen = SUITE_SEEN({"options.1.data", 1936, 32, SUITE_SEEN_BLOCK, 246},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.time", 1936, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options.2.data", 1984, 8, SUITE_SEEN_BLOCK, 249},
			    {"options.2.code", 1968, 8, SUITE_SEEN_UINT, 249},
			    {"options.2.length", 1976, 8, SUITE_SEEN_UINT, 249},
			    {"options.2.message", 1984, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.data", 2008, 16, SUITE_SEEN_BLOCK, 253},
			    {"options.3.code", 1992, 8, SUITE_SEEN_UINT, 253},
			    {"options.3.length", 2000, 8, SUITE_SEEN_UINT, 253},
			    {"options.3.bytes", 2008, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.4.addresses.1.address", 2040, 32, SUITE_SEEN_UINT, 263,
			     .writable = true},
			    {"options.4.addresses.2.address", 2072, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.4.addresses", 2040, 0, SUITE_SEEN_COUNT, 263},
			    {"options.4.addresses.1", 2040, 32, SUITE_SEEN_VIEW, 263},
			    {"options.4.addresses.2", 2072, 32, SUITE_SEEN_VIEW, 263},
			    {"options.4.data", 2040, 64, SUITE_SEEN_BLOCK, 263},
			    {"options.4.code", 2024, 8, SUITE_SEEN_UINT, 263},
			    {"options.4.length", 2032, 8, SUITE_SEEN_UINT, 263},
			    {"options.5.text", 2120, 72, SUITE_SEEN_EXACT},
			    {"options.5.data", 2120, 72, SUITE_SEEN_BLOCK, 274},
			    {"options.5.code", 2104, 8, SUITE_SEEN_UINT, 274},
			    {"options.5.length", 2112, 8, SUITE_SEEN_UINT, 274},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.2", 1968, 24, SUITE_SEEN_VIEW, 249},
			    {"options.3", 1992, 32, SUITE_SEEN_VIEW, 253},
			    {"options.4", 2024, 80, SUITE_SEEN_VIEW, 263},
			    {"options.5", 2104, 88, SUITE_SEEN_VIEW, 274},
			    {"options.dns_servers", 2024, 80, SUITE_SEEN_VIEW, 263},
			    {"options.domain_name", 2104, 88, SUITE_SEEN_VIEW, 274},
			    {"options.lease_time", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.message_type", 1968, 24, SUITE_SEEN_VIEW, 249},
			    {"options.max_size", 1992, 32, SUITE_SEEN_VIEW, 253})},
};

static void dhcp_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_dhcp, dhcp_message_fields, dhcp_messages,
		      ARRAY_SIZE(dhcp_messages));
}

/* Fields that each sample has. */
static const struct suite_seen option_sample_fields[] = {
	{"code", 0, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample option_samples[] = {
	{1, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "bytes")},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{1, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "bytes")},
	{2, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{2, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 0, SUITE_SEEN_PRESENT})},
	{2, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 0, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{11, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 8, SUITE_SEEN_PRESENT})},
	{6, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 32, SUITE_SEEN_PRESENT})},
	{11, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 72, SUITE_SEEN_PRESENT})},
	{35, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 264, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 8, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 32, SUITE_SEEN_EXACT})},
	{11, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 72, SUITE_SEEN_EXACT})},
	{35, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 264, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{4, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"bytes", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"bytes", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"bytes", 16, 16, SUITE_SEEN_UINT, .writable = true})},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_dhcp_option, option_sample_fields, option_samples,
		      ARRAY_SIZE(option_samples));
}

static const struct suite_sample option_messages[] = {
	{13, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 32, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message", "bytes",
			       "data")},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 72, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{8, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message", "bytes",
			       "data")},
	{29, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 20}),
	 .absent = SUITE_NAMES("address", "addresses.6", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"addresses.1.address", 16, 32, SUITE_SEEN_UINT, .writable = true},
			    {"addresses.2.address", 48, 32, SUITE_SEEN_UINT, .writable = true},
			    {"addresses.3.address", 80, 32, SUITE_SEEN_UINT, .writable = true},
			    {"addresses.4.address", 112, 32, SUITE_SEEN_UINT, .writable = true},
			    {"addresses.5.address", 144, 32, SUITE_SEEN_UINT, .writable = true},
			    {"addresses", 16, 0, SUITE_SEEN_COUNT, 2},
			    {"addresses.1", 16, 32, SUITE_SEEN_VIEW, 6},
			    {"addresses.2", 48, 32, SUITE_SEEN_VIEW, 10},
			    {"addresses.3", 80, 32, SUITE_SEEN_VIEW, 14},
			    {"addresses.4", 112, 32, SUITE_SEEN_VIEW, 18},
			    {"addresses.5", 144, 32, SUITE_SEEN_VIEW, 22},
			    {"data", 16, 160, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{18, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"text", 16, 72, SUITE_SEEN_EXACT},
			    {"data", 16, 72, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{13, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 32, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{10, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 8, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 2}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message"),
	 .seen = SUITE_SEEN({"data", 16, 16, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"bytes", 16, 16, SUITE_SEEN_UINT, .writable = true})},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_dhcp_option, option_sample_fields, option_messages,
		      ARRAY_SIZE(option_messages));
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

static const struct suite_subject subjects[] = {
	{"dhcp_", "layout dhcp", 3},
	{"option_", "layout dhcp.option", 59},
	{"host_", "layout dhcp.host", 89},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/dhcp.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_dhcp",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
