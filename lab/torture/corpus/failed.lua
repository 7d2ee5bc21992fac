-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Errors that nothing catches: C code raises where no protected call is. The state fails, whatever
-- it holds; the next case finds nothing of it.
return {
  {"an error that nothing catches", "torture.uncaught() return true"},
  {"one beside a coroutine that waits", [[
    co = coroutine.wrap(function() local c <close> = setmetatable({}, {__close = error})
      coroutine.yield() end)
    co() torture.uncaught()]]},
  {"one with finalizers, and the quota nearly full", [[
    t = setmetatable({}, {__gc = function() while true do end end})
    pcall(function() while true do t[#t + 1] = pld:segment(0, 8) t[#t + 1] = {} end end)
    for _ = 1, 64 do t[#t] = nil end
    torture.uncaught()]], memory = 256 << 10, budget = 1000000},
  {"one behind an error", "torture.uncaught() error 'first'"},
  {"one behind a budget that is spent", "torture.uncaught() while true do end"},
  {"one at the end of the stack", "torture.uncaught() local function f() return pcall(f) end f()"},
  {"one in a coroutine", "coroutine.wrap(torture.uncaught)()"},
}
