-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest: random programs, one after another, in the places from where the kernel enters
-- scripts. Each ends with a status, leaks nothing, and leaves so much of the stack. Prints TAP
-- without numbers.   lua5.4 check.lua FOLDER LEAST-STACK SEED SECONDS
local folder, least, seed, seconds = ...
least, seed, seconds = tonumber(least), math.tointeger(seed), tonumber(seconds)
package.path = folder .. "/?.lua"
local program = require "program"
local run = require "run"
local scripts = require "scripts"

io.stdout:setvbuf "line"
local kernel_log = io.open("/dev/kmsg", "w")
local budgets = {2000, 20000, 20000, 60000}
local quotas = {96 << 10, 256 << 10, 256 << 10, 1 << 20}
local causes = {"ok", "budget", "memory", "stack", "error"}
local SAMPLE = 60 -- programs, when no time is given
local SHOWN = 5 -- failures that are told in full

-- Why a program ended. What fails while it loads has an error alone.
local function cause_of(r)
  if r.status == 0 then return r.cause end
  if r.text:find "instruction budget spent" then return "budget" end
  if r.text:find "not enough memory" then return "memory" end
  if r.text:find "stack overflow" or r.text:find "too complex" then return "stack" end
  return r.cause
end

local function wrong(r, cause, counts)
  if not counts[cause] then return ("stopped by %s: %s"):format(cause, r.text) end
  return run.harm(r, least)
end

-- What interrupts took of the stack while the program was deep in it is not the program's: when too
-- little was left, the best of a few runs counts.
local function measured(options, text)
  local r = run.script(options, text)
  local left = r.left
  for _ = 1, 5 do
    if left < 0 or left >= least then break end
    left = math.max(left, run.script(options, text).left)
  end
  r.left = left
  return r
end

-- The same, to end a little before it did: by budget, by quota, by whichever is met first.
local function nearly(o, r, number)
  local short = {}
  for key, value in pairs(o) do short[key] = value end
  if number & 1 ~= 0 then short.budget = math.max(r.units * (number >> 2 & 63) // 64, 1) end
  if number & 2 ~= 0 then short.memory = math.max(r.peak - (number >> 4 & 127) * 32, 64 << 10) end
  return short
end

local counts = {}
for _, cause in ipairs(causes) do counts[cause] = 0 end
local failed, stack, slowest = 0, math.maxinteger, 0

local function try(number, options, text)
  local r = measured(options, text)
  local cause = cause_of(r)
  local fault = wrong(r, cause, counts)
  if counts[cause] then counts[cause] = counts[cause] + 1 end
  if r.left >= 0 then stack = math.min(stack, r.left) end
  slowest = math.max(slowest, r.call)
  if not fault then return r end
  failed = failed + 1
  if failed <= SHOWN then
    print(("not ok 1 - program %d ends well"):format(number))
    print(("# %s, %s, budget %d, memory %d: %s"):format(options.context, options.where,
      options.budget, options.memory, fault))
    print(("# repeat: lab/torture/random/show %d %s"):format(number, options.context))
    for line in text:gmatch "[^\n]+" do print("# | " .. line) end
  end
  return r
end

local first, n = (seed & 0xffffffff) << 20, 0
local start = os.time()
repeat
  local number = first + n
  local place = run.places[number % #run.places + 1]
  local text = program.make(number, scripts, place.context)
  local options = {context = place.context, where = place.where, counted = true, entries = 2,
    budget = budgets[number // 4 % 4 + 1], memory = quotas[number // 16 % 4 + 1]}
  kernel_log:write(("program %d %s %s\n"):format(number, place.context, place.where))
  kernel_log:flush()
  local r = try(number, options, text)
  if number // 5 & 3 ~= 0 then try(number, nearly(options, r, number // 5), text) end
  n = n + 1
until seconds > 0 and os.time() - start >= seconds or seconds <= 0 and n >= SAMPLE

if failed == 0 then print "ok 1 - each program ends, leaks nothing, leaves enough of the stack" end
print(("# tried: programs: %d, %d ended well, %d by budget, %d by memory, %d by stack, "
    .. "%d by error; %d bytes of stack left at the least, %d ms the longest")
  :format(n, counts.ok, counts.budget, counts.memory, counts.stack, counts.error, stack,
    slowest // 1000000))
