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

#include "binding_cases.h"
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

static s64 get_tuple_l3num_in_c(const void *object)
{
	return ((const struct nf_conntrack_tuple *)object)->src.l3num;
}

static void set_tuple_l3num_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->src.l3num, value);
}

static s64 get_tuple_protonum_in_c(const void *object)
{
	return ((const struct nf_conntrack_tuple *)object)->dst.protonum;
}

static void set_tuple_protonum_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->dst.protonum, value);
}

static bool here_tuple_saddr(const void *p)
{
	const struct nf_conntrack_tuple *object = p;

	return object->src.l3num == AF_INET;
}

static s64 get_tuple_saddr_in_c(const void *object)
{
	return be32_to_cpu(((const struct nf_conntrack_tuple *)object)->src.u3.ip);
}

static void set_tuple_saddr_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->src.u3.ip, cpu_to_be32(value));
}

static bool here_tuple_daddr(const void *p)
{
	const struct nf_conntrack_tuple *object = p;

	return object->src.l3num == AF_INET;
}

static s64 get_tuple_daddr_in_c(const void *object)
{
	return be32_to_cpu(((const struct nf_conntrack_tuple *)object)->dst.u3.ip);
}

static void set_tuple_daddr_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->dst.u3.ip, cpu_to_be32(value));
}

static s64 get_tuple_sport_in_c(const void *object)
{
	return be16_to_cpu(((const struct nf_conntrack_tuple *)object)->src.u.all);
}

static void set_tuple_sport_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->src.u.all, cpu_to_be16(value));
}

static s64 get_tuple_dport_in_c(const void *object)
{
	return be16_to_cpu(((const struct nf_conntrack_tuple *)object)->dst.u.all);
}

static void set_tuple_dport_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conntrack_tuple *)object)->dst.u.all, cpu_to_be16(value));
}

static s64 get_connection_status_in_c(const void *object)
{
	return ((const struct nf_conn *)object)->status;
}

static void set_connection_status_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conn *)object)->status, value);
}

#ifdef CONNTRACK_HAS_CONNECTION_MARK
static s64 get_connection_mark_in_c(const void *object)
{
	return ((const struct nf_conn *)object)->mark;
}

static void set_connection_mark_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conn *)object)->mark, value);
}
#endif

static s64 get_connection_timeout_in_c(const void *object)
{
	return ((const struct nf_conn *)object)->timeout;
}

static void set_connection_timeout_in_c(void *object, s64 value)
{
	binding_assign(((struct nf_conn *)object)->timeout, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "l3num",
		.where = "specs/conntrack.yaml:34",
		.access = "ro",
		.get = get_tuple_l3num_in_c,
		.set = set_tuple_l3num_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.l3num),
	},
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "protonum",
		.where = "specs/conntrack.yaml:35",
		.access = "ro",
		.get = get_tuple_protonum_in_c,
		.set = set_tuple_protonum_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.protonum),
		.constants = ipproto_names,
	},
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "saddr",
		.where = "specs/conntrack.yaml:36",
		.access = "ro",
		.get = get_tuple_saddr_in_c,
		.set = set_tuple_saddr_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u3.ip),
		.by_c = true,
		.here = here_tuple_saddr,
		.siblings = fields,
	},
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "daddr",
		.where = "specs/conntrack.yaml:37",
		.access = "ro",
		.get = get_tuple_daddr_in_c,
		.set = set_tuple_daddr_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u3.ip),
		.by_c = true,
		.here = here_tuple_daddr,
		.siblings = fields,
	},
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "sport",
		.where = "specs/conntrack.yaml:40",
		.access = "ro",
		.get = get_tuple_sport_in_c,
		.set = set_tuple_sport_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, src.u.all),
	},
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "dport",
		.where = "specs/conntrack.yaml:41",
		.access = "ro",
		.get = get_tuple_dport_in_c,
		.set = set_tuple_dport_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.u.all),
	},
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "status",
		.where = "specs/conntrack.yaml:48",
		.access = "ro",
		.get = get_connection_status_in_c,
		.set = set_connection_status_in_c,
		.bits = 8 * sizeof_field(struct nf_conn, status),
		.constants = status_names,
		.flags = true,
	},
#ifdef CONNTRACK_HAS_CONNECTION_MARK
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "mark",
		.where = "specs/conntrack.yaml:49",
		.access = "ro",
		.get = get_connection_mark_in_c,
		.set = set_connection_mark_in_c,
		.bits = 8 * sizeof_field(struct nf_conn, mark),
	},
#else
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "mark",
		.where = "specs/conntrack.yaml:49",
		.access = "ro",
		.missing = true,
	},
