// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The tcp binding as a kernel module. Generated from specs/wire/tcp.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>
#include <linux/tcp.h>

#include "klua.h"
#include "tcp.h"

static_assert(sizeof(struct tcphdr) == 20,
	      "specs/wire/tcp.yaml:3: struct tcphdr has not 20 bytes");
static_assert(offsetof(struct tcphdr, source) == 0 && sizeof_field(struct tcphdr, source) == 2,
	      "specs/wire/tcp.yaml:25: sport: source of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, dest) == 2 && sizeof_field(struct tcphdr, dest) == 2,
	      "specs/wire/tcp.yaml:26: dport: dest of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, seq) == 4 && sizeof_field(struct tcphdr, seq) == 4,
	      "specs/wire/tcp.yaml:27: seq: seq of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, ack_seq) == 8 && sizeof_field(struct tcphdr, ack_seq) == 4,
	      "specs/wire/tcp.yaml:28: ack_seq: ack_seq of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, window) == 14 && sizeof_field(struct tcphdr, window) == 2,
	      "specs/wire/tcp.yaml:39: window: window of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, check) == 16 && sizeof_field(struct tcphdr, check) == 2,
	      "specs/wire/tcp.yaml:40: check: check of struct tcphdr lies elsewhere");
static_assert(offsetof(struct tcphdr, urg_ptr) == 18 && sizeof_field(struct tcphdr, urg_ptr) == 2,
	      "specs/wire/tcp.yaml:41: urg_ptr: urg_ptr of struct tcphdr lies elsewhere");

static struct klua_binding binding = {
	.name = "tcp",
	.owner = THIS_MODULE,
	.open = luaopen_tcp,
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
MODULE_DESCRIPTION("klua: Transmission Control Protocol header");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
