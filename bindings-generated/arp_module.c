// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The arp binding as a kernel module. Generated from specs/wire/arp.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/if_arp.h>

#include "klua.h"
#include "arp.h"

static_assert(sizeof(struct arphdr) == 8,
	      "specs/wire/arp.yaml:3: struct arphdr has not 8 bytes");
static_assert(offsetof(struct arphdr, ar_hrd) == 0 && sizeof_field(struct arphdr, ar_hrd) == 2,
	      "specs/wire/arp.yaml:14: htype: ar_hrd of struct arphdr lies elsewhere");
static_assert(offsetof(struct arphdr, ar_pro) == 2 && sizeof_field(struct arphdr, ar_pro) == 2,
	      "specs/wire/arp.yaml:15: ptype: ar_pro of struct arphdr lies elsewhere");
static_assert(offsetof(struct arphdr, ar_hln) == 4 && sizeof_field(struct arphdr, ar_hln) == 1,
	      "specs/wire/arp.yaml:16: hlen: ar_hln of struct arphdr lies elsewhere");
static_assert(offsetof(struct arphdr, ar_pln) == 5 && sizeof_field(struct arphdr, ar_pln) == 1,
	      "specs/wire/arp.yaml:17: plen: ar_pln of struct arphdr lies elsewhere");
static_assert(offsetof(struct arphdr, ar_op) == 6 && sizeof_field(struct arphdr, ar_op) == 2,
	      "specs/wire/arp.yaml:18: oper: ar_op of struct arphdr lies elsewhere");

static struct klua_binding binding = {
	.name = "arp",
	.owner = THIS_MODULE,
	.open = luaopen_arp,
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
MODULE_DESCRIPTION("klua: Address Resolution Protocol");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
