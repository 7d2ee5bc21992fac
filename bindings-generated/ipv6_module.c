// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The ipv6 binding as a kernel module. Generated from specs/wire/ipv6.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/ipv6.h>

#include "klua.h"
#include "ipv6.h"

static_assert(sizeof(struct ipv6hdr) == 40,
	      "specs/wire/ipv6.yaml:3: struct ipv6hdr has not 40 bytes");
static_assert(offsetof(struct ipv6hdr, payload_len) == 4 &&
	      sizeof_field(struct ipv6hdr, payload_len) == 2,
	      "specs/wire/ipv6.yaml:45: payload_len: payload_len of struct ipv6hdr lies elsewhere");
static_assert(offsetof(struct ipv6hdr, nexthdr) == 6 && sizeof_field(struct ipv6hdr, nexthdr) == 1,
	      "specs/wire/ipv6.yaml:46: nexthdr: nexthdr of struct ipv6hdr lies elsewhere");
static_assert(offsetof(struct ipv6hdr, hop_limit) == 7 &&
	      sizeof_field(struct ipv6hdr, hop_limit) == 1,
	      "specs/wire/ipv6.yaml:47: hop_limit: hop_limit of struct ipv6hdr lies elsewhere");
static_assert(offsetof(struct ipv6hdr, saddr) == 8 && sizeof_field(struct ipv6hdr, saddr) == 16,
	      "specs/wire/ipv6.yaml:48: saddr: saddr of struct ipv6hdr lies elsewhere");
static_assert(offsetof(struct ipv6hdr, daddr) == 24 && sizeof_field(struct ipv6hdr, daddr) == 16,
	      "specs/wire/ipv6.yaml:49: daddr: daddr of struct ipv6hdr lies elsewhere");

static struct klua_binding binding = {
	.name = "ipv6",
	.owner = THIS_MODULE,
	.open = luaopen_ipv6,
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
MODULE_DESCRIPTION("klua: Internet Protocol version 6 header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
