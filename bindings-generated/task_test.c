// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * KUnit suite of the task binding: what scripts see beside what C sees. Generated from
 * specs/task.yaml.
 */

#include <linux/bitops.h>
#include <linux/cred.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/uidgid.h>

#include "binding_cases.h"
#include "task.h"

/* ---- the kernel and the host, faked ---- */

static struct {
	unsigned int calls;
	struct task_struct *result;
} faked_current;

static struct task_struct *fake_l_call_current(void)
{
	faked_current.calls++;
	return faked_current.result;
}

#define l_call_current fake_l_call_current

static struct {
	unsigned int calls;
	unsigned int result;
} faked_cpu;

static unsigned int fake_l_call_cpu(void)
{
	faked_cpu.calls++;
	return faked_cpu.result;
}

#define l_call_cpu fake_l_call_cpu

/* What C computes for task.uid. */
static s64 seen_task_uid;

#define l_value_task_uid(object) ((void)(object), seen_task_uid)

/* The module exports these; a suite must not do it again. */
#undef LUADATA_EXPORT
#define LUADATA_EXPORT(symbol) static_assert(true)

#include "task.c"

static s64 get_task_pid_in_c(const void *object)
{
	return ((const struct task_struct *)object)->pid;
}

static void set_task_pid_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->pid, value);
}

static s64 get_task_tgid_in_c(const void *object)
{
	return ((const struct task_struct *)object)->tgid;
}

static void set_task_tgid_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->tgid, value);
}

static s64 get_task_uid_in_c(const void *object)
{
	return (u32)seen_task_uid;
}

static void set_task_uid_in_c(void *object, s64 value)
{
	seen_task_uid = value;
}

static s64 get_task_flags_in_c(const void *object)
{
	return ((const struct task_struct *)object)->flags;
}

static void set_task_flags_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->flags, value);
}

static s64 get_task_policy_in_c(const void *object)
{
	return ((const struct task_struct *)object)->policy;
}

static void set_task_policy_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->policy, value);
}

static s64 get_task_prio_in_c(const void *object)
{
	return ((const struct task_struct *)object)->prio;
}

static void set_task_prio_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->prio, value);
}

static s64 get_task_static_prio_in_c(const void *object)
{
	return ((const struct task_struct *)object)->static_prio;
}

static void set_task_static_prio_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->static_prio, value);
}

static s64 get_task_start_time_in_c(const void *object)
{
	return ((const struct task_struct *)object)->start_time;
}

static void set_task_start_time_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->start_time, value);
}

static s64 get_task_runtime_in_c(const void *object)
{
	return ((const struct task_struct *)object)->se.sum_exec_runtime;
}

static void set_task_runtime_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->se.sum_exec_runtime, value);
}

static s64 get_task_min_flt_in_c(const void *object)
{
	return ((const struct task_struct *)object)->min_flt;
}

static void set_task_min_flt_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->min_flt, value);
}

static s64 get_task_maj_flt_in_c(const void *object)
{
	return ((const struct task_struct *)object)->maj_flt;
}

static void set_task_maj_flt_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->maj_flt, value);
}

static s64 get_task_nvcsw_in_c(const void *object)
{
	return ((const struct task_struct *)object)->nvcsw;
}

static void set_task_nvcsw_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->nvcsw, value);
}

static s64 get_task_nivcsw_in_c(const void *object)
{
	return ((const struct task_struct *)object)->nivcsw;
}

static void set_task_nivcsw_in_c(void *object, s64 value)
{
	binding_assign(((struct task_struct *)object)->nivcsw, value);
}

