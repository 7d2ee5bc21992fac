-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_conditions binding. Generated from
-- cases/right_conditions.yaml.
-- luacheck: ignore 212

---@meta right_conditions

---No number decides that scripts see.
---@class right_conditions.bare
---(read-only)
---@field list? integer[]
---(read-only)
---@field text? string
---(read-only)
---@field name? string

---Names of the fields of right_conditions.bare.
---@alias right_conditions.bare.field
---| "list"
---| "text"
---| "name"

---The layout of right_conditions.bare: what one does with its views.
---@class right_conditions.bare.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_conditions.bare, field: right_conditions.bare.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_conditions.bare, field: right_conditions.bare.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_conditions.bare): string

---Layouts of the views that functions and callbacks give.
---@class right_conditions.layouts
---@field bare right_conditions.bare.layout

---Arrays and texts that are there at times.
---@class right_conditions.binding
---@field layouts right_conditions.layouts
local right_conditions = {}

return right_conditions
