-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Texts, patterns and tables of the script that luadata and the bindings go over: each is charged
-- by its length before. The budget ends all of them.
local cases = {
{"find of a long text", "while true do d:find(s) end",
  "local d, s = data.new(1), ('a'):rep(160000) "},
{"the end of a long set", "while true do d:match(s) end",
  "local d, s = data.new(0), '[' .. ('a'):rep(160000) .. ']' "},
{"the end of a long set, for one byte", "while true do d:match(s) end",
  "local d, s = data.new('b'), '[' .. ('a'):rep(160000) .. ']*' "},
{"a long set that is none", "while true do pcall(d.find, d, s) end",
  "local d, s = data.new('b'), '[' .. ('a'):rep(160000) "},
{"sets that are none", "while true do pcall(d.find, d, s) end",
  "local d, s = data.new('b'), '[' .. ('a'):rep(2047) "},
{"a long set in gmatch", "while true do for _ in d:gmatch(s) do end end",
  "local d, s = data.new(0), '[' .. ('a'):rep(160000) .. ']' "},
{"a long capture again", "while true do d:find('^(a*)%1c') end",
  "local d = data.new(('a'):rep(600000)) "},
{"a frontier of a long set", "while true do d:find(s) end",
  "local d, s = data.new(9), '%f[' .. ('a'):rep(160000) .. ']' "},
{"a long set and a letter", "while true do d:find(s) end",
  "local d, s = data.new(9), '[' .. ('a'):rep(160000) .. ']x' "},
{"a long set, as few as can be", "while true do d:find(s) end",
  "local d, s = data.new(('b'):rep(9)), '[' .. ('a'):rep(160000) .. 'b]-c' "},
{"plain find of what is nearly everywhere", "while true do d:find('ab', 1, true) end",
  "local d = data.new(('a'):rep(255)) "},
{"a short set", "while true do d:find('[abcdefgh]x') end",
  "local d = data.new(('h'):rep(255)) "},
{"digits of a size", "while true do d:unpack(s) end",
  "local d, s = data.new('a'), 'c' .. ('0'):rep(160000) .. '1' "},
{"digits of an integer's size", "while true do d:unpack(s) end",
  "local d, s = data.new('a'), 'i' .. ('0'):rep(160000) .. '1' "},
{"text that is no address", "while true do pcall(data.addr, s) end",
  "local s = ('a'):rep(160000) "},
{"text that is no kind of address", "while true do pcall(data.text, 1, s) end",
  "local s = ('a'):rep(160000) "},
{"a binding's table that has no such name", "while true do pcall(f, t, '') end",
  "local f, t = getmetatable(torture).__index, {} for i = 1, 8000 do t[i] = i end "},
{"a binding's table that has other names", "while true do pcall(f, t, '') end",
  "local f, t = getmetatable(torture).__index, {} for i = 1, 2000 do t['k' .. i] = i end "},
{"a binding that has other names", "while true do pcall(f) end",
  "for i = 1, 2000 do torture['k' .. i] = i end local function f() return torture[''] end "},
{"names that are compared with nothing", "while true do pcall(f) end",
  "local ipv4 = require 'ipv4' local function f() return ipv4[''] end "},
{"fields that are compared with nothing", "while true do pcall(f) end",
  "local v = require 'ipv4'(data.new(20)) local function f() return v[''] end "},
{"fields that are compared with what is long", "while true do pcall(f) end",
  "local v, s = require 'ipv4'(data.new(20)), ('x'):rep(160000) "
  .. "local function f() return v[s] end "},
{"constants that are compared with nothing", "while true do pcall(f) end",
  "local p = require 'ipv4'.protocol local function f() return p[''] end "},
{"a value that is compared with nothing", "while true do pcall(f) end",
  "local v = require 'ipv4'(data.new(20)) local function f() v.protocol = '' end "},
{"fields of a layout that are too many", "while true do pcall(data.layout, t) end",
  "local t = {} for i = 1, 8000 do t[i] = i end "},
{"fields of a layout that are none", "while true do pcall(data.layout, t) end",
  "local t = {} for i = 1, 1000 do t[i] = i end "},
{"fields of a layout by name", "while true do data.layout(t) end", [[
  local t, names, all = {}, {}, {}
  for i = 1, 60 do t[('x'):rep(36) .. i] = {0, 8} end ]]},
{"fields of a layout backwards", "while true do data.layout(t) end", [[
  local t, n = {}, 300
  for i = 1, n do t['f' .. i] = {0, 8} end
  for k in pairs(t) do n = n - 1 t[k] = {n * 8, 8} end ]]},
{"a field's name that is long", "while true do pcall(data.layout, t) end",
  "local t = {[('x'):rep(160000)] = {0, 8}} "},
{"calls into the kernel", "while true do bytes(1) end",
  "local bytes = require 'random'.bytes "},
{"calls into the kernel that do much", "while true do bytes(4096) end",
  "local bytes = require 'random'.bytes "},
{"many captures", "while true do d:match(s) end",
  "local d, s = data.new(('a'):rep(64)), ('(a)'):rep(32) "},
}
for _, case in ipairs(cases) do
  case.setup, case[3], case.cause, case.memory = case[3], nil, "budget", 4 << 20
end
return cases
