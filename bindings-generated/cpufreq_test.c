// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the cpufreq binding: what scripts see beside what C sees. Generated from
 * specs/cpufreq.yaml.
 */

#include <linux/bitops.h>
#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/slab.h>

#include "klua_suite.h"
#include "cpufreq.h"

/* ---- the kernel and the host, faked ---- */

/* How often something was given back. */
static unsigned int given_back;

static void fake_kfree(const void *object)
{
	given_back++;
}

#define kfree fake_kfree

static struct {
	unsigned int calls;
	struct {
		unsigned int cpu;
	} given;
	struct cpufreq_policy *result;
} faked_policy;

static struct cpufreq_policy *fake_klua_cpufreq_policy(unsigned int cpu)
{
	faked_policy.calls++;
	faked_policy.given.cpu = cpu;
	return faked_policy.result;
}

#define klua_cpufreq_policy fake_klua_cpufreq_policy

static struct {
	unsigned int calls;
	struct {
		struct cpufreq_policy *policy;
		unsigned int target_freq;
		unsigned int relation;
	} given;
	int result;
} faked_target;

static int fake___cpufreq_driver_target(struct cpufreq_policy *policy, unsigned int target_freq,
					unsigned int relation)
{
	faked_target.calls++;
	faked_target.given.policy = policy;
	faked_target.given.target_freq = target_freq;
	faked_target.given.relation = relation;
	return faked_target.result;
}

#define __cpufreq_driver_target fake___cpufreq_driver_target

static struct {
	unsigned int calls;
	struct {
		unsigned int cpu;
	} given;
	u64 out_wall;
	u64 result;
} faked_times;

static u64 fake_get_cpu_idle_time(unsigned int cpu, u64 *wall, int io_busy)
{
	faked_times.calls++;
	faked_times.given.cpu = cpu;
	*wall = faked_times.out_wall;
	return faked_times.result;
}

#define get_cpu_idle_time fake_get_cpu_idle_time

/* Whether what a script names is what is carried. */
static bool checks_hold;

#define cpumask_test_cpu(...) checks_hold

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "cpufreq.c"

static int open_under_test(lua_State *L)
{
	return luaopen_cpufreq(L);
}

static struct klua_binding binding = {
	.name = "cpufreq_test",
	.owner = THIS_MODULE,
	.open = open_under_test,
	.capability = -1,
};

SUITE_MEMBER(policy_cpu, struct cpufreq_policy, object->cpu);
SUITE_MEMBER(policy_cur, struct cpufreq_policy, object->cur);
SUITE_MEMBER(policy_min, struct cpufreq_policy, object->min);
SUITE_MEMBER(policy_max, struct cpufreq_policy, object->max);
SUITE_MEMBER(policy_lowest, struct cpufreq_policy, object->cpuinfo.min_freq);
SUITE_MEMBER(policy_highest, struct cpufreq_policy, object->cpuinfo.max_freq);
SUITE_MEMBER(policy_latency, struct cpufreq_policy, object->cpuinfo.transition_latency);
SUITE_MEMBER(policy_shared_type, struct cpufreq_policy, object->shared_type);
SUITE_MEMBER(policy_fast_switch_possible, struct cpufreq_policy, object->fast_switch_possible);
#ifdef CPUFREQ_HAS_POLICY_BOOST_ENABLED
SUITE_MEMBER(policy_boost_enabled, struct cpufreq_policy, object->boost_enabled);
#endif

