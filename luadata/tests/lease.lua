-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Loans: what a script keeps of memory that was lent, and memory that moves under its hands.
local tap = require "tap"
local data = require "luadata"
local kit = require "testkit"

local bytes = "\x45\x10\x00\x1c\x12\x34\x40\x00\x40\x11\xab\xcd\x0a\x00\x00\x01\xc0\xa8\x01\xfe"
  .. "payload!"
local expired = "data expired (copy with tostring() to keep it)"
local block, view, seg, sub, iterator, array

kit.lend(bytes, #bytes, function(d, v)
  block, view = d, v
  seg = d:segment(20)
  sub = v.payload
  iterator = d:gmatch("%a")
  tap.equal(tostring(seg), "payload!", "a segment during the loan")
  tap.equal(v.ttl, 64, "a field during the loan")
  tap.equal(iterator(), "E", "an iterator during the loan")
end)
tap.raises(expired, "# after the loan", function() return #block end)
tap.raises(expired, "tostring after the loan", tostring, block)
tap.raises(expired, "a segment's bytes after the loan", tostring, seg)
tap.raises(expired, "a method after the loan", function() return block:find("a") end)
tap.raises(expired, "a field after the loan", function() return view.ttl end)
tap.raises(expired, "a write after the loan", function() view.ttl = 1 end)
tap.raises(expired, "a layout after the loan", function() block:layout {x = {0, 8}} end)
tap.raises(expired, "a view after the loan", kit.ipv4, block)
tap.raises(expired, "a part of a view after the loan", tostring, sub)
tap.raises(expired, "an iterator after the loan", iterator)
tap.raises(expired, "printing a view after the loan", tostring, view)
tap.raises(expired, "pairs after the loan", pairs, view)
tap.raises(expired, "dump after the loan", data.dump, view)

kit.lend("\x46" .. bytes:sub(2), #bytes, function(d, v)
  tap.ok(rawequal(d, block) and rawequal(v, view), "the pair is lent again")
  tap.equal(view.ihl, 6, "a kept pair means the new memory")
  tap.raises(expired, "what was derived is expired for good", tostring, seg)
  tap.raises(expired, "an iterator, too", iterator)
end)

-- a view of an earlier loan cannot write to a later one, even where that is writable
local stale
kit.lend(bytes, #bytes, function(d) stale = kit.ipv4(d) end)
kit.lend(bytes, #bytes, function(d, v)
  v.ttl = 63
  tap.raises(expired, "writing through a view of an earlier loan", function() stale.ttl = 1 end)
  tap.raises(expired, "setting through it", kit.ipv4.set, stale, {ttl = 1})
  tap.equal(d:byte(9), 63, "changes nothing")
  tap.raises("device expected, got ipv4", "C does not take one object for another",
    kit.checkdevice, v)
end)

-- memory that is linear in part, and moves whenever more is asked for
local pulls, copies = kit.lend(bytes, 20, function(d, v)
  tap.equal(#d, 28, "# counts what is not linear")
  tap.equal(v.ttl, 64, "a field in the linear part")
  tap.equal(tostring(d:segment(0, 20)), bytes:sub(1, 20), "the linear part")
end)
tap.equal(pulls * 10 + copies, 0, "nothing was pulled for it")

pulls, copies = kit.lend(bytes, 20, function(d)
  local s = d:segment(22, 2)
  tap.equal(tostring(s), "yl", "a segment beyond the linear part")
end)
tap.equal(pulls * 10 + copies, 10, "was pulled once")

pulls = kit.lend(bytes, 10, function(d)
  local v = kit.ipv4(d)
  tap.equal(v.daddr, 0xc0a801fe, "a view pulls its fixed part")
  tap.equal(v.id, 0x1234, "all of it")
end)
tap.equal(pulls, 1, "at once")

kit.lend(bytes, 4, function(d)
  local words = {}
  for w in d:gmatch("%a+") do
    words[#words + 1] = w
    collectgarbage()
  end
  tap.equal(table.concat(words, ","), "E,payload", "gmatch over memory that moves")
end)
kit.lend(bytes, 0, function(d)
  tap.equal(d:find("payload", 1, true), 21, "find pulls")
end)
kit.lend(bytes, 1, function(d)
  tap.equal(select("#", d:unpack("c5c5c5")), 4, "unpack pulls")
end)
kit.lend(bytes, 1, function(d)
  tap.equal(d:byte(28), 33, "byte pulls")
  tap.equal(#d:dump() > 0, true, "dump pulls")
end)

pulls, copies = kit.lend(bytes, 20, function(d, v)
  v.ttl = 9
  v.tos = 8
  tap.equal(v.ttl * 10 + v.tos, 98, "the first write makes the memory writable")
  v.payload = "PAYLOAD!"
  tap.equal(tostring(d:segment(20)), "PAYLOAD!", "a write beyond the linear part")
end)
tap.equal(copies, 1, "it is made writable once")
tap.equal(pulls, 1, "and pulled once")
copies = select(2, kit.lend(bytes, 20, function(_, v)
  tap.raises("ipv4.ttl: 256 is out of range", "a bad value", function() v.ttl = 256 end)
end))
tap.equal(copies, 0, "a write that is refused leaves the memory as it is")
kit.lend(bytes, 20, function(d, v)
  kit.ipv4.set(v, {ttl = 7, payload = "........", id = 1})
  tap.equal(tostring(d), "\x45\x10\x00\x1c\x00\x01\x40\x00\x07\x11" .. bytes:sub(11, 20)
    .. "........", "set, too")
end)

-- owners that fail: 12 is ENOMEM, 1 EPERM, 95 EOPNOTSUPP, 14 EFAULT
kit.lend(bytes, 20, function(d, v)
  tap.raises("data: out of memory", "pull without memory", tostring, d)
  tap.raises("data: out of memory", "write without memory", function() v.ttl = 1 end)
  tap.raises("data: out of memory", "find without memory", d.find, d, "x")
  tap.equal(v.ttl, 64, "what is linear can still be read")
end, -12)
kit.lend(bytes, #bytes, function(_, v)
  tap.raises("data is read-only", "writing what is not for writing", function() v.ttl = 1 end)
  tap.raises("data is read-only", "nor by set", kit.ipv4.set, v, {ttl = 1})
end, -1)
kit.lend(bytes, 20, function(d, v)
  tap.raises("data cannot be reached: it lies in several packets", "what is not one", tostring, d)
  tap.equal(v.ttl, 64, "what is linear can be read there, too")
end, -95)
kit.lend(bytes, 20, function(d)
  tap.raises("data cannot be reached (error 14)", "any other failure", tostring, d)
end, -14)

-- what a packet hook lends: headers that C finds
kit.lend(bytes, 20, function(_, _, hdr)
  tap.equal(hdr.ip.ttl, 64, "a header in the packet")
  tap.equal(hdr.saddr, data.addr "10.0.0.1", "an address of 4 bytes is a number")
  tap.equal(hdr.sport, 0x7061, "a number beyond the linear part")
  hdr.saddr, hdr.sport = data.addr "10.0.0.2", 80
  tap.equal(hdr.ip.saddr, data.addr "10.0.0.2", "written")
  tap.equal(tostring(hdr.ip.payload), "\0\80yload!", "both")
  tap.raises("hdr.saddr: expected an integer, got a string", "of the wrong kind",
    function() hdr.saddr = data.addr "::1" end)
  tap.raises("hdr.saddr: 4294967296 is out of range (0 to 4294967295)", "too large",
    function() hdr.saddr = 1 << 32 end)
  tap.raises("hdr.sport: -1 is out of range (0 to 65535)", "too small",
    function() hdr.sport = -1 end)
  tap.raises("hdr.sport: expected an integer, got a boolean", "no number at all",
    function() hdr.sport = true end)
  for _, key in ipairs {"saddr", "sport"} do
    local old = hdr[key]
    hdr[key] = old ~ 0x0102
    tap.equal(hdr[key], old ~ 0x0102, key .. " by a name in a variable")
    hdr[key] = old
  end
  tap.raises("only the kernel puts layouts over its objects", "headers are no block", kit.ipv4, hdr)
  tap.raises("a kernel object has fields, not bytes", "and have no bytes", data.segment, hdr, 0)
  tap.equal(kit.point(hdr.ip, 8).y, data.new(bytes):unpack(">i2", 11), "a header in them has")
  tap.equal(#data.segment(hdr.ip, 20), 8, "and reaches to the end of the packet")
  tap.ok(tostring(hdr):find("^hdr{ip=ipv4{version=4.*saddr=10.0.0.2.*sport=80}$"), "printed")
end)
local six = "\x60" .. ("\0"):rep(7) .. data.addr("2001:db8::1"):sub(1)
  .. data.addr("::2"):sub(1)
kit.lend(six, #six, function(_, _, hdr)
  tap.equal(hdr.ip, nil, "a header that is not there")
  tap.equal(hdr.sport, nil, "nor what is in it")
  tap.equal(hdr.saddr, data.addr "2001:db8::1", "an address of 16 bytes is a string")
  tap.raises("hdr.sport: absent", "what is absent is not written", function() hdr.sport = 1 end)
  tap.raises("hdr.saddr: expected a string or a block, got an integer", "nor with another type",
    function() hdr.saddr = 1 end)
  tap.equal(tostring(hdr), "hdr{saddr=2001:db8::1}", "printed")
end)
for size = 0, 20 do
  kit.lend(("\x45"):rep(size), size, function(_, _, hdr)
    if size < 20 then
      assert(hdr.ip == nil and (size >= 16) == (hdr.saddr ~= nil) and hdr.sport == nil)
    end
  end)
end
tap.ok(true, "short packets")

-- a declared layout over a block that is too short for its place functions
for size = 0, 20 do
  local d = data.new(("\x45"):rep(size)):layout(kit.ipv4)
  if size < 20 then assert(d.options == nil and d.payload == nil) else assert(#d.options == 0) end
end
tap.ok(true, "placed fields of a short block are nil")

-- an error in the borrower ends the loan, too
local ok, message = pcall(kit.lend, bytes, 20, function(d) seg = d:segment(0) error("mine", 0) end)
tap.equal(ok, false, "the error comes back")
tap.equal(message, "mine", "unchanged")
tap.raises(expired, "and the loan is over", tostring, seg)

-- arrays hold the lease as well
do
  local big = data.new(80)
  array = kit.all(big).words
  big = nil -- luacheck: ignore
  collectgarbage() collectgarbage()
  tap.equal(#array, 3, "an array keeps its memory")
end

-- C objects
local dev = kit.newdevice()
tap.equal(dev.serial, 4711, "an object's field")
tap.equal(dev.armed, true, "a bit-field through C")
tap.equal(dev.level, 9, "another")
dev.level = 31
tap.equal(dev.level, 31, "written through C")
tap.raises("device.level: 32 is out of range (0 to 31)", "checked before",
  function() dev.level = 32 end)
tap.raises("device.armed: read-only", "without a function to write",
  function() dev.armed = false end)
dev.label = "second"
tap.equal(dev.label, "second", "text in an object")
tap.equal(kit.checkdevice(dev), 4711, "C takes the object back")
tap.raises("a kernel object has fields, not bytes", "an object has no bytes", data.segment, dev,
  0, 4)
tap.raises("a kernel object has fields, not bytes", "not to search", data.find, dev, "x")
tap.raises("only the kernel puts layouts over its objects", "no other layout over it", kit.point,
  dev)
tap.raises("only the kernel puts layouts over its objects", "nor its layout over bytes",
  kit.device, data.new(100))
tap.raises("only the kernel", "nor with d:layout", function() data.new(100):layout(kit.device) end)
tap.raises("device expected, got data", "C does not take a block for it", kit.checkdevice,
  data.new(100))
tap.raises("device expected, got ipv4", "nor another view", kit.checkdevice, kit.ipv4(data.new(20)))
tap.raises("device expected, got nil", "nor nil", kit.checkdevice, nil)
tap.raises("device expected, got clock", "nor a part of one", kit.checkdevice, dev.clock)
tap.equal(dev.clock.ticks, 0, "an object in an object")
tap.raises("a kernel object has fields, not bytes", "has no bytes", data.segment, dev.clock, 0)
do -- what is const in C is neither written by scripts nor given to C that may write
  local fixed = kit.constdevice()
  tap.equal(fixed.serial, 4712, "a const object is read")
  tap.raises("read-only", "not written", function() fixed.level = 1 end)
  tap.equal(kit.readdevice(fixed), 4712, "C that does not write takes it")
  local writes = "dev: expected a device that C may write, got a const one"
  tap.raises("change: " .. writes, "C that may write does not", kit.changedevice, fixed)
  tap.raises("copy: " .. writes, "nor where a copy would do", kit.copydevice, fixed)
  tap.equal(kit.changedevice(dev), 4711, "another it takes")
end
dev.place.x = 5
tap.equal(#data.segment(dev.place), 4, "a format in an object has, but no more than its own")
tap.equal(kit.checkpoint(dev.place), 5, "C takes what C made")
tap.raises("point expected, got point", "but not what scripts made", kit.checkpoint,
  kit.point(data.new(4)))
tap.equal(tostring(dev), 'device{serial=4711, armed=true, level=0x1f, label="second",'
  .. ' clock=clock{ticks=0}, place=point{x=5, y=0}}', "printed")
tap.equal(kit.released(), 0, "nothing released yet")
do
  local closed <close> = dev
  tap.equal(closed.level, 31, "until it is closed")
end
tap.equal(kit.released(), 1, "<close> releases")
tap.raises(expired, "and expires", function() return dev.level end)
tap.raises(expired, "for C, too", kit.checkdevice, dev)
dev = nil -- luacheck: ignore
collectgarbage() collectgarbage()
tap.equal(kit.released(), 1, "the collector does not release again")
kit.newdevice()
collectgarbage() collectgarbage()
tap.equal(kit.released(), 2, "the collector releases what was not closed")

-- the views that are fields of what is lent for each call
do
  local other = bytes:sub(1, 8) .. "\1" .. bytes:sub(10)
  local kept, payload
  kit.lend(bytes, #bytes, function(_, _, hdr)
    kept, payload = hdr.ip, hdr.ip.payload
    tap.equal(hdr.ip, kept, "one view, whenever it is read")
    tap.equal(kept.ttl, 64, "of this packet")
  end)
  tap.raises(expired, "between calls", function() return kept.ttl end)
  kit.lend(other, #other, function(_, _, hdr)
    tap.raises(expired, "before it is read", function() return kept.ttl end)
    tap.equal(hdr.ip, kept, "the same view")
    tap.equal(kept.ttl, 1, "of the next packet")
    kept.ttl = 9
    tap.raises(expired, "what was derived from it", function() return #payload end)
  end)
  kit.lend(bytes:sub(1, 19), 19, function(_, _, hdr)
    tap.equal(hdr.ip, nil, "none where it has no room")
    tap.raises(expired, "which stays expired", function() return kept.ttl end)
  end)
  kit.lend(bytes, 4, function(_, _, hdr)
    tap.equal(hdr.ip, kept, "where memory has to be pulled")
    tap.equal(kept.ttl, 64, "before it is read")
    kit.cut(30)
    tap.raises(expired, "a block that is lent again in the middle", function() return kept.ttl end)
    tap.equal(hdr.ip.ttl, 64, "is read anew")
  end)
end

-- those whose place is the same for as long as a loan lasts
do
  local other = bytes:sub(1, 8) .. "\1" .. bytes:sub(10)
  local kept
  kit.lend(bytes, #bytes, function(_, _, hdr)
    kept = hdr.frame
    tap.equal(hdr.frame, kept, "a stable one: one view")
    tap.equal(hdr.frame.ttl, 64, "of this packet")
  end)
  kit.lend(other, #other, function(_, _, hdr)
    tap.raises(expired, "a stable one, before it is read", function() return kept.ttl end)
    tap.equal(hdr.frame.ttl, 1, "of the next packet")
    tap.equal(hdr.frame, kept, "the same view")
    hdr.frame.ttl = 9
    tap.equal(kept.ttl, 9, "written")
  end)
  kit.lend(bytes:sub(1, 19), 19, function(_, _, hdr)
    tap.equal(hdr.frame, nil, "none where it has no room")
  end)
  kit.lend("\x60" .. bytes:sub(2), #bytes, function(_, _, hdr)
    tap.equal(hdr.frame, nil, "none where C finds none")
  end)
end

-- the paper's C interface
tap.equal(kit.paper(function(d)
  block = d
  d:layout {first = {0, 8}}
  tap.equal(d.first, 1, "ldata_newref")
  d.first = 77
end), 77, "the write reaches C's memory")
tap.raises(expired, "ldata_unref", function() return #block end)

tap.done()
