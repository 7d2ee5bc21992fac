-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the udp binding. Generated from specs/wire/udp.yaml.
-- luacheck: ignore 212

---@meta udp

---User Datagram Protocol header.
---@class udp
---source port; 0 when there is none
---@field sport integer
---destination port
---@field dport integer
---length of the datagram with this header, in bytes
---@field len integer
---checksum of pseudo-header, header and payload; 0 when there is none
---@field check integer
---what the datagram carries
---@field payload? luadata.block

---Names of the fields of udp.
---@alias udp.field
---| "sport"
---| "dport"
---| "len"
---| "check"
---| "payload"

---What udp's layout sets at once.
---@class udp.changes
---@field sport? integer
---@field dport? integer
---@field len? integer
---@field check? integer
---@field payload? luadata.block|string

---User Datagram Protocol header.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---
---```lua
---function filter(hdr, pld)
---  -- only DNS queries that fit in the classic 512 bytes
---  return hdr.dport ~= 53 or #hdr.udp.payload <= 512
---end
---```
---@class udp.layout
---@overload fun(block: luadata.block|table, offset?: integer): udp?, string?
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: udp, field: udp.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: udp, values: udp.changes)
---The name of a field's present value, or nil.
---@field name fun(view: udp, field: udp.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: udp): string
local udp = {}

return udp