static const struct suite_field fields[] = {
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "cpu", 27, "ro"},
	 SUITE_IN_C(policy_cpu), .bits = 8 * sizeof_field(struct cpufreq_policy, cpu)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "cur", 28, "ro"},
	 SUITE_IN_C(policy_cur), .bits = 8 * sizeof_field(struct cpufreq_policy, cur)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "min", 29, "ro"},
	 SUITE_IN_C(policy_min), .bits = 8 * sizeof_field(struct cpufreq_policy, min)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "max", 30, "ro"},
	 SUITE_IN_C(policy_max), .bits = 8 * sizeof_field(struct cpufreq_policy, max)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "lowest", 31, "ro"},
	 SUITE_IN_C(policy_lowest),
	 .bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.min_freq)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "highest", 32, "ro"},
	 SUITE_IN_C(policy_highest),
	 .bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.max_freq)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "latency", 33, "ro"},
	 SUITE_IN_C(policy_latency),
	 .bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.transition_latency)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "shared_type", 34, "ro"},
	 SUITE_IN_C(policy_shared_type),
	 .bits = 8 * sizeof_field(struct cpufreq_policy, shared_type)},
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "fast_switch_possible", 35,
	  "ro"},
	 SUITE_IN_C(policy_fast_switch_possible), .bits = 1, .is_bool = true},
#ifdef CPUFREQ_HAS_POLICY_BOOST_ENABLED
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "boost_enabled", 37, "ro"},
	 SUITE_IN_C(policy_boost_enabled), .bits = 1, .is_bool = true},
#else
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "boost_enabled", 37, "ro",
	  .missing = true}},
#endif
	{},
};

SUITE_PARAMS(field, fields);

static const struct suite_text texts[] = {
	{{&luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy), "last_governor", 36, "ro"},
	 .offset = offsetof(struct cpufreq_policy, last_governor),
	 .length = sizeof_field(struct cpufreq_policy, last_governor), .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void policy_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_cpufreq_policy);
}

static void policy_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy));
}

static void policy_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_cpufreq_policy, sizeof(struct cpufreq_policy));
}

/* Puts cpufreq.policy with right arguments on the stack; nothing was called so far. */
static void ready_policy(struct kunit *test, struct suite_case *t)
{
	memset(&faked_policy, 0, sizeof(faked_policy));
	given_back = 0;
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "policy"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
}

static void policy_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct cpufreq_policy *object = suite_object(test, &luadata_layout_cpufreq_policy);

	ready_policy(test, t);
	faked_policy.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_policy.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_policy.given.cpu,
			(s64)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)));
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_HANDLE_CONST, 0);
	KUNIT_EXPECT_EQ(test, given_back, 0u);
	lua_settop(t->L, 0);
	lua_gc(t->L, LUA_GCCOLLECT);
	KUNIT_EXPECT_EQ(test, given_back, 1u);
	suite_leave(t);
}

static void policy_tells_failure(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_policy(test, t);
	faked_policy.result = NULL;
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void policy_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_policy(test, t);
	faked_policy.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_TRUE(test, suite_call(t));
	KUNIT_EXPECT_TRUE(test, lua_isnil(t->L, 1));
	suite_leave(t);
}

static void policy_keeps_nothing_without_memory(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct cpufreq_policy *object = suite_object(test, &luadata_layout_cpufreq_policy);
	bool done = false;

	ready_policy(test, t);
	faked_policy.result = object;
	/* A little more memory each time: every step can be the one that fails. */
	for (suite_starve(t); !done && suite_feed(t);) {
		done = suite_again(t);
		if (!done)
			KUNIT_EXPECT_EQ(test, given_back, 0u + faked_policy.calls);
	}
	KUNIT_EXPECT_TRUE(test, done);
	suite_leave(t);
}

static void policy_checks_cpu(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_policy, 0, sizeof(faked_policy));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "policy"));
	lua_newtable(t->L);
	suite_refused(test, t, "cpufreq.policy: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "policy"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "cpufreq.policy: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "policy"));
	lua_pushinteger(t->L, (lua_Integer)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)) + 1);
	suite_refused(test, t, "cpufreq.policy: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "policy"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "cpufreq.policy: cpu: expected");
	KUNIT_EXPECT_EQ(test, faked_policy.calls, 0u);
	suite_leave(t);
}

