-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Checksums that follow writes, and stores that the owner of the memory makes.
local tap = require "tap"
local data = require "luadata"
local kit = require "wirekit"

-- RFC 1071, written down again: the checksum of a string.
local function sum(s)
  local total = 0
  if #s % 2 == 1 then s = s .. "\0" end
  for i = 1, #s, 2 do total = total + (s:byte(i) << 8 | s:byte(i + 1)) end
  while total > 0xffff do total = (total & 0xffff) + (total >> 16) end
  return ~total & 0xffff
end

-- luadata.checksum: the example of RFC 1071, section 3, whose sum is ddf2
local example = data.new("\0\1\xf2\3\xf4\xf5\xf6\xf7")
tap.equal(data.checksum(example), 0x220d, "the example of RFC 1071")
tap.equal(data.checksum(example, 0xddf2), 0xffff - 0xbbe5, "with a sum to begin with")
tap.equal(data.checksum(example, math.maxinteger), sum("\0\1\xf2\3\xf4\xf5\xf6\xf7\x7f\xff"
  .. ("\xff"):rep(6)), "a large one")
tap.equal(data.checksum(data.new("")), 0xffff, "of nothing")
tap.equal(data.checksum(data.new("\xff\xff")), 0, "of ones")
tap.equal(data.checksum(data.new("\1")), 0xfeff, "a byte alone is an upper one")
tap.equal(data.checksum(data.new(("\xff"):rep(65535))), 0x00ff, "of 65535 bytes")
tap.raises("a sum is not negative", "a negative sum", data.checksum, example, -1)
tap.raises("data expected, got string", "a string", data.checksum, "x")
kit.lend("\0\1\xf2\3\xf4\xf5\xf6\xf7", 3, false, function(d)
  tap.equal(data.checksum(d), 0x220d, "of what is not linear")
end)

-- a header whose checksum is published: 192.168.0.1 to 192.168.0.199, b861
local bytes = "\x45\0\0\x73\0\0\x40\0\x40\x11\xb8\x61\xc0\xa8\0\1\xc0\xa8\0\xc7"
local block = data.new(bytes .. "payload.")
local h = kit.header(block)
tap.equal(data.checksum(block:segment(0, 20)), 0, "its checksum is right")
h.ttl = 63
tap.equal(h.check, 0xb961, "a hop less, by hand: 4011 becomes 3f11")
h.ttl = 64
tap.equal(h.check, 0xb861, "and back")
h.saddr = data.addr "10.0.0.1"
tap.equal(data.checksum(block:segment(0, 20)), 0, "an address")
h.check = 0x1234
tap.equal(h.check, 0x1234, "a write to the checksum is taken as it is")
h.ttl = 63
tap.equal(h.check, 0x1334, "one that is wrong stays wrong by as much")
kit.header.set(h, {check = 0xb861, ttl = 1, tos = 9, saddr = 7})
tap.equal(h.check, 0xb861, "the last of what is set together")
block = data.new(bytes .. "payload.")
h = kit.header(block)
h.payload = "12345678"
tap.equal(h.check, 0xb861, "what it does not cover changes nothing")
h.payload:layout({x = {0, 8}}).x = 9
tap.equal(h.check, 0xb861, "nor does a part of that")
h.ihl = 6
tap.equal(data.checksum(block:segment(0, 24)), 0, "a longer header covers more")
h.options = "\1\2\3\4"
tap.equal(data.checksum(block:segment(0, 24)), 0, "options")
h.options:layout({x = {8, 16}}).x = 0x9999
tap.equal(data.checksum(block:segment(0, 24)), 0, "a field of a block that is a part")
h.ihl = 5
tap.equal(data.checksum(block:segment(0, 20)), 0, "a shorter header covers less")
h.ihl = 4
h.ttl = 9
h.ihl = 5
tap.equal(data.checksum(block:segment(0, 20)) ~= 0, true,
  "what is written to a broken header is not followed")
block:layout {ttl = {64, 8}}
h.check = 0xb861
block.ttl = 5
tap.equal(h.check, 0xb861, "nor is what is written past the view")

-- everything a view can write, at odd offsets, over every length, beside a sum over all of it
local state = 4711
local function random(n)
  state = (state * 1103515245 + 12345) & 0x7fffffff
  return (state >> 8) % n
end
local function text(n)
  local t = {}
  for i = 1, n do t[i] = string.char(random(3) == 0 and 255 * random(2) or 1 + random(255)) end
  return table.concat(t)
