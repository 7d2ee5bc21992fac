#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In the guest: runs each topic's tests in turn, numbers them on, ends with the plan.

cd /root || exit
# shellcheck source=/dev/null
. guest-tests/lib.sh
export version="$1" # for the lines that say how to repeat
shift
modprobe klua || exit
for topic; do
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
	# shellcheck source=/dev/null
	. "guest-tests/$topic.sh"
done
plan
