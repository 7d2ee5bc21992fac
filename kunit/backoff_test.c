// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* KUnit tests of how long failing calls may go on, and who backs off for it, in made-up time. */
#include <kunit/test.h>
#include <linux/module.h>

#include "backoff.c"

#define MS NSEC_PER_MSEC
#define PACKET (20 * NSEC_PER_USEC) /* what a call takes that does not fail */
#define SECONDS 20
#define MOST 48 /* scripts */

/* A script: how long its calls fail, and after how long it does so again. */
struct script {
	u64 cost;
	u64 every;
	u64 next;
	u64 failed; /* in all */
	unsigned int refused;
	struct klua_backoff_share share;
};

/* A CPU, its clock, and the scripts that each of its packets goes through. */
struct cpu {
	u64 now;
	u64 failed;
	struct klua_backoff account;
	struct script scripts[MOST];
};

static struct cpu *make(struct kunit *test)
{
	struct cpu *cpu = kunit_kzalloc(test, sizeof(*cpu), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, cpu);
	cpu->now = NSEC_PER_SEC;
	return cpu;
}

static void call(struct cpu *cpu, struct klua_backoff *account, struct script *script)
{
	if (is_active(account, &script->share, cpu->now)) {
		script->refused++;
		return;
	}
	script->share.began = cpu->now;
	if (!script->cost || cpu->now < script->next) {
		cpu->now += PACKET;
		return;
	}
	cpu->now += script->cost;
	cpu->failed += script->cost;
	script->failed += script->cost;
	script->next = cpu->now + script->every;
	account_failure(account, &script->share, cpu->now);
}

/* One packet after another, for some seconds. Return: percent of the time in which calls failed. */
static unsigned int flood(struct cpu *cpu, unsigned int scripts)
{
	u64 end = cpu->now + SECONDS * NSEC_PER_SEC;
	unsigned int i;

	while (cpu->now < end) {
		cpu->now += PACKET;
		for (i = 0; i < scripts; i++)
			call(cpu, &cpu->account, &cpu->scripts[i]);
	}
	return cpu->failed * 100 / (SECONDS * NSEC_PER_SEC);
}

static void one_takes_half(struct kunit *test)
{
	struct cpu *cpu = make(test);
	unsigned int percent;

	cpu->scripts[0].cost = 5 * MS;
	percent = flood(cpu, 1);
	KUNIT_EXPECT_GE(test, percent, 48);
	KUNIT_EXPECT_LE(test, percent, 51);
	KUNIT_EXPECT_GT(test, cpu->scripts[0].refused, 0);
}

static void those_that_take_turns_take_half_together(struct kunit *test)
{
	unsigned int i, n, percent;
	struct cpu *cpu;

	for (n = 2; n <= MOST; n += n / 2) {
		cpu = make(test);
		for (i = 0; i < n; i++)
			cpu->scripts[i].cost = (3 + i % 5) * MS;
		percent = flood(cpu, n);
		KUNIT_EXPECT_GE_MSG(test, percent, 40, "%u scripts", n);
		KUNIT_EXPECT_LE_MSG(test, percent, 52, "%u scripts", n);
		for (i = 0; i < n; i++) /* none is left out for good */
			KUNIT_EXPECT_GT_MSG(test, cpu->scripts[i].failed,
					    SECONDS * NSEC_PER_SEC / 10 / n, "%u of %u", i, n);
	}
}

static void a_long_call_backs_off_as_long(struct kunit *test)
{
	struct cpu *cpu = make(test);
	unsigned int percent;

	cpu->scripts[0].cost = 3000 * MS;
	percent = flood(cpu, 1);
	KUNIT_EXPECT_GE(test, percent, 45);
	KUNIT_EXPECT_LE(test, percent, 60);
}

static void less_than_half_needs_no_backoff(struct kunit *test)
{
	struct cpu *cpu = make(test);

	cpu->scripts[0].cost = 5 * MS;
	cpu->scripts[0].every = 6 * MS;
	flood(cpu, 1);
	KUNIT_EXPECT_EQ(test, cpu->scripts[0].refused, 0);
}

