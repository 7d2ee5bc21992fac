/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* How many interfaces have to be asked for the statistics of one. */
#ifndef KLUA_NET_DEVICE_MEMBERS_H
#define KLUA_NET_DEVICE_MEMBERS_H

#include <linux/netdevice.h>

/* A bond or a team sums up its members; nothing else does. The caller holds rcu_read_lock(). */
static inline int net_device_members(struct net_device *dev)
{
	struct list_head *place;
	int members = 1;
	void *member;

	netdev_for_each_lower_private_rcu(dev, member, place) /* charged: after, each member */
		members++;
	return members;
}

#endif
