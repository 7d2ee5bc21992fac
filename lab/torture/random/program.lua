-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The program of a number.
local grammar = require "grammar"
local mutate = require "mutate"
local random = require "random"

local program = {}

-- scripts: texts to change. context: atomic, or sleepable.
function program.make(number, scripts, context)
  local r = random.new(number)
  local text = r:chance(60) and grammar.program(r) or mutate.program(r, scripts)
  if context ~= "sleepable" then return text end
  return (text:gsub("torture *%. *atomic", "torture.sleepable"))
end

return program
