# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What of a packet's headers a script may write, at each hook; packets that cannot be read as far as a rule needs.

router_up
modprobe klua_netfilter

# ---- fields, by hook ----

fields=$(script <<-'END'
	local data = require "data"
	local function write(view, name, value) view[name] = value end
	-- A value of the field that differs from what it has.
	local function other(value)
	  if type(value) == "boolean" then return not value end
	  return type(value) == "string" and ("\1"):rep(#value) or value ~ 1
	end
	-- The fields that let themselves be written; each is written back.
	local function writable(view)
	  local found = {}
	  for name, value in pairs(view) do
	    if type(value) ~= "userdata" and pcall(write, view, name, other(value)) then
	      write(view, name, value)
	      found[#found + 1] = name
	    end
	  end
	  table.sort(found)
	  return table.concat(found, " ")
	end
	function filter(hdr, pld)
	  local part = hdr.tcp or hdr.udp or hdr.icmp or hdr.icmp6
	  seen = writable(hdr.ip or hdr.ip6) .. " | " .. writable(part)
	  return true
	end
END
)
place() { # HOOK: the namespace where the client's packet passes it
	case $1 in
	local_out) echo client ;;
	local_in) echo server ;;
	*) echo router ;;
	esac
}
for hook in pre_routing local_in forward local_out post_routing; do
	case $hook in
	pre_routing | local_out) addresses='check daddr dscp ecn saddr tos ttl' ;;
	*) addresses='check dscp ecn saddr tos ttl' ;;
	esac
	ip netns exec "$(place $hook)" klua load tries "$fields" \
		--attach netfilter.filter:hook=$hook,family=ipv4
	echo x | in_client socat -u - UDP4:192.0.2.2:5000
	until_true sh -c "klua eval tries 'return seen' | grep -q '|'"
	is "$hook: UDP" "$addresses | check dport sport" "$(eval_in tries 'return seen')"
	in_client ping -q -c 1 -W 1 192.0.2.2 >/dev/null 2>&1
	until_true sh -c "klua eval tries 'return seen' | grep -q sequence"
	is "$hook: an echo" "$addresses | check id sequence" "$(eval_in tries 'return seen')"
	echo x | in_client timeout 60 socat -u - TCP4:192.0.2.2:5000 2>/dev/null &
	until_true sh -c "klua eval tries 'return seen' | grep -q window"
	killall socat # nobody answers: it would try again
	wait $! 2>/dev/null || true
	is "$hook: TCP" "$addresses | check cwr dport ece sport window" "$(eval_in tries 'return seen')"
	# An error about nothing, 8 bytes: not the identifier of an echo.
	printf '\003\001\374\376\0\0\0\0' | in_client socat -u - IP4-SENDTO:192.0.2.2:1
	is "$hook: an ICMP error" "$addresses | check" "$(eval_in tries 'return seen')"
	is "$hook: without a failure" '' "$(klua stats tries | grep 'failed [1-9]')"
	klua stop tries
done
router_down

# ---- every way to the bytes ----

net_up
ways=$(script <<-'END'
	local data, ipv6 = require "data", require "ipv6"
	function filter(hdr, pld)
	  if hdr.ip6.nexthdr ~= 60 then return true end
	  local function part(offset, length, fields)
	    return data.segment(hdr.ip6, offset, length):layout(fields)
	  end
	  local all = data.segment(hdr.ip6, 0)
	  local ways = {
	    function() hdr.ip6.nexthdr = 6 end,
	    function() ipv6.set(hdr.ip6, {hop_limit = 9, nexthdr = 6}) end,
	    function() ipv6(all).payload_len = 9 end,
	    function() part(6, 1, {x = {0, 8}}).x = 6 end,
	    function() part(40, 8, {x = {0, 8}}).x = 17 end,
	    function() part(47, 3, {x = {0, 3, "string"}}).x = "abc" end,
	    function()
	      local d = part(40, 8, {x = {8, 16}})
	      setmetatable({}, {__gc = function() d.x = 255 end})
	      collectgarbage()
	      d.x = 255
	    end,
	    function() hdr.ip6.payload:layout{x = {8, 8}}.x = 255 end,
	  }
	  said, before = {}, tostring(all)
	  for i, way in ipairs(ways) do said[i] = select(2, pcall(way)) end
	  same, text = before == tostring(all), tostring(pld)
	  pld:layout{x = {0, 8}}.x = 68
	  return true
	end
END
)
in_server klua load ways "$ways" --attach netfilter.filter:family=ipv6
sleep 0.5
# Destination options (60), of which no header follows (59), and what would come behind.
printf '\073\000\001\004\0\0\0\0data' | in_client socat -u - "IP6-SENDTO:[fd00::2]:60"
until_true sh -c "klua eval ways 'return text' | grep -q data"
is 'none writes a byte of IPv6 or of its extension headers' true "$(eval_in ways 'return same')"
is 'each is told so' 8 "$(eval_in ways '
	local n = 0
	for _, why in pairs(said) do n = n + (tostring(why):find("read%-only") and 1 or 0) end
	return n')"