static const struct binding_field fields[] = {
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "pid",
		.where = "specs/task.yaml:29",
		.access = "ro",
		.get = get_task_pid_in_c,
		.set = set_task_pid_in_c,
		.bits = 8 * sizeof_field(struct task_struct, pid),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "tgid",
		.where = "specs/task.yaml:30",
		.access = "ro",
		.get = get_task_tgid_in_c,
		.set = set_task_tgid_in_c,
		.bits = 8 * sizeof_field(struct task_struct, tgid),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "uid",
		.where = "specs/task.yaml:32",
		.access = "ro",
		.get = get_task_uid_in_c,
		.set = set_task_uid_in_c,
		.bits = 8 * sizeof(u32),
		.by_c = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "flags",
		.where = "specs/task.yaml:33",
		.access = "ro",
		.get = get_task_flags_in_c,
		.set = set_task_flags_in_c,
		.bits = 8 * sizeof_field(struct task_struct, flags),
		.constants = flag_names,
		.flags = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "policy",
		.where = "specs/task.yaml:34",
		.access = "ro",
		.get = get_task_policy_in_c,
		.set = set_task_policy_in_c,
		.bits = 8 * sizeof_field(struct task_struct, policy),
		.constants = policy_names,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "prio",
		.where = "specs/task.yaml:35",
		.access = "ro",
		.get = get_task_prio_in_c,
		.set = set_task_prio_in_c,
		.bits = 8 * sizeof_field(struct task_struct, prio),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "static_prio",
		.where = "specs/task.yaml:36",
		.access = "ro",
		.get = get_task_static_prio_in_c,
		.set = set_task_static_prio_in_c,
		.bits = 8 * sizeof_field(struct task_struct, static_prio),
		.is_signed = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "start_time",
		.where = "specs/task.yaml:37",
		.access = "ro",
		.get = get_task_start_time_in_c,
		.set = set_task_start_time_in_c,
		.bits = 8 * sizeof_field(struct task_struct, start_time),
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "runtime",
		.where = "specs/task.yaml:38",
		.access = "ro",
		.get = get_task_runtime_in_c,
		.set = set_task_runtime_in_c,
		.bits = 8 * sizeof_field(struct task_struct, se.sum_exec_runtime),
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "min_flt",
		.where = "specs/task.yaml:39",
		.access = "ro",
		.get = get_task_min_flt_in_c,
		.set = set_task_min_flt_in_c,
		.bits = 8 * sizeof_field(struct task_struct, min_flt),
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "maj_flt",
		.where = "specs/task.yaml:40",
		.access = "ro",
		.get = get_task_maj_flt_in_c,
		.set = set_task_maj_flt_in_c,
		.bits = 8 * sizeof_field(struct task_struct, maj_flt),
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "nvcsw",
		.where = "specs/task.yaml:41",
		.access = "ro",
		.get = get_task_nvcsw_in_c,
		.set = set_task_nvcsw_in_c,
		.bits = 8 * sizeof_field(struct task_struct, nvcsw),
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "nivcsw",
		.where = "specs/task.yaml:42",
		.access = "ro",
		.get = get_task_nivcsw_in_c,
		.set = set_task_nivcsw_in_c,
		.bits = 8 * sizeof_field(struct task_struct, nivcsw),
	},
	{},
};

static const void *next_field(const void *prev, char *desc)
{
	return binding_next(prev, fields, sizeof(fields[0]), desc);
}

static const struct binding_field named[] = {
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "flags",
		.where = "specs/task.yaml:33",
		.access = "ro",
		.get = get_task_flags_in_c,
		.set = set_task_flags_in_c,
		.bits = 8 * sizeof_field(struct task_struct, flags),
		.constants = flag_names,
		.flags = true,
	},
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "policy",
		.where = "specs/task.yaml:34",
		.access = "ro",
		.get = get_task_policy_in_c,
		.set = set_task_policy_in_c,
		.bits = 8 * sizeof_field(struct task_struct, policy),
		.constants = policy_names,
	},
	{},
};

static const void *next_named(const void *prev, char *desc)
{
	return binding_next(prev, named, sizeof(named[0]), desc);
}

static const struct binding_field flagged[] = {
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "flags",
		.where = "specs/task.yaml:33",
		.access = "ro",
		.get = get_task_flags_in_c,
		.set = set_task_flags_in_c,
		.bits = 8 * sizeof_field(struct task_struct, flags),
		.constants = flag_names,
		.flags = true,
	},
	{},
};

