# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Governs CPU 1 with examples/ondemand.lua: frequency in force (kHz) while it is idle, busy, and idle again.
set -e
policy=/sys/devices/system/cpu/cpu1/cpufreq
modprobe klua
modprobe acpi-cpufreq
klua load ondemand examples/ondemand.lua
echo lua >$policy/scaling_governor
sleep 1
echo "idle: $(cat $policy/scaling_cur_freq), P-state port $(lab-pstate 1)"
taskset -c 1 sh -c 'while :; do :; done' &
sleep 1
echo "busy: $(cat $policy/scaling_cur_freq), P-state port $(lab-pstate 1)"
kill $!
sleep 1
echo "idle: $(cat $policy/scaling_cur_freq), P-state port $(lab-pstate 1)"
klua stats ondemand
