// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv6 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv6.yaml.
 */

#include <linux/bitops.h>
#include <linux/ipv6.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "ipv6.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv6.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_ipv6, 40, "version", 42, "rw"},
	 .start = 0, .bits = 4, .ranged = true, .low = 6, .high = 6},
	{{&luadata_layout_ipv6, 40, "traffic_class", 43, "rw"},
	 .start = 4, .bits = 8},
	{{&luadata_layout_ipv6, 40, "flow_label", 44, "rw"},
	 .start = 12, .bits = 20},
	{{&luadata_layout_ipv6, 40, "payload_len", 45, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, payload_len), .bits = 16},
	{{&luadata_layout_ipv6, 40, "nexthdr", 46, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, nexthdr), .bits = 8, .constants = ipproto_names},
	{{&luadata_layout_ipv6, 40, "hop_limit", 47, "rw"},
	 .start = 8 * offsetof(struct ipv6hdr, hop_limit), .bits = 8},
	{{&luadata_layout_ipv6, 40, "dscp", 130, "rw"},
	 .start = 4, .bits = 6},
	{{&luadata_layout_ipv6, 40, "ecn", 131, "rw"},
	 .start = 10, .bits = 2, .constants = ecn_names, .strict = true},
	{{&luadata_layout_ipv6_routing, 2, "type", 110, "rw"},
	 .start = 0, .bits = 8, .constants = routingtype_names},
	{{&luadata_layout_ipv6_routing, 2, "segments_left", 111, "rw"},
	 .start = 8, .bits = 8},
	{{&luadata_layout_ipv6_option, 1, "type", 89, "rw"},
	 .start = 0, .bits = 8, .constants = optiontype_names},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const struct suite_text texts[] = {
	{{&luadata_layout_ipv6, 40, "saddr", 48, "rw"},
	 .offset = offsetof(struct ipv6hdr, saddr), .length = 16, .kind = SUITE_TEXT_EXACT},
	{{&luadata_layout_ipv6, 40, "daddr", 49, "rw"},
	 .offset = offsetof(struct ipv6hdr, daddr), .length = 16, .kind = SUITE_TEXT_EXACT},
	{{&luadata_layout_ipv6_segment, 16, "address", 128, "rw"},
	 .offset = 0, .length = 16, .kind = SUITE_TEXT_EXACT},
	{},
};

SUITE_PARAMS(text, texts);

static bool find_ipv6_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 payload_len = suite_bits(object, 8 * offsetof(struct ipv6hdr, payload_len), 16);

	*from = 40;
	*to = payload_len == 0 ? n : 40 + payload_len;
	return true;
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_ipv6, 40, "payload", 132, "rw"},
	 .find = find_ipv6_payload, .fields = fields, .deciding = SUITE_NAMES("payload_len")},
	{},
};

SUITE_PARAMS(block, blocks);

static void ipv6_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv6, sizeof(struct ipv6hdr));
}

static void ipv6_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv6, 40);
}

static void routing_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv6_routing, 2);
}

static void routing_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv6_routing, 2);
}

static void segment_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv6_segment, 16);
}

static void segment_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv6_segment, 16);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv6_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv6_option, 1);
}

static void extension_is_known_to_its_list_alone(struct kunit *test)
{
	suite_chained(test, &luadata_layout_ipv6_extension);
}

/* Fields that each message has. */
static const struct suite_seen ipv6_message_fields[] = {
	{"dscp", 4, 6, SUITE_SEEN_UINT},
	{"ecn", 10, 2, SUITE_SEEN_UINT},
	{"version", 0, 4, SUITE_SEEN_UINT},
	{"traffic_class", 4, 8, SUITE_SEEN_UINT, .writable = true},
	{"flow_label", 12, 20, SUITE_SEEN_UINT, .writable = true},
	{"payload_len", 32, 16, SUITE_SEEN_UINT},
	{"nexthdr", 48, 8, SUITE_SEEN_UINT},
	{"hop_limit", 56, 8, SUITE_SEEN_UINT, .writable = true},
	{"saddr", 64, 128, SUITE_SEEN_EXACT},
	{"daddr", 192, 128, SUITE_SEEN_EXACT},
	{},
};