#endif
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "timeout",
		.where = "specs/conntrack.yaml:50",
		.access = "ro",
		.get = get_connection_timeout_in_c,
		.set = set_connection_timeout_in_c,
		.bits = 8 * sizeof_field(struct nf_conn, timeout),
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_conntrack_tuple,
		.size = sizeof(struct nf_conntrack_tuple),
		.name = "protonum",
		.where = "specs/conntrack.yaml:35",
		.access = "ro",
		.get = get_tuple_protonum_in_c,
		.set = set_tuple_protonum_in_c,
		.bits = 8 * sizeof_field(struct nf_conntrack_tuple, dst.protonum),
		.constants = ipproto_names,
	},
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "status",
		.where = "specs/conntrack.yaml:48",
		.access = "ro",
		.get = get_connection_status_in_c,
		.set = set_connection_status_in_c,
		.bits = 8 * sizeof_field(struct nf_conn, status),
		.constants = status_names,
		.flags = true,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_field flagged[] = {
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "status",
		.where = "specs/conntrack.yaml:48",
		.access = "ro",
		.get = get_connection_status_in_c,
		.set = set_connection_status_in_c,
		.bits = 8 * sizeof_field(struct nf_conn, status),
		.constants = status_names,
		.flags = true,
	},
	{},
};

static const void *next_flagged(const void *prev, char *desc)
{
	return binding_next(prev, flagged, sizeof(flagged[0]), desc);
}

static const struct binding_nested nested[] = {
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "original",
		.where = "specs/conntrack.yaml:46",
		.access = "ro",
		.offset = offsetof(struct nf_conn, tuplehash[0].tuple),
		.length = sizeof_field(struct nf_conn, tuplehash[0].tuple),
		.inner = &luadata_layout_conntrack_tuple,
	},
	{
		.layout = &luadata_layout_conntrack_connection,
		.size = sizeof(struct nf_conn),
		.name = "reply",
		.where = "specs/conntrack.yaml:47",
		.access = "ro",
		.offset = offsetof(struct nf_conn, tuplehash[1].tuple),
		.length = sizeof_field(struct nf_conn, tuplehash[1].tuple),
		.inner = &luadata_layout_conntrack_tuple,
	},
	{},
};

static const void *next_view(const void *prev, char *desc)
{
	return binding_next(prev, nested, sizeof(nested[0]), desc);
}

static void tuple_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_conntrack_tuple);
}

static void tuple_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_conntrack_tuple,
		    sizeof(struct nf_conntrack_tuple));
}

static void tuple_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_conntrack_tuple, sizeof(struct nf_conntrack_tuple));
}

static void connection_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_conntrack_connection);
}

static void connection_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_conntrack_connection, sizeof(struct nf_conn));
}

static void connection_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_conntrack_connection, sizeof(struct nf_conn));
}

/* Puts conntrack.of with right arguments on the stack; nothing was called so far. */
static void ready_of(struct kunit *test, struct binding_test *t)
{
	memset(&faked_of, 0, sizeof(faked_of));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "of"));
	binding_push_object(t, &luadata_layout_skb);
}

static void of_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	struct nf_conn *object = binding_memory(test, &luadata_layout_conntrack_connection);

	ready_of(test, t);
	faked_of.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_of.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_of.given.skb);
	binding_expect_copy(test, t, 1, object, luadata_layout_conntrack_connection.size);
	binding_leave(t);
}

static void of_tells_failure(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_of(test, t);
	faked_of.result = NULL;
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	binding_leave(t);
}

static void of_takes_no_error_for_an_object(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_of(test, t);
	faked_of.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	binding_leave(t);
}

static void of_checks_skb(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_of, 0, sizeof(faked_of));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "of"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "expected, got table"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "of"));
	binding_push_copy(t, &luadata_layout_skb);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "conntrack.of: skb: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "of"));
	binding_push_const(t, &luadata_layout_skb);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "conntrack.of: skb: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_of.calls, 0u);
	binding_leave(t);
}

/* Puts conntrack.state with right arguments on the stack; nothing was called so far. */
static void ready_state(struct kunit *test, struct binding_test *t)
{
	memset(&faked_state, 0, sizeof(faked_state));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "state"));
	binding_push_object(t, &luadata_layout_skb);
}

static void state_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_state(test, t);
	faked_state.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_state.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, faked_state.given.skb);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	binding_leave(t);
}

static void state_checks_skb(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	memset(&faked_state, 0, sizeof(faked_state));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "state"));
	lua_newtable(t->L);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "expected, got table"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "state"));
	binding_push_copy(t, &luadata_layout_skb);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "conntrack.state: skb: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_conntrack, "state"));
	binding_push_const(t, &luadata_layout_skb);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE_MSG(test, binding_says(t, "conntrack.state: skb: expected"), "%s",
			      lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_state.calls, 0u);
	binding_leave(t);
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

static const struct binding_place places[] = {
	{"tuple_", "layout conntrack.tuple", "specs/conntrack.yaml:31"},
	{"connection_", "layout conntrack.connection", "specs/conntrack.yaml:43"},
	{"of_", "function conntrack.of", "specs/conntrack.yaml:53"},
	{"state_", "function conntrack.state", "specs/conntrack.yaml:60"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_conntrack",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
