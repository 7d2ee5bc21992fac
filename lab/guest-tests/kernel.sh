# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Bindings of the kernel's parts, compared with what the kernel says elsewhere; and what scripts cannot break by them.

bindings="conntrack cpuidle crc32 net_device printk random rtc system task thermal time"
for binding in $bindings netfilter; do
	succeeds "klua_$binding loads" modprobe "klua_$binding"
done
within() { # NAME LEAST MOST GOT
	if [ "${4:-x}" -ge "$2" ] 2>/dev/null && [ "$4" -le "$3" ]; then ok "$1"; else not_ok "$1" "$2 to $3" "$4"; fi
}

# ---- crc32: "123456789" is what catalogues give the check of ----

is 'CRC-32' cbf43926 "$(lua 'print(string.format("%x", require("crc32").le(0xffffffff, "123456789") ~ 0xffffffff))')"
is 'CRC-32/MPEG-2' 376e6e7 "$(lua 'print(string.format("%x", require("crc32").be(0xffffffff, "123456789")))')"
is 'CRC-32C' e3069283 "$(lua 'print(string.format("%x", require("crc32").c(0xffffffff, "123456789") ~ 0xffffffff))')"
is 'in two pieces' cbf43926 "$(lua 'local c = require "crc32"
	print(string.format("%x", c.le(c.le(0xffffffff, "1234"), "56789") ~ 0xffffffff))')"
refuses 'more bytes than it takes' '*crc32.le: p: expected at most 65536 bytes, got 65537*' \
	klua -e 'require("crc32").le(0, ("x"):rep(65537))'

# ---- random ----

is 'as many random bytes as were asked for' '1 16 4096' \
	"$(lua 'local r = require "random" print(#r.bytes(1) .. " " .. #r.bytes(16) .. " " .. #r.bytes(4096))')"
is 'not the same twice' false "$(lua 'local r = require "random" print(r.bytes(16) == r.bytes(16))')"
is 'numbers of 32 bits' true "$(lua 'local r, all = require "random", true
	for _ = 1, 100 do local n = r.u32() all = all and n >= 0 and n < 1 << 32 end
	print(all)')"
refuses 'more bytes than it gives' '*random.bytes: len: expected 1 to 4096, got 4097*' \
	klua -e 'require("random").bytes(4097)'

# ---- time, rtc ----

now=$(date +%s)
within 'seconds since 1970' "$now" $((now + 5)) "$(lua 'print(require("time").seconds())')"
within 'the same in ns' "$now" $((now + 9)) "$(lua 'local t = require "time" print(t.real() // t.second)')"
up=$(cut -d. -f1 /proc/uptime)
within 'time since boot' "$up" $((up + 5)) "$(lua 'local t = require "time" print(t.boottime() // t.second)')"
now=$(cat /sys/class/rtc/rtc0/since_epoch)
within 'the battery clock' "$now" $((now + 5)) "$(lua 'local r = require "rtc" print(r.seconds(r.read("rtc0")))')"
is 'a clock that there is not' "$(printf 'nil\tENOENT')" "$(lua 'print(require("rtc").read("rtc9"))')"
# 29 February 2000 was a Tuesday, the 60th day of its year.
is 'a date' "$(printf '100\t1\t29\t2\t60')" \
	"$(lua 'local d = require("rtc").date(951782400) print(d.year, d.month, d.day, d.weekday, d.yearday)')"
is '30 February' "$(printf 'nil\tEINVAL')" \
	"$(lua 'local r = require "rtc" local d = r.date(951782400) d.day = 30 print(r.valid(d))')"
is 'February of leap years' '29 28' "$(lua 'local r = require "rtc" print(r.days(1, 2000) .. " " .. r.days(1, 2100))')"

# ---- system ----

