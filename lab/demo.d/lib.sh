# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What the demo's steps share: they say what they do, show what happens, and judge it in `ok` lines.

passed=0
failed=0

title() { printf '\n== %s\n' "$*"; }
show() { # COMMAND...: print it as a person would type it, run it, indent what it prints
	printf '  $ %s\n' "$*" | sed 's/ in_\([a-z]*\) / ip netns exec \1 /'
	"$@" 2>&1 | sed 's/^/    /'
}
ok() {
	passed=$((passed + 1))
	printf 'ok %d - %s\n' $((passed + failed)) "$1"
}
not_ok() { # NAME WANTED GOT
	failed=$((failed + 1))
	printf 'not ok %d - %s\n' $((passed + failed)) "$1"
	printf '# expected: %s\n# got: %s\n' "$2" "$3"
}
is() { # NAME WANTED GOT
	if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$@"; fi
}
like() { # NAME PATTERN-OF-CASE GOT
	# shellcheck disable=SC2254 # a pattern is what is wanted
	case $3 in
	$2) ok "$1" ;;
	*) not_ok "$@" ;;
	esac
}
at_least() { # NAME LEAST GOT
	if [ "${3:-0}" -ge "$2" ]; then ok "$1"; else not_ok "$1" "at least $2" "${3:-nothing}"; fi
}
now_ms() {
	read -r up _ </proc/uptime
	echo "${up%.*}${up#*.}0"
}
counter() { # STATE NAME: a counter of its first attachment
	klua stats --json "$1" | sed -n "s/.*\"$2\": *\([0-9]*\).*/\1/p" | head -n 1
}
in_client() { ip netns exec client "$@"; }
in_server() { ip netns exec server "$@"; }
closing() { # the last line; status 0 when all is well
	printf '\ndemo: %d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" -eq 0 ]
}
