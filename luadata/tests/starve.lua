-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run with less and less memory: whatever fails must be a Lua error, and leave nothing behind.
local data = require "luadata"
local kit = require "testkit"

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
