# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# The governor lua on acpi-cpufreq: P-states 2400, 1800, 1200 and 800 MHz, one policy for each of two CPUs.

policy=/sys/devices/system/cpu/cpu1/cpufreq
other=/sys/devices/system/cpu/cpu0/cpufreq

khz() { cat $policy/scaling_cur_freq; }
in_force() { # KHZ: and at the port
	now="$(khz) $(lab-pstate 1)"
	[ "$now" = "$1 $1" ]
}
settled() { # KHZ: what there is when it is in force
	until_true in_force "$1"
	echo "$now"
}
# Less than the highest frequency: an emulated CPU is never quite idle.
is_calm() {
	now=$(khz)
	[ "$now" -lt 2400000 ]
}
calmed() {
	if until_true is_calm; then echo calm; else echo "$now"; fi
}
busy() {
	taskset -c 1 sh -c 'while :; do :; done' &
	spinner=$!
}
calm() {
	kill $spinner
	wait $spinner 2>/dev/null
}

# All but the load that a test makes runs on CPU 0.
taskset -p 1 $$ >/dev/null
echo 1 >/sys/devices/virtual/workqueue/cpumask
modprobe acpi-cpufreq
modprobe klua_cpufreq
echo 800000 >$policy/scaling_max_freq
echo lua >$policy/scaling_governor
is 'the governor is lua' lua "$(cat $policy/scaling_governor)"
cat $policy/cpuinfo_max_freq >$policy/scaling_max_freq
# 200 times 10 us is less than the least interval.
is 'the interval without a script' 10000 "$(cat $policy/lua/interval_us)"

# At 10 ms an emulated CPU is busy with the decisions alone.
echo 400000 >$policy/lua/interval_us
is 'an interval that is written' 400000 "$(cat $policy/lua/interval_us)"
is 'without a script, idle: a low P-state' calm "$(calmed)"
busy
is 'without a script, busy: the highest' '2400000 2400000' "$(settled 2400000)"
calm
is 'idle again: a low one' calm "$(calmed)"

file=$(script <<-'END'
	cpufreq = require "cpufreq"
	calls, wanted, relation = 0, nil, '<='
	function throttle(cpu, cur, max, min)
	  calls = calls + 1
	  seen = {cpu, cur, max, min}
	  if wanted then target = {cpufreq.target(cpu, wanted, relation)} end
	end
	cpufreq.attach{throttle = "throttle", interval = 100000}
END
)
echo 0 >$policy/lua/interval_us
succeeds 'a script attaches' klua load first "$file"
is 'its interval counts' 100000 "$(cat $policy/lua/interval_us)"
refuses 'a bad interval in sysfs' '*' sh -c "echo 5 >$policy/lua/interval_us"
sleep 0.5
is 'it is called with the CPU, its frequency and limits' "$(printf '1\t%d\t2400000\t800000' "$(khz)")" \
	"$(eval_in first 'return table.unpack(seen)')"
refuses 'a second script' \
	"klua: $file:8: cpufreq.throttle: script 'first' has it, and only one can" klua load second "$file"
eval_in first 'wanted = 1900000' >/dev/null
until_true klua eval first 'assert(target)' 2>/dev/null # it may be at 1800000 by itself
is 'target: the highest P-state at or below' '1800000 1800000' "$(settled 1800000)"
is 'target returns true' true "$(eval_in first 'return target[1]')"
refuses 'target outside throttle' '*throttle*' klua eval first 'cpufreq.target(1, 800000, "<=")'
eval_in first 'relation = "<"' >/dev/null
until_true sh -c 'klua log first | grep -q relation'
like 'a relation that is none' '*cpufreq.target: relation*' "$(klua log first)"
eval_in first 'relation = "<="' >/dev/null
refuses 'a CPU that there cannot be' '*cpu*' klua eval first 'cpufreq.times(100000)'

echo 1200000 >$policy/scaling_max_freq
is 'a lower limit acts at once' '1200000 1200000' "$(settled 1200000)"
echo 2400000 >$policy/scaling_max_freq
is 'and so does a higher one' '1800000 1800000' "$(settled 1800000)"

is 'times: idle, wall' true "$(eval_in first 'local idle, wall = cpufreq.times(1); return idle > 0 and wall >= idle')"
is 'policy: fields of struct cpufreq_policy' "$(printf '1\t800000\t2400000\t10000')" \
	"$(eval_in first 'local p = cpufreq.policy(1); return p.cpu, p.lowest, p.highest, p.latency')"
eval_in first 'held = cpufreq.policy(1)' >/dev/null
refuses 'a policy is not for writing' '*' klua eval first 'cpufreq.policy(1).cur = 1'
refuses 'a wrong field' '*curr*cur*' klua eval first 'return cpufreq.policy(1).curr'

