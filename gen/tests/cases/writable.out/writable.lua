-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the writable binding. Generated from cases/writable.yaml.
-- luacheck: ignore 212

---@meta writable

---Names of hook.
---@alias writable.hook.name
---| "in"
---| "out"

---Values of hook.
---@class writable.hook.values
---HOOK_IN
---@field in integer
---HOOK_OUT
---@field out integer

---Headers.
---@class writable.hdr
---its header (read-only)
---@field frame? frame

---Names of the fields of writable.hdr.
---@alias writable.hdr.field
---| "frame"

---The layout of writable.hdr: what one does with its views.
---@class writable.hdr.layout
---The layout of frame.
---@field frame frame.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: writable.hdr, field: writable.hdr.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: writable.hdr, field: writable.hdr.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: writable.hdr): string

---Keys of writable.attach{} for call.
---@class writable.call.keys
---Asks. A function, or the name of a global one.
---@field call string|fun(hdr: writable.hdr)
---where
---@field hook? integer|writable.hook.name

---Layouts of the views that functions and callbacks give.
---@class writable.layouts
---@field hdr writable.hdr.layout

---A subsystem.
---@class writable.binding
---Values of hook.
---@field hook writable.hook.values
---@field layouts writable.layouts
local writable = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys writable.call.keys
function writable.attach(keys) end

return writable