load_is() { # WHICH: what the kernel prints, in its own rounding
	before=$(cut -d' ' -f"$1" /proc/loadavg)
	got=$(lua "local s = require 'system' local n = s.load($(($1 - 1))) + s.load_1 // 200
		print(string.format('%d.%02d', n // s.load_1, n % s.load_1 * 100 // s.load_1))")
	[ "$before" = "$got" ] || [ "$(cut -d' ' -f"$1" /proc/loadavg)" = "$got" ]
}
for which in 1 2 3; do
	succeeds "load, column $which" load_is $which
done
refuses 'a fourth load' '*system.load: which: expected 0 to 2, got 3*' klua -e 'require("system").load(3)'
meminfo() { awk -v name="$1:" '$1 == name { printf "%d", $2 * 1024 }' /proc/meminfo; }
is 'memory' "$(meminfo MemTotal)" "$(lua 'print(require("system").memory().total)')"
slack=$((32 * 1024 * 1024))
within 'free memory' $(($(meminfo MemFree) - slack)) $(($(meminfo MemFree) + slack)) \
	"$(lua 'print(require("system").memory().free)')"
within 'available memory' $(($(meminfo MemAvailable) - slack)) $(($(meminfo MemAvailable) + slack)) \
	"$(lua 'print(require("system").available())')"
is 'CPUs' "$(grep -c ^processor /proc/cpuinfo)" "$(lua 'print(require("system").online())')"

# ---- net_device ----

ip link set lo up
ip link add kt0 mtu 1400 type dummy
ip link set kt0 up
of_device() { lua "print(require('net_device').get('$1').$2)"; }
for device in lo kt0; do
	is "$device: mtu" "$(cat /sys/class/net/$device/mtu)" "$(of_device $device mtu)"
	is "$device: number" "$(cat /sys/class/net/$device/ifindex)" "$(of_device $device ifindex)"
	is "$device: hardware" "$(cat /sys/class/net/$device/type)" "$(of_device $device type)"
	is "$device: address" "$(cat /sys/class/net/$device/address)" "$(of_device $device address)"
done
is 'flags' "$(printf 'true\tfalse')" "$(lua 'local d = require "net_device"
	print(d.get("lo").flags & d.flag.loopback ~= 0, d.get("kt0").flags & d.flag.loopback ~= 0)')"
is 'up' "$(printf 'true\ttrue')" "$(lua 'local d = require("net_device").get("kt0") print(d.running, d.carrier)')"
ip link set kt0 down
is 'down' false "$(of_device kt0 running)"
is 'no such device' nil "$(lua 'print(require("net_device").get("nope"))')"
is 'no statistics of no device' "$(printf 'nil\tENOENT')" "$(lua 'print(require("net_device").stats("nope"))')"
refuses 'writing' '*mtu*read-only*' klua -e 'require("net_device").get("lo").mtu = 1'
ping -c 3 -W 1 127.0.0.1 >/dev/null
for counter in rx_packets tx_packets rx_bytes tx_bytes rx_dropped; do
	is "lo: $counter" "$(cat /sys/class/net/lo/statistics/$counter)" \
		"$(lua "print(require('net_device').stats('lo').$counter)")"
done
at_least 'they count' 6 "$(lua 'print(require("net_device").stats("lo").rx_packets)')"
is 'no address of the kernel is shown' 0 "$(lua 'print(require("net_device").get("lo"))' | grep -c ffff)"
ip netns add elsewhere
ip -n elsewhere link add kt1 type dummy
is 'devices of other namespaces are not seen' nil "$(lua 'print(require("net_device").get("kt1"))')"
ip netns del elsewhere

# A device can go as soon as the call that asked for it has ended, however that ended: else the kernel waits for it.
goes() { # NAME: kt0 goes, and comes back for the next
	: >/tmp/going
	{ ip link del kt0 && rm /tmp/going; } & # nothing can stop what waits for a device
	succeeds "$1" until_true test ! -e /tmp/going
	ip link add kt0 type dummy
}
keeper=$(script <<-'END'
	local net_device = require "net_device"
	kept = net_device.get("kt0")
	name = kept.name
END
)
succeeds 'a script keeps a device' klua load keeper "$keeper"
is 'it had one' kt0 "$(eval_in keeper 'return name')"
goes 'it does not keep it from going'
like 'what it kept is over' '*data expired*' "$(eval_in keeper 'return kept.name')"
klua stop keeper
lua 'require("net_device").get("kt0") error("no more")' >/dev/null
goes 'after an error'
said=$(lua 'local d = require "net_device" while true do d.get("kt0") end')
like 'who asks for ever is stopped' 'klua: *' "$said"
goes 'after what stopped it'
lua 'coroutine.wrap(function() local d = require("net_device").get("kt0") coroutine.yield() print(d) end)()' >/dev/null
goes 'after a coroutine that never ended'
# The kernel complains in its log after ten seconds: so long takes a load's budget on a busy machine.
klua --budget 20M -e 'local d = require("net_device").get("kt0") while true do end' >/dev/null 2>&1 &
sleep 0.3
succeeds 'who runs for ever with one delays it no longer than a script may run' timeout 60 ip link del kt0
wait
ip link add kt0 type dummy

# ---- task ----

# shellcheck disable=SC2016 # the inner shell expands
sh -c 'cut -d" " -f22 /proc/$$/stat >/tmp/begun; echo $$ >/tmp/pid
	exec klua -e "local t = require(\"task\").current()
		print(t.pid, t.tgid, t.comm, t.uid, t.static_prio, t.start_time // 10000000)"' >/tmp/task
read -r pid tgid comm uid prio begun </tmp/task
is 'pid, tgid' "$(cat /tmp/pid) $(cat /tmp/pid)" "$pid $tgid"
is 'name' klua "$comm"
is 'user' "$(id -u)" "$uid"
is 'priority' 120 "$prio"
within 'when it began' $(($(cat /tmp/begun) - 1)) $(($(cat /tmp/begun) + 1)) "$begun"
is 'who is nice has another priority' 125 "$(sh -c 'renice 5 $$ >/dev/null; exec klua -e "print(require(\"task\").current().static_prio)"')"
is 'no thread of the kernel' 0 "$(lua 'local t = require "task" print(t.current().flags & t.flag.kthread)')"
like 'its CPU' '[01]' "$(lua 'print(require("task").cpu())')"
who=$(script <<-'END'
	local netfilter, task = require "netfilter", require "task"
	function filter()
	  local me = task.current()
	  seen, kept = me.comm .. " " .. me.uid, me
	  return true
	end
	netfilter.attach{filter = "filter", hook = "local_out", proto = "udp", dport = 7777}
END
)
succeeds 'a filter asks who sends' klua load who "$who"
su -s /bin/bash nobody -c 'echo x >/dev/udp/127.0.0.1/7777'
is 'and is told' 'bash 65534' "$(eval_in who 'return seen')"
like 'but not after the call' '*data expired*' "$(eval_in who 'return kept.comm')"
klua stop who

# ---- thermal: the kernel does not choose between two zones of a name ----

is 'two zones of a name' "$(printf 'nil\tEEXIST')" "$(lua 'print(require("thermal").temperature("acpitz"))')"
is 'no zone of a name' "$(printf 'nil\tENODEV')" "$(lua 'print(require("thermal").temperature("nope"))')"
echo LNXTHERM:01 >/sys/bus/acpi/drivers/thermal/unbind
lab-temp 0 57
is 'the temperature of the one that is left' 57000 "$(lua 'print(require("thermal").temperature("acpitz"))')"
is 'as in sysfs' "$(cat /sys/class/thermal/thermal_zone0/temp)" \
	"$(lua 'print(require("thermal").temperature("acpitz"))')"
is 'its scale' "$(printf '1\t0')" "$(lua 'local t = require "thermal" print(t.slope("acpitz"), t.offset("acpitz"))')"
echo LNXTHERM:01 >/sys/bus/acpi/drivers/thermal/bind
lab-temp 0 40

# ---- cpuidle ----

idle=/sys/devices/system/cpu/cpu0/cpuidle
is 'a driver' acpi_idle "$(cat /sys/devices/system/cpu/cpuidle/current_driver)"
is 'its idle states' "$(for state in "$idle"/state*; do echo "$(cat "$state/name")|$(cat "$state/desc")"; done)" \
	"$(lua 'for _, state in ipairs(require("cpuidle").driver().states) do print(state.name .. "|" .. state.desc) end')"
is 'how long they take' "$(for state in "$idle"/state*; do echo "$(cat "$state/latency") $(cat "$state/residency")"; done)" \
	"$(lua 'for _, state in ipairs(require("cpuidle").driver().states) do
		print(state.exit_latency .. " " .. state.target_residency)
	end')"
is 'as many as the driver has' "$(find "$idle" -name 'state*' | wc -l)" "$(lua 'print(#require("cpuidle").driver().states)')"

# ---- printk ----

lua 'require("printk").info("info of a script")' >/dev/null
like 'a message is in the log' '*klua: info of a script' "$(dmesg | tail -n 1)"
lua 'require("printk").warn("two\nlines \27[31m \1" .. "0 %s %p")' >/dev/null
like 'what could forge a line or a colour is escaped' '*klua: two\\nlines \\e\[31m \\0010 %s %p' "$(dmesg | tail -n 1)"
lua 'require("printk").err(("x"):rep(4000))' >/dev/null
is 'a long one is cut' 200 "$(dmesg | tail -n 1 | tr -cd x | wc -c)"
refuses 'a NUL' '*printk.info: text: the string has a NUL in it*' klua -e 'require("printk").info("a\0b")'
before=$(dmesg | wc -l)
lua 'local p = require "printk" for i = 1, 1000 do p.info("again") p.warn("again") p.err("again") end' >/dev/null
within 'who floods the log is held back' 1 33 $(($(dmesg | wc -l) - before))

# ---- conntrack ----

net_up
seer=$(script <<-'END'
	local conntrack, crc32, netfilter = require "conntrack", require "crc32", require "netfilter"
	local net_device = require "net_device"
	info, known, seen = conntrack.info, conntrack.status, {}
	function again() return conntrack.of(kept_skb) end
	function filter(hdr, pld, skb)
	  local connection = conntrack.of(skb)
	  seen[#seen + 1] = conntrack.state(skb)
	  if connection then
	    local o, r = connection.original, connection.reply
	    kept, kept_skb = connection, skb
	    original = {o.l3num, o.protonum, o.saddr, o.daddr, o.sport, o.dport}
	    reply = {r.l3num, r.protonum, r.saddr, r.daddr, r.sport, r.dport}
	    six = o.daddr6 and {#o.daddr6, o.daddr6:byte(1), o.daddr6:byte(16), r.daddr6:byte(16)}
	    status = connection.status
	  else
	    none = true
	  end
	  check = crc32.le(0xffffffff, pld) ~ 0xffffffff
	  stats = select(2, pcall(net_device.stats, "lo"))
	  device = net_device.get("kt0")
	  mtu = device.mtu
	  return true
	end
	netfilter.attach{filter = "filter", hook = "local_in", priority = "filter"}
END
)
seen() { eval_in seer "return $1"; }
succeeds 'a filter asks for connections' in_server klua load seer "$seer"
printf 123456789 | send 10.0.0.2 7000
is 'without a rule that wants them there are none' "$(printf 'true\tnil')" "$(seen 'none, original')"
is 'and the packet is untracked' true "$(seen 'seen[1] == info.untracked')"
is 'crc32 over its payload' cbf43926 "$(seen 'string.format("%x", check)')"
like 'statistics are not for filters' '*net_device.stats takes locks of process context: not in an atomic state*' "$(seen stats)"
is 'a device in a filter' 1500 "$(seen mtu)"
goes 'it can go when the packet has passed'
succeeds 'a rule wants them' in_server nft 'add table inet t
	add chain inet t c { type filter hook input priority 0; }
	add rule inet t c ct state new counter'
in_server socat -u udp-recv:7001 stdout >/dev/null &
listener=$!
in_server lab-listening udp 7001
in_client bash -c 'exec 5<>/dev/udp/10.0.0.2/7001; echo 1 >&5; sleep 0.2; echo 2 >&5'
sport=$(seen 'original[5]')
kill $listener
at_least 'a port of the client' 1024 "$sport"
# 2: IPv4; 17: UDP.
is 'where it comes from and goes to' "$(printf '2\t17\t10.0.0.1\t10.0.0.2\t%s\t7001' "$sport")" \
	"$(seen 'table.unpack(original, 1, 6)')"
is 'answers go the other way' "$(printf '2\t17\t10.0.0.2\t10.0.0.1\t7001\t%s' "$sport")" \
	"$(seen 'table.unpack(reply, 1, 6)')"
is 'both packets are of a new connection' true "$(seen 'seen[#seen] == info.new and seen[#seen - 1] == info.new')"
is 'nobody answered' 0 "$(seen 'status & known.seen_reply')"
in_client ping -c 2 -W 1 10.0.0.2 >/dev/null
is 'an echo after one that was answered' true "$(seen 'seen[#seen] == info.established')"
is 'its status says so' true "$(seen 'status & known.seen_reply ~= 0')"
in_client ping -6 -c 1 -W 1 fd00::2 >/dev/null
# 10: IPv6; 58: ICMPv6.
is 'IPv6 has addresses of 16 bytes' "$(printf '16\t253\t2\t1')" "$(seen 'table.unpack(six, 1, 4)')"
is 'and none of IPv4' "$(printf '10\t58\tnil\tnil')" "$(seen 'table.unpack(original, 1, 4)')"
is 'a copy outlives the packet' 10 "$(seen 'kept.original.l3num')"
like 'the packet does not' '*data expired*' "$(seen 'again()')"
klua stop seer
slow=$(script <<-'END'
	local netfilter, rtc, thermal = require "netfilter", require "rtc", require "thermal"
	function filter(hdr) return (hdr.udp and rtc.read("rtc0") or thermal.temperature("acpitz")) ~= nil end
	netfilter.attach{filter = "filter", hook = "local_in", family = "ipv4"}
END
)
succeeds 'a filter would read clocks and temperatures' in_server klua load slow "$slow"
ip link del kt0
printf x | send 10.0.0.2 7002
like 'a clock may sleep' '*rtc.read*may sleep*' "$(klua log slow)"
in_client ping -c 1 -W 1 10.0.0.2 >/dev/null
like 'a temperature may sleep' '*thermal.temperature*may sleep*' "$(klua log slow)"
klua stop slow
net_down

# ---- the examples of their pages ----

for binding in $bindings; do
	# shellcheck disable=SC2016 # fences of code
	sed -n '/^```lua$/,/^```$/p' "pages/$binding.md" | sed '1d; /^```$/q' | sed '$d' >/tmp/example.lua
	at_least "$binding has an example" 2 "$(wc -l </tmp/example.lua)"
	succeeds 'and it runs' klua /tmp/example.lua
done
