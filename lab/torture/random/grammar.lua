-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Random programs: statements, most of them guarded, over variables that have a kind.
local value = require "value"
local words = require "words"

local grammar = {}
local kinds = {
  i = "int", n = "int", s = "str", t = "tab", u = "tab", f = "fn", d = "block", e = "block",
  v = "view", l = "list", c = "co", pld = "block", kept = "any", a = "any", b = "any",
}
local names = {"i", "n", "s", "t", "u", "f", "d", "e", "v", "l", "c", "pld", "kept", "a", "b"}
local simple = {"i", "n", "s", "t", "u", "f", "d", "e", "v", "l", "c"}

local statements = {}

local function loop(g, text)
  g.loops = g.loops + 1
  local label = "on" .. g.loops
  local body = g.block(g, g.r:between(1, 3))
  if g.r:chance(20) then body = body .. " if " .. value.of(g, "bool") .. " then break end" end
  if g.r:chance(15) then
    local when = value.of(g, "bool")
    body = ("if %s then goto %s end do %s end ::%s::"):format(when, label, body, label)
  end
  g.loops = g.loops - 1
  return text .. " do " .. body .. " end"
end

function statements.assign(g)
  local name = g.r:one(simple)
  return name .. " = " .. value.of(g, g.r:chance(93) and kinds[name] or "any")
end

function statements.multiple(g)
  return ("%s, %s = %s, %s"):format(g.r:one(simple), g.r:one(simple), value.of(g, "any"),
    value.of(g, "any"))
end

function statements.keep(g)
  return "kept = " .. value.of(g, g.r:one {"block", "view", "list", "fn", "any", "co"})
end

function statements.call(g)
  local kind = g.r:one {"int", "str", "tab", "fn", "bool", "block", "view", "co"}
  return "do local _ = " .. value.call(g, kind) .. " end"
end

function statements.set(g)
  local whose = value.of(g, g.r:one {"tab", "tab", "view", "view", "block", "list", "any"})
  local key = g.r:chance(60) and "." .. g.r:one(words.fields) or "[ " .. value.of(g, "any") .. "]"
  return ("(%s)%s = %s"):format(whose, key, value.of(g, g.r:chance(70) and "int" or "any"))
end

function statements.branch(g)
  local text = ("if %s then %s"):format(value.of(g, "bool"), g.block(g, 2))
  if g.r:chance(30) then
    text = text .. (" elseif %s then %s"):format(value.of(g, "any"), g.block(g, 1))
  end
  return text .. (g.r:chance(40) and " else " .. g.block(g, 1) or "") .. " end"
end

function statements.numeric(g)
  local last = g.r:chance(85) and tostring(g.r:between(0, 12)) or value.of(g, "int")
  local step = g.r:chance(15) and ", " .. value.of(g, "int") or ""
  return loop(g, ("for n = %s, %s%s"):format(g.r:one {"1", "1", "0", "-3", "n"}, last, step))
end

function statements.generic(g)
  local how = g.r:below(8)
  local iterator
  if how < 4 then
    iterator = ("%s(%s)"):format(g.r:one {"pairs", "pairs", "ipairs"},
      value.of(g, g.r:one {"tab", "view", "list", "layout", "any"}))
  elseif how < 7 then
    iterator = ("(%s):gmatch(%s)"):format(value.of(g, g.r:one {"str", "block"}),
      value.of(g, "pattern"))
  else
    iterator = value.of(g, "fn")
    if g.r:chance(30) then iterator = iterator .. ", " .. value.of(g, "any") .. ", 1, t" end
  end
  return loop(g, "for a, b in " .. iterator)
end

function statements.circle(g)
  if g.r:chance(50) then
    return loop(g, "while " .. value.of(g, g.r:chance(80) and "bool" or "any"))
  end
  g.labels = g.labels + 1
  local k = g.labels
  return ("do local k%d = 0 ::l%d:: k%d = k%d + 1 do %s end if k%d < %d then goto l%d end end")
    :format(k, k, k, k, g.block(g, 2), k, g.r:between(1, 9), k)
end

function statements.once(g)
  return ("repeat local b = %s; %s until %s"):format(value.of(g, "any"), g.block(g, 1),
    g.r:chance(90) and "b ~= 0" or value.of(g, "bool"))
end

function statements.guarded(g)
  local before = g.vararg
  g.vararg = false
  local body = g.block(g, g.r:between(1, 4))
  g.vararg = before
  if g.r:chance(25) then
    return ("xpcall(function() %s end, %s)"):format(body, value.of(g, "fn"))
  end
  return ("pcall(function() %s end)"):format(body)
end

function statements.closed(g)
  local what = g.r:chance(20) and value.of(g, "any")
    or ("setmetatable({}, {__close = %s})"):format(value.of(g, "fn"))
  return ("do local x <close> = %s; %s end"):format(what, g.block(g, 2))
end

function statements.finalized(g)
  return ("setmetatable(%s, {__gc = %s})"):format(g.r:one {"{}", "{}", "t", "u"}, value.of(g, "fn"))
