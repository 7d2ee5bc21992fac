-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Loops inside of the VM that a script can make long for the price of one instruction: each must be
-- charged as it goes. The budget ends all of them.
local function locals(n) -- "local v1, … vN = 0, …"
  local names = {}
  for i = 1, n do names[i] = "v" .. i end
  return table.concat(names, ", ")
end
local long = "local s = ('a'):rep(600000) "
local zeros = "local z = 'c' .. ('0'):rep(600000) "
-- A DNS message with 12000 questions of 5 bytes, of which so many are promised.
local function records(questions)
  return ("local dns = require 'dns' local m = dns(data.new('\\0\\0\\0\\0' .. string.pack("
    .. "'>I2I2I2I2', %d, 1, 0, 0) .. ('\\0\\0\\1\\0\\1'):rep(12003))) "):format(questions)
end
local field = long .. "local d = data.new(600000):layout{s = {0, 600000, 'string'}} "
return {
{"closures of 190 open variables", ("local function f() local %s = 0 "
  .. "local keep = function() return %s end while true do local g = function() return %s end end "
  .. "end f()"):format(locals(190), locals(190), locals(190))},
{"integers that differ in their upper bits", "for i = 1, math.maxinteger do local x = t[k] end",
  "local t, k = {}, 4096 << 44 for i = 0, 4095 do t[i << 44] = i end "},
{"strings that differ in one byte",
  "while true do local x = t[k] x = t[k] x = t[k] x = t[k] x = t[k] x = t[k] end",
  "local t, k = {}, ('x'):rep(30) for i = 0, 2000 do t[('x'):rep(20) .. i] = i end "},
{"a table that grows and shrinks",
  "while true do local t = {} for i = 1, 3000 do t[i << 44] = i end end"},
{"an array that becomes a hash", [[
  while true do local t = {} for i = 1, 4000 do t[i] = i end for i = 2, 3999 do t[i] = nil end
  for i = 1, 200 do t[i << 44] = i end end]]},
{"a border in the hash", "local n while true do n = #t n = #t n = #t n = #t n = #t n = #t end",
  "local t = {} for i = 0, 62 do t[1 << i] = 1 end t[3] = 1 "},
{"a border in the array", "local n while true do n = #t n = #t n = #t n = #t n = #t n = #t end",
  "local t = {} for i = 1, 9000 do t[i] = 1 end for i = 1000, 9000 do t[i] = nil end "},
{"finalizers for old tables", "for i = 1, #k do setmetatable(k[i], m) end while true do end",
  "local k, m = {}, {__gc = function() end} for i = 1, 30000 do k[i] = {} end "},
{"finalizers that wait", "while true do collectgarbage() end",
  "local m = {__gc = function() end} keep = {} for i = 1, 300 do "
  .. "keep[i] = setmetatable({}, m) end "},
{"finalizers that make finalizers", [[
  local m = {} m.__gc = function() for i = 1, 100 do setmetatable({}, m) end collectgarbage() end
  setmetatable({}, m) while true do collectgarbage() end]]},
{"weak tables", "while true do collectgarbage() end",
  "keep = {} for i = 1, 10 do local t = setmetatable({}, {__mode = 'v'}) "
  .. "for j = 1, 30 do t[j] = {} t[-j] = {} end keep[i] = t end "},
{"garbage that is swept", "while true do local t = {} end"},
{"coroutines with calls that die", [[
  local function f(n) if n == 0 then coroutine.yield() end return 1 + f(n - 1) end
  while true do coroutine.wrap(f)(60) end]]},
{"modes of the collector",
  "while true do collectgarbage('generational') collectgarbage('incremental') end",
  "keep = {} for i = 1, 300 do keep[i] = {} end "},
{"errors behind long lines", "while true do pcall(f) end",
  "local p = {} for i = 1, 3000 do p[i] = 'x = 1' .. ('\\n'):rep(140) end "
  .. "p[#p + 1] = 'local y = nil + 1' local i = 0 "
  .. "local f = load(function() i = i + 1 return p[i] end, '=f') p = nil "},
{"errors among many variables", "while true do pcall(f) end",
  "local f = load(('do local a end '):rep(6000) .. 'return nothing.here') collectgarbage() "},
{"the options of getinfo", "while true do debug.getinfo(1, s) end",
  "local s = ('S'):rep(60000) "},
{"not before a long or", "while true do load(s) end",
  "local s = 'return ' .. ('not '):rep(20) .. '(a' .. (' or a'):rep(300) .. ')' "},
{"gotos past constants", "while true do load(s) end",
  "local s = 'do ' for i = 1, 150 do s = s .. 'local c' .. i .. ' <const> = 1 ' end "
  .. "s = s .. ('do '):rep(20) .. ('goto out '):rep(500) .. ('end '):rep(20) .. 'end ::out::' "},
{"nil for many variables", ("while true do do local %s end do local %s end end"):format(
  locals(180), locals(180))},
{"many results of nothing", ("while true do local %s = f() end"):format(locals(180)),
  "local f = function() end "},
{"powers", "local x = 3 while true do " .. ("x = 3 ^ n "):rep(100) .. " end",
  "local n = math.maxinteger "},
{"strings that begin alike", "while true do local x = a < b end",
  "local a, b = ('\\0'):rep(60000), ('\\0'):rep(60000) .. 'x' "},
{"the signs of a replacement", "while true do s:gsub('a', r) end",
  "local s, r = ('a'):rep(30), ('%%'):rep(2000) "},
{"codepoint of what is wrong at its end", "while true do pcall(utf8.codepoint, s, 1, #s) end",
  "local s = ('a'):rep(3000) .. '\\xff' "},
{"numbers made text", "local s while true do s = " .. ("n .. "):rep(30) .. "n end",
  "local n = math.mininteger "},
{"empty strings made one", "local s while true do s = " .. ("e .. "):rep(30) .. "e end",
  "local e = '' "},
{"a table's length and order", "while true do next(t, k) end",
  "local t = {} for i = 1, 4000 do t[i] = i end local k = 1 for i = 2, 3999 do t[i] = nil end "},
-- Texts of any length that C looks at, for what one call costs.
{"zeros before a size", "while true do pcall(string.packsize, z) end", zeros},
{"zeros before a size, of a block", "while true do pcall(d.unpack, d, z) end",
  zeros .. "local d = data.new(8) "},
{"a long __mode", "while true do setmetatable({}, m) end", long .. "local m = {__mode = s} "},
{"a long mode of load", "while true do pcall(load, 'x', 'x', s) end", long},
{"a long name of a chunk", "while true do load('x', s) end", long},
{"a long text in a message", "while true do pcall(collectgarbage, s) end", long},
{"a long address", "while true do pcall(data.addr, s) end", long},
{"addresses in one text", "while true do f() end",
  "local f = load('local a = ... return function() return ' .. ('a .. '):rep(50) .. 'a end') "
  .. "(data.addr '1:2:3:4:5:6:7:8') "},
{"a replacement of many captures", "while true do s:gsub('%a', r) end",
  "local r, s = ('%0'):rep(1000), ('a'):rep(26) "},
{"a long text that is no number", "while true do pcall(f) end",
  long .. "local f = function() return s + 1 end "},
{"gmatch of what is not there", "while true do for _ in s:gmatch('b.') do end end", long},
{"a long plain pattern", "while true do d:find(s) end", long .. "local d = data.new(8) "},
{"a long set that nothing is left for", "while true do d:find(p) end",
  "local d, p = data.new 'x', ('x?'):rep(20) .. '[' .. ('b'):rep(60000) .. ']' "},
{"a long text of a field", "while true do local x = d.s end", field .. "d.s = s "},
{"a long text for a field", "while true do d.s = s end", field},
{"a long text of a field, shown", "while true do local x = data.text(d, 's') end",
  field .. "d.s = s "},
{"a long text for flags", "while true do pcall(tcp.set, v, t) end",
  long .. "local tcp = require 'tcp' local v, t = tcp(data.new(60)), {flags = s} "},
{"layouts of too many fields", "while true do pcall(data.layout, t) end",
  "local t = {} for i = 1, 20000 do t[i] = i end "},
{"a function of another layout", "while true do pcall(l.has, v) end",
  "local l = {} for i = 1, 900 do l['f' .. i] = {i * 8, 8} end l = data.layout(l) "
  .. "local v = require 'ipv4'(data.new(20)) "},
{"what lies behind 12000 records", "while true do local x = m.answers end", records(12000)},
{"what is not behind them", "while true do local x = m.answers end", records(12009)},
{"the last of 12000 records", "while true do local x = m.questions[12000] end", records(12000)},
{"a type that 12000 records do not have", "while true do local x = m.questions.soa end",
  records(12000)},
{"all records of a type", "while true do for _ in m.questions 'a' do end end", records(12000)},
{"no records of a type", "while true do for _ in m.questions 'soa' do end end", records(12000)},
{"how many records there are", "while true do local n = #m.questions end", records(12000)},
{"errors as __close of many variables", "f(15)",
  "local o = setmetatable({}, {__close = error}) local function f(n) "
  .. ("local a <close> = o "):rep(190)
  .. "if n == 0 then while true do end end f(n - 1) end "},
{"an iterator as __close of many variables", "f(5)",
  "local s, d = '[' .. ('a'):rep(40000) .. ']', data.new(0) "
  .. "local o = setmetatable({}, {__close = d:gmatch(s)}) local function f(n) "
  .. ("local a <close> = o "):rep(190)
  .. "if n == 0 then while true do end end f(n - 1) end "},
}
