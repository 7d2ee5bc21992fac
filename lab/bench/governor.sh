#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# What a governor's call through Figure 1 costs, and the same reading and deciding in C: lines
# NAME VALUE REFERENCE-VALUE. The clock counts instructions. The P-state in force is kept, so that
# neither writes to the hardware.
set -eu

modprobe acpi-cpufreq
modprobe klua_cpufreq
modprobe klua_acpi
insmod /root/klua_bench.ko
policy=/sys/devices/system/cpu/cpufreq/policy0
lab-temp 40
echo powersave >$policy/scaling_governor
klua load throttle examples/throttle.lua >&2
echo lua >$policy/scaling_governor

counter() { # NAME: of the attachment
	klua stats throttle --json | sed -n "s/.*\"$1\": *\([0-9]*\).*/\1/p" | head -n 1
}

sleep 1
calls=$(counter decided)
spent=$(counter ns)
sleep 5
calls=$(($(counter decided) - calls))
spent=$(($(counter ns) - spent))
klua stats throttle >&2
[ "$calls" -gt 10 ] || { echo "too few calls: $calls" >&2; exit 1; }
echo 'throttle 301' >/proc/klua_bench
read -r mean </proc/klua_bench
echo "governor-throttle $((spent / calls)) 12800"
echo "governor-throttle-c $((spent / calls)) $mean"
