/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the user-space host of the VM offers beyond lua_host.h. */
#ifndef HOST_USER_H
#define HOST_USER_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of C stack that Lua may use below the first use, unless told otherwise. */
#ifndef LUA_HOST_STACK
#define LUA_HOST_STACK	(256 * 1024)
#endif

/**
 * lua_host_setstack() - limit the C stack of this thread, for tests
 * @bytes: what may be used below the caller's frame
 */
void lua_host_setstack(size_t bytes);

/* Print nothing, for tests. */
extern bool lua_host_quiet;

#endif