/* Bursts of 20 ms, which 18 ms without a call pay for nearly whole. */
static void idle_time_pays_for_the_excess(struct kunit *test)
{
	struct cpu *cpu = make(test);
	unsigned int i, burst;

	cpu->scripts[0].cost = 5 * MS;
	for (burst = 0; burst < 5; burst++) {
		for (i = 0; i < 4; i++)
			call(cpu, &cpu->account, &cpu->scripts[0]);
		cpu->now += 18 * MS;
	}
	KUNIT_EXPECT_EQ(test, cpu->scripts[0].refused, 0);
}

static void who_fails_seldom_does_not_back_off_with_others(struct kunit *test)
{
	struct cpu *cpu = make(test);
	unsigned int percent;

	cpu->scripts[0].cost = 5 * MS;
	cpu->scripts[1].cost = 5 * MS;
	cpu->scripts[2].cost = 5 * MS;
	cpu->scripts[2].every = 100 * MS;
	percent = flood(cpu, 4);
	KUNIT_EXPECT_LE(test, percent, 55);
	KUNIT_EXPECT_GT(test, cpu->scripts[0].refused, 0);
	KUNIT_EXPECT_GT(test, cpu->scripts[1].refused, 0);
	KUNIT_EXPECT_EQ(test, cpu->scripts[2].refused, 0);
	KUNIT_EXPECT_EQ(test, cpu->scripts[3].refused, 0);
}

static void who_fails_quickly_does_not_back_off_with_others(struct kunit *test)
{
	struct cpu *cpu = make(test);

	cpu->scripts[0].cost = 5 * MS;
	cpu->scripts[1].cost = PACKET;
	cpu->scripts[1].every = 8 * PACKET;
	flood(cpu, 2);
	KUNIT_EXPECT_GT(test, cpu->scripts[0].refused, 0);
	KUNIT_EXPECT_EQ(test, cpu->scripts[1].refused, 0);
}

/* Two CPUs want one VM: while a call fails on one, the other waits. */
static void who_waits_for_another_cpu_is_charged(struct kunit *test)
{
	struct cpu *cpu = make(test);
	struct klua_backoff *accounts = kunit_kcalloc(test, 2, sizeof(*accounts), GFP_KERNEL);
	struct script *script = &cpu->scripts[0];
	u64 end = cpu->now + SECONDS * NSEC_PER_SEC, before;
	unsigned int i, percent;

	KUNIT_ASSERT_NOT_NULL(test, accounts);
	script->cost = 5 * MS;
	for (i = 0; cpu->now < end; i = !i) {
		before = script->failed;
		call(cpu, &accounts[i], script);
		atomic64_add(script->failed - before, &accounts[!i].waited);
		cpu->now += PACKET;
	}
	percent = script->failed * 100 / (SECONDS * NSEC_PER_SEC);
	KUNIT_EXPECT_GE(test, percent, 40);
	KUNIT_EXPECT_LE(test, percent, 52);
}

/* What a CPU waited long ago makes no backoff now. */
static void what_was_waited_has_an_end(struct kunit *test)
{
	struct cpu *cpu = make(test);

	atomic64_set(&cpu->account.waited, 3600 * NSEC_PER_SEC);
	cpu->scripts[0].cost = 5 * MS;
	call(cpu, &cpu->account, &cpu->scripts[0]);
	KUNIT_EXPECT_LE(test, cpu->account.until, cpu->now + KLUA_BACKOFF_EXCESS + 5 * MS);
}

static struct kunit_case cases[] = {
	KUNIT_CASE(one_takes_half),
	KUNIT_CASE(those_that_take_turns_take_half_together),
	KUNIT_CASE(a_long_call_backs_off_as_long),
	KUNIT_CASE(less_than_half_needs_no_backoff),
	KUNIT_CASE(idle_time_pays_for_the_excess),
	KUNIT_CASE(who_fails_seldom_does_not_back_off_with_others),
	KUNIT_CASE(who_fails_quickly_does_not_back_off_with_others),
	KUNIT_CASE(who_waits_for_another_cpu_is_charged),
	KUNIT_CASE(what_was_waited_has_an_end),
	{},
};

static struct kunit_suite backoff_suite = {
	.name = "klua_backoff",
	.test_cases = cases,
};

kunit_test_suites(&backoff_suite);

MODULE_DESCRIPTION("Tests of what failing calls may take");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
