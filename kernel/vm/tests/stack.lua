-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Chunks that nest without an end: { name, code, expected }. Each returns the error that
-- stopped it; "ok" as the expected text means that it must end without one.
return {
{ "pcall of pcall", [[
  local deepest
  local function f() local ok, e = pcall(f) if not ok then deepest = deepest or e end end
  f() return deepest]], "stack overflow" },
{ "pcall itself", "return select(2, pcall(function() local t = {pcall(pcall, pcall)} "
  .. "local function f(...) return pcall(...) end "
  .. "local args = {} for i = 1, 2000 do args[i] = pcall end "
  .. "local r = {f(table.unpack(args))} return r[#r] end))", "stack overflow" },
{ "gsub", [[
  local function f() return (string.gsub('x', 'x', f)) end
  return select(2, pcall(f))]], "C stack overflow" },
{ "coroutine.wrap", [[
  local function f() return coroutine.wrap(f)() end
  return select(2, pcall(f))]], "C stack overflow" },
{ "coroutine.resume", [[
  local function f() local ok, e = coroutine.resume(coroutine.create(f)) error(e, 0) end
  return select(2, pcall(f))]], "C stack overflow" },
{ "__tostring", [[
  local t = setmetatable({}, {__tostring = tostring})
  return select(2, pcall(tostring, t))]], "C stack overflow" },
{ "__index", [[
  local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end})
  return select(2, pcall(function() return t[1] end))]], "C stack overflow" },
{ "__newindex", [[
  local t = setmetatable({}, {__newindex = function(t, k, v) t[k + 1] = v end})
  return select(2, pcall(function() t[1] = 1 end))]], "C stack overflow" },
{ "__eq", [[
  local mt = {} mt.__eq = function() return setmetatable({}, mt) == setmetatable({}, mt) end
  return select(2, pcall(mt.__eq))]], "C stack overflow" },
{ "__lt", [[
  local t = setmetatable({}, {__lt = function(a, b) return a < b end})
  return select(2, pcall(function() return t < t end))]], "C stack overflow" },
{ "__concat", [[
  local t = setmetatable({}, {__concat = function(a, b) return a .. b end})
  return select(2, pcall(function() return t .. t end))]], "C stack overflow" },
{ "__len", [[
  local t = setmetatable({}, {__len = function(a) return #a end})
  return select(2, pcall(function() return #t end))]], "C stack overflow" },
{ "__add", [[
  local t = setmetatable({}, {__add = function(a, b) return a + b end})
  return select(2, pcall(function() return t + t end))]], "C stack overflow" },
{ "__close", [[
  local mt = {}
  mt.__close = function() local x <close> = setmetatable({}, mt) end
  return select(2, pcall(mt.__close))]], "C stack overflow" },
{ "__gc", [[
  local mt = {}
  mt.__gc = function() setmetatable({}, mt) collectgarbage() end
  mt.__gc() return "ok"]], "ok" },
{ "sort in sort", [[
  local function f() table.sort({1, 2, 3}, f) end
  return select(2, pcall(f))]], "C stack overflow" },
{ "load from load", [[
  local function f() return load(f) end
  return select(2, f())]], "ok" },
{ "nested parentheses", [[
  return select(2, load(('('):rep(5000) .. '1' .. (')'):rep(5000)))]], "C stack overflow" },
{ "nested tables", [[
  return select(2, load('return ' .. ('{'):rep(5000) .. ('}'):rep(5000)))]], "C stack overflow" },
{ "nested functions", [[
  return select(2, load(('return function() '):rep(5000) .. ('end '):rep(5000)))]],
  "C stack overflow" },
{ "nested blocks", "return select(2, load(('do '):rep(5000) .. ('end '):rep(5000)))",
  "C stack overflow" },
{ "nested loops", "return select(2, load(('while x do '):rep(5000) .. ('end '):rep(5000)))",
  "C stack overflow" },
{ "unary operators", "return select(2, load('return ' .. ('- '):rep(5000) .. '1'))",
  "C stack overflow" },
{ "right associative operators", [[
  return select(2, load('return ' .. ('a..'):rep(5000) .. 'a'))]], "C stack overflow" },
{ "assignments", "return select(2, load(('a,'):rep(5000) .. 'a = 1'))", "C stack overflow" },
{ "a pattern of captures", [[
  return select(2, pcall(string.find, ('x'):rep(5000), ('(x'):rep(30) .. (')'):rep(30)))]], "ok" },
{ "a pattern of options", [[
  return select(2, pcall(string.find, ('x'):rep(5000), ('x?'):rep(5000)))]], "ok" },
{ "a pattern in a deep place", [[
  local e
  local function f() local ok, m = pcall(f) if not ok and not e then e = m end
    string.find('xxx', 'x-x-x-$') end
  pcall(f) return e]], "stack overflow" },
{ "a handler that nests", [[
  local function h(e) return xpcall(error, h, e) end
  return select(2, xpcall(error, h, 'x')) == nil and 'nil' or 'ok']], "ok" },
{ "a handler in a deep place", [[
  local seen
  local function f() local ok, e = xpcall(f, function(e) return debug.traceback(e) end)
    if not ok and not seen then seen = e end end
  f() return seen]], "overflow" },
{ "recursion of a Lua function", [[
  local function f(n) return 1 + f(n) end
  return select(2, pcall(f, 1))]], "stack overflow" },
{ "recursion in a coroutine", [[
  local function f(n) return 1 + f(n) end
  return select(2, coroutine.resume(coroutine.create(f), 1))]], "stack overflow" },
{ "format in a deep place", [[
  local e
  local function f() local ok, m = pcall(f) if not ok and not e then e = m end
    string.format('%s %d %q', 'x', 1, 'y') end
  f() return e]], "stack overflow" },
}
