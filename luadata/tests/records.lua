-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Lists of records, names that are compressed, flags, text that only C finds.
local tap = require "tap"
local data = require "luadata"
local kit = require "wirekit"

-- The options of a TCP SYN (RFC 9293, 3.2; RFC 7323; RFC 2018), after 4 bytes of which the first
-- is their length: MSS 1460, SACK permitted, timestamps 1 and 0, no operation, window scale 7.
local syn = "\x02\x04\x05\xb4" .. "\x04\x02" .. "\x08\x0a\0\0\0\1\0\0\0\0" .. "\1" .. "\3\3\7"
local function segment(options, rest)
  return kit.segment(data.new(string.char(#options, 0, 0, 0) .. options .. (rest or "")))
end

local s = segment(syn, "data")
local list = s.options
tap.equal(#list, 5, "# counts the records")
tap.equal(list[1].kind, 2, "the first")
tap.equal(list[1].mss, 1460, "a field of a record that depends on another")
tap.equal(list[2].mss, nil, "which another record does not have")
tap.equal(list[4].kind, 1, "a record of one byte")
tap.equal(list[4].length, nil, "has no length")
tap.equal(list[5].label, "\7", "text of computed size")
tap.equal(list[3].label, "", "which ends at a NUL")
tap.equal(list[6], nil, "past the end")
tap.equal(list[0], nil, "before the start")
tap.equal(list[-1], nil, "a negative position")
tap.equal(list[math.mininteger], nil, "far before the start")
tap.equal(list[math.maxinteger], nil, "far past the end")
tap.equal(list[1].kind + list[3].kind, 10, "back and forth")
tap.equal(tostring(s.rest), "data", "what follows the list")

local function kinds(iterate, l)
  local found = {}
  for i, o in iterate(l) do found[#found + 1] = i .. ":" .. o.kind end
  return table.concat(found, " ")
end
tap.equal(kinds(ipairs, list), "1:2 2:4 3:8 4:1 5:3", "ipairs")
tap.equal(kinds(pairs, list), "1:2 2:4 3:8 4:1 5:3", "pairs")

-- by name
tap.equal(list.mss.mss, 1460, "by name")
tap.equal(list.window_scale.length, 3, "by name, the last")
tap.equal(segment("\1\1").options.mss, nil, "by name, none")
tap.equal(segment("\2\4\0\1\2\4\0\2").options.mss.mss, 1, "by name, the first of two")
tap.raises("segment.option.kind has no constant 'mms' (nearest: 'mss')", "a misspelt name",
  function() return list.mms end)
tap.raises("segment.options: records are numbered from 1", "a boolean as key",
  function() return list[true] end)

-- the layout of the records
tap.equal(kit.segment.options.kind.mss, 2, "a constant of the records")
tap.equal(kit.segment.options.name(list[1], "kind"), "mss", "the name of a record's value")
tap.ok(rawequal(kit.segment.options, kit.segment.options), "the layout of the records, once")
tap.raises("a view of segment.option expected, got one of segment)", "which is not the list's own",
  function() return kit.segment.options.name(s, "kind") end)

-- where lists end
tap.equal(#segment("").options, 0, "an empty list")
tap.equal(segment("").options[1], nil, "has no first")
tap.equal(#segment("\1\1\0\1").options, 2, "a record that ends the list is none of it")
tap.equal(#segment("\1\2").options, 1, "a record that is cut before its length")
tap.equal(#segment("\1\2\4\0").options, 1, "a record that is cut after it")
tap.equal(#segment("\1\2\0\1\1").options, 1, "a record of no bytes")
tap.equal(#segment("\1\2\1\1\1").options, 1, "a record that is shorter than its length")
local many = segment(("\1"):rep(200) .. "\2\4\5\xb4" .. "\2\4\0\1")
tap.equal(#many.options, 202, "as many records as there are")
tap.equal(many.options.mss.mss, 1460, "by name behind 200 others")
tap.equal(many.options[202].mss, 1, "by number, too")

-- all of a type
local function all_of(l, type)
  local found = {}
  for i, o in l(type) do found[#found + 1] = i .. ":" .. (o.mss or "") end
  return table.concat(found, " ")
end
tap.equal(all_of(many.options, "mss"), "201:1460 202:1", "all of a type")
tap.equal(all_of(many.options, 2), "201:1460 202:1", "by its number")
tap.equal(all_of(many.options, 99), "", "none of a type without a name")
tap.equal(all_of(list, "nop"), "4:", "one of a type")
tap.raises("has no constant 'mzz'", "all of a type that is none", function() list "mzz" end)
tap.raises("segment.options: no function: ipairs(list) goes over its records", "all of nothing",
  function() list() end)
do
  local cut = kit.segment(data.new("\9\0\0\0\1\1"))
  tap.equal(#cut.options, 2, "a list that claims more than there is, is cut, as a block is")
  tap.equal(kit.segment.has(cut, "options"), true, "and here")
end

-- writing
tap.raises("segment.options: a list: write the fields of its records", "an element is not written",
  function() list[1] = 1 end)
tap.raises("segment.options: a list: write the fields of its records", "nor is the list",
  function() s.options = "x" end)
list[1].mss = 536
tap.equal(tostring(data.new(tostring(s)):byte()), "115", "a view's text begins with its name")
tap.equal(s.options.mss.mss, 536, "a field of a record is written")
do
  local t = segment("\2\4\5\xb4\4\2")
  local seen = {}
  for _, o in ipairs(t.options) do
    seen[#seen + 1] = o.kind
    if o.kind == 2 then o.kind = 1 end -- what follows is read as kind 4, length 5
  end
  tap.equal(table.concat(seen, " "), "2 4", "a loop goes on from what was written")
end

-- text
tap.equal(tostring(segment("\1\2\4\0\1").options),
  "[segment.option{kind=nop}, segment.option{kind=mss, length=4, mss=1, label=\"\"}]",
  "tostring of a list")
tap.equal(tostring(segment("\1")), "segment{size=1, check=0, options=[segment.option{kind=nop}]"
  .. ", rest=<0 bytes>}", "tostring of a view with a list")
tap.ok(kit.segment.dump(segment("\1")):find("4  01 +options = %[segment.option{kind=nop}%]\n"),
  "dump")
tap.equal(data.text(segment("\1"), "options"), "[segment.option{kind=nop}]", "text")
tap.equal(tostring(segment("").options), "[]", "of an empty list")
tap.equal(kit.segment.has(segment(""), "options"), true, "which is here")

-- expiry
do
  local kept, element
  kit.lend("\4\0\0\0\2\4\5\xb4", 8, false, function(d)
    kept = kit.segment(d).options
    element = kept[1]
    tap.equal(element.mss, 1460, "a record of a loan")
  end)
  local expired = "data expired"
  tap.raises(expired, "a list expires", function() return kept[1] end)
  tap.raises(expired, "its length", function() return #kept end)
  tap.raises(expired, "its text", function() return tostring(kept) end)
  tap.raises(expired, "its iterator", function() for _ in pairs(kept) do error "?" end end)
  tap.raises(expired, "a record expires", function() return element.kind end)
end

-- What place functions read is made linear: as much as there is of what they may read.
local function fragmented(bytes, linear, f, err)
  return kit.lend(bytes, linear, false, f, err)
end
do
  local _, pulls = fragmented("\4\0\0\0\2\4\5\xb4", 4, function(d)
    tap.equal(kit.segment(d).options[1].mss, 1460, "a list that is not linear")
  end)
  tap.equal(pulls, 1, "is pulled once")
  fragmented("\5\0\0\0\1\2\4\5\xb4", 5, function(d)
    tap.equal(kit.segment(d).options.mss.mss, 1460, "by name, where it is not linear")
  end)
  tap.raises("data cannot be reached (error 5)", "what cannot be reached is no absent field",
    fragmented, "\0\1\3www\7example\3org\0", 2, function(d) return kit.dns(d).name end, -5)
  tap.raises("data: out of memory", "nor is what there is no memory for",
    fragmented, "\0\1\3www\7example\3org\0", 2, function(d) return kit.dns(d).name end, -12)
  fragmented("\0\1\3www\7example\3org\0", 2, function(d)
    tap.equal(kit.dns(d).name, "www.example.org", "a name that is not linear")
    tap.equal(#kit.dns(d).records, 0, "and what follows it")
  end)
  fragmented("\0\1\3www\7example\3org\0", 2, function(d)
    tap.equal(kit.dns.has(kit.dns(d), "name"), true, "has, where it is not linear")
  end)
end

-- names: those of RFC 1035, 4.1.4, at the offsets 20, 40, 64 and 92 that it gives
local example = ("\0"):rep(20) .. "\1F\3ISI\4ARPA\0" .. ("\0"):rep(8) .. "\3FOO\xc0\x14"
  .. ("\0"):rep(18) .. "\xc0\x1a" .. ("\0"):rep(26) .. "\0"
local function name_at(message, offset)
  -- the view begins where the message does: 2 bytes before the name that it has
  local d = data.new(message)
  return kit.dns(d:segment(offset - 2)).name
end
tap.equal(name_at(example, 20), "F.ISI.ARPA", "a name")
tap.equal(name_at(example, 92), ".", "the root")
do
  -- as records of a message that begins at offset 4 of the block
  local message = "xxxx" .. "\0\0" .. "\1F\3ISI\4ARPA\0" .. "\3FOO\xc0\x02\0\1" .. "\xc0\x04\0\2"
    .. "\0\0\3" .. "\4\\.\0\x7f\xc0\x04\0\4" .. "\xc0\x22\0\5"
  local m = kit.dns(data.new(message), 4)
  local r = m.records
  tap.equal(m.name, "F.ISI.ARPA", "the first name")
  tap.equal(#r, 5, "records begin after names in place")
  tap.equal(r[1].owner, "FOO.F.ISI.ARPA", "a label and a pointer")
  tap.equal(r[1].type, 1, "what follows a pointer")
  tap.equal(r[2].owner, "ISI.ARPA", "a pointer alone, to the middle of a name")
  tap.equal(r[3].owner, ".", "the root")
  tap.equal(r[3].type, 3, "what follows the root")
  tap.equal(r[4].owner, "\\\\\\.\\000\\127.ISI.ARPA", "escapes as in zone files")
  tap.equal(r[5].owner, "ISI.ARPA", "a pointer to a pointer")
  tap.equal(kit.dns(data.new(message:sub(5))).records[1].owner, "FOO.F.ISI.ARPA",
    "pointers count from the view that the script made")
  tap.ok(tostring(m):find("name=F.ISI.ARPA, records=[dns.record{owner=FOO.F.ISI.ARPA, type=1}", 1,
    true), "tostring")
  local found = {}
  for k, v in pairs(r[1]) do found[#found + 1] = k .. "=" .. v end
  tap.equal(table.concat(found, " "), "owner=FOO.F.ISI.ARPA type=1", "pairs")
  tap.raises("dns.name: read-only", "a name is not written", function() m.name = "x" end)
end

local function name(bytes) return kit.dns(data.new("\0\0" .. bytes)).name end
local function malformed(what, bytes, offset)
  local m = kit.dns(data.new("\0\0" .. bytes))
  local value
  if offset then value = m.records[offset].owner else value = m.name end
  tap.equal(value, nil, what)
end
malformed("no bytes", "")
malformed("no end", "\3www")
malformed("a label beyond the end", "\9www\0")
malformed("half a pointer", "\xc0")
malformed("a label of the kind 01", "\x41" .. ("a"):rep(65) .. "\0")
malformed("a label of the kind 10", "\x80\0")
malformed("a pointer to itself", "\xc0\x02")
malformed("a pointer into its own labels", "\1a\xc0\x02")
malformed("a pointer forwards", "\xc0\x04\0")
malformed("a pointer beyond the end", "\xff\xff")
malformed("a pointer to a pointer to itself", "\xc0\x02\xc0\x02\0\0", 1)
tap.equal(kit.dns(data.new("\x80\0" .. "\0" .. "\xc0\0" .. "\0\0")).records[1].owner, nil,
  "a pointer to a broken name")
tap.equal(kit.dns.has(kit.dns(data.new("\0\0\xc0\x02")), "name"), false, "has no malformed name")
tap.equal(data.text(kit.dns(data.new("\0\0\xc0\x02")), "name"), "nil", "its text")
do
  local long = ("\63" .. ("a"):rep(63)):rep(3) .. "\61" .. ("a"):rep(61) .. "\0"
  tap.equal(#long, 255, "the longest name has 255 bytes")
  tap.equal(#(name(long) or ""), 3 * 64 + 61, "and is one")
  malformed("256 bytes", ("\63" .. ("a"):rep(63)):rep(3) .. "\62" .. ("a"):rep(62) .. "\0")
  tap.equal(#(name(("\1a"):rep(127) .. "\0") or ""), 253, "127 labels")
  malformed("128 labels", ("\1a"):rep(128) .. "\0")
  -- a name of 250 bytes behind a label of 5 bytes: 255; of 6 bytes: 256
  local first = ("\x3e" .. ("b"):rep(62)):rep(3) .. "\x3b" .. ("b"):rep(59) .. "\0"
  tap.equal(#first, 250, "(the test's own count)")
  local m = kit.dns(data.new("\0\0" .. first .. "\4cccc\xc0\2\0\1" .. "\5ccccc\xc0\2\0\1"))
  tap.equal(#(m.records[1].owner or ""), 253, "255 bytes with what the pointer leads to")
  tap.equal(m.records[2].owner, nil, "256 bytes with it")
  tap.equal(m.records[2].type, 1, "do not hide what follows")
end
do
  -- each a pointer to the one before
  local chain = "\1a\0"
  for i = 0, 9 do
    chain = chain .. string.pack(">I2I2", 0xc000 | (i == 0 and 2 or 1 + 4 * i), 0)
  end
  local r = kit.dns(data.new("\0\0" .. chain)).records
  tap.equal(r[10].owner, "a", "pointers to pointers")
end

-- flags
do
  local v = kit.flags(data.new("\x12\0"))
  tap.equal(v.any, 0x12, "flags read as an integer")
  tap.equal(kit.flags.any.syn, 2, "their constants are masks")
  tap.equal(kit.flags.name(v, "any"), "syn|ack", "the names of the bits that are set")
  v.any = 0x52
  tap.equal(kit.flags.name(v, "any"), "syn|ack|0x40", "bits without a name")
  tap.equal(tostring(v), "flags{any=syn|ack|0x40, known=0x0}", "tostring")
  v.any = 0x40
  tap.equal(kit.flags.name(v, "any"), "0x40", "only such")
  v.any = 0
  tap.equal(kit.flags.name(v, "any"), "0x0", "none")
  v.any = "syn|ack"
  tap.equal(v.any, 18, "names are written")
  v.any = "fin"
  tap.equal(v.any, 1, "one name")
  v.any = "both|fin"
  tap.equal(v.any, 19, "a name for two bits")
  v.any = ""
  tap.equal(v.any, 0, "no name")
  v.any = 255
  tap.equal(v.any, 255, "any bits")
  local function write(f, value) v[f] = value end
  tap.raises("flags.any has no constant 'sync' (nearest: 'syn')", "a misspelt name", write, "any",
    "ack|sync")
  tap.raises("flags.any has no constant ''", "a '|' too many", write, "any", "ack|")
  tap.raises("flags.any has no constant ''", "a '|' before the first", write, "any", "|ack")
  tap.raises("flags.any: 256 is out of range (0 to 255)", "9 bits", write, "any", 256)
  tap.raises("flags.known: 64 has bits without a name", "a bit without a name", write, "known", 64)
  v.known = 19
  tap.equal(v.known, 19, "known bits")
  tap.equal(v.any, 255, "refused writes change nothing")
end

-- objects with a length of their own, and text that only C finds
do
  local t <close> = kit.thing(3, "a\1b")
  tap.equal(t.label, "a\1b", "text that C finds")
  tap.equal(#t.items, 3, "an array behind the fixed part")
  tap.equal(t.items[3], 3, "its last element")
  t.items[3] = 9
  tap.equal(t.items[3], 9, "written")
  tap.raises("thing.label: read-only", "the text is not", function() t.label = "x" end)
  tap.equal(tostring(t), "thing{label=\"a\\x01b\", items=[1, 2, 9]}", "tostring")
  local long <close> = kit.thing(9, ("x"):rep(40))
  tap.equal(#long.items, 8, "no more elements than are declared")
  tap.equal(data.text(long, "label"), '"' .. ("x"):rep(40) .. '"', "a longer text")
  local none <close> = kit.thing(0, nil)
  tap.equal(none.label, nil, "no text")
  tap.equal(#none.items, 0, "no elements")
  tap.equal(tostring(none), "thing{label=nil, items=[]}", "tostring without")
  tap.raises("thing: an object of 3 bytes", "an object that is too short", kit.thing, 0, nil, 3)
end

-- of an object in an object, a script sees the fields alone
do
  local v, layout = kit.nested()
  tap.equal(v.inside.open + v.all[2].open, 3, "fields of objects in an object")
  tap.equal(layout.dump(v):find("aa"), nil, "but none of their other bytes, in a dump")
  tap.equal(layout.dump(v):find("bb"), nil, "nor those of an array of them")
end

-- fields that are set together, one of which says where another lies
do
  local option = kit.segment.options
  local function set(order)
    local bytes = kit.lend("\2\4ab" .. ("x"):rep(300), 4, false, function(d)
      local v, values = option(d), {}
      for i = 1, order do values["k" .. i] = true end -- so that the two change places
      for i = 1, order do values["k" .. i] = nil end
      values.label, values.length = "a", 200
      option.set(v, values)
    end)
    return bytes
  end
  local grown, kept = "\2\200a" .. ("\0"):rep(197), "\2\200a\0"
  local rest = ("x"):rep(300)
  for order = 1, 8 do
    local bytes = set(order)
    tap.ok(bytes == grown .. rest:sub(197) or bytes == kept .. rest,
      "a place that moves while it is set, " .. order)
  end
end

tap.done()
