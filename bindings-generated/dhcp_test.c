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
	{{&luadata_layout_dhcp, 240, "op", 42, "rw"},
	 .start = 0, .bits = 8, .constants = op_names},
	{{&luadata_layout_dhcp, 240, "htype", 43, "rw"},
	 .start = 8, .bits = 8},
	{{&luadata_layout_dhcp, 240, "hlen", 44, "rw"},
	 .start = 16, .bits = 8},
	{{&luadata_layout_dhcp, 240, "hops", 45, "rw"},
	 .start = 24, .bits = 8},
	{{&luadata_layout_dhcp, 240, "xid", 46, "rw"},
	 .start = 32, .bits = 32},
	{{&luadata_layout_dhcp, 240, "secs", 47, "rw"},
	 .start = 64, .bits = 16},
	{{&luadata_layout_dhcp, 240, "broadcast", 48, "rw"},
	 .start = 80, .bits = 1, .is_bool = true},
	{{&luadata_layout_dhcp, 240, "flags", 49, "rw"},
	 .start = 81, .bits = 15},
	{{&luadata_layout_dhcp, 240, "ciaddr", 50, "rw"},
	 .start = 96, .bits = 32},
	{{&luadata_layout_dhcp, 240, "yiaddr", 51, "rw"},
	 .start = 128, .bits = 32},
	{{&luadata_layout_dhcp, 240, "siaddr", 52, "rw"},
	 .start = 160, .bits = 32},
	{{&luadata_layout_dhcp, 240, "giaddr", 53, "rw"},
	 .start = 192, .bits = 32},
	{{&luadata_layout_dhcp, 240, "chaddr", 54, "rw"},
	 .start = 224, .bits = 48},
	{{&luadata_layout_dhcp, 240, "cookie", 58, "rw"},
	 .start = 1888, .bits = 32},
	{{&luadata_layout_dhcp_option, 1, "code", 65, "rw"},
	 .start = 0, .bits = 8, .constants = optioncode_names},
	{{&luadata_layout_dhcp_host, 4, "address", 97, "rw"},
	 .start = 0, .bits = 32},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const struct suite_text texts[] = {
	{{&luadata_layout_dhcp, 240, "chpad", 55, "rw"},
	 .offset = 34, .length = 10, .kind = SUITE_TEXT_BLOCK},
	{{&luadata_layout_dhcp, 240, "sname", 56, "rw"},
	 .offset = 44, .length = 64, .kind = SUITE_TEXT_ENDED},
	{{&luadata_layout_dhcp, 240, "file", 57, "rw"},
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
	{"file_options", 864, 1024, SUITE_SEEN_PRESENT},
	{"sname_options", 352, 512, SUITE_SEEN_PRESENT},
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
			       "options.1.message", "options.1.overload", "options.1.bytes",
			       "options.6", "options.dns_servers"),
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
			       "options.1.message", "options.1.overload", "options.1.bytes",
			       "options.2", "options.pad"),
	 .seen = SUITE_SEEN({"options.1.data", 1936, 32, SUITE_SEEN_BLOCK, 246},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.address", 1936, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.subnet_mask", 1920, 48, SUITE_SEEN_VIEW, 246})},
	{274,
	 .pokes = SUITE_POKES({1920, 8, 51}, {1928, 8, 4}, {1968, 8, 53}, {1976, 8, 1},
			      {1992, 8, 52}, {2000, 8, 1}, {2016, 8, 57}, {2024, 8, 2},
			      {2048, 8, 6}, {2056, 8, 8}, {2128, 8, 255}),
	 .absent = SUITE_NAMES("options.1.address", "options.1.addresses", "options.1.text",
			       "options.1.message", "options.1.overload", "options.1.bytes",
			       "options.6", "options.pad"),
	 .seen = SUITE_SEEN({"options.1.data", 1936, 32, SUITE_SEEN_BLOCK, 246},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 246},
			    {"options.1.time", 1936, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options.2.data", 1984, 8, SUITE_SEEN_BLOCK, 249},
			    {"options.2.code", 1968, 8, SUITE_SEEN_UINT, 249},
			    {"options.2.length", 1976, 8, SUITE_SEEN_UINT, 249},
			    {"options.2.message", 1984, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.data", 2008, 8, SUITE_SEEN_BLOCK, 252},
			    {"options.3.code", 1992, 8, SUITE_SEEN_UINT, 252},
			    {"options.3.length", 2000, 8, SUITE_SEEN_UINT, 252},
			    {"options.3.overload", 2008, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.4.data", 2032, 16, SUITE_SEEN_BLOCK, 256},
			    {"options.4.code", 2016, 8, SUITE_SEEN_UINT, 256},
			    {"options.4.length", 2024, 8, SUITE_SEEN_UINT, 256},
			    {"options.4.bytes", 2032, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.5.addresses.1.address", 2064, 32, SUITE_SEEN_UINT, 266,
			     .writable = true},
			    {"options.5.addresses.2.address", 2096, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.5.addresses", 2064, 0, SUITE_SEEN_COUNT, 266},
			    {"options.5.addresses.1", 2064, 32, SUITE_SEEN_VIEW, 266},
			    {"options.5.addresses.2", 2096, 32, SUITE_SEEN_VIEW, 266},
			    {"options.5.data", 2064, 64, SUITE_SEEN_BLOCK, 266},
			    {"options.5.code", 2048, 8, SUITE_SEEN_UINT, 266},
			    {"options.5.length", 2056, 8, SUITE_SEEN_UINT, 266},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.2", 1968, 24, SUITE_SEEN_VIEW, 249},
			    {"options.3", 1992, 24, SUITE_SEEN_VIEW, 252},
			    {"options.4", 2016, 32, SUITE_SEEN_VIEW, 256},
			    {"options.5", 2048, 80, SUITE_SEEN_VIEW, 266},
			    {"options.dns_servers", 2048, 80, SUITE_SEEN_VIEW, 266},
			    {"options.lease_time", 1920, 48, SUITE_SEEN_VIEW, 246},
			    {"options.overload", 1992, 24, SUITE_SEEN_VIEW, 252},
			    {"options.message_type", 1968, 24, SUITE_SEEN_VIEW, 249},
			    {"options.max_size", 2016, 32, SUITE_SEEN_VIEW, 256})},
	{287,
	 .pokes = SUITE_POKES({1920, 8, 15}, {1928, 8, 9}, {2008, 8, 1}, {2016, 8, 4}, {2056, 8, 0},
			      {2064, 8, 254}, {2072, 8, 9}, {2152, 8, 3}, {2160, 8, 8},
			      {2232, 8, 255}),
	 .absent = SUITE_NAMES("options.1.address", "options.1.addresses", "options.1.time",
			       "options.1.message", "options.1.overload", "options.1.bytes",
			       "options.6", "options.dns_servers"),
	 .seen = SUITE_SEEN({"options.1.text", 1936, 72, SUITE_SEEN_EXACT},
			    {"options.1.data", 1936, 72, SUITE_SEEN_BLOCK, 251},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 251},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 251},
			    {"options.2.data", 2024, 32, SUITE_SEEN_BLOCK, 257},
			    {"options.2.code", 2008, 8, SUITE_SEEN_UINT, 257},
			    {"options.2.length", 2016, 8, SUITE_SEEN_UINT, 257},
			    {"options.2.address", 2024, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.code", 2056, 8, SUITE_SEEN_UINT},
			    {"options.4.data", 2080, 72, SUITE_SEEN_BLOCK, 269},
			    {"options.4.code", 2064, 8, SUITE_SEEN_UINT, 269},
			    {"options.4.length", 2072, 8, SUITE_SEEN_UINT, 269},
			    {"options.5.addresses.1.address", 2168, 32, SUITE_SEEN_UINT, 279,
			     .writable = true},
			    {"options.5.addresses.2.address", 2200, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.5.addresses", 2168, 0, SUITE_SEEN_COUNT, 279},
			    {"options.5.addresses.1", 2168, 32, SUITE_SEEN_VIEW, 279},
			    {"options.5.addresses.2", 2200, 32, SUITE_SEEN_VIEW, 279},
			    {"options.5.data", 2168, 64, SUITE_SEEN_BLOCK, 279},
			    {"options.5.code", 2152, 8, SUITE_SEEN_UINT, 279},
			    {"options.5.length", 2160, 8, SUITE_SEEN_UINT, 279},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 88, SUITE_SEEN_VIEW, 251},
			    {"options.2", 2008, 48, SUITE_SEEN_VIEW, 257},
			    {"options.3", 2056, 8, SUITE_SEEN_VIEW, 258},
			    {"options.4", 2064, 88, SUITE_SEEN_VIEW, 269},
			    {"options.5", 2152, 80, SUITE_SEEN_VIEW, 279},
			    {"options.pad", 2056, 8, SUITE_SEEN_VIEW, 258},
			    {"options.subnet_mask", 2008, 48, SUITE_SEEN_VIEW, 257},
			    {"options.router", 2152, 80, SUITE_SEEN_VIEW, 279},
			    {"options.domain_name", 1920, 88, SUITE_SEEN_VIEW, 251})},
	{275,
	 .pokes = SUITE_POKES({1920, 8, 12}, {1928, 8, 9}, {2008, 8, 51}, {2016, 8, 4},
			      {2056, 8, 53}, {2064, 8, 1}, {2080, 8, 52}, {2088, 8, 1},
			      {2104, 8, 57}, {2112, 8, 2}, {2136, 8, 255}),
	 .absent = SUITE_NAMES("options.1.address", "options.1.addresses", "options.1.time",
			       "options.1.message", "options.1.overload", "options.1.bytes",
			       "options.6", "options.pad"),
	 .seen = SUITE_SEEN({"options.1.text", 1936, 72, SUITE_SEEN_EXACT},
			    {"options.1.data", 1936, 72, SUITE_SEEN_BLOCK, 251},
			    {"options.1.code", 1920, 8, SUITE_SEEN_UINT, 251},
			    {"options.1.length", 1928, 8, SUITE_SEEN_UINT, 251},
			    {"options.2.data", 2024, 32, SUITE_SEEN_BLOCK, 257},
			    {"options.2.code", 2008, 8, SUITE_SEEN_UINT, 257},
			    {"options.2.length", 2016, 8, SUITE_SEEN_UINT, 257},
			    {"options.2.time", 2024, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.data", 2072, 8, SUITE_SEEN_BLOCK, 260},
			    {"options.3.code", 2056, 8, SUITE_SEEN_UINT, 260},
			    {"options.3.length", 2064, 8, SUITE_SEEN_UINT, 260},
			    {"options.3.message", 2072, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.4.data", 2096, 8, SUITE_SEEN_BLOCK, 263},
			    {"options.4.code", 2080, 8, SUITE_SEEN_UINT, 263},
			    {"options.4.length", 2088, 8, SUITE_SEEN_UINT, 263},
			    {"options.4.overload", 2096, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.5.data", 2120, 16, SUITE_SEEN_BLOCK, 267},
			    {"options.5.code", 2104, 8, SUITE_SEEN_UINT, 267},
			    {"options.5.length", 2112, 8, SUITE_SEEN_UINT, 267},
			    {"options.5.bytes", 2120, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options", 1920, 0, SUITE_SEEN_COUNT, 240},
			    {"options.1", 1920, 88, SUITE_SEEN_VIEW, 251},
			    {"options.2", 2008, 48, SUITE_SEEN_VIEW, 257},
			    {"options.3", 2056, 24, SUITE_SEEN_VIEW, 260},
			    {"options.4", 2080, 24, SUITE_SEEN_VIEW, 263},
			    {"options.5", 2104, 32, SUITE_SEEN_VIEW, 267},
			    {"options.host_name", 1920, 88, SUITE_SEEN_VIEW, 251},
			    {"options.lease_time", 2008, 48, SUITE_SEEN_VIEW, 257},
			    {"options.overload", 2080, 24, SUITE_SEEN_VIEW, 263},
			    {"options.message_type", 2056, 24, SUITE_SEEN_VIEW, 260},
			    {"options.max_size", 2104, 32, SUITE_SEEN_VIEW, 267})},
};

static void dhcp_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_dhcp, dhcp_message_fields, dhcp_messages,
		      ARRAY_SIZE(dhcp_messages));
}

static const struct suite_within dhcp_within[] = {
	{&dhcp_messages[0],
	 SUITE_LENGTHS({1928, 8}, {1984, 8}, {2072, 8}, {2152, 8}),
	 SUITE_BOUNDS({240, 242, 1, 1, 0, 0, SUITE_NAMES("options.1")},
		      {242, 242, 1, 1, 1, 0, SUITE_NAMES("options.1.address")},
		      {242, 242, 1, 1, 1, 0, SUITE_NAMES("options.1.data")},
		      {247, 249, 1, 2, 0, 0, SUITE_NAMES("options.3")},
		      {249, 249, 1, 2, 4, 0, SUITE_NAMES("options.3.data")},
		      {258, 260, 1, 3, 0, 0, SUITE_NAMES("options.4")},
		      {260, 260, 1, 3, 6, 0, SUITE_NAMES("options.4.addresses")},
		      {260, 260, 1, 3, 7, 0, SUITE_NAMES("options.4.addresses")},
		      {268, 270, 1, 4, 0, 0, SUITE_NAMES("options.5")},
		      {270, 270, 1, 4, 9, 0, SUITE_NAMES("options.5.text")},
		      {270, 270, 1, 4, 10, 0, SUITE_NAMES("options.5.text")})},
};

static void dhcp_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_dhcp, dhcp_within, ARRAY_SIZE(dhcp_within));
}

/* Fields that each sample has. */
static const struct suite_seen option_sample_fields[] = {
	{"code", 0, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample option_samples[] = {
	{1, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "overload", "bytes")},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{1, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "overload", "bytes")},
	{2, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{2, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 0, SUITE_SEEN_PRESENT})},
	{2, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 0, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 0}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}),
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{11, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 8, SUITE_SEEN_PRESENT})},
	{6, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 32, SUITE_SEEN_PRESENT})},
	{11, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 72, SUITE_SEEN_PRESENT})},
	{35, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"addresses", 16, 264, SUITE_SEEN_PRESENT})},
	{3, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 8, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 32, SUITE_SEEN_EXACT})},
	{11, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 72, SUITE_SEEN_EXACT})},
	{35, .pokes = SUITE_POKES({0, 8, 12}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"text", 16, 264, SUITE_SEEN_EXACT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "overload", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"overload", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"overload", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"overload", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 33}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"overload", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{4, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"), .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload"),
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
	 .absent = SUITE_NAMES("addresses", "text", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 32, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "overload", "bytes", "data")},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload",
			       "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 72, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{8, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("length", "address", "addresses", "text", "time", "message",
			       "overload", "bytes", "data")},
	{29, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 20}),
	 .absent = SUITE_NAMES("address", "addresses.6", "text", "time", "message", "overload",
			       "bytes"),
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
	 .absent = SUITE_NAMES("address", "addresses", "time", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"text", 16, 72, SUITE_SEEN_EXACT},
			    {"data", 16, 72, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{13, .pokes = SUITE_POKES({0, 8, 51}, {8, 8, 4}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "message", "overload", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 32, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"time", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{10, .pokes = SUITE_POKES({0, 8, 53}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "overload", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 8, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"message", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{10, .pokes = SUITE_POKES({0, 8, 52}, {8, 8, 1}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "bytes"),
	 .seen = SUITE_SEEN({"data", 16, 8, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"overload", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 57}, {8, 8, 2}),
	 .absent = SUITE_NAMES("address", "addresses", "text", "time", "message", "overload"),
	 .seen = SUITE_SEEN({"data", 16, 16, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"bytes", 16, 16, SUITE_SEEN_UINT, .writable = true})},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_dhcp_option, option_sample_fields, option_messages,
		      ARRAY_SIZE(option_messages));
}

static const struct suite_within option_within[] = {
	{&option_messages[0],
	 SUITE_LENGTHS({8, 8}),
	 SUITE_BOUNDS({2, 2, 1, 1, 0, 0, SUITE_NAMES("address")},
		      {2, 2, 1, 1, 0, 0, SUITE_NAMES("data")})},
};

static void option_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_dhcp_option, option_within,
			 ARRAY_SIZE(option_within));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(dhcp_has_what_was_put_in),
	KUNIT_CASE(dhcp_stays_within_its_lengths),
	KUNIT_CASE(dhcp_needs_all_its_bytes),
	KUNIT_CASE(dhcp_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_stays_within_its_lengths),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	KUNIT_CASE(host_needs_all_its_bytes),
	KUNIT_CASE(host_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"dhcp_", "layout dhcp", 3},
	{"option_", "layout dhcp.option", 62},
	{"host_", "layout dhcp.host", 95},
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
