-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Programs in which an error meets another guard: lists of {name, code}. guard() begins the
-- failures of guards_user.c; after it the quota is full, or the next allocations fail.

-- Where the guard is met: %s is what is done there.
local places = {
  {"message handler", "xpcall(error, function() guard() %s end) error 'on'"},
  {"handler of the entry", "local o o = setmetatable({}, "
    .. "{__tostring = function() guard() %s error(o) end}) error(o)"},
  {"__close", "local c <close> = setmetatable({}, {__close = function() guard() %s end}) "
    .. "error 'on'"},
  {"__close of a coroutine", "local co = coroutine.wrap(function() local c <close> = "
    .. "setmetatable({}, {__close = function() guard() %s end}) coroutine.yield() error 'on' end) "
    .. "co() co()"},
  {"closed coroutine", "local co = coroutine.create(function() local c <close> = "
    .. "setmetatable({}, {__close = function() guard() %s end}) coroutine.yield() end) "
    .. "coroutine.resume(co) coroutine.close(co)"},
  {"__gc", "setmetatable({}, {__gc = function() guard() %s end}) collectgarbage()"},
  {"__gc at the end", "keep = setmetatable({}, {__gc = function() guard() %s end})"},
  {"__index", "local t = setmetatable({}, {__index = function() guard() %s end}) return t.x + t.y"},
  {"dead coroutine", "local co = coroutine.create(function() guard() %s end) coroutine.resume(co) "
    .. "for i = 1, 10 do coroutine.resume(co) coroutine.status(co) end"},
  {"coroutine that resumes itself", "local co co = coroutine.wrap(function() guard() "
    .. "pcall(co) coroutine.resume(coroutine.running()) %s end) co() co()"},
  {"end of the C stack", "local function f() guard() pcall(f) %s end f()"},
  {"end of the C stack, in handlers", "local function f() xpcall(f, f) guard() %s end f()"},
  {"end of the Lua stack", "local function f() return 1 + f() end "
    .. "xpcall(f, function() guard() %s end)"},
  {"sort", "table.sort({3, 2, 1, 4}, function(a, b) guard() %s return a < b end)"},
  {"gsub", "(('x'):rep(300)):gsub('.', function() guard() %s end)"},
  {"the parser", "load(function() guard() %s end)"},
}

local acts = {
  {"nothing", ""},
  {"an error", "error 'again'"},
  {"an error that is no text", "error {}"},
  {"memory", "local t while true do t = {t} end"},
  {"memory, caught", "for i = 1, 50 do "
    .. "pcall(function() local t while true do t = {t} end end) end"},
  {"strings", "local s = 'x' while true do s = s .. s end"},
  {"a loop", "while true do end"},
  {"a loop, caught", "while true do pcall(function() while true do end end) end"},
  {"depth", "local function g() return pcall(g) end g()"},
  {"depth of text", "local t "
    .. "t = setmetatable({}, {__tostring = function() return tostring(t) end}) tostring(t)"},
  {"finalizers that make more", "local m = {} m.__gc = function() for i = 1, 100 do "
    .. "setmetatable({}, m) end collectgarbage() end setmetatable({}, m) "
    .. "while true do collectgarbage() end"},
}

local cases = {}
for _, place in ipairs(places) do
  for _, act in ipairs(acts) do
    local code = place[2]:gsub("%%s", (act[2]:gsub("%%", "%%%%")))
    cases[#cases + 1] = {place[1] .. ": " .. act[1], code}
  end
end

-- The message of an error has the name of a type in it, which a finalizer takes away first; the
-- name lies above all that the erring function has on the stack.
local naming = "local function new() local a, b, c, d, e, f, g, h "
  .. "local mt = {__name = ('n'):rep(300)} return setmetatable({}, mt), mt end local o, mt = new() "
  .. "collectgarbage('incremental', 1, 1000, 40) collectgarbage() collectgarbage('stop') "
  .. "setmetatable({}, {__gc = function() mt.__name = nil guard() end}) collectgarbage('restart') "
for _, code in ipairs {"return o + 1", "return o()", "return o .. 1", "return o < o",
    "return o < 1", "for i = 1, o do end"} do
  cases[#cases + 1] = {"a type's name, " .. code, naming .. code}
end
return cases
