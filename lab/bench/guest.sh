#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In a guest whose clock counts instructions. Prints lines ROW COLUMN VALUE: what a row of `rows`
# adds to a packet, and how many objects of the kernel's allocator klua's add.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
modprobe klua_tls
insmod /root/klua_bench.ko
# shellcheck source=SCRIPTDIR/rivals.sh
. ./rivals.sh

# Objects that the kernel allocates while as many are sent by this shell.
trace=/sys/kernel/tracing
allocations() {
	echo $BASHPID >$trace/set_event_pid
	echo >$trace/trace
	echo 1 | tee $trace/events/kmem/{kmalloc,kmem_cache_alloc}*/enable >/dev/null
	echo "packets $packets" >/proc/klua_bench
	echo 0 | tee $trace/events/kmem/{kmalloc,kmem_cache_alloc}*/enable >/dev/null
	awk '/^(entries|overrun):/ { n += $2 } END { print n }' $trace/per_cpu/cpu0/stats
}

measure() { # ROW RIVAL
	local n
	n=$(packet)
	echo "$1 $2 $((n - bare))"
	if [ "$2" = klua ]; then
		n=$(allocations)
		awk -v n=$((n - bare_allocations)) -v row="$1" -v packets=$packets \
			'BEGIN { printf "%s allocations %.2f\n", row, n / packets }'
	fi
}

bare=$(packet)
bare_allocations=$(allocations)
echo "packet other $bare"
each_row measure
after=$(packet)
[ $((after - bare)) -lt 20 ] || { echo "a hook was left: $bare, now $after" >&2; exit 1; }
klua fields.lua
