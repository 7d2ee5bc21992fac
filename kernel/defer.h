/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * defer.h: objects are given back later. Bindings see klua_defer() and klua_defer_new() in klua.h.
 */
#ifndef KLUA_DEFER_H
#define KLUA_DEFER_H

struct klua_vm;

/** klua_defer_run() - an entry ends: give back what klua_defer() noted; nothing raises */
void klua_defer_run(struct klua_vm *vm);

#endif
