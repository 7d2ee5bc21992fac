// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Where a script is entered: a task, or a soft interrupt on one of the two stacks that they have;
 * how much of it was never touched.
 *
 * A soft interrupt runs on the interrupt stack when the interrupt that raised it ends; one raised
 * by a task is ksoftirqd's, which has a stack like any task. Whether it came out so is looked at,
 * and tried again if not.
 */
#include <linux/completion.h>
#include <linux/interrupt.h>
#include <linux/irq_work.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/sched/task_stack.h>

#include "torture.h"

#define TORTURE_PATTERN 0xa5a5a5a5a5a5a5a5ul
#define TORTURE_TRIES	100
#define TORTURE_MARGIN	256 /* of who paints */

struct torture_visit {
	enum torture_where where;
	void (*fn)(void *arg);
	void *arg;
	bool came;
	struct irq_work work;
	struct tasklet_struct tasklet;
	struct completion done;
};

static unsigned long torture_irq_stack; /* of the CPU that the last visit was on */

static bool on_task_stack(unsigned long sp)
{
	return sp - (unsigned long)task_stack_page(current) < THREAD_SIZE;
}

static void visit_soft(struct tasklet_struct *tasklet)
{
	struct torture_visit *visit = container_of(tasklet, struct torture_visit, tasklet);
	bool task = on_task_stack((unsigned long)__builtin_frame_address(0));
	bool wanted = visit->where == TORTURE_KSOFTIRQD;

	if (task == wanted) {
		visit->came = true;
		visit->fn(visit->arg);
	}
	complete(&visit->done);
}

/* Near the start of the interrupt stack, which is whole pages. */
static void visit_hard(struct irq_work *work)
{
	struct torture_visit *visit = container_of(work, struct torture_visit, work);
	unsigned long sp = (unsigned long)__builtin_frame_address(0);

	if (!(softirq_count() & SOFTIRQ_OFFSET) && !on_task_stack(sp))
		torture_irq_stack = PAGE_ALIGN(sp) - IRQ_STACK_SIZE;
	tasklet_schedule(&visit->tasklet);
}

static void visit_once(struct torture_visit *visit)
{
	reinit_completion(&visit->done);
	if (visit->where == TORTURE_INTERRUPT)
		irq_work_queue(&visit->work);
	else
		tasklet_schedule(&visit->tasklet);
	wait_for_completion(&visit->done);
	irq_work_sync(&visit->work);
}

int torture_place(enum torture_where where, void (*fn)(void *arg), void *arg)
{
	struct torture_visit visit = { .where = where, .fn = fn, .arg = arg };
	int i;

	if (where == TORTURE_TASK || where == TORTURE_IRQS_OFF) {
		fn(arg);
		return 0;
	}
	init_irq_work(&visit.work, visit_hard);
	tasklet_setup(&visit.tasklet, visit_soft);
	init_completion(&visit.done);
	for (i = 0; i < TORTURE_TRIES && !visit.came; i++)
		visit_once(&visit);
	tasklet_kill(&visit.tasklet);
	return visit.came ? 0 : -EAGAIN;
}

static unsigned long stack_end(unsigned long sp)
{
	return on_task_stack(sp) ? (unsigned long)end_of_stack(current) + sizeof(long) :
				   torture_irq_stack;
}

/* A KASAN kernel takes parts of the stack for forbidden. */
noinline __no_sanitize_address void torture_paint(void)
{
	unsigned long sp = (unsigned long)__builtin_frame_address(0) - TORTURE_MARGIN;
	unsigned long *p;

	for (p = (void *)stack_end(sp); (unsigned long)p < sp; p++)
		WRITE_ONCE(*p, TORTURE_PATTERN);
}

noinline __no_sanitize_address size_t torture_unpainted(void)
{
	unsigned long sp = (unsigned long)__builtin_frame_address(0);
	unsigned long end = stack_end(sp);
	unsigned long *p = (void *)end;

	while ((unsigned long)p < sp && READ_ONCE(*p) == TORTURE_PATTERN)
		p++;
	return (unsigned long)p - end;
}
