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

# Packets of many kinds through the loopback of this or the named namespace, until traffic_stop.
traffic_start() { # [NAMESPACE]
	if [ "${1-}" ]; then
		ip netns exec "$1" torture-traffic "$SEED" >/tmp/traffic &
	else
		torture-traffic "$SEED" >/tmp/traffic &
	fi
	traffic=$!
}
traffic_stop() { # prints how many packets there were
	kill "$traffic" 2>/dev/null
	until_true test -s /tmp/traffic # not wait: $(traffic_stop) has no children
	cat /tmp/traffic
}
