-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_count_of binding. Generated from cases/right_count_of.yaml.
-- luacheck: ignore 212

---@meta right_count_of

---A thing.
---@class right_count_of.thing
---its number (read-only)
---@field num integer

---Names of the fields of right_count_of.thing.
---@alias right_count_of.thing.field
---| "num"

---The layout of right_count_of.thing: what one does with its views.
---@class right_count_of.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_count_of.thing, field: right_count_of.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_count_of.thing, field: right_count_of.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_count_of.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_count_of.layouts
---@field thing right_count_of.thing.layout

---Counts that are values, of what they count.
---@class right_count_of.binding
---@field layouts right_count_of.layouts
local right_count_of = {}

---Does it.
---It may sleep: an error in an atomic state.
---@param thing right_count_of.thing # which
---@param name string # its name
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_count_of.f(thing, name) end

return right_count_of
