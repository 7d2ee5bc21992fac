// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The icmp binding as a kernel module. Generated from specs/wire/icmp.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/icmp.h>

#include "klua.h"
#include "icmp.h"

static_assert(sizeof(struct icmphdr) == 8,
	      "specs/wire/icmp.yaml:3: struct icmphdr has not 8 bytes");
static_assert(offsetof(struct icmphdr, type) == 0 && sizeof_field(struct icmphdr, type) == 1,
	      "specs/wire/icmp.yaml:26: type: type of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, code) == 1 && sizeof_field(struct icmphdr, code) == 1,
	      "specs/wire/icmp.yaml:27: code: code of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, checksum) == 2 &&
	      sizeof_field(struct icmphdr, checksum) == 2,
	      "specs/wire/icmp.yaml:28: check: checksum of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, un.echo.id) == 4 &&
	      sizeof_field(struct icmphdr, un.echo.id) == 2,
	      "specs/wire/icmp.yaml:35: id: un.echo.id of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, un.echo.sequence) == 6 &&
	      sizeof_field(struct icmphdr, un.echo.sequence) == 2,
	      "specs/wire/icmp.yaml:36: sequence: un.echo.sequence of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, un.frag.mtu) == 6 &&
	      sizeof_field(struct icmphdr, un.frag.mtu) == 2,
	      "specs/wire/icmp.yaml:50: mtu: un.frag.mtu of struct icmphdr lies elsewhere");
static_assert(offsetof(struct icmphdr, un.gateway) == 4 &&
	      sizeof_field(struct icmphdr, un.gateway) == 4,
	      "specs/wire/icmp.yaml:53: gateway: un.gateway of struct icmphdr lies elsewhere");

static struct klua_binding binding = {
	.name = "icmp",
	.owner = THIS_MODULE,
	.open = luaopen_icmp,
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
MODULE_DESCRIPTION("klua: Internet Control Message Protocol header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
