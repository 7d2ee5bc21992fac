# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# netfilter.filter on real packets between two namespaces: what hdr, pld and skb say, and what verdicts do.

net_up
modprobe klua_netfilter

# A script that keeps what it saw of the last packet, and answers `verdict`.
recorder=$(script <<-'END'
	local netfilter = require "netfilter"
	n, verdict = 0, true
	function note(hdr, pld, skb) end
	function filter(hdr, pld, skb)
	  n = n + 1
	  length = #pld
	  note(hdr, pld, skb)
	  return verdict
	end
END
)
record() { # MATCH: load it in the server's namespace; a `note` comes from stdin
	cat "$recorder" - >/tmp/record.lua
	in_server klua load rec /tmp/record.lua --attach "netfilter.filter:$1"
}
noted() { # WANTED CODE
	noted=$(eval_in rec "return $2")
	[ "$noted" = "$1" ]
}
note_is() { # NAME WANTED CODE: what was sent may still wait for its neighbour
	until_true noted "$2" "$3" || true
	is "$1" "$2" "$noted"
}
done_with() { klua stop rec; }

# ---- headers ----

record proto=udp,dport=5000 <<'END'
function note(hdr, pld, skb)
  seen = {hdr.saddr, hdr.daddr, hdr.sport, hdr.dport, hdr.ip.version, hdr.ip.ihl, hdr.ip.ttl, hdr.ip.protocol,
    hdr.udp.dport, hdr.ip.tot_len}
  absent = {hdr.tcp, hdr.icmp, hdr.ip6}
  text = tostring(pld)
  skb_len, protocol = skb.len, skb.protocol
  printed = tostring(hdr)
end
END
printf hello | send 10.0.0.2 5000
note_is 'UDP over IPv4: one packet' 1 n
# 10.0.0.1 is 0x0a000001; 20 + 8 + 5 bytes.
note_is 'addresses as numbers' "$(printf '167772161\t167772162')" 'seen[1] + 0, seen[2] + 0'
note_is 'addresses as results' "$(printf '10.0.0.1\t10.0.0.2')" 'seen[1], seen[2]'
like 'addresses as they are printed' '*saddr=10.0.0.1, daddr=10.0.0.2,*' "$(eval_in rec 'return printed')"
note_is 'destination port, in hdr and in hdr.udp' "$(printf '5000\t5000')" 'seen[4], seen[9]'
note_is 'version, header length, protocol' "$(printf '4\t5\t17')" 'seen[5], seen[6], seen[8]'
note_is 'total length' 33 'seen[10]'
note_is 'time to live of a neighbour' 64 'seen[7]'
note_is 'no TCP, ICMP, IPv6 header' 0 'next(absent) == nil and 0 or 1'
note_is 'payload' hello text
note_is 'socket buffer: length, EtherType of IPv4' "$(printf '33\t0x0800')" 'skb_len, protocol'
done_with

