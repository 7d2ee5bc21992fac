-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_results binding: Callbacks with every kind of result.
---Generated from cases/right_results.yaml.
-- luacheck: no unused args

---@meta right_results

---A thing.
---@class right_results.thing
---@field count integer (read-only)

---The layout right_results.thing. Calling it makes a view; what one does with a view is here too.
---@class right_results.thing.layout
---@field has fun(view: right_results.thing, field: string): boolean
---@field set fun(view: right_results.thing, values: table<string, any>)
---@field name fun(view: right_results.thing, field: string): string?
---@field dump fun(view: right_results.thing): string

---@class right_results.place.keys
---@field place string|fun(offset: integer, devices: integer): integer? Says where.

---@class right_results.weigh.keys
---@field weigh string|fun(thing: right_results.thing, most: integer): integer Says how much.

---@class right_results.grade.keys
---@field grade string|fun(): integer Says how good.

---@class right_results.judge.keys
---@field judge string|fun(): integer|"keep"|"drop" Says what.

---@class right_results.shade.keys
---@field shade string|fun(): (integer|"keep"|"drop")? Says what more or less.

---@class right_results
---@field action table<string, integer> What to do
---@field layouts table layouts of the views that functions and callbacks give
local right_results = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys
---right_results.place.keys|right_results.weigh.keys|right_results.grade.keys|right_results.judge.keys|right_results.shade.keys
function right_results.attach(keys) end

return right_results
