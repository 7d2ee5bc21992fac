-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the vxlan binding. Generated from specs/wire/vxlan.yaml.
-- luacheck: ignore 212

---@meta vxlan

---Virtual eXtensible Local Area Network header.
---@class vxlan
---sent as 0
---@field reserved4 integer
---always true
---@field has_vni boolean
---sent as 0
---@field reserved27 integer
---network that the frame belongs to
---@field vni integer
---sent as 0
---@field reserved8 integer
---the Ethernet frame
---@field payload? luadata.block

---Names of the fields of vxlan.
---@alias vxlan.field
---| "reserved4"
---| "has_vni"
---| "reserved27"
---| "vni"
---| "reserved8"
---| "payload"

---What vxlan's layout sets at once.
---@class vxlan.changes
---@field reserved4? integer
---@field has_vni? boolean
---@field reserved27? integer
---@field vni? integer
---@field reserved8? integer
---@field payload? luadata.block|string

---Virtual eXtensible Local Area Network header. UDP carries it to port 4789.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---
---```lua
---local data = require "data"
---local ethernet = require "ethernet"
---local vxlan = require "vxlan"
---
---local tunnel = vxlan(data.new("\8\0\0\0\0\0\x2a\0" .. string.rep("\0", 14)))
---print(tunnel.vni, ethernet(tunnel.payload))
---```
---@class vxlan.layout
---@overload fun(block: luadata.block|table, offset?: integer): vxlan?, string?
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: vxlan, field: vxlan.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: vxlan, values: vxlan.changes)
---The name of a field's present value, or nil.
---@field name fun(view: vxlan, field: vxlan.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: vxlan): string
local vxlan = {}

return vxlan
