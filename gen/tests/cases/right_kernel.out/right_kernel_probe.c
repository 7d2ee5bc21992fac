// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Which optional members the structs of this kernel have. Generated from cases/right_kernel.yaml.
 *
 * Compiled once for each number by the script `probe`: 0 is the control, which must succeed.
 */

#include <linux/thing.h>
#include "thing_local.h"

#if PROBE == 0
char control_1[sizeof(struct thing)];
#elif PROBE == 1 /* RIGHT_KERNEL_HAS_THING_EXTRA */
char member[sizeof(((void)((struct thing *)0)->extra, 1))];
#endif
