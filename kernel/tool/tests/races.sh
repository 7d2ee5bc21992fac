# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# Threads and namespaces; the program numbers its own checks.

while read -r line; do
	case $line in
	"ok "* | "not ok "*)
		number=$((number + 1))
		echo "${line%%ok *}ok $number - ${line#*ok * - }"
		;;
	"1.."*) ;;
	*) echo "$line" ;;
	esac
done < <(test-races)
