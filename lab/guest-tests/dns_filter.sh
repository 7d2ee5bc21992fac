# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# examples/dns_filter.lua before a DNS server that answers every query.

net_up
ip -n client address add 10.0.0.5/24 dev veth-client
modprobe klua_netfilter
modprobe klua_dns
in_server dnsmasq --user=root --no-resolv --no-hosts --no-daemon --address=/#/192.0.2.53 2>/dev/null &
dnsmasq=$!
in_server klua load dns examples/dns_filter.lua
# What comes past it: how many queries for each name. A client asks once, answers are of no interest.
arrivals=$(script <<-'END'
	local dns, netfilter = require "dns", require "netfilter"
	n = {}
	function filter(hdr, pld)
	  local name = dns(pld).questions[1].name
	  n[name] = (n[name] or 0) + 1
	  return true
	end
	netfilter.attach{filter = "filter", proto = "udp", dport = 53, priority = "last"}
END
)
in_server klua load arrivals "$arrivals"
arrived() { # NAME
	eval_in arrivals "return n['$1'] or 0"
}
is 'the script has at most 25 lines' true "$([ "$(wc -l <examples/dns_filter.lua)" -le 25 ] && echo true)"

# A query with one question, an A record (RFC 1035, 4.1): bytes for the shell's printf.
cat >/tmp/query.lua <<'END'
local bytes = "\x12\x34\x01\0\0\1\0\0\0\0\0\0"
for label in (arg[1] .. "."):gmatch("([^.]*)%.") do bytes = bytes .. string.pack("s1", label) end
bytes = bytes .. "\0\0\1\0\1"
io.write((bytes:gsub(".", function(c) return ("\\%03o"):format(c:byte()) end)))
END
ask() { # NAME TIMES [ADDRESS [OPTION]]: ask without waiting for answers
	bytes=$(lua5.4 /tmp/query.lua "$1")
	for _ in $(seq "$2"); do
		# shellcheck disable=SC2059 # the bytes are the format
		printf "$bytes" | in_client socat -u - "UDP:${3:-10.0.0.2}:53${4-}"
	done
}
resolves() { # NAME [SERVER]: with a real resolver
	in_client timeout 4 nslookup -type=a "$1" "${2:-10.0.0.2}" 2>/dev/null | grep -c '192.0.2.53'
}
until_true sh -c 'ip netns exec server ss -uln | grep -q :53'

is 'a name that is not listed is answered' 1 "$(resolves notblocked.example)"
is 'so it is over IPv6' 1 "$(resolves notblocked.example fd00::2)"
is 'a listed name is not' 0 "$(resolves blocked.example)"
is 'nor is one below it' 0 "$(resolves sub.blocked.example)"
is 'not over IPv6 either' 0 "$(resolves blocked.example fd00::2)"
is 'the one above it is' 1 "$(resolves example)"

# The counts of a list that begins anew.
in_server klua reload dns examples/dns_filter.lua
ask blocked.example 3
ask a.b.blocked.example 2
ask BLOCKED.eXample 1
ask notblocked.example 4
ask blocked.example.org 1
ask blocked.example 2 10.0.0.2 ,bind=10.0.0.5
ask sub.blocked.example 1 '[fd00::2]'
is 'counts: for each source what was dropped' "$(printf '10.0.0.1\t6\n10.0.0.5\t2\nfd00::1\t1')" \
	"$(eval_in dns 'report()' | sort)"
is 'nothing of it came past' '0 0 0 0' "$(arrived blocked.example) $(arrived a.b.blocked.example) \
$(arrived BLOCKED.eXample) $(arrived sub.blocked.example)"
is 'all else did' 1 "$(arrived blocked.example.org)"

# What is no query at all: too short, a question that leads nowhere, a name that points at itself.
before=$(arrived notblocked.example)
for bytes in '\022' '\022\064\001\000\000\001\000\000\000\000\000\000' \
	'\022\064\001\000\000\001\000\000\000\000\000\000\300\014\000\001\000\001'; do
	# shellcheck disable=SC2059 # the bytes are the format
	printf "$bytes" | in_client socat -u - UDP:10.0.0.2:53
done
is 'broken queries do no harm' 0 "$(counter dns defaulted)"
ask notblocked.example 1
is 'and what follows them passes' $((before + 1)) "$(arrived notblocked.example)"

# A list that changes while queries flow: none of the others is lost.
in_server klua reload arrivals "$arrivals"
{ ask steady.example 150; } &
flow=$!
{ ask changing.example 150; } &
until_true sh -c '[ "$(klua eval arrivals "return n[\"changing.example\"] or 0")" -gt 5 ]'
sed 's/^blocked = .*/blocked = {["changing.example"] = true}/' examples/dns_filter.lua >/tmp/other.lua
succeeds 'the script is reloaded while queries flow' in_server klua reload dns /tmp/other.lua
passed=$(arrived changing.example)
wait $!
wait $flow
is 'from then on the other list counts' true "$([ "$(arrived changing.example)" -le $((passed + 1)) ] && echo true)"
like 'each query that it dropped is counted' "10.0.0.1?$((150 - $(arrived changing.example)))" "$(eval_in dns 'report()')"
is 'no other query is lost' 150 "$(arrived steady.example)"
is 'what was listed before passes' 1 "$(resolves blocked.example)"
eval_in dns 'blocked["blocked.example"] = true' >/dev/null
is 'until it is listed again' 0 "$(resolves blocked.example)"

kill $dnsmasq
klua stop dns
klua stop arrivals
net_down
