-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_when_constant binding. Generated from
-- cases/right_when_constant.yaml.
-- luacheck: ignore 212

---@meta right_when_constant

---A thing.
---@class right_when_constant.thing
---its number (read-only)
---@field num? integer

---Names of the fields of right_when_constant.thing.
---@alias right_when_constant.thing.field
---| "num"

---The layout of right_when_constant.thing: what one does with its views.
---@class right_when_constant.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_when_constant.thing, field: right_when_constant.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_when_constant.thing, field: right_when_constant.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_when_constant.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_when_constant.layouts
---@field thing right_when_constant.thing.layout

---A field that is there by what reads no object.
---@class right_when_constant.binding
---@field layouts right_when_constant.layouts
local right_when_constant = {}

return right_when_constant
