-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Prints programs for the runner: a line with number and size, then the text.
--   lua5.4 print.lua FOLDER FIRST COUNT   scripts.lua is in the present folder
local folder, first, count = ...
package.path = folder .. "/?.lua;./?.lua"
local program = require "program"
local scripts = require "scripts"

for number = math.tointeger(first), math.tointeger(first) + math.tointeger(count) - 1 do
  local text = program.make(number, scripts, "atomic")
  io.write(number, " ", #text, "\n", text, "\n")
end