/* Puts cpufreq.target with right arguments on the stack; nothing was called so far. */
static void ready_target(struct kunit *test, struct suite_case *t)
{
	memset(&faked_target, 0, sizeof(faked_target));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushstring(t->L, "~");
}

static void target_is_for_inside_throttle(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_target(test, t);
	suite_refused(test, t, "cpufreq.target: only inside throttle");
	KUNIT_EXPECT_EQ(test, faked_target.calls, 0u);
	suite_leave(t);
}

static void target_checks_cpu(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_target, 0, sizeof(faked_target));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_newtable(t->L);
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushliteral(t->L, "1");
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, (lua_Integer)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)) + 1);
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: cpu: expected");
	KUNIT_EXPECT_EQ(test, faked_target.calls, 0u);
	suite_leave(t);
}

static void target_checks_target_freq(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_target, 0, sizeof(faked_target));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_newtable(t->L);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: target_freq: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushliteral(t->L, "1");
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: target_freq: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, (lua_Integer)(UINT_MAX) + 1);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: target_freq: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	lua_pushstring(t->L, "~");
	suite_refused(test, t, "cpufreq.target: target_freq: expected");
	KUNIT_EXPECT_EQ(test, faked_target.calls, 0u);
	suite_leave(t);
}

static void target_checks_relation(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_target, 0, sizeof(faked_target));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, UINT_MAX);
	lua_newtable(t->L);
	suite_refused(test, t, "cpufreq.target: relation: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushinteger(t->L, (lua_Integer)(UINT_MAX) + 1);
	suite_refused(test, t, "cpufreq.target: relation: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "cpufreq.target: relation: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "target"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
	lua_pushinteger(t->L, UINT_MAX);
	lua_pushliteral(t->L, "no such name");
	suite_refused(test, t, "cpufreq.target: relation: expected");
	KUNIT_EXPECT_EQ(test, faked_target.calls, 0u);
	suite_leave(t);
}

/* Puts cpufreq.times with right arguments on the stack; nothing was called so far. */
static void ready_times(struct kunit *test, struct suite_case *t)
{
	memset(&faked_times, 0, sizeof(faked_times));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "times"));
	lua_pushinteger(t->L, min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX));
}

static void times_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_times(test, t);
	faked_times.result = 41;
	faked_times.out_wall = 51;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_times.calls, 1u);
	KUNIT_EXPECT_EQ(test, (s64)faked_times.given.cpu,
			(s64)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)));
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 2), 51);
	suite_leave(t);
}

static void times_checks_cpu(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	memset(&faked_times, 0, sizeof(faked_times));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "times"));
	lua_newtable(t->L);
	suite_refused(test, t, "cpufreq.times: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "times"));
	lua_pushliteral(t->L, "1");
	suite_refused(test, t, "cpufreq.times: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "times"));
	lua_pushinteger(t->L, (lua_Integer)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)) + 1);
	suite_refused(test, t, "cpufreq.times: cpu: expected");
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_cpufreq, "times"));
	lua_pushinteger(t->L, (lua_Integer)(0) - 1);
	suite_refused(test, t, "cpufreq.times: cpu: expected");
	KUNIT_EXPECT_EQ(test, faked_times.calls, 0u);
	suite_leave(t);
}

/* ---- the callback throttle ---- */

#define REQUIRE "local b = require 'cpufreq_test' "
#define THROTTLE_ATTACHED(body) \
	REQUIRE "function f(...) " body " end b.attach{throttle = 'f'}"

static struct suite_host throttle_host;

static int throttle_host_attach(struct klua_attachment *at)
{
	throttle_host.at = at;
	return 0;
}

static void throttle_host_detach(struct klua_attachment *at)
{
	throttle_host.at = NULL;
}

const struct klua_host klua_cpufreq_throttle_host = {
	.attach = throttle_host_attach,
	.detach = throttle_host_detach,
};

