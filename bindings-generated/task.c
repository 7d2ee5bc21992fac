// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * The task binding: The task that runs: who it is and how it is scheduled. Generated from
 * specs/task.yaml.
 */

#include <linux/build_bug.h>
#include <linux/cred.h>
#include <linux/err.h>
#include <linux/limits.h>
#include <linux/overflow.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/uidgid.h>

#include "klua.h"
#include "glue.h"
#include "task.h"

/* What a spec says of pointers is right, or an error: kernels do not agree on what is a warning. */
#pragma GCC diagnostic error "-Wincompatible-pointer-types"
#pragma GCC diagnostic error "-Wint-conversion"
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#ifndef __clang__ /* which has it in the first of these */
#pragma GCC diagnostic error "-Wdiscarded-qualifiers"
#endif

/* How a task is scheduled. */
static const struct luadata_constant policy_names[] = {
	{"normal", SCHED_NORMAL}, /* specs/task.yaml:18 */
	{"fifo", SCHED_FIFO}, /* specs/task.yaml:18 */
	{"rr", SCHED_RR}, /* specs/task.yaml:18 */
	{"batch", SCHED_BATCH}, /* specs/task.yaml:18 */
	{"idle", SCHED_IDLE}, /* specs/task.yaml:18 */
	{"deadline", SCHED_DEADLINE}, /* specs/task.yaml:18 */
	{NULL, 0},
};

/* What a task is. */
static const struct luadata_constant flag_names[] = {
	{"kthread", PF_KTHREAD}, /* specs/task.yaml:23 */
	{"exiting", PF_EXITING}, /* specs/task.yaml:23 */
	{"wq_worker", PF_WQ_WORKER}, /* specs/task.yaml:23 */
	{"idle", PF_IDLE}, /* specs/task.yaml:23 */
	{"memalloc", PF_MEMALLOC}, /* specs/task.yaml:23 */
	{"randomize", PF_RANDOMIZE}, /* specs/task.yaml:23 */
	{NULL, 0},
};

#ifndef l_value_task_uid
#define l_value_task_uid(object) (from_kuid_munged(&init_user_ns, task_uid(object))) /* specs/task.yaml:32 */
#endif

static int64_t l_get_task_uid(const void *p)
{
	struct task_struct *object = (struct task_struct *)p;

	return (u32)l_value_task_uid(object);
}

static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, pid), int),
	      "specs/task.yaml:29: task.pid: pid of struct task_struct is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, tgid), int),
	      "specs/task.yaml:30: task.tgid: tgid of struct task_struct is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, comm), char[]),
	      "specs/task.yaml:31: task.comm: comm of struct task_struct is not char[] (of rows, one is text: c: comm[0])");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, flags), unsigned int),
	      "specs/task.yaml:33: task.flags: flags of struct task_struct is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, policy), unsigned int),
	      "specs/task.yaml:34: task.policy: policy of struct task_struct is not unsigned int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, prio), int),
	      "specs/task.yaml:35: task.prio: prio of struct task_struct is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, static_prio), int),
	      "specs/task.yaml:36: task.static_prio: static_prio of struct task_struct is not int");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, start_time), u64),
	      "specs/task.yaml:37: task.start_time: start_time of struct task_struct is not u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, se.sum_exec_runtime),
					   u64),
	      "specs/task.yaml:38: task.runtime: se.sum_exec_runtime of struct task_struct is not u64");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, min_flt),
					   unsigned long),
	      "specs/task.yaml:39: task.min_flt: min_flt of struct task_struct is not unsigned long");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, maj_flt),
					   unsigned long),
	      "specs/task.yaml:40: task.maj_flt: maj_flt of struct task_struct is not unsigned long");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, nvcsw), unsigned long),
	      "specs/task.yaml:41: task.nvcsw: nvcsw of struct task_struct is not unsigned long");
static_assert(__builtin_types_compatible_p(typeof_member(struct task_struct, nivcsw),
					   unsigned long),
	      "specs/task.yaml:42: task.nivcsw: nivcsw of struct task_struct is not unsigned long");

