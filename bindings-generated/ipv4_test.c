// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the ipv4 binding: what scripts see beside what C sees. Generated from
 * specs/wire/ipv4.yaml.
 */

#include <linux/bitops.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/overflow.h>

#include "klua_suite.h"
#include "ipv4.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "ipv4.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_ipv4, 20, "version", 28, "rw"},
	 .start = 0, .bits = 4, .ranged = true, .low = 4, .high = 4},
	{{&luadata_layout_ipv4, 20, "ihl", 29, "rw"},
	 .start = 4, .bits = 4, .ranged = true, .low = 5, .high = 15},
	{{&luadata_layout_ipv4, 20, "tos", 30, "rw"},
	 .start = 8 * offsetof(struct iphdr, tos), .bits = 8},
	{{&luadata_layout_ipv4, 20, "tot_len", 31, "rw"},
	 .start = 8 * offsetof(struct iphdr, tot_len), .bits = 16},
	{{&luadata_layout_ipv4, 20, "id", 32, "rw"},
	 .start = 8 * offsetof(struct iphdr, id), .bits = 16},
	{{&luadata_layout_ipv4, 20, "reserved", 33, "rw"},
	 .start = 48, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "df", 34, "rw"},
	 .start = 49, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "mf", 35, "rw"},
	 .start = 50, .bits = 1, .is_bool = true},
	{{&luadata_layout_ipv4, 20, "frag_off", 36, "rw"},
	 .start = 51, .bits = 13},
	{{&luadata_layout_ipv4, 20, "ttl", 37, "rw"},
	 .start = 8 * offsetof(struct iphdr, ttl), .bits = 8},
	{{&luadata_layout_ipv4, 20, "protocol", 38, "rw"},
	 .start = 8 * offsetof(struct iphdr, protocol), .bits = 8, .constants = ipproto_names},
	{{&luadata_layout_ipv4, 20, "check", 39, "rw"},
	 .start = 8 * offsetof(struct iphdr, check), .bits = 16},
	{{&luadata_layout_ipv4, 20, "saddr", 40, "rw"},
	 .start = 8 * offsetof(struct iphdr, saddr), .bits = 32},
	{{&luadata_layout_ipv4, 20, "daddr", 41, "rw"},
	 .start = 8 * offsetof(struct iphdr, daddr), .bits = 32},
	{{&luadata_layout_ipv4, 20, "dscp", 66, "rw"},
	 .start = 8, .bits = 6},
	{{&luadata_layout_ipv4, 20, "ecn", 67, "rw"},
	 .start = 14, .bits = 2, .constants = ecn_names, .strict = true},
	{{&luadata_layout_ipv4_option, 1, "kind", 48, "rw"},
	 .start = 0, .bits = 8, .constants = optionkind_names},
	{{&luadata_layout_ipv4_hop, 4, "address", 64, "rw"},
	 .start = 0, .bits = 32},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_ipv4_options_block(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = suite_bits(object, 4, 4);

	*from = 20;
	*to = ihl * 4;
	return !(ihl < 5);
}

static bool find_ipv4_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 ihl = suite_bits(object, 4, 4);
	s64 tot_len = suite_bits(object, 8 * offsetof(struct iphdr, tot_len), 16);

	*from = ihl * 4;
	*to = tot_len == 0 ? n : tot_len;
	return !(ihl < 5);
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_ipv4, 20, "options_block", 68, "rw"},
	 .find = find_ipv4_options_block, .fields = fields, .deciding = SUITE_NAMES("ihl")},
	{{&luadata_layout_ipv4, 20, "payload", 69, "rw"},
	 .find = find_ipv4_payload, .fields = fields, .deciding = SUITE_NAMES("ihl", "tot_len")},
	{},
};

SUITE_PARAMS(block, blocks);

static void ipv4_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv4, sizeof(struct iphdr));
}

static void ipv4_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv4, 20);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv4_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv4_option, 1);
}

static void hop_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_ipv4_hop, 4);
}

static void hop_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_ipv4_hop, 4);
}

