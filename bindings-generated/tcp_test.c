// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the tcp binding: what scripts see beside what C sees. Generated from
 * specs/wire/tcp.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/tcp.h>

#include "klua_suite.h"
#include "tcp.h"

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "tcp.c"

static const struct suite_field fields[] = {
	{{&luadata_layout_tcp, 20, "sport", 25, "rw"},
	 .start = 8 * offsetof(struct tcphdr, source), .bits = 16},
	{{&luadata_layout_tcp, 20, "dport", 26, "rw"},
	 .start = 8 * offsetof(struct tcphdr, dest), .bits = 16},
	{{&luadata_layout_tcp, 20, "seq", 27, "rw"},
	 .start = 8 * offsetof(struct tcphdr, seq), .bits = 32},
	{{&luadata_layout_tcp, 20, "ack_seq", 28, "rw"},
	 .start = 8 * offsetof(struct tcphdr, ack_seq), .bits = 32},
	{{&luadata_layout_tcp, 20, "doff", 29, "rw"},
	 .start = 96, .bits = 4, .ranged = true, .low = 5, .high = 15},
	{{&luadata_layout_tcp, 20, "reserved", 30, "rw"},
	 .start = 100, .bits = 4},
	{{&luadata_layout_tcp, 20, "cwr", 31, "rw"},
	 .start = 104, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "ece", 32, "rw"},
	 .start = 105, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "urg", 33, "rw"},
	 .start = 106, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "ack", 34, "rw"},
	 .start = 107, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "psh", 35, "rw"},
	 .start = 108, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "rst", 36, "rw"},
	 .start = 109, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "syn", 37, "rw"},
	 .start = 110, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "fin", 38, "rw"},
	 .start = 111, .bits = 1, .is_bool = true},
	{{&luadata_layout_tcp, 20, "window", 39, "rw"},
	 .start = 8 * offsetof(struct tcphdr, window), .bits = 16},
	{{&luadata_layout_tcp, 20, "check", 40, "rw"},
	 .start = 8 * offsetof(struct tcphdr, check), .bits = 16},
	{{&luadata_layout_tcp, 20, "urg_ptr", 41, "rw"},
	 .start = 8 * offsetof(struct tcphdr, urg_ptr), .bits = 16},
	{{&luadata_layout_tcp_option, 1, "kind", 48, "rw"},
	 .start = 0, .bits = 8, .constants = optionkind_names},
	{{&luadata_layout_tcp_block, 8, "left", 73, "rw"},
	 .start = 0, .bits = 32},
	{{&luadata_layout_tcp_block, 8, "right", 74, "rw"},
	 .start = 32, .bits = 32},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static bool find_tcp_payload(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 doff = suite_bits(object, 96, 4);

	*from = doff * 4;
	*to = n;
	return !(doff < 5);
}

static bool find_tcp_options_block(const void *object, s64 n, s64 *from, s64 *to)
{
	s64 doff = suite_bits(object, 96, 4);

	*from = 20;
	*to = doff * 4;
	return !(doff < 5);
}

static const struct suite_block blocks[] = {
	{{&luadata_layout_tcp, 20, "payload", 76, "rw"},
	 .find = find_tcp_payload, .fields = fields, .deciding = SUITE_NAMES("doff")},
	{{&luadata_layout_tcp, 20, "options_block", 77, "rw"},
	 .find = find_tcp_options_block, .fields = fields, .deciding = SUITE_NAMES("doff")},
	{},
};

SUITE_PARAMS(block, blocks);

static void tcp_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_tcp, sizeof(struct tcphdr));
}

static void tcp_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_tcp, 20);
}

static void option_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_tcp_option, 1);
}

static void option_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_tcp_option, 1);
}

static void block_needs_all_its_bytes(struct kunit *test)
{
	suite_lengths(test, &luadata_layout_tcp_block, 8);
}

static void block_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_tcp_block, 8);
}

