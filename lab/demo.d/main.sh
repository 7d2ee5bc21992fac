#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# The demo, in the guest: every step, then one line that counts.

cd /root || exit
for part in lib acpi ssh loop keep governor; do
	# shellcheck source=/dev/null
	. "/root/demo.d/$part.sh"
done

echo "kernel $(uname -r), $(nproc) CPUs"
for module in klua klua_netfilter klua_cpufreq klua_acpi; do
	modprobe "$module" || exit
done
net_up
ip -n server address add 10.0.0.3/24 dev veth-server
step_acpi
step_ssh
step_loop
step_keep
step_governor
step_live
closing
