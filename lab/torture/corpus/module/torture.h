/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* torture.h: one script, entered once or a few times, and what came of it. */
#ifndef TORTURE_H
#define TORTURE_H

#include "klua.h"

enum torture_where {
	TORTURE_TASK,      /* in the task that asks */
	TORTURE_INTERRUPT, /* in a soft interrupt, on this CPU's interrupt stack */
	TORTURE_KSOFTIRQD, /* in a soft interrupt, on the stack of ksoftirqd */
	TORTURE_IRQS_OFF,  /* in the task; interrupts go off once it is inside */
};

/**
 * struct torture_run - what is asked, and what it gave
 * @entries: how often the hook is called
 * @bytes: of the block that each entry lends
 * @counted: the allocator is counted, too: it costs a few instructions for each block
 * @load, @call, @close: nanoseconds; @call is the longest of the entries
 * @units: spent in the last entry
 * @left: bytes of the stack that no entry touched
 * @peak: bytes of Lua memory at the highest point
 * @leak: bytes that closing did not give back (with @counted)
 * @cause: of the last entry that failed, or KLUA_CAUSES
 * @text: the error, or what the function returned
 */
struct torture_run {
	enum klua_context context;
	enum torture_where where;
	long long budget;
	size_t memory;
	unsigned int entries;
	unsigned int bytes;
	unsigned int counted;
	int status;
	u64 load, call, close;
	long long units;
	size_t left;
	size_t peak;
	long leak;
	enum klua_cause cause;
	char text[512];
};

/* hook.c */
int torture_hook_init(void);
void torture_hook_exit(void);
void torture_script(struct torture_run *run, const char *text, size_t size);

/* place.c */

/**
 * torture_place() - call @fn where @where says
 *
 * Return: 0, or -EAGAIN: that stack could not be had.
 */
int torture_place(enum torture_where where, void (*fn)(void *arg), void *arg);

/**
 * torture_paint() - fill what is free of the stack that we run on
 * torture_unpainted() - bytes at its end that are as they were painted
 */
void torture_paint(void);
size_t torture_unpainted(void);

#endif
