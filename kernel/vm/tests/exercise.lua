-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- A little of everything that allocates and costs, to be stopped at each point.
local t = {}
for i = 1, 20 do t[i] = { x = "a long string that is not interned " .. i } end
local s = table.concat({ ("x"):rep(300), "y" }, ",")
local f = load("local a <close> = setmetatable({}, {__close = function() end}) return ...")
local co = coroutine.wrap(function(...) coroutine.yield(f(...)) end)
co(1, 2, 3)
string.gsub(s, "x", function(c) return c .. c end)
pcall(error, {})
pcall(function() local a = nil + 1 return a end)
table.sort({ 3, 1, 2, 5, 4 }, function(a, b) return a < b end)
for w in ("a b c"):gmatch("%a") do t[w] = w end
setmetatable({}, { __gc = function() t.done = true end })
collectgarbage()
return string.format("%q %s", s, tostring(t)), debug.traceback("x")
