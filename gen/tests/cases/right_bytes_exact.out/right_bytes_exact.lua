-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_bytes_exact binding. Generated from
-- cases/right_bytes_exact.yaml.
-- luacheck: ignore 212

---@meta right_bytes_exact

---A pointer to so many bytes, with no parameter that says how many.
---@class right_bytes_exact.binding
local right_bytes_exact = {}

---Does it.
---@param addr string|luadata.block # an address
---@param key string|luadata.block # a key
---@param number integer # which, in s
---@return boolean result # whether it is
function right_bytes_exact.f(addr, key, number) end

return right_bytes_exact
