// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The udp binding as a kernel module. Generated from specs/wire/udp.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/udp.h>

#include "klua.h"
#include "udp.h"

static_assert(sizeof(struct udphdr) == 8,
	      "specs/wire/udp.yaml:3: struct udphdr has not 8 bytes");
static_assert(offsetof(struct udphdr, source) == 0 && sizeof_field(struct udphdr, source) == 2,
	      "specs/wire/udp.yaml:9: sport: source of struct udphdr lies elsewhere");
static_assert(offsetof(struct udphdr, dest) == 2 && sizeof_field(struct udphdr, dest) == 2,
	      "specs/wire/udp.yaml:10: dport: dest of struct udphdr lies elsewhere");
static_assert(offsetof(struct udphdr, len) == 4 && sizeof_field(struct udphdr, len) == 2,
	      "specs/wire/udp.yaml:11: len: len of struct udphdr lies elsewhere");
static_assert(offsetof(struct udphdr, check) == 6 && sizeof_field(struct udphdr, check) == 2,
	      "specs/wire/udp.yaml:13: check: check of struct udphdr lies elsewhere");

static struct klua_binding binding = {
	.name = "udp",
	.owner = THIS_MODULE,
	.open = luaopen_udp,
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
MODULE_DESCRIPTION("klua: User Datagram Protocol header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
