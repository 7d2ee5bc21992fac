-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_own_names binding. Generated from
-- cases/right_own_names.yaml.
-- luacheck: ignore 212

---@meta right_own_names

---A thing.
---@class right_own_names.thing
---its number (read-only)
---@field num integer

---Names of the fields of right_own_names.thing.
---@alias right_own_names.thing.field
---| "num"

---The layout of right_own_names.thing: what one does with its views.
---@class right_own_names.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_own_names.thing, field: right_own_names.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_own_names.thing, field: right_own_names.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_own_names.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_own_names.layouts
---@field thing right_own_names.thing.layout

---Parameters with the names that generated functions give their own variables.
---@class right_own_names.binding
---@field layouts right_own_names.layouts
local right_own_names = {}

---Does it.
---It may sleep: an error in an atomic state.
---@param result integer # a
---@param err integer # b
---@param copy integer # c
---@param holder integer # d
---@param later integer # e
---@return right_own_names.thing? thing # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_own_names.f(result, err, copy, holder, later) end

---Does it.
---It may sleep: an error in an atomic state.
---@param i integer # a
---@return right_own_names.thing[]? list # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_own_names.all(i) end

---Does it.
---It may sleep: an error in an atomic state.
---@param err integer # a
---@param found integer # b
---@param result integer # c
---@param cost integer # d
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_own_names.g(err, found, result, cost) end

return right_own_names
