-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The matcher against the one of the string library, on random patterns and subjects.
local tap = require "tap"
local data = require "luadata"

-- A generator of our own (Park and Miller), so that a seed means the same everywhere.
local seed = arg and math.tointeger(arg[1] or 1) or 1
local function random(n)
  seed = seed * 48271 % 0x7fffffff
  return seed % n + 1
end

local letters = {"a", "b", "c", "A", "1", "2", " ", "-", ".", "(", ")", "[", "]", "%", "\0",
  "\xe4", "^", "$"}
local items = {
  "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%p", "%A", "%S", "%g", "%G", "%x", "%u", "%l",
    "%c", "%.", "%%", "%z",
  "[abc]", "[^a]", "[a-c1]", "[%d%s]", "[^%w]", "[]]", "[^]a]", "[a-]", "[-a]", "[%a-z]", "[%]]",
    " ", "1", "%b()",
  "%bab", "%f[%w]", "%f[^a]", "%1", "%2", "(", ")", "()", "(a)", "(.-)", "(%a*)", "^", "$", "\0",
    "\xe4", "%-", "-",
}
local broken = {"%", "[", "[^", "[a", "%b", "%ba", "%f", "%fa", "%0", "%9", "[]", "[%", "(", ")"}
local suffixes = {"", "", "", "", "*", "+", "-", "?"}

local function subject()
  local t = {}
  for i = 1, random(16) - 1 do t[i] = letters[random(#letters)] end
  return table.concat(t)
end

local function pattern()
  local t = {random(6) == 1 and "^" or ""}
  for i = 2, random(6) + 1 do
    t[i] = items[random(#items)] .. suffixes[random(#suffixes)]
  end
  if random(8) == 1 then t[#t + 1] = "$" end
  if random(12) == 1 then t[random(#t)] = broken[random(#broken)] end
  return table.concat(t)
end

local function text(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = tostring(t[i]) end
  -- Messages begin with a place that differs.
  if t[1] == "false" then t[2] = t[2]:gsub("^.-:%d+: ", ""):gsub(" in pattern.*", "") end
  return table.concat(t, "|", 1, t.n)
end

local function all(iterate, s, p)
  local t = {}
  for a, b in iterate(s, p) do t[#t + 1] = tostring(a) .. "," .. tostring(b) end
  return table.concat(t, ";")
end

local rounds, wrong, example = 20000, {find = 0, match = 0, gmatch = 0, plain = 0}, {}
local faults = 0
for _ = 1, rounds do
  local s, p, init = subject(), pattern(), random(8) - 3
  local d = data.new(s)
  local function compare(name, got, expected)
    if expected:sub(1, 5) == "false" then faults = faults + 1 end
    if got ~= expected then
      wrong[name] = wrong[name] + 1
      example[name] = example[name] or ("%q %q %d: %s, not %s"):format(s, p, init, got, expected)
    end
  end
  compare("find", text(pcall(d.find, d, p, init)), text(pcall(string.find, s, p, init)))
  compare("match", text(pcall(d.match, d, p, init)), text(pcall(string.match, s, p, init)))
  compare("plain", text(pcall(d.find, d, p, init, true)), text(pcall(string.find, s, p, init,
    true)))
  compare("gmatch", text(pcall(all, d.gmatch, d, p)), text(pcall(all, string.gmatch, s, p)))
end
for _, name in ipairs {"find", "match", "plain", "gmatch"} do
  tap.equal(wrong[name], 0, name .. " agrees with string." .. name .. " on " .. rounds
    .. " random patterns"
    .. (example[name] and ": " .. example[name] or ""))
end
tap.ok(faults > 100 and faults < rounds * 2, "some of the patterns were faulty, most were not")

-- unpack against the string library's
local options = {"b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "i3", "I5", "i7", "I9",
  "s1", "s2", "z", "c0",
  "c3", "x", "<", ">", "=", "!", "!2", "!4", "!8", " ", "Xi4", "Xh", "X", "c", "q", "i17", "I0"}
local bad, first = 0, nil
for _ = 1, rounds do
  local bytes, format = {}, {}
  for i = 1, random(24) - 1 do bytes[i] = string.char(random(3) == 1 and random(256) - 1
    or random(6) - 1) end
  for i = 1, random(5) do format[i] = options[random(#options)] end
  local s, f, position = table.concat(bytes), table.concat(format), random(6) - 2
  local d = data.new(s)
  local got, expected = {pcall(d.unpack, d, f, position)}, {pcall(string.unpack, f, s, position)}
  local same = got[1] == expected[1] and (not got[1]
    or text(table.unpack(got)) == text(table.unpack(expected)))
  if not same then
    bad = bad + 1
    first = first or ("%q %q %d: %s, not %s"):format(f, s, position, text(table.unpack(got)),
      text(table.unpack(expected)))
  end
end
tap.equal(bad, 0, "unpack agrees with string.unpack on " .. rounds .. " random formats"
  .. (first and ": " .. first or ""))

tap.done()
