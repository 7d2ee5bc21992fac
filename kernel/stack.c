// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * How much is left of the kernel stack that we run on.
 *
 * That is the task's, or, in a soft interrupt, perhaps this CPU's interrupt stack, whose place no
 * symbol gives to modules. An irq_work on each CPU learns it: it runs on that stack near its start,
 * and the stack is whole pages. On any other stack the answer is 0: a script's error, not a guess.
 */
#include <linux/cpuhotplug.h>
#include <linux/delay.h>
#include <linux/irq_work.h>
#include <linux/mm.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/sched/task_stack.h>

#include "compat.h"
#include "lua_host.h"
#include "stack.h"

#ifdef KLUA_IRQ_STACK_SIZE

#define LEARN_TRIES \
	1000 /* each 100 us or more; one fails only where a soft interrupt was under way */

static DEFINE_PER_CPU(unsigned long, irq_stack); /* its lowest address; 0: not known */
static DEFINE_PER_CPU(struct irq_work, learner);
static int hotplug_state;

static bool on_stack(unsigned long base, size_t size, unsigned long sp)
{
	return sp - base < size;
}

static unsigned long task_stack(void)
{
	return (unsigned long)task_stack_page(current);
}

static void learn_here(struct irq_work *work)
{
	unsigned long sp = (unsigned long)__builtin_frame_address(0);

	/* In a soft interrupt this is deep in the stack, or on a task's. */
	if (softirq_count() & SOFTIRQ_OFFSET)
		return;
	if (!on_stack(task_stack(), THREAD_SIZE, sp))
		__this_cpu_write(irq_stack, PAGE_ALIGN(sp) - KLUA_IRQ_STACK_SIZE);
}

/* Runs on the CPU that came up, in its own task. Without the stack, scripts fail there. */
static int learn_stack(unsigned int cpu)
{
	struct irq_work *work = per_cpu_ptr(&learner, cpu);
	int i;

	init_irq_work(work, learn_here);
	for (i = 0; i < LEARN_TRIES && !per_cpu(irq_stack, cpu); i++) {
		irq_work_queue(work);
		irq_work_sync(work);
		if (!per_cpu(irq_stack, cpu))
			usleep_range(100, 200);
	}
	if (!per_cpu(irq_stack, cpu))
		pr_warn("klua: no interrupt stack found on CPU %u: scripts will not run in its interrupts\n",
			cpu);
	return 0;
}

int klua_stack_init(void)
{
	hotplug_state = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "klua:online", learn_stack, NULL);
	return hotplug_state < 0 ? hotplug_state : 0;
}

void klua_stack_exit(void)
{
	unsigned int cpu;

	cpuhp_remove_state_nocalls(hotplug_state);
	for_each_possible_cpu(cpu) /* bounded: CPUs */
		if (per_cpu(learner, cpu).func)
			irq_work_sync(per_cpu_ptr(&learner, cpu));
}

size_t lua_host_stackleft(void)
{
	unsigned long sp = (unsigned long)__builtin_frame_address(0);
	unsigned long base = task_stack();

	if (likely(on_stack(base, THREAD_SIZE, sp)))
		return sp - base;
	base = raw_cpu_read(irq_stack);
	if (base && on_stack(base, KLUA_IRQ_STACK_SIZE, sp))
		return sp - base;
	return 0;
}

#else /* one stack for each task and no other that scripts run on */

int klua_stack_init(void)
{
	return 0;
}

void klua_stack_exit(void)
{
}

size_t lua_host_stackleft(void)
{
	unsigned long base = (unsigned long)task_stack_page(current);
	size_t left;

	/* Interrupts run on the task's stack here, instrumented ones: half of it is theirs. */
	if (IS_ENABLED(CONFIG_KASAN))
		base += THREAD_SIZE / 2;
	left = (unsigned long)__builtin_frame_address(0) - base;
	return left < THREAD_SIZE ? left : 0;
}

#endif
