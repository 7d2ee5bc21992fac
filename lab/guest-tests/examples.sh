# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Each example does what its first comment says: its command ends well.

modprobe acpi-cpufreq
for example in examples/run/*.sh; do
	base=$(basename "$example" .sh)
	# /bin/sh: busybox's timeout would run its own shell, which takes its own ip before the real one.
	succeeds "$example" timeout 600 /bin/sh "$example"
	for state in "$base" ssh old; do
		klua stop "$state" 2>/dev/null
	done
	echo schedutil >/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor
done
for script in examples/*.lua; do
	is "$script has a command" "examples/run/$(basename "$script" .lua).sh" \
		"$(sed -n 's/^-- Run: lab\/guest \(.*\)$/\1/p' "$script")"
done
is 'ondemand.lua has at most 47 lines' true "$([ "$(wc -l <examples/ondemand.lua)" -le 47 ] && echo true)"
rmmod acpi-cpufreq
