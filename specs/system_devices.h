/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* How many block devices have to be asked for the memory of their buffers. */
#ifndef KLUA_SYSTEM_DEVICES_H
#define KLUA_SYSTEM_DEVICES_H

#include <linux/fs.h>
#include <linux/list.h>
#include <linux/spinlock.h>

/* Walks the list that si_meminfo() walks, under its lock, which soft interrupts must not take. */
static inline unsigned long system_block_devices(void)
{
#ifdef CONFIG_BLOCK
	struct super_block *devices = blockdev_superblock;
	unsigned long number;

	spin_lock(&devices->s_inode_list_lock);
	number = list_count_nodes(&devices->s_inodes);
	spin_unlock(&devices->s_inode_list_lock);
	return number;
#else
	return 0;
#endif
}

#endif
