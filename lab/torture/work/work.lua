-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In the runner: every function that a script reaches and every operator, called with what a script
-- can make long, in each place. No call does more than it is charged, nor much more than its budget
-- when that ends. All calls with up to two arguments, and so many with three, from a seed. Prints
-- TAP.
local seed, triples = (...):match "(%d+) (%d+)"
local data = require "luadata"
local measure, say = measure, say -- luacheck: globals measure say

local LENGTH = 50000 -- bytes, entries
local BUDGETS = {30, 300}
local UNIT, BEYOND = 40, 16000 -- basic blocks for a unit, and beyond
local SHOWN = 40

-- ---- what is called ----

local operators = {
  index = function(a, b) return a[b] end,
  newindex = function(a, b, c) a[b] = c end,
  call = function(a, b, c) return a(b, c) end,
  method = function(a, b) return a:find(b) end,
  length = function(a) return #a end,
  concat = function(a, b, c) return a .. b .. c end,
  equal = function(a, b) return a == b end,
  less = function(a, b) return a < b end,
  ["at most"] = function(a, b) return a <= b end,
  add = function(a, b) return a + b end,
  ["divide"] = function(a, b) return a // b end,
  power = function(a, b) return a ^ b end,
  ["or"] = function(a, b) return a | b end,
  shift = function(a, b) return a << b end,
  minus = function(a) return -a end,
  ["not"] = function(a) return ~a end,
  ["for"] = function(a, b, c) local n for i = a, b, c do n = i end return n end,
  ["in pairs"] = function(a) local n for k in pairs(a) do n = k end return n end,
  ["in gmatch"] = function(a, b, c) local n for s in a:gmatch(b, c) do n = s end return n end,
  ["close"] = function(a) local _ <close> = a end,
  constructor = function(a, b) return {[a] = b} end,
  arguments = function(a) return select("#", table.unpack(a)) end,
}

