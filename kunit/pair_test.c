// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of two states that enter each other at the same time: neither waits for the other. */
#include <kunit/test.h>
#include <linux/completion.h>
#include <linux/cpumask.h>
#include <linux/delay.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/sched.h>

#include "life.h"

#define PAIR_ROUNDS 1000        /* at least */
#define PAIR_MEETINGS 20        /* and until so many calls found the other thread inside */
#define PAIR_ROUNDS_MAX 1000000 /* or so many rounds met nobody */
#define PAIR_SECONDS 600

/* A thread, the state that it enters, and what came of entering the other's from inside. */
struct side {
	struct klua_state *state;
	struct klua_attachment *at;
	struct completion done;
	bool inside;
	unsigned int rounds, meetings, busy;
};

static struct side sides[2];
static enum klua_context context;

/* ---- a binding through which each script reaches the other ---- */

static int side_attach(struct klua_attachment *at)
{
	sides[*(const int *)at->options].at = at;
	return 0;
}

static void side_detach(struct klua_attachment *at)
{
}

static const struct klua_host host = {
	.attach = side_attach,
	.detach = side_detach,
};

static int any_integer(struct klua_vm *vm, const void *args, s64 *result)
{
	return klua_integer(vm, S64_MIN, S64_MAX, result);
}

static const struct klua_callback callbacks[] = {
	{ .name = "pair.atomic",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_ATOMIC,
	  .host = &host,
	  .result = any_integer },
	{ .name = "pair.sleepable",
	  .owner = THIS_MODULE,
	  .context = KLUA_CONTEXT_SLEEPABLE,
	  .host = &host,
	  .result = any_integer },
};

/* pair.attach(side, function) */
static int pair_attach(lua_State *L)
{
	int which = luaL_checkinteger(L, 1);

	klua_attach(L, &callbacks[context == KLUA_CONTEXT_SLEEPABLE], 2, &which, sizeof(which));
	return 0;
}

/* pair.enter(side): errno of entering that side's state */
static int pair_enter(lua_State *L)
{
	struct side *other = &sides[luaL_checkinteger(L, 1)];
	struct side *own = &sides[other == sides];
	s64 result;

	WRITE_ONCE(own->inside, true);
	if (context == KLUA_CONTEXT_SLEEPABLE)
		schedule(); /* where there is one CPU, the other thread gets in now */
	else
		udelay(5);
	own->meetings += READ_ONCE(other->inside);
	lua_pushinteger(L, klua_call(other->at, NULL, &result));
	return 1;
}

static const luaL_Reg functions[] = {
	{ "attach", pair_attach },
	{ "enter", pair_enter },
	{},
};

static int pair_open(lua_State *L)
{
	luaL_newlib(L, functions);
	return 1;
}

static struct klua_binding binding = {
	.name = "pair",
	.owner = THIS_MODULE,
	.open = pair_open,
	.capability = -1,
};

/* ---- the two threads ---- */

static s64 call_side(struct side *side)
{
	s64 result = 0;
	int err = klua_call(side->at, NULL, &result);

	WRITE_ONCE(side->inside, false);
	return err ?: result;
}

static bool goes_on(const struct side *side)
{
	return side->rounds < PAIR_ROUNDS ||
	       (READ_ONCE(side->meetings) < PAIR_MEETINGS && side->rounds < PAIR_ROUNDS_MAX);
}

/* Both go on until both have met the other often enough. */
static int run_side(void *arg)
{
	struct side *side = arg;

	while (goes_on(&sides[0]) || goes_on(&sides[1])) {
		side->busy += call_side(side) == -EBUSY;
		WRITE_ONCE(side->rounds, side->rounds + 1);
		cond_resched();
	}
	complete(&side->done);
	return 0;
}

static struct task_struct *start(struct kunit *test, int which, unsigned int cpu)
{
	static const char code[] =
		"local pair = require 'pair' pair.attach(%d, function() return pair.enter(%d) end)";
	struct klua_options options = { .load_budget = 1000000 };
	struct side *side = &sides[which];
	struct task_struct *task;
	char text[160];

	snprintf(text, sizeof(text), code, which, !which);
	options.name = which ? "second" : "first";
	side->state = klua_create_listed(&options);
	KUNIT_ASSERT_FALSE(test, IS_ERR(side->state));
	KUNIT_ASSERT_EQ_MSG(test, klua_load(side->state, text, strlen(text), "@pair.lua"), 0, "%s",
			    klua_error(side->state));
	init_completion(&side->done);
	task = kthread_create(run_side, side, "klua_pair/%d", which);
	KUNIT_ASSERT_FALSE(test, IS_ERR(task));
	kthread_bind(task, cpu);
	return task;
}

static void enter_each_other(struct kunit *test, enum klua_context kind)
{
	struct task_struct *tasks[2];
	int i;

	memset(sides, 0, sizeof(sides));
	context = kind;
	tasks[0] = start(test, 0, cpumask_first(cpu_online_mask));
	tasks[1] = start(test, 1, cpumask_last(cpu_online_mask));
	for (i = 0; i < 2; i++)
		wake_up_process(tasks[i]);
	for (i = 0; i < 2; i++)
		KUNIT_ASSERT_NE(test, 0ul, /* the states stay with those who wait for each other */
				wait_for_completion_timeout(&sides[i].done, PAIR_SECONDS * HZ));
	for (i = 0; i < 2; i++) {
		KUNIT_EXPECT_GE(test, sides[i].meetings, PAIR_MEETINGS);
		KUNIT_EXPECT_EQ(test, sides[i].busy, sides[i].rounds);
		klua_destroy(sides[i].state);
	}
	kunit_info(test, "%u and %u calls, %u and %u met the other inside", sides[0].rounds,
		   sides[1].rounds, sides[0].meetings, sides[1].meetings);
}

static void atomic_states_enter_each_other(struct kunit *test)
{
	if (num_online_cpus() < 2)
		kunit_skip(test, "needs two CPUs");
	enter_each_other(test, KLUA_CONTEXT_ATOMIC);
}

static void sleepable_states_enter_each_other(struct kunit *test)
{
	enter_each_other(test, KLUA_CONTEXT_SLEEPABLE);
}

static int suite_init(struct kunit_suite *suite)
{
	return klua_register(&binding);
}

static void suite_exit(struct kunit_suite *suite)
{
	klua_unregister(&binding);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(atomic_states_enter_each_other),
	KUNIT_CASE(sleepable_states_enter_each_other),
	{},
};

static struct kunit_suite pair_suite = {
	.name = "klua_pair",
	.suite_init = suite_init,
	.suite_exit = suite_exit,
	.test_cases = cases,
};

kunit_test_suites(&pair_suite);

MODULE_DESCRIPTION("Tests of two states that enter each other");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
