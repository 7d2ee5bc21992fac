-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_const binding. Generated from cases/right_const.yaml.
-- luacheck: ignore 212

---@meta right_const

---A thing.
---@class right_const.thing
---a number
---@field a integer

---Names of the fields of right_const.thing.
---@alias right_const.thing.field
---| "a"

---What right_const.thing's layout sets at once.
---@class right_const.thing.changes
---@field a? integer

---The layout of right_const.thing: what one does with its views.
---@class right_const.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_const.thing, field: right_const.thing.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_const.thing, values: right_const.thing.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_const.thing, field: right_const.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_const.thing): string

---Keys of right_const.attach{} for seen.
---@class right_const.seen.keys
---Sees things. A function, or the name of a global one.
---@field seen string|fun(thing: right_const.thing, other: right_const.thing)

---Layouts of the views that functions and callbacks give.
---@class right_const.layouts
---@field thing right_const.thing.layout

---A subsystem.
---@class right_const.binding
---@field layouts right_const.layouts
local right_const = {}

---A thing that nobody writes.
---@return right_const.thing thing
function right_const.fixed() end

---Reads a thing.
---@param thing right_const.thing # which
---@param like right_const.thing # another
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_const.read(thing, like) end

---Changes a thing.
---@param thing right_const.thing # which
---@param like right_const.thing # another
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_const.change(thing, like) end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_const.seen.keys
function right_const.attach(keys) end

return right_const
