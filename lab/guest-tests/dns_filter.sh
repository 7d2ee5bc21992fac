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

# A query with questions for A records (RFC 1035, 4.1): bytes for the shell's printf.
cat >/tmp/query.lua <<'END'
local bytes = string.pack(">I2I2I2I2I2I2", 0x1234, 0x0100, #arg, 0, 0, 0)
for _, name in ipairs(arg) do
  for label in (name .. "."):gmatch("([^.]*)%.") do bytes = bytes .. string.pack("s1", label) end
  bytes = bytes .. "\0\0\1\0\1"
end
if os.getenv("TCP") then bytes = string.pack(">s2", bytes) end
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

# All names of a message are looked at, however many there are.
many=$(for i in $(seq 40); do printf 'n%s.example ' "$i"; done)
questions() { # NAME...: one query, twice
	bytes=$(lua5.4 /tmp/query.lua "$@")
	# shellcheck disable=SC2059 # the bytes are the format
	printf "$bytes" | in_client socat -u - UDP:10.0.0.2:53
}
before=$(arrived n1.example)
# shellcheck disable=SC2086 # names
questions $many
is '40 questions pass' $((before + 1)) "$(arrived n1.example)"
# shellcheck disable=SC2086 # names
questions $many deep.blocked.example
is 'a listed name behind them does not' $((before + 1)) "$(arrived n1.example)"

# What is no query at all: too short, a question that leads nowhere, a name that points at itself.
before=$(arrived notblocked.example)
for bytes in '\022' '\022\064\001\000\000\001\000\000\000\000\000\000' \
	'\022\064\001\000\000\001\000\000\000\000\000\000\300\014\000\001\000\001'; do
	# shellcheck disable=SC2059 # the bytes are the format
	printf "$bytes" | in_client socat -u - UDP:10.0.0.2:53
done
is 'broken queries take the default of the rule, and are counted' 3 \
	"$(klua stats dns | sed -n 's/.*no verdict \([0-9]*\).*/\1/p' | head -n 1)"
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

# By TCP each message has its length in front; a stream is answered as long as no name is listed.
stream() { # QUERY...: how many bytes come back, of queries with the names of each
	bytes=$(for query; do
		# shellcheck disable=SC2086 # names
		TCP=1 lua5.4 /tmp/query.lua $query
	done)
	# shellcheck disable=SC2059 # the bytes are the format
	printf "$bytes" | in_client timeout 5 socat -t 2 - TCP:10.0.0.2:53 2>/dev/null | wc -c
}
at_least 'by TCP a name that is not listed is answered' 20 "$(stream notblocked.example)"
is 'a listed name is not' 0 "$(stream blocked.example)"
is 'nor is what follows it in the same segment' 0 "$(stream 'sub.blocked.example' notblocked.example)"

kill $dnsmasq
klua stop dns
klua stop arrivals
net_down
