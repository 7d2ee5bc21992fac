// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The netfilter binding as a kernel module. Generated from specs/netfilter.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "netfilter.h"

static struct klua_binding binding = {
	.name = "netfilter",
	.owner = THIS_MODULE,
	.open = luaopen_netfilter,
	.capability = -1,
};

static int __init binding_init(void)
{
	int err;

	err = klua_netfilter_init();
	if (err)
		return err;
	err = klua_register(&binding);
	if (err)
		klua_netfilter_exit();
	return err;
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
	klua_netfilter_exit();
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: Packet filtering by scripts, at netfilter's hooks");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
