-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Lent memory of which scripts may write some bits only: they reach no other, whatever they write
-- through.
local tap = require "tap"
local data = require "luadata"
local kit = require "testkit"

local bytes = "\x46\x10\x00\x2c\x12\x34\x40\x00\x40\x11\xab\xcd\x0a\x00\x00\x01\xc0\xa8\x01\xfe"
  .. "\x94\x04\x00\x00" .. "payload of the packet"
local free = 24

-- Whether a bit may be written, said a second time: tos, ttl, saddr, and what follows the header.
local function granted(bit)
  return bit >= free * 8 or (bit >= 8 and bit < 16) or (bit >= 64 and bit < 72)
    or (bit >= 96 and bit < 128)
end

local function bit_of(s, bit) return s:byte(bit // 8 + 1) >> (7 - bit % 8) & 1 end

-- The first bit that differs and may not.
local function broken(before, after)
  for bit = 0, #before * 8 - 1 do
    if bit_of(before, bit) ~= bit_of(after, bit) and not granted(bit) then return bit end
  end
end

local function lend(f, stores) return kit.lend(bytes, 20, f, 0, free, stores) end
local function assign(v, key, value) v[key] = value end

for _, stores in ipairs {false, true} do
  local how = stores and ", the owner stores" or ""
  lend(function(d, v, hdr)
    v.tos, v.ttl, v.saddr = 1, 2, 0x0b000001
    hdr.saddr = 0x0c000001
    kit.ipv4.set(v, {ttl = 9, tos = 8})
    v.payload:segment(0, 2):layout {x = {0, 16}}.x = 0x4142
    tap.equal(tostring(d), "\x46\x08" .. bytes:sub(3, 8) .. "\x09" .. bytes:sub(10, 12)
      .. "\x0c\0\0\x01" .. bytes:sub(17, 24) .. "AB" .. bytes:sub(27),
      "what is granted is written" .. how)
  end, stores)
  lend(function(d, v, hdr)
    for name, value in pairs {version = 5, ihl = 7, tot_len = 9, id = 9, df = true, mf = true,
      frag_off = 9, protocol = 6, daddr = 9, options = "\1\1\1\1"} do
      local why = "ipv4." .. name .. ": read-only here"
      tap.raises(why, name .. " is not" .. how, assign, v, name, value)
      tap.raises(why, name .. " is not, set" .. how, kit.ipv4.set, v, {ttl = 1, [name] = value})
    end
    tap.raises("hdr.sport: read-only here", "a placed field is not" .. how, assign, hdr, "sport", 9)
    tap.equal(tostring(d), bytes, "and nothing has changed" .. how)
  end, stores)
end

-- Fields side by side that are granted one by one, and more than is granted.
lend(function(d)
  local block = d:layout {across = {8, 24}, part = {10, 3}, both = {64, 16},
    long = {12, 4, "string"}, longer = {12, 6, "string"}, tail = {23, 3, "string"},
    rest = {24, 3, "string"}}
  block.part, block.long, block.rest = 5, "abcd", "xyz"
  for _, key in ipairs {"across", "both", "longer", "tail"} do
    tap.raises("data." .. key .. ": read-only here", key, assign, block, key,
      (key == "both" or key == "across") and 1 or "x")
  end
end)

-- Whatever a script tries.
local seed = 7
local function below(n)
  seed = seed * 48271 % 0x7fffffff
  return seed % n
end
local names = {"version", "ihl", "tos", "tot_len", "id", "df", "mf", "frag_off", "ttl", "protocol",
  "saddr", "daddr", "options"}
local function value_of(old)
  if type(old) == "boolean" then return not old end
  if type(old) == "number" then return below(2) == 0 and below(256) or below(1 << 16) end
  return ("%c"):format(below(256)):rep(old and #old or 4)
end
local function random_layout(length)
  local fields = {}
  for i = 1, 3 do
    local kind = below(3)
    if kind == 0 then
      fields["f" .. i] = {below(length), 1 + below(6), "string"}
    elseif kind == 1 then
      fields["f" .. i] = {8 * below(length), 8 * (1 + below(4)), "number", "little"}
    else
      fields["f" .. i] = {below(length * 8), 1 + below(32)}
    end
  end
  return data.layout(fields)
end
local ways = {
  function(d) return kit.ipv4(d, below(12)), names end,
  function(_, v) return v, names end,
  function(_, _, hdr) return hdr, {"saddr", "sport"} end,
  function(d)
    local part = d:segment(below(#bytes), 1 + below(20))
    return part:layout(random_layout(#part)), {"f1", "f2", "f3"}
  end,
  function(_, v) return v.options:layout(random_layout(4)), {"f1", "f2", "f3"} end,
  function(d, v)
    local part = data.segment(v, below(20), 1 + below(12))
    setmetatable({}, {__gc = function() pcall(kit.move) end})
    return part:layout(random_layout(#part)), {"f1", "f2", "f3"}, d
  end,
}
local wrong, tried, written = nil, 0, 0
for round = 1, 400 do
  lend(function(d, v, hdr)
    for _ = 1, 10 do
      local before = tostring(d)
      local view, keys = ways[1 + below(#ways)](d, v, hdr)
      local key = keys[1 + below(#keys)]
      local ok
      if view then
        local old = view[key]
        if type(old) == "userdata" then old = tostring(old) end
        if below(3) == 0 and view == v then
          ok = pcall(kit.ipv4.set, view, {[key] = value_of(old)})
        else
          ok = pcall(assign, view, key, value_of(old))
        end
        local after = tostring(d)
        tried = tried + 1
        if ok and before ~= after then written = written + 1 end
        wrong = wrong or broken(before, after) and "round " .. round .. ": " .. key
          or not ok and before ~= after and "round " .. round .. ": " .. key .. " failed, and wrote"
      end
    end
  end, round % 2 == 0)
end
tap.equal(wrong or nil, nil, "random writes change no other bit")
tap.ok(written > 300 and written < tried,
  "some of them are made, some refused: " .. written .. " of " .. tried)
tap.done()
