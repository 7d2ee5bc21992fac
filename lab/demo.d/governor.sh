# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Figure 1 as the governor of CPU 1, on acpi-cpufreq: P-states 2400, 1800, 1200 and 800 MHz.

policy=/sys/devices/system/cpu/cpu1/cpufreq
interval=700000 # us between two decisions: long enough to see each



sample() { # of CPU 1, in ticks; sets: idle, all
	while read -r name user nice system rest; do
		[ "$name" = cpu1 ] && break
	done </proc/stat
	# shellcheck disable=SC2086 # idle, iowait, irq, softirq, steal, …
	set -- $rest
	idle=$(($1 + $2)) all=$((user + nice + system + $1 + $2 + $3 + $4 + $5))
}

row() { # a line of the table; sets: state, port
	idle_before=$idle all_before=$all
	sample
	load=$((all > all_before ? 100 - 100 * (idle - idle_before) / (all - all_before) : 0))
	read -r state <$policy/scaling_cur_freq
	port=$(lab-pstate 1)
	printf '  %6d %5d %5d %9d %9d\n' $(($(now_ms) - begun)) "$load" "$degrees" "$state" "$port"
}

# Samples CPU 1 until KHZ is in force and was in the row before, at most for 300 rows.
watch_until() { # KHZ
	steady=0 rows=0
	while [ $steady -lt 2 ] && [ $((rows += 1)) -le 300 ]; do
		sleep 0.1
		row
		if [ "$state $port" = "$1 $1" ]; then steady=$((steady + 1)); else steady=0; fi
	done
}

switches() { # that cpufreq counted since stats/reset: a line of FROM TO COUNT for each kind
	awk 'NR == 2 { for (i = 2; i <= NF; i++) to[i] = $i }
		NR > 2 { for (i = 2; i <= NF; i++) if ($i > 0) print $1 + 0, to[i], $i }' $policy/stats/trans_table
}

heat() {
	degrees=$1
	lab-temp "$degrees"
}

is_steady() { # NAME KHZ: in force, and at the port
	is "$1" "$2 $2" "$(cat $policy/scaling_cur_freq) $(lab-pstate 1)"
}

step_governor() {
	title 'Figure 1: the governor lua, on acpi-cpufreq'
	modprobe acpi-cpufreq
	# Watch from CPU 0: CPU 1 has its load from the steps alone.
	taskset -p 1 $$ >/dev/null
	echo 1 >/sys/devices/virtual/workqueue/cpumask
	show klua load throttle examples/throttle.lua
	echo lua >$policy/scaling_governor
	echo "$interval" >$policy/lua/interval_us
	is 'the governor of CPU 1 is lua' lua "$(cat $policy/scaling_governor)"
	begun=$(now_ms)
	sample
	printf '  %6s %5s %5s %9s %9s\n' ms load C kHz port
	heat 40
	watch_until 800000
	is_steady 'idle at 40 C: the lowest P-state' 800000

	taskset -c 1 sh -c 'while :; do :; done' &
	busy=$!
	watch_until 2400000
	is_steady 'busy at 40 C: the highest' 2400000
	echo 1 >$policy/stats/reset
	heat 105
	watch_until 800000
	# Each time the highest P-state at or below 80 % of the one in force: 1920, 1440, 960 MHz.
	is 'busy at 105 C: steps down by 20 %' \
		"$(printf '2400000 1800000 1\n1800000 1200000 1\n1200000 800000 1')" "$(switches)"
	is_steady 'to the lowest' 800000
	heat 40
	watch_until 2400000
	is_steady 'cool again: up' 2400000
	kill $busy
	wait $busy 2>/dev/null
}

step_live() {
	title 'Changing the running script'
	echo 'function get_load(cpu) return 10 end' >/tmp/low.lua
	echo 'function get_load(cpu) return 60 end' >/tmp/medium.lua
	show klua run throttle /tmp/low.lua
	watch_until 800000
	is_steady 'a get_load of 10, below down: the lowest P-state' 800000
	show klua run throttle /tmp/medium.lua
	before=$(counter throttle decided)
	until [ "$(counter throttle decided)" -ge $((before + 2)) ]; do
		sleep 0.1
		row
	done
	is_steady 'a get_load of 60, between down and up: no change' 800000
	show klua eval throttle 'up = 50'
	watch_until 2400000
	is_steady 'up = 50: the next decision is the highest' 2400000
	show klua stats throttle
	is 'every decision was the script' 0 "$(counter throttle defaulted)"
	show klua stop throttle
	echo schedutil >$policy/scaling_governor
	is 'the governor gives way' schedutil "$(cat $policy/scaling_governor)"
}
