# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# --attach, on packets over loopback.

ip link set lo up
send() { # PORT [COUNT]
	local i
	for ((i = 0; i < ${2:-1}; i++)); do
		echo x >"/dev/udp/127.0.0.1/$1"
	done
}
cat >nf.lua <<'END'
function filter(hdr)
  return hdr.dport ~= 7002
end
function other()
  error("broken")
end
END
broken=netfilter.filter=other:proto=udp,dport=7003
spec=netfilter.filter:proto=udp,dport=7002
# Whoever spends this budget spends nearly all of the time, on any host.
long=(--budget 1000000)
expect "--attach" 0 "" klua load nf nf.lua "${long[@]}" --attach "$spec" --attach "$broken"
matches "list: attachments, context" '^nf +atomic +1 .* 2 +0 +0  ' klua list
send 7001 2
send 7002 3
matches "stats: what matched was called, and dropped" \
	'calls 3, .*matched 3, accepted 0, dropped 3' klua stats nf
klua eval nf 'function filter() return true end'
send 7002 2
matches "a function that is redefined is called at the next packet" \
	'calls 5, .*accepted 2, dropped 3' klua stats nf

send 7003 4
matches "stats: errors by cause" '^    failed 4: error 4$' klua stats nf
matches "stats: the last error, file and line" '^    last error: nf.lua:5: broken' klua stats nf
matches "list: calls and errors" '^nf +atomic +1 .* 2 +9 +4  ' klua list
matches "log: the error" '(^|: )nf.lua:5: broken' klua log nf
matches "log of all: lines with names" '^nf: ' klua log
send 7003 100
matches "stats: what fails quickly is called each time" '^    failed 104: error 104$' klua stats nf
klua eval nf 'function other() while true do end end'
send 7003 100
matches "stats: what fails for long backs off" 'failed [0-9]+: .*budget [0-9]+, backing off [0-9]+$' \
	klua stats nf
# Two that spend their budgets on each packet, so that neither fails for more than half of the time.
echo 'function filter() while true do end end' >turn.lua
for name in turn0 turn1; do
	klua load $name turn.lua "${long[@]}" --attach netfilter.filter:proto=udp,dport=7004
done
send 7004 200
for name in turn0 turn1; do
	matches "stats: $name backs off though they take turns" 'budget [0-9]+, backing off [0-9]+$' \
		klua stats $name
	klua stop $name
done
# What a script says of a packet may have its bytes in it; a terminal obeys none of them.
klua eval nf 'function other() print("\27[1mp") error("\27[2J\7m") end'
sleep 6 # of the kernel log's limit
send 7003
matches "kernel log: control characters are escaped" 'klua: nf: .*\\e\[2J\\am' dmesg
matches "stats: control characters are escaped" 'last error: .*\\x1b\[2J\\x07m' klua stats nf
matches "log on a terminal: the same" '\\x1b\[1mp' test-pty -- klua log nf
matches "log elsewhere: as it is" $'\e''\[1mp' klua log nf
klua stats nf --json >stats.json
expect "json with attachments" 0 "valid" valid_json stats.json
matches "json: counters" '"counters": \{"seen": [0-9]+, "matched": 5, "accepted": 2, "dropped": 3' \
	cat stats.json
matches "json: the global's name" '"function": "other"' cat stats.json
matches "json: a cause" '"causes": \{"error": [0-9]+' cat stats.json

cat >log.lua <<'END'
function filter(hdr) print("port", hdr.dport) return true end
END
expect "reload keeps --attach" 1 \
	"klua: --attach $broken: the script has no global function 'other'" \
	klua reload nf log.lua
