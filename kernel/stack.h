/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* stack.h: how much is left of the kernel's stack. The VM asks by lua_host_stackleft(). */
#ifndef KLUA_STACK_H
#define KLUA_STACK_H

int klua_stack_init(void);
void klua_stack_exit(void);

#endif
