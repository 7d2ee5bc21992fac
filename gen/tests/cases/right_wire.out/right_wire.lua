-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_wire binding. Generated from cases/right_wire.yaml.
-- luacheck: ignore 212

---@meta right_wire

---Kinds.
---@alias right_wire.kind.name
---| "one"
---| "two"

---Kinds.
---@class right_wire.kind.values
---1
---@field one integer
---2
---@field two integer

---A format with every kind of field of wire formats.
---@class right_wire
---a bit-field; 1 to 6
---@field high integer
---@field flag boolean
---@field low integer
---@field kind integer|right_wire.kind.name
---in ms (read-only)
---@field small integer
---@field large integer
---@field signed integer
---@field mac integer
---text
---@field name string
---@field blob luadata.block
---@field rest? luadata.block
---what follows
---@field payload? luadata.block
---(read-only)
---@field tail? luadata.block

---Names of the fields of right_wire.
---@alias right_wire.field
---| "high"
---| "flag"
---| "low"
---| "kind"
---| "small"
---| "large"
---| "signed"
---| "mac"
---| "name"
---| "blob"
---| "rest"
---| "payload"
---| "tail"

---What right_wire's layout sets at once.
---@class right_wire.changes
---@field high? integer
---@field flag? boolean
---@field low? integer
---@field kind? integer|right_wire.kind.name
---@field large? integer
---@field signed? integer
---@field mac? integer
---@field name? string
---@field blob? luadata.block|string
---@field rest? luadata.block|string
---@field payload? luadata.block|string

---A format with every kind of field of wire formats.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_wire.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_wire?, string?
---Kinds.
---@field kind right_wire.kind.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_wire, field: right_wire.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_wire, values: right_wire.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_wire, field: right_wire.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_wire): string
local right_wire = {}

return right_wire
