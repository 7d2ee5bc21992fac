// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the conntrack binding: what scripts see beside what C sees. Generated from
 * specs/conntrack.yaml.
 */

#include <linux/bitops.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <net/netfilter/nf_conntrack.h>
#include <net/netfilter/nf_conntrack_tuple.h>

#include "klua_suite.h"
#include "conntrack.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct {
		struct sk_buff *skb;
	} given;
	struct nf_conn *result;
} faked_of;

static struct nf_conn *fake_l_call_of(struct sk_buff *skb)
{
	faked_of.calls++;
	faked_of.given.skb = skb;
	return faked_of.result;
}

#define l_call_of fake_l_call_of

static struct {
	unsigned int calls;
	struct {
		struct sk_buff *skb;
	} given;
	int result;
} faked_state;

static int fake_l_call_state(struct sk_buff *skb)
{
	faked_state.calls++;
	faked_state.given.skb = skb;
	return faked_state.result;
}

#define l_call_state fake_l_call_state

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "conntrack.c"

SUITE_MEMBER(tuple_l3num, struct nf_conntrack_tuple, object->src.l3num);
SUITE_MEMBER(tuple_protonum, struct nf_conntrack_tuple, object->dst.protonum);
SUITE_ORDERED(tuple_saddr, struct nf_conntrack_tuple, object->src.u3.ip, be32);

static bool here_tuple_saddr(const void *p)
{
	const struct nf_conntrack_tuple *object = p;

	return object->src.l3num == AF_INET;
}

SUITE_ORDERED(tuple_daddr, struct nf_conntrack_tuple, object->dst.u3.ip, be32);

static bool here_tuple_daddr(const void *p)
{
	const struct nf_conntrack_tuple *object = p;

	return object->src.l3num == AF_INET;
}

SUITE_ORDERED(tuple_sport, struct nf_conntrack_tuple, object->src.u.all, be16);
SUITE_ORDERED(tuple_dport, struct nf_conntrack_tuple, object->dst.u.all, be16);
SUITE_MEMBER(connection_status, struct nf_conn, object->status);
#ifdef CONNTRACK_HAS_CONNECTION_MARK
SUITE_MEMBER(connection_mark, struct nf_conn, object->mark);
#endif
SUITE_MEMBER(connection_timeout, struct nf_conn, object->timeout);

static const struct suite_field fields[] = {
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "l3num", 34, "ro"},
	 SUITE_IN_C(tuple_l3num), .bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.l3num)},
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "protonum", 35, "ro"},
	 SUITE_IN_C(tuple_protonum),
	 .bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.protonum),
	 .constants = ipproto_names},
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "saddr", 36, "ro"},
	 SUITE_IN_C(tuple_saddr), .bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u3.ip),
	 .by_c = true, .here = here_tuple_saddr, .siblings = fields},
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "daddr", 37, "ro"},
	 SUITE_IN_C(tuple_daddr), .bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u3.ip),
	 .by_c = true, .here = here_tuple_daddr, .siblings = fields},
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "sport", 40, "ro"},
	 SUITE_IN_C(tuple_sport), .bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u.all)},
	{{&luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple), "dport", 41, "ro"},
	 SUITE_IN_C(tuple_dport), .bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u.all)},
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "status", 48, "ro"},
	 SUITE_IN_C(connection_status), .bits = 8 * sizeof_field(struct nf_conn, status),
	 .constants = status_names, .flags = true},
#ifdef CONNTRACK_HAS_CONNECTION_MARK
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "mark", 49, "ro"},
	 SUITE_IN_C(connection_mark), .bits = 8 * sizeof_field(struct nf_conn, mark)},
#else
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "mark", 49, "ro",
	  .missing = true}},
#endif
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "timeout", 50, "ro"},
	 SUITE_IN_C(connection_timeout), .bits = 8 * sizeof_field(struct nf_conn, timeout)},
	{},
};

SUITE_PARAMS(field, fields);

static const void *next_named(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, false, desc);
}

static const void *next_flagged(const void *prev, char *desc)
{
	return suite_next_named(prev, fields, true, desc);
}

