/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* budget.h: how much an entry may run. */
#ifndef KLUA_BUDGET_H
#define KLUA_BUDGET_H

#include "vm.h"

/* A sleepable run looks for other tasks and for fatal signals each time it has spent so much. */
#define KLUA_SLICE 20000

/** klua_budget_init() - once for each VM */
void klua_budget_init(lua_State *L);

/** klua_budget_start() - an entry begins that may spend so much */
void klua_budget_start(struct klua_vm *vm, s64 units);

#endif
