-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What looks at another coroutine allocates; at each of these points a finalizer closes that
-- coroutine, or resumes it. With sanitizers nothing that was freed is read.
local t = dofile "lab/tap.lua"

local DEEP, POINTS = 30, 12

-- a coroutine whose chunk, and the names in it, nothing else refers to
local function new(k)
  local f = load(([[
    local yield, depth = ...
    local function the_last_of_many_functions_%d() yield() return 1 end
    local function deep(n)
      if n == 0 then local r = the_last_of_many_functions_%d() return r end
      local r = deep(n - 1) return r
    end
    local r = deep(depth) return r]]):format(k, k), "=a chunk of many " .. k)
  local co = coroutine.create(f)
  coroutine.resume(co, coroutine.yield, DEEP)
  return co
end

local actions = {
  close = function(co) coroutine.close(co) end,
  resume = function(co) coroutine.resume(co) end,
  ["close and allocate"] = function(co)
    coroutine.close(co)
    local x = {}
    for i = 1, 40 do x[i] = ("x"):rep(i * 50) end
    return x
  end,
}

local looks = {
  ["traceback"] = function(co) return debug.traceback(co) end,
  ["traceback of a message"] = function(co) return debug.traceback(co, "message", 2) end,
}
for _, options in ipairs { "n", "S", "l", "u", "t", "nSlut" } do
  for _, level in ipairs { 0, 1, 2, DEEP + 2 } do
    looks["getinfo " .. options .. " of level " .. level] = function(co)
      local i = debug.getinfo(co, level, options)
      return i and i.name
    end
  end
end
for _, name in ipairs { "resume", "status", "isyieldable", "close" } do
  looks["coroutine." .. name] = function(co) coroutine[name](co, {}, ("x"):rep(100)) end
end

-- Calls action(co) in the nth collection from now: each check of the collector is a whole one.
local function arm(n, action, co)
  collectgarbage("stop")
  local mt = {}
  function mt.__gc()
    n = n - 1
    if n <= 0 then action(co) else setmetatable({}, mt) end
  end
  setmetatable({}, mt)
  collectgarbage("restart")
end

collectgarbage("incremental", 1, 1000, 40)
collectgarbage("setpause", 0)
for name, look in pairs(looks) do
  for what, action in pairs(actions) do
    local good = true
    for n = 1, POINTS do
      local co = new(n)
      collectgarbage()
      arm(n, action, co)
      good = pcall(look, co) and good
      collectgarbage()
    end
    t.equal(good, true, name .. ": " .. what)
  end
end
