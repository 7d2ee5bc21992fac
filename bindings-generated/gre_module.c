// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The gre binding as a kernel module. Generated from specs/wire/gre.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <net/gre.h>

#include "klua.h"
#include "gre.h"

static_assert(sizeof(struct gre_base_hdr) == 4,
	      "specs/wire/gre.yaml:3: struct gre_base_hdr has not 4 bytes");
static_assert(offsetof(struct gre_base_hdr, protocol) == 2 &&
	      sizeof_field(struct gre_base_hdr, protocol) == 2,
	      "specs/wire/gre.yaml:16: proto: protocol of struct gre_base_hdr lies elsewhere");

static struct klua_binding binding = {
	.name = "gre",
	.owner = THIS_MODULE,
	.open = luaopen_gre,
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
MODULE_DESCRIPTION("klua: Generic Routing Encapsulation header, version 0");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
