-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The script that serves a callback of a binding and does all that may be done there.
--   lua5.4 callback.lua BINDING CALLBACK
local binding = dofile("made/contexts/calls/" .. arg[1] .. ".lua")
print(binding.readers)
print(binding.callbacks[arg[2]])
