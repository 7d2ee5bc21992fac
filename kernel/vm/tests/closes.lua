-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- luacheck: globals new escaped, ignore 211
-- Ends by its budget with two userdata to be closed in C, and a table to be closed in Lua.
local a <close> = new()
local b <close> = new()
local c <close> = setmetatable({}, { __close = function() escaped = true end })
while true do end
