-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the list_count_of_fixed binding. Generated from
-- cases/list_count_of_fixed.yaml.
-- luacheck: ignore 212

---@meta list_count_of_fixed

---A list behind fields of fixed size, whose records have one, too.
---@class list_count_of_fixed
---how many
---@field len integer
---pairs (read-only)
---@field pairs? list_count_of_fixed.pair[]

---Names of the fields of list_count_of_fixed.
---@alias list_count_of_fixed.field
---| "len"
---| "pairs"

---What list_count_of_fixed's layout sets at once.
---@class list_count_of_fixed.changes
---@field len? integer

---A list behind fields of fixed size, whose records have one, too.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class list_count_of_fixed.layout
---@overload fun(block: luadata.block|table, offset?: integer): list_count_of_fixed?, string?
---The layout of pairs.
---@field pairs list_count_of_fixed.pair.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: list_count_of_fixed, field: list_count_of_fixed.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: list_count_of_fixed, values: list_count_of_fixed.changes)
---The name of a field's present value, or nil.
---@field name fun(view: list_count_of_fixed, field: list_count_of_fixed.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: list_count_of_fixed): string
local list_count_of_fixed = {}

---A pair.
---@class list_count_of_fixed.pair
---one
---@field a integer
---the other
---@field b integer

---Names of the fields of list_count_of_fixed.pair.
---@alias list_count_of_fixed.pair.field
---| "a"
---| "b"

---What list_count_of_fixed.pair's layout sets at once.
---@class list_count_of_fixed.pair.changes
---@field a? integer
---@field b? integer

---The layout of list_count_of_fixed.pair: what one does with its views.
---@class list_count_of_fixed.pair.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: list_count_of_fixed.pair, field: list_count_of_fixed.pair.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: list_count_of_fixed.pair, values: list_count_of_fixed.pair.changes)
---The name of a field's present value, or nil.
---@field name fun(view: list_count_of_fixed.pair, field: list_count_of_fixed.pair.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: list_count_of_fixed.pair): string

return list_count_of_fixed
