/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Our configuration of Lua, included at the end of luaconf.h.
 *
 * kernel/vm/fetch puts the patched sources, this file and lua_host.h into
 * build/lua/src: -Ibuild/lua/src is all that a user of lua.h, lauxlib.h and
 * lualib.h needs in user space. In the kernel, vm.kbuild adds shim/ for the
 * headers of libc that lua.h asks for (stddef.h, stdarg.h, limits.h, stdint.h).
 */
#ifndef LUA_CONFIG_H
#define LUA_CONFIG_H

/* Plain literals: <linux/limits.h> has casts, which #if cannot read. */
#undef LUA_MAXINTEGER
#undef LUA_MININTEGER
#undef LUA_MAXUNSIGNED
#define LUA_MAXINTEGER	0x7fffffffffffffffLL
#define LUA_MININTEGER	(-0x7fffffffffffffffLL - 1)
#define LUA_MAXUNSIGNED	0xffffffffffffffffULL

/* The kernel's stack has 16 KiB: what lives on it stays small. */
#undef LUAL_BUFFERSIZE
#define LUAL_BUFFERSIZE	128

/*
 * A KASAN kernel's stacks have 32 KiB; its allocator and sanitizer want more than the usual 4. In
 * User-mode Linux the host keeps half of the stack for them (stack.c).
 */
#if defined(CONFIG_KASAN) && !defined(CONFIG_UML)
#define LUAI_CSTACK_SOFT	14848
#define LUAI_CSTACK_HARD	13312
#endif

/* Slots of a Lua stack: runaway recursion ends before a quota of 256 KiB does. */
#undef LUAI_MAXSTACK
#define LUAI_MAXSTACK	4000

/* No signal handler ever sets a hook. */
#define l_signalT	unsigned int

/* The decimal point is nobody's business: integers only. */
#undef lua_getlocaledecpoint
#define lua_getlocaledecpoint()	'.'

#ifndef __KERNEL__
/* One lua_host_stackleft() per stack, also on the larger stacks of user space. */
#define LUAI_CSTACK_RANGE	(256 * 1024 - LUAI_CSTACK_SOFT)
#endif

#ifdef __KERNEL__
/* modpost knows nothing of internal visibility. */
#undef LUAI_FUNC
#define LUAI_FUNC	extern

/*
 * objtool follows calls into functions of other objects and expects them to
 * return, unless their names are on its own list: let the compiler think so too.
 */
#define l_noret	void
#endif

#ifdef __KERNEL__
/* objtool finds the targets of computed gotos there, as for the BPF interpreter */
#include <linux/compiler.h>
#ifdef __annotate_jump_table
#define luai_jumptab	__annotate_jump_table
#endif
#endif

#include "lua_host.h"

#define luai_makeseed(L)	((unsigned int)lua_host_seed())
#define l_randomizePivot()	((unsigned int)lua_host_seed())

#define luai_jmpbuf		struct lua_jmpbuf
#define LUAI_THROW(L, c)	lua_longjmp(&(c)->b, 1)
#define LUAI_TRY(L, c, a)	do { if (lua_setjmp(&(c)->b) == 0) a } while (0)

/* print() and warn() go to the host; so does what a panic has to say. */
#define lua_writestring(s, l)	lua_host_print(L, (s), (l))
#define lua_writeline()		lua_host_print(L, "\n", 1)
#define lua_writestringerror(s, p)	lua_host_complain((s), (p))

#endif
