-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_stages binding. Generated from cases/right_stages.yaml.
-- luacheck: ignore 212

---@meta right_stages

---A thing.
---@class right_stages.thing
---its number (read-only)
---@field num integer

---Names of the fields of right_stages.thing.
---@alias right_stages.thing.field
---| "num"

---The layout of right_stages.thing: what one does with its views.
---@class right_stages.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_stages.thing, field: right_stages.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_stages.thing, field: right_stages.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_stages.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_stages.layouts
---@field thing right_stages.thing.layout

---Expressions that name all that has a value where they are computed.
---@class right_stages.binding
---@field layouts right_stages.layouts
local right_stages = {}

---Does it.
---It may sleep: an error in an atomic state.
---@param thing right_stages.thing # which
---@param data string|luadata.block # what
---@param name string # its name
---@param number integer # its number
---@param low integer # the least
---@param high integer # the most
---@return string? out # what it writes; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_stages.f(thing, data, name, number, low, high) end

return right_stages
