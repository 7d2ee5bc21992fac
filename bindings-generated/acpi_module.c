// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The acpi binding as a kernel module. Generated from specs/acpi.yaml. */

#include <linux/build_bug.h>
#include <linux/module.h>

#include "klua.h"
#include "acpi.h"

static struct klua_binding binding = {
	.name = "acpi",
	.owner = THIS_MODULE,
	.open = luaopen_acpi,
	.capability = -1,
	.takes = "acpi",
};

static int __init binding_init(void)
{
	int err;

	err = klua_acpi_init();
	if (err)
		return err;
	err = klua_register(&binding);
	if (err)
		klua_acpi_exit();
	return err;
}

static void __exit binding_exit(void)
{
	klua_unregister(&binding);
	klua_acpi_exit();
}

module_init(binding_init);
module_exit(binding_exit);
MODULE_DESCRIPTION("klua: Temperatures and trip points that the firmware reports");
MODULE_LICENSE("Dual MIT/GPL");
MODULE_IMPORT_NS(KLUA_NAMESPACE);
