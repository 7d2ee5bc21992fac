-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the netfilter binding: Packet filtering by scripts, at netfilter's
---hooks. Generated from specs/netfilter.yaml.
-- luacheck: no unused args

---@meta netfilter

---The headers of a packet.
---@class netfilter.hdr
---@field ip? ipv4 IPv4 header
---@field ip6? ipv6 IPv6 header
---@field tcp? tcp TCP header
---@field udp? udp UDP header
---@field icmp? icmp ICMP or ICMPv6 header
---@field saddr? integer|string source address
---@field daddr? integer|string destination address
---@field sport? integer source port of TCP or UDP
---@field dport? integer destination port of TCP or UDP

---The layout netfilter.hdr. Calling it makes a view; what one does with a view is here too.
---@class netfilter.hdr.layout
---@field has fun(view: netfilter.hdr, field: string): boolean
---@field set fun(view: netfilter.hdr, values: table<string, any>)
---@field name fun(view: netfilter.hdr, field: string): string?
---@field dump fun(view: netfilter.hdr): string

---@class netfilter.filter.keys
---@field filter string|fun(hdr: netfilter.hdr, pld: luadata.block, skb: skb): boolean? Decides
---about one packet. One whose IPv4 header it gives another length, or whose options or extension
---headers it changes, is dropped.
---@field family? integer|"inet"|"ipv4"|"ipv6" IPv4, IPv6, or both (inet)
---@field hook? integer|"pre_routing"|"local_in"|"forward"|"local_out"|"post_routing" place on the
---packet's way
---@field proto? integer|"tcp"|"udp"|"icmp"|"icmpv6" transport protocol, by name or number
---@field sport? integer source port; never matches later fragments
---@field dport? integer destination port; never matches later fragments
---@field interface? string interface that it came in by, or leaves by (local_out, post_routing)
---@field priority? integer|"raw"|"conntrack"|"mangle"|"nat_dst"|"filter"|"nat_src"|"last" order
---among the hooks of that place
---@field default? integer|"accept"|"drop" what happens when the script gives no verdict, or fails

---@class netfilter
---@field family table<string, integer> Protocol family.
---@field hook table<string, integer> Place on the way of a packet.
---@field proto table<string, integer> Transport protocol.
---@field priority table<string, integer> Order among the hooks of one place, the smallest first.
---@field verdict table<string, integer> What happens to a packet.
---@field layouts table layouts of the views that functions and callbacks give
local netfilter = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys netfilter.filter.keys
function netfilter.attach(keys) end

return netfilter