static const struct luadata_field task_fields[] = {
	{
		.name = "pid",
		.offset = offsetof(struct task_struct, pid),
		.size = sizeof_field(struct task_struct, pid),
		.bits = 8 * sizeof_field(struct task_struct, pid),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "identifier of the thread",
	},
	{
		.name = "tgid",
		.offset = offsetof(struct task_struct, tgid),
		.size = sizeof_field(struct task_struct, tgid),
		.bits = 8 * sizeof_field(struct task_struct, tgid),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "identifier of the process, the same for all its threads",
	},
	{
		.name = "comm",
		.offset = offsetof(struct task_struct, comm),
		.size = sizeof_field(struct task_struct, comm),
		.type = LUADATA_TYPE_STRING,
		.flags = LUADATA_FIELD_READ,
		.doc = "name",
	},
	{
		.name = "uid",
		.bits = 8 * sizeof(u32),
		.get = l_get_task_uid,
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "user",
	},
	{
		.name = "flags",
		.offset = offsetof(struct task_struct, flags),
		.size = sizeof_field(struct task_struct, flags),
		.bits = 8 * sizeof_field(struct task_struct, flags),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST | LUADATA_FIELD_FLAGS,
		.constants = flag_names,
		.doc = "what it is",
	},
	{
		.name = "policy",
		.offset = offsetof(struct task_struct, policy),
		.size = sizeof_field(struct task_struct, policy),
		.bits = 8 * sizeof_field(struct task_struct, policy),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.constants = policy_names,
		.doc = "how it is scheduled",
	},
	{
		.name = "prio",
		.offset = offsetof(struct task_struct, prio),
		.size = sizeof_field(struct task_struct, prio),
		.bits = 8 * sizeof_field(struct task_struct, prio),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "priority in force, from 0; the smaller, the sooner",
	},
	{
		.name = "static_prio",
		.offset = offsetof(struct task_struct, static_prio),
		.size = sizeof_field(struct task_struct, static_prio),
		.bits = 8 * sizeof_field(struct task_struct, static_prio),
		.type = LUADATA_TYPE_INT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "priority asked for: 100 to 139 for nice -20 to 19",
	},
	{
		.name = "start_time",
		.offset = offsetof(struct task_struct, start_time),
		.size = sizeof_field(struct task_struct, start_time),
		.bits = 8 * sizeof_field(struct task_struct, start_time),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "when it began, since boot; time.monotonic() counts alike",
		.unit = "ns",
	},
	{
		.name = "runtime",
		.offset = offsetof(struct task_struct, se.sum_exec_runtime),
		.size = sizeof_field(struct task_struct, se.sum_exec_runtime),
		.bits = 8 * sizeof_field(struct task_struct, se.sum_exec_runtime),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "how long it has run",
		.unit = "ns",
	},
	{
		.name = "min_flt",
		.offset = offsetof(struct task_struct, min_flt),
		.size = sizeof_field(struct task_struct, min_flt),
		.bits = 8 * sizeof_field(struct task_struct, min_flt),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "page faults that needed no disk",
		.unit = "faults",
	},
	{
		.name = "maj_flt",
		.offset = offsetof(struct task_struct, maj_flt),
		.size = sizeof_field(struct task_struct, maj_flt),
		.bits = 8 * sizeof_field(struct task_struct, maj_flt),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "page faults that did",
		.unit = "faults",
	},
	{
		.name = "nvcsw",
		.offset = offsetof(struct task_struct, nvcsw),
		.size = sizeof_field(struct task_struct, nvcsw),
		.bits = 8 * sizeof_field(struct task_struct, nvcsw),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "how often it waited",
		.unit = "switches",
	},
	{
		.name = "nivcsw",
		.offset = offsetof(struct task_struct, nivcsw),
		.size = sizeof_field(struct task_struct, nivcsw),
		.bits = 8 * sizeof_field(struct task_struct, nivcsw),
		.type = LUADATA_TYPE_UINT,
		.flags = LUADATA_FIELD_READ | LUADATA_FIELD_HOST,
		.doc = "how often another came first",
		.unit = "switches",
	},
};

const struct luadata_layout luadata_layout_task = {
	.name = "task",
	.size = sizeof(struct task_struct),
	.fields = task_fields,
	.nfields = LUADATA_COUNT(task_fields),
	.doc = "A task, as it is while the call lasts",
	.flags = LUADATA_LAYOUT_OBJECT,
};

LUADATA_EXPORT(luadata_layout_task);

#ifndef l_call_current
static inline struct task_struct *l_call_current(void)
{
	return current; /* specs/task.yaml:45 */
}
#endif

/* task.current(): The task that runs; good until the kernel's call into the script ends. */
static int l_current(lua_State *L)
{
	struct task_struct *result;

	klua_checkcall(L, "task.current", KLUA_STACK_ANY);
	result = l_call_current();
	if (IS_ERR_OR_NULL(result))
		return luaL_error(L, "task.current: nothing there");
	luadata_pushobject(L, &luadata_layout_task, result, 0, NULL, result);
	klua_defer(L);
	return 1;
}

#ifndef l_call_cpu
static inline unsigned int l_call_cpu(void)
{
	return raw_smp_processor_id(); /* specs/task.yaml:51 */
}
#endif

/* task.cpu(): On which CPU. */
static int l_cpu(lua_State *L)
{
	unsigned int result;

	klua_checkcall(L, "task.cpu", KLUA_STACK_ANY);
	result = l_call_cpu();
	lua_pushinteger(L, result);
	return 1;
}

static const luaL_Reg functions[] = {
	{"current", l_current},
	{"cpu", l_cpu},
	{NULL, NULL},
};

int luaopen_task(lua_State *L)
{
	luaL_newlib(L, functions);
	luadata_pushconstants(L, policy_names);
	lua_setfield(L, -2, "policy");
	luadata_pushconstants(L, flag_names);
	lua_setfield(L, -2, "flag");
	lua_createtable(L, 0, 1);
	luadata_pushlayout(L, &luadata_layout_task);
	lua_setfield(L, -2, "task");
	lua_setfield(L, -2, "layouts");
	return 1;
}
