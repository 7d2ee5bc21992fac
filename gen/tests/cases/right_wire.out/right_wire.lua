-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_wire binding: A format with every kind of field of wire
---formats. Generated from cases/right_wire.yaml.
-- luacheck: no unused args

---@meta right_wire

---A format with every kind of field of wire formats.
---@class right_wire
---@field high integer a bit-field
---@field flag boolean
---@field low integer
---@field kind integer|right_wire.kind.name
---@field small integer, in ms (read-only)
---@field large integer
---@field signed integer
---@field mac integer
---@field name string text
---@field blob luadata.block
---@field rest? luadata.block
---@field payload? luadata.block what follows
---@field tail? luadata.block (read-only)

---@alias right_wire.kind.name
---| "one"
---| "two"

---The layout right_wire. Calling it makes a view; what one does with a view is here too.
---@class right_wire.layout
---@field kind table<string, integer> Kinds
---@overload fun(block: luadata.block, offset?: integer): right_wire?, string?
---@field has fun(view: right_wire, field: string): boolean
---@field set fun(view: right_wire, values: table<string, any>)
---@field name fun(view: right_wire, field: string): string?
---@field dump fun(view: right_wire): string

---@type right_wire.layout
local right_wire = {}

return right_wire
