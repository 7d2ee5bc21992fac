#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# Runs in the guest for guest_test: a line "NAME VALUE" for each thing that the host then judges.

say() { echo "$@"; }

say args "$#:$1:$2"
say uid "$(id -u)"
say release "$(uname -r)"
say cpus "$(nproc)"
say copied "$(cat /root/copied.txt)" "$(cat /tmp/there/copied.txt)"
say tools "$(for t in ip tc nft iperf3 ssh sshd lua5.4 busybox bash lab-temp lab-pstate; do
	command -v "$t" >/dev/null || echo "$t"
done | wc -l)" missing
echo to-stderr >/dev/stderr

# P-states: what the driver was asked for is what the port holds.
say port-at-start "$(lab-pstate | cut -d' ' -f3 | sort -u)"
modprobe acpi-cpufreq
modprobe -q cpufreq_userspace
cpufreq=/sys/devices/system/cpu/cpufreq
say policies "$(find $cpufreq -name 'policy*' | wc -l)"
say frequencies "$(tr -s ' ' , <$cpufreq/policy0/scaling_available_frequencies)"
for policy in "$cpufreq"/policy*; do
	echo userspace >"$policy/scaling_governor"
	echo 800000 >"$policy/scaling_setspeed"
done
say slow "$(lab-pstate | cut -d' ' -f3,4 | sort -u | tr ' ' ,)"
last=$(($(nproc) - 1))
echo 1800000 >$cpufreq/policy$last/scaling_setspeed
say one-faster "$(lab-pstate $last)"

# Temperatures: thousandths of a degree in sysfs.
zones() { cat /sys/class/thermal/thermal_zone[01]/temp | tr '\n' ,; }
say zones-at-start "$(zones)"
lab-temp 105
lab-temp 1 7
say zones "$(zones)"
say trips "$(sort -n /sys/class/thermal/thermal_zone0/trip_point_*_temp | tail -n 1)"
lab-temp 300 2>/dev/null
say too-hot $?

# Two namespaces, a wire, a real server.
ip netns add a
ip netns add b
ip link add va netns a type veth peer name vb netns b
ip -n a addr add 10.9.0.1/24 dev va
ip -n b addr add 10.9.0.2/24 dev vb
ip -n a link set va up
ip -n b link set vb up
ip netns exec b /usr/sbin/sshd
say banner "$(ip netns exec a nc 10.9.0.2 22 </dev/null | head -n 1 | cut -c 1-15)"
# shellcheck disable=SC2016 # it is for the other side
say ssh "$(ip netns exec a ssh root@10.9.0.2 'echo $SSH_CONNECTION' | cut -d' ' -f1,3,4)"
nft add table ip t
nft add chain ip t c '{ type filter hook input priority 0; policy accept; }'
say nft "$(nft list ruleset | grep -c 'hook input')"
exit 7
