// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The thermal binding as a kernel module. Generated from specs/thermal.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "thermal.h"

static struct klua_binding binding = {
	.name = "thermal",
	.owner = THIS_MODULE,
	.open = luaopen_thermal,
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
MODULE_DESCRIPTION("klua: Temperatures of thermal zones, whoever reports them");
MODULE_LICENSE("Dual MIT/GPL");
