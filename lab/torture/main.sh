#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In the guest: runs each part in turn, one TAP stream of all, then looks for what they left.
#
# Arguments: SEED, the SECONDS of all parts, then PART:SECONDS for each.

cd /root || exit
export SEED="$1" PART=after DURATION=0
seconds=$2
shift 2
# shellcheck source=/dev/null
. torture/lib.sh

run_part() { # PART SECONDS
	# shellcheck disable=SC2034 # by tap.sh
	topic=$1 again="lab/torture/run --seed $SEED $1"
	start=$(date +%s)
	apart env PART="$1" DURATION="$2" "torture/parts/$1"
	is 'no state is left' '' "$(states)"
	stop_states
	echo "# $1 took $(($(date +%s) - start)) s"
}

# ---- what is left ----

cpu=/sys/devices/system/cpu

leaks=/sys/kernel/debug/kmemleak
# An object is reported when no pointer to it was found, it is as it was at the scan before, and was
# older than five seconds when the scan began. What the boot leaked would be reported, too.
scan() {
	[ -e $leaks ] || return
	sleep 6 &
	echo scan >$leaks
	wait $!
	echo scan >$leaks
}
no_leak() { # NAME
	if [ -e $leaks ]; then
		is "$1" '' "$(cat $leaks 2>&1)"
	else
		skip "$1" 'this kernel has no kmemleak'
	fi
}
unload() {
	# Those that others use go in a later round.
	for _ in 1 2 3 4 5 6; do
		# shellcheck disable=SC2046 # words
		set -- $(lsmod | sed -n 's/^\(klua[a-z0-9_]*\) .*/\1/p')
		[ $# -gt 0 ] || return
		rmmod "$@" 2>/tmp/rmmod.err
	done
	lsmod | grep '^klua'
}
look_after() {
	# shellcheck disable=SC2034 # by tap.sh
	topic=after again="lab/torture/run --seed $SEED"
	# What nothing points to stays so: a short run finds it after the modules have gone, when
	# the functions that allocated it have no names any more.
	if [ "$seconds" -ge 60 ]; then
		scan
		no_leak 'nothing leaked while the modules were there'
	fi
	awk '/^klua/ { print "# " $1 " was at " $6 }' /proc/modules >/tmp/modules
	is 'the modules go' '' "$(unload)"
	is 'no slab cache of ours is left' '' "$(grep -i klua /proc/slabinfo)"
	is 'no device is left' '' "$(ls -d /dev/klua /sys/class/misc/klua 2>/dev/null)"
	is 'no governor is left' '' \
		"$(grep -wl lua $cpu/cpu*/cpufreq/scaling_available_governors 2>/dev/null)"
	scan
	# shellcheck disable=SC2154 # by tap.sh
	before=$failures
	no_leak 'nothing leaked, nor what the modules alone knew of'
	[ "$failures" -eq "$before" ] || cat /tmp/modules
	if [ -e /proc/lockdep_stats ]; then
		is 'lockdep still watches' 1 "$(sed -n 's/^ debug_locks: *//p' /proc/lockdep_stats)"
	else
		skip 'lockdep still watches' 'this kernel has none'
	fi
}

# It scans when all parts have ended, not in the middle of one.
[ ! -e $leaks ] || echo scan=off >$leaks
modprobe klua || exit
for part; do
	run_part "${part%:*}" "${part##*:}"
done
look_after
plan
