-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest: gives the kernel hostile scripts, one at a time, through /proc/klua_torture.
local run = {}

-- From where the kernel enters scripts.
run.places = {
  {context = "atomic", where = "task"}, {context = "atomic", where = "interrupt"},
  {context = "atomic", where = "ksoftirqd"}, {context = "sleepable", where = "task"},
}

-- What a script did beside ending, or nil: it leaves no memory, and so much of the stack.
function run.harm(r, least)
  if r.leak ~= 0 then return r.leak .. " bytes leaked" end
  if r.left >= 0 and r.left < least then return r.left .. " bytes of stack left, not " .. least end
end

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
  -- Within its quota a script may ask for more than the kernel has in one piece.
  result.cause = result.cause:gsub("^kernel_memory$", "memory")
  return result
end

-- The script of a case: what it prepares while it loads, and what the hook calls.
function run.compose(case, context)
  return table.concat {"local torture, data = require 'torture', require 'luadata' ",
    case.setup or "", "\ntorture.", context or "atomic", "(function(pld) ",
    "if escaped then return 'escaped' end ", case.code, "\nend)"}
end

-- What the cases of a list have where they say nothing else.
local lists = {
  {"vm/escapes", cause = "budget"},
  {"vm/stack", budget = 2000000, memory = 4 << 20},
  {"functions", cause = "budget", memory = 4 << 20},
  {"loops", cause = "budget", memory = 4 << 20},
  {"metamethods", cause = "budget"},
  {"memory", cause = "memory", budget = 1000000, memory = 256 << 10},
  {"lifetime", cause = "error", entries = 2, budget = 500000, memory = 1 << 20},
  {"isolation", cause = "error", memory = 1 << 20},
  {"failed", cause = "error|budget|stack|memory", error = "an error that nothing catches",
    failed = true, entries = 2}, -- the second is refused
  {"walks", cause = "budget", memory = 4 << 20},
}

-- All cases, in one form: name, code, setup, cause, error, and what o has in run.script(). In the
-- lists, the first three may have no names; the third of stack.lua is what comes of it.
function run.cases(folder)
  local cases = {}
  for _, list in ipairs(lists) do
    local path = list[1]
    local third = path == "vm/stack" and "value" or "setup"
    for _, case in ipairs(dofile(folder .. "/" .. path .. ".lua")) do
      case.file = path:match "[^/]+$"
      case.name, case.code = case.name or case[1], case.code or case[2]
      case[third] = case[third] or case[3]
      for key, value in pairs(list) do
        if case[key] == nil then case[key] = value end
      end
      cases[#cases + 1] = case
    end
  end
  return cases
end

return run
