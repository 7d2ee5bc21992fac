# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
#
# What a guest prints as TAP, closed: for scripts that run lab/guest.

one_more() { # TAP NAME STATUS COMMAND [OF]: a failure that the guest could not report
	local n
	n=$(($(grep -cE '^(not )?ok ' "$1" || true) + 1))
	sed -i '/^1\.\./d' "$1"
	{
		echo "not ok $n - $2"
		echo "  # status $3 of ${5-lab/guest}"
		echo "# repeat: $4"
		echo "1..$n"
	} | tee -a "$1"
}

# Adds what failed when lab/guest ended with STATUS and no test says so, or with a fault in the
# kernel log (99), whatever the tests say; COMMAND repeats it.
close_tap() { # TAP STATUS COMMAND
	if ! grep -q '^1\.\.' "$1"; then
		one_more "$1" 'the guest ends all tests' "$2" "$3"
	elif [[ $2 -eq 99 ]] || { [[ $2 -ne 0 ]] && ! grep -q '^not ok' "$1"; }; then
		one_more "$1" 'the kernel log is clean' "$2" "$3"
	fi
}
