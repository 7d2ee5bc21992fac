// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The thermal binding as a kernel module. Generated from specs/thermal.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "thermal.h"

static struct klua_binding binding = {
	.name = "thermal",
	.owner = THIS_MODULE,
	.open = luaopen_thermal,
	.capability = -1,
	.takes = "thermal_zone",
};

static int __init binding_init(void)
{
	int err;

	err = klua_thermal_init();
	if (err)
		return err;
	err = klua_register(&binding);
	if (err)
		klua_thermal_exit();
	return err;
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
	klua_thermal_exit();
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: Temperatures of thermal zones, whoever reports them, read from their files in sysfs: a zone may go away meanwhile");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