/* Arguments of a call: plain ones count from 1. */
static void fill_throttle(struct kunit *test, struct klua_cpufreq_throttle *args)
{
	memset(args, 0, sizeof(*args));
	args->cpu = 1;
	args->cur = 2;
	args->max = 3;
	args->min = 4;
	args->policy = kunit_kzalloc(test, PAGE_SIZE, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, args->policy);
}

/* Loads a script with a function f, attaches it, and makes one call. */
static int ask_throttle(struct kunit *test, const char *script, struct klua_state **state)
{
	const char *error = suite_load(test, state, 1000000, script);
	struct klua_cpufreq_throttle args;

	KUNIT_EXPECT_STREQ(test, error ?: "", "");
	KUNIT_EXPECT_NOT_NULL(test, throttle_host.at);
	if (error || !throttle_host.at)
		return -ENOENT;
	fill_throttle(test, &args);
	return klua_cpufreq_throttle(throttle_host.at, &args);
}

/*
 * A call without result: it says so, it is counted, and what the host would do without it stands.
 */
static void no_throttle(struct kunit *test, const char *script, int wanted, enum klua_cause cause)
{
	struct klua_attachment *at;
	struct klua_state *state;

	KUNIT_EXPECT_EQ_MSG(test, ask_throttle(test, script, &state), wanted, "%s", script);
	at = throttle_host.at;
	if (at)
		KUNIT_EXPECT_EQ_MSG(test, klua_count(at, cause), 1ULL, "%s", script);
	if (state)
		klua_destroy(state);
	KUNIT_EXPECT_NULL(test, throttle_host.at);
}

static void throttle_calls_the_script(struct kunit *test)
{
	static const char counting[] =
		THROTTLE_ATTACHED("calls = (calls or 0) + 1 argc = select('#', ...)\n"
			 "sum = 0 for i = 1, argc do sum = sum + (select(i, ...)) end\n"
			 "");
	struct klua_state *state;
	int err;

	err = ask_throttle(test, counting, &state);
	KUNIT_EXPECT_EQ(test, err, 0);
	if (state) {
		KUNIT_EXPECT_EQ(test, suite_global(state, "calls"), 1);
		KUNIT_EXPECT_EQ(test, suite_global(state, "argc"), 4);
		KUNIT_EXPECT_EQ(test, suite_global(state, "sum"), 10);
		klua_destroy(state);
	}
	KUNIT_EXPECT_NULL(test, throttle_host.at);
}

static void throttle_fails_with_an_error(struct kunit *test)
{
	no_throttle(test, THROTTLE_ATTACHED("error('no')"), -EINVAL, KLUA_CAUSE_ERROR);
}

static void throttle_stops_an_endless_loop(struct kunit *test)
{
	no_throttle(test, THROTTLE_ATTACHED("while true do end"), -EINTR, KLUA_CAUSE_BUDGET);
}

static void throttle_stops_at_its_quota(struct kunit *test)
{
	no_throttle(test, THROTTLE_ATTACHED("local s = 'x' while true do s = s .. s end"), -ENOMEM,
		    KLUA_CAUSE_MEMORY);
}

static void target_works_inside_throttle(struct kunit *test)
{
	struct klua_cpufreq_throttle fake_args;
	struct klua_state *state;
	char script[512];
	const char *error;

	snprintf(script, sizeof(script),
		 THROTTLE_ATTACHED("done = nil first = b.target(%lld, %lld, '~') done = 1"),
		 (s64)(min_t(s64, luadata_sub(nr_cpu_ids, 1), UINT_MAX)),
		 (s64)(UINT_MAX));
	error = suite_load(test, &state, 100000, script);
	KUNIT_EXPECT_STREQ(test, error ?: "", "");
	if (error || !throttle_host.at)
		return;
	fill_throttle(test, &fake_args);
	memset(&faked_target, 0, sizeof(faked_target));
	checks_hold = true;
	klua_cpufreq_throttle(throttle_host.at, &fake_args);
	KUNIT_EXPECT_EQ(test, suite_global(state, "done"), 1);
	KUNIT_EXPECT_EQ(test, faked_target.calls, 1u);
	KUNIT_EXPECT_TRUE(test, faked_target.given.policy == fake_args.policy);
	KUNIT_EXPECT_EQ(test, (s64)faked_target.given.target_freq, (s64)(UINT_MAX));
	KUNIT_EXPECT_EQ(test, (s64)faked_target.given.relation, (s64)(CPUFREQ_RELATION_C));

	/* What the script names is not what the callback is about. */
	checks_hold = false;
	klua_cpufreq_throttle(throttle_host.at, &fake_args);
	KUNIT_EXPECT_EQ(test, suite_global(state, "done"), S64_MIN);
	KUNIT_EXPECT_EQ(test, faked_target.calls, 1u);
	klua_destroy(state);
}

