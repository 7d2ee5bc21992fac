-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the ipv6 binding: Internet Protocol version 6 header. Generated from
---specs/wire/ipv6.yaml.
-- luacheck: no unused args

---@meta ipv6

---Internet Protocol version 6 header.
---@class ipv6
---@field version integer version of the protocol
---@field traffic_class integer DSCP in the upper six bits, ECN in the lower two
---@field flow_label integer the same in all packets of a flow; 0 when there is none
---@field payload_len integer length of what follows this header; 0 in jumbograms, in bytes
---@field nexthdr integer|ipv6.ipproto.name what follows: an extension header or the transport
---@field hop_limit integer how many routers may still forward the packet, in hops
---@field saddr string source address
---@field daddr string destination address
---@field payload? luadata.block what follows this header

---@alias ipv6.ipproto.name
---| "icmp"
---| "igmp"
---| "ipip"
---| "tcp"
---| "udp"
---| "ipv6"
---| "gre"
---| "esp"
---| "ah"
---| "icmpv6"
---| "sctp"
---| "udplite"

---The layout ipv6. Calling it makes a view; what one does with a view is here too.
---@class ipv6.layout
---@field nexthdr table<string, integer> Protocol numbers (IANA assigned internet protocol numbers)
---@overload fun(block: luadata.block, offset?: integer): ipv6?, string?
---@field has fun(view: ipv6, field: string): boolean
---@field set fun(view: ipv6, values: table<string, any>)
---@field name fun(view: ipv6, field: string): string?
---@field dump fun(view: ipv6): string

---@type ipv6.layout
local ipv6 = {}

return ipv6
