// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The cpufreq binding: CPU frequency policies and their control, by the governor `lua`. Generated
 * from specs/cpufreq.yaml.
 */

#include <linux/build_bug.h>
#include <linux/cpufreq.h>
#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/slab.h>

#include "klua.h"
#include "glue.h"
#include "cpufreq.h"
#include "cpufreq_probe.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* Which of the hardware's frequencies stands for one between two of them. */
static const struct luadata_constant relation_names[] = {
	{">=", CPUFREQ_RELATION_L}, /* specs/cpufreq.yaml:20 */
	{"<=", CPUFREQ_RELATION_H}, /* specs/cpufreq.yaml:20 */
	{"~", CPUFREQ_RELATION_C}, /* specs/cpufreq.yaml:20 */
	{NULL, 0},
};

static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, cpu), unsigned int),
	      "specs/cpufreq.yaml:27: policy.cpu: cpu of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, cur), unsigned int),
	      "specs/cpufreq.yaml:28: policy.cur: cur of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, min), unsigned int),
	      "specs/cpufreq.yaml:29: policy.min: min of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, max), unsigned int),
	      "specs/cpufreq.yaml:30: policy.max: max of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, cpuinfo.min_freq),
					   unsigned int),
	      "specs/cpufreq.yaml:31: policy.lowest: cpuinfo.min_freq of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, cpuinfo.max_freq),
					   unsigned int),
	      "specs/cpufreq.yaml:32: policy.highest: cpuinfo.max_freq of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy,
							 cpuinfo.transition_latency), unsigned int),
	      "specs/cpufreq.yaml:33: policy.latency: cpuinfo.transition_latency of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, shared_type),
					   unsigned int),
	      "specs/cpufreq.yaml:34: policy.shared_type: shared_type of struct cpufreq_policy is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy,
							 fast_switch_possible), bool),
	      "specs/cpufreq.yaml:35: policy.fast_switch_possible: fast_switch_possible of struct cpufreq_policy is not bool");
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, last_governor),
					   char[]),
	      "specs/cpufreq.yaml:36: policy.last_governor: last_governor of struct cpufreq_policy is not char[] (of rows, one is text: c: last_governor[0])");
#ifdef CPUFREQ_HAS_POLICY_BOOST_ENABLED
static_assert(__builtin_types_compatible_p(typeof_member(struct cpufreq_policy, boost_enabled),
					   bool),
	      "specs/cpufreq.yaml:37: policy.boost_enabled: boost_enabled of struct cpufreq_policy is not bool");
#endif

static const struct luadata_field policy_fields[] = {
	{
		.name = "cpu",
		.offset = offsetof(struct cpufreq_policy, cpu),
		.size = sizeof_field(struct cpufreq_policy, cpu),
		.bits = 8 * sizeof_field(struct cpufreq_policy, cpu),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the CPU that manages it",
	},
	{
		.name = "cur",
		.offset = offsetof(struct cpufreq_policy, cur),
		.size = sizeof_field(struct cpufreq_policy, cur),
		.bits = 8 * sizeof_field(struct cpufreq_policy, cur),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "frequency in force",
		.unit = "kHz",
	},
	{
		.name = "min",
		.offset = offsetof(struct cpufreq_policy, min),
		.size = sizeof_field(struct cpufreq_policy, min),
		.bits = 8 * sizeof_field(struct cpufreq_policy, min),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "lower limit in force",
		.unit = "kHz",
	},
	{
		.name = "max",
		.offset = offsetof(struct cpufreq_policy, max),
		.size = sizeof_field(struct cpufreq_policy, max),
		.bits = 8 * sizeof_field(struct cpufreq_policy, max),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "upper limit in force",
		.unit = "kHz",
	},
	{
		.name = "lowest",
		.offset = offsetof(struct cpufreq_policy, cpuinfo.min_freq),
		.size = sizeof_field(struct cpufreq_policy, cpuinfo.min_freq),
		.bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.min_freq),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "lowest that the hardware can",
		.unit = "kHz",
	},
	{
		.name = "highest",
		.offset = offsetof(struct cpufreq_policy, cpuinfo.max_freq),
		.size = sizeof_field(struct cpufreq_policy, cpuinfo.max_freq),
		.bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.max_freq),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "highest that the hardware can",
		.unit = "kHz",
	},
	{
		.name = "latency",
		.offset = offsetof(struct cpufreq_policy, cpuinfo.transition_latency),
		.size = sizeof_field(struct cpufreq_policy, cpuinfo.transition_latency),
		.bits = 8 * sizeof_field(struct cpufreq_policy, cpuinfo.transition_latency),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "time that a switch takes",
		.unit = "ns",
	},
	{
		.name = "shared_type",
		.offset = offsetof(struct cpufreq_policy, shared_type),
		.size = sizeof_field(struct cpufreq_policy, shared_type),
		.bits = 8 * sizeof_field(struct cpufreq_policy, shared_type),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "who coordinates CPUs that switch together",
	},
	{
		.name = "fast_switch_possible",
		.offset = offsetof(struct cpufreq_policy, fast_switch_possible),
		.size = sizeof_field(struct cpufreq_policy, fast_switch_possible),
		.bits = 8 * sizeof_field(struct cpufreq_policy, fast_switch_possible),
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "the driver can switch in any context",
	},
	{
		.name = "last_governor",
		.offset = offsetof(struct cpufreq_policy, last_governor),
		.size = sizeof_field(struct cpufreq_policy, last_governor),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "the governor before this one",
	},
