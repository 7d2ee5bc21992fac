# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# What the suites share: checks of what a command prints.

# shellcheck source-path=SCRIPTDIR source=../../../lab/tap.sh
. /lab/tap.sh
HOME=/root
export HOME

# expect NAME STATUS OUTPUT COMMAND...: what it prints, on both streams, and its exit status
expect() {
	local name=$1 status=$2 output=$3 got got_status=0
	shift 3
	got=$("$@" 2>&1) || got_status=$?
	is "$name" "$output"$'\n'"status $status" "$got"$'\n'"status $got_status"
}

# first NAME STATUS LINE COMMAND...: the first line that it prints
first() {
	local name=$1 status=$2 line=$3 got got_status=0
	shift 3
	got=$("$@" 2>&1) || got_status=$?
	is "$name" "$line"$'\n'"status $status" "${got%%$'\n'*}"$'\n'"status $got_status"
}

# matches NAME PATTERN COMMAND...: a line that it prints matches, whatever the status
matches() {
	local name=$1 pattern=$2 got
	shift 2
	got=$("$@" 2>&1)
	if grep -qE -- "$pattern" <<<"$got"; then
		ok "$name"
	else
		not_ok "$name" "a line like $pattern" "$got"
	fi
}

# as_lua NAME ARG...: klua and lua5.4 print the same and end with the same status; of an error
# the first line counts
as_lua() {
	local name=$1 lua klua lua_status=0 klua_status=0
	shift
	lua=$(lua5.4 "$@" 2>errors_of_lua) || lua_status=$?
	klua=$(klua "$@" 2>errors_of_klua) || klua_status=$?
	lua+=$'\n'$(sed -n '1s/^lua5.4: /klua: /p' errors_of_lua)
	is "$name" "$lua"$'\n'"status $lua_status" \
		"$klua"$'\n'"$(head -n 1 errors_of_klua)"$'\n'"status $klua_status"
}

stop_all() {
	klua list --json | lua5.4 -e \
		'for n in io.read("a"):gmatch([["name": "([^"]*)"]]) do print(n) end' |
		while read -r name; do klua stop "$name"; done
}

valid_json() { lua5.4 /root/tests/json.lua "$1"; }