static const struct suite_sample ipv6_messages[] = {
	{204,
	 .pokes = SUITE_POKES({336, 8, 1}, {344, 8, 9}, {424, 8, 0}, {432, 8, 1}, {440, 8, 9},
			      {520, 8, 1}, {528, 8, 9}, {608, 8, 1}, {616, 8, 9}, {696, 8, 1},
			      {704, 8, 9}, {784, 8, 1}, {792, 8, 9}, {872, 8, 1}, {880, 8, 9},
			      {320, 8, 43}, {328, 8, 9}, {976, 8, 2}, {960, 8, 44}, {968, 8, 2},
			      {1152, 8, 51}, {1168, 13, 0}, {1216, 8, 135}, {1224, 8, 4},
			      {1408, 8, 255}, {1416, 8, 1}, {32, 16, 157}, {48, 8, 0}),
	 .absent = SUITE_NAMES("extensions.1.options.1.limit", "extensions.1.options.1.value",
			       "extensions.1.options.1.jumbo", "extensions.1.options.1.address",
			       "extensions.1.options.9", "extensions.1.options.tunnel_limit",
			       "extensions.1.routing", "extensions.1.reserved",
			       "extensions.1.offset", "extensions.1.unused", "extensions.1.more",
			       "extensions.1.id", "extensions.1.ah_reserved", "extensions.1.spi",
			       "extensions.1.seq", "extensions.1.icv", "extensions.1.body",
			       "extensions.6", "extensions.destination"),
	 .seen = SUITE_SEEN({"extensions.1.type", 0, 0, SUITE_SEEN_VALUE, 120},
			    {"extensions.1.options.1.type", 336, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.1.length", 344, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.2.type", 424, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.3.type", 432, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.3.length", 440, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.4.type", 520, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.4.length", 528, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.5.type", 608, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.5.length", 616, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.6.type", 696, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.6.length", 704, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.7.type", 784, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.7.length", 792, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.8.type", 872, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options.8.length", 880, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.options", 336, 0, SUITE_SEEN_COUNT, 120},
			    {"extensions.1.options.1", 336, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.2", 424, 8, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.3", 432, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.4", 520, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.5", 608, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.6", 696, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.7", 784, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.8", 872, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.pad1", 424, 8, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.options.padn", 336, 88, SUITE_SEEN_VIEW, 120},
			    {"extensions.1.nexthdr", 320, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.1.length", 328, 8, SUITE_SEEN_UINT, 120},
			    {"extensions.2.type", 0, 0, SUITE_SEEN_VALUE, 144, .value = 43},
			    {"extensions.2.routing.type", 976, 8, SUITE_SEEN_UINT, 144},
			    {"extensions.2.routing.segments_left", 984, 8, SUITE_SEEN_UINT, 144,
			     .writable = true},
			    {"extensions.2.routing.reserved", 992, 32, SUITE_SEEN_UINT, 144,
			     .writable = true},
			    {"extensions.2.routing.address", 1024, 128, SUITE_SEEN_EXACT},
			    {"extensions.2.routing", 976, 176, SUITE_SEEN_VIEW, 144},
			    {"extensions.2.nexthdr", 960, 8, SUITE_SEEN_UINT, 144},
			    {"extensions.2.length", 968, 8, SUITE_SEEN_UINT, 144},
			    {"extensions.3.type", 0, 0, SUITE_SEEN_VALUE, 152, .value = 44},
			    {"extensions.3.nexthdr", 1152, 8, SUITE_SEEN_UINT, 152},
			    {"extensions.3.reserved", 1160, 8, SUITE_SEEN_UINT, 152,
			     .writable = true},
			    {"extensions.3.offset", 1168, 13, SUITE_SEEN_UINT, 152},
			    {"extensions.3.unused", 1181, 2, SUITE_SEEN_UINT, 152,
			     .writable = true},
			    {"extensions.3.more", 1183, 1, SUITE_SEEN_BOOL, 152, .writable = true},
			    {"extensions.3.id", 1184, 32, SUITE_SEEN_UINT, .writable = true},
			    {"extensions.4.type", 0, 0, SUITE_SEEN_VALUE, 176, .value = 51},
			    {"extensions.4.icv", 1312, 96, SUITE_SEEN_BLOCK, 176},
			    {"extensions.4.nexthdr", 1216, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.length", 1224, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.ah_reserved", 1232, 16, SUITE_SEEN_UINT, 176,
			     .writable = true},
			    {"extensions.4.spi", 1248, 32, SUITE_SEEN_UINT, 176, .writable = true},
			    {"extensions.4.seq", 1280, 32, SUITE_SEEN_UINT, 176, .writable = true},
			    {"extensions.5.type", 0, 0, SUITE_SEEN_VALUE, 192, .value = 135},
			    {"extensions.5.body", 1424, 112, SUITE_SEEN_BLOCK, 192},
			    {"extensions.5.nexthdr", 1408, 8, SUITE_SEEN_UINT, 192},
			    {"extensions.5.length", 1416, 8, SUITE_SEEN_UINT, 192},
			    {"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"extensions.1", 320, 640, SUITE_SEEN_VIEW, 120},
			    {"extensions.2", 960, 192, SUITE_SEEN_VIEW, 144},
			    {"extensions.3", 1152, 64, SUITE_SEEN_VIEW, 152},
			    {"extensions.4", 1216, 192, SUITE_SEEN_VIEW, 176},
			    {"extensions.5", 1408, 128, SUITE_SEEN_VIEW, 192},
			    {"extensions.hop_by_hop", 320, 640, SUITE_SEEN_VIEW, 120},
			    {"extensions.routing", 960, 192, SUITE_SEEN_VIEW, 144},
			    {"extensions.fragment", 1152, 64, SUITE_SEEN_VIEW, 152},
			    {"extensions.ah", 1216, 192, SUITE_SEEN_VIEW, 176},
			    {"extensions.mobility", 1408, 128, SUITE_SEEN_VIEW, 192},
			    {"payload", 320, 1256, SUITE_SEEN_BLOCK, 40},
			    {"transport", 0, 0, SUITE_SEEN_VALUE, 192, .value = 255},
			    {"upper", 1536, 40, SUITE_SEEN_BLOCK, 192})},
	{52, .pokes = SUITE_POKES({32, 16, 5}, {48, 8, 255}),
	 .absent = SUITE_NAMES("extensions.1", "extensions.hop_by_hop"),
	 .seen = SUITE_SEEN({"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"payload", 320, 40, SUITE_SEEN_BLOCK, 40},
			    {"transport", 0, 0, SUITE_SEEN_VALUE, 40, .value = 255},
			    {"upper", 320, 40, SUITE_SEEN_BLOCK, 40})},
	{84,
	 .pokes = SUITE_POKES({336, 8, 1}, {344, 8, 3}, {376, 8, 1}, {384, 8, 3}, {416, 8, 1},
			      {424, 8, 3}, {456, 8, 1}, {464, 8, 3}, {496, 8, 1}, {504, 8, 3},
			      {536, 8, 1}, {544, 8, 3}, {320, 8, 255}, {328, 8, 3}, {32, 16, 37},
			      {48, 8, 0}),
	 .absent = SUITE_NAMES("extensions.1.options.1.limit", "extensions.1.options.1.value",
			       "extensions.1.options.1.jumbo", "extensions.1.options.1.address",
			       "extensions.1.options.7", "extensions.1.options.pad1",
			       "extensions.1.routing", "extensions.1.reserved",
			       "extensions.1.offset", "extensions.1.unused", "extensions.1.more",
			       "extensions.1.id", "extensions.1.ah_reserved", "extensions.1.spi",
			       "extensions.1.seq", "extensions.1.icv", "extensions.1.body",
			       "extensions.2", "extensions.routing"),
	 .seen = SUITE_SEEN({"extensions.1.type", 0, 0, SUITE_SEEN_VALUE, 72},
			    {"extensions.1.options.1.type", 336, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.1.length", 344, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.2.type", 376, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.2.length", 384, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.3.type", 416, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.3.length", 424, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.4.type", 456, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.4.length", 464, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.5.type", 496, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.5.length", 504, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.6.type", 536, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options.6.length", 544, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.options", 336, 0, SUITE_SEEN_COUNT, 72},
			    {"extensions.1.options.1", 336, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.2", 376, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.3", 416, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.4", 456, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.5", 496, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.6", 536, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.options.padn", 336, 40, SUITE_SEEN_VIEW, 72},
			    {"extensions.1.nexthdr", 320, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.1.length", 328, 8, SUITE_SEEN_UINT, 72},
			    {"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"extensions.1", 320, 256, SUITE_SEEN_VIEW, 72},
			    {"extensions.hop_by_hop", 320, 256, SUITE_SEEN_VIEW, 72},
			    {"payload", 320, 296, SUITE_SEEN_BLOCK, 40},
			    {"transport", 0, 0, SUITE_SEEN_VALUE, 72, .value = 255},
			    {"upper", 576, 40, SUITE_SEEN_BLOCK, 72})},
	{220,
	 .pokes = SUITE_POKES({336, 8, 4}, {344, 8, 1}, {360, 8, 5}, {368, 8, 2}, {392, 8, 1},
			      {400, 8, 9}, {480, 8, 1}, {488, 8, 9}, {568, 8, 1}, {576, 8, 9},
			      {656, 8, 1}, {664, 8, 9}, {744, 8, 1}, {752, 8, 9}, {320, 8, 0},
			      {328, 8, 7}, {848, 8, 4}, {856, 8, 1}, {872, 8, 5}, {880, 8, 2},
			      {904, 8, 1}, {912, 8, 9}, {992, 8, 1}, {1000, 8, 9}, {1080, 8, 1},
			      {1088, 8, 9}, {1168, 8, 1}, {1176, 8, 9}, {1256, 8, 1}, {1264, 8, 9},
			      {832, 8, 43}, {840, 8, 7}, {1360, 8, 2}, {1344, 8, 44}, {1352, 8, 2},
			      {1536, 8, 44}, {1552, 13, 0}, {1600, 8, 0}, {1616, 13, 1},
			      {32, 16, 173}, {48, 8, 60}),
	 .absent = SUITE_NAMES("extensions.1.options.1.value", "extensions.1.options.1.jumbo",
			       "extensions.1.options.1.address", "extensions.1.options.8",
			       "extensions.1.options.pad1", "extensions.1.routing",
			       "extensions.1.reserved", "extensions.1.offset",
			       "extensions.1.unused", "extensions.1.more", "extensions.1.id",
			       "extensions.1.ah_reserved", "extensions.1.spi", "extensions.1.seq",
			       "extensions.1.icv", "extensions.1.body", "extensions.6",
			       "extensions.ah", "transport"),
	 .seen = SUITE_SEEN({"extensions.1.type", 0, 0, SUITE_SEEN_VALUE, 104, .value = 60},
			    {"extensions.1.options.1.type", 336, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.1.length", 344, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.1.limit", 352, 8, SUITE_SEEN_UINT, 104,
			     .writable = true},
			    {"extensions.1.options.2.type", 360, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.2.length", 368, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.2.value", 376, 16, SUITE_SEEN_UINT, 104,
			     .writable = true},
			    {"extensions.1.options.3.type", 392, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.3.length", 400, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.4.type", 480, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.4.length", 488, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.5.type", 568, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.5.length", 576, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.6.type", 656, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.6.length", 664, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.7.type", 744, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options.7.length", 752, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.options", 336, 0, SUITE_SEEN_COUNT, 104},
			    {"extensions.1.options.1", 336, 24, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.2", 360, 32, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.3", 392, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.4", 480, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.5", 568, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.6", 656, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.7", 744, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.padn", 392, 88, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.tunnel_limit", 336, 24, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.options.router_alert", 360, 32, SUITE_SEEN_VIEW, 104},
			    {"extensions.1.nexthdr", 320, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.1.length", 328, 8, SUITE_SEEN_UINT, 104},
			    {"extensions.2.type", 0, 0, SUITE_SEEN_VALUE, 168},
			    {"extensions.2.options.1.type", 848, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.1.length", 856, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.1.limit", 864, 8, SUITE_SEEN_UINT, 168,
			     .writable = true},
			    {"extensions.2.options.2.type", 872, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.2.length", 880, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.2.value", 888, 16, SUITE_SEEN_UINT, 168,
			     .writable = true},
			    {"extensions.2.options.3.type", 904, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.3.length", 912, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.4.type", 992, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.4.length", 1000, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.5.type", 1080, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.5.length", 1088, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.6.type", 1168, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.6.length", 1176, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.7.type", 1256, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options.7.length", 1264, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.options", 848, 0, SUITE_SEEN_COUNT, 168},
			    {"extensions.2.options.1", 848, 24, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.2", 872, 32, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.3", 904, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.4", 992, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.5", 1080, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.6", 1168, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.7", 1256, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.padn", 904, 88, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.tunnel_limit", 848, 24, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.options.router_alert", 872, 32, SUITE_SEEN_VIEW, 168},
			    {"extensions.2.nexthdr", 832, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.2.length", 840, 8, SUITE_SEEN_UINT, 168},
			    {"extensions.3.type", 0, 0, SUITE_SEEN_VALUE, 192, .value = 43},
			    {"extensions.3.routing.type", 1360, 8, SUITE_SEEN_UINT, 192},
			    {"extensions.3.routing.segments_left", 1368, 8, SUITE_SEEN_UINT, 192,
			     .writable = true},
			    {"extensions.3.routing.reserved", 1376, 32, SUITE_SEEN_UINT, 192,
			     .writable = true},
			    {"extensions.3.routing.address", 1408, 128, SUITE_SEEN_EXACT},
			    {"extensions.3.routing", 1360, 176, SUITE_SEEN_VIEW, 192},
			    {"extensions.3.nexthdr", 1344, 8, SUITE_SEEN_UINT, 192},
			    {"extensions.3.length", 1352, 8, SUITE_SEEN_UINT, 192},
			    {"extensions.4.type", 0, 0, SUITE_SEEN_VALUE, 200, .value = 44},
			    {"extensions.4.nexthdr", 1536, 8, SUITE_SEEN_UINT, 200},
			    {"extensions.4.reserved", 1544, 8, SUITE_SEEN_UINT, 200,
			     .writable = true},
			    {"extensions.4.offset", 1552, 13, SUITE_SEEN_UINT, 200},
			    {"extensions.4.unused", 1565, 2, SUITE_SEEN_UINT, 200,
			     .writable = true},
			    {"extensions.4.more", 1567, 1, SUITE_SEEN_BOOL, 200, .writable = true},
			    {"extensions.4.id", 1568, 32, SUITE_SEEN_UINT, .writable = true},
			    {"extensions.5.type", 0, 0, SUITE_SEEN_VALUE, 208, .value = 44},
			    {"extensions.5.nexthdr", 1600, 8, SUITE_SEEN_UINT, 208},
			    {"extensions.5.reserved", 1608, 8, SUITE_SEEN_UINT, 208,
			     .writable = true},
			    {"extensions.5.offset", 1616, 13, SUITE_SEEN_UINT, 208},
			    {"extensions.5.unused", 1629, 2, SUITE_SEEN_UINT, 208,
			     .writable = true},
			    {"extensions.5.more", 1631, 1, SUITE_SEEN_BOOL, 208, .writable = true},
			    {"extensions.5.id", 1632, 32, SUITE_SEEN_UINT, .writable = true},
			    {"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"extensions.1", 320, 512, SUITE_SEEN_VIEW, 104},
			    {"extensions.2", 832, 512, SUITE_SEEN_VIEW, 168},
			    {"extensions.3", 1344, 192, SUITE_SEEN_VIEW, 192},
			    {"extensions.4", 1536, 64, SUITE_SEEN_VIEW, 200},
			    {"extensions.5", 1600, 64, SUITE_SEEN_VIEW, 208},
			    {"extensions.hop_by_hop", 832, 512, SUITE_SEEN_VIEW, 168},
			    {"extensions.routing", 1344, 192, SUITE_SEEN_VIEW, 192},
			    {"extensions.fragment", 1536, 64, SUITE_SEEN_VIEW, 200},
			    {"extensions.destination", 320, 512, SUITE_SEEN_VIEW, 104},
			    {"payload", 320, 1384, SUITE_SEEN_BLOCK, 40},
			    {"upper", 1664, 40, SUITE_SEEN_BLOCK, 208})},
	{188,
	 .pokes = SUITE_POKES({320, 8, 135}, {328, 8, 4}, {512, 8, 60}, {520, 8, 1}, {656, 8, 194},
			      {664, 8, 4}, {704, 8, 201}, {712, 8, 16}, {848, 8, 1}, {856, 8, 9},
			      {936, 8, 1}, {944, 8, 9}, {640, 8, 0}, {648, 8, 5}, {1040, 8, 194},
			      {1048, 8, 4}, {1088, 8, 201}, {1096, 8, 16}, {1232, 8, 1},
			      {1240, 8, 9}, {1320, 8, 1}, {1328, 8, 9}, {1024, 8, 255},
			      {1032, 8, 5}, {32, 16, 141}, {48, 8, 51}),
	 .absent = SUITE_NAMES("extensions.1.options", "extensions.1.routing",
			       "extensions.1.reserved", "extensions.1.offset",
			       "extensions.1.unused", "extensions.1.more", "extensions.1.id",
			       "extensions.1.body", "extensions.5", "extensions.routing"),
	 .seen = SUITE_SEEN({"extensions.1.type", 0, 0, SUITE_SEEN_VALUE, 64, .value = 51},
			    {"extensions.1.icv", 416, 96, SUITE_SEEN_BLOCK, 64},
			    {"extensions.1.nexthdr", 320, 8, SUITE_SEEN_UINT, 64},
			    {"extensions.1.length", 328, 8, SUITE_SEEN_UINT, 64},
			    {"extensions.1.ah_reserved", 336, 16, SUITE_SEEN_UINT, 64,
			     .writable = true},
			    {"extensions.1.spi", 352, 32, SUITE_SEEN_UINT, 64, .writable = true},
			    {"extensions.1.seq", 384, 32, SUITE_SEEN_UINT, 64, .writable = true},
			    {"extensions.2.type", 0, 0, SUITE_SEEN_VALUE, 80, .value = 135},
			    {"extensions.2.body", 528, 112, SUITE_SEEN_BLOCK, 80},
			    {"extensions.2.nexthdr", 512, 8, SUITE_SEEN_UINT, 80},
			    {"extensions.2.length", 520, 8, SUITE_SEEN_UINT, 80},
			    {"extensions.3.type", 0, 0, SUITE_SEEN_VALUE, 128, .value = 60},
			    {"extensions.3.options.1.type", 656, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.1.length", 664, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.1.jumbo", 672, 32, SUITE_SEEN_UINT, 128,
			     .writable = true},
			    {"extensions.3.options.2.type", 704, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.2.length", 712, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.2.address", 720, 128, SUITE_SEEN_EXACT, 128},
			    {"extensions.3.options.3.type", 848, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.3.length", 856, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.4.type", 936, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options.4.length", 944, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.options", 656, 0, SUITE_SEEN_COUNT, 128},
			    {"extensions.3.options.1", 656, 48, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.2", 704, 144, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.3", 848, 88, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.4", 936, 88, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.padn", 848, 88, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.jumbo", 656, 48, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.options.home_address", 704, 144, SUITE_SEEN_VIEW, 128},
			    {"extensions.3.nexthdr", 640, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.3.length", 648, 8, SUITE_SEEN_UINT, 128},
			    {"extensions.4.type", 0, 0, SUITE_SEEN_VALUE, 176},
			    {"extensions.4.options.1.type", 1040, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.1.length", 1048, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.1.jumbo", 1056, 32, SUITE_SEEN_UINT, 176,
			     .writable = true},
			    {"extensions.4.options.2.type", 1088, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.2.length", 1096, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.2.address", 1104, 128, SUITE_SEEN_EXACT, 176},
			    {"extensions.4.options.3.type", 1232, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.3.length", 1240, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.4.type", 1320, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options.4.length", 1328, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.options", 1040, 0, SUITE_SEEN_COUNT, 176},
			    {"extensions.4.options.1", 1040, 48, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.2", 1088, 144, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.3", 1232, 88, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.4", 1320, 88, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.padn", 1232, 88, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.jumbo", 1040, 48, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.options.home_address", 1088, 144, SUITE_SEEN_VIEW, 176},
			    {"extensions.4.nexthdr", 1024, 8, SUITE_SEEN_UINT, 176},
			    {"extensions.4.length", 1032, 8, SUITE_SEEN_UINT, 176},
			    {"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"extensions.1", 320, 192, SUITE_SEEN_VIEW, 64},
			    {"extensions.2", 512, 128, SUITE_SEEN_VIEW, 80},
			    {"extensions.3", 640, 384, SUITE_SEEN_VIEW, 128},
			    {"extensions.4", 1024, 384, SUITE_SEEN_VIEW, 176},
			    {"extensions.hop_by_hop", 1024, 384, SUITE_SEEN_VIEW, 176},
			    {"extensions.ah", 320, 192, SUITE_SEEN_VIEW, 64},
			    {"extensions.destination", 640, 384, SUITE_SEEN_VIEW, 128},
			    {"extensions.mobility", 512, 128, SUITE_SEEN_VIEW, 80},
			    {"payload", 320, 1128, SUITE_SEEN_BLOCK, 40},
			    {"transport", 0, 0, SUITE_SEEN_VALUE, 176, .value = 255},
			    {"upper", 1408, 40, SUITE_SEEN_BLOCK, 176})},
	{124,
	 .pokes = SUITE_POKES({336, 8, 2}, {320, 8, 44}, {328, 8, 2}, {512, 8, 51}, {528, 13, 0},
			      {576, 8, 135}, {584, 8, 4}, {768, 8, 255}, {776, 8, 1}, {32, 16, 77},
			      {48, 8, 43}),
	 .absent = SUITE_NAMES("extensions.1.options", "extensions.1.routing.last_entry",
			       "extensions.1.routing.flags", "extensions.1.routing.tag",
			       "extensions.1.routing.segments", "extensions.1.reserved",
			       "extensions.1.offset", "extensions.1.unused", "extensions.1.more",
			       "extensions.1.id", "extensions.1.ah_reserved", "extensions.1.spi",
			       "extensions.1.seq", "extensions.1.icv", "extensions.1.body",
			       "extensions.5", "extensions.hop_by_hop"),
	 .seen = SUITE_SEEN({"extensions.1.type", 0, 0, SUITE_SEEN_VALUE, 64, .value = 43},
			    {"extensions.1.routing.type", 336, 8, SUITE_SEEN_UINT, 64},
			    {"extensions.1.routing.segments_left", 344, 8, SUITE_SEEN_UINT, 64,
			     .writable = true},
			    {"extensions.1.routing.reserved", 352, 32, SUITE_SEEN_UINT, 64,
			     .writable = true},
			    {"extensions.1.routing.address", 384, 128, SUITE_SEEN_EXACT},
			    {"extensions.1.routing", 336, 176, SUITE_SEEN_VIEW, 64},
			    {"extensions.1.nexthdr", 320, 8, SUITE_SEEN_UINT, 64},
			    {"extensions.1.length", 328, 8, SUITE_SEEN_UINT, 64},
			    {"extensions.2.type", 0, 0, SUITE_SEEN_VALUE, 72, .value = 44},
			    {"extensions.2.nexthdr", 512, 8, SUITE_SEEN_UINT, 72},
			    {"extensions.2.reserved", 520, 8, SUITE_SEEN_UINT, 72,
			     .writable = true},
			    {"extensions.2.offset", 528, 13, SUITE_SEEN_UINT, 72},
			    {"extensions.2.unused", 541, 2, SUITE_SEEN_UINT, 72, .writable = true},
			    {"extensions.2.more", 543, 1, SUITE_SEEN_BOOL, 72, .writable = true},
			    {"extensions.2.id", 544, 32, SUITE_SEEN_UINT, .writable = true},
			    {"extensions.3.type", 0, 0, SUITE_SEEN_VALUE, 96, .value = 51},
			    {"extensions.3.icv", 672, 96, SUITE_SEEN_BLOCK, 96},
			    {"extensions.3.nexthdr", 576, 8, SUITE_SEEN_UINT, 96},
			    {"extensions.3.length", 584, 8, SUITE_SEEN_UINT, 96},
			    {"extensions.3.ah_reserved", 592, 16, SUITE_SEEN_UINT, 96,
			     .writable = true},
			    {"extensions.3.spi", 608, 32, SUITE_SEEN_UINT, 96, .writable = true},
			    {"extensions.3.seq", 640, 32, SUITE_SEEN_UINT, 96, .writable = true},
			    {"extensions.4.type", 0, 0, SUITE_SEEN_VALUE, 112, .value = 135},
			    {"extensions.4.body", 784, 112, SUITE_SEEN_BLOCK, 112},
			    {"extensions.4.nexthdr", 768, 8, SUITE_SEEN_UINT, 112},
			    {"extensions.4.length", 776, 8, SUITE_SEEN_UINT, 112},
			    {"extensions", 320, 0, SUITE_SEEN_COUNT, 40},
			    {"extensions.1", 320, 192, SUITE_SEEN_VIEW, 64},
			    {"extensions.2", 512, 64, SUITE_SEEN_VIEW, 72},
			    {"extensions.3", 576, 192, SUITE_SEEN_VIEW, 96},
			    {"extensions.4", 768, 128, SUITE_SEEN_VIEW, 112},
			    {"extensions.routing", 320, 192, SUITE_SEEN_VIEW, 64},
			    {"extensions.fragment", 512, 64, SUITE_SEEN_VIEW, 72},
			    {"extensions.ah", 576, 192, SUITE_SEEN_VIEW, 96},
			    {"extensions.mobility", 768, 128, SUITE_SEEN_VIEW, 112},
			    {"payload", 320, 616, SUITE_SEEN_BLOCK, 40},
			    {"transport", 0, 0, SUITE_SEEN_VALUE, 112, .value = 255},
			    {"upper", 896, 40, SUITE_SEEN_BLOCK, 112})},
};

static void ipv6_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv6, ipv6_message_fields, ipv6_messages,
		      ARRAY_SIZE(ipv6_messages));
}

static const struct suite_within ipv6_within[] = {
	{&ipv6_messages[0],
	 SUITE_LENGTHS({32, 16}, {328, 8}, {344, 8}, {968, 8}, {1224, 8}, {1416, 8}),
	 SUITE_BOUNDS({40, 40, 1, 1, 0, 1, SUITE_NAMES("extensions", "transport", "upper")},
		      {42, 48, 8, 2, 1, 0, SUITE_NAMES("extensions.1.options")},
		      {42, 44, 1, 3, 2, 0, SUITE_NAMES("extensions.1.options.1")},
		      {122, 128, 8, 4, 1, 0, SUITE_NAMES("extensions.2.routing")},
		      {164, 160, 4, 5, 1, 0, SUITE_NAMES("extensions.4.icv")},
		      {178, 184, 8, 6, 1, 0, SUITE_NAMES("extensions.5.body")},
		      {40, 40, 1, 1, 0, 1, SUITE_NAMES("payload")})},
	{&ipv6_messages[3],
	 SUITE_LENGTHS({32, 16}, {328, 8}, {344, 8}, {368, 8}, {840, 8}, {1352, 8}),
	 SUITE_BOUNDS({40, 40, 1, 1, 0, 1, SUITE_NAMES("extensions", "transport", "upper")},
		      {42, 48, 8, 2, 1, 0, SUITE_NAMES("extensions.1.options")},
		      {42, 44, 1, 3, 2, 0, SUITE_NAMES("extensions.1.options.1")},
		      {44, 44, 1, 3, 3, 0, SUITE_NAMES("extensions.1.options.1.limit")},
		      {45, 47, 1, 4, 2, 0, SUITE_NAMES("extensions.1.options.2")},
		      {47, 47, 1, 4, 5, 0, SUITE_NAMES("extensions.1.options.2.value")},
		      {106, 112, 8, 5, 1, 0, SUITE_NAMES("extensions.2.options")},
		      {170, 176, 8, 6, 1, 0, SUITE_NAMES("extensions.3.routing")},
		      {40, 40, 1, 1, 0, 1, SUITE_NAMES("payload")})},
};

static void ipv6_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_ipv6, ipv6_within, ARRAY_SIZE(ipv6_within));
}

/* Fields that each sample has. */
static const struct suite_seen routing_sample_fields[] = {
	{"type", 0, 8, SUITE_SEEN_UINT},
	{"segments_left", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample routing_samples[] = {
	{22, .pokes = SUITE_POKES({0, 8, 2}),
	 .absent = SUITE_NAMES("last_entry", "flags", "tag", "segments"),
	 .seen = SUITE_SEEN({"reserved", 16, 32, SUITE_SEEN_UINT, .writable = true},
			    {"address", 48, 128, SUITE_SEEN_EXACT})},
	{22, .pokes = SUITE_POKES({0, 8, 4}, {16, 8, 0}),
	 .absent = SUITE_NAMES("reserved", "address"),
	 .seen = SUITE_SEEN({"last_entry", 16, 8, SUITE_SEEN_UINT},
			    {"flags", 24, 8, SUITE_SEEN_UINT, .writable = true},
			    {"tag", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"segments", 48, 128, SUITE_SEEN_PRESENT})},
	{6, .pokes = SUITE_POKES({0, 8, 255}),
	 .absent = SUITE_NAMES("reserved", "address", "last_entry", "flags", "tag", "segments")},
	{6, .pokes = SUITE_POKES({0, 8, 254}),
	 .absent = SUITE_NAMES("reserved", "address", "last_entry", "flags", "tag", "segments")},
	{38, .pokes = SUITE_POKES({0, 8, 4}, {16, 8, 1}),
	 .absent = SUITE_NAMES("reserved", "address"),
	 .seen = SUITE_SEEN({"last_entry", 16, 8, SUITE_SEEN_UINT},
			    {"flags", 24, 8, SUITE_SEEN_UINT, .writable = true},
			    {"tag", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"segments", 48, 256, SUITE_SEEN_PRESENT})},
	{86, .pokes = SUITE_POKES({0, 8, 4}, {16, 8, 4}),
	 .absent = SUITE_NAMES("reserved", "address"),
	 .seen = SUITE_SEEN({"last_entry", 16, 8, SUITE_SEEN_UINT},
			    {"flags", 24, 8, SUITE_SEEN_UINT, .writable = true},
			    {"tag", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"segments", 48, 640, SUITE_SEEN_PRESENT})},
	{166, .pokes = SUITE_POKES({0, 8, 4}, {16, 8, 9}),
	 .absent = SUITE_NAMES("reserved", "address"),
	 .seen = SUITE_SEEN({"last_entry", 16, 8, SUITE_SEEN_UINT},
			    {"flags", 24, 8, SUITE_SEEN_UINT, .writable = true},
			    {"tag", 32, 16, SUITE_SEEN_UINT, .writable = true},
			    {"segments", 48, 1280, SUITE_SEEN_PRESENT})},
};

static void routing_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv6_routing, routing_sample_fields, routing_samples,
		      ARRAY_SIZE(routing_samples));
}

static const struct suite_sample routing_messages[] = {
	{29, .pokes = SUITE_POKES({0, 8, 2}),
	 .absent = SUITE_NAMES("last_entry", "flags", "tag", "segments"),
	 .seen = SUITE_SEEN({"reserved", 16, 32, SUITE_SEEN_UINT, .writable = true},
			    {"address", 48, 128, SUITE_SEEN_EXACT})},
	{93, .pokes = SUITE_POKES({0, 8, 4}, {16, 8, 4}),
	 .absent = SUITE_NAMES("reserved", "address", "segments.6"),
	 .seen = SUITE_SEEN({"segments.1.address", 48, 128, SUITE_SEEN_EXACT},
			    {"segments.2.address", 176, 128, SUITE_SEEN_EXACT},
			    {"segments.3.address", 304, 128, SUITE_SEEN_EXACT},
			    {"segments.4.address", 432, 128, SUITE_SEEN_EXACT},
			    {"segments.5.address", 560, 128, SUITE_SEEN_EXACT},
			    {"segments", 48, 0, SUITE_SEEN_COUNT, 6},
			    {"segments.1", 48, 128, SUITE_SEEN_VIEW, 22},
			    {"segments.2", 176, 128, SUITE_SEEN_VIEW, 38},
			    {"segments.3", 304, 128, SUITE_SEEN_VIEW, 54},
			    {"segments.4", 432, 128, SUITE_SEEN_VIEW, 70},
			    {"segments.5", 560, 128, SUITE_SEEN_VIEW, 86},
			    {"last_entry", 16, 8, SUITE_SEEN_UINT},
			    {"flags", 24, 8, SUITE_SEEN_UINT, .writable = true},
			    {"tag", 32, 16, SUITE_SEEN_UINT, .writable = true})},
	{9, .pokes = SUITE_POKES({0, 8, 254}),
	 .absent = SUITE_NAMES("reserved", "address", "last_entry", "flags", "tag", "segments")},
};

static void routing_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv6_routing, routing_sample_fields, routing_messages,
		      ARRAY_SIZE(routing_messages));
}

static const struct suite_within routing_within[] = {
	{&routing_messages[1],
	 SUITE_LENGTHS({16, 8}),
	 SUITE_BOUNDS({6, 22, 16, 1, 0, 0, SUITE_NAMES("segments")})},
};

static void routing_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_ipv6_routing, routing_within,
			 ARRAY_SIZE(routing_within));
}

/* Fields that each sample has. */
static const struct suite_seen option_sample_fields[] = {
	{"type", 0, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample option_samples[] = {
	{1, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "limit", "value", "jumbo", "address")},
	{2, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{18, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{2, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{2, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{11, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 1}),
	 .absent = SUITE_NAMES("value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"limit", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 4}),
	 .absent = SUITE_NAMES("value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"limit", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 9}),
	 .absent = SUITE_NAMES("value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"limit", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 33}),
	 .absent = SUITE_NAMES("value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"limit", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{4, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"jumbo", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"jumbo", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{35, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "value", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"jumbo", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{18, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{18, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{18, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 128, SUITE_SEEN_EXACT})},
	{3, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{11, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{11, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{35, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv6_option, option_sample_fields, option_samples,
		      ARRAY_SIZE(option_samples));
}

static const struct suite_sample option_messages[] = {
	{18, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 0}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{12, .pokes = SUITE_POKES({0, 8, 1}, {8, 8, 3}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{8, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "limit", "value", "jumbo", "address")},
	{10, .pokes = SUITE_POKES({0, 8, 4}, {8, 8, 1}),
	 .absent = SUITE_NAMES("value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"limit", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 2}),
	 .absent = SUITE_NAMES("limit", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{13, .pokes = SUITE_POKES({0, 8, 194}, {8, 8, 4}),
	 .absent = SUITE_NAMES("limit", "value", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"jumbo", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{25, .pokes = SUITE_POKES({0, 8, 201}, {8, 8, 16}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"address", 16, 128, SUITE_SEEN_EXACT})},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("limit", "value", "jumbo", "address"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv6_option, option_sample_fields, option_messages,
		      ARRAY_SIZE(option_messages));
}

static const struct suite_within option_within[] = {
	{&option_messages[4],
	 SUITE_LENGTHS({8, 8}),
	 SUITE_BOUNDS({2, 2, 1, 1, 0, 0, SUITE_NAMES("limit")})},
};

static void option_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_ipv6_option, option_within,
			 ARRAY_SIZE(option_within));
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE_PARAM(block_lies_where_fields_say, next_block),
	KUNIT_CASE(extension_is_known_to_its_list_alone),
	KUNIT_CASE(ipv6_has_what_was_put_in),
	KUNIT_CASE(ipv6_stays_within_its_lengths),
	KUNIT_CASE(ipv6_needs_all_its_bytes),
	KUNIT_CASE(ipv6_refuses_unknown_names),
	KUNIT_CASE(routing_lies_as_its_fields_say),
	KUNIT_CASE(routing_has_what_was_put_in),
	KUNIT_CASE(routing_stays_within_its_lengths),
	KUNIT_CASE(routing_needs_all_its_bytes),
	KUNIT_CASE(routing_refuses_unknown_names),
	KUNIT_CASE(segment_needs_all_its_bytes),
	KUNIT_CASE(segment_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_stays_within_its_lengths),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"ipv6_", "layout ipv6", 3},
	{"extension_", "layout ipv6.extension", 52},
	{"routing_", "layout ipv6.routing", 108},
	{"segment_", "layout ipv6.segment", 126},
	{"option_", "layout ipv6.option", 86},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/ipv6.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_ipv6",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
