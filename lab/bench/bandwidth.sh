#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# iperf3 between two namespaces, in turn without and with Figure 2 on its packets, in a guest whose
# clock counts instructions: a busy host does not slow it. First with nothing else in the way, so
# that each instruction counts, then on a link of 1 Gbit/s, as the paper's. Prints both in Mbit/s,
# pair by pair.
set -eu
pairs=$1

modprobe klua_netfilter
ip netns add a
ip netns add b
ip link add va netns a type veth peer name vb netns b
ip -n a addr add 10.0.0.1/24 dev va
ip -n b addr add 10.0.0.2/24 dev vb
ip -n a link set va up
ip -n b link set vb up
ip netns exec b iperf3 -s -D
sleep 1

run() {
	ip netns exec a iperf3 -c 10.0.0.2 -t 2 -J |
		sed -n '/sum_received/,/}/s/.*"bits_per_second":[^0-9]*\([0-9]*\)[0-9]\{6\}.*/\1/p'
}

pairs() { # NAME
	run >/dev/null
	for _ in $(seq "$pairs"); do
		without=$(run)
		ip netns exec b klua load ssh examples/ssh_filter.lua >&2 \
			--attach netfilter.filter:proto=tcp,dport=5201
		with=$(run)
		klua stats ssh >&2
		klua stop ssh >&2
		echo "$1 klua $with"
		echo "$1 other $without"
	done
}

pairs bandwidth-ssh
tc -n a qdisc add dev va root netem rate 1gbit
pairs bandwidth-ssh-gigabit
