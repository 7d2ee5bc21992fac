# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Has a filter that never ends beside a transfer: the transfer finishes, the log tells where the script was stopped.
set -ex
modprobe klua
klua load loop examples/loop.lua
busybox nc -l -p 5001 >/tmp/received &
lab-listening tcp 5001
dd if=/dev/urandom of=/tmp/sent bs=64k count=4
timeout 20 bash -c 'cat /tmp/sent >/dev/tcp/127.0.0.1/5001'
wait
cmp /tmp/sent /tmp/received
klua log loop
klua stats loop
