-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_objects binding. Generated from cases/right_objects.yaml.
-- luacheck: ignore 212

---@meta right_objects

---A thing.
---@class right_objects.thing
---a number (read-only)
---@field a integer

---Names of the fields of right_objects.thing.
---@alias right_objects.thing.field
---| "a"

---The layout of right_objects.thing: what one does with its views.
---@class right_objects.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_objects.thing, field: right_objects.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_objects.thing, field: right_objects.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_objects.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_objects.layouts
---@field thing right_objects.thing.layout

---Who owns what.
---@class right_objects.binding
---@field layouts right_objects.layouts
local right_objects = {}

---Makes a thing.
---It may sleep: an error in an atomic state.
---@param name string # name of its group
---@param kind integer # which
---@return right_objects.thing? thing # the thing; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_objects.new(name, kind) end

---The first thing.
---@return right_objects.thing? thing # it; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_objects.first() end

---All things.
---It may sleep: an error in an atomic state.
---@param kind integer # which
---@return fun(): right_objects.thing? each # one after the other
function right_objects.each(kind) end

---Gives a thing away.
---@param thing right_objects.thing # what
---@param whom right_objects.thing # to whom
function right_objects.give(thing, whom) end

---Looks at a thing, or at all.
---@param thing right_objects.thing? # at which
---@return string? key # its key; nil when it failed
---@return string? seal # its seal; nil when it failed
---@return boolean? more # there is more; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_objects.peek(thing) end

return right_objects
