// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of more tasks inside of sleepable states than have a place: each is known to be. */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/sched.h>

#include "klua.h"

#define CROWD 33 /* kernel/enter.c has 32 places */
#define CROWD_SECONDS 60

/* A task, its state, and what came of entering another from inside, and its own again later. */
struct member {
	struct klua_state *state;
	struct task_struct *task;
	struct completion done;
	long entered, nested, again;
};

static struct member members[CROWD];
static struct klua_state *spare; /* nobody is inside */
static atomic_t ninside;
static DECLARE_COMPLETION(all_inside);

static long enter_and_leave(struct klua_state *state)
{
	struct klua_vm *vm = klua_lock(state);

	if (IS_ERR(vm))
		return PTR_ERR(vm);
	klua_unlock(vm);
	return 0;
}

static int run_member(void *arg)
{
	struct member *member = arg;
	struct klua_vm *vm = klua_lock(member->state);

	member->entered = PTR_ERR_OR_ZERO(vm);
	if (atomic_inc_return(&ninside) == CROWD)
		complete_all(&all_inside);
	wait_for_completion_timeout(&all_inside, CROWD_SECONDS * HZ);
	member->nested = enter_and_leave(spare);
	if (!IS_ERR(vm))
		klua_unlock(vm);
	member->again = enter_and_leave(member->state);
	complete(&member->done);
	return 0;
}

static struct klua_state *make(struct kunit *test, const char *name)
{
	struct klua_options options = { .name = name };
	struct klua_state *state = klua_create(&options);

	KUNIT_ASSERT_FALSE(test, IS_ERR(state));
	KUNIT_ASSERT_EQ(test, klua_load(state, "", 0, "@crowd.lua"), 0);
	return state;
}

static void start(struct kunit *test, int which)
{
	struct member *member = &members[which];
	char name[16];

	snprintf(name, sizeof(name), "crowd-%d", which);
	member->state = make(test, name);
	init_completion(&member->done);
	member->task = kthread_create(run_member, member, "klua_crowd/%d", which);
	KUNIT_ASSERT_FALSE(test, IS_ERR(member->task));
}

static void each_of_a_crowd_enters_one_state(struct kunit *test)
{
	int i;

	spare = make(test, "spare");
	for (i = 0; i < CROWD; i++)
		start(test, i);
	for (i = 0; i < CROWD; i++)
		wake_up_process(members[i].task);
	for (i = 0; i < CROWD; i++) {
		KUNIT_ASSERT_NE(test, 0ul,
				wait_for_completion_timeout(&members[i].done,
							    2 * CROWD_SECONDS * HZ));
		KUNIT_EXPECT_EQ_MSG(test, members[i].entered, 0, "%d", i);
		KUNIT_EXPECT_EQ_MSG(test, members[i].nested, -EBUSY, "%d", i);
		KUNIT_EXPECT_EQ_MSG(test, members[i].again, 0, "%d", i);
		klua_destroy(members[i].state);
	}
	klua_destroy(spare);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(each_of_a_crowd_enters_one_state),
	{},
};

static struct kunit_suite crowd_suite = {
	.name = "klua_crowd",
	.test_cases = cases,
};

kunit_test_suites(&crowd_suite);

MODULE_DESCRIPTION("Tests of many tasks inside of states");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