/* Fields that each sample has. */
static const struct suite_seen tcp_sample_fields[] = {
	{"sport", 0, 16, SUITE_SEEN_UINT, .writable = true},
	{"dport", 16, 16, SUITE_SEEN_UINT, .writable = true},
	{"seq", 32, 32, SUITE_SEEN_UINT, .writable = true},
	{"ack_seq", 64, 32, SUITE_SEEN_UINT, .writable = true},
	{"doff", 96, 4, SUITE_SEEN_UINT},
	{"reserved", 100, 4, SUITE_SEEN_UINT, .writable = true},
	{"cwr", 104, 1, SUITE_SEEN_BOOL, .writable = true},
	{"ece", 105, 1, SUITE_SEEN_BOOL, .writable = true},
	{"urg", 106, 1, SUITE_SEEN_BOOL, .writable = true},
	{"ack", 107, 1, SUITE_SEEN_BOOL, .writable = true},
	{"psh", 108, 1, SUITE_SEEN_BOOL, .writable = true},
	{"rst", 109, 1, SUITE_SEEN_BOOL, .writable = true},
	{"syn", 110, 1, SUITE_SEEN_BOOL, .writable = true},
	{"fin", 111, 1, SUITE_SEEN_BOOL, .writable = true},
	{"window", 112, 16, SUITE_SEEN_UINT, .writable = true},
	{"check", 128, 16, SUITE_SEEN_UINT, .writable = true},
	{"urg_ptr", 144, 16, SUITE_SEEN_UINT, .writable = true},
	{},
};

static const struct suite_sample tcp_samples[] = {
	{20, .covers = 20, .pokes = SUITE_POKES({96, 4, 5}),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_PRESENT})},
	{24, .covers = 24, .pokes = SUITE_POKES({96, 4, 6}),
	 .seen = SUITE_SEEN({"options", 160, 32, SUITE_SEEN_PRESENT})},
	{36, .covers = 36, .pokes = SUITE_POKES({96, 4, 9}),
	 .seen = SUITE_SEEN({"options", 160, 128, SUITE_SEEN_PRESENT})},
	{56, .covers = 56, .pokes = SUITE_POKES({96, 4, 14}),
	 .seen = SUITE_SEEN({"options", 160, 288, SUITE_SEEN_PRESENT})},
	{60, .covers = 60, .pokes = SUITE_POKES({96, 4, 15}),
	 .seen = SUITE_SEEN({"options", 160, 320, SUITE_SEEN_PRESENT})},
	{20, .covers = 20, .pokes = SUITE_POKES({96, 4, 4})},
};

static void tcp_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_tcp, tcp_sample_fields, tcp_samples,
		      ARRAY_SIZE(tcp_samples));
}

