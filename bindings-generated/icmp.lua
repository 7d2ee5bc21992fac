-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the icmp binding: Internet Control Message Protocol header. Generated
---from specs/wire/icmp.yaml.
-- luacheck: no unused args

---@meta icmp

---Internet Control Message Protocol header.
---@class icmp
---@field type integer|icmp.icmptype.name type of the message
---@field code integer what it is about, for each type
---@field check integer checksum of the message
---@field id integer identifier, of echo and timestamp messages
---@field sequence integer sequence number, of echo and timestamp messages
---@field payload? luadata.block data of an echo, or the packet that an error is about

---@alias icmp.icmptype.name
---| "echo_reply"
---| "unreachable"
---| "source_quench"
---| "redirect"
---| "echo_request"
---| "router_advertisement"
---| "router_solicitation"
---| "time_exceeded"
---| "parameter_problem"
---| "timestamp_request"
---| "timestamp_reply"

---The layout icmp. Calling it makes a view; what one does with a view is here too.
---@class icmp.layout
---@field type table<string, integer> Types of messages (IANA ICMP type numbers).
---@overload fun(block: luadata.block, offset?: integer): icmp?, string?
---@field has fun(view: icmp, field: string): boolean
---@field set fun(view: icmp, values: table<string, any>)
---@field name fun(view: icmp, field: string): string?
---@field dump fun(view: icmp): string

---@type icmp.layout
local icmp = {}

return icmp
