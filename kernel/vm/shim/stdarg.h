/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Variable arguments. */
#ifndef KLUA_SHIM_STDARG_H
#define KLUA_SHIM_STDARG_H

#include <linux/stdarg.h>

#endif
