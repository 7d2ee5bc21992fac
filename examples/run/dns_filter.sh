# SPDX-License-Identifier: GPL-2.0-only OR MIT
# A DNS server in the guest that answers every query, behind examples/dns_filter.lua. While it works, the script is told
# to drop one more name.
set -ex
modprobe klua
dnsmasq --user=root --no-resolv --no-hosts --no-daemon --log-facility=- --address=/#/192.0.2.53 2>/dev/null &
server=$!
trap 'kill $server' EXIT
klua load dns_filter examples/dns_filter.lua
lab-listening udp 53
nslookup -type=a notblocked.example 127.0.0.1
if timeout 3 nslookup -type=a sub.blocked.example 127.0.0.1; then exit 1; fi
klua eval dns_filter 'blocked["notblocked.example"] = true'
if timeout 3 nslookup -type=a notblocked.example 127.0.0.1; then exit 1; fi
klua eval dns_filter 'report()'
klua stats dns_filter
