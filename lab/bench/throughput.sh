#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# Packets in a second while each CPU sends to itself, by the host's time: in turn without a hook,
# with nft's four matches, with a script that reads the same and has a VM for each CPU.
set -eu
rounds=$1

modprobe klua_netfilter
modprobe klua_ipv4
insmod /root/klua_bench.ko
# shellcheck source=SCRIPTDIR/rivals.sh
. ./rivals.sh

flood() { # COLUMN
	echo "flood 5000" >/proc/klua_bench
	echo "throughput-$(nproc) $1 $(cat /proc/klua_bench)"
}

echo "flood 1000" >/proc/klua_bench
for _ in $(seq "$rounds"); do
	flood other
	nft_up filter prerouting ip length 92 ip ttl 64 ip protocol udp ip saddr 127.0.0.1
	flood nft
	nft_down
	percpu=yes klua_up filters.lua fields interface=lo
	flood klua
	klua_down
done
