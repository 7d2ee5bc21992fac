#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In the guest: runs each topic's tests in turn, numbers them on, ends with the plan.

cd /root || exit
# shellcheck source=/dev/null
. guest-tests/lib.sh
version=$1 # for the lines that say how to repeat
shift

modprobe klua || exit
for topic; do
	again="lab/guest-tests/run $version $topic"
	case $topic in
	acpi | cpufreq) # lab-temp and lab-pstate
		[ -e /dev/port ] || { skip "$topic" 'this kernel has no /dev/port' && continue; }
		;;
	esac
	case $topic in
	# of no one binding, or of another tree
	examples | headers | input | nat | dns_filter | sni_filter) ;;
	binding | objects | kernel | vm | guards) ;;
	*)
		if ! said=$(modprobe "klua_$topic" 2>&1); then
			not_ok 'its module loads' 'status 0 of modprobe' "$said"
			continue
		fi
		;;
	esac
	# A shell of its own: functions, variables, the folder, the CPUs end with the topic.
	# shellcheck disable=SC2016 # that shell expands
	apart sh -c '. guest-tests/lib.sh
		topic=$1 again=$2
		. "guest-tests/$topic.sh"
		plan' sh "$topic" "$again"
	left=$(states && ip netns list)
	[ -z "$left" ] || not_ok 'leaves nothing' 'no state, no namespace' "$left"
	stop_states
	ip -all netns delete
done
plan