static const void *next_flagged(const void *prev, char *desc)
{
	return binding_next(prev, flagged, sizeof(flagged[0]), desc);
}

static const struct binding_text texts[] = {
	{
		.layout = &luadata_layout_task,
		.size = sizeof(struct task_struct),
		.name = "comm",
		.where = "specs/task.yaml:31",
		.access = "ro",
		.offset = offsetof(struct task_struct, comm),
		.length = sizeof_field(struct task_struct, comm),
		.kind = BINDING_TEXT,
	},
	{},
};

static const void *next_text(const void *prev, char *desc)
{
	return binding_next(prev, texts, sizeof(texts[0]), desc);
}

static void task_is_closed_to_scripts(struct kunit *test)
{
	binding_closed(test, &luadata_layout_task);
}

static void task_ends_where_its_memory_ends(struct kunit *test)
{
	binding_cut(test, fields, &luadata_layout_task, sizeof(struct task_struct));
}

static void task_refuses_unknown_names(struct kunit *test)
{
	binding_unknown(test, &luadata_layout_task, sizeof(struct task_struct));
}

/* Puts task.current with right arguments on the stack; nothing was called so far. */
static void ready_current(struct kunit *test, struct binding_test *t)
{
	memset(&faked_current, 0, sizeof(faked_current));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_task, "current"));
}

static void current_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);
	struct task_struct *object = binding_memory(test, &luadata_layout_task);

	ready_current(test, t);
	faked_current.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_current.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_CONST, 0);
	lua_pushvalue(t->L, 1);
	lua_setglobal(t->L, "kept");
	binding_leave(t);
	binding_expect_expired(test, "kept");
}

static void current_takes_no_error_for_an_object(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_current(test, t);
	faked_current.result = ERR_PTR(-EINVAL);
	KUNIT_EXPECT_FALSE(test, binding_call(t));
	KUNIT_EXPECT_TRUE(test, binding_says(t, "task.current: nothing there"));
	binding_leave(t);
}

/* Puts task.cpu with right arguments on the stack; nothing was called so far. */
static void ready_cpu(struct kunit *test, struct binding_test *t)
{
	memset(&faked_cpu, 0, sizeof(faked_cpu));
	KUNIT_EXPECT_TRUE(test, binding_function(t, luaopen_task, "cpu"));
}

static void cpu_passes_arguments_and_results(struct kunit *test)
{
	struct binding_test *t = binding_enter(test);

	ready_cpu(test, t);
	faked_cpu.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, binding_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_cpu.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	binding_leave(t);
}

static struct kunit_case cases[] = {
	KUNIT_CASE_PARAM(field_reads_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_writes_as_in_c, next_field),
	KUNIT_CASE_PARAM(field_refuses_what_it_cannot_hold, next_field),
	KUNIT_CASE_PARAM(field_expires_with_its_loan, next_field),
	KUNIT_CASE_PARAM(field_has_its_names, next_named),
	KUNIT_CASE_PARAM(flags_are_as_in_c, next_flagged),
	KUNIT_CASE_PARAM(text_is_as_in_c, next_text),
	KUNIT_CASE(task_is_closed_to_scripts),
	KUNIT_CASE(task_refuses_unknown_names),
	KUNIT_CASE(task_ends_where_its_memory_ends),
	KUNIT_CASE(current_passes_arguments_and_results),
	KUNIT_CASE(current_takes_no_error_for_an_object),
	KUNIT_CASE(cpu_passes_arguments_and_results),
	{},
};

static const struct binding_place places[] = {
	{"task_", "layout task", "specs/task.yaml:26"},
	{"current_", "function task.current", "specs/task.yaml:45"},
	{"cpu_", "function task.cpu", "specs/task.yaml:51"},
	{},
};

static void exit_case(struct kunit *test)
{
	binding_test_exit(test, places);
}

static struct kunit_suite suite = {
	.name = "klua_task",
	.init = binding_test_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
