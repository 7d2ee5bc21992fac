# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What tests in the guest share: TAP, states and scripts, the little network that several need.

# shellcheck source-path=SCRIPTDIR source=../tap.sh
. /lab/tap.sh

counter() { # STATE NAME: a counter of its first attachment
	klua stats --json "$1" | sed -n "s/.*\"$2\": *\([0-9]*\).*/\1/p" | head -n 1
}
eval_in() { # STATE CODE: what the code prints
	klua eval "$1" "$2" 2>&1
}
states() { klua list --json | sed -n 's/.*"name": *"\([^"]*\)".*/\1/p'; }
stop_states() {
	for state in $(states); do
		klua stop "$state"
	done
}
lua() { # CODE: what it prints, in a state of its own
	klua -e "$1" 2>&1
}
script() { # reads a script from stdin, prints its file
	file=/tmp/$topic-$((script_number = ${script_number:-0} + 1)).lua
	cat >"$file"
	echo "$file"
}
until_true() { # COMMAND...: wait for it, but not for ever
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ $tries -lt 600 ] || return 1
		sleep 0.1
	done
}

in_client() { ip netns exec client "$@"; }
in_server() { ip netns exec server "$@"; }
net_up() { # client 10.0.0.1 fd00::1, server 10.0.0.2 fd00::2
	ip netns add client
	ip netns add server
	ip link add veth-client netns client type veth peer name veth-server netns server
	for side in client:1 server:2; do
		ns=${side%:*} host=${side#*:}
		ip -n "$ns" address add "10.0.0.$host/24" dev "veth-$ns"
		ip -n "$ns" address add "fd00::$host/64" dev "veth-$ns" nodad
		ip -n "$ns" link set "veth-$ns" up
		ip -n "$ns" link set lo up
	done
}
net_down() {
	ip netns del client
	ip netns del server
}
# One UDP datagram from client to server, of what stdin holds (one write, at most 65507 bytes).
send() { # ADDRESS PORT
	# shellcheck disable=SC2016 # bash expands
	in_client bash -c 'exec dd bs=65536 count=1 2>/dev/null >/dev/udp/$0/$1' "$1" "$2"
}

# A client (10.0.0.2, 10.0.0.3), a router, and a server (192.0.2.2) that knows no way but to the router (192.0.2.1).
in_router() { ip netns exec router "$@"; }
router_up() {
	for ns in client router server; do
		ip netns add $ns
		ip -n $ns link set lo up
	done
	ip link add lan netns router type veth peer name eth0 netns client
	ip link add wan netns router type veth peer name eth0 netns server
	ip -n client address add 10.0.0.2/24 dev eth0
	ip -n client address add 10.0.0.3/24 dev eth0
	ip -n router address add 10.0.0.1/24 dev lan
	ip -n router address add 192.0.2.1/24 dev wan
	ip -n server address add 192.0.2.2/24 dev eth0
	for link in client:eth0 router:lan router:wan server:eth0; do
		ip -n ${link%:*} link set ${link#*:} up
	done
	ip -n client route add default via 10.0.0.1
	in_router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
}
router_down() {
	for ns in client router server; do
		ip netns del $ns
	done
}
# Whether checksums and segmentation are left to the device.
offload() { # on|off NAMESPACE DEVICE
	ip netns exec "$2" ethtool -K "$3" rx "$1" tx "$1" sg "$1" tso "$1" gso "$1" gro "$1" >/dev/null
}