/* Fields that each sample has. */
static const struct suite_seen ipv4_sample_fields[] = {
	{"version", 0, 4, SUITE_SEEN_UINT},
	{"ihl", 4, 4, SUITE_SEEN_UINT},
	{"tos", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"tot_len", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
	{"reserved", 48, 1, SUITE_SEEN_BOOL, .writable = true},
	{"df", 49, 1, SUITE_SEEN_BOOL, .writable = true},
	{"mf", 50, 1, SUITE_SEEN_BOOL, .writable = true},
	{"frag_off", 51, 13, SUITE_SEEN_UINT, .writable = true},
	{"ttl", 64, 8, SUITE_SEEN_UINT, .writable = true},
	{"protocol", 72, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 80, 16, SUITE_SEEN_UINT, .writable = true},
	{"saddr", 96, 32, SUITE_SEEN_UINT, .writable = true},
	{"daddr", 128, 32, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample ipv4_samples[] = {
	{20, .covers = 20, .pokes = SUITE_POKES({4, 4, 5}),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_PRESENT})},
	{24, .covers = 24, .pokes = SUITE_POKES({4, 4, 6}),
	 .seen = SUITE_SEEN({"options", 160, 32, SUITE_SEEN_PRESENT})},
	{36, .covers = 36, .pokes = SUITE_POKES({4, 4, 9}),
	 .seen = SUITE_SEEN({"options", 160, 128, SUITE_SEEN_PRESENT})},
	{56, .covers = 56, .pokes = SUITE_POKES({4, 4, 14}),
	 .seen = SUITE_SEEN({"options", 160, 288, SUITE_SEEN_PRESENT})},
	{60, .covers = 60, .pokes = SUITE_POKES({4, 4, 15}),
	 .seen = SUITE_SEEN({"options", 160, 320, SUITE_SEEN_PRESENT})},
	{20, .pokes = SUITE_POKES({4, 4, 4})},
};

static void ipv4_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4, ipv4_sample_fields, ipv4_samples,
		      ARRAY_SIZE(ipv4_samples));
}

