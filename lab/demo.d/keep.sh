# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# A script that keeps a payload beyond its packet gets an error, not memory.

step_keep() {
	title 'A payload kept in a global'
	show in_server klua load keep examples/keep.lua
	in_client ping -q -c 1 -W 2 10.0.0.2 >/dev/null
	is 'a packet came by' 1 "$(counter keep accepted)"
	said=$(klua eval keep 'return kept:byte(1)' 2>&1 | head -n 1)
	echo "  \$ klua eval keep 'return kept:byte(1)'"
	echo "    $said"
	like 'reading it between calls: data expired' '*data expired*' "$said"
	show klua stop keep
}