#ifdef CPUFREQ_HAS_POLICY_BOOST_ENABLED
	{
		.name = "boost_enabled",
		.offset = offsetof(struct cpufreq_policy, boost_enabled),
		.size = sizeof_field(struct cpufreq_policy, boost_enabled),
		.bits = 8 * sizeof_field(struct cpufreq_policy, boost_enabled),
		.type = LUADATA_TYPE_BOOL,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "boost frequencies are allowed",
	},
#else
	{
		.name = "boost_enabled",
		.bits = 1,
		.size = 1,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_OPTIONAL,
	},
#endif
};

const struct luadata_layout luadata_layout_cpufreq_policy = {
	.name = "cpufreq.policy",
	.size = sizeof(struct cpufreq_policy),
	.fields = policy_fields,
	.nfields = LUADATA_COUNT(policy_fields),
	.doc = "A frequency policy, of one CPU or of several that switch together",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_cpufreq_policy);

/* ---- the callback throttle ---- */

/* Pushes what the function takes: the first @n arguments. */
static void throttle_push(lua_State *L, const void *frame, int lent, const void *values, int n)
{
	const struct klua_cpufreq_throttle *args = values;

	lua_pushinteger(L, args->cpu);
	if (n <= 1)
		return;
	lua_pushinteger(L, args->cur);
	if (n <= 2)
		return;
	lua_pushinteger(L, args->max);
	if (n <= 3)
		return;
	lua_pushinteger(L, args->min);
}

static const struct klua_callback throttle_callback = {
	.name = "cpufreq.throttle",
	.owner = THIS_MODULE,
	.context = KLUA_CONTEXT_SLEEPABLE,
	.holds = "cpufreq_policy,cpus",
	.host = &klua_cpufreq_throttle_host,
	.push = throttle_push,
	.nargs = 4,
	.result = klua_noresult,
};

static const char *const throttle_keys[] = {
	"throttle",
	"cpu",
	"interval",
	NULL,
};

/* cpufreq.attach{throttle = function or global's name, …}; the function is at stack index 2 */
static int l_attach_throttle(lua_State *L)
{
	struct klua_cpufreq_throttle_options options = {};

	luadata_checkkeys(L, "cpufreq.attach", throttle_keys);
	if (!lua_isfunction(L, 2) && lua_type(L, 2) != LUA_TSTRING)
		luadata_badargument(L, 2, "cpufreq.attach: throttle",
				    "a function or a global's name");
	if (luadata_key(L, 3, "cpu")) {
		options.cpu = klua_checkinteger(L, 3, "cpufreq.attach: cpu", 0,
						min_t(s64, luadata_sub(nr_cpu_ids, 1),
						      UINT_MAX)); /* specs/cpufreq.yaml:71 */
		options.has_cpu = true;
	}
	if (luadata_key(L, 3, "interval")) {
		options.interval = klua_checkinteger(L, 3, "cpufreq.attach: interval", 1000,
						     60000000); /* specs/cpufreq.yaml:71 */
		options.has_interval = true;
	}
	klua_attach(L, &throttle_callback, 2, &options, sizeof(options));
	return 0;
}

static void l_release_policy(struct luadata_handle *h)
{
	struct cpufreq_policy *object __maybe_unused = h->owner;

	kfree(object); /* specs/cpufreq.yaml:40 */
}

static const struct luadata_handle_ops policy_ops = {
	.release = l_release_policy,
};

static_assert(__builtin_types_compatible_p(typeof(klua_cpufreq_policy), /* specs/cpufreq.yaml:40 */
					   struct cpufreq_policy *(unsigned int)),
	      "specs/cpufreq.yaml:40: functions.policy: the kernel's klua_cpufreq_policy has another prototype");

