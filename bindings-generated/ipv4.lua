-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the ipv4 binding: Internet Protocol version 4 header. Generated from
---specs/wire/ipv4.yaml.
-- luacheck: no unused args

---@meta ipv4

---Internet Protocol version 4 header.
---@class ipv4
---@field version integer version of the protocol
---@field ihl integer length of the header with its options, in 32-bit words
---@field tos integer type of service: DSCP in the upper six bits, ECN in the lower two
---@field tot_len integer length of the packet with this header, in bytes
---@field id integer identification, the same in all fragments of a packet
---@field reserved boolean always false
---@field df boolean do not fragment
---@field mf boolean more fragments follow
---@field frag_off integer where this fragment belongs in the packet, in 8 bytes
---@field ttl integer time to live, in hops
---@field protocol integer|ipv4.ipproto.name what the payload begins with
---@field check integer checksum of the header
---@field saddr integer source address
---@field daddr integer destination address
---@field options? luadata.block options, empty in most packets
---@field payload? luadata.block what the packet carries

---@alias ipv4.ipproto.name
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

---The layout ipv4. Calling it makes a view; what one does with a view is here too.
---@class ipv4.layout
---@field protocol table<string, integer> Protocol numbers (IANA assigned internet protocol numbers)
---@overload fun(block: luadata.block, offset?: integer): ipv4?, string?
---@field has fun(view: ipv4, field: string): boolean
---@field set fun(view: ipv4, values: table<string, any>)
---@field name fun(view: ipv4, field: string): string?
---@field dump fun(view: ipv4): string

---@type ipv4.layout
local ipv4 = {}

return ipv4
