// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The tls binding as a kernel module. Generated from specs/wire/tls.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "tls.h"

static struct klua_binding binding = {
	.name = "tls",
	.owner = THIS_MODULE,
	.open = luaopen_tls,
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
MODULE_DESCRIPTION("klua: One record of Transport Layer Security, with the hellos that begin a connection");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
