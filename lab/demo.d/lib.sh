# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What the demo's steps share: they say what they do, show what happens, and judge it in `ok` lines.

# shellcheck source=/dev/null
. guest-tests/lib.sh

title() { printf '\n== %s\n' "$*"; }
show() { # COMMAND...: print it as a person would type it, run it, indent what it prints
	printf '  $ %s\n' "$*" | sed 's/ in_\([a-z]*\) / ip netns exec \1 /'
	"$@" 2>&1 | sed 's/^/    /'
}
now_ms() {
	read -r up _ </proc/uptime
	echo "${up%.*}${up#*.}0"
}
closing() { # the last line; status 0 when all is well
	printf '\ndemo: %d passed, %d failed\n' $((count - failures)) "$failures"
	[ "$failures" -eq 0 ]
}
