#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# Sends packets without a hook and with what ROW RIVAL puts in their way, which a plugin of QEMU
# sees. Prints the difference by the clock and of how many packets, then the kernel's symbols.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
insmod /root/klua_bench.ko
# shellcheck source=SCRIPTDIR/rivals.sh
. ./rivals.sh

measure() {
	local n
	n=$(packet)
	echo "$((n - bare)) $packets"
	cat /proc/kallsyms
}

bare=$(packet)
each_row measure "$1" "$2"
