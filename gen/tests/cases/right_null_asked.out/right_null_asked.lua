-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_null_asked binding. Generated from
-- cases/right_null_asked.yaml.
-- luacheck: ignore 212

---@meta right_null_asked

---A thing.
---@class right_null_asked.thing
---its number (read-only)
---@field num integer

---Names of the fields of right_null_asked.thing.
---@alias right_null_asked.thing.field
---| "num"

---The layout of right_null_asked.thing: what one does with its views.
---@class right_null_asked.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_null_asked.thing, field: right_null_asked.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_null_asked.thing, field: right_null_asked.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_null_asked.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_null_asked.layouts
---@field thing right_null_asked.thing.layout

---A pointer that may be NULL, in a cost that asks before it reads.
---@class right_null_asked.binding
---@field layouts right_null_asked.layouts
local right_null_asked = {}

---Does it.
---@param thing right_null_asked.thing? # which
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_null_asked.f(thing) end

return right_null_asked
