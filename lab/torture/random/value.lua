-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Random expressions of a kind: int, str, tab, fn, bool, block, view, layout, list, co, any; of
-- another kind now and then.
local words = require "words"

local value = {}
local kinds = {"int", "str", "tab", "fn", "bool", "block", "view", "layout", "list", "co"}

local function concat(parts, between)
  return table.concat(parts, between or ", ")
end

-- n random texts of a list in one literal
local function strung(g, list, most)
  local parts = {}
  for i = 1, g.r:between(1, most) do parts[i] = g.r:one(list) end
  return "'" .. table.concat(parts) .. "'"
end

local function pattern(g)
  local parts = {}
  for i = 1, g.r:between(1, g.r:chance(10) and 40 or 5) do
    parts[i] = g.r:one(words.pattern) .. g.r:one(words.repeats)
  end
  return "'" .. (g.r:chance(15) and "^" or "") .. table.concat(parts) .. "'"
end

-- A table of named fields, for a layout: mostly within 64 bytes.
local function layout(g)
  local parts = {}
  for i = 1, g.r:between(1, 4) do
    local name = g.r:one(words.fields)
    if g.r:chance(70) then
      parts[i] = ("%s = {%d, %d}"):format(name, g.r:below(520), g.r:between(1, 64))
    elseif g.r:chance(50) then
      parts[i] = ("%s = {%d, %d, 'string'}"):format(name, g.r:below(70), g.r:below(20))
    else
      parts[i] = ("%s = {%s, %s, %s, %s}"):format(name, value.of(g, "int"), value.of(g, "int"),
        g.r:one {"'number'", "'string'", "nil"}, g.r:one {"'little'", "'big'", "'host'", "'net'"})
    end
  end
  return "{" .. concat(parts) .. "}"
end

local function fields(g)
  local parts = {}
  for i = 1, g.r:between(1, 3) do
    parts[i] = g.r:one(words.fields) .. " = " .. value.of(g, g.r:chance(70) and "int" or "any")
  end
  return "{" .. concat(parts) .. "}"
end

local function constructor(g)
  local parts = {}
  for i = 1, g.r:below(6) do
    local element = value.of(g, "any")
    local how = g.r:below(10)
    if how < 2 then
      element = ("[ %s] = %s"):format(value.of(g, "any"), element)
    elseif how < 4 then
      element = g.r:one(words.fields) .. " = " .. element
    elseif how == 4 and g.vararg then
      element = "..."
    end
    parts[i] = element
  end
  return "{" .. concat(parts) .. "}"
end

-- A table of metamethods.
local function meta(g)
  local parts = {}
  for i = 1, g.r:between(1, 5) do
    local event = g.r:one(words.events)
    local what = value.of(g, g.r:chance(85) and "fn" or "any")
    if event == "__mode" then what = g.r:one {"'k'", "'v'", "'kv'", "''"} end
    if event == "__name" then what = value.of(g, "str") end
    parts[i] = event .. " = " .. what
  end
  return "{" .. concat(parts) .. "}"
end

-- A function of a few statements.
local function lambda(g)
  local arguments = g.r:one {"", "a", "a, b", "...", "a, ...", "a, b, n"}
  local before, loops, scope = g.vararg, g.loops, g.scope
  g.vararg, g.loops = arguments:find("...", 1, true) ~= nil, 0
  g.scope = setmetatable({}, {__index = scope})
  for name in arguments:gmatch("%a") do g.scope[name] = "any" end
  local body = g.block(g, g.r:between(0, 3))
  local back = g.r:chance(60) and " return " .. value.of(g, "any") or ""
  g.vararg, g.loops, g.scope = before, loops, scope
  return ("function(%s) %s%s end"):format(arguments, body, back)
end

local orders = {
  "function(a, b) return a > b end", "function() return true end", "function() return false end",
  "function(a, b) return a <= b end", "function() return math.random(2) == 1 end", "rawequal",
  "function(a, b) t[1] = nil return tostring(a) < tostring(b) end", "error", "coroutine.yield",
  "function(a, b) table.insert(t, b) return #t > 9 end",
}

