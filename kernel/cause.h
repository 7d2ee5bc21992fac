/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* cause.h: why a call failed: enum klua_cause, counted, with a message. */
#ifndef KLUA_CAUSE_H
#define KLUA_CAUSE_H

#include "klua.h"

/** klua_cause_of() - the cause of an error on top of the stack, which a protected call gave */
enum klua_cause klua_cause_of(struct klua_vm *vm, int status);

/** klua_cause_errno() - what callers get for it */
int klua_cause_errno(enum klua_cause cause);

/** klua_message() - the error on top of the stack as text; must not allocate */
const char *klua_message(lua_State *L);

/**
 * klua_failed() - record an error that a protected call gave
 *
 * The message is on top of the stack and leaves it. Return: -errno.
 */
int klua_failed(struct klua_vm *vm, int status);

/** klua_fail() - record a failure that was found after a call: its result. Return: -EINVAL */
int klua_fail(struct klua_vm *vm, enum klua_cause cause, const char *fmt, ...) __printf(3, 4);

#endif
