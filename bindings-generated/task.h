/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the task binding. Generated from specs/task.yaml. */
#ifndef BINDING_TASK_H
#define BINDING_TASK_H

#include <linux/cred.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/uidgid.h>

#include "klua.h"

/* A task, as it is while the call lasts. */
extern const struct luadata_layout luadata_layout_task;

LUADATA_API int luaopen_task(lua_State *L);

#endif
