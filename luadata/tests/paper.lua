-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The paper's Luadata: what scripts written for it rely on; the differences that README.md lists.
local tap = require "tap"
local kit = require "testkit"
local data = require "data"

local function hex(d)
  return (tostring(d):gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

-- Blocks: of bytes, of a size, of a string
tap.equal(hex(data.new {0x00, 0x7f, 0xff}), "007fff", "a block of a table's bytes")
tap.equal(#data.new {1, 2, 3, 4, 5}, 5, "# counts its bytes")
tap.equal(hex(data.new(3)), "000000", "a block of a size is zero")
tap.equal(hex(data.new "\a\0b"), "070062", "a block of a string's bytes")
tap.equal(data.new(9).anything, nil, "without a layout there are no fields")

-- Layouts in both forms, with each word: 12 34 56 78 9a
local five = "\x12\x34\x56\x78\x9a"
local machine = string.unpack("=I2", five)
local numbers = { -- offset, length, type, endian, value
  {0, 16, nil, nil, 0x1234}, {0, 16, "number", nil, 0x1234}, {0, 16, "n", nil, 0x1234},
  {0, 16, "number", "big", 0x1234}, {0, 16, "n", "be", 0x1234}, {0, 16, "n", "net", 0x1234},
  {0, 16, "number", "little", 0x3412}, {0, 16, "n", "le", 0x3412},
  {0, 16, "n", "host", machine}, {8, 32, "n", "le", 0x9a785634}, {16, 24, "n", "little", 0x9a7856},
  {0, 8, "n", "le", 0x12}, {0, 40, nil, nil, 0x123456789a},
  {0, 1, nil, nil, 0}, {3, 1, nil, nil, 1}, {4, 12, nil, nil, 0x234}, {4, 8, nil, nil, 0x23},
  {20, 9, nil, nil, 0xcf}, {38, 1, nil, nil, 1}, {39, 1, nil, nil, 0}, {31, 9, nil, nil, 0x9a},
  {40, 1, nil, nil, nil}, {33, 8, nil, nil, nil}, {0, 64, nil, nil, nil}, {400, 8, nil, nil, nil},
}
for _, n in ipairs(numbers) do
  local at, length, kind, order, value = n[1], n[2], n[3], n[4], n[5]
  local name = ("{%d, %d, %s, %s}"):format(at, length, kind, order)
  local by_position = {at, length, kind or (order and "number"), order}
  local by_name = {offset = at, length = length, type = kind, endian = order}
  tap.equal(data.new(five):layout {x = by_position}.x, value, name)
  tap.equal(data.new(five):layout(data.layout {x = by_name}).x, value, name .. " by name")
end

-- Strings are in bytes, whatever they are
local text = data.new "key=\0lue":layout {
  key = {0, 3, "s"}, value = {4, 4, "string"}, named = {offset = 1, length = 2, type = "s"},
  all = {0, 8, "s"}, past = {5, 4, "s"}, behind = {9, 1, "s"},
}
tap.equal(text.key, "key", "a string")
tap.equal(text.value, "\0lue", "it may have NULs")
tap.equal(text.named, "ey", "by name")
tap.equal(text.all, "key=\0lue", "of the whole block")
tap.equal(text.past, nil, "a string that ends beyond the block is nil")
tap.equal(text.behind, nil, "so is one that begins beyond it")
text.key = "KEY"
tap.equal(tostring(text), "KEY=\0lue", "it is written in place")
text.all = "no"
tap.equal(text.all, "noY=\0lue", "a shorter one leaves what is behind it")
text.all = ""
tap.equal(text.all, "noY=\0lue", "one of no bytes leaves all")

-- Writing: only the bits of the field
local bits = data.new "\xff\xff\xff":layout {
  first = {0, 1}, last = {23, 1}, nine = {7, 9}, low = {8, 16, "n", "le"},
}
bits.first = 0
tap.equal(hex(bits), "7fffff", "the first bit")
bits.last = 0
tap.equal(hex(bits), "7ffffe", "the last bit")
bits.nine = 0x101
tap.equal(hex(bits), "7f01fe", "nine bits across a byte")
bits.low = 0x1234
tap.equal(hex(bits), "7f3412", "two bytes, the lower first")
local wide = data.new(8):layout {x = {0, 64}, le = {0, 64, "n", "le"}}
for _, value in ipairs {-1, math.mininteger, math.maxinteger, 0, 0x0123456789abcdef} do
  wide.x = value
  tap.equal(wide.x, value, ("64 bits of %#x"):format(value))
  wide.le = value
  tap.equal(wide.le, value, ("the lower byte first: %#x"):format(value))
end

-- Applying a layout again, one layout on several blocks, methods beside fields
local word = data.layout {word = {0, 16}}
local a, b = data.new "\1\2", data.new "\3\4"
tap.ok(rawequal(a:layout(word), a), "d:layout gives the block back")
tap.equal(a.word, 0x102, "a layout on one block")
tap.equal(b:layout(word).word, 0x304, "and on another")
tap.equal(a:layout {byte = {8, 8}}.byte, 2, "another layout instead")
tap.equal(a.word, nil, "takes the fields of the first away")

-- Segments: the same bytes
local whole = data.new "\1\2\3\4\5\6"
local part, rest, all = whole:segment(1, 4), whole:segment(2), whole:segment()
tap.equal(hex(part), "02030405", "offset and length")
tap.equal(hex(rest), "03040506", "offset alone: to the end")
tap.equal(hex(all), "010203040506", "neither: all of it")
tap.equal(hex(part:segment(1)), "030405", "a segment of a segment ends with it")
tap.equal(hex(part:segment(1, 2)), "0304", "its offset counts from the segment")
tap.equal(part.word, nil, "a segment has a layout of its own")
tap.equal(part:layout(word).word, 0x203, "whose offsets count from it")
tap.equal(whole:layout(word).word, 0x102, "beside that of the block")
tap.equal(part:segment(3):layout(word).word, nil, "and whose end is its own")
all:layout(word).word = 0xcafe
tap.equal(whole.word, 0xcafe, "what is written through one is read through the other")
tap.equal(part.word, 0xfe03, "and where they overlap")

-- The collector: a segment keeps the bytes, a block its layout
local weak = setmetatable({whole = whole, part = part, word = word}, {__mode = "v"})
whole, part, rest, word = nil, nil, nil, nil -- luacheck: ignore
a, b = nil, nil -- luacheck: ignore
collectgarbage() collectgarbage()
tap.equal(weak.part, nil, "what nobody has is collected")
tap.equal(hex(all), "cafe03040506", "a segment keeps the bytes")
tap.equal(all.word, 0xcafe, "and its layout")

-- From C: memory that is lent, until ldata_unref()
local kept
kit.paper(function(d)
  kept = d:layout {high = {0, 4}, middle = {4, 16}, low = {20, 4}}
  tap.equal(d.high, 0x0, "ldata_newref: 01 02 03, the first 4 bits")
  tap.equal(d.middle, 0x1020, "the 16 after them")
  tap.equal(d.low, 0x3, "the 4 after those")
end)

-- ---- Differences: README.md has the reasons ----

local d = data.new "\1\2\3\4":layout {
  word = {0, 16}, nibble = {0, 4}, text = {0, 2, "s"}, out = {32, 8}, layout = {0, 8},
}
local function sets(name, value) return function() d[name] = value end end
local function refuses(fields) return function() data.layout(fields) end end

tap.raises("data has no field 'no'", "writing what is no field", sets("no", 1))
tap.raises("outside the data", "writing beyond the end", sets("out", 1))
tap.raises("out of range", "writing a number that needs more bits", sets("nibble", 16))
tap.raises("integer", "writing a number as text", sets("word", "7"))
tap.raises("integer", "writing nil", sets("word", nil))
tap.raises("3 bytes do not fit", "writing a longer string", sets("text", "abc"))
tap.raises("a string", "writing a number to a string", sets("text", 12))
tap.equal(hex(d), "01020304", "none of them wrote anything")
tap.equal(d.layout, 1, "a field wins over a method of its name")

tap.equal(#data.new(0), 0, "a size of 0 is an empty block")
tap.equal(#data.new {}, 0, "so is an empty table")
tap.equal(#data.new "", 0, "and an empty string")
tap.equal(data.new "":layout {x = {0, 8}}.x, nil, "in which no field lies")
tap.raises("size, string or table expected", "nothing makes no block", data.new)
tap.raises("size, string or table expected", "nor does true", data.new, true)
tap.raises("element 2 is not a byte", "256 is no byte", data.new, {1, 256})
tap.raises("element 1 is not a byte", "nor is a string", data.new, {"1"})

tap.raises("needs 1 to 64 bits", "a number of 65 bits", refuses {x = {0, 65}})
tap.raises("needs 1 to 64 bits", "a number of no bits", refuses {x = {0, 0}})
tap.raises("integer expected as second element", "a field without a length", refuses {x = {0}})
tap.raises("unknown type 'little'", "an order in the place of the type",
  refuses {x = {0, 64, "little"}})
tap.raises("unknown endian 'string'", "a type in the place of the order",
  refuses {x = {offset = 0, length = 3, endian = "string"}})
tap.raises("unknown endian 'lsb'", "words count, not their first letters",
  refuses {x = {0, 16, "n", "lsb"}})
tap.raises("lies in more than 8 bytes", "64 bits in 9 bytes", refuses {x = {4, 64}})
tap.raises("begins and ends with a byte", "little-endian across bytes",
  refuses {x = {4, 16, "n", "le"}})
tap.raises("table expected", "data.layout of no table", data.layout, "x")
tap.raises("layout expected", "d:layout of no table", data.layout, d, 1)
local plain = {x = {0, 8}}
data.layout(plain)
tap.equal(plain.x[2], 8, "the table is read, not changed")

tap.equal(data.new "\0\0":layout {x = {1, 16}}.x, nil, "16 bits at bit 1 need a third byte")
tap.equal(data.new "\0\0\0":layout {x = {1, 16}}.x, 0, "which may be there")
tap.equal(hex(d:segment(2, 9)), "0304", "a segment that runs past the end is cut")
tap.equal(#d:segment(4), 0, "one at the end is empty")
tap.equal(d:segment(5), nil, "one beyond it is nil")

tap.raises("data expired", "after ldata_unref a field raises", function() return kept.middle end)
tap.raises("data expired", "and the size", function() return #kept end)

tap.done()
