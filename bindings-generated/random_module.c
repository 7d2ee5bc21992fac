// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The random binding as a kernel module. Generated from specs/random.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "random.h"

static struct klua_binding binding = {
	.name = "random",
	.owner = THIS_MODULE,
	.open = luaopen_random,
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
MODULE_DESCRIPTION("klua: Random numbers and bytes of the kernel's generator");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
