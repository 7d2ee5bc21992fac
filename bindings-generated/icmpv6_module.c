// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The icmpv6 binding as a kernel module. Generated from specs/wire/icmpv6.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/icmpv6.h>

#include "klua.h"
#include "icmpv6.h"

static_assert(sizeof(struct icmp6hdr) == 8,
	      "specs/wire/icmpv6.yaml:3: struct icmp6hdr has not 8 bytes");
static_assert(offsetof(struct icmp6hdr, icmp6_type) == 0 &&
	      sizeof_field(struct icmp6hdr, icmp6_type) == 1,
	      "specs/wire/icmpv6.yaml:33: type: icmp6_type of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_code) == 1 &&
	      sizeof_field(struct icmp6hdr, icmp6_code) == 1,
	      "specs/wire/icmpv6.yaml:34: code: icmp6_code of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_cksum) == 2 &&
	      sizeof_field(struct icmp6hdr, icmp6_cksum) == 2,
	      "specs/wire/icmpv6.yaml:35: check: icmp6_cksum of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_identifier) == 4 &&
	      sizeof_field(struct icmp6hdr, icmp6_identifier) == 2,
	      "specs/wire/icmpv6.yaml:42: id: icmp6_identifier of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_sequence) == 6 &&
	      sizeof_field(struct icmp6hdr, icmp6_sequence) == 2,
	      "specs/wire/icmpv6.yaml:43: sequence: icmp6_sequence of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_mtu) == 4 &&
	      sizeof_field(struct icmp6hdr, icmp6_mtu) == 4,
	      "specs/wire/icmpv6.yaml:55: mtu: icmp6_mtu of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_pointer) == 4 &&
	      sizeof_field(struct icmp6hdr, icmp6_pointer) == 4,
	      "specs/wire/icmpv6.yaml:58: pointer: icmp6_pointer of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_hop_limit) == 4 &&
	      sizeof_field(struct icmp6hdr, icmp6_hop_limit) == 1,
	      "specs/wire/icmpv6.yaml:61: hop_limit: icmp6_hop_limit of struct icmp6hdr lies elsewhere");
static_assert(offsetof(struct icmp6hdr, icmp6_rt_lifetime) == 6 &&
	      sizeof_field(struct icmp6hdr, icmp6_rt_lifetime) == 2,
	      "specs/wire/icmpv6.yaml:65: lifetime: icmp6_rt_lifetime of struct icmp6hdr lies elsewhere");

static struct klua_binding binding = {
	.name = "icmpv6",
	.owner = THIS_MODULE,
	.open = luaopen_icmpv6,
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
MODULE_DESCRIPTION("klua: Internet Control Message Protocol for IPv6");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