record proto=udp,dport=5000 <<'END'
function note(hdr, pld)
  seen = {hdr.ip6.nexthdr, hdr.dport, #hdr.saddr, hdr.saddr:byte(1), hdr.saddr:byte(16), hdr.daddr:byte(16)}
  absent = {hdr.tcp, hdr.icmp, hdr.ip}
  text = tostring(pld)
end
END
printf hello6 | send fd00::2 5000
note_is 'UDP over IPv6: one packet' 1 n
# fd00::1 begins with byte 253; addresses of IPv6 read as strings of 16 bytes.
note_is 'addresses' "$(printf '16\t253\t1\t2')" 'seen[3], seen[4], seen[5], seen[6]'
note_is 'next header, port' "$(printf '17\t5000')" 'seen[1], seen[2]'
note_is 'no IPv4 header' 0 'next(absent) == nil and 0 or 1'
note_is 'payload of IPv6' hello6 text
done_with

# ---- sizes ----

record proto=icmp <<'END'
function note(hdr) ports = {hdr.sport, hdr.dport} end
END
for size in 0 1 56; do
	in_client ping -q -c 1 -W 1 -s $size 10.0.0.2 >/dev/null
	note_is "ICMP with $size bytes of payload" $size length
done
note_is 'ICMP has no ports' 0 'next(ports) == nil and 0 or 1'
done_with

record proto=udp,dport=5000 <<'END'
function note(hdr, pld, skb)
  rest = skb.data_len -- before the search pulls it
  found = pld:find("NEEDLE", 1, true)
  last = pld:byte(#pld)
  cut = #pld:segment(65500, 100)
  beyond = pld:segment(65508, 1)
end
END
{ dd if=/dev/zero bs=65501 count=1 2>/dev/null; printf NEEDLE; } >/tmp/large
# shellcheck disable=SC2016 # bash expands
in_client bash -c 'dd if=/tmp/large bs=65507 count=1 2>/dev/null >/dev/udp/10.0.0.2/5000'
note_is 'the largest datagram, 65535 bytes with its headers' 65507 length
note_is 'it is not linear' true 'rest > 0'
note_is 'its last bytes are found' 65502 found
note_is 'and read' 69 last
note_is 'a segment past its end is cut' 7 cut
note_is 'one beyond it is nil' nil beyond
done_with

record proto=tcp,dport=5001 <<'END'
function note(hdr, pld)
  if hdr.tcp.syn then syn = {#pld, hdr.tcp.doff > 5} end
  if #pld > 0 then text = tostring(pld) end
end
END
in_server busybox nc -l -p 5001 >/tmp/received &
in_server lab-listening tcp 5001
printf 'over TCP' | in_client timeout 5 busybox nc 10.0.0.2 5001
wait $!
note_is 'a SYN has options and no payload' "$(printf '0\ttrue')" 'syn[1], syn[2]'
note_is 'payload after the options of TCP' 'over TCP' text
is 'and it arrived' 'over TCP' "$(cat /tmp/received)"
done_with

# ---- fragments ----

record hook=pre_routing,proto=icmp <<'END'
parts, first, later = {}, 0, 0
function note(hdr, pld)
  parts[#parts + 1] = #pld
  if hdr.icmp then first = first + 1 else later = later + 1 end
end
END
# 3000 + 8 bytes in pieces of 1480; the first has the header.
in_client ping -q -c 1 -W 1 -s 3000 10.0.0.2 >/dev/null
note_is 'three fragments' "$(printf '1472\t1480\t48')" 'table.unpack(parts)'
note_is 'later ones have no transport header' "$(printf '1\t2')" 'first, later'
done_with
for address in 10.0.0.2 fd00::2; do
	record hook=pre_routing,proto=udp,dport=5000 <<-'END'
	END
	dd if=/dev/zero bs=3000 count=1 2>/dev/null | send $address 5000
	note_is "$address: a rule with ports has the first fragment only" 1 n
	done_with
done
record proto=udp,dport=5000 <<'END'
function note(hdr, pld, skb) rest = skb.data_len text = pld:byte(3000) end
END
{ dd if=/dev/zero bs=2999 count=1 2>/dev/null; printf Z; } >/tmp/fragmented
in_client bash -c 'dd if=/tmp/fragmented bs=3000 count=1 2>/dev/null >/dev/udp/10.0.0.2/5000'
note_is 'reassembled, not linear, whole' "$(printf '3000\ttrue\t90')" 'length, rest > 0, text'
done_with

# ---- verdicts ----

ping_server() { in_client ping -q -c 1 -W 1 10.0.0.2 >/dev/null 2>&1 && echo arrived || echo lost; }
record proto=icmp <<'END'
END
is 'true accepts' arrived "$(ping_server)"
eval_in rec 'verdict = false' >/dev/null
is 'false drops' lost "$(ping_server)"
eval_in rec 'verdict = nil' >/dev/null
is 'nil takes the default: accept' arrived "$(ping_server)"
eval_in rec 'verdict = 42' >/dev/null
is 'anything else is an error, and takes the default' arrived "$(ping_server)"
like 'and says so' '*returned a number, not a boolean*' "$(klua log rec)"
like 'one failed, one gave no verdict' '*failed 1: result 1; no verdict 1*' "$(klua stats rec)"
is 'counters: matched, accepted, dropped, defaulted' '4 1 1 2' \
	"$(counter rec matched) $(counter rec accepted) $(counter rec dropped) $(counter rec defaulted)"
at_least 'and seen: neighbour discovery comes by too' 4 "$(counter rec seen)"
done_with

record proto=icmp,default=drop <<'END'
verdict = nil
END
is 'nil with default=drop' lost "$(ping_server)"
eval_in rec 'function note() error "broken" end' >/dev/null
is 'an error with default=drop' lost "$(ping_server)"
done_with
is 'afterwards packets pass' arrived "$(ping_server)"

record proto=icmp,interface=lo <<'END'
END
ping_server >/dev/null
note_is 'a rule for another interface' 0 n
done_with
record proto=icmp,interface=veth-server <<'END'
END
ping_server >/dev/null
note_is 'a rule for this interface' 1 n
done_with
record hook=post_routing,proto=icmp,interface=veth-server <<'END'
END
ping_server >/dev/null
note_is 'the interface by which an answer leaves' 1 n
done_with
record proto=icmp,family=ipv6 <<'END'
END
ping_server >/dev/null
note_is 'a rule for another family' 0 n
done_with

# ---- writing ----

record hook=pre_routing,proto=udp,dport=5000 <<'END'
function note(hdr, pld)
  hdr.udp.dport = 5002
  hdr.saddr = 167772169 -- 10.0.0.9
  pld:layout{first = {0, 8}}
  pld.first = 74
end
END
cat >/tmp/reader.lua <<'END'
n = 0
function filter(hdr, pld)
  n, text, from = n + 1, tostring(pld), hdr.saddr
end
END
in_server klua load reader /tmp/reader.lua --attach netfilter.filter:proto=udp,dport=5002
printf hello | send 10.0.0.2 5000
is 'a port and a byte that the script changed, seen behind it' "$(printf '1\tJello\t10.0.0.9')" "$(eval_in reader 'return n, text, from')"
klua stop reader
done_with

record hook=local_in,priority=mangle,proto=udp,dport=5000 <<'END'
function note(hdr, pld, skb)
  rest = skb.data_len
  local tail = pld:segment(65506, 1)
  tail:layout{last = {0, 8}}
  tail.last = 90
end
END
in_server klua load reader /tmp/reader.lua --attach netfilter.filter:proto=udp,dport=5000
# shellcheck disable=SC2016 # bash expands
in_client bash -c 'dd if=/tmp/large bs=65507 count=1 2>/dev/null >/dev/udp/10.0.0.2/5000'
is 'the last byte of a packet that was not linear, changed' "$(printf '65507\ttrue\t90')" \
	"$(eval_in rec 'return length, rest > 0')$(eval_in reader 'return "", text:byte(-1)')"
klua stop reader
done_with

# ---- what a script wrote reaches a socket: checksums follow ----

heard() { # SOCAT-TYPE ADDRESS: what the server hears when the client says hello
	rm -f /tmp/heard
	in_server timeout 10 socat -u "$1-$([ "${1%[46]}" = TCP ] && echo LISTEN || echo RECV):5003,reuseaddr" \
		OPEN:/tmp/heard,creat,trunc &
	until_true sh -c "ip netns exec server ss -tuln | grep -q :5003" # it listens
	printf hello | in_client timeout 5 socat -u - "$1:$2:5003"
	until_true test -s /tmp/heard
	cat /tmp/heard
	kill $! 2>/dev/null
}
for tx in on off; do
	in_client ethtool -K veth-client tx "$tx" >/dev/null
	for hook in pre_routing local_out; do
		side=$([ $hook = local_out ] && echo client || echo server)
		ip netns exec $side klua load louder guest-tests/louder.lua --attach netfilter.filter:hook=$hook
		for kind in UDP4:10.0.0.2 UDP6:[fd00::2] TCP4:10.0.0.2 TCP6:[fd00::2]; do
			is "tx $tx, $hook, ${kind%%:*}: what is written is heard" hELLo "$(heard "${kind%%:*}" "${kind#*:}")"
		done
		is "tx $tx, $hook: the script never failed" 0 "$(counter louder defaulted)"
		klua stop louder
	done
done
in_client ethtool -K veth-client tx on >/dev/null

# A clone of each packet goes to a third namespace before the script sees it; it has the same address
# there, so that the clone is taken for its own.
ip netns add third
ip link add to-third netns server type veth peer name veth-third netns third
ip -n third link set veth-third address "$(in_server cat /sys/class/net/veth-server/address)"
ip -n third address add 10.0.0.2/24 dev veth-third
ip -n third link set veth-third up
ip -n server link set to-third up
in_server tc qdisc add dev veth-server clsact
in_server tc filter add dev veth-server ingress matchall action mirred egress mirror dev to-third
record proto=udp,dport=5000 <<'END'
function note(hdr, pld)
  pld:layout{first = {0, 8}}
  pld.first = 74
  hdr.ip.ttl = 9
end
END
sed 's/n + 1, tostring(pld)/n + 1, tostring(pld), hdr.ip.ttl/; s/n, text/n, text, ttl/' /tmp/reader.lua >/tmp/reader-ttl.lua
ip netns exec third klua load clone /tmp/reader-ttl.lua --attach netfilter.filter:proto=udp,dport=5000
in_server klua load reader /tmp/reader-ttl.lua --attach netfilter.filter:proto=udp,dport=5000,priority=last
printf hello | send 10.0.0.2 5000
is 'a write to a packet with a clone' "$(printf '1\tJello\t9')" "$(eval_in reader 'return n, text, ttl')"
is 'leaves the clone alone' "$(printf '1\thello\t64')" "$(eval_in clone 'return n, text, ttl')"
klua stop reader
klua stop clone
done_with
in_server tc qdisc del dev veth-server clsact
ip netns del third

in_client ip rule add fwmark 7 unreachable
cat >/tmp/mark.lua <<'END'
mark = 0
function filter(hdr, pld, skb) skb.mark = mark return true end
END
succeeds 'a filter on what is sent' in_client klua load mark /tmp/mark.lua --attach netfilter.filter:hook=local_out,proto=icmp
is 'mark 0: the route stays' arrived "$(ping_server)"
eval_in mark 'mark = 7' >/dev/null
is 'mark 7: routed again, to nowhere' lost "$(ping_server)"
klua stop mark
in_client ip rule del fwmark 7 unreachable

# ---- memory ----

record proto=icmp <<'END'
function note(hdr, pld, skb) kept = {hdr, pld, skb, pld:segment(0, 4), hdr.ip} end
END
ping_server >/dev/null
for code in 'kept[1].saddr' 'kept[2]:byte(1)' 'kept[3].len' 'kept[4]:byte(1)' 'kept[5].ttl'; do
	refuses "kept beyond its packet: $code" '*data expired*' klua eval rec "return $code"
done
eval_in rec 'function note(hdr, pld) if kept then alive = pcall(function() return kept[4]:byte(1) end) end end' >/dev/null
ping_server >/dev/null
note_is 'what was derived from an earlier packet stays expired during the next' false alive
done_with

# ---- bad input ----

record proto=icmp <<'END'
function note(hdr, pld) return hdr.sadr end
END
ping_server >/dev/null
like 'a wrong field names the nearest' '*sadr*saddr*' "$(klua log rec)"
done_with
record proto=icmp <<'END'
local ipv4 = require "ipv4"
function note(hdr, pld) view, why = ipv4(pld) end
END
in_client ping -q -c 1 -W 1 -s 3 10.0.0.2 >/dev/null
note_is 'a view of a short packet' "$(printf 'nil\tipv4: needs 20 bytes at offset 0, block has 3')" 'view, why'
done_with
attach() { klua -e "require('netfilter').attach{filter = function() return true end, $1}"; }
refuses 'an unknown key, and the nearest' \
	"klua: (command line):1: netfilter.attach: unknown key 'protto' (nearest: 'proto')*" \
	attach 'protto = "tcp"'
refuses 'an unknown key that is near none' \
	"klua: (command line):1: netfilter.attach: unknown key 'destination'*" attach 'destination = 22'
unlike() { case $3 in $2) not_ok "$1" "not $2" "$3" ;; *) ok "$1" ;; esac; }
unlike 'has no hint' '*nearest*' "$said"
refuses 'a protocol that is none' '*proto*' attach 'proto = "tpc"'
refuses 'a port that is none' '*sport*' attach 'sport = 65536'
refuses 'ports of a protocol without ports' \
	'klua: (command line):1: netfilter.filter: sport: expected proto tcp, udp or none beside it, got 1' \
	attach 'proto = "icmp", sport = 22'
refuses 'an interface without a name' \
	'klua: (command line):1: netfilter.filter: interface: expected a name, got an empty string' \
	attach 'interface = ""'
refuses 'a hook that is none' '*hook*' attach 'hook = "local"'
refuses 'an interface with too long a name' '*interface*' attach 'interface = "a-very-long-interface-name"'
refuses 'no filter' '*filter*missing*' klua -e 'require("netfilter").attach{proto = "tcp"}'
refuses 'a filter that is none' '*function*' klua -e 'require("netfilter").attach{filter = 1}'
refuses 'a binding that there is not' '*nosuch*' klua -e 'require "nosuch"'
printf 'function filter(\n' >/tmp/syntax.lua
refuses 'a syntax error, with file and line' 'klua: /tmp/syntax.lua:*' klua load bad /tmp/syntax.lua
refuses 'a script that is missing' '*missing.lua*' klua load bad /tmp/missing.lua
is 'nothing is left of them' '' "$(klua list --json | grep -o '"bad"')"
is 'and packets pass' arrived "$(ping_server)"

# ---- a script that never ends ----

sed 's/proto = "tcp"/proto = "icmp"/' examples/loop.lua >/tmp/endless.lua
in_server klua load endless /tmp/endless.lua
# A packet more than its budget would cost seconds: loading had a thousand times as much.
round=$(in_client ping -c 1 -W 20 10.0.0.2 | sed -n 's/.*time=\([0-9]*\).*/\1/p')
is 'it is stopped at once, from the first packet on' true "$([ "${round:-9999}" -lt 2000 ] && echo true || echo "$round ms")"
like 'the error tells the line' '*endless.lua:9: instruction budget spent*' "$(klua log endless)"
is 'the packet took the default' 1 "$(counter endless defaulted)"
klua stop endless

# ---- changing a rule in force ----

printf 'function filter() return false end\n' >/tmp/wall.lua
in_server klua load wall /tmp/wall.lua --attach netfilter.filter:proto=icmp
in_client ping -q -i 0.01 -w 3 10.0.0.2 >/tmp/flood 2>&1 &
for _ in 1 2 3 4 5; do
	in_server klua reload wall /tmp/wall.lua
	sleep 0.2
done
wait $!
like 'no packet passes during five reloads' '* 0 packets received*' "$(cat /tmp/flood)"
printf 'function filter(\n' >/tmp/syntax.lua
refuses 'reload of a script with a fault' '*syntax.lua:*' in_server klua reload wall /tmp/syntax.lua
is 'leaves the old one in force' lost "$(ping_server)"
klua stop wall
in_server klua load wall /tmp/wall.lua --percpu --attach netfilter.filter:proto=icmp
is 'a script on each CPU' lost "$(ping_server)"
klua stop wall

# ---- namespaces and modules ----

record proto=icmp <<'END'
END
ping_server >/dev/null
in_client ping -q -c 1 -W 1 10.0.0.1 >/dev/null
note_is 'a rule acts in the namespace of its loader' 1 n
refuses 'the module stays while a rule is attached' '*in use*' rmmod klua_netfilter
net_down
note_is 'the script outlives its namespace' 1 n
succeeds 'and stops' klua stop rec
succeeds 'the module goes when nobody uses it' rmmod klua_netfilter
