# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# examples/nat.lua between a client (10.0.0.2, 10.0.0.3) and a server (192.0.2.2) that knows no way back but to the
# router (192.0.2.1): TCP, UDP, ICMP, with and without checksums and segmentation left to the device.

router_up
modprobe klua_netfilter
is 'the script has at most 19 lines' true "$([ "$(grep -vc SPDX examples/nat.lua)" -le 19 ] && echo true)"
refuses 'without it nothing comes back' '*' in_client ping -q -c 1 -W 1 192.0.2.2
succeeds 'it loads' in_router klua load nat examples/nat.lua

# What arrives: every source address, the largest packet, whether a checksum was left to the device.
arrivals=$(script <<-'END'
	local netfilter, skbs = require "netfilter", require "skb"
	sources, largest, partial, other = {}, 0, 0, 0
	function filter(hdr, pld, skb)
	  sources[tostring(hdr.saddr)] = true
	  if skb.len > largest then largest = skb.len end
	  if skb.ip_summed == skbs.ip_summed.partial then partial = partial + 1 else other = other + 1 end
	  return true
	end
	netfilter.attach{filter = "filter", family = "ipv4"}
END
)
in_server klua load arrivals "$arrivals"

servers=
serve() { # ADDRESS ADDRESS: as socat's
	in_server socat "$@" &
	servers="$servers $!"
}
# shellcheck disable=SC2016 # the server's shell expands
{
	serve TCP-LISTEN:7,fork,reuseaddr SYSTEM:'read word; echo $word $SOCAT_PEERADDR $SOCAT_PEERPORT'
	serve UDP-RECVFROM:7,fork SYSTEM:'read word; echo $word $SOCAT_PEERADDR'
}
serve TCP-LISTEN:8,fork,reuseaddr OPEN:/tmp/given,rdonly
in_server lab-listening tcp 7
in_server lab-listening udp 7
in_server lab-listening tcp 8
dd if=/dev/urandom of=/tmp/given bs=64k count=16 2>/dev/null

up() { # a file from client to server
	rm -f /tmp/taken
	in_server timeout 600 socat -u TCP-LISTEN:9,reuseaddr OPEN:/tmp/taken,creat,trunc &
	in_server lab-listening tcp 9
	in_client timeout 600 socat -u OPEN:/tmp/given TCP:192.0.2.2:9
	wait $!
	cmp /tmp/given /tmp/taken
}
down() {
	in_client timeout 600 socat -u TCP:192.0.2.2:8 OPEN:/tmp/got,creat,trunc
	cmp /tmp/given /tmp/got
}
# The kernel is given 3000 bytes to be cut into datagrams of 500: UDP_SEGMENT is option 103 of level 17.
segments() {
	rm -f /tmp/taken
	ip netns exec server timeout 30 socat -u UDP-RECV:9 OPEN:/tmp/taken,creat,trunc &
	in_server lab-listening udp 9
	head -c 3000 /tmp/given >/tmp/some
	in_client socat -u -b 3000 OPEN:/tmp/some UDP:192.0.2.2:9,setsockopt-int=17:103:500
	until_true cmp -s /tmp/some /tmp/taken
	status=$?
	kill $!
	wait $! # it has the port until then
	return $status
}
say() { # PROTOCOL WORD [OPTION]: what the server answers
	echo "$2" | in_client timeout 200 socat -t 3 - "$1:192.0.2.2:7$3"
}
all_pass() { # HOW
	succeeds "$1: ping" in_client ping -q -c 3 -i 0.2 -W 5 192.0.2.2
	like "$1: TCP, with the router's address" 'tcp 192.0.2.1 61???' "$(say TCP tcp)"
	is "$1: UDP" 'udp 192.0.2.1' "$(say UDP udp)"
	succeeds "$1: a file to the server" up
	succeeds "$1: a file from the server" down
}

all_pass 'offload on'
succeeds 'datagrams that the kernel cuts' segments
at_least 'with packets larger than the link takes' 1501 "$(eval_in arrivals 'return largest')"
at_least 'and checksums yet to be completed' 1 "$(eval_in arrivals 'return partial')"
offload off server eth0
offload off router wan
all_pass 'offload on the client only'
succeeds 'datagrams that the kernel cuts, at the router' segments
for link in client:eth0 router:lan; do
	offload off ${link%:*} ${link#*:}
done
eval_in arrivals 'largest, partial, other = 0, 0, 0' >/dev/null
all_pass 'offload off'
is 'no packet larger than the link takes, no checksum left open' "$(printf 'true\t0\ttrue')" \
	"$(eval_in arrivals 'return largest <= 1500, partial, other > 0')"

is 'one port from two addresses: two ports of the router' 2 "$(for host in 2 3; do
	say TCP port ",bind=10.0.0.$host:4444"
done | sort -u | grep -c 'port 192.0.2.1')"
is 'the server saw the router only' 192.0.2.1 \
	"$(eval_in arrivals 'for address in pairs(sources) do print(address) end')"
bad_checksums() { # of all that the namespace received: InCsumErrors of each protocol
	ip netns exec "$1" awk '$1 != last { last = $1; for (i = 2; i <= NF; i++) name[i] = $i; next }
		{ for (i = 2; i <= NF; i++) if (name[i] == "InCsumErrors") sum += $i } END { print sum + 0 }' /proc/net/snmp
}
is 'no bad checksum at the server' 0 "$(bad_checksums server)"
is 'nor at the client' 0 "$(bad_checksums client)"
# More flows than the map holds.
in_client bash -c 'for port in {1..700}; do echo >/dev/udp/192.0.2.2/$port; done' 2>/dev/null
like 'a flow after many others' 'late 192.0.2.1 61???' "$(say TCP late)"
is 'the script never failed' '' "$(klua stats nat | grep 'failed [1-9]')$(klua log nat)"

klua stop nat
klua stop arrivals
# shellcheck disable=SC2086 # words
kill $servers
router_down
