-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- luacheck: globals seed
-- A program (program.lua says its seed): random actions from wherever Lua calls a script, which are
-- finalizers, __close, message handlers, metamethods, coroutines, readers of chunks, patterns.
local torture = require "torture"
local pcall, xpcall, error, setmetatable, gc = pcall, xpcall, error, setmetatable, collectgarbage
local create, resume, yield = coroutine.create, coroutine.resume, coroutine.yield
local close, wrap = coroutine.close, coroutine.wrap
local unpack, rep = table.unpack, string.rep
local DEEPEST, MANY = 6, 8

math.randomseed(seed)
local below = math.random

-- What actions work on; any of it may be nil.
local tables, threads, functions, texts = {}, {}, {}, {}
local weak = setmetatable({}, {__mode = "v"})

local actions = {}
local depth = 0
local function act(times)
  local before = depth
  if before > DEEPEST then return end
  depth = before + 1
  for _ = 1, below(times or 1) do actions[below(#actions)]() end
  depth = before
end

local values = {
  function() return tables[below(MANY)] end, function() return threads[below(MANY)] end,
  function() return functions[below(MANY)] end, function() return weak[below(MANY)] end,
  function() return "s" .. below(1000) end, function() return rep("l", below(100)) end,
  function() return below(100) end,
}
local function some() return values[below(#values)]() end

local function handler(message)
  if below(3) == 1 then act() end
  if below(8) == 1 then error(message) end
  return message
end

local function guarded(f, ...)
  local how = below(4)
  if how == 1 then return f(...) end
  if how == 2 then return pcall(f, ...) end
  return xpcall(f, how == 3 and handler or debug.traceback, ...)
end

local function closed(_, err)
  act(2)
  local how = below(6)
  if how == 1 then error(err or "closed") end
  if how == 2 then pcall(yield) end
  if how == 3 then gc() end
end

local function closable()
  return setmetatable({}, {__close = below(12) == 1 and error or closed})
end

local bodies = {}
local function body(...) return bodies[below(#bodies)](...) end
bodies = {
  function(...) local _ <close> = closable() act(3) return guarded(body, ...) end,
  function(...)
    local _ <close> = closable()
    local _ <close> = closable()
    yield(...)
    act(2)
    return ...
  end,
  function() return select("#", guarded(body, unpack({}, 1, below(600)))) end,
  function()
    for _ in body, nil, nil, closable() do
      act()
      if below(3) == 1 then break end
    end
  end,
  function()
    local count = 1
    local function counts() count = count + 1 act() return count end
    functions[below(MANY)] = counts
    yield(counts)
    return counts()
  end,
  function(...)
    act(4)
    if below(3) == 1 then error(some()) end
    return yield(...)
  end,
}

local events = {"__index", "__newindex", "__call", "__len", "__eq", "__lt", "__le", "__concat",
  "__unm", "__add", "__tostring", "__name", "__pairs", "__close", "__idiv"}
local function event(object, value)
  act()
  local how = below(5)
  if how == 1 then error(some()) end
  if how == 2 then pcall(yield, object) end
  if how == 3 then return value end
  return how == 4 and tables[below(MANY)] or below(10)
end

local function finalized(object)
  act(2)
  if below(2) == 1 then tables[below(MANY)] = object end
  if below(6) == 1 then error(object) end
end

local function metatable()
  local made = {}
  for _ = 1, below(4) do made[events[below(#events)]] = below(3) == 1 and some() or event end
  if below(2) == 1 then made.__gc = below(9) == 1 and error or finalized end
  if below(4) == 1 then
    setmetatable(made, {__mode = "v"})
    made.__index, made.__newindex = {}, {}
  end
  if below(3) == 1 then made.__mode = "v" end
  return made
end

-- Calls it with a random one of a list, if there is one there.
local function with(list, f)
  return function()
    local one = list[below(MANY)]
    if one then pcall(f, one) end
  end
end

local function fill(most)
  return function()
    pcall(function()
      local text = rep("x", below(most))
      if below(3) > 1 then texts[below(MANY)] = text end
    end)
  end
end

actions = {
  function() act(4) end,
  function() tables[below(MANY)] = {} end,
  function() tables[below(MANY)] = setmetatable({}, metatable()) end,
  function() weak[below(MANY)] = setmetatable({}, metatable()) end,
  function() weak["k" .. below(60)] = some() end,
  function() setmetatable({}, {__gc = function() act(3) end}) end,
  function() tables[below(MANY)] = nil end, function() texts[below(MANY)] = nil end,
  function() threads[below(MANY)] = nil end, function() texts = {} end,
  with(tables, function(t) setmetatable(t, metatable()) end),
  fill(100), fill(3000), fill(60000), with(texts, function(text) return text:upper() end),
  function() -- a quota that is full of small objects
    local list
    pcall(function() repeat list = {list} until below(2000) == 1 end)
    if below(3) == 1 then tables[below(MANY)] = list end
  end,
  function() threads[below(MANY)] = create(body) end,
  with(threads, function(co) resume(co, some(), some()) end),
  with(threads, function(co) resume(co) end),
  with(threads, close), with(threads, close),
  with(threads, function(co)
    debug.traceback(co)
    debug.getinfo(co, below(4) - 1, "lnStu")
  end),
  function() functions[below(MANY)] = wrap(body) end,
  with(functions, function(f) f(some()) end),
  function() pcall(body) end,
  function() xpcall(error, handler, some()) end,
  with(tables, function(t) for i = 1, below(40) do t["k" .. i] = some() end end),
  with(tables, function(t) for i = 1, below(80) do t[i] = some() end end),
  with(tables, function(t) for k in pairs(t) do t[k] = nil act() end end),
  function() pcall(function() for k in next, weak do act() weak[k] = some() end end) end,
  with(tables, function(t) return t + tables[below(MANY)], t .. some() end),
  with(tables, function(t) return t < tables[below(MANY)], t == tables[below(MANY)], #t end),
  with(tables, function(t) return tostring(t), t(some()) end),
  with(tables, function(t)
    table.insert(t, 1, some())
    table.remove(t, 1)
    table.move(t, 1, 10, 3)
    return unpack(t, 1, below(300))
  end),
  function()
    pcall(table.sort, {5, 3, 4, 1, 2, 9, 8, 7}, function(a, b) act() return a < b end)
  end,
  function()
    pcall(string.gsub, rep("ab", 30), "a(.)", function(x) act() return below(2) == 1 and x end)
  end,
  function() pcall(string.gsub, rep("ab", 3000), "a", some()) end,
  function() pcall(string.format, "%s %s %q", some(), tables[below(MANY)], "x") end,
  function() pcall(table.concat, {some(), "a", rep("b", 2000), some()}) end,
  function()
    pcall(function()
      local made = load("local a, b <close>, c = ... return function(x) a = x return a, c end, {"
        .. rep("1,", below(60)) .. "}")
      functions[below(MANY)] = made(some(), nil, some())
    end)
  end,
  function() pcall(load, function() act() return below(6) > 1 and "local x = 1 " or nil end) end,
  function() gc() end, function() gc("step", below(100)) end,
  function() gc("generational", below(100), below(300)) end,
  function() gc("incremental", below(300), below(400), below(20)) end,
  function() gc("stop") end, function() gc("restart") end,
}

torture.atomic(function()
  for _ = 1, 200 do
    depth = 0
    pcall(act)
  end
end)
