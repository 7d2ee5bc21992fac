# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Names of the generated bindings. Generated from specs/.
wire-bindings := arp dhcp dns ethernet gre icmp icmpv6 ipv4 ipv6 tcp tls udp vlan vxlan
kernel-bindings := acpi cpufreq crc32 netfilter random rtc skb system time
