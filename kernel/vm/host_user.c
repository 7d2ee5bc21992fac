// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The VM's host in user space: stack limit, seed, output. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include "lua.h"
#include "lua_host.h"
#include "host_user.h"

static __thread uintptr_t stack_end;
static __thread size_t stack_limit = LUA_HOST_STACK;

void lua_host_setstack(size_t bytes)
{
	stack_limit = bytes;
	stack_end = (uintptr_t)__builtin_frame_address(0) - bytes;
}

size_t lua_host_stackleft(void)
{
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);

	if (__builtin_expect(!stack_end, 0))
		stack_end = here - stack_limit;
	return here > stack_end ? here - stack_end : 0;
}

unsigned long long lua_host_seed(void)
{
	unsigned long long seed = 0;

	if (getrandom(&seed, sizeof(seed), 0) != sizeof(seed))
		seed = (uintptr_t)&seed;
	return seed;
}

bool lua_host_quiet;

void lua_host_print(lua_State *L, const char *s, size_t len)
{
	(void)L;
	if (lua_host_quiet)
		return;
	fwrite(s, 1, len, stdout);
	if (len == 1 && *s == '\n')
		fflush(stdout);
}

void lua_host_complain(const char *fmt, const char *arg)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	fprintf(stderr, fmt, arg);
#pragma GCC diagnostic pop
	fflush(stderr);
}

void lua_host_uncaught(lua_State *L)
{
	(void)L;
	lua_host_complain("lua: an error that nothing catches%s\n", "");
	abort();
}
