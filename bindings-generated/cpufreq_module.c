// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The cpufreq binding as a kernel module. Generated from specs/cpufreq.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "cpufreq.h"

static struct klua_binding binding = {
	.name = "cpufreq",
	.owner = THIS_MODULE,
	.open = luaopen_cpufreq,
	.capability = -1,
};

static int __init binding_init(void)
{
	int err;

	err = klua_cpufreq_init();
	if (err)
		return err;
	err = klua_register(&binding);
	if (err)
		klua_cpufreq_exit();
	return err;
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
	klua_cpufreq_exit();
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: CPU frequency policies and their control, by the governor `lua`");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
