# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Two network namespaces, `client` (10.0.0.1) and `server` (10.0.0.2, 10.0.0.3), joined by a veth pair.

net_up() {
	ip netns add client
	ip netns add server
	ip link add veth-client netns client type veth peer name veth-server netns server
	ip -n client address add 10.0.0.1/24 dev veth-client
	ip -n server address add 10.0.0.2/24 dev veth-server
	ip -n server address add 10.0.0.3/24 dev veth-server
	ip -n client link set veth-client up
	ip -n server link set veth-server up
	ip -n client link set lo up
	ip -n server link set lo up
}
