-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_expressions binding. Generated from
-- cases/right_expressions.yaml.
-- luacheck: ignore 212

---@meta right_expressions

---Modes.
---@alias right_expressions.mode.name
---| "low"
---| "high"

---Modes.
---@class right_expressions.mode.values
---(THING_A | THING_B)
---@field low integer
---1
---@field high integer

---Things.
---@class right_expressions.thing
---nil where it is unknown (read-only)
---@field level? integer
---of another (read-only)
---@field owner? integer
---how many (read-only)
---@field used integer
---they (read-only)
---@field items integer[]

---Names of the fields of right_expressions.thing.
---@alias right_expressions.thing.field
---| "level"
---| "owner"
---| "used"
---| "items"

---The layout of right_expressions.thing: what one does with its views.
---@class right_expressions.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_expressions.thing, field: right_expressions.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_expressions.thing, field: right_expressions.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_expressions.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_expressions.layouts
---@field thing right_expressions.thing.layout

---A case.
---@class right_expressions.binding
---Modes.
---@field mode right_expressions.mode.values
---@field layouts right_expressions.layouts
local right_expressions = {}

---Reads a slot.
---@param slot integer # which
---@param from integer # from where
---@param mode integer|right_expressions.mode.name # how
---@return integer result # what is there
function right_expressions.slot(slot, from, mode) end

---Reads words of two rows.
---@param num integer # how many
---@param name string
---@param rows integer # of how many rows
---@return string buf # the words
function right_expressions.words(num, name, rows) end

---Looks at bytes for a thing.
---@param thing right_expressions.thing # which
---@param data string|luadata.block # what
---@return integer result # what it saw
function right_expressions.look(thing, data) end

---Doubles.
---@param thing right_expressions.thing # which
---@return integer result # the double
function right_expressions.double(thing) end

return right_expressions
