#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Runs suites in the guest, as one TAP stream.

set -u
cd /root/tests || exit 1
# shellcheck source-path=SCRIPTDIR source=lib.sh
. ./lib.sh

[[ $# -gt 0 ]] || set -- like_lua errors output repl states stats attach abi races
modprobe klua || exit
for suite; do
	topic=$suite again="kernel/tool/tests/run $suite"
	work=$(mktemp -d)
	cd "$work" || exit 1
	# shellcheck disable=SC1090
	case $suite in
	abi) apart test-ioctls ;;
	races) apart test-races ;;
	*) . "/root/tests/$suite.sh" ;;
	esac
	stop_all
	cd / && rm -rf "$work"
done
plan
