# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# What lua5.4 does, klua does.

cat >args.lua <<'END'
print(#arg, arg[0], arg[1], arg[2], arg[3], select("#", ...), ...)
END
as_lua "arguments of a script" args.lua one "two words" 'thr"e\e'
as_lua "an argument that looks like an option" args.lua -e x
as_lua "no arguments" args.lua
echo 'print(arg, select("#", ...))' >args2.lua

printf '#!/usr/bin/lua\nprint("second line")\nerror("here")\n' >shebang.lua
as_lua "a first line for the shell, and line numbers" shebang.lua

as_lua "-e" -e 'print(1 + 1, "x")'
as_lua "-e without a space" '-eprint(1)'
as_lua "-e twice, in order, in one state" -e 'x = 1' -e 'print(x)'
as_lua "-e before a script" -e 'print("first")' args.lua a
as_lua "-- ends options" -e 'print(1)' -- args.lua a
as_lua "arg before the script" -e 'print(arg[-1], arg[0])' args.lua a

echo 'print("from a pipe")' >piped.lua
is "a script on standard input" "from a pipe" "$(klua - <piped.lua)"
is "a script on standard input, without arguments" "from a pipe" "$(klua <piped.lua)"

as_lua "strings" -e \
	'print(("x"):rep(3), #"abc", ("abc"):upper(), ("%d|%5s|%q"):format(42, "a", "b\n"))'
as_lua "tables" -e 'local t = {3, 1, 2} table.sort(t) print(table.concat(t, ","), #t, next({}))'
as_lua "closures and upvalues" -e \
	'local function c() local n = 0 return function() n = n + 1 return n end end
	local f = c() f() print(f())'
as_lua "coroutines" -e \
	'local f = coroutine.wrap(function(a) print(coroutine.yield(a + 1)) end) print(f(1)) f("x")'
as_lua "goto" -e 'for i = 1, 3 do if i == 2 then goto next end print(i) ::next:: end'
as_lua "integer division and bits" -e \
	'print(7 // 2, -7 // 2, 7 % -3, 1 << 62, ~0, 5 & 6, 5 | 6, 5 ~ 6)'
as_lua "metatables" -e \
	'print(setmetatable({}, {__index = function(_, k) return k .. "!" end}).hello)'
as_lua "utf8" -e 'print(utf8.char(228, 8364), utf8.len("äöü"))'
as_lua "pcall" -e 'print(pcall(error, "x"))'
as_lua "load" -e 'print(load("return 1 + 1")())'
as_lua "close" -e \
	'local mt = {__close = function() print("closed") end}
	do local x <close> = setmetatable({}, mt) print("in") end'

as_lua "an error" -e 'error("boom")'
as_lua "an error without a place" -e 'error("boom", 0)'
as_lua "an error in a function" -e 'local function f() error("deep") end f()'
as_lua "arithmetic on nil" -e 'local x; print(x + 1)'
as_lua "a call of nil" -e 'nothing()'
as_lua "an index of nil" -e 'print(nothing.x)'
as_lua "a syntax error" -e 'x = = 1'
as_lua "an unfinished chunk" -e 'for i = 1, 2 do'
as_lua "an error object with __tostring" -e \
	'error(setmetatable({}, {__tostring = function() return "custom" end}))'

expect "division gives integers" 0 3 klua -e 'print(7 / 2)'
as_lua "an argument table of the script's own making" -e 'arg = 1' args2.lua x
