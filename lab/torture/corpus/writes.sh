#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In a guest whose clock counts instructions: what endless writes to a real packet take with a
# budget of 100,000 units. A row for docs/safety.md, with `all` each case; the status is 1 when one
# is out of bounds.
all=${1:-}
budget=100000 promise=125 overrun=64000

modprobe -a klua_netfilter klua_ipv4 klua_tcp klua_icmp
ip link set lo up
socat -u UDP4-RECV:5000 OPEN:/dev/null &
socat -u UDP6-RECV:5000,ipv6only OPEN:/dev/null &
sleep 1
cat >/tmp/writes.lua <<-'END'
	local netfilter = require "netfilter"
	ipv4, tcp, icmp = require "ipv4", require "tcp", require "icmp"
	local f
	-- Once: an echo comes by twice, and what TCP has lost it sends again.
	function filter(hdr, pld)
	  local once = f
	  f = nil
	  if once then once(hdr, pld) end
	  return true
	end
	function mode(s) f = s and assert(load("local hdr, pld = ... " .. s)) end
	for _, proto in ipairs{"udp", "tcp"} do
	  netfilter.attach{filter = "filter", proto = proto, hook = "local_out", dport = 5000}
	end
	netfilter.attach{filter = "filter", proto = "icmp", hook = "local_in"}
END
klua load writes /tmp/writes.lua || exit
exec 4>/dev/udp/127.0.0.1/5000 6>/dev/udp/::1/5000
send() { # one packet of a kind: nothing is forked where bash can send it
	case $1 in
	udp) printf 'a datagram of some length' >&4 ;;
	udp6) printf 'a datagram of some length' >&6 ;;
	tcp) { : >/dev/tcp/127.0.0.1/5000; } 2>/dev/null ;;
	icmp) ping -q -c 1 -W 1 127.0.0.1 >/dev/null ;;
	esac
}
measure() { # KIND: sets took, in instructions
	local before=$EPOCHREALTIME after
	send "$1"
	after=$EPOCHREALTIME
	took=$(((${after/./} - ${before/./}) * 1000))
}
declare -A without
for kind in udp udp6 tcp icmp; do
	measure $kind
	measure $kind
	without[$kind]=$took
done

cases=0 most=0 worst='' status=0
try() { # KIND CODE
	klua eval writes "mode [=[$2]=]" >/dev/null || { status=1; return; }
	sleep 3 # what failed for long rests
	measure "$1"
	took=$((took - without[$1]))
	cases=$((cases + 1))
	[ -z "$all" ] ||
		printf '%9d.%d  %s: %s\n' $((took / budget)) $((took * 10 / budget % 10)) "$1" "$2"
	[ $took -le $most ] || { most=$took worst="$1: $2"; }
	[ $took -le $((promise * budget + overrun)) ] || status=1
	[ $took -ge $((10 * budget)) ] || { echo "$1: $2: only $took" >&2; status=1; }
}
try udp 'while true do end'
for kind in udp udp6 tcp icmp; do
	try $kind 'local a = hdr.daddr while true do hdr.saddr = a end'
	[ $kind = icmp ] || try $kind 'local a = hdr.daddr while true do hdr.daddr = a end'
	[ $kind = tcp ] || try $kind 'while true do pld:layout{x = {0, 16}}.x = 1 end'
done
for field in tos ttl check saddr daddr; do
	try udp "local ip, a = hdr.ip, hdr.ip.$field while true do ip.$field = a end"
done
for field in traffic_class flow_label hop_limit saddr; do
	try udp6 "local ip, a = hdr.ip6, hdr.ip6.$field while true do ip.$field = a end"
done
for field in sport dport check; do
	try udp "local u, a = hdr.udp, hdr.udp.$field while true do u.$field = a end"
done
for field in sport dport cwr ece window check; do
	try tcp "local t, a = hdr.tcp, hdr.tcp.$field while true do t.$field = a end"
done
for field in check id sequence; do
	try icmp "local i, a = hdr.icmp, hdr.icmp.$field while true do i.$field = a end"
done
for kind in udp tcp; do
	try $kind 'local a = hdr.sport while true do hdr.sport = a end'
	try $kind 'local a = hdr.dport while true do hdr.dport = a end'
done
try udp 'local ip, t = hdr.ip, {ttl = 3, tos = 4, check = 5} while true do ipv4.set(ip, t) end'
try udp 'local a = hdr.daddr local ip, t = hdr.ip, {daddr = a, saddr = a}
	while true do ipv4.set(ip, t) end'
try tcp 'local t, s = hdr.tcp, {}
	for _, k in ipairs{"window", "check", "cwr", "ece", "sport"} do s[k] = t[k] end
	while true do tcp.set(t, s) end'
try udp 'local u, p = hdr.udp, pcall local f = function() u.len = 7 end while true do p(f) end'
try icmp 'local i, p = hdr.icmp, pcall local f = function() i.gateway = 1 end
	while true do p(f) end'
try udp 'local s = pld:segment(1, 15) s:layout{x = {0, 15, "string"}}
	local t = tostring(s) while true do s.x = t end'
try udp 'pld:layout{x = {0, 16}} while true do pld.x = 1 end'
[ "$all" ] ||
	echo '| construct | cases | instructions per unit | beyond 125 per unit | worst |'
beyond=$((most > promise * budget ? most - promise * budget : 0))
echo "| writes to packets | $cases | $((most / budget)) | $beyond | \`$worst\` |"
exit $status
