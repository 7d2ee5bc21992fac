// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the netfilter binding: what scripts see beside what C sees. Generated from
 * specs/netfilter.yaml.
 */

#include <linux/bitops.h>
#include <linux/if.h>
#include <linux/in.h>
#include <linux/module.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/overflow.h>
#include <linux/skbuff.h>

#include "klua_suite.h"
#include "netfilter.h"

/* ---- the kernel and the host, faked ---- */

static bool fake_klua_packet_ip(const struct luadata_handle *h, size_t at,
				struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_ip fake_klua_packet_ip

static bool fake_klua_packet_ip6(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_ip6 fake_klua_packet_ip6

static bool fake_klua_packet_tcp(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_tcp fake_klua_packet_tcp

static bool fake_klua_packet_udp(const struct luadata_handle *h, size_t at,
				 struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_udp fake_klua_packet_udp

static bool fake_klua_packet_icmp(const struct luadata_handle *h, size_t at,
				  struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_icmp fake_klua_packet_icmp

static bool fake_klua_packet_icmp6(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_icmp6 fake_klua_packet_icmp6

static bool fake_klua_packet_saddr(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_saddr fake_klua_packet_saddr

static bool fake_klua_packet_daddr(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_daddr fake_klua_packet_daddr

static bool fake_klua_packet_sport(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_sport fake_klua_packet_sport

static bool fake_klua_packet_dport(const struct luadata_handle *h, size_t at,
				   struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_dport fake_klua_packet_dport

static bool fake_klua_packet_payload(const struct luadata_handle *h, size_t at,
				     struct luadata_span *span)
{
	*span = placed;
	return placed_here;
}

#define klua_packet_payload fake_klua_packet_payload

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "netfilter.c"

static int open_under_test(lua_State *L)
{
	return luaopen_netfilter(L);
}

static struct klua_binding binding = {
	.name = "netfilter_test",
	.owner = THIS_MODULE,
	.open = open_under_test,
	.capability = -1,
};

static void hdr_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_netfilter_hdr);
}

static void hdr_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_netfilter_hdr, 64);
}

static const struct suite_placed placed_fields[] = {
	{{&luadata_layout_netfilter_hdr, 0, "ip", 51, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_ipv4},
	{{&luadata_layout_netfilter_hdr, 0, "ip6", 52, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_ipv6},
	{{&luadata_layout_netfilter_hdr, 0, "tcp", 53, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_tcp},
	{{&luadata_layout_netfilter_hdr, 0, "udp", 54, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_udp},
	{{&luadata_layout_netfilter_hdr, 0, "icmp", 55, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_icmp},
	{{&luadata_layout_netfilter_hdr, 0, "icmp6", 56, "rw"},
	 .kind = SUITE_PLACED_VIEW, .inner = &luadata_layout_icmpv6},
	{{&luadata_layout_netfilter_hdr, 0, "saddr", 57, "rw"},
	 .kind = SUITE_PLACED_ADDRESS},
	{{&luadata_layout_netfilter_hdr, 0, "daddr", 58, "rw"},
	 .kind = SUITE_PLACED_ADDRESS},
	{{&luadata_layout_netfilter_hdr, 0, "sport", 59, "rw"},
	 .kind = SUITE_PLACED_INTEGER, .bytes = 2},
	{{&luadata_layout_netfilter_hdr, 0, "dport", 60, "rw"},
	 .kind = SUITE_PLACED_INTEGER, .bytes = 2},
	{},
};

SUITE_PARAMS(placed, placed_fields);

/* ---- the callback filter ---- */

#define REQUIRE "local b = require 'netfilter_test' "
#define FILTER_ATTACHED(body) \
	REQUIRE "function f(...) " body " end b.attach{filter = 'f'}"

static struct suite_host filter_host;

static int filter_host_attach(struct klua_attachment *at)
{
	filter_host.at = at;
	return 0;
}

static void filter_host_detach(struct klua_attachment *at)
{
	filter_host.at = NULL;
}

const struct klua_host klua_netfilter_filter_host = {
	.attach = filter_host_attach,
	.detach = filter_host_detach,
};

/* Arguments of a call: plain ones count from 1. */
static void fill_filter(struct kunit *test, struct klua_netfilter_filter *args)
{
	static u8 memory[64];

	memset(args, 0, sizeof(*args));
	args->packet.base = memory;
	args->packet.length = sizeof(memory);
	args->packet.linear = sizeof(memory);
	args->hdr.length = sizeof(memory);
	args->skb = kunit_kzalloc(test, sizeof(*args->skb), GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, args->skb);
}

/* Loads a script with a function f, attaches it, and makes one call. */
static int ask_filter(struct kunit *test, const char *script, struct klua_state **state,
		      unsigned int *result)
{
	const char *error = suite_load(test, state, 1000000, script);
	struct klua_netfilter_filter args;

	KUNIT_EXPECT_STREQ(test, error ?: "", "");
	KUNIT_EXPECT_NOT_NULL(test, filter_host.at);
	if (error || !filter_host.at)
		return -ENOENT;
	fill_filter(test, &args);
	return klua_netfilter_filter(filter_host.at, &args, result);
}

/*
 * A call without result: it says so, it is counted, and what the host would do without it stands.
 */
static void no_filter(struct kunit *test, const char *script, int wanted, enum klua_cause cause)
{
	struct klua_attachment *at;
	struct klua_state *state;
	unsigned int result = 77;

	KUNIT_EXPECT_EQ_MSG(test, ask_filter(test, script, &state, &result), wanted, "%s", script);
	KUNIT_EXPECT_EQ_MSG(test, result, 77, "%s", script);
	at = filter_host.at;
	if (at)
		KUNIT_EXPECT_EQ_MSG(test, klua_count(at, cause), 1ULL, "%s", script);
	if (state)
		klua_destroy(state);
	KUNIT_EXPECT_NULL(test, filter_host.at);
}

static void filter_calls_the_script(struct kunit *test)
{
	static const char counting[] =
		FILTER_ATTACHED("calls = (calls or 0) + 1 argc = select('#', ...)\n"
			 "return true");
	struct klua_state *state;
	unsigned int result = 78;
	int err;

	err = ask_filter(test, counting, &state, &result);
	KUNIT_EXPECT_EQ(test, err, 0);
	KUNIT_EXPECT_EQ(test, result, (unsigned int)NF_ACCEPT);
	if (state) {
		KUNIT_EXPECT_EQ(test, suite_global(state, "calls"), 1);
		KUNIT_EXPECT_EQ(test, suite_global(state, "argc"), 3);
		klua_destroy(state);
	}
	KUNIT_EXPECT_NULL(test, filter_host.at);
}

static void filter_fails_with_an_error(struct kunit *test)
{
	no_filter(test, FILTER_ATTACHED("error('no')"), -EINVAL, KLUA_CAUSE_ERROR);
}

static void filter_stops_an_endless_loop(struct kunit *test)
{
	no_filter(test, FILTER_ATTACHED("while true do end"), -EINTR, KLUA_CAUSE_BUDGET);
}

static void filter_stops_at_its_quota(struct kunit *test)
{
	no_filter(test, FILTER_ATTACHED("local s = 'x' while true do s = s .. s end"), -ENOMEM,
		  KLUA_CAUSE_MEMORY);
}

static void filter_refuses_a_wrong_result(struct kunit *test)
{
	no_filter(test, FILTER_ATTACHED("return 1"), -EINVAL, KLUA_CAUSE_RESULT);
	no_filter(test, FILTER_ATTACHED("return 'true'"), -EINVAL, KLUA_CAUSE_RESULT);
	no_filter(test, FILTER_ATTACHED("return {}"), -EINVAL, KLUA_CAUSE_RESULT);
	no_filter(test, FILTER_ATTACHED("return print"), -EINVAL, KLUA_CAUSE_RESULT);
}

static void filter_knows_true_from_false(struct kunit *test)
{
	struct klua_state *state;
	unsigned int result = 77;

	KUNIT_EXPECT_EQ(test, ask_filter(test, FILTER_ATTACHED("return false"), &state, &result),
			0);
	KUNIT_EXPECT_EQ(test, result, (unsigned int)NF_DROP);
	if (state)
		klua_destroy(state);
}

static void filter_has_no_verdict_without_a_result(struct kunit *test)
{
	no_filter(test, FILTER_ATTACHED("return nil"), -EINVAL, KLUA_CAUSE_NOVERDICT);
}

/* What a script keeps of a call is expired when the call is over, however it ended. */
static void filter_loans_end(struct kunit *test, const char *script)
{
	struct klua_state *state;
	struct luadata_ref *kept;
	struct klua_vm *vm;
	unsigned int result = 77;
	int i, n = 0;

	ask_filter(test, script, &state, &result);
	if (!state)
		return;
	vm = klua_lock(state);
	KUNIT_ASSERT_FALSE(test, IS_ERR(vm));
	lua_getglobal(klua_lua(vm), "kept");
	for (i = 1; i <= 3; i++) {
		lua_rawgeti(klua_lua(vm), -1, i);
		kept = luadata_testref(klua_lua(vm), -1);
		n += kept && kept->lease != kept->handle->lease;
		lua_pop(klua_lua(vm), 1);
	}
	KUNIT_EXPECT_EQ(test, n, 3);
	lua_pop(klua_lua(vm), 1);
	klua_unlock(vm);
	klua_destroy(state);
}

static void filter_ends_its_loans(struct kunit *test)
{
	filter_loans_end(test, FILTER_ATTACHED("kept = {...} return true"));
	filter_loans_end(test, FILTER_ATTACHED("kept = {...} error('no')"));
	filter_loans_end(test, FILTER_ATTACHED("kept = {...} while true do end"));
}

static void expect_no_filter(struct kunit *test, const char *script, const char *message)
{
	struct klua_state *state;
	const char *error = suite_load(test, &state, 0, script);

	KUNIT_EXPECT_NOT_NULL(test, error);
	KUNIT_EXPECT_TRUE_MSG(test, error && strstr(error, message), "%s", error ?: "no error");
	KUNIT_EXPECT_NULL(test, filter_host.at);
	if (state)
		klua_destroy(state);
}

static void filter_attach_checks_its_keys(struct kunit *test)
{
	expect_no_filter(test, REQUIRE "b.attach{filter = print, no_such_key = 1}",
			 "netfilter.attach: unknown key 'no_such_key'");
	expect_no_filter(test, REQUIRE "b.attach{}", "netfilter.attach: filter");
	expect_no_filter(test, REQUIRE "b.attach{filter = 1}",
			 "netfilter.attach: filter: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, family = {}}",
			 "netfilter.attach: family: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, hook = {}}",
			 "netfilter.attach: hook: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, proto = {}}",
			 "netfilter.attach: proto: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, sport = {}}",
			 "netfilter.attach: sport: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, dport = {}}",
			 "netfilter.attach: dport: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, interface = {}}",
			 "netfilter.attach: interface: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, priority = {}}",
			 "netfilter.attach: priority: expected");
	expect_no_filter(test, REQUIRE "b.attach{filter = print, default = {}}",
			 "netfilter.attach: default: expected");
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_lies_where_the_host_says, next_placed),
	KUNIT_CASE(hdr_is_closed_to_scripts),
	KUNIT_CASE(hdr_refuses_unknown_names),
	KUNIT_CASE(filter_calls_the_script),
	KUNIT_CASE(filter_fails_with_an_error),
	KUNIT_CASE(filter_stops_an_endless_loop),
	KUNIT_CASE(filter_stops_at_its_quota),
	KUNIT_CASE(filter_refuses_a_wrong_result),
	KUNIT_CASE(filter_knows_true_from_false),
	KUNIT_CASE(filter_has_no_verdict_without_a_result),
	KUNIT_CASE(filter_ends_its_loans),
	KUNIT_CASE(filter_attach_checks_its_keys),
	{},
};

static const struct suite_subject subjects[] = {
	{"hdr_", "layout netfilter.hdr", 48},
	{"filter_", "callback netfilter.filter", 63},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/netfilter.yaml", subjects);
}

static int register_binding(struct kunit_suite *suite)
{
	return klua_register(&binding);
}

static void unregister_binding(struct kunit_suite *suite)
{
	klua_unregister(&binding);
}

static struct kunit_suite suite = {
	.name = "klua_netfilter",
	.suite_init = register_binding,
	.suite_exit = unregister_binding,
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
