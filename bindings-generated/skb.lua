-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the skb binding: Fields of a socket buffer that a script may know, and
---a few that it may set. Generated from specs/skb.yaml.
-- luacheck: no unused args

---@meta skb

---A socket buffer.
---@class skb
---@field len integer length of the packet from the network header, in bytes (read-only)
---@field data_len integer how many of them are not linear, in bytes (read-only)
---@field mark integer mark for routing and for other filters
---@field priority integer for queueing
---@field protocol integer EtherType (read-only)
---@field pkt_type integer whom the packet is for (read-only)
---@field ip_summed integer state of the checksum (read-only)
---@field hash integer hash of the flow; 0 when nobody computed it (read-only)
---@field queue_mapping integer queue of the device (read-only)
---@field skb_iif integer index of the interface that it came in by (read-only)
---@field vlan_proto integer EtherType of the VLAN tag that the hardware took off (read-only)
---@field vlan_tci integer that tag: priority and VLAN identifier (read-only)
---@field truesize integer memory that it takes, in bytes (read-only)

---@alias skb.pkt_type.name
---| "host"
---| "broadcast"
---| "multicast"
---| "otherhost"
---| "outgoing"
---| "loopback"

---@alias skb.ip_summed.name
---| "none"
---| "unnecessary"
---| "complete"
---| "partial"

---The layout skb. Calling it makes a view; what one does with a view is here too.
---@class skb.layout
---@field pkt_type table<string, integer> Whom a received packet is for.
---@field ip_summed table<string, integer> What is known about the checksum of the transport.
---@field has fun(view: skb, field: string): boolean
---@field set fun(view: skb, values: table<string, any>)
---@field name fun(view: skb, field: string): string?
---@field dump fun(view: skb): string

---@class skb
---@field pkt_type table<string, integer> Whom a received packet is for.
---@field ip_summed table<string, integer> What is known about the checksum of the transport.
---@field layouts table layouts of the views that functions and callbacks give
local skb = {}

return skb