end

function statements.thread(g)
  local body = g.block(g, g.r:between(1, 3))
  return ("c = coroutine.create(function(...) %s coroutine.yield(%s) %s end) %s"):format(body,
    value.of(g, "any"), g.block(g, 1), g.r:one {"coroutine.resume(c, pld)", "coroutine.close(c)",
    "coroutine.resume(c) coroutine.resume(c)", "coroutine.wrap(function() c = nil end)()", ""})
end

local again = {
  "a(n - 1, ...)", "1 + a(n - 1)", "pcall(a, n - 1)", "a(n)", "coroutine.wrap(a)(n - 1)",
  "(string.gsub('x', 'x', function() a(n - 1) end))", "a(n - 1), a(n - 1)",
  "tostring(setmetatable({}, {__tostring = function() return a(n - 1) end}))",
  "table.concat({a(n - 1)})", "load('return 1')() + a(n - 1)", "xpcall(a, a, n - 1)",
  "select(-1, pcall(a, n - 1, n, ...))",
  "#setmetatable({}, {__len = function() return a(n) end})",
}

function statements.recursion(g)
  return ("do local function a(n, ...) %s; if n and n > 0 then return %s end end a(%s) end")
    :format(g.block(g, 1), g.r:one(again), g.r:one {"5", "50", "180", "250", "5000", "1 << 40"})
end

function statements.loaded(g)
  return ("do local x = load(%s) if x then pcall(x, %s) end end"):format(value.of(g, "str"),
    value.of(g, "any"))
end

function statements.ordered(g)
  return ("table.sort(%s, %s)"):format(value.of(g, "tab"), value.of(g, "order"))
end

function statements.shrunk(g)
  return ("torture.shrink(%d)"):format(g.r:below(70))
end

function statements.large(g)
  return g.r:one {
    "for n = 1, 300 do t[n] = n end", "for n = 1, 100 do u['k' .. n] = {n} end",
    "s = ('xy'):rep(3000)", "s = s .. s", "t = {table.unpack(t, 1, 200)}", "t[#t + 1] = s",
    "for n = 1, 40 do setmetatable({}, {__gc = function() f = nil end}) end", "collectgarbage()",
    "collectgarbage('step')", "for k in pairs(t) do t[k] = nil end", "d = data.new(3000)",
    "u = setmetatable({}, {__mode = 'v'}) for n = 1, 50 do u[n] = {} end",
    "t[1 << 40] = 1 t[-1] = 2 t[1 << 20] = 3",
  }
end

-- How often each comes.
local often = {
  "assign", "assign", "assign", "multiple", "keep", "call", "call", "call", "call", "call", "set",
  "set", "set", "branch", "numeric", "generic", "generic", "circle", "once", "guarded", "guarded",
  "guarded", "closed", "finalized", "finalized", "thread", "recursion", "loaded", "ordered",
  "shrunk", "large", "large",
}
local leaves = {"assign", "call", "set", "shrunk", "large", "keep"}

local function block(g, n)
  local parts = {}
  for i = 1, n do
    g.fuel = g.fuel - 1
    parts[i] = statements[g.r:one(g.fuel > 0 and often or leaves)](g)
  end
  return table.concat(parts, "; ")
end

local function body(g)
  local parts = {}
  for _ = 1, g.r:between(3, 14) do
    g.fuel = g.r:between(5, 40)
    local one = g.r:chance(75) and statements.guarded(g) or block(g, 1)
    parts[#parts + 1] = "  " .. one .. ";"
  end
  parts[#parts + 1] = "  return " .. value.of(g, "any")
  return table.concat(parts, "\n")
end

local initial = {
  i = "7", n = "3", s = "'text'", t = "{1, 2, 3}", u = "{}", f = "function(...) return ... end",
  c = "coroutine.create(function() while true do coroutine.yield(1) end end)",
}

function grammar.program(r)
  local wire = r:one(words.wire)
  local g = {r = r, block = block, names = names, scope = kinds, layout = wire, fuel = 20,
    loops = 0, labels = 0, vararg = false}
  local lines = {
    "local torture, data = require 'torture', require 'luadata'",
    ("local %s = require '%s'"):format(wire, wire),
  }
  for _, name in ipairs(simple) do
    lines[#lines + 1] = "local " .. name .. (initial[name] and " = " .. initial[name] or "")
  end
  lines[#lines + 1] = "torture.atomic(function(pld)"
  lines[#lines + 1] = ("  d, e = pld, data.new(%d)"):format(r:below(300))
  lines[#lines + 1] = ("  v = %s(%s)"):format(wire, r:one {"pld", "pld", "e"})
  lines[#lines + 1] = "  l = v and " .. r:one {"pld", "v", "tostring(v)"} .. ";"
  lines[#lines + 1] = body(g)
  lines[#lines + 1] = "end)"
  return table.concat(lines, "\n")
end

return grammar
