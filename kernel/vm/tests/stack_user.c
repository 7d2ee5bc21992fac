// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tests of the C stack guard: how deep does it really go on a kernel's stack? */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host_user.h"
#include "test_user.h"

#define KERNEL_STACK	16384

/* Run with 16 KiB of stack, on a painted one: how deep did it really go? */
struct nest {
	size_t size;
	const char *code;
	char result[256];
	uintptr_t top;
};

static void *nest_thread(void *arg)
{
	struct nest *n = arg;
	struct memory m;
	lua_State *L;

	n->top = (uintptr_t)__builtin_frame_address(0);
	if (!SANITIZED)
		lua_host_setstack(n->size);
	L = test_open(&m, 8 << 20);
	lua_setbudget(L, 300000000);
	if (luaL_loadbuffer(L, n->code, strlen(n->code), "=nest") || lua_pcall(L, 0, 1, 0))
		snprintf(n->result, sizeof(n->result), "error: %s", text(L, -1));
	else
		snprintf(n->result, sizeof(n->result), "%s", luaL_tolstring(L, -1, NULL));
	lua_close(L);
	return NULL;
}

/* The bytes of the @limit that were left at the deepest point; reports for the whole stack. */
static size_t nest(const char *name, const char *code, const char *expected, size_t limit)
{
	const size_t size = SANITIZED ? 4 << 20 : 1 << 18;
	unsigned char *stack = aligned_alloc(4096, size);
	struct nest n = { .size = limit, .code = code };
	pthread_attr_t attr;
	pthread_t thread;
	size_t i, used;

	memset(stack, 0xa5, size);
	pthread_attr_init(&attr);
	pthread_attr_setstack(&attr, stack, size);
	if (pthread_create(&thread, &attr, nest_thread, &n) || pthread_join(thread, NULL))
		exit(1);
	pthread_attr_destroy(&attr);
	for (i = 0; stack[i] == 0xa5; i++)
		;
	used = n.top - (uintptr_t)(stack + i);
	free(stack);
	if (limit != KERNEL_STACK)
		return limit - used;
	if (SANITIZED)		/* its frames are too large to compare */
		check(1, "stack", name);
	else if (!strcmp(expected, "ok"))
		report(strncmp(n.result, "error:", 6), "stack", name, "no error", n.result);
	else
		report(!!strstr(n.result, expected), "stack", name, expected, n.result);
	if (getenv("VM_TEST_STACK"))
		printf("# stack: %6zu bytes: %s\n", used, name);
	return limit - used;
}

void test_stack(const char *dir)
{
	lua_State *cases = test_cases(dir, "stack");
	size_t size, left, least = KERNEL_STACK;
	char got[64];
	int i;

	for (i = 1; i <= (int)lua_rawlen(cases, 1); i++) {
		/* other sizes: other frames are the ones at the limit */
		for (size = KERNEL_STACK; size > KERNEL_STACK - 768; size -= SANITIZED ? 768 : 64) {
			left = nest(test_field(cases, i, 1), test_field(cases, i, 2),
				    test_field(cases, i, 3), size);
			if (left < least)
				least = left;
		}
	}
	lua_close(cases);
	snprintf(got, sizeof(got), "%zu", least);
	if (!SANITIZED)
		report(least >= 4096, "stack", "bytes that stay free", "at least 4096", got);
	if (getenv("VM_TEST_STACK"))
		printf("# stack: %zu bytes stay free\n", least);
}