is 'what comes behind no next header is payload' data "$(eval_in ways 'return text')"
is 'and was written without a failure' '' "$(klua stats ways | grep 'failed [1-9]')"
klua stop ways

chain=$(script <<-'END'
	function filter(hdr)
	  local list, types = hdr.ip6.extensions, {}
	  for i, e in ipairs(list) do types[i] = e.type .. ":" .. e.nexthdr end
	  if #types > 0 then
	    seen = table.concat(types, " ") .. " " .. hdr.ip6.transport
	    why = select(2, pcall(function() list[1].nexthdr = 6 end))
	    told = (told or "") .. list[1].type .. (hdr.udp and "u" or "")
	      .. ((hdr.ip6.transport == 17) == (hdr.udp ~= nil) and "" or "!") .. " "
	  end
	  return true
	end
END
)
in_server klua load chain "$chain" --attach netfilter.filter:family=ipv6
# Destination options (60) twice, UDP.
printf '\074\000\001\004\0\0\0\0\021\000\001\004\0\0\0\0\0\1\0\1\0\010\0\0' |
	in_client socat -u - "IP6-SENDTO:[fd00::2]:60"
until_true sh -c "klua eval chain 'return seen' | grep -q :"
is 'extension headers are a list' '60:60 60:17 17' "$(eval_in chain 'return seen')"
like 'which is read-only' '*read-only*' "$(eval_in chain 'return why')"
udp='\0\1\0\1\0\010\0\0'
# UDP behind mobility, HIP, shim6, and authentication of 12 bytes and of 8, which is too short.
for header in '135 \021\0\0\0\0\0\0\0' '139 \021\0\0\0\0\0\0\0' '140 \021\0\0\0\0\0\0\0' \
	'51 \021\001\0\0\0\0\0\0\0\0\0\0' '51 \021\0\0\0\0\0\0\0'; do
	printf "%b" "${header#* }$udp" | in_client socat -u - "IP6-SENDTO:[fd00::2]:${header%% *}"
done
printf '\021\000\001\004\0\0\0\0'"$udp" | in_client socat -u - "IP6-SENDTO:[fd00::2]:60"
until_true sh -c "klua eval chain 'return told' | grep -q '60u.*60u'"
is 'what the list ends in is what the rule sees' '60u 135u 139u 140u 51u 60u' \
	"$(eval_in chain 'return told' | xargs)"
is 'and was gone over without a failure' '' "$(klua stats chain | grep 'failed [1-9]')"
klua stop chain

# ---- the socket that early demux has found ----

in_server socat -u UDP4:10.0.0.1:7001,bind=10.0.0.2:7000 OPEN:/tmp/first,creat,trunc &
first=$!
in_server socat -u UDP4-RECV:7002 OPEN:/tmp/second,creat,trunc &
second=$!
in_server lab-listening udp 7000
in_server lab-listening udp 7002
elsewhere=$(script <<-'END'
	function filter(hdr) hdr.dport = 7002 return true end
END
)
in_server klua load elsewhere "$elsewhere" --attach netfilter.filter:proto=udp,dport=7000
echo word | in_client socat -u - UDP4:10.0.0.2:7000,bind=10.0.0.1:7001
until_true grep -q word /tmp/second
is 'a changed port leads to its own socket' 'word:' "$(cat /tmp/second):$(cat /tmp/first)"
klua stop elsewhere
kill $first $second
in_client nft -f - <<-'END'
	table ip sent {
		chain out {
			type filter hook postrouting priority 0
			udp dport 7003 meta skuid 0 counter
		}
	}
END
for hook in local_out post_routing; do
	in_client klua load elsewhere "$elsewhere" --attach netfilter.filter:hook=$hook,priority=mangle,proto=udp
	eval_in elsewhere 'function filter(hdr) hdr.dport = 7003 return true end' >/dev/null
	echo word | in_client socat -u - UDP4:10.0.0.2:7000
	klua stop elsewhere