echo 'function other() return true end' >>log.lua
expect "reload with all that is attached" 0 "" klua reload nf log.lua
send 7002
matches "print from a callback goes to the log" '(^|: )port	7002$' klua log nf
followed() { # TEXT: waits, not for ever, until the follower has said it; COMMAND...: done meanwhile
	local text=$1
	shift
	for _ in $(seq 300); do
		! grep -q "$text" followed || return
		"$@"
		sleep 0.2
	done
}
klua log -f nf >followed &
follower=$!
followed 7002 send 7002
kill $follower
is "log -f shows what comes" "port	7002" "$(tail -n 1 followed)"
klua stop nf
send 7002
expect "nothing is attached after stop" 0 "[]" klua list --json

# One copy attaches more than the other, or less: by chance, until both were seen.
cat >differ.lua <<'END'
local netfilter = require "netfilter"
for _ = 1, math.random(20) do
  netfilter.attach{filter = function() return true end, proto = "udp", dport = 7006}
end
END
differ() {
	for _ in $(seq 40); do
		klua load differ differ.lua --percpu 2>&1
		klua stop differ 2>/dev/null
	done | grep -o 'the copies .* attach differently' | sort -u
}
is "copies that attach differently" "the copies of the script attach differently
the copies on CPU 0 and 1 attach differently" "$(differ)"

why=$(klua -l netfilter -e 'function f() end' -e 'netfilter.attach{filter = "f", wrong = 1}' 2>&1 |
	sed -n '1s/^klua: (command line):1: //p')
is "a key that is not known is named" yes "$([[ $why == *wrong* ]] && echo yes || echo "$why")"
echo 'function filter() end' >f.lua
expect "a key that is not known, in --attach" 1 "klua: --attach netfilter.filter:wrong=1: $why" \
	klua load nf f.lua --attach netfilter.filter:wrong=1
expect "a host's reasons to refuse name the option" 1 \
	"klua: --attach netfilter.filter:proto=icmp,dport=22,interface=a-long-one: netfilter.filter:\
 dport: expected proto tcp, udp or none beside it, got 1" \
	klua load nf f.lua --attach netfilter.filter:proto=icmp,dport=22,interface=a-long-one
expect "or the line" 1 "klua: port.lua:3: netfilter.filter:\
 sport: expected proto tcp, udp or none beside it, got 58" \
	bash -c 'printf "%s\n" "function f() end" "local n = require [[netfilter]]" \
	"n.attach{filter = f, sport = 22, proto = [[icmpv6]]}" >port.lua; klua load nf port.lua'
matches "an attachment that ends with the command is told" \
	'^klua: netfilter.filter was attached while this ran, and no longer is$' \
	klua -l netfilter -e 'function f() end' -e 'netfilter.attach{filter = "f", proto = "udp"}'
expect "nothing is left of it" 0 "[]" klua list --json
expect "-l with load" 0 "true" bash -c \
	'echo "x = type(acpi.get_temp(0)) == [[number]]" >l.lua
	klua load l l.lua -l acpi && klua eval l x'
expect "reload keeps -l" 0 "true" bash -c 'klua reload l && klua eval l x'
first "require is for loading" 1 \
	"klua: (eval):1: require: 'netfilter': only while the script is loading" \
	klua eval l 'require [[netfilter]].attach{filter = function() end, proto = [[udp]]}'

# What a callback prints is shown at the next statement of the REPL that attached it.
in_repl() {
	(
		echo 'function filter(h) print("port", h.dport) end'
		echo 'netfilter.attach{filter = "filter", proto = "udp", dport = 7004}'
		sleep 1
		send 7004
		echo 1
	) | klua -l netfilter -i
}
matches "REPL: print of a callback" '^port	7004$' in_repl

echo 'function filter() print("old") return true end' >old.lua
echo 'function filter() print("new") return true end' >new.lua
klua load r old.lua --attach netfilter.filter:proto=udp,dport=7005
klua log -f r >followed &
send 7005
followed old true
klua reload r new.lua
send 7005
followed new true
klua stop r
wait $!
is "log -f goes on after a reload, and ends with the state" "old
new" "$(cat followed)"
