# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What the firmware's thermal zones say. Their trip points are in lab/vm/ssdt.asl.

step_acpi() {
	title 'ACPI: every thermal zone'
	lab-temp 0 40
	lab-temp 1 31
	said=$(klua examples/acpi.lua 2>&1)
	echo '  $ klua examples/acpi.lua'
	printf '%s\n' "$said" | sed 's/^/    /'
	is 'the zone of the processors' \
		'\_TZ.TZ0 temperature=40 critical=150 hot=140 passive=110' "$(printf '%s\n' "$said" | grep TZ0)"
	is 'the zone of the board' \
		'\_TZ.TZ1 temperature=31 critical=150 active0=70 active1=50' "$(printf '%s\n' "$said" | grep TZ1)"
	is 'the CPU is as warm as its zone' 'cpu 0: 40' "$(printf '%s\n' "$said" | grep cpu)"
	lab-temp 1 30
}
