/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What Lua takes from <stdio.h>, for texts of its own: the kernel's formats are not C's, so no
 * format comes from a script.
 */
#ifndef KLUA_SHIM_STDIO_H
#define KLUA_SHIM_STDIO_H

#include <linux/compiler.h>
#include <linux/types.h>

__printf(3, 4) int snprintf(char *buf, size_t size, const char *fmt, ...);

#endif
