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

#include "klua_suite.h"
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

SUITE_MEMBER(task_pid, struct task_struct, object->pid);
SUITE_MEMBER(task_tgid, struct task_struct, object->tgid);
SUITE_COMPUTED(task_uid, u32);
SUITE_MEMBER(task_flags, struct task_struct, object->flags);
SUITE_MEMBER(task_policy, struct task_struct, object->policy);
SUITE_MEMBER(task_prio, struct task_struct, object->prio);
SUITE_MEMBER(task_static_prio, struct task_struct, object->static_prio);
SUITE_MEMBER(task_start_time, struct task_struct, object->start_time);
SUITE_MEMBER(task_runtime, struct task_struct, object->se.sum_exec_runtime);
SUITE_MEMBER(task_min_flt, struct task_struct, object->min_flt);
SUITE_MEMBER(task_maj_flt, struct task_struct, object->maj_flt);
SUITE_MEMBER(task_nvcsw, struct task_struct, object->nvcsw);
SUITE_MEMBER(task_nivcsw, struct task_struct, object->nivcsw);

static const struct suite_field fields[] = {
	{{&luadata_layout_task, sizeof(struct task_struct), "pid", 29, "ro"},
	 SUITE_IN_C(task_pid), .bits = 8 * sizeof_field(struct task_struct, pid),
	 .is_signed = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "tgid", 30, "ro"},
	 SUITE_IN_C(task_tgid), .bits = 8 * sizeof_field(struct task_struct, tgid),
	 .is_signed = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "uid", 32, "ro"},
	 SUITE_IN_C(task_uid), .bits = 8 * sizeof(u32), .by_c = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "flags", 33, "ro"},
	 SUITE_IN_C(task_flags), .bits = 8 * sizeof_field(struct task_struct, flags),
	 .constants = flag_names, .flags = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "policy", 34, "ro"},
	 SUITE_IN_C(task_policy), .bits = 8 * sizeof_field(struct task_struct, policy),
	 .constants = policy_names},
	{{&luadata_layout_task, sizeof(struct task_struct), "prio", 35, "ro"},
	 SUITE_IN_C(task_prio), .bits = 8 * sizeof_field(struct task_struct, prio),
	 .is_signed = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "static_prio", 36, "ro"},
	 SUITE_IN_C(task_static_prio), .bits = 8 * sizeof_field(struct task_struct, static_prio),
	 .is_signed = true},
	{{&luadata_layout_task, sizeof(struct task_struct), "start_time", 37, "ro"},
	 SUITE_IN_C(task_start_time), .bits = 8 * sizeof_field(struct task_struct, start_time)},
	{{&luadata_layout_task, sizeof(struct task_struct), "runtime", 38, "ro"},
	 SUITE_IN_C(task_runtime),
	 .bits = 8 * sizeof_field(struct task_struct, se.sum_exec_runtime)},
	{{&luadata_layout_task, sizeof(struct task_struct), "min_flt", 39, "ro"},
	 SUITE_IN_C(task_min_flt), .bits = 8 * sizeof_field(struct task_struct, min_flt)},
	{{&luadata_layout_task, sizeof(struct task_struct), "maj_flt", 40, "ro"},
	 SUITE_IN_C(task_maj_flt), .bits = 8 * sizeof_field(struct task_struct, maj_flt)},
	{{&luadata_layout_task, sizeof(struct task_struct), "nvcsw", 41, "ro"},
	 SUITE_IN_C(task_nvcsw), .bits = 8 * sizeof_field(struct task_struct, nvcsw)},
	{{&luadata_layout_task, sizeof(struct task_struct), "nivcsw", 42, "ro"},
	 SUITE_IN_C(task_nivcsw), .bits = 8 * sizeof_field(struct task_struct, nivcsw)},
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

static const struct suite_text texts[] = {
	{{&luadata_layout_task, sizeof(struct task_struct), "comm", 31, "ro"},
	 .offset = offsetof(struct task_struct, comm),
	 .length = sizeof_field(struct task_struct, comm), .kind = SUITE_TEXT_ENDED},
	{},
};

SUITE_PARAMS(text, texts);

static void task_is_closed_to_scripts(struct kunit *test)
{
	suite_closed(test, &luadata_layout_task);
}

static void task_ends_where_its_memory_ends(struct kunit *test)
{
	suite_cut(test, fields, &luadata_layout_task, sizeof(struct task_struct));
}

static void task_refuses_unknown_names(struct kunit *test)
{
	suite_unknown(test, &luadata_layout_task, sizeof(struct task_struct));
}

/* Puts task.current with right arguments on the stack; nothing was called so far. */
static void ready_current(struct kunit *test, struct suite_case *t)
{
	memset(&faked_current, 0, sizeof(faked_current));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_task, "current"));
}

static void current_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);
	struct task_struct *object = suite_object(test, &luadata_layout_task);

	ready_current(test, t);
	faked_current.result = object;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_current.calls, 1u);
	KUNIT_EXPECT_NOT_NULL(test, luadata_testref(t->L, 1));
	KUNIT_EXPECT_EQ(test, luadata_testref(t->L, 1)->handle->flags & LUADATA_HANDLE_CONST, 0);
	lua_pushvalue(t->L, 1);
	lua_setglobal(t->L, "kept");
	suite_leave(t);
	suite_expect_expired(test, "kept");
}

static void current_takes_no_error_for_an_object(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_current(test, t);
	faked_current.result = ERR_PTR(-EINVAL);
	suite_refused(test, t, "task.current: nothing there");
	suite_leave(t);
}

/* Puts task.cpu with right arguments on the stack; nothing was called so far. */
static void ready_cpu(struct kunit *test, struct suite_case *t)
{
	memset(&faked_cpu, 0, sizeof(faked_cpu));
	KUNIT_EXPECT_TRUE(test, suite_function(t, luaopen_task, "cpu"));
}

static void cpu_passes_arguments_and_results(struct kunit *test)
{
	struct suite_case *t = suite_enter(test);

	ready_cpu(test, t);
	faked_cpu.result = 41;
	KUNIT_EXPECT_TRUE_MSG(test, suite_call(t), "%s", lua_tostring(t->L, -1));
	KUNIT_EXPECT_EQ(test, faked_cpu.calls, 1u);
	KUNIT_EXPECT_EQ(test, lua_tointeger(t->L, 1), 41);
	suite_leave(t);
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

static const struct suite_subject subjects[] = {
	{"task_", "layout task", 26},
	{"current_", "function task.current", 45},
	{"cpu_", "function task.cpu", 51},
	{},
};

static void exit_case(struct kunit *test)
{
	suite_exit(test, "specs/task.yaml", subjects);
}

static struct kunit_suite suite = {
	.name = "klua_task",
	.init = suite_init,
	.exit = exit_case,
	.test_cases = cases,
};

kunit_test_suite(suite);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
