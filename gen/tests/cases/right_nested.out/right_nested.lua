-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_nested binding. Generated from cases/right_nested.yaml.
-- luacheck: ignore 212

---@meta right_nested

---A part.
---@class right_nested.inner
---what scripts may write
---@field level integer

---Names of the fields of right_nested.inner.
---@alias right_nested.inner.field
---| "level"

---What right_nested.inner's layout sets at once.
---@class right_nested.inner.changes
---@field level? integer

---The layout of right_nested.inner: what one does with its views.
---@class right_nested.inner.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_nested.inner, field: right_nested.inner.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_nested.inner, values: right_nested.inner.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_nested.inner, field: right_nested.inner.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_nested.inner): string

---A thing.
---@class right_nested.thing
---its part (read-only)
---@field inner right_nested.inner
---whether it has a level, or an owner (read-only)
---@field kind integer
---at times
---@field level? integer
---at times (read-only)
---@field owner? integer

---Names of the fields of right_nested.thing.
---@alias right_nested.thing.field
---| "inner"
---| "kind"
---| "level"
---| "owner"

---What right_nested.thing's layout sets at once.
---@class right_nested.thing.changes
---@field level? integer

---The layout of right_nested.thing: what one does with its views.
---@class right_nested.thing.layout
---The layout of inner.
---@field inner right_nested.inner.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_nested.thing, field: right_nested.thing.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_nested.thing, values: right_nested.thing.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_nested.thing, field: right_nested.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_nested.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_nested.layouts
---@field inner right_nested.inner.layout
---@field thing right_nested.thing.layout

---A subsystem.
---@class right_nested.binding
---@field layouts right_nested.layouts
local right_nested = {}

---The thing.
---@return right_nested.thing thing
function right_nested.get() end

return right_nested
