-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the skb binding. Generated from specs/skb.yaml.
-- luacheck: ignore 212

---@meta skb

---Whom a received packet is for.
---@alias skb.pkt_type.name
---| "host"
---| "broadcast"
---| "multicast"
---| "otherhost"
---| "outgoing"
---| "loopback"

---Whom a received packet is for.
---@class skb.pkt_type.values
---PACKET_HOST
---@field host integer
---PACKET_BROADCAST
---@field broadcast integer
---PACKET_MULTICAST
---@field multicast integer
---PACKET_OTHERHOST
---@field otherhost integer
---PACKET_OUTGOING
---@field outgoing integer
---PACKET_LOOPBACK
---@field loopback integer

---What is known about the checksum of the transport.
---@alias skb.ip_summed.name
---| "none"
---| "unnecessary"
---| "complete"
---| "partial"

---What is known about the checksum of the transport.
---@class skb.ip_summed.values
---CHECKSUM_NONE
---@field none integer
---CHECKSUM_UNNECESSARY
---@field unnecessary integer
---CHECKSUM_COMPLETE
---@field complete integer
---CHECKSUM_PARTIAL
---@field partial integer

---A socket buffer.
---@class skb
---length of the packet from the network header, in bytes (read-only)
---@field len integer
---how many of them are not linear, in bytes (read-only)
---@field data_len integer
---mark for routing and for other filters; 0 to 4294967295
---@field mark integer
---for queueing; 0 to 4294967295
---@field priority integer
---EtherType (read-only)
---@field protocol integer
---whom the packet is for (read-only)
---@field pkt_type integer
---state of the checksum (read-only)
---@field ip_summed integer
---hash of the flow; 0 when nobody computed it (read-only)
---@field hash integer
---queue of the device (read-only)
---@field queue_mapping integer
---index of the interface that it came in by (read-only)
---@field skb_iif integer
---EtherType of the VLAN tag that the hardware took off (read-only)
---@field vlan_proto integer
---that tag: priority and VLAN identifier (read-only)
---@field vlan_tci integer
---memory that it takes, in bytes (read-only)
---@field truesize integer

---Names of the fields of skb.
---@alias skb.field
---| "len"
---| "data_len"
---| "mark"
---| "priority"
---| "protocol"
---| "pkt_type"
---| "ip_summed"
---| "hash"
---| "queue_mapping"
---| "skb_iif"
---| "vlan_proto"
---| "vlan_tci"
---| "truesize"

---What skb's layout sets at once.
---@class skb.changes
---@field mark? integer
---@field priority? integer

---The layout of skb: what one does with its views.
---@class skb.layout
---Whom a received packet is for.
---@field pkt_type skb.pkt_type.values
---What is known about the checksum of the transport.
---@field ip_summed skb.ip_summed.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: skb, field: skb.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: skb, values: skb.changes)
---The name of a field's present value, or nil.
---@field name fun(view: skb, field: skb.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: skb): string

---Layouts of the views that functions and callbacks give.
---@class skb.layouts
---@field skb skb.layout

---Fields of a socket buffer that a script may know, and a few that it may set.
---
---```lua
---function filter(hdr, pld, skb)
---  if skb.len > 1500 then
---    skb.mark = 1
---  end
---  return true
---end
---```
---@class skb.binding
---Whom a received packet is for.
---@field pkt_type skb.pkt_type.values
---What is known about the checksum of the transport.
---@field ip_summed skb.ip_summed.values
---@field layouts skb.layouts
local skb = {}

return skb
