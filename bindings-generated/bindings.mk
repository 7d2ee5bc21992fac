# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Names of the generated bindings. Generated from specs/.
wire-bindings := arp dhcp dns ethernet gre icmp icmpv6 ipv4 ipv6 tcp tls udp vlan vxlan
kernel-bindings := acpi conntrack cpufreq cpuidle crc32 net_device netfilter printk random rtc skb system task thermal time
