# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# In the guest: examples/nat.lua on packets of all kinds, and a script that writes to payloads; what passed, as seen
# by server and client, goes to stdout: server.pcap, client.pcap in a tar.

# shellcheck source=/dev/null
. guest-tests/lib.sh
set -e
modprobe klua_netfilter
router_up
in_router klua load nat examples/nat.lua
in_router klua load louder guest-tests/louder.lua --attach netfilter.filter:hook=forward
dd if=/dev/zero bs=20k count=1 2>/dev/null | tr '\0' 'z' >/tmp/given

serve() { # ADDRESS ADDRESS: as socat's
	in_server timeout 300 socat -t 30 "$@" & # who answers a datagram may be slow
}
capture() { # NAMESPACE: from now on, into NAMESPACE.pcap
	ip netns exec "$1" timeout 300 tcpdump -q -U -Z root -s 0 -i eth0 -w "/tmp/$1.pcap" ip 2>"/tmp/$1.log" &
	until_true grep -q listening "/tmp/$1.log" || cat "/tmp/$1.log"
}
talk() {
	in_client ping -q -c 3 -s 57 -i 0.2 192.0.2.2
	printf hello | in_client socat -t 5 - UDP:192.0.2.2:7 | grep hELLo
	printf hello | in_client socat -t 2 - TCP:192.0.2.2:7 | grep hELLo
	in_client socat -u OPEN:/tmp/given TCP:192.0.2.2:9
	in_client socat -u TCP:192.0.2.2:8 OPEN:/tmp/got,creat,trunc
	cmp /tmp/given /tmp/got
}
{
	serve TCP-LISTEN:7,fork,reuseaddr SYSTEM:cat
	serve UDP-RECVFROM:7,fork SYSTEM:cat
	serve TCP-LISTEN:8,fork,reuseaddr OPEN:/tmp/given,rdonly
	serve -u TCP-LISTEN:9,fork,reuseaddr OPEN:/dev/null
	sleep 1
	# What the client leaves to the device, the router completes.
	offload off router wan
	offload off server eth0
	capture server
	talk
	head -c 3000 /tmp/given | in_client socat -u -b 3000 - UDP:192.0.2.2:9,setsockopt-int=17:103:500 || true
	offload off client eth0
	offload off router lan
	capture client
	talk
	sleep 1
} >&2
tar -c -C /tmp server.pcap client.pcap