/* Fields that each message has. */
static const struct suite_seen ipv4_message_fields[] = {
	{"dscp", 8, 6, SUITE_SEEN_UINT},
	{"ecn", 14, 2, SUITE_SEEN_UINT},
	{"version", 0, 4, SUITE_SEEN_UINT},
	{"ihl", 4, 4, SUITE_SEEN_UINT},
	{"tos", 8, 8, SUITE_SEEN_UINT, .writable = true},
	{"tot_len", 16, 16, SUITE_SEEN_UINT},
	{"id", 32, 16, SUITE_SEEN_UINT, .writable = true},
	{"reserved", 48, 1, SUITE_SEEN_BOOL, .writable = true},
	{"df", 49, 1, SUITE_SEEN_BOOL, .writable = true},
	{"mf", 50, 1, SUITE_SEEN_BOOL, .writable = true},
	{"frag_off", 51, 13, SUITE_SEEN_UINT, .writable = true},
	{"ttl", 64, 8, SUITE_SEEN_UINT, .writable = true},
	{"protocol", 72, 8, SUITE_SEEN_UINT, .writable = true},
	{"check", 80, 16, SUITE_SEEN_UINT, .writable = true},
	{"saddr", 96, 32, SUITE_SEEN_UINT, .writable = true},
	{"daddr", 128, 32, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample ipv4_messages[] = {
	{67,
	 .pokes = SUITE_POKES({160, 8, 2}, {168, 8, 11}, {248, 8, 1}, {256, 8, 7}, {264, 8, 11},
			      {344, 8, 148}, {352, 8, 4}, {376, 8, 254}, {384, 8, 11}, {464, 8, 0},
			      {4, 4, 15}, {16, 16, 62}),
	 .absent = SUITE_NAMES("options.1.pointer", "options.1.route", "options.1.value",
			       "options.6", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT},
			    {"options.3.route.1.address", 280, 32, SUITE_SEEN_UINT, 43,
			     .writable = true},
			    {"options.3.route.2.address", 312, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.3.route", 280, 0, SUITE_SEEN_COUNT, 43},
			    {"options.3.route.1", 280, 32, SUITE_SEEN_VIEW, 43},
			    {"options.3.route.2", 312, 32, SUITE_SEEN_VIEW, 43},
			    {"options.3.kind", 256, 8, SUITE_SEEN_UINT, 43},
			    {"options.3.length", 264, 8, SUITE_SEEN_UINT, 43},
			    {"options.3.pointer", 272, 8, SUITE_SEEN_UINT, 43, .writable = true},
			    {"options.4.kind", 344, 8, SUITE_SEEN_UINT, 47},
			    {"options.4.length", 352, 8, SUITE_SEEN_UINT, 47},
			    {"options.4.value", 360, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.5.kind", 376, 8, SUITE_SEEN_UINT, 58},
			    {"options.5.length", 384, 8, SUITE_SEEN_UINT, 58},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 8, SUITE_SEEN_VIEW, 32},
			    {"options.3", 256, 88, SUITE_SEEN_VIEW, 43},
			    {"options.4", 344, 32, SUITE_SEEN_VIEW, 47},
			    {"options.5", 376, 88, SUITE_SEEN_VIEW, 58},
			    {"options.nop", 248, 8, SUITE_SEEN_VIEW, 32},
			    {"options.record_route", 256, 88, SUITE_SEEN_VIEW, 43},
			    {"options.router_alert", 344, 32, SUITE_SEEN_VIEW, 47},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20},
			    {"payload", 480, 16, SUITE_SEEN_BLOCK, 60})},
	{31, .pokes = SUITE_POKES({160, 8, 0}, {4, 4, 6}, {16, 16, 26}),
	 .absent = SUITE_NAMES("options.1", "options.end"),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options_block", 160, 32, SUITE_SEEN_BLOCK, 20},
			    {"payload", 192, 16, SUITE_SEEN_BLOCK, 24})},
	{35, .pokes = SUITE_POKES({160, 8, 2}, {168, 8, 5}, {200, 8, 0}, {4, 4, 7}, {16, 16, 30}),
	 .absent = SUITE_NAMES("options.1.pointer", "options.1.route", "options.1.value",
			       "options.2", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 25},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 25},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 40, SUITE_SEEN_VIEW, 25},
			    {"options_block", 160, 64, SUITE_SEEN_BLOCK, 20},
			    {"payload", 224, 16, SUITE_SEEN_BLOCK, 28})},
	{63,
	 .pokes = SUITE_POKES({160, 8, 68}, {168, 8, 11}, {248, 8, 130}, {256, 8, 11},
			      {336, 8, 131}, {344, 8, 11}, {424, 8, 0}, {4, 4, 14}, {16, 16, 58}),
	 .absent = SUITE_NAMES("options.1.pointer", "options.1.route", "options.1.value",
			       "options.4", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT, 42},
			    {"options.2.length", 256, 8, SUITE_SEEN_UINT, 42},
			    {"options.3.route.1.address", 360, 32, SUITE_SEEN_UINT, 53,
			     .writable = true},
			    {"options.3.route.2.address", 392, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.3.route", 360, 0, SUITE_SEEN_COUNT, 53},
			    {"options.3.route.1", 360, 32, SUITE_SEEN_VIEW, 53},
			    {"options.3.route.2", 392, 32, SUITE_SEEN_VIEW, 53},
			    {"options.3.kind", 336, 8, SUITE_SEEN_UINT, 53},
			    {"options.3.length", 344, 8, SUITE_SEEN_UINT, 53},
			    {"options.3.pointer", 352, 8, SUITE_SEEN_UINT, 53, .writable = true},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 88, SUITE_SEEN_VIEW, 42},
			    {"options.3", 336, 88, SUITE_SEEN_VIEW, 53},
			    {"options.timestamp", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.security", 248, 88, SUITE_SEEN_VIEW, 42},
			    {"options.loose_route", 336, 88, SUITE_SEEN_VIEW, 53},
			    {"options_block", 160, 288, SUITE_SEEN_BLOCK, 20},
			    {"payload", 448, 16, SUITE_SEEN_BLOCK, 56})},
	{67,
	 .pokes = SUITE_POKES({160, 8, 7}, {168, 8, 11}, {248, 8, 148}, {256, 8, 4}, {280, 8, 254},
			      {288, 8, 11}, {368, 8, 68}, {376, 8, 11}, {456, 8, 0}, {4, 4, 15},
			      {16, 16, 62}),
	 .absent = SUITE_NAMES("options.1.route.3", "options.1.value", "options.5", "options.end"),
	 .seen = SUITE_SEEN({"options.1.route.1.address", 184, 32, SUITE_SEEN_UINT, 31,
			     .writable = true},
			    {"options.1.route.2.address", 216, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.1.route", 184, 0, SUITE_SEEN_COUNT, 31},
			    {"options.1.route.1", 184, 32, SUITE_SEEN_VIEW, 31},
			    {"options.1.route.2", 216, 32, SUITE_SEEN_VIEW, 31},
			    {"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.pointer", 176, 8, SUITE_SEEN_UINT, 31, .writable = true},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT, 35},
			    {"options.2.length", 256, 8, SUITE_SEEN_UINT, 35},
			    {"options.2.value", 264, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.kind", 280, 8, SUITE_SEEN_UINT, 46},
			    {"options.3.length", 288, 8, SUITE_SEEN_UINT, 46},
			    {"options.4.kind", 368, 8, SUITE_SEEN_UINT, 57},
			    {"options.4.length", 376, 8, SUITE_SEEN_UINT, 57},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 32, SUITE_SEEN_VIEW, 35},
			    {"options.3", 280, 88, SUITE_SEEN_VIEW, 46},
			    {"options.4", 368, 88, SUITE_SEEN_VIEW, 57},
			    {"options.record_route", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.timestamp", 368, 88, SUITE_SEEN_VIEW, 57},
			    {"options.router_alert", 248, 32, SUITE_SEEN_VIEW, 35},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20},
			    {"payload", 480, 16, SUITE_SEEN_BLOCK, 60})},
	{67,
	 .pokes = SUITE_POKES({160, 8, 131}, {168, 8, 11}, {248, 8, 2}, {256, 8, 11}, {336, 8, 1},
			      {344, 8, 7}, {352, 8, 11}, {432, 8, 148}, {440, 8, 4}, {464, 8, 0},
			      {4, 4, 15}, {16, 16, 62}),
	 .absent = SUITE_NAMES("options.1.route.3", "options.1.value", "options.6", "options.end"),
	 .seen = SUITE_SEEN({"options.1.route.1.address", 184, 32, SUITE_SEEN_UINT, 31,
			     .writable = true},
			    {"options.1.route.2.address", 216, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.1.route", 184, 0, SUITE_SEEN_COUNT, 31},
			    {"options.1.route.1", 184, 32, SUITE_SEEN_VIEW, 31},
			    {"options.1.route.2", 216, 32, SUITE_SEEN_VIEW, 31},
			    {"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.pointer", 176, 8, SUITE_SEEN_UINT, 31, .writable = true},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT, 42},
			    {"options.2.length", 256, 8, SUITE_SEEN_UINT, 42},
			    {"options.3.kind", 336, 8, SUITE_SEEN_UINT},
			    {"options.4.route.1.address", 368, 32, SUITE_SEEN_UINT, 54,
			     .writable = true},
			    {"options.4.route.2.address", 400, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.4.route", 368, 0, SUITE_SEEN_COUNT, 54},
			    {"options.4.route.1", 368, 32, SUITE_SEEN_VIEW, 54},
			    {"options.4.route.2", 400, 32, SUITE_SEEN_VIEW, 54},
			    {"options.4.kind", 344, 8, SUITE_SEEN_UINT, 54},
			    {"options.4.length", 352, 8, SUITE_SEEN_UINT, 54},
			    {"options.4.pointer", 360, 8, SUITE_SEEN_UINT, 54, .writable = true},
			    {"options.5.kind", 432, 8, SUITE_SEEN_UINT, 58},
			    {"options.5.length", 440, 8, SUITE_SEEN_UINT, 58},
			    {"options.5.value", 448, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 88, SUITE_SEEN_VIEW, 42},
			    {"options.3", 336, 8, SUITE_SEEN_VIEW, 43},
			    {"options.4", 344, 88, SUITE_SEEN_VIEW, 54},
			    {"options.5", 432, 32, SUITE_SEEN_VIEW, 58},
			    {"options.nop", 336, 8, SUITE_SEEN_VIEW, 43},
			    {"options.record_route", 344, 88, SUITE_SEEN_VIEW, 54},
			    {"options.loose_route", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.router_alert", 432, 32, SUITE_SEEN_VIEW, 58},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20},
			    {"payload", 480, 16, SUITE_SEEN_BLOCK, 60})},
};

static void ipv4_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4, ipv4_message_fields, ipv4_messages,
		      ARRAY_SIZE(ipv4_messages));
}

