/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What Lua takes from <stdlib.h>. */
#ifndef KLUA_SHIM_STDLIB_H
#define KLUA_SHIM_STDLIB_H

#include <stddef.h>

#ifndef abs
#define abs(x)	__builtin_abs(x)
#endif

#endif
