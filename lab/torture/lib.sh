# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What the parts of the torture share: what guest-tests share, counts, traffic, an orderly end.

# shellcheck source=/dev/null
. guest-tests/lib.sh
: "${SEED:?}" "${DURATION:?}" "${PART:?}"
# shellcheck disable=SC2034 # by tap.sh
topic=$PART again="lab/torture/run --seed $SEED $PART"
began=$(date +%s)

# One line of what was tried and survived, for the summary.
tried() { echo "# tried: $*"; }
spent() { echo $(($(date +%s) - began)); }
time_left() { [ "$(spent)" -lt "$DURATION" ]; }

# Packets of many kinds through the loopback, until traffic_stop.
traffic_start() {
	torture-semantics receive >/tmp/traffic &
	traffic=$!
	torture-semantics send "$SEED" 30000 127.0.0.1 ::1 >/dev/null &
	traffic="$traffic $!"
}
traffic_stop() { # prints how many packets came
	# shellcheck disable=SC2086 # words
	kill $traffic 2>/dev/null
	until_true grep -q '^raw6' /tmp/traffic # not wait: $(traffic_stop) has no children
	awk '!/^first/ { n += $2 } END { print n, "packets at least" }' /tmp/traffic
}

# Scripts one at a time, through the module that enters them: made/PART/check.lua, told how many
# bytes of the stack must be left. Sets $ended; the module stays.
scripts_in() { # MODULE...: of klua's
	least=4096
	! grep -q ' kasan_report$' /proc/kallsyms || least=8192
	modprobe -a klua "$@"
	succeeds 'the module is there' insmod "made/$PART/klua_torture.ko"
	lua5.4 "made/$PART/check.lua" "made/$PART" "$least" "$SEED" "$DURATION" >"/tmp/$PART" 2>&1
	ended=$?
	pass_on "/tmp/$PART"
}
