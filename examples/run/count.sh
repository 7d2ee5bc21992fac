# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Counts the packets that the guest sends to itself: three pings are six packets with 56 bytes of data each.
set -ex
modprobe klua
klua load count examples/count.lua
ping -c 3 127.0.0.1
klua eval count 'report()'
klua stats count
