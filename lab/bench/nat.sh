# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# iperf3 through a router, in turn with nft's masquerade and with examples/nat.lua, in a guest whose clock counts
# instructions. First as veth does it, 64 KiB at a time, then packet by packet. Prints both in Mbit/s, pair by pair.

# shellcheck source=/dev/null
. guest-tests/lib.sh
set -eu
pairs=$1

modprobe klua_netfilter
router_up
in_server iperf3 -s -D
sleep 1

run() {
	in_client iperf3 -c 192.0.2.2 -t 1 -J |
		sed -n '/sum_received/,/}/s/.*"bits_per_second":[^0-9]*\([0-9]*\)[0-9]\{6\}.*/\1/p'
}
masquerade() {
	in_router nft 'add table ip nat
		add chain ip nat out { type nat hook postrouting priority srcnat; }
		add rule ip nat out oifname "wan" masquerade'
	run
	in_router nft delete table ip nat
}
script() {
	in_router klua load nat examples/nat.lua >&2
	run
	klua stats nat >&2
	klua stop nat >&2
}
pairs() { # NAME
	masquerade >/dev/null
	for _ in $(seq $((2 * pairs + 1))); do # the median of three at least
		echo "$1 klua $(script)"
		echo "$1 nft $(masquerade)"
	done
}

pairs bandwidth-nat
for link in client:eth0 router:lan router:wan server:eth0; do
	offload off ${link%:*} ${link#*:}
done
pairs bandwidth-nat-packets
