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

#endif
