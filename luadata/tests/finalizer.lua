-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Finalizers run wherever Lua allocates. Here they move the memory that is lent, or end the loan,
-- in the middle of whatever the library does. No pointer may be used after that: the sanitizers
-- watch.
local tap = require "tap"
local data = require "luadata"
local kit = require "testkit"
local wire = require "wirekit"

local bytes = "\x46\x10\x00\x24\x12\x34\x40\x00\x40\x11\xab\xcd\x0a\x00\x00\x01\xc0\xa8\x01\xfe"
  .. "\1\2\3\4payload one!"

local function words(iterator)
  local t = {}
  for w in iterator do t[#t + 1] = w end
  return table.concat(t, " ")
end

-- What is done during the loan, and what comes of it when nobody interferes.
local works = {
  {"tostring", bytes, function(d) return tostring(d) end},
  {"segments", "one!", function(d) return tostring(d:segment(10):segment(14):segment(8)) end},
  {"match", "payload", function(d) return (d:match("(pay%a+)")) end},
  {"captures", "p,a,y,l", function(d) return table.concat({d:match("(p)(a)(y)(l)")}, ",") end},
  {"gmatch", "F payload one", function(d) return words(d:gmatch("%a+")) end},
  {"unpack", "F,pay,load ", function(d)
    local first = d:unpack("c1")
    local a, b = d:unpack("c3c5", 25)
    return first .. "," .. a .. "," .. b
  end},
  {"views", 64, function(d) return kit.ipv4(d).ttl end},
  {"placed fields", "\1\2\3\4", function(_, v) return tostring(v.options) end},
  {"headers", data.addr "10.0.0.1", function(_, _, hdr) return hdr.ip.saddr end},
  {"printing", true, function(_, v) return #tostring(v) > 100 end},
  {"dump", true, function(d) return #d:dump() > 100 end},
  {"pairs", 15, function(_, v)
    local n = 0
    for _ in pairs(v) do n = n + 1 end
    return n
  end},
  {"writing", "PAYLOAD ONE!", function(_, v)
    v.payload = "PAYLOAD" .. " ONE!"
    return tostring(v.payload)
  end},
  {"set", 9, function(_, v)
    kit.ipv4.set(v, {ttl = 9, tos = 1, payload = "payload" .. " one!"})
    return v.ttl
  end},
  {"bytes from a block", "e!payload oe", function(d, v)
    v.payload = data.new("e!payload oe")
    return tostring(d:segment(24))
  end},
}

local function shown(value)
  return (tostring(value):gsub("[^ -~]", "?"))
end

-- Collects at every turn, and finds something to finalize each time.
local function with_finalizer(action, linear, f)
  local result
  kit.lend(bytes, linear, function(...)
    local active = true
    local function arm()
      setmetatable({}, {__gc = function()
        if active then
          action()
          arm()
        end
      end})
    end
    collectgarbage("incremental", 1, 10000)
    arm()
    for _ = 1, 300 do
      result = table.pack(pcall(f, ...))
      if not result[1] then break end
    end
    active = false
  end)
  return result[1], result[2]
end

for _, work in ipairs(works) do
  local name, expected, f = work[1], work[2], work[3]
  for _, linear in ipairs {20, #bytes} do
    local ok, got = with_finalizer(function() end, linear, f)
    tap.ok(ok and got == expected, name .. " undisturbed: " .. shown(got))
    ok, got = with_finalizer(kit.move, linear, f)
    tap.ok(ok and got == expected, name .. " in memory that moves: " .. shown(got))
    ok, got = with_finalizer(kit.endloan, linear, f)
    tap.ok(not ok and tostring(got):find("data expired", 1, true),
      name .. " in a loan that ends: " .. shown(got))
  end
end

-- Runs f once, at the next allocation.
local function at_next_allocation(f)
  collectgarbage()
  collectgarbage("stop")
  setmetatable({}, {__gc = f})
  collectgarbage("restart")
end

do
  local t = {a = {0, 8}, b = {8, 8}}
  at_next_allocation(function()
    t.a, t.b = nil, nil
    t[true], t[print] = {0, 8}, {8, 8}
  end)
  local ok, why = pcall(data.layout, t)
  tap.ok(not ok and why:find("names of fields are strings", 1, true),
    "a table whose names change while it becomes a layout: " .. tostring(why))
end

kit.lend(bytes, #bytes, function(d)
  local find = d.find
  at_next_allocation(kit.endloan)
  local ok, why = pcall(find, d, 123456) -- which becomes a string, and that is an allocation
  tap.ok(not ok and why:find("data expired", 1, true),
    "a loan that ends while a number becomes a pattern: " .. tostring(why))
end)

-- The loan is cut in the middle: the block is lent again, with fewer bytes.
local long = bytes .. ("0123456789abcdef"):rep(200)
local unseen = {("[^!]?"):rep(40) .. "(.*)", ("[^!]?"):rep(41) .. "(.*)"} -- to be compiled
local cuts = {
  {"unpack", function(d) return d:unpack("c16z") end},
  {"captures", function(d) return d:match("(....)(.*)") end},
  {"a pattern that is compiled", function(d) return d:match(table.remove(unseen)) end},
  {"gmatch", function(d) for _ in d:gmatch("....") do end end},
  {"the text of a field", function(d) return data.text(d, "text") end},
  {"dump", function(d) return data.dump(d) end},
}
for _, case in ipairs(cuts) do
  for _, linear in ipairs {20, #long} do
    kit.lend(long, linear, function(d)
      d:layout {text = {24, 3000, "string"}}
      at_next_allocation(function() kit.cut(8) end)
      local ok, got = pcall(case[2], d)
      tap.ok(not ok and tostring(got):find("data expired", 1, true),
        case[1] .. " in a loan that is cut: " .. shown(got))
    end)
  end
end

-- Wherever the text of a list has to grow.
for length = 2, 250 do
  local option = string.char(4, length) .. ("option"):rep(42):sub(1, length - 2)
  kit.lend("\250\0\0\0" .. option:rep(6) .. ("\1"):rep(250), 4, function(d)
    local list = wire.segment(d).options
    at_next_allocation(function() kit.cut(6) end)
    pcall(tostring, list)
  end)
end
tap.ok(true, "the text of a list in a loan that is cut")

-- A block gets another layout, in the middle of what is done with its fields.
local function relaid(name, f)
  local d = data.new(64)
  local active = true
  local function fields(prefix)
    local t = {}
    for i = 1, 40 do t[prefix .. i .. "abcdefgh"] = {i * 8, 8} end
    return t
  end
  local function arm()
    setmetatable({}, {__gc = function()
      if active then
        d:layout(fields("f" .. math.random(1000)))
        arm()
      end
    end})
  end
  arm()
  for i = 1, 300 do
    d:layout(fields("l" .. i))
    pcall(f, d)
  end
  active = false
  tap.ok(true, name .. " while the layout changes")
end

collectgarbage("incremental", 1, 10000)
relaid("dump", function(d) d:dump() end)
relaid("pairs", function(d) for _ in pairs(d) do end end)
relaid("text", function(d) data.text(d, next(d)) end)

tap.done()
