-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- luacheck: globals new kept lost
-- Leaves a userdata to be released in C, and a finalizer that never returns.
kept = new()
lost = setmetatable({}, { __gc = function() while true do end end })
