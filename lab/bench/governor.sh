#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# What a governor's call through Figure 1 costs, and the same reading and deciding in C; then both
# with a constant for the temperature, so that no ACPI is evaluated. Prints lines ROW COLUMN VALUE.
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

call() { # SCRIPT: what a call of it takes
	klua load throttle "$1" >&2
	echo lua >$policy/scaling_governor
	sleep 1
	local calls spent
	calls=$(counter decided)
	spent=$(counter ns)
	sleep 5
	calls=$(($(counter decided) - calls))
	spent=$(($(counter ns) - spent))
	klua stats throttle >&2
	[ "$calls" -gt 10 ] || { echo "too few calls: $calls" >&2; exit 1; }
	echo powersave >$policy/scaling_governor
	klua stop throttle >&2
	echo $((spent / calls))
}

in_c() { # COMMAND: what it takes
	echo "$1 301" >/proc/klua_bench
	cat /proc/klua_bench
}

mean=$(call examples/throttle.lua)
echo "governor-throttle klua $mean"
echo "governor-throttle c $(in_c throttle)"
echo "governor-throttle other 12800"
mean=$(call constant.lua)
echo "governor-no-acpi klua $mean"
echo "governor-no-acpi c $(in_c decide)"
