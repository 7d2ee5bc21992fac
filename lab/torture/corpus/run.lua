-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest: gives the kernel hostile scripts, one at a time, through /proc/klua_torture.
local run = {}

local answer = "^(%-?%d+) (%S+) (%-?%d+) (%d+) (%d+) (%d+) (%-?%d+) (%d+) (%-?%d+) (.*)\n$"

-- What came of a script: status, cause, units, load, call, close (ns), left, peak, leak, text.
-- o: context, where, budget, memory, entries, bytes, counted.
function run.script(o, text)
  local file = assert(io.open("/proc/klua_torture", "r+"))
  local words = {o.context or "atomic", o.where or "task", o.budget or 100000,
    o.memory or 256 << 10, o.entries or 1, o.bytes or 64, o.counted and 1 or 0}
  assert(file:write(table.concat(words, " "), "\n", text))
  assert(file:flush())
  local said = assert(file:read("a"))
  file:close()
  local r = {said:match(answer)}
  assert(#r == 10, "no answer to " .. text .. ": " .. said)
  local names = {"status", "cause", "units", "load", "call", "close", "left", "peak", "leak"}
  local result = {text = r[10]}
  for i, name in ipairs(names) do
    result[name] = math.tointeger(r[i]) or r[i]
  end
  return result
end

-- The script of a case: what it prepares while it loads, and what the hook calls.
function run.compose(case, context)
  return table.concat {"local torture, data = require 'torture', require 'luadata' ",
    case.setup or "", "\ntorture.", context or "atomic", "(function(pld) ",
    "if escaped then return 'escaped' end ", case.code, "\nend)"}
end

-- All cases, in one form: name, code, setup, cause, error, and what o has in run.script().
function run.cases(folder)
  local cases = {}
  local function add(file, case)
    case.file = file
    case.name = case.name or case[1]
    case.code = case.code or case[2]
    cases[#cases + 1] = case
  end
  for _, case in ipairs(dofile(folder .. "/vm/escapes.lua")) do
    case.cause = "budget"
    add("escapes", case)
  end
  for _, case in ipairs(dofile(folder .. "/vm/stack.lua")) do
    case.value, case.budget, case.memory = case[3], 2000000, 4 << 20
    add("stack", case)
  end
  for _, file in ipairs {"functions", "loops", "metamethods", "memory", "lifetime", "isolation",
      "failed", "walks"} do
    for _, case in ipairs(dofile(folder .. "/" .. file .. ".lua")) do
      add(file, case)
    end
  end
  return cases
end

return run