static const struct suite_sample tcp_messages[] = {
	{67,
	 .pokes = SUITE_POKES({160, 8, 2}, {168, 8, 4}, {192, 8, 1}, {200, 8, 3}, {208, 8, 3},
			      {224, 8, 5}, {232, 8, 18}, {368, 8, 8}, {376, 8, 10}, {448, 8, 0},
			      {96, 4, 15}),
	 .absent = SUITE_NAMES("options.1.shift", "options.1.blocks", "options.1.value",
			       "options.1.echo", "options.1.cookie", "options.6", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 24},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 24},
			    {"options.1.mss", 176, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.2.kind", 192, 8, SUITE_SEEN_UINT},
			    {"options.3.kind", 200, 8, SUITE_SEEN_UINT, 28},
			    {"options.3.length", 208, 8, SUITE_SEEN_UINT, 28},
			    {"options.3.shift", 216, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.4.blocks.1.left", 240, 32, SUITE_SEEN_UINT, 46,
			     .writable = true},
			    {"options.4.blocks.1.right", 272, 32, SUITE_SEEN_UINT, 46,
			     .writable = true},
			    {"options.4.blocks.2.left", 304, 32, SUITE_SEEN_UINT, 46,
			     .writable = true},
			    {"options.4.blocks.2.right", 336, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.4.blocks", 240, 0, SUITE_SEEN_COUNT, 46},
			    {"options.4.blocks.1", 240, 64, SUITE_SEEN_VIEW, 46},
			    {"options.4.blocks.2", 304, 64, SUITE_SEEN_VIEW, 46},
			    {"options.4.kind", 224, 8, SUITE_SEEN_UINT, 46},
			    {"options.4.length", 232, 8, SUITE_SEEN_UINT, 46},
			    {"options.5.kind", 368, 8, SUITE_SEEN_UINT, 56},
			    {"options.5.length", 376, 8, SUITE_SEEN_UINT, 56},
			    {"options.5.value", 384, 32, SUITE_SEEN_UINT, 56, .writable = true},
			    {"options.5.echo", 416, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 32, SUITE_SEEN_VIEW, 24},
			    {"options.2", 192, 8, SUITE_SEEN_VIEW, 25},
			    {"options.3", 200, 24, SUITE_SEEN_VIEW, 28},
			    {"options.4", 224, 144, SUITE_SEEN_VIEW, 46},
			    {"options.5", 368, 80, SUITE_SEEN_VIEW, 56},
			    {"options.nop", 192, 8, SUITE_SEEN_VIEW, 25},
			    {"options.mss", 160, 32, SUITE_SEEN_VIEW, 24},
			    {"options.window_scale", 200, 24, SUITE_SEEN_VIEW, 28},
			    {"options.sack", 224, 144, SUITE_SEEN_VIEW, 46},
			    {"options.timestamps", 368, 80, SUITE_SEEN_VIEW, 56},
			    {"payload", 480, 56, SUITE_SEEN_BLOCK, 60},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20})},
	{31, .pokes = SUITE_POKES({160, 8, 0}, {96, 4, 6}),
	 .absent = SUITE_NAMES("options.1", "options.end"),
	 .seen = SUITE_SEEN({"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"payload", 192, 56, SUITE_SEEN_BLOCK, 24},
			    {"options_block", 160, 32, SUITE_SEEN_BLOCK, 20})},
	{35, .pokes = SUITE_POKES({160, 8, 2}, {168, 8, 4}, {192, 8, 0}, {96, 4, 7}),
	 .absent = SUITE_NAMES("options.1.shift", "options.1.blocks", "options.1.value",
			       "options.1.echo", "options.1.cookie", "options.2", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 24},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 24},
			    {"options.1.mss", 176, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 32, SUITE_SEEN_VIEW, 24},
			    {"options.mss", 160, 32, SUITE_SEEN_VIEW, 24},
			    {"payload", 224, 56, SUITE_SEEN_BLOCK, 28},
			    {"options_block", 160, 64, SUITE_SEEN_BLOCK, 20})},
	{67,
	 .pokes = SUITE_POKES({160, 8, 34}, {168, 8, 11}, {248, 8, 254}, {256, 8, 11}, {336, 8, 4},
			      {344, 8, 11}, {424, 8, 2}, {432, 8, 4}, {456, 8, 1}, {464, 8, 0},
			      {96, 4, 15}),
	 .absent = SUITE_NAMES("options.1.mss", "options.1.shift", "options.1.blocks",
			       "options.1.value", "options.1.echo", "options.6", "options.end"),
	 .seen = SUITE_SEEN({"options.1.cookie", 176, 72, SUITE_SEEN_BLOCK, 31},
			    {"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT, 42},
			    {"options.2.length", 256, 8, SUITE_SEEN_UINT, 42},
			    {"options.3.kind", 336, 8, SUITE_SEEN_UINT, 53},
			    {"options.3.length", 344, 8, SUITE_SEEN_UINT, 53},
			    {"options.4.kind", 424, 8, SUITE_SEEN_UINT, 57},
			    {"options.4.length", 432, 8, SUITE_SEEN_UINT, 57},
			    {"options.4.mss", 440, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.5.kind", 456, 8, SUITE_SEEN_UINT},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 88, SUITE_SEEN_VIEW, 42},
			    {"options.3", 336, 88, SUITE_SEEN_VIEW, 53},
			    {"options.4", 424, 32, SUITE_SEEN_VIEW, 57},
			    {"options.5", 456, 8, SUITE_SEEN_VIEW, 58},
			    {"options.nop", 456, 8, SUITE_SEEN_VIEW, 58},
			    {"options.mss", 424, 32, SUITE_SEEN_VIEW, 57},
			    {"options.sack_permitted", 336, 88, SUITE_SEEN_VIEW, 53},
			    {"options.fast_open", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"payload", 480, 56, SUITE_SEEN_BLOCK, 60},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20})},
	{59,
	 .pokes = SUITE_POKES({160, 8, 3}, {168, 8, 3}, {184, 8, 5}, {192, 8, 18}, {328, 8, 8},
			      {336, 8, 10}, {408, 8, 0}, {96, 4, 13}),
	 .absent = SUITE_NAMES("options.1.mss", "options.1.blocks", "options.1.value",
			       "options.1.echo", "options.1.cookie", "options.4", "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 23},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 23},
			    {"options.1.shift", 176, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.2.blocks.1.left", 200, 32, SUITE_SEEN_UINT, 41,
			     .writable = true},
			    {"options.2.blocks.1.right", 232, 32, SUITE_SEEN_UINT, 41,
			     .writable = true},
			    {"options.2.blocks.2.left", 264, 32, SUITE_SEEN_UINT, 41,
			     .writable = true},
			    {"options.2.blocks.2.right", 296, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.2.blocks", 200, 0, SUITE_SEEN_COUNT, 41},
			    {"options.2.blocks.1", 200, 64, SUITE_SEEN_VIEW, 41},
			    {"options.2.blocks.2", 264, 64, SUITE_SEEN_VIEW, 41},
			    {"options.2.kind", 184, 8, SUITE_SEEN_UINT, 41},
			    {"options.2.length", 192, 8, SUITE_SEEN_UINT, 41},
			    {"options.3.kind", 328, 8, SUITE_SEEN_UINT, 51},
			    {"options.3.length", 336, 8, SUITE_SEEN_UINT, 51},
			    {"options.3.value", 344, 32, SUITE_SEEN_UINT, 51, .writable = true},
			    {"options.3.echo", 376, 32, SUITE_SEEN_UINT, .writable = true},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 24, SUITE_SEEN_VIEW, 23},
			    {"options.2", 184, 144, SUITE_SEEN_VIEW, 41},
			    {"options.3", 328, 80, SUITE_SEEN_VIEW, 51},
			    {"options.window_scale", 160, 24, SUITE_SEEN_VIEW, 23},
			    {"options.sack", 184, 144, SUITE_SEEN_VIEW, 41},
			    {"options.timestamps", 328, 80, SUITE_SEEN_VIEW, 51},
			    {"payload", 416, 56, SUITE_SEEN_BLOCK, 52},
			    {"options_block", 160, 256, SUITE_SEEN_BLOCK, 20})},
	{67,
	 .pokes = SUITE_POKES({160, 8, 4}, {168, 8, 11}, {248, 8, 2}, {256, 8, 4}, {280, 8, 1},
			      {288, 8, 3}, {296, 8, 3}, {312, 8, 5}, {320, 8, 18}, {456, 8, 0},
			      {96, 4, 15}),
	 .absent = SUITE_NAMES("options.1.mss", "options.1.shift", "options.1.blocks",
			       "options.1.value", "options.1.echo", "options.1.cookie", "options.6",
			       "options.end"),
	 .seen = SUITE_SEEN({"options.1.kind", 160, 8, SUITE_SEEN_UINT, 31},
			    {"options.1.length", 168, 8, SUITE_SEEN_UINT, 31},
			    {"options.2.kind", 248, 8, SUITE_SEEN_UINT, 35},
			    {"options.2.length", 256, 8, SUITE_SEEN_UINT, 35},
			    {"options.2.mss", 264, 16, SUITE_SEEN_UINT, .writable = true},
			    {"options.3.kind", 280, 8, SUITE_SEEN_UINT},
			    {"options.4.kind", 288, 8, SUITE_SEEN_UINT, 39},
			    {"options.4.length", 296, 8, SUITE_SEEN_UINT, 39},
			    {"options.4.shift", 304, 8, SUITE_SEEN_UINT, .writable = true},
			    {"options.5.blocks.1.left", 328, 32, SUITE_SEEN_UINT, 57,
			     .writable = true},
			    {"options.5.blocks.1.right", 360, 32, SUITE_SEEN_UINT, 57,
			     .writable = true},
			    {"options.5.blocks.2.left", 392, 32, SUITE_SEEN_UINT, 57,
			     .writable = true},
			    {"options.5.blocks.2.right", 424, 32, SUITE_SEEN_UINT,
			     .writable = true},
			    {"options.5.blocks", 328, 0, SUITE_SEEN_COUNT, 57},
			    {"options.5.blocks.1", 328, 64, SUITE_SEEN_VIEW, 57},
			    {"options.5.blocks.2", 392, 64, SUITE_SEEN_VIEW, 57},
			    {"options.5.kind", 312, 8, SUITE_SEEN_UINT, 57},
			    {"options.5.length", 320, 8, SUITE_SEEN_UINT, 57},
			    {"options", 160, 0, SUITE_SEEN_COUNT, 20},
			    {"options.1", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.2", 248, 32, SUITE_SEEN_VIEW, 35},
			    {"options.3", 280, 8, SUITE_SEEN_VIEW, 36},
			    {"options.4", 288, 24, SUITE_SEEN_VIEW, 39},
			    {"options.5", 312, 144, SUITE_SEEN_VIEW, 57},
			    {"options.nop", 280, 8, SUITE_SEEN_VIEW, 36},
			    {"options.mss", 248, 32, SUITE_SEEN_VIEW, 35},
			    {"options.window_scale", 288, 24, SUITE_SEEN_VIEW, 39},
			    {"options.sack_permitted", 160, 88, SUITE_SEEN_VIEW, 31},
			    {"options.sack", 312, 144, SUITE_SEEN_VIEW, 57},
			    {"payload", 480, 56, SUITE_SEEN_BLOCK, 60},
			    {"options_block", 160, 320, SUITE_SEEN_BLOCK, 20})},
};

static void tcp_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_tcp, tcp_sample_fields, tcp_messages,
		      ARRAY_SIZE(tcp_messages));
}

