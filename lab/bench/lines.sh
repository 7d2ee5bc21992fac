#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only OR MIT
#
# Two CPUs send packets, of which a plugin of QEMU notes what the hooks touch: first those of a
# script with --percpu, then those of a hook that writes one counter, which has to be found. Prints
# the kernel's symbols.
set -eu

modprobe klua_netfilter
modprobe klua_ipv4
insmod /root/klua_bench.ko
# shellcheck source=SCRIPTDIR/rivals.sh
. ./rivals.sh
echo 'regions on' >/proc/klua_bench
packets=${1:-300}

percpu=yes klua_up filters.lua fields interface=lo
echo "flood $packets" >/proc/klua_bench
klua_down
c_up shared
echo "flood $packets" >/proc/klua_bench
c_down
cat /proc/kallsyms
