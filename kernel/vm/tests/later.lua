-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What later versions of Lua mend. With sanitizers, and a collection at each allocation, nothing is
-- read or written that was freed.
local t = dofile "lab/tap.lua"

-- A coroutine waits in xpcall(), high up in its stack, and is closed: the stack shrinks, and the
-- error that __close raises has no handler.
local handled = 0
local function handler(message) handled = handled + 1 return message end
local function waits(...)
  xpcall(function() coroutine.yield() end, handler)
  return ...
end
local co = coroutine.create(function()
  local _ <close> = setmetatable({}, {__close = function()
    collectgarbage()
    collectgarbage()
    error("closed", 0)
  end})
  waits(table.unpack({}, 1, 3000))
end)
coroutine.resume(co)
local good, message = coroutine.close(co)
t.equal(good, false, "a close that raises fails")
t.equal(message, "closed", "with the error")
t.equal(handled, 0, "which no handler of the dropped calls sees")

-- The table that is written to is a weak value of a metatable, and nothing else refers to it.
local metatable = setmetatable({}, {__mode = "v"})
local target = setmetatable({}, metatable)
local function make() metatable.__newindex = {a = 1, b = 2, c = 3, d = 4} end
local function forget(a, b, c, d, e, f, g, h) return a, b, c, d, e, f, g, h end
local written = 0
for i = 1, 100 do
  make()
  forget()
  for k = 1, 20 do
    target["k" .. k] = i
    written = written + 1
  end
  if rawget(target, "k1") then
    for k = 1, 20 do target["k" .. k] = nil end
  end
end
t.equal(written, 2000, "a table that is weakly held is written to")

-- An index that is a comparison, of a table that is an upvalue.
local upvalue, other = {}, {}
local function leave() local a, b, c, d, e, f = other, other, other, other, other, other
  return a, b, c, d, e, f
end
local function write(a, b) upvalue[a < b] = "written" end
local function read(a, b) return upvalue[a < b] end
leave() write(1, 2)
leave() write(2, 1)
t.equal(upvalue[true], "written", "a comparison that is true is an index to write to")
t.equal(upvalue[false], "written", "a comparison that is false, too")
t.equal(next(other), nil, "no other table is written to")
leave()
t.equal(read(1, 2), "written", "a comparison is an index to read from")
