-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The program of a number.
local grammar = require "grammar"
local mutate = require "mutate"
local random = require "random"

local program = {}

local function read(name)
  local file <close> = assert(io.open(package.searchpath(name, package.path)))
  return file:read "a"
end
local actions = read "actions"

-- scripts: texts to change. context: atomic, or sleepable.
function program.make(number, scripts, context)
  local r = random.new(number)
  local text
  if r:chance(10) then
    text = ("local seed = %d %s"):format(r:below(1 << 31), actions)
  else
    text = r:chance(60) and grammar.program(r) or mutate.program(r, scripts)
  end
  if context ~= "sleepable" then return text end
  return (text:gsub("torture *%. *atomic", "torture.sleepable"))
end

return program
