#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# What a governor's call through Figure 1 costs, and the same in C; then both with a constant for
# the temperature, so that no ACPI is evaluated. Prints lines ROW COLUMN VALUE.
# With the name of a row: lets a plugin of QEMU see the governor decide for five seconds, by itself
# and by the script; prints what a call takes by the clock and how many there were, then the
# kernel's symbols.
# The clock counts instructions. The P-state in force is kept, so that neither writes to the
# hardware.
set -eu

modprobe acpi-cpufreq
modprobe klua_cpufreq
modprobe klua_acpi
insmod /root/klua_bench.ko
policy=/sys/devices/system/cpu/cpufreq/policy0
lab-temp 40
echo powersave >$policy/scaling_governor
sed 's/acpi\.get_temp(cpu)/40/' examples/throttle.lua >constant.lua

counter() { # NAME: of the attachment
	klua stats throttle --json | sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" | head -n 1
}

span() { # begin or end
	[ -z "$profiled" ] || echo "span $1" >/proc/klua_bench
}

call() { # SCRIPT: what a call of it takes, and how many there were
	klua load throttle "$1" >&2
	echo lua >$policy/scaling_governor
	sleep 1
	local calls spent
	calls=$(counter decided)
	spent=$(counter ns)
	span begin
	sleep 5
	span end
	calls=$(($(counter decided) - calls))
	spent=$(($(counter ns) - spent))
	klua stats throttle >&2
	[ "$calls" -gt 10 ] || { echo "too few calls: $calls" >&2; exit 1; }
	echo powersave >$policy/scaling_governor
	klua stop throttle >&2
	echo "$((spent / calls)) $calls"
}

in_c() { # COMMAND: what it takes
	echo "$1 301" >/proc/klua_bench
	cat /proc/klua_bench
}

row() { # NAME SCRIPT COMMAND
	local mean
	mean=$(call "$2")
	echo "$1 klua ${mean% *}"
	echo "$1 c $(in_c "$3")"
}

profiled=${1-}
case $profiled in
'')
	row governor-throttle examples/throttle.lua throttle
	echo "governor-throttle other 12800"
	row governor-no-acpi constant.lua decide
	exit
	;;
governor-throttle) script=examples/throttle.lua ;;
governor-no-acpi) script=constant.lua ;;
*) echo "no row $profiled" >&2; exit 2 ;;
esac
echo lua >$policy/scaling_governor # which decides itself
sleep 1
span begin
sleep 5
span end
call "$script"
cat /proc/kallsyms