-- A text that is a chunk, or nearly.
local function chunk(g)
  local how = g.r:below(8)
  if how == 0 then
    return ("('%s'):rep(%s)"):format(g.r:one {"(", "{", "f(", "if x then ", "-", "a.b", "[[", "do ",
      "x=", "::a::", "goto a ", "not ", "a..", "function f() "}, g.r:one {"9", "150", "199", "900"})
  elseif how == 1 then
    return ("'return ' .. ('%s'):rep(%d) .. '1' .. ('%s'):rep(%d)"):format("(", g.r:below(260), ")",
      g.r:below(260))
  end
  local text = how < 4 and "return " .. value.of(g, "any") or g.block(g, 2)
  return ("%q"):format(text):gsub("\\\n", "\\n")
end

local special = {
  pattern = pattern,
  packing = function(g) return strung(g, words.packing, 6) end,
  format = function(g) return strung(g, words.formats, 4) end,
  field = function(g) return "'" .. g.r:one(words.fields) .. "'" end,
  mode = function(g) return g.r:one(words.modes) end,
  meta = function(g) return g.r:chance(80) and meta(g) or value.of(g, "any") end,
  set = function(g) return g.r:chance(50) and fields(g) or layout(g) end,
  order = function(g) return g.r:chance(70) and g.r:one(orders) or value.of(g, "fn") end,
}

local plain = {
  int = function(g) return g.r:one(words.integers) end,
  str = function(g)
    local how = g.r:below(10)
    if how < 6 then return g.r:one(words.strings) end
    if how < 8 and g.fuel > 0 then return (chunk(g)) end
    return pattern(g)
  end,
  tab = function(g)
    if g.r:chance(60) then return constructor(g) end
    return ("setmetatable(%s, %s)"):format(constructor(g), meta(g))
  end,
  fn = function(g)
    if g.fuel <= 0 then return g.r:one {"print", "error", "f", "pcall", "tostring", "next"} end
    return lambda(g)
  end,
  bool = function(g) return g.r:one {"true", "false", "nil"} end,
  block = function() return "pld" end,
  view = function(g) return g.layout .. "(pld)" end,
  layout = function(g) return g.layout end,
  list = function(g) return "v." .. g.r:one(words.fields) end,
  co = function() return "c" end,
}

-- A call of a function from the list of words, "NAME KIND..."
local function call(g, line)
  local name, rest = line:match("^(%S+) ?(.*)$")
  local arguments = {}
  for kind, optional in rest:gmatch("(%a+)(%??)") do
    if optional ~= "" and g.r:chance(40) then break end
    arguments[#arguments + 1] = value.of(g, kind)
  end
  if name == "field" then
    return ("(%s).%s"):format(arguments[1], g.r:one(words.fields))
  elseif name == "list.int" then
    return ("(%s)[%s]"):format(arguments[1], value.of(g, "int"))
  elseif name:sub(1, 1) == "#" then
    return "#(" .. value.of(g, name:sub(2)) .. ")"
  elseif name:find "^layout" then
    name = g.layout .. name:sub(7)
  end
  if g.r:chance(2) then arguments[#arguments + 1] = value.of(g, "any") end
  return ("%s(%s)"):format(name, concat(arguments))
end

function value.call(g, kind)
  return call(g, g.r:one(words.functions[kind] or words.functions[g.r:one {"int", "str", "tab"}]))
end

local function variable(g, kind)
  local found = {}
  for _, name in ipairs(g.names) do
    if g.scope[name] == kind then found[#found + 1] = name end
  end
  return #found > 0 and g.r:one(found) or nil
end

local function operation(g, kind)
  if g.r:chance(15) then return g.r:one(words.unary) .. "(" .. value.of(g, kind) .. ")" end
  local operator = g.r:one(words.binary)
  if kind == "str" and g.r:chance(80) then operator = ".." end
  return ("(%s %s %s)"):format(value.of(g, kind), operator, value.of(g, kind))
end

function value.of(g, kind)
  if special[kind] and not g.r:chance(4) then return special[kind](g) end
  if kind == "any" or special[kind] or g.r:chance(4) then kind = g.r:one(kinds) end
  g.fuel = g.fuel - 1
  local how = g.r:below(100)
  local name = variable(g, kind)
  if name and (how < 40 or g.fuel <= 0 and how < 80) then return name end
  if g.fuel <= 0 or how < 55 then return plain[kind](g) end
  if how < 75 and (kind == "int" or kind == "str") then return operation(g, kind) end
  if how < 77 and g.vararg then return g.r:one {"...", "(...)", "select('#', ...)"} end
  return value.call(g, kind)
end

return value
