#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In a guest whose clock counts instructions. Prints lines: NAME VALUE REFERENCE-VALUE.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
modprobe klua_tls
insmod /root/klua_bench.ko
ip link set lo up

# What one packet costs now: the mean of many, so that the collector's share is in it.
packet() {
	echo 'packets 2001' >/proc/klua_bench
	cat /proc/klua_bench
}

reference() { # HOOK: what it adds to a packet
	echo "hook $1" >/proc/klua_bench
	local n
	n=$(packet)
	echo 'hook none' >/proc/klua_bench
	echo $((n - bare))
}

script() { # FILE GLOBAL KEYS: what it adds to a packet
	klua load bench "$1" >&2 \
		--attach "netfilter.filter=$2:family=ipv4,hook=pre_routing,proto=udp,$3"
	local n
	n=$(packet)
	klua stats bench >&2
	klua stop bench >&2
	echo $((n - bare))
}

packet >/dev/null
bare=$(packet)
echo "packet $bare $bare"
empty=$(reference empty)
echo "packet-unmatched $(script filters.lua empty dport=22) $empty"
echo "filter-empty $(script filters.lua empty dport=2222) $empty"
echo "filter-accept $(script filters.lua accept dport=2222) $empty"
echo "filter-4-fields $(script filters.lua fields dport=2222) $(reference fields)"
echo "filter-write-ttl $(script filters.lua ttl dport=2222) $(reference ttl)"
echo "filter-write-port $(script filters.lua port dport=2222) $(reference port)"
echo "filter-ssh $(script examples/ssh_filter.lua filter dport=2222) $(reference ssh)"
klua fields.lua