static void expect_no_throttle(struct kunit *test, const char *script, const char *message)
{
	struct klua_state *state;
	const char *error = suite_load(test, &state, 0, script);

	KUNIT_EXPECT_NOT_NULL(test, error);
	KUNIT_EXPECT_TRUE_MSG(test, error && strstr(error, message), "%s", error ?: "no error");
	KUNIT_EXPECT_NULL(test, throttle_host.at);
	if (state)
		klua_destroy(state);
}

static void throttle_attach_checks_its_keys(struct kunit *test)
{
	expect_no_throttle(test, REQUIRE "b.attach{throttle = print, no_such_key = 1}",
			   "cpufreq.attach: unknown key 'no_such_key'");
	expect_no_throttle(test, REQUIRE "b.attach{}", "cpufreq.attach: throttle");
	expect_no_throttle(test, REQUIRE "b.attach{throttle = 1}",
			   "cpufreq.attach: throttle: expected");
	expect_no_throttle(test, REQUIRE "b.attach{throttle = print, cpu = {}}",
			   "cpufreq.attach: cpu: expected");
	expect_no_throttle(test, REQUIRE "b.attach{throttle = print, interval = {}}",
			   "cpufreq.attach: interval: expected");
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(policy_is_closed_to_scripts),
	KUNIT_CASE(policy_refuses_unknown_names),
	KUNIT_CASE(policy_ends_where_its_memory_ends),
	KUNIT_CASE(policy_passes_arguments_and_results),
	KUNIT_CASE(policy_tells_failure),
	KUNIT_CASE(policy_takes_no_error_for_an_object),
	KUNIT_CASE(policy_keeps_nothing_without_memory),
	KUNIT_CASE(policy_checks_cpu),
	KUNIT_CASE(target_is_for_inside_throttle),
	KUNIT_CASE(target_checks_cpu),
	KUNIT_CASE(target_checks_target_freq),
	KUNIT_CASE(target_checks_relation),
	KUNIT_CASE(times_passes_arguments_and_results),
	KUNIT_CASE(times_checks_cpu),
	KUNIT_CASE(throttle_calls_the_script),
	KUNIT_CASE(throttle_fails_with_an_error),
	KUNIT_CASE(throttle_stops_an_endless_loop),
	KUNIT_CASE(throttle_stops_at_its_quota),
	KUNIT_CASE(target_works_inside_throttle),
	KUNIT_CASE(throttle_attach_checks_its_keys),
	{},
};

static const struct suite_subject subjects[] = {
	{"policy_is_closed_", "layout cpufreq.policy", 23},
	{"policy_refuses_unknown_", "layout cpufreq.policy", 23},
	{"policy_ends_where_", "layout cpufreq.policy", 23},
	{"policy_", "function cpufreq.policy", 40},
	{"target_", "function cpufreq.target", 47},
	{"times_", "function cpufreq.times", 61},
	{"throttle_", "callback cpufreq.throttle", 71},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/cpufreq.yaml", subjects);
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
	.name = "klua_cpufreq",
	.suite_init = register_binding,
	.suite_exit = unregister_binding,
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
