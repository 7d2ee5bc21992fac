# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Figure 1 as the governor of CPU 1, on acpi-cpufreq: P-states 2400, 1800, 1200 and 800 MHz.

policy=/sys/devices/system/cpu/cpu1/cpufreq

khz() { cat $policy/scaling_cur_freq; }
temperature() { klua -e 'print(require("acpi").get_temp(1))'; }

ticks() { # of CPU 1, in ticks: idle, all
	awk '/^cpu1 /{for (i = 2; i <= 9; i++) all += $i; print $5 + $6, all}' /proc/stat
}

row() { # a line of the table; sets: state
	before=$sample
	sample=$(ticks)
	# shellcheck disable=SC2086 # four numbers
	set -- $before $sample
	load=$(($4 > $2 ? 100 - 100 * ($3 - $1) / ($4 - $2) : 0))
	state=$(khz)
	printf '  %6d %5d %5d %9d %9d\n' $(($(now_ms) - begun)) "$load" "$degrees" "$state" "$(lab-pstate 1)"
}

watch() { # ROWS: sample CPU 1; sets: states, each once when it changes
	states=
	rows=0
	while [ $rows -lt "$1" ]; do
		sleep 0.2
		row
		[ "${states##* }" = "$state" ] || states="$states $state"
		rows=$((rows + 1))
	done
	states=${states# }
}

heat() {
	degrees=$1
	lab-temp "$degrees"
}

steady() { # NAME KHZ: in force, and at the port
	is "$1" "$2 $2" "$(khz) $(lab-pstate 1)"
}

step_governor() {
	title 'Figure 1: the governor lua, on acpi-cpufreq'
	modprobe acpi-cpufreq
	show klua load throttle examples/throttle.lua
	# The first frequency is the driver's guess; after the limits it is known.
	echo 800000 >$policy/scaling_max_freq
	echo lua >$policy/scaling_governor
	cat $policy/cpuinfo_max_freq >$policy/scaling_max_freq
	echo 400000 >$policy/lua/interval_us
	is 'the governor of CPU 1 is lua' lua "$(cat $policy/scaling_governor)"
	begun=$(now_ms) sample=$(ticks)
	printf '  %6s %5s %5s %9s %9s\n' ms load C kHz port
	heat 40
	watch 5
	steady 'idle at 40 C: the lowest P-state' 800000

	taskset -c 1 sh -c 'while :; do :; done' &
	busy=$!
	watch 6
	steady 'busy at 40 C: the highest' 2400000
	heat 105
	watch 9
	# Each time the highest P-state at or below 80 % of the one in force: 1920, 1440, 960 MHz.
	is 'busy at 105 C: steps down by 20 %' '2400000 1800000 1200000 800000' "2400000 ${states#2400000 }"
	steady 'to the lowest' 800000
	heat 40
	watch 5
	steady 'cool again: up' 2400000
	kill $busy
	wait $busy 2>/dev/null
}

step_live() {
	title 'Changing the running script'
	echo 'function get_load(cpu) return 10 end' >/tmp/low.lua
	echo 'function get_load(cpu) return 60 end' >/tmp/medium.lua
	show klua run throttle /tmp/low.lua
	watch 9
	steady 'a get_load of 10, below down: the lowest P-state' 800000
	show klua run throttle /tmp/medium.lua
	watch 4
	steady 'a get_load of 60, between down and up: no change' 800000
	show klua eval throttle 'up = 50'
	watch 4
	steady 'up = 50: the next decision is the highest' 2400000
	show klua stats throttle
	is 'every decision was the script' 0 "$(counter throttle defaulted)"
	show klua stop throttle
	echo schedutil >$policy/scaling_governor
	is 'the governor gives way' schedutil "$(cat $policy/scaling_governor)"
}
