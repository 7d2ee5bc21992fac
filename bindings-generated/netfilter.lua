-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the netfilter binding. Generated from specs/netfilter.yaml.
-- luacheck: ignore 212

---@meta netfilter

---Protocol family.
---@alias netfilter.family.name
---| "inet"
---| "ipv4"
---| "ipv6"

---Protocol family.
---@class netfilter.family.values
---NFPROTO_INET
---@field inet integer
---NFPROTO_IPV4
---@field ipv4 integer
---NFPROTO_IPV6
---@field ipv6 integer

---Place on the way of a packet.
---@alias netfilter.hook.name
---| "pre_routing"
---| "local_in"
---| "forward"
---| "local_out"
---| "post_routing"

---Place on the way of a packet.
---@class netfilter.hook.values
---NF_INET_PRE_ROUTING
---@field pre_routing integer
---NF_INET_LOCAL_IN
---@field local_in integer
---NF_INET_FORWARD
---@field forward integer
---NF_INET_LOCAL_OUT
---@field local_out integer
---NF_INET_POST_ROUTING
---@field post_routing integer

---Transport protocol.
---@alias netfilter.proto.name
---| "tcp"
---| "udp"
---| "icmp"
---| "icmpv6"

---Transport protocol.
---@class netfilter.proto.values
---IPPROTO_TCP
---@field tcp integer
---IPPROTO_UDP
---@field udp integer
---IPPROTO_ICMP
---@field icmp integer
---IPPROTO_ICMPV6
---@field icmpv6 integer

---Order among the hooks of one place, the smallest first.
---@alias netfilter.priority.name
---| "raw"
---| "conntrack"
---| "mangle"
---| "nat_dst"
---| "filter"
---| "nat_src"
---| "last"

---Order among the hooks of one place, the smallest first.
---@class netfilter.priority.values
---NF_IP_PRI_RAW
---@field raw integer
---NF_IP_PRI_CONNTRACK
---@field conntrack integer
---NF_IP_PRI_MANGLE
---@field mangle integer
---NF_IP_PRI_NAT_DST
---@field nat_dst integer
---NF_IP_PRI_FILTER
---@field filter integer
---NF_IP_PRI_NAT_SRC
---@field nat_src integer
---NF_IP_PRI_LAST
---@field last integer

---What happens to a packet.
---@alias netfilter.verdict.name
---| "accept"
---| "drop"

---What happens to a packet.
---@class netfilter.verdict.values
---NF_ACCEPT
---@field accept integer
---NF_DROP
---@field drop integer

---The headers of a packet.
---@class netfilter.hdr
---IPv4 header
---@field ip? ipv4
---IPv6 header
---@field ip6? ipv6
---TCP header
---@field tcp? tcp
---UDP header
---@field udp? udp
---ICMP header
---@field icmp? icmp
---ICMPv6 header
---@field icmp6? icmpv6
---source address
---@field saddr? integer|string
---destination address
---@field daddr? integer|string
---source port of TCP or UDP
---@field sport? integer
---destination port of TCP or UDP
---@field dport? integer

---Names of the fields of netfilter.hdr.
---@alias netfilter.hdr.field
---| "ip"
---| "ip6"
---| "tcp"
---| "udp"
---| "icmp"
---| "icmp6"
---| "saddr"
---| "daddr"
---| "sport"
---| "dport"

---What netfilter.hdr's layout sets at once.
---@class netfilter.hdr.changes
---@field saddr? integer|string
---@field daddr? integer|string
---@field sport? integer
---@field dport? integer

---The layout of netfilter.hdr: what one does with its views.
---@class netfilter.hdr.layout
---The layout of ip.
---@field ip ipv4.layout
---The layout of ip6.
---@field ip6 ipv6.layout
---The layout of tcp.
---@field tcp tcp.layout
---The layout of udp.
---@field udp udp.layout
---The layout of icmp.
---@field icmp icmp.layout
---The layout of icmp6.
---@field icmp6 icmpv6.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: netfilter.hdr, field: netfilter.hdr.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: netfilter.hdr, values: netfilter.hdr.changes)
---The name of a field's present value, or nil.
---@field name fun(view: netfilter.hdr, field: netfilter.hdr.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: netfilter.hdr): string

---Keys of netfilter.attach{} for filter.
---@class netfilter.filter.keys
---Decides about one packet. Checksums of IPv4, TCP, UDP and ICMP follow what it writes; one that it
---writes itself is taken as it is. What the kernel has acted on stays: of headers it writes the
---fields listed below, and of what follows them every byte. Extension headers, AH among them, are
---headers; so is all up to the end of the inner transport's header in a packet that this kernel has
---put into a tunnel, or has joined of several of a tunnel. What it puts into L2TP, PPTP or a
---multicast router's register it does not note: there all of that is payload. A function, or the
---name of a global one.
---@field filter string|fun(hdr: netfilter.hdr, pld: luadata.block, skb: skb): boolean?
---IPv4, IPv6, or both (inet)
---@field family? integer|netfilter.family.name
---place on the packet's way
---@field hook? integer|netfilter.hook.name
---transport protocol, by name or number, behind up to 16 extension headers (all of IANA's list, and
---AH) and 2048 bytes
---@field proto? integer|netfilter.proto.name
---source port; goes with proto tcp, udp or none; never matches later fragments
---@field sport? integer
---destination port; goes with proto tcp, udp or none; never matches later fragments
---@field dport? integer
---interface that it came in by, or leaves by (local_out, post_routing)
---@field interface? string
---order among the hooks of that place
---@field priority? integer|netfilter.priority.name
---what happens when the script gives no verdict, or fails; with drop also to packets that cannot be
---read as far as the rule needs
---@field default? integer|netfilter.verdict.name

---Layouts of the views that functions and callbacks give.
---@class netfilter.layouts
---@field hdr netfilter.hdr.layout

---Packet filtering by scripts, at netfilter's hooks.
---
---```lua
---local netfilter = require "netfilter"
---
---function filter(hdr, pld)
---  return not pld:find("BitTorrent", 1, true)
---end
---netfilter.attach{filter = "filter", hook = "forward", proto = "tcp"}
---```
---@class netfilter.binding
---Protocol family.
---@field family netfilter.family.values
---Place on the way of a packet.
---@field hook netfilter.hook.values
---Transport protocol.
---@field proto netfilter.proto.values
---Order among the hooks of one place, the smallest first.
---@field priority netfilter.priority.values
---What happens to a packet.
---@field verdict netfilter.verdict.values
---@field layouts netfilter.layouts
local netfilter = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys netfilter.filter.keys
function netfilter.attach(keys) end

return netfilter
