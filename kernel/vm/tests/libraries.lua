-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What the libraries offer, what they do not, and that the language is Lua 5.4's.
local t = dofile "lab/tap.lua"
local is, raises, syntax = t.equal, t.raises, t.syntax

local function names(lib)
  local list = {}
  for k in pairs(lib) do list[#list + 1] = k end
  table.sort(list)
  return table.concat(list, " ")
end

is(names(debug), "getinfo traceback", "debug: the safe part")
is(names(math), "abs ceil floor fmod max maxinteger min mininteger random randomseed tointeger "
  .. "type ult", "math: the integer part")
is(names(string), "byte char find format gmatch gsub len lower match pack packsize rep reverse "
  .. "sub unpack upper", "string: no dump")
is(names(table), "concat insert move pack remove sort unpack", "table")
is(names(utf8), "char charpattern codepoint codes len offset", "utf8")
is(names(coroutine), "close create isyieldable resume running status wrap yield", "coroutine")
for _, name in ipairs { "io", "os", "package" } do
  is(_G[name], nil, "no " .. name)
end

-- bytecode
is(select(2, load("\27Lua", "=b")), "attempt to load a binary chunk (bytecode is never loaded)",
  "load of bytecode")
is(select(2, load("\27Lua", "=b", "b")),
  "attempt to load a binary chunk (bytecode is never loaded)", "load of bytecode, mode b")
is(select(2, load("return 1", "=b", "b")), "attempt to load a text chunk (mode is 'b')",
  "mode b refuses text")
is(load("return 1", "=b", "t")(), 1, "mode t")

-- debug
local info = debug.getinfo(1)
is(info.currentline, 35, "getinfo: currentline")
is(info.what, "main", "getinfo: what")
is(info.func, nil, "getinfo gives no function")
is(info.source:sub(1, 1), "@", "getinfo: source")
is(debug.getinfo(print, "S").what, "C", "getinfo of a function")
for _, option in ipairs { "f", "L", "r", ">", "Sf" } do
  raises("invalid option", "getinfo with option " .. option, debug.getinfo, 1, option)
end
is(debug.getinfo(1000), nil, "getinfo above the stack")
is(debug.traceback("x"):match("^x\nstack traceback:\n\t") ~= nil, true, "traceback")

-- addresses are hidden, and stay names
local a, b = {}, {}
is(tostring(a) == tostring(a), true, "a table has one name")
is(tostring(a) == tostring(b), false, "two tables have two names")
is(tostring(a):match("^table: 0x%x%x%x%x%x%x%x%x%x%x%x%x$") ~= nil, true, "its form")
is(tostring(a):sub(8), string.format("%p", a), "%p is the same name")
is(string.format("%20p", a):match("^ +0x%x+$") ~= nil, true, "%p with a width")
is(string.format("%p", 1), "(null)", "%p of a number")

-- character classes are ASCII's
local all = {}
for i = 0, 255 do all[#all + 1] = string.char(i) end
all = table.concat(all)
local function count(class) return select(2, all:gsub(class, "")) end
is(count("%a"), 52, "%a")
is(count("%d"), 10, "%d")
is(count("%l"), 26, "%l")
is(count("%u"), 26, "%u")
is(count("%w"), 62, "%w")
is(count("%s"), 6, "%s")
is(count("%p"), 32, "%p")
is(count("%c"), 33, "%c")
is(count("%x"), 22, "%x")
is(count("%g"), 94, "%g")
is(count("%G"), 162, "%G")
is(("\xc4\xe4Aa"):lower(), "\xc4\xe4aa", "lower leaves Latin-1 alone")
is(("\xc4\xe4Aa"):upper(), "\xc4\xe4AA", "upper leaves Latin-1 alone")
is(("SSH-2.0-OpenSSH_6.4\r\n"):match("SSH%-[^-%G]+%-([^-%G]+)"), "OpenSSH_6.4",
  "the pattern of the paper's figure 2")
is("a" < "B", false, "strings compare by bytes")
is("a\0b" < "a\0c", true, "beyond a zero byte")
is("Z" < "a", true, "upper case first")

-- the language
local function closer(log, name)
  return setmetatable({}, { __close = function() log[#log + 1] = name end })
end
local log = {}
do
  local _ <close> = closer(log, "x")
  local _ <close> = closer(log, "y")
end
is(table.concat(log), "yx", "<close> in reverse order")
syntax("local x <const> = 1; x = 2", "chunk:1: attempt to assign to const variable 'x'", "<const>")
do
  local n = 0
  ::again::
  n = n + 1
  if n < 3 then goto again end
  is(n, 3, "goto")
end
is(load("#!/usr/bin/lua\nreturn 1"), nil, "load does not skip a #! line")
is(select("#", table.unpack({}, 1, 200)), 200, "many results")
is(#string.rep("x", 1000, ","), 1999, "rep")
is(string.format("%s %s", 1, true), "1 true", "format")
is(table.concat({ 1, 2, 3 }, ", "), "1, 2, 3", "concat")
is((("x"):rep(3):gsub("x", "%0%0")), "xxxxxx", "gsub")
is(("hello world"):find("o w", 1, true), 5, "plain find")
is(("THE (quick) fox"):find("%((%a+)%)"), 5, "find")
is(("key = value"):match("^(%w+)%s*=%s*(%w+)$"), "key", "match")
is(("f(a(b)c)d"):match("%b()"), "(a(b)c)", "%b")
is(("THE quick"):find("%f[%l]%l+"), 5, "%f")
is(utf8.char(228, 8364), "ä€", "utf8.char")
is(utf8.len("ä€"), 2, "utf8.len")
local sorted = { 5, 2, 8, 1, 9, 3 }
table.sort(sorted, function(x, y) return x > y end)
is(table.concat(sorted), "985321", "sort")
local co = coroutine.wrap(function(...)
  local n = select("#", ...)
  while true do n = n + coroutine.yield(n) end
end)
co(1, 2)
is(co(10), 12, "coroutine")
is(select(2, pcall(pcall)):match("value expected") ~= nil, true, "pcall without arguments")
is(select(2, pcall(error, { code = 7 })).code, 7, "an error object")
local ok, msg = pcall(function() local x = nil return x.y end)
is(ok, false, "index nil")
is(msg:match("attempt to index a nil value %(local 'x'%)$") ~= nil, true, "its message")
local weak = setmetatable({}, { __mode = "v" })
weak[1] = {}
collectgarbage()
is(weak[1], nil, "weak values")
local allowed, keys = pcall(setmetatable, {}, { __mode = "k" })
if allowed then -- not in the kernel
  keys[{}] = true
  collectgarbage()
  is(next(keys), nil, "weak keys")
end
local collected = 0
for _ = 1, 3 do setmetatable({}, { __gc = function() collected = collected + 1 end }) end
collectgarbage()
is(collected, 3, "__gc")
-- tables under the keyed hash
local big = {}
for i = -500, 500 do big[i * 1048576] = i end
local sum, n = 0, 0
for k, v in pairs(big) do sum, n = sum + k // 1048576 - v, n + 1 end
is(n, 1001, "a sparse table keeps its keys")
is(sum, 0, "and its values")
for i = -500, 500 do big[i * 1048576] = nil end
is(next(big), nil, "and loses them")

-- results of C functions where two are wanted: fewer, as many, more
local byte = string.byte
local function two(i, j)
  local first, second = byte("abc", i, j)
  return first, second
end
for given, wanted in pairs { [0] = {}, { 97 }, { 97, 98 }, { 97, 98 } } do
  local got = table.pack(two(1, given))
  is(got.n, 2, "two results are wanted, " .. given .. " given")
  is(got[1], wanted[1], "the first")
  is(got[2], wanted[2], "the second")
end
local closed = 0
local wrapped = coroutine.wrap(function()
  local mark <close> = setmetatable({}, { __close = function() closed = closed + 1 end })
  local first, second = coroutine.yield(1, 2)
  local whether, what = pcall(coroutine.yield, first, second)
  return whether, what, mark
end)
local one, other = wrapped()
is(one + other, 3, "two results of a yield")
one, other = wrapped(3, 4)
is(one + other, 7, "two results of a resume")
one, other = wrapped(5, 6)
is(one, true, "two results of a yield in a protected call: whether")
is(other, 5, "and what")
is(closed, 1, "and what is to be closed is closed")
