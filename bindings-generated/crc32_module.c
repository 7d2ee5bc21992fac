// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The crc32 binding as a kernel module. Generated from specs/crc32.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "crc32.h"

static struct klua_binding binding = {
	.name = "crc32",
	.owner = THIS_MODULE,
	.open = luaopen_crc32,
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
MODULE_DESCRIPTION("klua: Cyclic redundancy checks of 32 bits");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
