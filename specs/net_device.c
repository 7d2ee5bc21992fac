// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Tells a script what happens to network interfaces: net_device.changed. */

#include <linux/netdevice.h>
#include <linux/notifier.h>

#include "net_device.h"

static int notify(struct notifier_block *block, unsigned long event, void *info)
{
	struct klua_net_device_changed args = {
		.event = event,
		.dev = netdev_notifier_info_to_dev(info),
	};

	if (net_eq(dev_net(args.dev), &init_net))
		klua_net_device_changed(&args); /* the kernel goes on, whatever came of it */
	return NOTIFY_DONE;
}

static struct notifier_block notifier = { .notifier_call = notify };

int klua_net_device_init(void)
{
	return register_netdevice_notifier(&notifier);
}

void klua_net_device_exit(void)
{
	unregister_netdevice_notifier(&notifier);
}
