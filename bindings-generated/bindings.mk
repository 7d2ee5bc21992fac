# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Names of the generated bindings. Generated from specs/.
wire-bindings := ethernet icmp ipv4 ipv6 tcp udp
kernel-bindings := acpi cpufreq crc32 netfilter random rtc skb system time
