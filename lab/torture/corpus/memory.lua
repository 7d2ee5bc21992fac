-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What eats memory: the quota must stop each.
return {
  {"a string that grows", "local s = 'x' while true do s = s .. s end"},
  {"strings", "local t = {} for i = 1, math.maxinteger do t[i] = 'string ' .. i end"},
  {"string.rep", "local s = ('x'):rep(300000)"},
  {"string.rep beyond all", "local s = ('x'):rep(math.maxinteger)", cause = "error",
    error = "resulting string too large"},
  {"string.rep of a rep", "local s = ('x'):rep(1000):rep(1000)"},
  {"a table", "local t = {} for i = 1, math.maxinteger do t[i] = i end"},
  {"a table by keys", "local t = {} for i = 1, math.maxinteger do t[-i] = i end"},
  {"a table at once", "local t = {} t[1] = 1 table.move(t, 1, 1, 1 << 40) for i = 1, 1 << 30 "
    .. "do t[i] = i end"},
  {"tables", "local t for i = 1, math.maxinteger do t = {t} end"},
  {"closures", "local t for i = 1, math.maxinteger do local u = t t = function() return u, i "
    .. "end end"},
  {"upvalues", [[
    local t for i = 1, math.maxinteger do
      local a, b, c, d, e = t, i, i, i, i
      t = function() a, b, c, d, e = b, c, d, e, a end
    end]]},
  {"coroutines", "local t = {} for i = 1, math.maxinteger do t[i] = coroutine.create(print) end"},
  {"suspended coroutines", [[
    local t = {} for i = 1, math.maxinteger do t[i] = coroutine.wrap(function() coroutine.yield()
    end) t[i]() end]]},
  {"userdata", "local t = {} for i = 1, math.maxinteger do t[i] = data.new(16) end"},
  {"a block", "data.new(1 << 20)"},
  {"a block beyond all", "data.new(math.maxinteger)", cause = "error|memory"},
  {"segments", "local d, t = data.new(100), {} for i = 1, math.maxinteger do t[i] = "
    .. "d:segment(i % 100) end"},
  {"views", [[
    local t = {} local d = data.new(100) for i = 1, math.maxinteger do t[i] = ip(d) end]],
    setup = "local ip = require 'ipv4'"},
  {"layouts", [[
    local t = {} for i = 1, math.maxinteger do t[i] = data.layout {a = {0, 8}, b = {8, 8}} end]]},
  {"a large layout", [[
    local t = {} for i = 1, 900 do t['f' .. i] = {i * 8, 8} end local u = {}
    for i = 1, math.maxinteger do u[i] = data.layout(t) end]]},
  {"string buffers", "local t = {} for i = 1, 1000 do t[i] = ('x'):rep(1000) end table.concat(t)"},
  {"table.concat", "local s, t = ('x'):rep(10000), {} for i = 1, 1000 do t[i] = s end "
    .. "table.concat(t)"},
  {"gsub", "('x'):rep(10000):gsub('x', ('y'):rep(1000))"},
  {"format", "local s = ('x'):rep(100000) string.format('%s%s%s', s, s, s)"},
  {"format quoted", "local s = ('\\0'):rep(60000) string.format('%q%q', s, s)"},
  {"pack", "string.pack('c300000', 'x')"},
  {"captures", [[
    local t = {} for i = 1, math.maxinteger do t[i] = {('abcdefgh' .. i):match('(.)(.)(.)(.+)')}
    end]]},
  {"the stack", "local function f(n) return 1 + f(n + 1) end f(1)", cause = "memory|stack",
    error = "memory|overflow"},
  {"the stack of a coroutine", [[
    local function f(n) return 1 + f(n + 1) end
    local ok, e = coroutine.resume(coroutine.create(f), 1) error(e, 0)]],
    cause = "error|memory|stack", error = "memory|overflow"},
  {"arguments", "local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end f()",
    cause = "memory|stack|budget", error = "."},
  {"table.unpack", "local t = {} t[100000] = 1 return select('#', table.unpack(t, 1, 100000))",
    cause = "memory|stack|error", error = "."},
  {"varargs", "local function f(...) return {...}, f(1, ...) end f()",
    cause = "memory|stack|budget", error = "."},
  {"finalizers that bring back", [[
    local m, t = {}, {} m.__gc = function(a) t[#t + 1] = setmetatable(a, m) end
    while true do setmetatable({}, m) end]], error = "."},
  {"finalizers that make more", [[
    local m, t = {}, {} m.__gc = function(a) t[#t + 1] = ('x'):rep(1000) .. #t end
    while true do setmetatable({}, m) end]], cause = "memory|budget", error = "."},
  {"globals", "for i = 1, math.maxinteger do _ENV['g' .. i] = i end"},
  {"a chunk of constants", [[
    local n = 0
    local f, e = load(function() n = n + 1 return 'x = ' .. (n << 20) .. ' ' end) error(e, 0)]],
    cause = "memory|error", error = "memory", budget = 5000000},
  {"a chunk from a reader", [[
    local n = 0 local f, e = load(function() n = n + 1 return 'x' .. n .. ' = {} ' end) error(e,
    0)]],
    cause = "error|memory", error = "memory"},
  {"a long token", [[
    local f, e = load(function() return ('x'):rep(1000) end) error(e, 0)]], cause = "error|memory",
    error = "memory", budget = 5000000},
  {"kept errors", [[
    local t = {} for i = 1, math.maxinteger do t[i] = select(2, pcall(error, 'x' .. i)) end]]},
  {"tracebacks", "local t = {} for i = 1, math.maxinteger do t[i] = debug.traceback('x' .. i) end",
    budget = 5000000},
  {"weak tables", [[
    local t for i = 1, math.maxinteger do t = setmetatable({t}, {__mode = 'v'}) t.x = t
      _ENV[i] = t end]]},
  {"memory that is caught", [[
    local t = {} for i = 1, math.maxinteger do
      local ok, e = pcall(function() t[#t + 1] = ('x'):rep(5000) .. i end)
      if not ok then t = nil error(e, 0) end
    end]], cause = "memory|error", error = "not enough memory"},
  {"memory in a handler", [[
    local s = {} local function f() for i = 1, math.maxinteger do s[i] = {} end end
    local ok, e = xpcall(f, function(e) return ('y'):rep(100000) .. 'z' end)
    error(e, 0)]], cause = "error|memory|stack", error = "memory|error"},
  {"memory in __close", [[
    local s = {}
    local x <close> = setmetatable({}, {__close = function() for i = 1, math.maxinteger do s[-i] =
    i end end})
    for i = 1, math.maxinteger do s[i] = {} end]]},
  {"many times", [[
    for i = 1, 20 do pcall(data.new, 300000) end data.new(300000)]]},
}
