-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Chunks that try to outlive their budget: { name, code }. Each runs for ever or for very
-- long, and sets the global `escaped` if Lua code goes on after the budget was spent.
return {
{ "a loop", "while true do end" },
{ "a repeat loop", "repeat local x = 1 until false" },
{ "a numeric for", "for i = 1, math.maxinteger do end" },
{ "a goto loop", "::a:: goto a" },
{ "a generic for", "for k in function() return 1 end do end" },
{ "recursion without an end", "local function f() return f() end f()" },
{ "recursion in pairs", [[
  local function f(n) if n == 0 then return 0 end return f(n - 1) + f(n - 1) end f(200)]] },
{ "nothing, repeated", "while true do local _ = (''):rep(math.maxinteger) end" },
{ "nothing, repeated often", "while true do local _ = (''):rep(1 << 62, '') end" },
{ "pcall in a loop", "while true do pcall(function() while true do end end) end escaped = true" },
{ "pcall, then on", "pcall(function() while true do end end) escaped = true" },
{ "pcall of pcall", [[
  pcall(pcall, pcall, function() while true do end end) escaped = true]] },
{ "tail call of pcall", [[
  local function f() return pcall(function() while true do end end) end
  f() escaped = true]] },
{ "pcall as a sort order", [[
  local t = {} for i = 1, 100 do t[i] = i end
  table.sort(t, function() while true do end end)]] },
{ "xpcall with a handler that goes on", [[
  xpcall(function() while true do end end, function() escaped = true end) escaped = true]] },
{ "a handler that loops", [[
  xpcall(error, function() while true do end end) escaped = true]] },
{ "handlers of handlers", [[
  local function f() xpcall(error, f) end
  while true do f() end escaped = true]] },
{ "error in a handler for ever", [[
  while true do xpcall(error, function(e) error(e) end) end]] },
{ "coroutine.wrap", [[
  local f = coroutine.wrap(function() while true do end end)
  pcall(f) escaped = true]] },
{ "coroutine.resume", [[
  coroutine.resume(coroutine.create(function() while true do end end)) escaped = true]] },
{ "pcall inside a coroutine", [[
  coroutine.wrap(function()
    pcall(function() coroutine.yield() while true do end end) escaped = true
  end)()
  while true do end]] },
{ "pcall that yielded inside a coroutine", [[
  local co = coroutine.wrap(function()
    pcall(function() coroutine.yield() while true do end end)
    escaped = true
  end)
  co() co() escaped = true]] },
{ "xpcall that yielded, with a handler", [[
  local co = coroutine.wrap(function()
    xpcall(function() coroutine.yield() while true do end end, function() escaped = true end)
    escaped = true
  end)
  co() co() escaped = true]] },
{ "a coroutine per turn", [[
  while true do coroutine.wrap(function() pcall(coroutine.yield) end)() end]] },
{ "coroutine.close", [[
  local co = coroutine.create(function()
    local x <close> = setmetatable({}, {__close = function() while true do end end})
    coroutine.yield()
  end)
  coroutine.resume(co) coroutine.close(co) escaped = true]] },
{ "yield in a loop", [[
  local f = coroutine.wrap(function() while true do coroutine.yield() end end)
  while true do f() end]] },
{ "__close", [[
  do local x <close> = setmetatable({}, {__close = function() while true do end end}) end
  escaped = true]] },
{ "__close after the end", [[
  local x <close> = setmetatable({}, {__close = function() escaped = true end})
  while true do end]] },
{ "__close after the end, in a coroutine", [[
  coroutine.wrap(function()
    local x <close> = setmetatable({}, {__close = function() escaped = true end})
    while true do end
  end)()]] },
{ "__gc", [[
  for i = 1, 10 do setmetatable({}, {__gc = function() while true do end end}) end
  collectgarbage() escaped = true]] },
{ "__gc after the end", [[
  local x = setmetatable({}, {__gc = function() escaped = true end})
  while true do local t = {} end]] },
{ "__gc that makes another", [[
  local function f() setmetatable({}, {__gc = f}) end
  f() while true do collectgarbage() end]] },
{ "a C function as __gc", [[
  local x = setmetatable({}, {__gc = pcall, __call = function() escaped = true end})
  while true do local t = {} end]] },
{ "__index of functions", [[
  local t = setmetatable({}, {__index = function(t, k) return t[k + 1] end})
  while true do pcall(function() return t[1] end) end]] },
{ "__index of tables", [[
  local t = {} for i = 1, 1000 do t = setmetatable({}, {__index = t}) end
  for i = 1, 1000000000 do local x = t.x end]] },
{ "__newindex of tables", [[
  local t = {} for i = 1, 1000 do t = setmetatable({}, {__newindex = t}) end
  for i = 1, 1000000000 do t.x = nil end]] },
{ "__eq", [[
  local mt = {__eq = function() while true do end end}
  local x = setmetatable({}, mt) == setmetatable({}, mt)]] },
{ "__lt, __concat, __len, __unm", [[
  local function f() while true do end end
  local t = setmetatable({}, {__lt = f, __concat = f, __len = f, __unm = f})
  pcall(function() return t < t end) pcall(function() return t .. t end)
  pcall(function() return #t end) pcall(function() return -t end) escaped = true]] },
{ "__tostring", "tostring(setmetatable({}, {__tostring = function() while true do end end}))" },
{ "__call of __call", [[
  local t = {} for i = 1, 2000 do t = setmetatable({}, {__call = t}) end
  while true do pcall(t) end]] },
{ "string.rep", "while true do local s = ('x'):rep(100000) end" },
{ "string.rep of nothing", "while true do local s = (''):rep(1 << 30) end" },
{ "string.rep with a separator", "while true do local s = (''):rep(100000, ',') end" },
{ "concatenation", "local s = ('x'):rep(1000) while true do local x = s .. s end" },
{ "concatenation that grows", [[
  while true do local s = 'x' for i = 1, 20 do s = s .. s end end]] },
{ "an exponential pattern", "string.find(('a'):rep(30), ('a?'):rep(30) .. ('a'):rep(30))" },
{ "a polynomial pattern", "string.find(('a'):rep(10000), ('.-'):rep(20) .. 'b')" },
{ "greedy polynomial", "string.find(('a'):rep(10000), ('a*'):rep(20) .. 'b')" },
{ "a pattern with a large set", [[
  local n = 0
  while true do n = n % 50 + 1 string.find('a', '[' .. ('b'):rep(100000 + n) .. ']*c') end]] },
{ "balance", "string.find(('('):rep(100000), '%b()')" },
{ "back references", "string.find(('a'):rep(20000), '(a*)(a*)%1%2b')" },
{ "plain find", [[
  string.find(('a'):rep(200000), ('a'):rep(100000) .. 'b', 1, true)]] },
{ "plain find in a loop", [[
  local s = ('a'):rep(100000) while true do s:find('b', 1, true) end]] },
{ "gsub", "while true do local s = ('x'):rep(1000):gsub('x', 'yy') end" },
{ "gsub with a function", "('x'):rep(1000):gsub('x', function() while true do end end)" },
{ "gmatch", "while true do for w in ('x '):rep(1000):gmatch('%a+') do end end" },
{ "gmatch of what is not there", [[
  local f = ('a'):rep(100000):gmatch('b') while true do f() end]] },
{ "reverse, lower, upper", [[
  local s = ('x'):rep(100000) while true do s:reverse() s:lower() s:upper() end]] },
{ "byte and char", [[
  local s = ('x'):rep(3000) while true do string.char(s:byte(1, -1)) end]] },
{ "format", "while true do local s = ('%99d'):format(1) end" },
{ "format of long strings", [[
  local s = ('x'):rep(100000) while true do string.format('%s%q', s, s) end]] },
{ "pack and unpack", [[
  while true do string.unpack('c100000', string.pack('c100000', '')) end]] },
{ "comparison of long strings", [[
  local a, b = ('x'):rep(100000) .. 'a', ('x'):rep(100000) .. 'b'
  while true do local x = a < b end]] },
{ "equality of long strings", [[
  local a, b = ('x'):rep(100000) .. 'a', ('x'):rep(100000) .. 'a'
  while true do local x = a == b end]] },
{ "rawequal of long strings", [[
  local a, b = ('x'):rep(100000) .. 'a', ('x'):rep(100000) .. 'a'
  while true do rawequal(a, b) end]] },
{ "long strings as keys", [[
  local a, b = ('x'):rep(100000) .. 'a', ('x'):rep(100000) .. 'a'
  local t = {[a] = 1} while true do local x = t[b] end]] },
{ "numerals of many digits", [[
  local s = ('0'):rep(100000) while true do tonumber(s) end]] },
{ "arithmetic on long numerals", [[
  local s = ('0'):rep(100000) while true do pcall(function() return s + 1 end) end]] },
{ "table.concat", [[
  local t = {} for i = 1, 1000 do t[i] = 'x' end while true do table.concat(t) end]] },
{ "table.concat with a lying length", [[
  table.concat(setmetatable({}, {__index = function() return '' end}), '', 1, 1 << 60)]] },
{ "table.insert with a lying length", [[
  table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 1)]] },
{ "table.remove with a lying length", [[
  table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)]] },
{ "table.move", "table.move({}, 1, 1 << 60, 2)" },
{ "table.unpack", "while true do table.unpack({}, 1, 3000) end" },
{ "table.pack", "while true do table.pack(table.unpack({}, 1, 3000)) end" },
{ "sort with a bad order", [[
  local t = {} for i = 1, 1000 do t[i] = i % 7 end
  while true do pcall(table.sort, t, function() return true end) end]] },
{ "sort with a lying length", [[
  table.sort(setmetatable({}, {__len = function() return (1 << 31) - 2 end,
    __index = function() return 1 end, __newindex = function() end}))]] },
{ "next over an empty table that was large", [[
  local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 50000 do t[i] = nil end
  while true do next(t) end]] },
{ "rehash", [[
  while true do local t = {} for i = 1, 1000 do t['k' .. i] = i end end]] },
{ "tables from constructors", "while true do local t = {1, 2, 3, x = 1, y = 2} end" },
{ "varargs", [[
  local function f(...) local a = ... return select('#', ...) end
  while true do f(table.unpack({}, 1, 200)) end]] },
{ "varargs passed on", [[
  local function f(...) return ... end
  while true do f(f(f(f(table.unpack({}, 1, 400))))) end]] },
{ "select", [[
  local t = {table.unpack({}, 1, 100)} while true do select(-1, table.unpack(t, 1, 100)) end]] },
{ "load", "while true do load('return ' .. ('1+'):rep(1000) .. '1') end" },
{ "load from a reader", "load(function() return ' ' end)" },
{ "load from a reader that loops", "load(function() while true do end end) escaped = true" },
{ "many labels", [[
  local t = {} for i = 1, 20000 do t[i] = 'x() ::l' .. i .. '::' end
  while true do load(table.concat(t)) end]] },
{ "many gotos to one label", [[
  local s = ('goto a '):rep(20000) .. '::a::' while true do load('do ' .. s .. ' end') end]] },
{ "a long elseif chain", [[
  local s = 'if x then ' .. ('elseif x then '):rep(20000) .. 'end' while true do load(s) end]] },
{ "utf8", [[
  local s = ('\u{20ac}'):rep(10000)
  while true do utf8.len(s) utf8.offset(s, -1, 1) utf8.codepoint(s, 1, 100) end]] },
{ "utf8 continuation bytes", [[
  local f = utf8.codes('x') local s = ('\x80'):rep(100000)
  while true do pcall(f, s, 1) end]] },
{ "tracebacks", "while true do debug.traceback() end" },
{ "tracebacks of a deep stack", [[
  local function f(n) if n > 0 then return (f(n - 1)) end
    while true do debug.traceback('x', 1) end end f(900)]] },
{ "errors far down", [[
  local function f(n) if n > 0 then return (f(n - 1)) end
    while true do pcall(error, 'x', 800) end end f(900)]] },
{ "errors with a long chunk name", [[
  local f = load('error("x")', '=' .. ('n'):rep(100000)) while true do pcall(f) end]] },
{ "collectgarbage", "while true do collectgarbage() end" },
{ "collectgarbage, step by step", "while true do collectgarbage('step', 1000) end" },
{ "the generational collector", [[
  collectgarbage('generational') while true do local t = {} end]] },
{ "randomseed", "while true do math.randomseed() end" },
{ "new coroutines", "while true do coroutine.create(print) end" },
{ "a hash that collides with the remainder", [[
  local t = {} for i = 0, 4095 do t[i * 8191 + (1 << 40)] = 1 end
  while true do for i = 0, 4095 do local x = t[i * 8191 + (1 << 40)] end end]] },
}
