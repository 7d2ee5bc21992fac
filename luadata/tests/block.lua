-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Blocks: making them, their bytes, segments, layouts as in the paper.
local tap = require "tap"
local data = require "luadata"

tap.ok(rawequal(require "data", data), "require 'data' is the same library")

-- data.new
tap.equal(#data.new(0), 0, "a block of no bytes")
tap.equal(tostring(data.new(3)), "\0\0\0", "a new block is zero")
tap.equal(tostring(data.new("a\0b")), "a\0b", "a block of a string")
tap.equal(tostring(data.new {1, 255, 0}), "\1\255\0", "a block of a table")
tap.raises("element 2 is not a byte", "256 is not a byte", data.new, {1, 256})
tap.raises("element 1 is not a byte", "a string is not a byte", data.new, {"1"})
tap.raises("out of range", "a negative size", data.new, -1)
tap.raises("out of range", "a size beyond 2 GiB", data.new, 1 << 31)
tap.raises("size, string or table expected, got nil", "nil as size", data.new, nil)
tap.raises("size, string or table expected, got boolean", "a boolean", data.new, true)

local d = data.new("hello world")
tap.equal(#d, 11, "# counts bytes")
tap.ok(d == d and d ~= data.new("hello world"), "== is identity")
tap.equal(getmetatable(d), false, "the metatable is locked")
tap.raises("", "the metatable cannot be changed", setmetatable, d, {})
tap.equal(d.nothing, nil, "an unknown key of a block is nil")
tap.equal(d[1], nil, "a number as key is nil")
tap.raises("data has no field 'x'", "writing an unknown key", function() d.x = 1 end)
tap.raises("data has no field '1'", "writing a number as key", function() d[1] = 1 end)
tap.raises("data has no field 'find'", "writing over a method", function() d.find = 1 end)

-- segments
tap.equal(tostring(d:segment(6, 5)), "world", "a segment")
tap.equal(tostring(d:segment(6)), "world", "a segment to the end")
tap.equal(tostring(d:segment(6, 100)), "world", "a segment past the end is cut")
tap.equal(#d:segment(11), 0, "a segment at the end is empty")
tap.equal(d:segment(12), nil, "a segment beyond the end is nil")
tap.equal(d:segment(-1), nil, "a segment before the start is nil")
tap.equal(d:segment(math.maxinteger, math.maxinteger), nil, "an offset that would wrap")
tap.equal(#d:segment(1, math.maxinteger), 10, "a length that would wrap is cut")
tap.raises("negative length", "a negative length", d.segment, d, 0, -1)
tap.equal(tostring(d:segment(6):segment(1, 3)), "orl", "a segment of a segment")
tap.equal(tostring(data.segment(d, 0, 5)), "hello", "segment as a function of the library")
tap.raises("data expected, got string: data.new(s) makes a block", "segment of a string",
  data.segment, "x")
tap.raises("data expected, got table", "segment of a table", data.segment, {})
tap.raises("data expected, got no value", "segment of nothing", data.segment)

local kept
do
  local parent = data.new("to be kept")
  kept = parent:segment(6)
end
collectgarbage() collectgarbage()
tap.equal(tostring(kept), "kept", "a segment keeps the bytes of its block")

-- byte
tap.equal(d:byte(), 104, "byte without a position is the first")
tap.equal(d:byte(-1), 100, "byte from the end")
tap.equal(table.concat({d:byte(1, 3)}, " "), "104 101 108", "bytes of a range")
tap.equal(select("#", d:byte(12)), 0, "no byte beyond the end")
tap.equal(select("#", d:byte(0)), 0, "no byte before the start")
tap.equal(select("#", d:byte(3, 2)), 0, "no byte of an empty range")
tap.equal(select("#", d:byte(math.mininteger, math.maxinteger)), 11, "a range beyond both ends")
tap.equal(d:byte(0, 1), 104, "a range that begins before the start is cut")

-- dump
tap.equal(data.new("A\1"):dump(), "    0  41 01                                            A.\n",
  "dump")
tap.equal(data.new(0):dump(), "", "dump of nothing")
tap.equal(select(2, data.new(33):dump():gsub("\n", "")), 3, "dump of 33 bytes has three lines")

-- the paper's layouts: bits, most significant first
local l = data.layout {
  version = {0, 4}, ihl = {4, 4}, id = {8, 16}, low = {8, 16, "number", "little"},
  net = {8, 16, "number", "net"}, nine = {7, 9}, text = {3, 4, "string"}, all = {0, 64},
}
local p = data.new("\x45\x12\x34hi\0!")
tap.equal(p:layout(l), p, "layout gives the block back")
tap.equal(p.version, 4, "the high half of the first byte")
tap.equal(p.ihl, 5, "the low half of the first byte")
tap.equal(p.id, 0x1234, "a number is big-endian unless told otherwise")
tap.equal(p.low, 0x3412, "a little-endian number")
tap.equal(p.net, 0x1234, "network order")
tap.equal(p.nine, 0x112, "9 bits that begin with the last of a byte")
tap.equal(p.text, "hi\0!", "a string counts in bytes and has NULs")
tap.equal(p.all, nil, "a field beyond the block is nil")
tap.equal(p.nothing, nil, "a name that is no field is nil")
tap.equal(p:find("hi"), 4, "methods are there beside fields")
p.ihl = 6
tap.equal(tostring(p), "\x46\x12\x34hi\0!", "writing 4 bits leaves the others")
p.nine = 0x0ff
tap.equal(tostring(p), "\x46\xff\x34hi\0!", "writing 9 bits leaves the others")
p.low = 0x0102
tap.equal(tostring(p), "\x46\x02\x01hi\0!", "writing little-endian")
p.text = "yo"
tap.equal(tostring(p), "\x46\x02\x01yo\0!", "a shorter string leaves what is behind it")
tap.raises("5 bytes do not fit (at most 4)", "a longer string", function() p.text = "12345" end)
tap.raises("16 is out of range (0 to 15)", "a number with too many bits", function() p.ihl = 16 end)
tap.raises("-1 is out of range (0 to 15)", "a negative number", function() p.ihl = -1 end)
tap.raises("outside the data", "writing beyond the block", function() p.all = 1 end)
tap.raises("data has no field 'other'", "writing what is no field", function() p.other = 1 end)
tap.equal(tostring(p), "\x46\x02\x01yo\0!", "refused writes change nothing")

tap.equal(data.new("\0\0"):layout {x = {1, 16}}.x, nil, "bounds count the start bit")
tap.equal(data.new("\0\0\0"):layout {x = {1, 16}}.x, 0, "with one more byte it is inside")
local host = data.new("\1\0\0\0"):layout {x = {0, 32, "number", "host"}}
tap.ok(host.x == 1 or host.x == 1 << 24, "host order is one of two")
local shadow = data.new("\7"):layout {find = {0, 8}}
tap.equal(shadow.find, 7, "a field wins over a method of its name")
tap.equal(data.find(shadow, "\7"), 1, "and the library still has the method")

local names = {}
for k, v in pairs(p) do names[#names + 1] = k .. "=" .. tostring(v):byte() end
tap.equal(names[1]:sub(1, 7), "version", "pairs of a table's layout goes by offset")
tap.equal(#names, 7, "pairs leaves out what is beyond the block")

local view = l(data.new("\x45\x12\x34hi\0!X"))
tap.equal(view.id, 0x1234, "a table's layout makes views, too")
tap.equal(select(2, l(data.new("short"))), "data: needs 8 bytes at offset 0, block has 5",
  "or says why not")
collectgarbage() collectgarbage()
tap.equal(view.version, 4, "a view keeps its layout")

tap.raises("needs 1 to 64 bits", "no bits", data.layout, {x = {0, 0}})
tap.raises("needs 1 to 64 bits", "65 bits", data.layout, {x = {0, 65}})
tap.raises("lies in more than 8 bytes", "64 bits in 9 bytes", data.layout, {x = {1, 64}})
tap.raises("begins and ends with a byte", "little-endian across bytes", data.layout, {x = {1, 16,
  "number", "little"}})
tap.raises("out of range", "a negative offset", data.layout, {x = {-1, 8}})
tap.raises("out of range", "an offset that would wrap", data.layout, {x = {math.maxinteger, 8}})

-- The other form, and short words
local named = data.layout{
  port = {offset = 0, length = 16, type = "n", endian = "be"},
  low = {offset = 16, length = 16, endian = "le"},
  net = {32, 16, "n", "net"},
  text = {offset = 6, length = 3, type = "s"},
  mixed = {32, 8, type = "number", endian = "big"},
}
local words = data.new("\0\80\1\0\2\3abc"):layout(named)
tap.equal(words.port, 80, "a number by name")
tap.equal(words.low, 1, "in the other order")
tap.equal(words.net, 0x203, "in that of the network")
tap.equal(words.text, "abc", "a string")
tap.equal(words.mixed, 2, "both forms in one")
tap.raises("integer expected as second element, or length", "no length", data.layout,
  {x = {offset = 0}})
tap.raises("unknown type 'float'", "a type that is none", data.layout, {x = {0, 8, "float"}})
tap.raises("unknown endian 'middle'", "an order that is none", data.layout, {x = {0, 8, "number",
  "middle"}})
tap.raises("expected {offset, length", "a field that is no table", data.layout, {x = 1})
tap.raises("integer expected as first element", "no offset", data.layout, {x = {}})
tap.raises("names of fields are strings", "a number as name", data.layout, {{0, 8}})
tap.raises("longer than 40 bytes", "a name of 41 bytes", data.layout, {[("n"):rep(41)] = {0, 8}})
tap.equal(data.new("\9"):layout {[("n"):rep(40)] = {0, 8}}[("n"):rep(40)], 9, "a name of 40 bytes")
tap.raises("layout expected, got string", "applying what is no layout", d.layout, d, "x")
tap.raises("element 2 is not a byte", "data.layout of a list does not end up in new", data.new,
  {1, {}})

tap.done()
