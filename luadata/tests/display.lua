-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Fields with a display: values everywhere but in texts, in our VM; in stock Lua only values.
local tap = require "tap"
local kit = require "testkit"
local before = tostring(kit.newdevice().level) -- while nobody has the library's table
local data = require "luadata"

local v = kit.ipv4(data.new("\x45\xb8\x00\x14\x12\x34\x40\x00\x40\x11\xab\xcd"
  .. "\x0a\x00\x00\x01\xc0\xa8\x01\xfe"))
local all = kit.all(data.new(80))
all.mac, all.ip6 = 0x0200c0ffee01, data.addr "fe80::1"
local bytes6 = "\xfe\x80" .. ("\0"):rep(13) .. "\1"

-- values
tap.equal(math.type(v.saddr), "integer", "an address is an integer")
tap.equal(v.saddr, 0x0a000001, "equal to it")
tap.equal(v.saddr + 1, 0x0a000002, "and to calculate with")
tap.equal(v.daddr & 0xff, 254, "by bits, too")
tap.equal(("%d %x"):format(v.saddr, v.saddr), "167772161 a000001", "%d and %x give the value")
tap.equal(all.ip6, bytes6, "an IPv6 address is a string")
tap.equal(#all.ip6, 16, "of 16 bytes")
tap.equal(all.ip6:byte(1), 0xfe, "to string methods, too")
tap.equal(all.ip6:sub(1) .. "", bytes6, "sub() gives plain bytes")
local seen = {[v.saddr] = "from 10", [all.ip6] = "from fe80", [all.mac] = "a mac"}
tap.equal(seen[167772161], "from 10", "a key made of a field is found by the number")
tap.equal(seen[data.addr "10.0.0.1"], "from 10", "and by the address")
tap.equal(seen[bytes6], "from fe80", "so is one of IPv6")
tap.equal(seen[data.addr "fe80::1"], "from fe80", "by the address")
tap.equal(seen[0x0200c0ffee01], "a mac", "and a MAC address")
seen[167772161] = "again"
tap.equal(seen[v.saddr], "again", "there is one entry")

-- they are written back, and taken by all that takes values
v.saddr, v.daddr = v.daddr, v.saddr
tap.equal(v.daddr, 0x0a000001, "addresses are exchanged")
kit.ipv4.set(v, {saddr = v.daddr, daddr = v.saddr, tos = v.tos})
tap.equal(v.daddr, 0xc0a801fe, "and by set()")
v.tos = v.tos
v.ttl = v.tos
tap.equal(v.ttl, 0xb8, "any integer field takes one")
v.protocol = data.addr "0.0.0.6"
tap.equal(kit.ipv4.name(v, "protocol"), "tcp", "so do constants")
tap.raises("ipv4.ttl: 167772161 is out of range (0 to 255)", "an error tells the value",
  function() v.ttl = data.addr "10.0.0.1" end)
all.ip6 = all.ip6
tap.equal(all.ip6, bytes6, "an IPv6 address is written back")
tap.equal(data.prefix "10.0.0.0/8"(v.saddr), true, "a prefix takes an address")
tap.equal(data.prefix "fe80::/10"(all.ip6), true, "and one of IPv6")
tap.equal(data.text(v.saddr, "ipv4"), "10.0.0.1", "text() with a name")
tap.equal(data.text(all.ip6, "ipv6"), "fe80::1", "of IPv6")
tap.equal(data.new(all.ip6):byte(16), 1, "a block is made of its bytes")

if kit.budget(1000, function() end) == nil then
  tap.equal(tostring(v.saddr), "167772161", "stock Lua prints the value")
  tap.raises("string expected, got no value", "and text() needs a name", data.text, v.saddr)
  tap.done()
  return
end

-- texts
tap.equal(before, "0x09", "a field of an object, without the library's table")
local function shows(value, expected, name)
  tap.equal(tostring(value), expected, name)
  tap.equal(data.text(value), expected, name .. ": text()")
  tap.equal(("%s"):format(value), expected, name .. ": %s")
  tap.equal("<" .. value .. ">", "<" .. expected .. ">", name .. ": ..")
  tap.equal(table.concat({value, value}, " "), expected .. " " .. expected, name .. ": concat")
end

shows(v.saddr, "10.0.0.1", "IPv4")
shows(all.mac, "02:00:c0:ff:ee:01", "MAC")
shows(v.tos, "0xb8", "hex")
shows(all.ip6, "fe80::1", "IPv6")
shows(data.addr "192.0.2.1", "192.0.2.1", "addr() of IPv4")
shows(data.addr "0a:0B:0c:0d:0e:0f", "0a:0b:0c:0d:0e:0f", "addr() of a MAC address")
shows(data.addr "2001:db8:0:0:1::", "2001:db8:0:0:1::", "addr() of IPv6")
tap.equal(tostring(v.ttl), "184", "a field without a display is a number")
tap.equal(tostring(v.id), "4660", "of 16 bits, too")
tap.equal(tostring(v.saddr + 0), "167772161", "so is what was calculated")
tap.equal(tostring(tostring(v.saddr)), "10.0.0.1", "tostring() gives a string")
tap.equal(math.type(tostring(v.saddr)), nil, "no number")
tap.equal(#tostring(all.ip6), 7, "of the characters")
tap.raises("string expected, got no value", "text() of what has none", data.text, 167772161)
local kept = {}
kept[v.saddr] = all.mac
for key, value in pairs(kept) do
  tap.equal(key .. " " .. value, "10.0.0.1 02:00:c0:ff:ee:01", "pairs() gives what was put in")
end
tap.equal(tostring(coroutine.wrap(function(a) return a end)(v.saddr)), "10.0.0.1",
  "a coroutine passes it on")

-- every field as tostring() of its view shows it
for name, value in pairs(v) do
  if math.type(value) and name ~= "protocol" then
    tap.equal(tostring(value), data.text(v, name), name .. " is shown as in its view")
  end
end

-- the widths of hexadecimal numbers, by the bits of the field
for _, case in ipairs {
  {1, "0x01"}, {8, "0xff"}, {9, "0x01ff"}, {16, "0xffff"}, {17, "0x0001ffff"}, {20, "0x000fffff"},
  {32, "0xffffffff"}, {33, "0x00000001ffffffff"}, {64, "0xffffffffffffffff"},
} do
  local bits, expected = case[1], case[2]
  local view = kit.hex(bits)(data.new(("\xff"):rep(8)))
  tap.equal(tostring(view.value), expected, bits .. " bits")
  tap.equal(tostring(view), "hex{value=" .. expected .. "}", bits .. " bits, in the view")
end
local minus = kit.hex(20, true)(data.new(("\xff"):rep(8)))
tap.equal(minus.value, -1, "a signed field has its sign")
tap.equal(tostring(minus.value), "0xffffffff", "and the digits of its bits")
tap.equal(tostring(minus), "hex{value=0xffffffff}", "in the view, too")
tap.done()
