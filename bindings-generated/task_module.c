// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The task binding as a kernel module. Generated from specs/task.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "task.h"

static struct klua_binding binding = {
	.name = "task",
	.owner = THIS_MODULE,
	.open = luaopen_task,
	.capability = -1,
};

static int __init binding_init(void)
{
	return klua_register(&binding);
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: The task that runs: who it is and how it is scheduled");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
