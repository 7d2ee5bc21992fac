# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
#
# Sends packets; puts in their way what a line of `rows` says, and takes it out: RIVAL_up ARGUMENTS,
# RIVAL_down.

ip link set lo up
ip address add 192.0.2.1 dev lo # to masquerade as

# What one packet costs now: the mean of many, so that the collector's share is in it. What ended
# before has been cleaned up by then.
packets=2001
packet() {
	sleep 1
	echo 'packets 100' >/proc/klua_bench
	echo "packets $packets" >/proc/klua_bench
	cat /proc/klua_bench
}

klua_up() { # FILE [FUNCTION [KEYS]]
	sed 's/"wan"/"lo"/' examples/nat.lua >nat.lua
	local rule=family=ipv4,hook=pre_routing,proto=udp,${3:-dport=2222}
	# shellcheck disable=SC2086 # options
	klua load bench "$1" ${percpu:+--percpu} ${2:+--attach "netfilter.filter=$2:$rule"} >&2
}
klua_down() {
	klua stats bench >&2
	klua stop bench >&2
}

c_up() { echo "hook $1" >/proc/klua_bench; }
c_down() { echo 'hook none' >/proc/klua_bench; }

nft_up() { # TYPE HOOK [RULE]
	local priority=0
	[ "$1" = filter ] || priority=100
	nft "add table ip bench"
	nft "add chain ip bench c { type $1 hook $2 priority $priority; }"
	shift 2
	[ $# -eq 0 ] || nft "add rule ip bench c $*"
}
nft_down() { nft "delete table ip bench"; }

ebpf_up() { # NAME
	tc qdisc add dev lo clsact
	[ "$1" = none ] ||
		tc filter add dev lo ingress bpf direct-action object-file ebpf.o section "$1"
}
ebpf_down() { tc qdisc del dev lo clsact; }

# Calls COMMAND ROW RIVAL with each line of `rows` that begins with ROW [RIVAL] in force.
each_row() { # COMMAND [ROW [RIVAL]]
	local row rival how
	while read -r row rival how; do
		case $row in '#'*) continue ;; esac
		[ "${2:-$row}" = "$row" ] && [ "${3:-$rival}" = "$rival" ] || continue
		# shellcheck disable=SC2086 # words
		"${rival}_up" $how
		"$1" "$row" "$rival"
		"${rival}_down"
	done <rows
}
