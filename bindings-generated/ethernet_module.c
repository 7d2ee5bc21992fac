// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ethernet binding as a kernel module. Generated from specs/wire/ethernet.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/if_ether.h>

#include "klua.h"
#include "ethernet.h"

static_assert(sizeof(struct ethhdr) == 14,
	      "specs/wire/ethernet.yaml:3: struct ethhdr has not 14 bytes");
static_assert(offsetof(struct ethhdr, h_dest) == 0 && sizeof_field(struct ethhdr, h_dest) == 6,
	      "specs/wire/ethernet.yaml:13: dest: h_dest of struct ethhdr lies elsewhere");
static_assert(offsetof(struct ethhdr, h_source) == 6 && sizeof_field(struct ethhdr, h_source) == 6,
	      "specs/wire/ethernet.yaml:14: source: h_source of struct ethhdr lies elsewhere");
static_assert(offsetof(struct ethhdr, h_proto) == 12 && sizeof_field(struct ethhdr, h_proto) == 2,
	      "specs/wire/ethernet.yaml:15: proto: h_proto of struct ethhdr lies elsewhere");

static struct klua_binding binding = {
	.name = "ethernet",
	.owner = THIS_MODULE,
	.open = luaopen_ethernet,
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
MODULE_DESCRIPTION("klua: Ethernet II frame header, without VLAN tags and without the frame check sequence");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
