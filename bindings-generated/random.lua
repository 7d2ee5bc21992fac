-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the random binding. Generated from specs/random.yaml.
-- luacheck: ignore 212

---@meta random

---Random numbers and bytes of the kernel's generator.
---
---```lua
---local random = require "random"
---
---local key = random.bytes(16)
---local port = 1024 + random.u32() % 64512
---```
---@class random.binding
local random = {}

---Random bytes, fit for keys.
---@param len integer # how many, in bytes
---@return string buf # how many
function random.bytes(len) end

---A random number of 32 bits.
---@return integer result # the number
function random.u32() end

---A random number of 64 bits; as a Lua integer it may be negative.
---@return integer result # the number
function random.u64() end

---Whether the generator has been seeded.
---@return boolean result # true when it has
function random.ready() end

return random
