/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the cpuidle binding. Generated from specs/cpuidle.yaml. */
#ifndef BINDING_CPUIDLE_H
#define BINDING_CPUIDLE_H

#include <linux/cpuidle.h>
#include <linux/preempt.h>

#include "klua.h"

/* A way to sleep. */
extern const struct luadata_layout luadata_layout_cpuidle_state;

/* The driver of this CPU's idle states, as it was when it was asked for. */
extern const struct luadata_layout luadata_layout_cpuidle_driver;

LUADATA_API int luaopen_cpuidle(lua_State *L);

#endif
