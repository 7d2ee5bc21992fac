# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# examples/sni_filter.lua before a TLS server.

net_up
modprobe klua_netfilter
modprobe klua_tls
printf '[req]\ndistinguished_name = name\n[name]\n' >/tmp/openssl.cnf
openssl req -config /tmp/openssl.cnf -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=server \
	-keyout /tmp/key.pem -out /tmp/certificate.pem 2>/dev/null
# One process for each connection: a client whose first word is dropped keeps its own waiting.
in_server socat -u OPENSSL-LISTEN:443,pf=ip6,ipv6only=0,reuseaddr,fork,key=/tmp/key.pem,cert=/tmp/certificate.pem,verify=0 \
	OPEN:/tmp/heard,creat,append >/dev/null 2>&1 &
server=$!
in_server klua load sni examples/sni_filter.lua
until_true sh -c 'ip netns exec server ss -tln | grep -q :443'

connect() { # OPTION...: as a client does
	if in_client timeout "${wait:-20}" openssl s_client -brief "$@" </dev/null 2>&1 |
		grep -q 'CONNECTION ESTABLISHED'; then
		echo established
	else
		echo refused
	fi
}
to='-connect 10.0.0.2:443'
# shellcheck disable=SC2086 # words
for protocol in -tls1_2 -tls1_3; do
	is "$protocol: a server that is not listed" established "$(connect $to $protocol -servername other.example)"
	is "$protocol: one whose name is but longer" established "$(connect $to $protocol -servername notblocked.example)"
	is "$protocol: a client that names none" established "$(connect $to $protocol -noservername)"
	is "$protocol: a listed server" refused "$(wait=3 connect $to $protocol -servername blocked.example)"
done
# shellcheck disable=SC2086 # words
is 'in capitals' refused "$(wait=3 connect $to -servername Blocked.Example)"
is 'over IPv6' refused "$(wait=3 connect -connect '[fd00::2]:443' -servername blocked.example)"
is 'over IPv6, another' established "$(connect -connect '[fd00::2]:443' -servername other.example)"
# shellcheck disable=SC2086 # words
{
	is 'one below it' refused "$(wait=3 connect $to -servername www.blocked.example)"
	is 'with a dot at the end' refused "$(wait=3 connect $to -servername blocked.example.)"
}

# Hellos that no program of here sends (RFC 8446, 4.1.2; RFC 6066, 3): EXTENSIONS unknown ones, then the names, TYPE:NAME.
cat >/tmp/hello.lua <<'END'
local names, extensions = "", ""
for i = 2, #arg do
  local kind, name = arg[i]:match("(%d+):(.*)")
  names = names .. string.pack(">Bs2", tonumber(kind), name)
end
for i = 1, tonumber(arg[1]) do extensions = extensions .. string.pack(">I2s2", 0x2a2a + i, "") end
extensions = extensions .. string.pack(">I2s2", 0, string.pack(">s2", names))
local hello = "\3\3" .. ("R"):rep(32) .. "\0" .. string.pack(">s2", "\x13\1") .. "\1\0" .. string.pack(">s2", extensions)
io.write("\22\3\1" .. string.pack(">s2", "\1" .. string.pack(">s3", hello)))
END
source=10 # each in a shell of its own: what it counts is gone
judged() { # BYTES EXTENSIONS TYPE:NAME...: whether the first BYTES of such a hello, from a source of its own, are refused
	bytes=$1 source=$((source + 1))
	shift
	ip -n client address add "10.0.0.$source/24" dev veth-client
	lua5.4 /tmp/hello.lua "$@" | head -c "$bytes" |
		in_client timeout 5 socat -t 1 - "TCP:10.0.0.2:443,bind=10.0.0.$source" >/dev/null 2>&1
	eval_in sni 'report()' | grep -c "^10.0.0.$source	"
	ip -n client address del "10.0.0.$source/24" dev veth-client
}
no_verdict() { klua stats sni | sed -n 's/.*no verdict \([0-9]*\).*/\1/p'; }
is 'a name behind 200 extensions' 1 "$(judged 9999 200 0:blocked.example)"
source=20
is 'one behind a name of another type' 1 "$(judged 9999 3 1:x 0:blocked.example)"
source=30
is 'one behind another' 1 "$(judged 9999 3 0:other.example 0:blocked.example)"
source=40
is 'a hello of names that are free' 0 "$(judged 9999 200 0:other.example 0:notblocked.example)"
source=50 unread=$(no_verdict)
is 'a hello that ends before its names' 0 "$(judged 60 3 0:blocked.example)"
is 'takes the default of the rule, and is counted' true "$([ "$(no_verdict)" -gt "${unread:-0}" ] && echo true)"
like 'counts: each source that tried' "$(printf '10.0.0.1\t*\nfd00::1\t*')" \
	"$(eval_in sni 'report()' | grep -v '^10.0.0.[2-9]' | sort)"
at_least 'three times and more' 3 "$(eval_in sni 'report()' | sed -n 's/^10.0.0.1\t//p')"
is 'nothing but what cannot be read gets the default' "$(no_verdict)" "$(counter sni defaulted)"

# A connection that stands outlives a reload; the list is another for those that come.
sed 's/^refused = .*/refused = {["other.example"] = true}/' examples/sni_filter.lua >/tmp/other.lua
mkfifo /tmp/words
# shellcheck disable=SC2086 # words
in_client openssl s_client -quiet $to -servername other.example </tmp/words >/dev/null 2>&1 &
standing=$!
exec 9>/tmp/words
echo begun >&9
until_true grep -q begun /tmp/heard
succeeds 'the script is reloaded' in_server klua reload sni /tmp/other.lua
# shellcheck disable=SC2086 # words
{
	is 'what was free is refused' refused "$(wait=3 connect $to -servername other.example)"
	is 'what was refused is free' established "$(connect $to -servername blocked.example)"
}
echo word >&9
succeeds 'a connection that stood before goes on' until_true grep -q word /tmp/heard
exec 9>&-
kill $standing

kill $server
klua stop sni
net_down