done
like 'what is sent keeps its socket' '*packets 2 *' "$(in_client nft list table ip sent)"

# ---- what this kernel has put into a tunnel, nothing of it left to hardware ----

tunnels=$(script <<-'END'
	function filter(hdr, pld)
	  if hdr.ip.protocol ~= 4 then return true end
	  local inner = pld:segment(0, 29)
	  inner:layout{
	    ihl = {0, 8}, ttl = {64, 8}, protocol = {72, 8}, daddr = {128, 32}, type = {160, 8},
	    data = {224, 8},
	  }
	  local found = {}
	  for _, name in ipairs{"ihl", "ttl", "protocol", "daddr", "type", "data"} do
	    if pcall(function() inner[name] = inner[name] end) then found[#found + 1] = name end
	  end
	  seen = table.concat(found, " ")
	  return true
	end
END
)
modprobe ipip
for side in client:1:2 server:2:1; do
	IFS=: read -r ns own other <<-END
		$side
	END
	ip -n "$ns" link add inner type ipip local "10.0.0.$own" remote "10.0.0.$other"
	ip -n "$ns" address add "10.1.0.$own/24" dev inner
	ip -n "$ns" link set inner up
done
in_client klua load tunnels "$tunnels" --attach netfilter.filter:hook=post_routing,priority=last,family=ipv4
in_client ping -q -c 1 -W 1 10.1.0.2 >/dev/null 2>&1
is 'in a tunnel: of an inner packet what follows its headers' data "$(eval_in tunnels 'return seen')"
klua stop tunnels

# ---- packets that cannot be read as far as the rule needs ----

printf 'function filter(hdr) seen = hdr.dport return true end\n' >/tmp/ports.lua
counted() { # DEFAULT: matched, defaulted, of what stdin has as a packet of PROTOCOL
	in_server klua load ports /tmp/ports.lua --attach "netfilter.filter:proto=tcp,dport=22,default=$1"
	in_client socat -u - "$2"
	sleep 0.3
	echo "$(counter ports matched) $(counter ports defaulted) $(eval_in ports 'return seen')"
	klua stop ports
}
v4() { echo "IP4-SENDTO:10.0.0.2:$1"; }
v6() { echo "IP6-SENDTO:[fd00::2]:$1"; }
tcp='\0\1\0\026\0\0\0\0\0\0\0\0\120\020\0\0\0\0\0\0'
for address in v4 v6; do
	is "$address: TCP without its ports, default drop" '1 1 nil' "$(printf 'abc' | counted drop "$($address 6)")"
	is "$address: default accept" '0 0 nil' "$(printf 'abc' | counted accept "$($address 6)")"
	is "$address: UDP without its ports: not the rule's" '0 0 nil' "$(printf 'abc' | counted drop "$($address 17)")"
	is "$address: behind AH" '1 0 22' \
		"$(printf '\6\4\0\0\0\0\0\1\0\0\0\1AAAAAAAAAAAA%b' "$tcp" | counted drop "$($address 51)")"
	is "$address: AH that is cut short, default drop" '1 1 nil' \
		"$(printf '\6\100\0\0\0\0\0\1' | counted drop "$($address 51)")"
	is "$address: AH that is cut short, default accept" '0 0 nil' \
		"$(printf '\6\100\0\0\0\0\0\1' | counted accept "$($address 51)")"
	is "$address: ESP" '0 0 nil' "$(printf '%b' "$tcp" | counted drop "$($address 50)")"
done
is 'v6: a chain that cannot be walked, default drop' '1 1 nil' \
	"$(printf '\6\100\0\0\0\0\0\0%b' "$tcp" | counted drop "$(v6 60)")"
is 'v6: default accept' '0 0 nil' "$(printf '\6\100\0\0\0\0\0\0%b' "$tcp" | counted accept "$(v6 60)")"
is 'v6: a chain that leads to TCP' '1 0 22' "$(printf '\6\0\1\4\0\0\0\0%b' "$tcp" | counted drop "$(v6 60)")"
is 'v6: one that leads to nothing' '0 0 nil' "$(printf '\073\0\1\4\0\0\0\0%b' "$tcp" | counted drop "$(v6 60)")"
refuses 'a rule for AH itself' '*proto: AH is skipped*' klua -e 'require("netfilter").attach{filter = print, proto = 51}'
net_down
