-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_comments binding. Generated from cases/right_comments.yaml.
-- luacheck: ignore 212

---@meta right_comments

---An */ enum.
---@alias right_comments.e.name
---| "a"

---An */ enum.
---@class right_comments.e.values
---1
---@field a integer

---A */ thing.
---@class right_comments.thing
---a */ "number\", in */ (read-only)
---@field a integer

---Names of the fields of right_comments.thing.
---@alias right_comments.thing.field
---| "a"

---The layout of right_comments.thing: what one does with its views.
---@class right_comments.thing.layout
---An */ enum.
---@field a right_comments.e.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_comments.thing, field: right_comments.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_comments.thing, field: right_comments.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_comments.thing): string

---Keys of right_comments.attach{} for ask.
---@class right_comments.ask.keys
---Asks */ it. A function, or the name of a global one.
---@field ask string|fun(a: integer): integer
---a */ key, in */
---@field k? integer

---Layouts of the views that functions and callbacks give.
---@class right_comments.layouts
---@field thing right_comments.thing.layout

---A */ title. More.
---@class right_comments.binding
---An */ enum.
---@field e right_comments.e.values
---@field layouts right_comments.layouts
local right_comments = {}

---Does */ it.
---@param a integer # an */ argument, in */
---@return integer result # a */ result, in */
function right_comments.f(a) end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_comments.ask.keys
function right_comments.attach(keys) end

return right_comments
