// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The vlan binding as a kernel module. Generated from specs/wire/vlan.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/if_vlan.h>

#include "klua.h"
#include "vlan.h"

static_assert(sizeof(struct vlan_hdr) == 4,
	      "specs/wire/vlan.yaml:3: struct vlan_hdr has not 4 bytes");
static_assert(offsetof(struct vlan_hdr, h_vlan_encapsulated_proto) == 2 &&
	      sizeof_field(struct vlan_hdr, h_vlan_encapsulated_proto) == 2,
	      "specs/wire/vlan.yaml:13: proto: h_vlan_encapsulated_proto of struct vlan_hdr lies elsewhere");

static struct klua_binding binding = {
	.name = "vlan",
	.owner = THIS_MODULE,
	.open = luaopen_vlan,
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
MODULE_DESCRIPTION("klua: IEEE 802.1Q tag of an Ethernet frame");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
