# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What the parts of the torture share: TAP (guest-tests/lib.sh), counts, traffic, an orderly end.

# shellcheck source=/dev/null
. guest-tests/lib.sh
: "${SEED:?}" "${DURATION:?}" "${PART:?}"
# shellcheck disable=SC2034 # by guest-tests/lib.sh
topic=$PART again="lab/torture/run --seed $SEED $PART"
began=$(date +%s)

# The TAP in a file, numbered on, without its plan; main.sh wants to know whether there was one.
# shellcheck disable=SC2034
pass_on() { # FILE [PREFIX-OF-NAMES]
	while IFS= read -r line; do
		case $line in
		'ok '* | 'not ok '*)
			count=$((count + 1))
			verdict=${line%%ok *}ok
			[ "$verdict" = ok ] || failures=$((failures + 1))
			rest=${line#"$verdict" }
			echo "$verdict $count - ${2-}${rest#* - }"
			;;
		'1..'*) planned=yes ;;
		*) printf '%s\n' "$line" ;;
		esac
	done <"$1"
}

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

states() { klua list --json | sed -n 's/.*"name": *"\([^"]*\)".*/\1/p'; }
stop_states() {
	for state in $(states); do
		klua stop "$state"
	done
}
