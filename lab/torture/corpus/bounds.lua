-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest whose clock counts instructions: what scripts take beside their budget.
--
-- Each case that its budget ends is run with many budgets. "per unit" is the most instructions for
-- a
-- unit of the largest one; "beyond" the most that any run took beyond PROMISE instructions for each
-- unit of its budget: the overrun. Above OVERRUN, or with more for a unit than promised, the status
-- is 1.   lua5.4 bounds.lua FOLDER [all | collector]
local folder, all = ...
package.path = folder .. "/?.lua"
local run = require "run"

local PROMISE, OVERRUN = 125, 64000 -- a step of the collector over a small heap is 50000
local budgets = {1000, 1500, 2500, 5000, 10000, 20000, 50000, 100000}

local function measure(case)
  local per, beyond = 0, 0
  for _, budget in ipairs(budgets) do
    local r = run.script({budget = budget, memory = 4 << 20}, run.compose(case))
    if r.cause ~= "budget" then return per, beyond end
    per = r.call / budget
    beyond = math.max(beyond, r.call - PROMISE * budget)
  end
  return per, beyond
end

local kinds, order, broken = {}, {}, {}
for _, case in ipairs(all == "collector" and {} or run.cases(folder)) do
  if (case.cause or "ok"):find "budget" then
    local per, beyond = measure(case)
    local name, what = case.call or case.file, case.name:gsub("%s+", " ")
    local kind = kinds[name]
    if not kind then
      kind = {per = 0, beyond = 0, cases = 0}
      kinds[name], order[#order + 1] = kind, name
    end
    kind.cases = kind.cases + 1
    if per > kind.per then kind.per, kind.most = per, what end
    kind.beyond = math.max(kind.beyond, beyond)
    if per > PROMISE or beyond > OVERRUN then
      broken[#broken + 1] = ("%s: %s: %.1f, %d"):format(case.file, what, per, beyond)
    end
    if all == "all" then print(("%9.1f %9d  %s: %s"):format(per, beyond, case.file, what)) end
  end
end
print "| construct | cases | instructions per unit | beyond 125 per unit | worst |"
print "|---|---|---|---|---|"
for _, name in ipairs(order) do
  local kind = kinds[name]
  print(("| %s | %d | %.0f | %d | `%s` |"):format(name, kind.cases, kind.per, kind.beyond,
    ((kind.most or ""):gsub("|", "\\|"))))
end

-- ---- the collector ----

local heaps = {
  {"tables", "for i = 1, n // 72 do kept[i] = {} end"},
  {"tables of one", "for i = 1, n // 90 do kept[i] = {i} end"},
  {"a list", "local t for i = 1, n // 80 do t = {t} end kept[1] = t"},
  {"strings", "for i = 1, n // 60 do kept[i] = 's' .. i end"},
  {"one large table", "for i = 1, n // 33 do kept[i] = i end"},
  {"one large table with keys", "for i = 1, n // 81 do kept[-i] = i end"},
  {"closures", "for i = 1, n // 100 do kept[i] = function() return i end end"},
  {"coroutines", "for i = 1, n // 1300 do kept[i] = coroutine.create(print) end"},
  {"blocks", "for i = 1, n // 250 do kept[i] = data.new(16) end"},
  {"finalizers", "local m = {__gc = function() end} for i = 1, n // 90 do kept[i] = "
    .. "setmetatable({}, m) end"},
  {"weak values", "for i = 1, n // 200 do kept[i] = setmetatable({{}, {}}, {__mode = 'v'}) end"},
  {"a weak table", "setmetatable(kept, {__mode = 'v'}) for i = 1, n // 90 do kept[i] = {} end"},
}
-- Kept by nobody: nothing of the quota is for what keeps them. They are made by some calls.
local CALLS = 24
local dropped = {
  {"dropped strings", "for i = 1, n // 36 do local _ = (calls << 24 | i) .. '' end"},
  {"dropped closures", "for i = 1, n // 32 do local _ = function() end end"},
  {"dropped chunks", "for i = 1, n // 330 do local _ = load 'return' end"},
}
print "\n| heap | quota | in use | full collection, alive | full collection, dead |"
print "|---|---|---|---|---|"
for _, quota in ipairs {256 << 10, 1 << 20, 16 << 20} do
  for _, heap in ipairs(heaps) do
    local fill = ("local n = %d collectgarbage 'stop' kept = {} %s "):format(quota * 6 // 10,
    heap[2])
    local o = {budget = 1000000, memory = quota}
    local alive = run.script(o, run.compose {setup = fill, code = "collectgarbage() return 1"})
    local dead = run.script(o, run.compose {setup = fill,
    code = "kept = nil collectgarbage() return 1"})
    assert(dead.cause == "budget" or dead.status == 0, heap[1] .. ": " .. dead.text)
    print(("| %s | %d KiB | %d KiB | %d | %d |"):format(heap[1], quota >> 10, alive.peak >> 10,
      alive.call, dead.call))
  end
  for _, heap in ipairs(dropped) do
    local code = ([[
      calls = calls + 1
      if calls > %d then collectgarbage() return 1 end
      local n = %d %s return 1]]):format(CALLS, quota * 9 // 10 // CALLS, heap[2])
    local r = run.script({budget = 1000000, memory = quota, entries = CALLS + 1},
      run.compose {setup = "calls = 0 collectgarbage 'stop'", code = code})
    assert(r.cause == "budget" or r.status == 0, heap[1] .. ": " .. r.text)
    print(("| %s | %d KiB | %d KiB | | %d |"):format(heap[1], quota >> 10, r.peak >> 10, r.call))
  end
end

-- ---- closing ----

print "\n| closing a state with | instructions |"
print "|---|---|"
for _, case in ipairs {
  {"nothing", ""},
  {"tables, 256 KiB", "local n = 200000 kept = {} " .. heaps[1][2]},
  {"a finalizer that does not end",
    "kept = setmetatable({}, {__gc = function() while true do end end})"},
  {"many finalizers that do not end", [[
    kept = {} for i = 1, 500 do kept[i] = setmetatable({}, {__gc = function() while true do end
    end}) end]]},
  {"finalizers that make finalizers", [[
    local m = {} m.__gc = function() setmetatable({}, m) setmetatable({}, m) end setmetatable({},
    m)]]},
  {"suspended coroutines with __close", [[
    kept = {} for i = 1, 50 do kept[i] = coroutine.wrap(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      coroutine.yield() end) kept[i]() end]]},
} do
  local r = run.script({}, "local data = require 'luadata' " .. case[2])
  print(("| %s | %d |"):format(case[1], r.close))
end

print(("\nbounds: %d constructs, %d out of bounds"):format(#order, #broken))
for _, line in ipairs(broken) do print(line) end
os.exit(#broken == 0)
