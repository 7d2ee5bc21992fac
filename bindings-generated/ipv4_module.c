// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv4 binding as a kernel module. Generated from specs/wire/ipv4.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/ip.h>

#include "klua.h"
#include "ipv4.h"

static_assert(sizeof(struct iphdr) == 20,
	      "specs/wire/ipv4.yaml:3: struct iphdr has not 20 bytes");
static_assert(offsetof(struct iphdr, tos) == 1 && sizeof_field(struct iphdr, tos) == 1,
	      "specs/wire/ipv4.yaml:30: tos: tos of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, tot_len) == 2 && sizeof_field(struct iphdr, tot_len) == 2,
	      "specs/wire/ipv4.yaml:31: tot_len: tot_len of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, id) == 4 && sizeof_field(struct iphdr, id) == 2,
	      "specs/wire/ipv4.yaml:32: id: id of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, ttl) == 8 && sizeof_field(struct iphdr, ttl) == 1,
	      "specs/wire/ipv4.yaml:37: ttl: ttl of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, protocol) == 9 && sizeof_field(struct iphdr, protocol) == 1,
	      "specs/wire/ipv4.yaml:38: protocol: protocol of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, check) == 10 && sizeof_field(struct iphdr, check) == 2,
	      "specs/wire/ipv4.yaml:39: check: check of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, saddr) == 12 && sizeof_field(struct iphdr, saddr) == 4,
	      "specs/wire/ipv4.yaml:40: saddr: saddr of struct iphdr lies elsewhere");
static_assert(offsetof(struct iphdr, daddr) == 16 && sizeof_field(struct iphdr, daddr) == 4,
	      "specs/wire/ipv4.yaml:41: daddr: daddr of struct iphdr lies elsewhere");

static struct klua_binding binding = {
	.name = "ipv4",
	.owner = THIS_MODULE,
	.open = luaopen_ipv4,
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
MODULE_DESCRIPTION("klua: Internet Protocol version 4 header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
