/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Integers that hold a pointer, for hashing. */
#ifndef KLUA_SHIM_STDINT_H
#define KLUA_SHIM_STDINT_H

#include <linux/types.h>

#ifndef UINTPTR_MAX
#define UINTPTR_MAX	(~0UL)
#endif

#endif
