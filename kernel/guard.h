/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* guard.h: the last line of defence. klua_lock() has a guard of its own. */
#ifndef KLUA_GUARD_H
#define KLUA_GUARD_H

struct klua_vm;

/**
 * klua_guard() - call @fn in a guard
 *
 * Return: what it returned, or -ENOTRECOVERABLE: the VM is condemned, its lock still held.
 */
int klua_guard(struct klua_vm *vm, int (*fn)(struct klua_vm *vm, void *arg), void *arg);

/**
 * klua_condemn() - a VM has failed: whoever is inside leaves after it
 *
 * Any context; the VM is locked, or nobody else's.
 */
void klua_condemn(struct klua_vm *vm);

int klua_guard_init(void);
void klua_guard_exit(void);

#endif