static const struct suite_within ipv4_within[] = {
	{&ipv4_messages[0],
	 SUITE_LENGTHS({4, 4}, {168, 8}, {264, 8}, {352, 8}, {16, 16}),
	 SUITE_BOUNDS({20, 0, 4, 1, 0, 0, SUITE_NAMES("options")},
		      {20, 20, 1, 2, 1, 0, SUITE_NAMES("options.1")},
		      {32, 32, 1, 3, 1, 0, SUITE_NAMES("options.3")},
		      {34, 32, 1, 3, 3, 0, SUITE_NAMES("options.3.pointer", "options.3.route")},
		      {35, 32, 1, 3, 4, 0, SUITE_NAMES("options.3.route")},
		      {43, 43, 1, 4, 1, 0, SUITE_NAMES("options.4")},
		      {45, 43, 1, 4, 6, 0, SUITE_NAMES("options.4.value")},
		      {20, 0, 4, 1, 0, 0, SUITE_NAMES("options_block")},
		      {60, 0, 1, 5, 0, 1, SUITE_NAMES("payload")})},
};

static void ipv4_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_ipv4, ipv4_within, ARRAY_SIZE(ipv4_within));
}

/* Fields that each sample has. */
static const struct suite_seen option_sample_fields[] = {
	{"kind", 0, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample option_samples[] = {
	{2, .pokes = SUITE_POKES({0, 8, 1}),
	 .absent = SUITE_NAMES("length", "pointer", "route", "value")},
	{3, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 0}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{2, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "pointer", "route", "value")},
	{3, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 0}), .absent = SUITE_NAMES("pointer", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 0}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 0}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 1}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 4}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 9}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 33}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 1}), .absent = SUITE_NAMES("pointer", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 4}), .absent = SUITE_NAMES("value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"pointer", 16, 8, SUITE_SEEN_UINT, .writable = true},
			    {"route", 24, 8, SUITE_SEEN_PRESENT})},
	{9, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 9}), .absent = SUITE_NAMES("value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"pointer", 16, 8, SUITE_SEEN_UINT, .writable = true},
			    {"route", 24, 48, SUITE_SEEN_PRESENT})},
	{33, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 33}), .absent = SUITE_NAMES("value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"pointer", 16, 8, SUITE_SEEN_UINT, .writable = true},
			    {"route", 24, 240, SUITE_SEEN_PRESENT})},
	{4, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 1}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 4}), .absent = SUITE_NAMES("pointer", "route"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{9, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 9}), .absent = SUITE_NAMES("pointer", "route"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{33, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 33}),
	 .absent = SUITE_NAMES("pointer", "route"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{3, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 1}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 4}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 9}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 33}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{3, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{4, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4_option, option_sample_fields, option_samples,
		      ARRAY_SIZE(option_samples));
}

