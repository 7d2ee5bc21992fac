-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Every metamethod as a way to go on: for ever in one, and one that is called for ever.
local binary = {
  __add = "a + a", __sub = "a - a", __mul = "a * a", __mod = "a % a", __pow = "a ^ a",
    __div = "a / a",
  __idiv = "a // a", __band = "a & a", __bor = "a | a", __bxor = "a ~ a", __shl = "a << a",
  __shr = "a >> a", __concat = "a .. a", __unm = "-a", __bnot = "~a", __len = "#a", __eq = "a == b",
  __lt = "a < a", __le = "a <= a", __index = "a.x", __call = "a()", __tostring = "tostring(a)",
  __pairs = "pairs(a)",
}
local cases = {}
for event, expression in pairs(binary) do
  cases[#cases + 1] = {event .. " that does not end",
    "local m = {" .. event .. " = function() while true do end end} "
    .. "local a, b = setmetatable({}, m), setmetatable({}, m) "
    .. "pcall(function() return " .. expression .. " end) escaped = true"}
  cases[#cases + 1] = {event .. " for ever",
    "local m = {" .. event .. " = function() return '' end} "
    .. "local a, b = setmetatable({}, m), setmetatable({}, m) "
    .. "while true do local _ = " .. expression .. " end"}
end
table.sort(cases, function(a, b) return a[1] < b[1] end)
for _, case in ipairs {
  {"__newindex that does not end", [[
    local a = setmetatable({}, {__newindex = function() while true do end end})
    pcall(function() a.x = 1 end) escaped = true]]},
  {"__newindex for ever", [[
    local a = setmetatable({}, {__newindex = function() end}) while true do a.x = 1 end]]},
  {"__close that does not end", [[
    pcall(function() local a <close> = setmetatable({}, {__close = function() while true do end
    end}) end)
    escaped = true]]},
  {"__close for ever", [[
    local m = setmetatable({}, {__close = function() end}) while true do local a <close> = m end]]},
  {"__close after an error", [[
    local m = setmetatable({}, {__close = function() error 'x' end})
    while true do pcall(function() local a <close> = m error 'y' end) end]]},
  {"__close of many", [[
    local m = setmetatable({}, {__close = function() end})
    local function f(n) local a <close> = m if n > 0 then f(n - 1) end end
    while true do f(100) end]]},
  {"__gc that does not end", [[
    setmetatable({}, {__gc = function() while true do end end}) collectgarbage() escaped = true]]},
  {"__gc for ever", "while true do setmetatable({}, {__gc = function() end}) end"},
  {"__gc that brings back", [[
    local m = {} m.__gc = function(a) kept = setmetatable(a, m) end
    setmetatable({}, m) while true do kept = nil collectgarbage() end]]},
  {"__mode of values", [[
    local t = setmetatable({}, {__mode = 'v'})
    while true do for i = 1, 100 do t[i] = {} end end]]},
  {"__metatable", [[
    local a = setmetatable({}, {__metatable = 'x'}) while true do pcall(setmetatable, a, nil)
    end]]},
  {"__name", [[
    local a = setmetatable({}, {__name = ('x'):rep(1000)})
    while true do pcall(function() return a + 1 end) tostring(a) end]]},
  {"__index in a chain", [[
    local t = {} for i = 1, 500 do t = setmetatable({}, {__index = t}) end
    while true do local _ = t.x end]]},
  {"__call in a chain", [[
    local t = print for i = 1, 50 do t = setmetatable({}, {__call = t}) end
    while true do pcall(t) end]]},
  {"__lt in sort", [[
    local m = {__lt = function() return true end} local t = {}
    for i = 1, 50 do t[i] = setmetatable({}, m) end
    while true do pcall(table.sort, t) end]]},
  {"__index in table.concat", [[
    table.concat(setmetatable({}, {__index = function() return 'x' end, __len = function() return
    1 << 60 end}))]]},
  {"__concat of many", [[
    local a = setmetatable({}, {__concat = function(x, y) return y end})
    while true do local _ = a .. a .. a .. a .. a .. a .. a .. a .. a end]]},
} do cases[#cases + 1] = case end
return cases
