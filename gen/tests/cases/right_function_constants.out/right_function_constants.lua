-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_function_constants binding. Generated from
-- cases/right_function_constants.yaml.
-- luacheck: ignore 212

---@meta right_function_constants

---A function with the name of a table of the language.
---@class right_function_constants.binding
local right_function_constants = {}

---Does it, whatever it is.
---It may sleep: an error in an atomic state.
---@param number integer # which
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_function_constants.constants(number) end

return right_function_constants
