# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Loads Figure 2 on the guest's own SSH port: a server of today is heard, OpenSSH_6.4 (played by nc) is not.
set -ex
modprobe klua
/usr/sbin/sshd
klua load ssh examples/ssh_filter.lua --attach netfilter.filter:proto=tcp,sport=22
ssh root@127.0.0.1 echo heard
klua load old examples/ssh_filter.lua --attach netfilter.filter:proto=tcp,sport=2222
printf 'SSH-2.0-OpenSSH_6.4\r\n' | busybox nc -l -p 2222 &
lab-listening tcp 2222
if timeout 3 busybox nc 127.0.0.1 2222 </dev/null | grep OpenSSH; then exit 1; fi
klua stats ssh
klua stats old
