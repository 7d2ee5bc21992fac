// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The dns binding as a kernel module. Generated from specs/wire/dns.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "dns.h"

static struct klua_binding binding = {
	.name = "dns",
	.owner = THIS_MODULE,
	.open = luaopen_dns,
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
MODULE_DESCRIPTION("klua: Message of the Domain Name System, as UDP carries it");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
