#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In a guest whose clock counts instructions. Prints lines: NAME VALUE.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
insmod /root/klua_bench.ko
ip link set lo up

# What one packet costs now: the mean of many, so that the collector's share is in it.
packet() {
	echo 'packets 2001' >/proc/klua_bench
	cat /proc/klua_bench
}

klua guards.lua
packet >/dev/null
bare=$(packet)
klua load bench guards.lua >&2 \
	--attach "netfilter.filter=filter:family=ipv4,hook=pre_routing,proto=udp,dport=2222"
echo "packet $(($(packet) - bare))"