static const struct suite_nested nested[] = {
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "original", 46, "ro"},
	 .offset = offsetof(struct nf_conn, tuplehash[0].tuple),
	 .length = sizeof_field(struct nf_conn, tuplehash[0].tuple),
	 .inner = &luadata_layout_conntrack_tuple},
	{{&luadata_layout_conntrack_connection, sizeof(struct nf_conn), "reply", 47, "ro"},
	 .offset = offsetof(struct nf_conn, tuplehash[1].tuple),
	 .length = sizeof_field(struct nf_conn, tuplehash[1].tuple),
	 .inner = &luadata_layout_conntrack_tuple},
	{},
};

SUITE_PARAMS(view, nested);

static void tuple_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_conntrack_tuple);
}

static void tuple_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple));
}

static void tuple_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple));
}

static void connection_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_conntrack_connection);
}

static void connection_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_conntrack_connection, sizeof(struct nf_conn));
}

static void connection_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_conntrack_connection, sizeof(struct nf_conn));
}

/* Puts conntrack.of with right arguments on the stack; nothing was called so far. */
static void ready_of(struct kunit *test, struct suite_case *t)
{
	memset(&faked_of, 0, sizeof(faked_of));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "of"));
	suite_push_object(t, &luadata_layout_skb);
}

static void of_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct nf_conn *object = suite_object(test, &luadata_layout_conntrack_connection);

	ready_of(test, t);
	faked_of.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_of.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_of.given.skb);
	suite_expect_copy(test, t, 1, object, luadata_layout_conntrack_connection.size);
	suite_leave(t);
}

static void of_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_of(test, t);
	faked_of.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void of_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_of(test, t);
	faked_of.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void of_checks_skb(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_of, 0, sizeof(faked_of));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "of"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "of"));
	suite_push_copy(t, &luadata_layout_skb);
	suite_refused(test, t, "conntrack.of: skb: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "of"));
	suite_push_const(t, &luadata_layout_skb);
	suite_refused(test, t, "conntrack.of: skb: expected");
	KUNIT_EXPECT_EQ(test, faked_of.calls, 0u);
	suite_leave(t);
}

/* Puts conntrack.state with right arguments on the stack; nothing was called so far. */
static void ready_state(struct kunit *test, struct suite_case *t)
{
	memset(&faked_state, 0, sizeof(faked_state));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "state"));
	suite_push_object(t, &luadata_layout_skb);
}

static void state_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_state(test, t);
	faked_state.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_state.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_state.given.skb);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
}

static void state_checks_skb(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_state, 0, sizeof(faked_state));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "state"));
	lua_newtable(t->L);
	suite_refused(test, t, "expected, got table");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "state"));
	suite_push_copy(t, &luadata_layout_skb);
	suite_refused(test, t, "conntrack.state: skb: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_conntrack, "state"));
	suite_push_const(t, &luadata_layout_skb);
	suite_refused(test, t, "conntrack.state: skb: expected");
	KUNIT_EXPECT_EQ(test, faked_state.calls, 0u);
	suite_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(flags_are_as_in_c, next_flagged),
	KUNIT_CASE_PARAM(view_lies_where_it_must, next_view),
	KUNIT_CASE(tuple_is_closed_to_scripts),
	KUNIT_CASE(tuple_refuses_unknown_names),
	KUNIT_CASE(tuple_ends_where_its_memory_ends),
	KUNIT_CASE(connection_is_closed_to_scripts),
	KUNIT_CASE(connection_refuses_unknown_names),
	KUNIT_CASE(connection_ends_where_its_memory_ends),
	KUNIT_CASE(of_passes_arguments_and_results),
	KUNIT_CASE(of_tells_failure),
	KUNIT_CASE(of_takes_no_error_for_an_object),
	KUNIT_CASE(of_checks_skb),
	KUNIT_CASE(state_passes_arguments_and_results),
	KUNIT_CASE(state_checks_skb),
	{},
};

static const struct suite_subject subjects[] = {
	{"tuple_", "layout conntrack.tuple", 31},
	{"connection_", "layout conntrack.connection", 43},
	{"of_", "function conntrack.of", 53},
	{"state_", "function conntrack.state", 60},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/conntrack.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_conntrack",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
