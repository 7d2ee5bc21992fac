-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_wide_key binding. Generated from cases/right_wide_key.yaml.
-- luacheck: ignore 212

---@meta right_wide_key

---Names.
---@alias right_wide_key.kind.name
---| "one"
---| "least"
---| "all"

---Names.
---@class right_wide_key.kind.values
---1
---@field one integer
---LLONG_MIN
---@field least integer
---0xffffffffffffffff
---@field all integer

---Keys of right_wide_key.attach{} for see.
---@class right_wide_key.see.keys
---Sees. A function, or the name of a global one.
---@field see string|fun(number: integer)
---which
---@field kind? integer|right_wide_key.kind.name

---A key of attach with names, of 64 bits.
---@class right_wide_key.binding
---Names.
---@field kind right_wide_key.kind.values
local right_wide_key = {}

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys right_wide_key.see.keys
function right_wide_key.attach(keys) end

return right_wide_key
