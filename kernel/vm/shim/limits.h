/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Integer limits as <limits.h> has them. */
#ifndef KLUA_SHIM_LIMITS_H
#define KLUA_SHIM_LIMITS_H

#include <linux/limits.h>

/* A plain literal: #if reads ~0U as 64 ones. */
#undef UINT_MAX
#define UINT_MAX	0xffffffffU

#ifndef CHAR_BIT
#define CHAR_BIT	8
#endif
#ifndef UCHAR_MAX
#define UCHAR_MAX	255
#endif

#endif
