/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* size_t, ptrdiff_t, NULL and offsetof. */
#ifndef KLUA_SHIM_STDDEF_H
#define KLUA_SHIM_STDDEF_H

#include <linux/types.h>
#include <linux/stddef.h>

#endif
