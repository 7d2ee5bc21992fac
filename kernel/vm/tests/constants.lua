-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Wrong code reads what is not its own: each operation gives the same in a function that has
-- no constants yet, and in functions whose constants no longer fit in an instruction's field.
local t = dofile "lab/tap.lua"

local operations = {
  "x + 1000", "1000 + x", "x - 70000", "70000 - x", "x * 300", "300 * x", "x / 301", "30100 / x",
  "x // 302", "x % 303", "3030 % x", "x ^ 5", "x & 70001", "70001 & x", "x | 70002", "70002 | x",
  "x ~ 70003", "70003 ~ x", "x << 3", "3 << x", "x >> 1", "70004 >> x", "~x", "-x", "#s", "not x",
  "x == 70005", "70005 ~= x", "x < 70006", "70006 <= x", "x > 3", "s == 'value'", "s ~= 'other'",
  "s .. 'tail'", "'head' .. s", "x .. 'n' .. 5", "o.field", "o['field']", "o[7]", "o[700]",
  "o[s]", "o[nil]", "o.missing", "o:method('a')", "o:method(70007)", "o.f('b')", "g",
  "s:len()", "('lit'):rep(2)", "({ 'a', 'b', k = 'c' }).k", "({ 'a', 'b' })[2]",
  "(function(...) return select('#', ...) end)(1, 'z', nil, true, 70008)",
  "x and 'yes' or 'no'", "nil or 'default'", "false and x", "x == nil", "o.nest.deep",
  "(function() o.set = 70009 return o.set end)()", "(function() o.set = 'str' return o.set end)()",
  "(function() o[70010] = nil return o[70010] end)()", "(function() g = true return g end)()",
  "(function() up = up + 70011 return up end)()",
  "(function() local a <const> = 70012 return a & x end)()",
  "(function() local a <const> = 'cs' return o[a] end)()", "(function() local _ENV <const> = o "
    .. "return field end)()", "(function(p) local _ENV <const> = 250 return p(function() "
    .. "return name end) end)(pcall)",
  "(function() local n = 0 for i = 70013, 70016 do n = n + i end return n end)()",
  "(function() if x > 70017 then return 'gt' elseif x == 12 then return 'eq' end end)()",
}

-- @count distinct constants used before the operation, numbers and strings
local function compile(operation, count)
  local pad = {}
  for i = 1, count, 2 do
    pad[#pad + 1] = ("pad = %d pad = 'p%d'"):format(100000 + i, i)
  end
  local code = "local x, s, o, pad, up = 12, 'value', ... , nil, 1\n" .. table.concat(pad, "\n")
    .. "\nlocal function show(...) local r = { ... } for i = 1, select('#', ...) do "
    .. "r[i] = tostring(r[i]) end return (table.concat(r, ' ', 1, select('#', ...)):gsub("
    .. "'c:%d+: ', '')) end return show(" .. operation .. ")"
  return assert(load(code, "=c", "t", setmetatable({ g = "global" }, { __index = _G })))
end

local function object()
  return {
    field = "f", [7] = "seven", [700] = "seven hundred", value = "by value", cs = "by const",
    method = function(_, a) return "method " .. a end, f = function(a) return "f " .. a end,
    nest = { deep = "deep" },
  }
end

for _, operation in ipairs(operations) do
  local expected = compile(operation, 0)(object())
  for _, count in ipairs { 240, 254, 256, 258, 510, 514, 1100 } do
    t.equal(compile(operation, count)(object()), expected, operation .. " after " .. count)
  end
end
-- one function for all: in a guest its constants take seconds
t.equal(compile("o.field, x + 1000, 70004 >> x, o:method('a')", 140000)(object()),
  "f 1012 17 method a", "a field, a sum, a shift and a method after 140000 constants")
