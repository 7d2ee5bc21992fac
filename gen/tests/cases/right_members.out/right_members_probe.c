// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Which optional members the structs of this kernel have. Generated from cases/right_members.yaml.
 *
 * Compiled once for each number by the script `probe`: 0 is the control, which must succeed.
 */

#include <linux/thing.h>

#if PROBE == 0
char control_1[sizeof(struct thing)];
#elif PROBE == 1 /* RIGHT_MEMBERS_HAS_THING___STATE */
char member[sizeof(((void)((struct thing *)0)->__state, 1))];
#elif PROBE == 2 /* RIGHT_MEMBERS_HAS_THING_MARK */
char member[sizeof(((void)((struct thing *)0)->mark, 1))];
#elif PROBE == 3 /* RIGHT_MEMBERS_HAS_THING_SECMARK */
char member[sizeof(((void)((struct thing *)0)->secmark, 1))];
#elif PROBE == 4 /* RIGHT_MEMBERS_HAS_THING_FLAG */
char member[sizeof(((void)((struct thing *)0)->flag, 1))];
#endif