-- name and function, by name.
local function functions()
  local found, seen = {}, {}
  local function add(name, f)
    if type(f) ~= "function" or seen[f] then return end
    seen[f] = true
    found[#found + 1] = {name, f}
  end
  -- A whole collection is charged afterwards.
  for _, f in ipairs {measure, say, require, dofile, loadfile, collectgarbage} do seen[f] = true end
  for name, f in next, _G do
    add(name, f)
    if type(f) == "table" and f ~= _G then
      for below, g in next, f do add(name .. "." .. below, g) end
    end
  end
  for name, f in next, data do add("luadata." .. name, f) end
  local methods = {"byte", "dump", "find", "gmatch", "layout", "match", "segment", "unpack"}
  for _, name in ipairs(methods) do add("block:" .. name, data.new(1)[name]) end
  for _, layout in ipairs {"ipv4", "tcp", "dns"} do
    local l = require(layout)
    add(layout, function(...) return l(...) end)
    for _, name in ipairs {"dump", "has", "name", "set"} do add(layout .. "." .. name, l[name]) end
  end
  for name, f in pairs(operators) do add("operator " .. name, f) end
  table.sort(found, function(a, b) return a[1] < b[1] end)
  return found
end

-- ---- what they are called with ----

local function filled(key)
  local t = {}
  for i = 1, LENGTH do t[key(i)] = i end
  return t
end

local function emptied(key)
  local t = filled(key)
  for i = 1, LENGTH do t[key(i)] = nil end
  return t
end

local function number(i) return i end
local function name(i) return "k" .. i end

local function deep()
  local function f(n)
    if n == 0 then coroutine.yield() end
    return 1 + f(n - 1)
  end
  local c = coroutine.create(f)
  coroutine.resume(c, 20000)
  return c
end

-- name and maker: each function gets them anew, since some change them.
local function texts()
  local made = {}
  local function long(text)
    made[#made + 1] = {("%q, many"):format(text), text:rep(LENGTH // #text)}
  end
  for _, text in ipairs {"a", "0", " ", "%", "%a", "%%", "(", "()", "[", ".-", "a*", "\0", "\n",
      "\xbf", "i1", "<", "s", "a,", "x=1 ", "- ", "%s", "%d"} do
    long(text)
  end
  local many = ("a"):rep(LENGTH)
  made[#made + 1] = {"a long set", "[" .. many .. "]"}
  made[#made + 1] = {"a long set and more", "[" .. many .. "]*b"}
  made[#made + 1] = {"a frontier", "%f[" .. many .. "]"}
  made[#made + 1] = {"a set without end", "[" .. many}
  made[#made + 1] = {"zeros and 1", ("0"):rep(LENGTH) .. "1"}
  made[#made + 1] = {"c0…1", "c" .. ("0"):rep(LENGTH) .. "1"}
  made[#made + 1] = {"b at the end", many .. "b"}
  made[#made + 1] = {"a long comment", "--" .. many}
  made[#made + 1] = {"a long text", "return '" .. many .. "'"}
  made[#made + 1] = {"z", "z"}
  made[#made + 1] = {"b", "b"}
  made[#made + 1] = {"%s", "%s"}
  made[#made + 1] = {"protocol", "protocol"}
  return made
end
local strings = texts()

local function values()
  local made = table.move(strings, 1, #strings, 1, {})
  local function add(what, value) made[#made + 1] = {what, value} end
  local long = strings[1][2]
  add("a table", filled(number))
  add("a table of names", filled(name))
  add("an emptied table", emptied(number))
  add("an emptied table of names", emptied(name))
  add("a table of one long name", {[long] = 1})
  add("a table of one", {1})
  add("a table of long texts", {long, long})
  add("a table with a long type", setmetatable({}, {__name = long}))
  add("a table that gives a long text", setmetatable({}, {__tostring = function() return long end}))
  add("a table with a table behind", setmetatable({}, {__index = filled(name)}))
  add("a table as mode", setmetatable({}, {__metatable = long}))
  add("a block", data.new(long))
  add("a short block", data.new "abcdefghijklmnopqrstuvwxyz")
  add("a view", require "ipv4"(data.new("\x45" .. long)))
  add("a layout", require "ipv4")
  add("a layout of a script", data.layout {first = {0, 8}, last = {LENGTH * 8 - 8, 8}})
  add("a coroutine", coroutine.create(print))
  add("a deep coroutine", deep())
  add("a function", function(...) return ... end)
  add("a function of a long name",
    load(("local %s = 1 return function() return %s end"):format(long, long))())
  add("a function of many lines", load(("x() "):rep(20000)))
  add("nil", nil)
  add("true", true)
  add("1", 1)
  add("-1", -1)
  add("many", LENGTH)
  add("the largest", math.maxinteger)
  add("the smallest", math.mininteger)
  return made
end

-- ---- measuring ----

local calls, worst, broken = 0, 0, {}

local function call(what, f, ...)
  for _, budget in ipairs(BUDGETS) do
    local given, words = {}, {}
    for i, v in ipairs {...} do given[i], words[i] = v[2], v[1] end
    local blocks, units = measure(budget, f, table.unpack(given, 1, select("#", ...)))
    calls = calls + 1
    if not blocks then return end
    local beyond = blocks - UNIT * units
    worst = math.max(worst, beyond)
    if beyond > BEYOND then
      broken[#broken + 1] = {of = what, beyond = beyond,
        text = ("%s(%s): %d blocks for %d units"):format(what, table.concat(words, ", "), blocks,
        units)}
    end
    if units < budget then return end -- a larger one is not used
  end
end

math.randomseed(tonumber(seed))
local found = functions()
for _, f in ipairs(found) do
  local made = values()
  call(f[1], f[2])
  for _, a in ipairs(made) do
    call(f[1], f[2], a)
    for _, b in ipairs(made) do call(f[1], f[2], a, b) end
  end
  for _ = 1, triples // #found do
    call(f[1], f[2], made[math.random(#made)], made[math.random(#made)], made[math.random(#made)])
  end
end

table.sort(broken, function(a, b) return a.beyond > b.beyond end)
say((#broken == 0 and "ok" or "not ok") .. " 1 - work: no call does more than it is charged")
local shown = {}
for _, b in ipairs(broken) do
  if not shown[b.of] and #shown < SHOWN then
    shown[b.of], shown[#shown + 1] = true, true
    say("# " .. b.text)
  end
end
say(("# tried: %d calls, %d beyond; at most %d blocks beyond %d a unit"):format(calls, #broken,
  worst, UNIT))
say "1..1"
