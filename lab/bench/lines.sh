#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# Two CPUs send packets, of which a plugin of QEMU notes what the hooks touch: first those of two
# scripts with --percpu, then those of a hook that writes one counter, which has to be found. Prints
# the kernel's symbols.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
insmod /root/klua_bench.ko
# shellcheck source=SCRIPTDIR/rivals.sh
. ./rivals.sh
echo 'regions on' >/proc/klua_bench

flood() { echo 'flood 300' >/proc/klua_bench; }

for filter in accept fields; do
	percpu=yes klua_up filters.lua $filter interface=lo
	flood
	klua_down
done
c_up shared
flood
c_down
cat /proc/kallsyms