static const struct suite_within tcp_within[] = {
	{&tcp_messages[0],
	 SUITE_LENGTHS({96, 4}, {168, 8}, {208, 8}, {232, 8}),
	 SUITE_BOUNDS({20, 0, 4, 1, 0, 0, SUITE_NAMES("options")},
		      {20, 20, 1, 2, 1, 0, SUITE_NAMES("options.1")},
		      {22, 20, 1, 2, 2, 0, SUITE_NAMES("options.1.mss")},
		      {25, 25, 1, 3, 1, 0, SUITE_NAMES("options.3")},
		      {27, 25, 1, 3, 4, 0, SUITE_NAMES("options.3.shift")},
		      {28, 28, 1, 4, 1, 0, SUITE_NAMES("options.4")},
		      {30, 28, 1, 4, 6, 0, SUITE_NAMES("options.4.blocks")},
		      {30, 28, 1, 4, 7, 0, SUITE_NAMES("options.4.blocks")},
		      {20, 0, 4, 1, 0, 0, SUITE_NAMES("options_block")})},
	{&tcp_messages[3],
	 SUITE_LENGTHS({96, 4}, {168, 8}, {256, 8}, {432, 8}),
	 SUITE_BOUNDS({20, 0, 4, 1, 0, 0, SUITE_NAMES("options")},
		      {20, 20, 1, 2, 1, 0, SUITE_NAMES("options.1")},
		      {22, 20, 1, 2, 2, 0, SUITE_NAMES("options.1.cookie")},
		      {22, 20, 1, 2, 3, 0, SUITE_NAMES("options.1.cookie")},
		      {31, 31, 1, 3, 1, 0, SUITE_NAMES("options.2")},
		      {53, 53, 1, 4, 1, 0, SUITE_NAMES("options.4")},
		      {55, 53, 1, 4, 6, 0, SUITE_NAMES("options.4.mss")},
		      {20, 0, 4, 1, 0, 0, SUITE_NAMES("options_block")})},
};

