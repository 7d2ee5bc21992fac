-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_lengths binding. Generated from cases/right_lengths.yaml.
-- luacheck: ignore 212

---@meta right_lengths

---A format.
---@class right_lengths
---in bytes
---@field length integer
---@field count integer
---(read-only)
---@field parts? right_lengths.part[]
---@field all? luadata.block

---Names of the fields of right_lengths.
---@alias right_lengths.field
---| "length"
---| "count"
---| "parts"
---| "all"

---What right_lengths's layout sets at once.
---@class right_lengths.changes
---@field length? integer
---@field count? integer
---@field all? luadata.block|string

---A format.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_lengths.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_lengths?, string?
---The layout of parts.
---@field parts right_lengths.part.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_lengths, field: right_lengths.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_lengths, values: right_lengths.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_lengths, field: right_lengths.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_lengths): string
local right_lengths = {}

---A part.
---@class right_lengths.part
---@field kind integer
---in bytes
---@field size integer
---in bytes
---@field inner? integer
---@field text? string
---(read-only)
---@field target? string

---Names of the fields of right_lengths.part.
---@alias right_lengths.part.field
---| "kind"
---| "size"
---| "inner"
---| "text"
---| "target"

---What right_lengths.part's layout sets at once.
---@class right_lengths.part.changes
---@field kind? integer
---@field size? integer
---@field inner? integer
---@field text? string

---The layout of right_lengths.part: what one does with its views.
---@class right_lengths.part.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_lengths.part, field: right_lengths.part.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_lengths.part, values: right_lengths.part.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_lengths.part, field: right_lengths.part.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_lengths.part): string

return right_lengths
