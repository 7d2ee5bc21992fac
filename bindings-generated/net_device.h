/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What C sees of the net_device binding. Generated from specs/net_device.yaml. */
#ifndef BINDING_NET_DEVICE_H
#define BINDING_NET_DEVICE_H

#include <linux/etherdevice.h>
#include <linux/if_link.h>
#include <linux/netdevice.h>
#include <net/net_namespace.h>
#include <uapi/linux/if.h>
#include <uapi/linux/if_arp.h>

#include "klua.h"
#include "net_device_members.h"

/* A network interface, while the call lasts. */
extern const struct luadata_layout luadata_layout_net_device_device;

/* Statistics of an interface, as they were when they were asked for. */
extern const struct luadata_layout luadata_layout_net_device_stats;

LUADATA_API int luaopen_net_device(lua_State *L);

/* In the host: called when the module comes and goes. */
int klua_net_device_init(void);
void klua_net_device_exit(void);

/**
 * struct klua_net_device_changed - arguments of one call, filled by the host
 * @event: what happens
 * @dev: the interface
 */
struct klua_net_device_changed {
	unsigned long event;
	struct net_device *dev;
};

/**
 * klua_net_device_changed() - Hears what happens to an interface, once it has happened; of
 * going_down and unregister before it does. The kernel has more events than have names here.
 * @args: its arguments
 *
 * Return: 0, or -errno when there is no result (-ENOENT: no script is attached): the kernel goes on
 * as ever.
 */
int klua_net_device_changed(const struct klua_net_device_changed *args);

#endif
