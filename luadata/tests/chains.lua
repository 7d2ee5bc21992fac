-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Records whose type stands in what lies before them: IPv6 extension headers (RFC 8200, 4), beside
-- a walk over the same bytes that is written from the RFC.
local tap = require "tap"
local data = require "luadata"
local kit = require "wirekit"
local ipv6 = require "ipv6"

local TYPES = {[0] = "hop_by_hop", [43] = "routing", [44] = "fragment", [51] = "ah",
  [60] = "destination", [135] = "mobility", [139] = "hip", [140] = "shim6"}

-- An IPv6 header; a payload length that is not given is that of the rest.
local function packet(nexthdr, rest, length)
  return "\x60\0\0\0" .. string.pack(">I2", length or #rest) .. string.char(nexthdr, 64)
    .. ("\x11"):rep(16) .. ("\x22"):rep(16) .. rest
end

-- Bytes of the header of a type at an offset of bytes that end at `stop`; nil when it is cut, or
-- has no room for its own fields.
local function size_of(type, bytes, offset, stop)
  local length = bytes:byte(offset + 2)
  if stop - offset < 2 then return nil end
  local size = type == 44 and 8 or type == 51 and (length + 2) * 4 or (length + 1) * 8
  if type == 51 and size < 12 then return nil end
  return offset + size <= stop and size or nil
end

-- All headers {type, offset, size}; the type and offset of what lies behind them.
local function walk(bytes)
  local payload = string.unpack(">I2", bytes, 5)
  local stop = payload == 0 and #bytes or math.min(#bytes, 40 + payload)
  local type, offset, found = bytes:byte(7), 40, {}
  while TYPES[type] do
    local size = size_of(type, bytes, offset, stop)
    if not size then return found, nil, nil, stop end
    found[#found + 1] = {type = type, offset = offset, size = size}
    if type == 44 and string.unpack(">I2", bytes, offset + 3) >> 3 > 0 then
      return found, nil, offset + size, stop
    end
    type, offset = bytes:byte(offset + 1), offset + size
  end
  return found, type, offset, stop
end

-- What is wrong with a view of these bytes; nil when nothing is.
local function fault(ip, bytes)
  local want, transport, upper, stop = walk(bytes)
  local list, n = ip.extensions, 0
  if #list ~= #want then return ("%d headers, not %d"):format(#list, #want) end
  for i, e in ipairs(list) do
    local w = want[i]
    local own = bytes:sub(w.offset + 1, w.offset + w.size)
    n = i
    if e.type ~= w.type or e.nexthdr ~= own:byte(1) then return "other types" end
    if data.segment(e, 0) == nil or #data.segment(e, 0) ~= w.size
      or tostring(data.segment(e, 0)) ~= own then return "other bytes" end
    if e.length ~= (w.type ~= 44 and own:byte(2) or nil) then return "length" end
    if e.id ~= (w.type == 44 and string.unpack(">I4", own, 5) or nil) then return "id" end
    if e.spi ~= (w.type == 51 and string.unpack(">I4", own, 5) or nil) then return "spi" end
    if e.seq ~= (w.type == 51 and string.unpack(">I4", own, 9) or nil) then return "seq" end
    local icv = w.type == 51 and own:sub(13) or nil
    if (e.icv and tostring(e.icv)) ~= icv then return "icv" end
    local body = w.type >= 135 and own:sub(3) or nil
    if (e.body and tostring(e.body)) ~= body then return "body" end
    if (e.routing and e.routing.type) ~= (w.type == 43 and own:byte(3) or nil) then
      return "routing"
    end
    if (e.options ~= nil) ~= (w.type == 0 or w.type == 60) then return "options" end
  end
  if n ~= #want then return "ipairs ends early" end
  if ip.transport ~= transport then return "transport " .. tostring(ip.transport) end
  local rest = upper and bytes:sub(upper + 1, stop)
  if (ip.upper and tostring(ip.upper)) ~= rest then return "upper" end
  tostring(ip)
end

local function agrees(bytes, what)
  local ip = ipv6(data.new(bytes))
  local why = ip and fault(ip, bytes) or (not ip and #bytes >= 40 and "no view") or nil
  if why then tap.equal(why, nil, what) end
  return not why
end

-- each type, each length, more and fewer bytes than it says, with another header and a payload
local good = true
for type in pairs(TYPES) do
  for length = 0, 255 do
    local size = type == 44 and 8 or type == 51 and (length + 2) * 4 or (length + 1) * 8
    local header = "\x2c" .. string.char(length) .. "\0\0" .. ("\1"):rep(size - 4)
    local behind = "\x11\0\0\1\0\0\0\7" .. "payload"
    local whole = packet(type, header .. behind)
    for _, cut in ipairs {0, 1, 7, 8, 14, 15, 16, 17, 22, 23, 24, 25} do
      good = good and agrees(whole:sub(1, #whole - cut), ("%d, length %d, cut by %d"):format(type,
        length, cut))
      good = good and agrees(packet(type, header .. behind, math.max(0, #header + #behind - cut)),
        ("%d, length %d, a payload length less by %d"):format(type, length, cut))
    end
  end
end
tap.ok(good, "each type with each length")

-- one of everything, cut at every byte, by the block and by the payload length
local everything = "\x3c\0\5\2\0\0\1\0"                                   -- hop-by-hop
  .. "\x2b\1\1\x0c" .. ("\0"):rep(12)                                     -- destination
  .. "\x2c\2\4\0\0\0\0\0" .. "\x20\1\x0d\xb8" .. ("\0"):rep(11) .. "\1"   -- routing
  .. "\x33\0\0\1\0\0\0\9"                                                 -- fragment, the first
  .. "\x87\4\0\0\0\0\1\0\0\0\0\5" .. ("\xaa"):rep(12)                     -- ah
  .. "\x8b\0\0\0\0\0\0\0" .. "\x8c\0\0\0\0\0\0\0" .. "\x06\0\0\0\0\0\0\0" -- mobility, hip, shim6
local full = packet(0, everything .. "transport")
for cut = 0, #full do good = good and agrees(full:sub(1, cut), "cut at byte " .. cut) end
for length = 0, #everything + 20 do
  good = good and agrees(packet(0, everything .. "transport", length),
    "a payload length of " .. length)
end
tap.ok(good, "cut at every byte")

-- bytes by chance, of which every other is a type
math.randomseed(6)
local kinds = {}
for type in pairs(TYPES) do kinds[#kinds + 1] = string.char(type) end
table.sort(kinds)
for i = 1, 3000 do
  local rest = {}
  for k = 1, math.random(0, 40) do
    rest[k] = math.random(2) == 1 and kinds[math.random(#kinds)] .. string.char(math.random(0, 2))
      or string.char(math.random(0, 255), math.random(0, 255))
  end
  rest = table.concat(rest)
  good = good and agrees(packet(kinds[math.random(#kinds)]:byte(), rest,
    math.random(4) == 1 and math.random(0, #rest) or nil), "bytes by chance, number " .. i)
end
tap.ok(good, "bytes by chance")

-- selected by type
local ip = ipv6(data.new(full))
local list = ip.extensions
tap.equal(#list, 8, "one of each")
tap.equal(list.fragment.id, 9, "by name")
tap.equal(list.ah.spi, 0x100, "by name, behind it")
tap.equal(list.routing.routing.type, 4, "by name, in front of what was found last")
local two = ipv6(data.new(packet(60, "\x2b\0\1\4\0\0\0\0" .. "\x3c\0\2\0\0\0\0\0"
  .. "\x3b\0\5\2\0\7\1\0"))).extensions
local seen = {}
for i, e in two "destination" do seen[#seen + 1] = i .. ":" .. e.options[1].type end
tap.equal(table.concat(seen, " "), "1:1 3:5", "all of a type, by name")
seen = {}
for i in two(43) do seen[#seen + 1] = i end
tap.equal(table.concat(seen, " "), "2", "by number")
tap.equal(two.fragment, nil, "none of a type")
tap.equal(two[3].type, 60, "back and forth")
tap.equal(two[1].type, 60, "back and forth: the first")
tap.equal(two[2].type, 43, "back and forth: the second")
tap.equal(two[4], nil, "past the end")
tap.raises("ipv6.extension.type has no constant 'framgent' (nearest: 'fragment')",
  "a misspelt type", function() return two.framgent end)
tap.equal(ipv6.extensions.name(two[2], "type"), "routing", "the name of a type")
tap.equal(ipv6.extensions.type.ah, 51, "a constant")
tap.equal(ipv6.has(ip, "transport"), true, "has: the transport")
tap.equal(ipv6.name(ip, "transport"), "tcp", "its name")
tap.ok(tostring(two):find("ipv6.extension{nexthdr=60, type=routing, length=0, routing=", 1, true),
  "a text has the types")
tap.ok(tostring(ipv6(data.new(packet(60, "\x11\0\5\2\0\7\1\0")))):find("type=destination", 1, true),
  "also that of the whole")
tap.ok(ipv6.extensions.dump(two[1]):find("    0                              type = destination", 1,
  true), "a dump shows no bytes of it")
local pairs_of = {}
for name, value in pairs(two[2]) do pairs_of[name] = value end
tap.equal(pairs_of.type, 43, "pairs has the type")
tap.equal(pairs_of.options, nil, "and nothing of other types")

-- later fragments have no transport
local later = ipv6(data.new(packet(44, "\x3c\0\0\x09\0\0\0\7" .. "\x06\0rest of it")))
tap.equal(#later.extensions, 1, "a later fragment: nothing is read as a header behind its own")
tap.equal(later.transport, nil, "nor as a transport")
tap.equal(ipv6.has(later, "transport"), false, "has")
tap.equal(tostring(later.upper), "\x06\0rest of it", "its bytes are there")

-- a type is told by the list alone, and is not written
tap.raises("ipv6.extension: only its list knows what a record is", "no view of bytes",
  function() return ipv6.extensions(data.new(40)) end)
tap.raises("only its list knows", "nor by layout",
  function() return data.new(40):layout(ipv6.extensions) end)
tap.raises("ipv6.extension.type: read-only", "a write to a type", function() two[1].type = 43 end)
tap.raises("ipv6.transport: read-only", "a write to the transport",
  function() ip.transport = 17 end)

-- written, it is found again from its start: by a new list, and by the same
local d = data.new(packet(60, "\x2c\0\1\4\0\0\0\0" .. "\x11\0\0\0\0\0\0\9"))
local v = ipv6(d)
local kept = v.extensions
tap.equal(kept[2].id, 9, "before the write")
kept[1].nexthdr = 43
tap.equal(v.extensions[2].type, 43, "after it")
tap.equal(v.extensions[2].id, nil, "what the bytes were")
tap.equal(#kept, 2, "the list counts again")
v.nexthdr = 17
tap.equal(#v.extensions, 0, "none are left")
tap.equal(v.transport, 17, "what is first is the transport")
tap.equal(#v.upper, 16, "with all bytes")
v.upper = ("u"):rep(16)
tap.equal(tostring(d):sub(41), ("u"):rep(16), "which can be written")

-- where not all is linear, no more is made so than a header takes
local function pulls(bytes, linear, f)
  local _, n = kit.lend(bytes, linear, false, f)
  return n
end
tap.equal(pulls(full .. ("p"):rep(4000), #full, function(block)
  tap.equal(#ipv6(block).extensions, 8, "linear headers before a payload that is not")
  tap.equal(ipv6(block).transport, 6, "their transport")
end), 0, "no pull")
local long = packet(60, "\x3c\xff" .. ("\0"):rep(2046) .. "\x11\xff" .. ("\0"):rep(2046)
  .. "payload")
for _, linear in ipairs {40, 41, 42, 100, 2088, 2089, #long} do
  kit.lend(long, linear, false, function(block)
    local w = ipv6(block)
    tap.equal(fault(w, long), nil, ("headers of 2 KiB, %d bytes of which are linear")
      :format(linear))
  end)
end
for linear = 40, #full do
  kit.lend(full, linear, false, function(block)
    good = good and fault(ipv6(block), full) == nil
  end)
end
tap.ok(good, "any bytes linear")
tap.equal(pulls(packet(17, ("p"):rep(3000)), 40, function(block)
  tap.equal(ipv6(block).transport, 17, "no header, and a payload that is not linear")
  tap.equal(#ipv6(block).extensions, 0, "an empty list of it")
end), 0, "no pull either")

-- jumbograms: a payload length of 0
local jumbo = ipv6(data.new(packet(0, "\x06\0\xc2\4\0\1\0\0" .. ("j"):rep(70000), 0)))
tap.equal(jumbo.extensions.hop_by_hop.options.jumbo.jumbo, 65536, "the length of a jumbogram")
tap.equal(#jumbo.upper, 70000, "and all of it")

-- what is no function
for name, f in pairs {
  ["ipv6.extensions: no function: ipairs(list) goes over its records"] =
    function() for _ in ip.extensions do error "called" end end,
  ["ipv6: no function: pairs(view) goes over its fields"] =
    function() for _ in ip do error "called" end end,
} do
  tap.raises(name, name, f)
end
tap.done()
