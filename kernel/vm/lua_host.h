/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What the VM asks of its host: the runtime in the kernel, host_user.c in user space.
 *
 * Nothing here may raise a Lua error or allocate Lua memory, lua_host_print() excepted.
 */
#ifndef LUA_HOST_H
#define LUA_HOST_H

#include <stddef.h>

struct lua_State;

#ifdef __KERNEL__
#define LUA_HOST_NORETURN	/* see l_noret in lua_config.h */
#else
#define LUA_HOST_NORETURN	_Noreturn
#endif

/**
 * lua_host_stackleft() - bytes left on the C stack that the caller runs on
 *
 * Counted from the caller's frame down to the end of the stack. The VM asks at
 * each C-level nesting (calls, parser levels, pattern matching, metamethods)
 * and raises "C stack overflow" below LUAI_CSTACK_SOFT, "error in error
 * handling" without a message handler below LUAI_CSTACK_HARD (lstate.h). It
 * remembers where a stack ends, and asks again when it finds itself elsewhere;
 * two stacks must not overlap within 16 KiB.
 */
size_t lua_host_stackleft(void);

/**
 * lua_host_seed() - 64 random bits
 *
 * For string hashes, math.random, and the names that %p prints for addresses.
 */
unsigned long long lua_host_seed(void);

/**
 * lua_host_print() - write what print() prints
 * @L: the running state
 * @s: text, not terminated; one call per argument, tab, and the final newline
 * @len: bytes of @s
 *
 * May raise a Lua error.
 */
void lua_host_print(struct lua_State *L, const char *s, size_t len);

/**
 * lua_host_complain() - write a message of the VM itself
 * @fmt: printf format with one %s
 * @arg: its argument
 */
void lua_host_complain(const char *fmt, const char *arg);

/**
 * lua_host_uncaught() - an error was raised that no protected call of @L catches
 *
 * The state may be half of anything: no function of Lua may be called with it again. The host
 * leaves for a frame of its own, and frees what the state has without asking it.
 */
LUA_HOST_NORETURN void lua_host_uncaught(struct lua_State *L);

/* setjmp_x86_64.S: rbx rbp r12 r13 r14 r15 rsp rip. */
struct lua_jmpbuf {
	unsigned long reg[8];
};

int lua_setjmp(struct lua_jmpbuf *buf) __attribute__((returns_twice));
LUA_HOST_NORETURN void lua_longjmp(struct lua_jmpbuf *buf, int value);

#endif