static void tcp_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_tcp, tcp_within, ARRAY_SIZE(tcp_within));
}

/* Fields that each sample has. */
static const struct suite_seen option_sample_fields[] = {
	{"kind", 0, 8, SUITE_SEEN_UINT},
	{},
};

static const struct suite_sample option_samples[] = {
	{5, .pokes = SUITE_POKES({0, 8, 1}),
	 .absent = SUITE_NAMES("length", "mss", "shift", "blocks", "value", "echo", "cookie")},
	{6, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{5, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "mss", "shift", "blocks", "value", "echo", "cookie")},
	{6, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{10, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 0}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 4}),
	 .absent = SUITE_NAMES("shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"mss", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{9, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 9}),
	 .absent = SUITE_NAMES("shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"mss", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{33, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 33}),
	 .absent = SUITE_NAMES("shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"mss", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"shift", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{9, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"shift", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{33, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"shift", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "shift", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"blocks", 16, 16, SUITE_SEEN_PRESENT})},
	{9, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "shift", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"blocks", 16, 56, SUITE_SEEN_PRESENT})},
	{33, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "shift", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"blocks", 16, 248, SUITE_SEEN_PRESENT})},
	{10, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{10, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{10, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 32, SUITE_SEEN_UINT, .writable = true})},
	{33, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 32, SUITE_SEEN_UINT, .writable = true},
			    {"echo", 48, 32, SUITE_SEEN_UINT, .writable = true})},
	{6, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"cookie", 16, 16, SUITE_SEEN_PRESENT})},
	{9, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"cookie", 16, 56, SUITE_SEEN_PRESENT})},
	{33, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"cookie", 16, 248, SUITE_SEEN_PRESENT})},
	{6, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 255}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 1}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{6, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 4}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{9, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 9}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
	{33, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 33}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_lies_as_its_fields_say(struct kunit *test)
{
	suite_samples(test, &luadata_layout_tcp_option, option_sample_fields, option_samples,
		      ARRAY_SIZE(option_samples));
}

