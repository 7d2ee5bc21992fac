-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest: calls everything that bindings have, from each place from where the kernel enters
-- scripts, and looks after each call whether lockdep, or anything else, has complained. Prints TAP
-- without a plan, and a line "# shown: …" for each line of the record.
--   lua5.4 check.lua FOLDER ABSENT
-- ABSENT names bindings that are left out.
local folder, absent = ...
package.path = folder .. "/?.lua;/lab/?.lua"
local run, tap = require "run", require "tap"

io.stdout:setvbuf "line"
-- In this order: what a task takes with soft interrupts on is known when one of these takes it.
local places = {
  {name = "process", context = "sleepable", where = "task"},
  {name = "locked", context = "atomic", where = "task"},
  {name = "softirq", context = "atomic", where = "interrupt"},
  {name = "irqs-off", context = "atomic", where = "irqs-off"},
}
local count = 0

local function line_of(path)
  local file = io.open(path)
  local text = file and file:read "a" or ""
  if file then file:close() end
  return text
end

-- Changes with each report of the kernel.
local function health()
  return line_of "/proc/lockdep_stats":match "debug_locks:%s*(%d+)" .. "," ..
    line_of "/proc/sys/kernel/tainted"
end

-- What the kernel said of a fault, without the rest of it.
local function report()
  local pipe = assert(io.popen "dmesg")
  local lines, begun = {}, false
  for line in pipe:lines() do
    local text = line:gsub("^%[[^]]*%] ", "")
    begun = begun or text:find "^WARNING" or text:find "^BUG" or text:find "^INFO: "
    if begun and #lines < 60 then lines[#lines + 1] = text end
  end
  pipe:close()
  return table.unpack(lines)
end

-- What came of a call from a place: "done", or what went wrong.
local function try(binding, call, place)
  local head = "local captured = require 'captured' local binding = require '" .. binding.name
    .. "'\n" .. binding.readers
  local case = {setup = head, code = call.code}
  local o = {context = place.context, where = place.where, budget = 2000000, memory = 4 << 20}
  return run.script(o, run.compose(case, place.context)).text
end

-- The places from where a call came to its end; stops at the first report of the kernel.
local function places_of(binding, call, name)
  local seen, faults = {}, {}
  for _, place in ipairs(places) do
    if place.context == "sleepable" or (call.context or "any") == "any" then
      local before = health()
      local text = try(binding, call, place)
      if health() ~= before then
        tap.point(false, name .. ": " .. place.name, report())
        os.exit(1)
      end
      if text == "done" then
        seen[#seen + 1] = place.name
      else
        faults[#faults + 1] = place.name .. ": " .. text
      end
    end
  end
  return seen, faults
end

local layouts, lines = {}, {}

local function note(kind, name, key, seen)
  lines[#lines + 1] = ("%s %s %s %s"):format(kind, name, key, table.concat(seen, " "))
end

local function test(binding, call)
  count = count + 1
  local what = call.name or "a view of " .. call.layouts[1]
  local name = binding.name .. "." .. what
  local seen, faults = places_of(binding, call, name)
  if #faults == 0 then
    tap.point(true, name .. ": " .. table.concat(seen, ", "))
  elseif call.context == "sleepable" then
    -- The machine has no such part, or two of them.
    tap.skip(name, faults[1])
  else
    tap.point(false, name, table.unpack(faults))
  end
  if call.name and call.context == "any" then
    note("function", name, call.key, seen)
  end
  for _, layout in ipairs(call.layouts) do
    local title = binding.name .. "." .. layout
    layouts[title] = layouts[title] or {key = binding.keys[layout]}
    for _, place in ipairs(seen) do layouts[title][place] = true end
  end
end

for file in io.popen("ls " .. folder .. "/calls"):lines() do
  local binding = dofile(folder .. "/calls/" .. file)
  if #binding.calls > 0 then
    os.execute("modprobe klua_" .. binding.name)
  end
  local calls = absent:find(binding.name, 1, true) and {} or binding.calls
  for _, call in ipairs(calls) do test(binding, call) end
end
for title, layout in pairs(layouts) do
  local seen = {}
  for _, place in ipairs(places) do
    if layout[place.name] then seen[#seen + 1] = place.name end
  end
  if layout.key and #seen > 1 then note("layout", title, layout.key, seen) end
end
table.sort(lines)
for _, line in ipairs(lines) do print("# shown: " .. line) end
print(("# tried: contexts: %d functions and views from up to %d places"):format(count, #places))