/* cpufreq.policy(cpu): The policy of a CPU, as it is at this moment; nil when there is none. */
static int l_policy(lua_State *L)
{
	unsigned int cpu;
	struct cpufreq_policy *result;
	struct luadata_ref *holder;

	cpu = klua_checkinteger(L, 1, "cpufreq.policy: cpu", 0,
				min_t(s64, luadata_sub(nr_cpu_ids, 1),
				      UINT_MAX)); /* specs/cpufreq.yaml:40 */
	klua_checkcall(L, "cpufreq.policy", KLUA_STACK_ANY);
	lua_settop(L, 1);
	holder = luadata_newholder(L, &luadata_layout_cpufreq_policy);
	result = klua_cpufreq_policy(cpu);
	if (IS_ERR_OR_NULL(result)) {
		lua_pushnil(L);
		return 1;
	}
	luadata_hold(holder, result, luadata_layout_cpufreq_policy.size, 0, &policy_ops, result);
	lua_pushvalue(L, 2);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(__cpufreq_driver_target),
					   /* specs/cpufreq.yaml:47 */
					   int (struct cpufreq_policy *, unsigned int,
						unsigned int)),
	      "specs/cpufreq.yaml:47: functions.target: the kernel's __cpufreq_driver_target has another prototype");

/*
 * cpufreq.target(cpu, target_freq, relation): Switches the policy of the CPU that throttle was
 * called for.
 */
static int l_target(lua_State *L)
{
	const struct klua_cpufreq_throttle *inside = klua_inside(L, &throttle_callback);
	unsigned int cpu;
	unsigned int target_freq;
	unsigned int relation;
	struct cpufreq_policy *policy;
	int result;

	cpu = klua_checkinteger(L, 1, "cpufreq.target: cpu", 0,
				min_t(s64, luadata_sub(nr_cpu_ids, 1),
				      UINT_MAX)); /* specs/cpufreq.yaml:47 */
	target_freq = klua_checkinteger(L, 2, "cpufreq.target: target_freq", 0, UINT_MAX);
	relation = klua_checkconstant(L, 3, "cpufreq.target: relation", relation_names, true, 0,
				      UINT_MAX);
	klua_checksleep(L, "cpufreq.target");
	klua_checkcall(L, "cpufreq.target", KLUA_STACK_SLEEPABLE);
	if (!inside)
		return luaL_error(L, "cpufreq.target: only inside throttle");
	policy = inside->policy;
	if (!cpumask_test_cpu(cpu, policy->cpus)) /* specs/cpufreq.yaml:47 */
		return luaL_error(L, "cpufreq.target: cpu: %s",
				  "is not of the policy that throttle was called for");
	result = __cpufreq_driver_target(policy, target_freq, relation);
	if (result < 0)
		return klua_pusherrno(L, result);
	lua_pushboolean(L, true);
	return 1;
}

static_assert(__builtin_types_compatible_p(typeof(get_cpu_idle_time), /* specs/cpufreq.yaml:61 */
					   u64 (unsigned int, u64 *, int)),
	      "specs/cpufreq.yaml:61: functions.times: the kernel's get_cpu_idle_time has another prototype");

/* cpufreq.times(cpu): How long a CPU has been idle since boot, and how long since boot. */
static int l_times(lua_State *L)
{
	unsigned int cpu;
	u64 wall = 0;
	u64 result;

	cpu = klua_checkinteger(L, 1, "cpufreq.times: cpu", 0,
				min_t(s64, luadata_sub(nr_cpu_ids, 1),
				      UINT_MAX)); /* specs/cpufreq.yaml:61 */
	klua_checkcall(L, "cpufreq.times", KLUA_STACK_ANY);
	result = get_cpu_idle_time(cpu, &wall, 0); /* specs/cpufreq.yaml:61 */
	lua_pushinteger(L, result);
	lua_pushinteger(L, wall);
	return 2;
}

static int l_attach(lua_State *L)
{
	lua_settop(L, 1);
	luaL_checktype(L, 1, LUA_TTABLE);
	if (luadata_key(L, 2, "throttle"))
		return l_attach_throttle(L);
	return luaL_error(L, "cpufreq.attach: throttle is missing");
}

static const luaL_Reg functions[] = {
	{"policy", l_policy},
	{"target", l_target},
	{"times", l_times},
	{"attach", l_attach},
	{NULL, NULL},
};

int luaopen_cpufreq(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, relation_names);
	lua_setfield(L, -2, "relation");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_cpufreq_policy);
	lua_setfield(L, -2, "policy");
	lua_setfield(L, -2, "layouts");
	return 1;
}
