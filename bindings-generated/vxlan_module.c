// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The vxlan binding as a kernel module. Generated from specs/wire/vxlan.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <net/vxlan.h>

#include "klua.h"
#include "vxlan.h"

static_assert(sizeof(struct vxlanhdr) == 8,
	      "specs/wire/vxlan.yaml:3: struct vxlanhdr has not 8 bytes");
static_assert(offsetof(struct vxlanhdr, vni) == 4 && sizeof_field(struct vxlanhdr, vni) == 3,
	      "specs/wire/vxlan.yaml:11: vni: vni of struct vxlanhdr lies elsewhere");
static_assert(offsetof(struct vxlanhdr, reserved8) == 7 &&
	      sizeof_field(struct vxlanhdr, reserved8) == 1,
	      "specs/wire/vxlan.yaml:12: reserved8: reserved8 of struct vxlanhdr lies elsewhere");

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
