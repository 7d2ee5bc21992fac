-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_names binding. Generated from cases/right_names.yaml.
-- luacheck: ignore 212

---@meta right_names

---Values.
---@alias right_names.default.name
---| "while"
---| "register"

---Values.
---@class right_names.default.values
---1
---@field while integer
---2
---@field register integer

---A thing.
---@class right_names.frame
---a number (read-only)
---@field int integer

---Names of the fields of right_names.frame.
---@alias right_names.frame.field
---| "int"

---The layout of right_names.frame: what one does with its views.
---@class right_names.frame.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_names.frame, field: right_names.frame.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_names.frame, field: right_names.frame.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_names.frame): string

---Keys of right_names.attach{} for switch.
---@class right_names.switch.keys
---Asks. A function, or the name of a global one.
---@field switch string|fun(first: luadata.block, frame_handle: luadata.block, vm: right_names.frame, at: integer): integer
---one
---@field err? integer
---two
---@field options? integer

---Layouts of the views that functions and callbacks give.
---@class right_names.layouts
---@field frame right_names.frame.layout

---A case.
---@class right_names.binding
---Values.
---@field default right_names.default.values
---@field layouts right_names.layouts
local right_names = {}

---Does it.
---@param frame right_names.frame # which
---@param f integer|right_names.default.name # a
---@param args integer
---@param vm integer
---@param calls integer
---@param locked integer
---@param more integer
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_names.register(frame, f, args, vm, calls, locked, more) end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_names.switch.keys
function right_names.attach(keys) end

return right_names
