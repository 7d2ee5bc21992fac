# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Three namespaces: a client, a router with examples/nat.lua, and a server that knows no way to the client's network.
# TCP, UDP and ping arrive with the router's address, and what the server says comes back.
set -ex
# shellcheck disable=SC2086 # words
end() {
	[ -z "$servers" ] || kill $servers
	for name in client router server; do ip netns delete $name; done
}
servers=
trap end EXIT
modprobe klua
for name in client router server; do ip netns add $name; done
ip link add lan netns router type veth peer name eth0 netns client
ip link add wan netns router type veth peer name eth0 netns server
ip -n client address add 10.0.0.2/24 dev eth0
ip -n router address add 10.0.0.1/24 dev lan
ip -n router address add 192.0.2.1/24 dev wan
ip -n server address add 192.0.2.2/24 dev eth0
for link in client:eth0 router:lan router:wan server:eth0; do ip -n ${link%:*} link set ${link#*:} up; done
ip -n client route add default via 10.0.0.1
ip netns exec router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'
ip netns exec router klua load nat examples/nat.lua
# shellcheck disable=SC2016 # the server's shell expands
for kind in TCP-LISTEN UDP-RECVFROM; do
	ip netns exec server socat $kind:7,fork SYSTEM:'read word; echo $word from $SOCAT_PEERADDR port $SOCAT_PEERPORT' &
	servers="$servers $!"
done
ip netns exec server lab-listening tcp 7
ip netns exec server lab-listening udp 7
ip netns exec client ping -c 3 192.0.2.2
for kind in tcp udp; do
	# shellcheck disable=SC2016 # bash expands
	ip netns exec client bash -c 'exec 5<>/dev/$0/192.0.2.2/7; echo $0 >&5; timeout 60 head -n 1 <&5' $kind |
		grep "$kind from 192.0.2.1"
done
klua stats nat