static const struct suite_sample option_messages[] = {
	{11, .pokes = SUITE_POKES({0, 8, 2}, {8, 8, 4}),
	 .absent = SUITE_NAMES("shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"mss", 16, 16, SUITE_SEEN_UINT, .writable = true})},
	{8, .pokes = SUITE_POKES({0, 8, 1}),
	 .absent = SUITE_NAMES("length", "mss", "shift", "blocks", "value", "echo", "cookie")},
	{8, .pokes = SUITE_POKES({0, 8, 0}),
	 .absent = SUITE_NAMES("length", "mss", "shift", "blocks", "value", "echo", "cookie")},
	{10, .pokes = SUITE_POKES({0, 8, 3}, {8, 8, 3}),
	 .absent = SUITE_NAMES("mss", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"shift", 16, 8, SUITE_SEEN_UINT, .writable = true})},
	{49, .pokes = SUITE_POKES({0, 8, 5}, {8, 8, 42}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks.6", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"blocks.1.left", 16, 32, SUITE_SEEN_UINT, 10, .writable = true},
			    {"blocks.1.right", 48, 32, SUITE_SEEN_UINT, .writable = true},
			    {"blocks.2.left", 80, 32, SUITE_SEEN_UINT, 18, .writable = true},
			    {"blocks.2.right", 112, 32, SUITE_SEEN_UINT, .writable = true},
			    {"blocks.3.left", 144, 32, SUITE_SEEN_UINT, 26, .writable = true},
			    {"blocks.3.right", 176, 32, SUITE_SEEN_UINT, .writable = true},
			    {"blocks.4.left", 208, 32, SUITE_SEEN_UINT, 34, .writable = true},
			    {"blocks.4.right", 240, 32, SUITE_SEEN_UINT, .writable = true},
			    {"blocks.5.left", 272, 32, SUITE_SEEN_UINT, 42, .writable = true},
			    {"blocks.5.right", 304, 32, SUITE_SEEN_UINT, .writable = true},
			    {"blocks", 16, 0, SUITE_SEEN_COUNT, 2},
			    {"blocks.1", 16, 64, SUITE_SEEN_VIEW, 10},
			    {"blocks.2", 80, 64, SUITE_SEEN_VIEW, 18},
			    {"blocks.3", 144, 64, SUITE_SEEN_VIEW, 26},
			    {"blocks.4", 208, 64, SUITE_SEEN_VIEW, 34},
			    {"blocks.5", 272, 64, SUITE_SEEN_VIEW, 42},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{17, .pokes = SUITE_POKES({0, 8, 8}, {8, 8, 10}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT},
			    {"value", 16, 32, SUITE_SEEN_UINT, .writable = true},
			    {"echo", 48, 32, SUITE_SEEN_UINT, .writable = true})},
	{18, .pokes = SUITE_POKES({0, 8, 34}, {8, 8, 11}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo"),
	 .seen = SUITE_SEEN({"cookie", 16, 72, SUITE_SEEN_BLOCK, 2},
			    {"length", 8, 8, SUITE_SEEN_UINT})},
	{18, .pokes = SUITE_POKES({0, 8, 254}, {8, 8, 11}),
	 .absent = SUITE_NAMES("mss", "shift", "blocks", "value", "echo", "cookie"),
	 .seen = SUITE_SEEN({"length", 8, 8, SUITE_SEEN_UINT})},
};

static void option_has_what_was_put_in(struct kunit *test)
{
	suite_samples(test, &luadata_layout_tcp_option, option_sample_fields, option_messages,
		      ARRAY_SIZE(option_messages));
}

static const struct suite_within option_within[] = {
	{&option_messages[0],
	 SUITE_LENGTHS({8, 8}),
	 SUITE_BOUNDS({2, 0, 1, 1, 0, 0, SUITE_NAMES("mss")})},
};

static void option_stays_within_its_lengths(struct kunit *test)
{
	suite_all_within(test, &luadata_layout_tcp_option, option_within,
			 ARRAY_SIZE(option_within));
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
	KUNIT_CASE(tcp_stays_within_its_lengths),
	KUNIT_CASE(tcp_needs_all_its_bytes),
	KUNIT_CASE(tcp_refuses_unknown_names),
	KUNIT_CASE(option_lies_as_its_fields_say),
	KUNIT_CASE(option_has_what_was_put_in),
	KUNIT_CASE(option_stays_within_its_lengths),
	KUNIT_CASE(option_needs_all_its_bytes),
	KUNIT_CASE(option_refuses_unknown_names),
	KUNIT_CASE(block_needs_all_its_bytes),
	KUNIT_CASE(block_refuses_unknown_names),
	{},
};

static const struct suite_subject subjects[] = {
	{"tcp_", "layout tcp", 3},
	{"option_", "layout tcp.option", 45},
	{"block_", "layout tcp.block", 71},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/wire/tcp.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_tcp",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
