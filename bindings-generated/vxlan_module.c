// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The vxlan binding as a kernel module. Generated from specs/wire/vxlan.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <net/vxlan.h>

#include "klua.h"
#include "vxlan.h"

static_assert(sizeof(struct vxlanhdr) == 8,
	      "specs/wire/vxlan.yaml:3: struct vxlanhdr has not 8 bytes");

static struct klua_binding binding = {
	.name = "vxlan",
	.owner = THIS_MODULE,
	.open = luaopen_vxlan,
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
MODULE_DESCRIPTION("klua: Virtual eXtensible Local Area Network header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