end
local writers = {
  function(v) v.u16 = random(65536) end, function(v) v.u8 = random(256) end,
  function(v) v.odd16 = random(65536) end, function(v) v.le32 = random(1 << 31) end,
  function(v) v.words[1 + random(3)] = random(65536) end,
  function(v) v.text = text(random(6)):gsub("\0", "x") end, function(v) v.raw = text(3) end,
  function(v) v.raw = text(1) end, function(v) v.bits = random(8) end,
  function(v) v.pair.a = random(256) end, function(v) v.pair.b = random(65536) end,
  function(v) v.tail = text(#v.tail) end, function(v) v.tail = data.new(text(#v.tail)) end,
  function(v) if #v.tail > 2 then v.tail:segment(1):layout({x = {4, 9}}).x = random(512) end end,
  function(v) kit.summed.set(v, {u8 = random(256), le32 = random(99), text = "ab"}) end,
  function(v) if #v.tail > 2 then kit.flags(v.tail, 1).any = random(256) end end,
  function(v) v.u16 = v.u16 end,
}
local wrong, rounds = 0, 0
for length = 31, 47 do
  local d = data.new(text(length))
  local v = kit.summed(d)
  v.check = 0
  v.check = sum(tostring(d))
  for _ = 1, 400 do
    writers[1 + random(#writers)](v)
    rounds = rounds + 1
    local now = tostring(d)
    if v.check ~= sum(now:sub(1, 2) .. "\0\0" .. now:sub(5)) then wrong = wrong + 1 end
  end
end
tap.equal(rounds, 17 * 400, "(as many writes as the test means to make)")
tap.equal(wrong, 0, "after each write the checksum is what a sum over everything gives")

-- the two zeros
do
  local d = data.new(31)
  local v = kit.summed(d)
  v.check = 0xffff
  v.u16 = 5
  tap.equal(v.check, 0xfffa, "a first word that is not 0")
  v.u16 = 0
  tap.equal(v.check, 0xffff, "all are 0 again")
  v.u16 = 0xffff
  tap.equal(v.check, 0, "a sum of ones")
  v.u16, v.odd16 = 0xfffe, 0x0100
  tap.equal(v.check, sum(tostring(d):sub(1, 2) .. "\0\0" .. tostring(d):sub(5)), "0 the other way")
  v.check = 0xdd2f
  v.u16 = 0x5555
  v.check = 0xdd2f
  v.u16 = 0x3285
  tap.equal(v.check, 0, "the example of RFC 1624, section 4")
end

-- UDP: 0 is no checksum, and never the result
do
  local d = data.new("\0\7\0\7\0\8\0\0" .. "rest")
  local v = kit.datagram(d)
  v.sport = 99
  tap.equal(v.check, 0, "none stays none")
  v.check = sum("\0\x63\0\7\0\8\0\0")
  v.dport = 1
  tap.equal(v.check, sum("\0\x63\0\1\0\8\0\0"), "one that there is follows")
  v.sport = 0xfff6
  tap.equal(v.check, 0xffff, "and is never 0")
  v.length = 12
  tap.equal(v.check, sum("\xff\xf6\0\1\0\12\0\0rest"), "a length that covers more")
  v.length = 8
  tap.equal(v.check, 0xffff, "and less")
  v.length = 400
  tap.equal(v.check, sum("\xff\xf6\0\1\1\x90\0\0rest"), "more than there is: what there is")
  v.length = 0
  local before = v.check
  v.sport = 1
  tap.equal(v.check, before, "a length of nothing covers nothing")
end

-- records and sub-views
do
  local d = data.new("\4\0\0\0\2\4\5\xb4rest")
  local v = kit.segment(d)
  v.check = sum(tostring(d))
  v.options.mss.mss = 536
  tap.equal(data.checksum(d), 0, "a field of a record")
  v.options[1].label = "x"
  tap.equal(data.checksum(d), 0, "text of a record")
  v.size = 2
  tap.equal(data.checksum(d), 0, "the field that places others")
  v.rest = "12345 "
  tap.equal(data.checksum(d), 0, "what it placed")
  local inner = kit.header(data.new(bytes .. bytes), 20)
  kit.header(inner.payload) -- (too short: no view)
  inner.ttl = 63
  tap.equal(inner.check, 0xb961, "a view at an offset")
end

-- an inner checksum follows for itself; so the outer one needs not
do
  local d = data.new("\0\0\0\0" .. ("\0"):rep(27) .. bytes)
  local outer = kit.summed(d)
  outer.check = sum(tostring(d))
  local inner = kit.header(outer.tail)
  inner.ttl = 1
  tap.equal(data.checksum(d:segment(31)), 0, "the inner one")
  tap.equal(data.checksum(d), 0, "and the outer one, at an odd distance")
end

-- blocks with a layout
do
  local d = data.new(bytes):layout(kit.header)
  d.ttl = 63
  tap.equal(d.check, 0xb961, "a block that was given the layout")
  d:layout(kit.flags)
  d.any = 0x46
  d:layout(kit.header)
  tap.equal(d.check, 0xb961, "and another one")
end

-- memory that becomes linear and writable when it must
do
  local after = kit.lend(bytes .. "rest", 9, false, function(d)
    local v = kit.header(d)
    v.ttl = 63
    v.tos = 4
  end)
  tap.equal(sum(after:sub(1, 20)), 0, "the checksum of lent memory")
end

-- lent memory gives what an own block gives, whatever part of it is linear
do
  local udp, ipv4 = require "udp", require "ipv4"
  local datagram = "\1\3\1\xad\0\30\x12\x34" .. ("abcdefgh"):rep(4)
  local empty = "\0\0\0\0\0\24\0\1" .. ("\0"):rep(15) .. "\1"
  local packet = "\x47\0\0\x2f\0\0\0\0\x40\x11\0\0\10\0\0\1\10\0\0\2" .. ("\1\2\3\4"):rep(12)
  local cases = {
    {udp, datagram, "len", {8, 9, 14, 29, 30, 40, 0, 65535}},
    {udp, datagram, "sport", {0, 1, 0xffff}},
    {udp, empty, "sport", {0, 1, 2, 0xfffe, 0xffff}},
    {ipv4, packet, "ihl", {5, 6, 7, 12, 15}},
    {ipv4, packet, "ttl", {0, 63, 255}},
    {kit.header, bytes .. "rest", "ttl", {0, 63}},
  }
  for _, case in ipairs(cases) do
    local layout, from, field, values = table.unpack(case)
    for _, value in ipairs(values) do
      local own = data.new(from)
      layout(own)[field] = value
      for linear = 0, #from do
        local after = kit.lend(from, linear, false, function(d) layout(d)[field] = value end)
        if after ~= tostring(own) then
          tap.equal(after, tostring(own), ("%s = %d, %d bytes linear"):format(field, value, linear))
        end
      end
      tap.ok(true, ("%s = %d, any part linear"):format(field, value))
    end
  end
end

-- owners that store themselves
do
  local function stored(f)
    local after, _, stores, n = kit.lend("\x46" .. bytes:sub(2) .. "\0\0\0\0rest", 28, true, f)
    return after, stores, n
  end
  local after, stores, n, _ = stored(function(d)
    local v = kit.header(d)
    v.ttl = 1
    v.ttl = 63
  end)
  tap.equal(stores .. " " .. n, "2 2", "integers: the first, and those of the short way")
  tap.equal(after:byte(9), 63, "are stored")
  tap.equal(after:sub(11, 12), "\xb8\x61", "checksums are the owner's business")
  after, stores, n = stored(function(d) kit.header(d).payload = "1234" end)
  tap.equal(after:sub(25) .. stores .. " " .. n, "12341 4", "bytes")
  after, stores, n = stored(function(d) kit.header(d).payload = data.new("1234") end)
  tap.equal(after:sub(25) .. stores .. " " .. n, "12341 4", "bytes of a block")
  after, stores, n = stored(function(d)
    kit.header.set(kit.header(d), {ttl = 1, check = 2, saddr = 3, options = "1234"})
  end)
  tap.equal(stores .. " " .. n, "4 11", "set")
  tap.equal(after:sub(21, 24), "1234", "which stores all")
  after, stores, n = stored(function(d) d:layout({x = {4, 8}}).x = 255 end)
  tap.equal(stores .. " " .. n, "1 2", "the block's own fields")
  tap.equal(after:sub(1, 2), "\x4f\xf0", "where they are")
  after, _, stores, n = kit.lend(("x"):rep(31) .. "y", 20, true, function(d)
    local v = kit.summed(d)
    v.text = "ab"
    v.words[3] = 0x4142
    v.pair.b = 0x4344
  end)
  tap.equal(after, ("x"):rep(17) .. "ABab\0\0\0xxxxxCDy", "a text, an element, a part")
  tap.equal(stores .. " " .. n, "4 9", "the text and what fills it up, the element, the part")
end

tap.done()
