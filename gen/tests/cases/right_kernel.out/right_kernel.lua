-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_kernel binding: A subsystem with every kind of binding to
---the kernel. Generated from cases/right_kernel.yaml.
-- luacheck: no unused args

---@meta right_kernel

---A thing.
---@class right_kernel.thing
---@field count integer how many, in things
---@field auto integer (read-only)
---@field kind integer|right_kernel.thing.mode.name
---@field order integer
---@field ready boolean
---@field label string (read-only)
---@field extra? integer
---@field heat? integer
---@field levels integer[] (read-only)

---@alias right_kernel.thing.mode.name
---| "slow"
---| "<="

---The layout right_kernel.thing. Calling it makes a view; what one does with a view is here too.
---@class right_kernel.thing.layout
---@field kind table<string, integer> How
---@field has fun(view: right_kernel.thing, field: string): boolean
---@field set fun(view: right_kernel.thing, values: table<string, any>)
---@field name fun(view: right_kernel.thing, field: string): string?
---@field dump fun(view: right_kernel.thing): string

---Right_kernel.found.
---@class right_kernel.found
---@field port? integer (read-only)

---The layout right_kernel.found. Calling it makes a view; what one does with a view is here too.
---@class right_kernel.found.layout
---@field has fun(view: right_kernel.found, field: string): boolean
---@field set fun(view: right_kernel.found, values: table<string, any>)
---@field name fun(view: right_kernel.found, field: string): string?
---@field dump fun(view: right_kernel.found): string

---@class right_kernel.ask.keys
---@field ask string|fun(found: right_kernel.found, bytes: luadata.block, thing: right_kernel.thing,
---count: integer): boolean? Asks what to do.
---@field mode? integer|"slow"|"<=" how
---@field name? string whose
---@field long? boolean for long

---@class right_kernel
---@field mode table<string, integer> How
---@field layouts table layouts of the views that functions and callbacks give
local right_kernel = {}

---Gets one.
---@param number integer
---@param now boolean
---@param name string
---@return right_kernel.thing?
function right_kernel.get(number, now, name) end

---Sets one.
---Only inside ask.
---@param number integer
---@param mode integer|"slow"|"<="
---@return integer? old, in ms; nil when it failed
---@return string? errno why it failed, e.g. "EINVAL"
function right_kernel.set(number, mode) end

---All of them.
---@return right_kernel.thing[]? list nil when it failed
---@return string? errno why it failed, e.g. "EINVAL"
function right_kernel.all() end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_kernel.ask.keys
function right_kernel.attach(keys) end

return right_kernel
