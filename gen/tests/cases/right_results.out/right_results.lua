-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_results binding. Generated from cases/right_results.yaml.
-- luacheck: ignore 212

---@meta right_results

---What to do.
---@alias right_results.action.name
---| "keep"
---| "drop"

---What to do.
---@class right_results.action.values
---THING_KEEP
---@field keep integer
---THING_DROP
---@field drop integer

---A thing.
---@class right_results.thing
---(read-only)
---@field count integer

---Names of the fields of right_results.thing.
---@alias right_results.thing.field
---| "count"

---The layout of right_results.thing: what one does with its views.
---@class right_results.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_results.thing, field: right_results.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_results.thing, field: right_results.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_results.thing): string

---Keys of right_results.attach{} for place.
---@class right_results.place.keys
---Says where. A function, or the name of a global one.
---@field place string|fun(offset: integer, devices: integer): integer?

---Keys of right_results.attach{} for weigh.
---@class right_results.weigh.keys
---Says how much. A function, or the name of a global one.
---@field weigh string|fun(thing: right_results.thing, most: integer): integer

---Keys of right_results.attach{} for grade.
---@class right_results.grade.keys
---Says how good. A function, or the name of a global one.
---@field grade string|fun(): integer

---Keys of right_results.attach{} for judge.
---@class right_results.judge.keys
---Says what. A function, or the name of a global one.
---@field judge string|fun(): integer|right_results.action.name

---Keys of right_results.attach{} for shade.
---@class right_results.shade.keys
---Says what more or less. A function, or the name of a global one.
---@field shade string|fun(): (integer|right_results.action.name)?

---Layouts of the views that functions and callbacks give.
---@class right_results.layouts
---@field thing right_results.thing.layout

---Callbacks with every kind of result.
---@class right_results.binding
---What to do.
---@field action right_results.action.values
---@field layouts right_results.layouts
local right_results = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_results.place.keys
---@overload fun(keys: right_results.weigh.keys)
---@overload fun(keys: right_results.grade.keys)
---@overload fun(keys: right_results.judge.keys)
---@overload fun(keys: right_results.shade.keys)
function right_results.attach(keys) end

return right_results
