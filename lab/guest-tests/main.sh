#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# In the guest: runs each topic's tests in turn, numbers them on, ends with the plan.

version=$1
shift
cd /root || exit
# shellcheck source=/dev/null
. guest-tests/lib.sh
modprobe klua || exit
for topic; do
	# shellcheck source=/dev/null
	. "guest-tests/$topic.sh"
done
echo "1..$count"
: "$version"
[ "$failures" -eq 0 ]