static const struct suite_sample option_messages[] = {
	{18, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 11}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 2}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{12, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 5}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{8, .pokes = SUITE_POKES({0, 8, 1}),
	 .absent = SUITE_NAMES("length", "pointer", "route", "value")},
	{8, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "pointer", "route", "value")},
	{30, .pokes = SUITE_POKES({0, 8, 7}, {8, 8, 23}), .absent = SUITE_NAMES("route.6", "value"),
	 .seen = SUITE_SEEN({"route.1.address", 24, 32, SUITE_SEEN_UINT, .writable = true},
			    {"route.2.address", 56, 32, SUITE_SEEN_UINT, .writable = true},
			    {"route.3.address", 88, 32, SUITE_SEEN_UINT, .writable = true},
			    {"route.4.address", 120, 32, SUITE_SEEN_UINT, .writable = true},
			    {"route.5.address", 152, 32, SUITE_SEEN_UINT, .writable = true},
			    {"route", 24, 0, SUITE_SEEN_COUNT, 3},
			    {"route.1", 24, 32, SUITE_SEEN_VIEW, 7},
			    {"route.2", 56, 32, SUITE_SEEN_VIEW, 11},
			    {"route.3", 88, 32, SUITE_SEEN_VIEW, 15},
			    {"route.4", 120, 32, SUITE_SEEN_VIEW, 19},
			    {"route.5", 152, 32, SUITE_SEEN_VIEW, 23},
			    {"length", 8, 8, SUITE_SEEN_UINT},
			    {"pointer", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{11, .pokes = SUITE_POKES({0, 8, 148}, {8, 8, 4}),
	 .absent = SUITE_NAMES("pointer", "route"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 11}),
	 .absent = SUITE_NAMES("pointer", "route", "value"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_ipv4_option, option_sample_fields, option_messages,
		      ARRAY_SIZE(option_messages));
}

static const struct suite_within option_within[] = {
	{&option_messages[5],
	 SUITE_LENGTHS({8, 8}),
	 SUITE_BOUNDS({2, 0, 1, 1, 0, 0, SUITE_NAMES("pointer", "route")},
		      {3, 0, 1, 1, 1, 0, SUITE_NAMES("route")})},
};

static void option_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_ipv4_option, option_within,
			 ARRAY_SIZE(option_within));
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
	KUNIT_CASE(ipv4_stays_within_its_lengths),
	KUNIT_CASE(ipv4_needs_all_its_bytes),
	KUNIT_CASE(ipv4_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_stays_within_its_lengths),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	KUNIT_CASE(hop_needs_all_its_bytes),
	KUNIT_CASE(hop_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"ipv4_", "layout ipv4", 3},
	{"option_", "layout ipv4.option", 45},
	{"hop_", "layout ipv4.hop", 62},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/ipv4.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_ipv4",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