reloaded=$(script <<-'END'
	cpufreq = require "cpufreq"
	function throttle(cpu) cpufreq.target(cpu, 1300000, '<=') end
	cpufreq.attach{throttle = "throttle"}
END
)
succeeds 'reload' klua reload first "$reloaded"
is 'the new script decides' '1200000 1200000' "$(settled 1200000)"

broken=$(script <<-'END'
	local cpufreq = require "cpufreq"
	cpufreq.attach{throttle = function() error("broken") end}
END
)
echo 400000 >$policy/lua/interval_us
succeeds 'reload of a script that will fail' klua reload first "$broken"
is 'its failures leave the decision to the host: idle' calm "$(calmed)"
busy
is 'and busy' '2400000 2400000' "$(settled 2400000)"
calm
at_least 'failures are counted' 1 "$(counter first defaulted)"
is 'decisions of the script are none' 0 "$(counter first decided)"

endless=$(script <<-'END'
	local cpufreq = require "cpufreq"
	cpufreq.attach{throttle = function() while true do end end}
END
)
succeeds 'reload of a script that never ends' klua reload first "$endless"
busy
is 'its decision is taken from it' '2400000 2400000' "$(settled 2400000)"
calm
is 'another governor takes over meanwhile' schedutil \
	"$(echo schedutil >$policy/scaling_governor; cat $policy/scaling_governor)"
is 'and back' lua "$(echo lua >$policy/scaling_governor; cat $policy/scaling_governor)"
echo 0 >/sys/devices/system/cpu/cpu1/online
is 'its CPU goes offline' 0 "$(cat /sys/devices/system/cpu/cpu1/online)"
echo 1 >/sys/devices/system/cpu/cpu1/online
is 'and comes back under the same governor' lua "$(cat $policy/scaling_governor)"
refuses 'the module stays while its governor is in use' '*in use*' rmmod klua_cpufreq
succeeds 'the script stops' klua stop first
echo schedutil >$policy/scaling_governor
succeeds 'the module goes when nobody uses it' rmmod klua_cpufreq
is 'the other CPU never changed its governor' schedutil "$(cat $other/scaling_governor)"

# The core looks for the governor's module with the policy locked, while a CPU goes offline.
asked=$(cat /proc/sys/kernel/modprobe)
cat >/tmp/slow-modprobe <<'END'
#!/bin/sh
: >/tmp/asked
sleep 1
exec modprobe "$@"
END
chmod +x /tmp/slow-modprobe
echo /tmp/slow-modprobe >/proc/sys/kernel/modprobe
(echo lua >$policy/scaling_governor) 2>/dev/null &
until_true test -e /tmp/asked
echo 0 >/sys/devices/system/cpu/cpu1/online
wait $!
is 'nobody waits for each other: the CPU is offline' 0 "$(cat /sys/devices/system/cpu/cpu1/online)"
echo 1 >/sys/devices/system/cpu/cpu1/online
is 'and the governor, whose module is not loaded, unknown' schedutil "$(cat $policy/scaling_governor)"
echo "$asked" >/proc/sys/kernel/modprobe

file=$(script <<-'END'
	local cpufreq = require "cpufreq"
	cpus = {}
	cpufreq.attach{throttle = function(cpu) cpus[cpu] = true end, cpu = 1, interval = 50000}
END
)
succeeds 'a script for the policy of one CPU' klua load one "$file"
echo lua | tee $policy/scaling_governor $other/scaling_governor >/dev/null
sleep 1
is 'is called for that one only' "$(printf 'nil\ttrue')" "$(eval_in one 'return cpus[0], cpus[1]')"
at_least 'the host decided for the other' 1 "$(counter one decided)"
echo schedutil | tee $policy/scaling_governor $other/scaling_governor >/dev/null
klua stop one

holder=$(script <<-'END'
	local cpufreq = require "cpufreq"
	held = cpufreq.policy(1)
END
)
succeeds 'a script holds a policy' klua load holder "$holder"
succeeds 'which does not keep the driver' timeout 10 rmmod acpi-cpufreq
is 'and stays readable' 1 "$(eval_in holder 'return held.cpu')"
klua stop holder

refuses 'the governor is asked in vain for a bad interval' '*' klua -e \
	'require("cpufreq").attach{throttle = function() end, interval = 5}'
refuses 'an unknown key of attach' "*unknown key 'intervall' (nearest: 'interval')*" klua -e \
	'require("cpufreq").attach{throttle = function() end, intervall = 5000}'
rmmod klua_cpufreq
