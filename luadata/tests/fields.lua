-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Fields of layouts against a model that moves single bits.
local tap = require "tap"
local data = require "luadata"

local seed = 1
local function random(n)
  seed = seed * 48271 % 0x7fffffff
  return seed % n + 1
end

-- A block as a list of bits, the most significant of the first byte first.
local function bits_of(s)
  local bits = {}
  for i = 1, #s do
    for b = 7, 0, -1 do bits[#bits + 1] = s:byte(i) >> b & 1 end
  end
  return bits
end

local function bytes_of(bits)
  local bytes = {}
  for i = 1, #bits, 8 do
    local byte = 0
    for b = i, i + 7 do byte = byte * 2 + bits[b] end
    bytes[#bytes + 1] = string.char(byte)
  end
  return table.concat(bytes)
end

-- The positions of a number's bits, most significant first.
local function places(offset, length, little)
  local list = {}
  if little and length >= 8 then
    for byte = length // 8 - 1, 0, -1 do
      for b = 1, 8 do list[#list + 1] = offset + byte * 8 + b end
    end
  else
    for b = 1, length do list[b] = offset + b end
  end
  return list
end

local function model_read(s, list)
  local bits, value = bits_of(s), 0
  for _, p in ipairs(list) do
    if not bits[p] then return nil end
    value = value << 1 | bits[p]
  end
  return value
end

local function model_write(s, list, value)
  local bits = bits_of(s)
  for i = #list, 1, -1 do
    bits[list[i]] = value & 1
    value = value >> 1
  end
  return bytes_of(bits)
end

local function random_bytes(n)
  local t = {}
  for i = 1, n do t[i] = string.char(random(256) - 1) end
  return table.concat(t)
end

local read_wrong, write_wrong, range_wrong, checked = 0, 0, 0, 0
for _ = 1, 4000 do
  local s = random_bytes(random(20))
  local little = random(2) == 1
  local offset, length = random(96) - 1, random(64)
  if little then offset, length = (offset + 7) // 8 * 8, (length + 7) // 8 * 8 end
  if (offset % 8 + length + 7) // 8 <= 8 then
    checked = checked + 1
    local order = little and "little" or "big"
    local l = data.layout {x = {offset, length, "number", order}, first = {0, 8}}
    local d = data.new(s):layout(l)
    local list = places(offset, length, little)
    local expected = model_read(s, list)
    if d.x ~= expected then read_wrong = read_wrong + 1 end
    local view = l(data.new(s))
    if view and view.x ~= expected then read_wrong = read_wrong + 1 end
    local value = random(0x7fffffff) << 33 ~ random(0x7fffffff) << 10 ~ random(0x7fffffff)
    if length < 64 then value = value & (1 << length) - 1 end
    local ok = pcall(function() d.x = value end)
    if ok ~= (expected ~= nil) then range_wrong = range_wrong + 1 end
    local after = ok and model_write(s, list, value) or s
    if tostring(d) ~= after then write_wrong = write_wrong + 1 end
    if view then
      view.x = value
      if #s ~= #after or view.x ~= value then write_wrong = write_wrong + 1 end
    end
    if length < 64 then
      if pcall(function() d.x = 1 << length end)
        or pcall(function() d.x = -1 end) then range_wrong = range_wrong + 1 end
      if tostring(d) ~= after then write_wrong = write_wrong + 1 end
    end
  end
end
tap.ok(checked > 2000, "enough layouts were possible")
tap.equal(read_wrong, 0, "reads agree with the model")
tap.equal(write_wrong, 0, "writes agree with the model, and touch no other bit")
tap.equal(range_wrong, 0, "what does not fit is refused, what fits is not")
tap.done()
