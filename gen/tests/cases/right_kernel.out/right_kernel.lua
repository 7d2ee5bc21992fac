-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_kernel binding. Generated from cases/right_kernel.yaml.
-- luacheck: ignore 212

---@meta right_kernel

---How.
---@alias right_kernel.mode.name
---| "slow"
---| "<="

---How.
---@class right_kernel.mode.values
---MODE_SLOW
---@field slow integer
---3
---@field ["<="] integer

---A thing.
---@class right_kernel.thing
---how many, in things
---@field count integer
---(read-only)
---@field auto integer
---@field kind integer|right_kernel.mode.name
---@field order integer
---@field ready boolean
---(read-only)
---@field label string
---@field extra? integer
---@field heat? integer
---(read-only)
---@field levels integer[]

---Names of the fields of right_kernel.thing.
---@alias right_kernel.thing.field
---| "count"
---| "auto"
---| "kind"
---| "order"
---| "ready"
---| "label"
---| "extra"
---| "heat"
---| "levels"

---What right_kernel.thing's layout sets at once.
---@class right_kernel.thing.changes
---@field count? integer
---@field kind? integer|right_kernel.mode.name
---@field order? integer
---@field ready? boolean
---@field extra? integer
---@field heat? integer

---The layout of right_kernel.thing: what one does with its views.
---@class right_kernel.thing.layout
---How.
---@field kind right_kernel.mode.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_kernel.thing, field: right_kernel.thing.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_kernel.thing, values: right_kernel.thing.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_kernel.thing, field: right_kernel.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_kernel.thing): string

---Fields of right_kernel.found.
---@class right_kernel.found
---(read-only)
---@field port? integer

---Names of the fields of right_kernel.found.
---@alias right_kernel.found.field
---| "port"

---The layout of right_kernel.found: what one does with its views.
---@class right_kernel.found.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_kernel.found, field: right_kernel.found.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_kernel.found, field: right_kernel.found.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_kernel.found): string

---Keys of right_kernel.attach{} for ask.
---@class right_kernel.ask.keys
---Asks what to do. A function, or the name of a global one.
---@field ask string|fun(found: right_kernel.found, bytes: luadata.block, thing: right_kernel.thing, count: integer): boolean?
---how
---@field mode? integer|right_kernel.mode.name
---whose
---@field name? string
---for long
---@field long? boolean

---Layouts of the views that functions and callbacks give.
---@class right_kernel.layouts
---@field thing right_kernel.thing.layout
---@field found right_kernel.found.layout

---A subsystem with every kind of binding to the kernel. This is a second sentence.
---@class right_kernel.binding
---How.
---@field mode right_kernel.mode.values
---@field layouts right_kernel.layouts
local right_kernel = {}

---Gets one.
---@param number integer
---@param now boolean
---@param name string
---@return right_kernel.thing? thing
function right_kernel.get(number, now, name) end

---Sets one.
---Only inside ask; elsewhere it is an error.
---@param number integer
---@param mode integer|right_kernel.mode.name
---@return integer? old # in ms; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_kernel.set(number, mode) end

---All of them.
---@return right_kernel.thing[]? list # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_kernel.all() end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_kernel.ask.keys
function right_kernel.attach(keys) end

return right_kernel
