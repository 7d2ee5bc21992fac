-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run with less and less memory: whatever fails must be a Lua error, and leave nothing behind.
local data = require "luadata"
local kit = require "testkit"
local wire = require "wirekit"

local before = kit.released()
do
  local d = data.new("\x45\x10\x00\x1c\x12\x34\x40\x00\x40\x11\xab\xcd\x0a\x00\x00\x01"
    .. "\xc0\xa8\x01\xfepayload!")
  local ip = kit.ipv4(d)
  ip.ttl = ip.ttl + 1
  kit.ipv4.set(ip, {tos = 1, payload = "12345678"})
  assert(kit.ipv4.name(ip, "protocol") == "udp" and kit.ipv4.protocol.tcp == 6)
  assert(#tostring(ip) > 100 and #kit.ipv4.dump(ip) > 100 and #d:dump() > 100)
  for _, v in pairs(ip) do assert(v ~= nil) end
  assert(not pcall(function() return ip.nothing end))
  assert(d:match("(pay)load") == nil and d:match("(%d+)$") == "12345678")
  for w in d:gmatch("%d") do assert(w) end
  assert(data.new("aaaa"):match(("a-"):rep(30)))
  assert(d:segment(20):unpack("c4 c4"))
  d:segment(4):layout {id = {0, 16}, rest = {2, 4, "string"}}.id = 9
  local v = kit.all(data.new(80))
  v.words[1], v.origin.x = 1, 2
  assert(data.text(v, "ip6") == "::" and data.addr("::1"))
end
do
  local d = data.new("\4\0\0\0\2\4\5\xb4rest")
  local v = wire.segment(d)
  v.options.mss.mss = 99
  for _, o in ipairs(v.options) do o.label = "ab" end
  for _, o in pairs(v.options) do assert(#tostring(o) > 10) end
  assert(#v.options == 1 and #tostring(v) > 50 and #wire.segment.dump(v) > 100)
  v.rest:layout({x = {4, 8}}).x = 9
  assert(not pcall(function() return v.options.sms end))
  local m = wire.dns(data.new("\0\0\3www\7example\3org\0\xc0\2\0\1"))
  assert(m.name == "www.example.org" and m.records[1].owner == m.name and #tostring(m) > 50)
  local f = wire.flags(data.new(2))
  f.any = "syn|ack"
  assert(wire.flags.name(f, "any") == "syn|ack" and tostring(f))
end
do
  local thing <close> = wire.thing(3, "text that only C finds")
  thing.items[1] = 9
  assert(#thing.label == 22 and #tostring(thing) > 30)
end
wire.thing(3, "x")
wire.lend("\4\0\0\0\2\4\5\xb4rest", 4, true, function(d)
  wire.segment(d).options[1].mss = 9
end)
do
  local closed <close> = kit.newdevice()
  closed.level = 3
end
assert(kit.released() == before + 1)
kit.newdevice()
kit.lend(("\x45"):rep(40), 10, function(d)
  local ip = kit.ipv4(d)
  ip.ttl = 3
  assert(#tostring(d) == 40 and d:segment(30):byte() == 0x45)
end)
