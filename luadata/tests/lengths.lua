-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Lengths on the wire, at every value: what does not end within them is absent or cut, whatever
-- follows; what does is as it was.
local tap = require "tap"
local data = require "luadata"
local dhcp, dns, icmpv6, ipv4 = require "dhcp", require "dns", require "icmpv6", require "ipv4"
local ipv6, tcp, tls = require "ipv6", require "tcp", require "tls"

local function bytes(text)
  text = text:gsub("'([^']*)'", function(s)
    return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
  end)
  return (text:gsub("%s", ""):gsub("%x%x", function(h) return string.char(tonumber(h, 16)) end))
end

-- A value as it is compared: texts, numbers, and the bytes of blocks.
local function plain(value)
  return type(value) == "userdata" and tostring(value) or value
end

--[[
A message is `front`, the length in `size` bytes, big-endian, what lies between, and the data, whose
first byte the offsets of fields count from. `of` gives the view that has them. A field whose last
byte is not within the length is nil; one that is `cut` has as many bytes as there are.
@scale: bytes of one unit of the length; @counted: bytes of it that lie before the data
]]
local function check(name, case)
  local scale, counted = case.scale or 1, case.counted or 0
  local units = (#case.data + counted) // scale
  local function view(value, behind)
    return case.of(data.new(case.front .. string.pack(">I" .. case.size, value)
      .. (case.between or "") .. case.data .. behind))
  end
  local whole = view(units, "")
  for value = 0, units do
    for _, behind in ipairs {"", "\0\1\2\3neighbour", ("\3"):rep(40)} do
      local v = view(value, behind)
      local room = value * scale - counted
      for field, last in pairs(case.fields) do
        local got = v and plain(v[field])
        local want = room >= last and plain(whole[field]) or nil
        if got ~= want then
          tap.equal(got, want, ("%s: %s, a length of %d"):format(name, field, value))
        end
      end
      for field, first in pairs(case.cut or {}) do
        local got = v and plain(v[field])
        local want = room >= first and plain(whole[field]):sub(1, room - first) or nil
        if got ~= want then
          tap.equal(got, want, ("%s: %s, cut by a length of %d"):format(name, field, value))
        end
      end
    end
  end
  for field in pairs(case.fields) do
    tap.ok(whole[field] ~= nil, name .. ": " .. field .. " of the whole")
  end
end

-- DNS: the data of a record (RFC 1035, 3.3), at the end of a message with one answer.
local function answer(type, fields, rdata)
  return {front = bytes "1234 8180 0000 0001 0000 0000 00" .. string.pack(">I2", type)
    .. bytes "0001 0000000a", size = 2, data = rdata, fields = fields,
    of = function(d)
      local m = dns(d)
      return m and m.answers and m.answers[1]
    end}
end
check("dns: a", answer(1, {address = 4}, "\192\0\2\1"))
check("dns: aaaa", answer(28, {address6 = 16}, ("\32"):rep(16)))
check("dns: mx", answer(15, {preference = 2, exchange = 8}, bytes "000a 02 'mx' 01 'a' 00"))
check("dns: srv", answer(33, {priority = 2, weight = 4, port = 6, host = 11},
  bytes "0001 0002 0016 03 'ssh' 00"))
check("dns: soa", answer(6, {mname = 3, rname = 6, serial = 10, refresh = 14, retry = 18,
  expire = 22, minimum = 26}, bytes [[01 'm' 00 01 'r' 00 00000001 00000002 00000003 00000004
  00000005]]))
check("dns: cname", answer(5, {target = 9}, bytes "03 'www' 03 'abc' 00"))

-- IPv6: an extension header (RFC 8200, 4.3; RFC 4302, 2), and an option in one (RFC 2675; RFC 6275)
local ipv6_header = "\x60\0\0\0\0\0%s\x40" .. ("\0"):rep(32)
local function header_of(nexthdr, of)
  return function(d)
    local ip = ipv6(d)
    local e = ip and ip.extensions[1]
    return e and (of and of(e) or e)
  end, (ipv6_header:gsub("%%s", string.char(nexthdr)))
end
local function header(nexthdr, scale, fields, rest, of, cut)
  local view, front = header_of(nexthdr, of)
  return {front = front .. "\x3b", size = 1, scale = scale, counted = -6, data = rest,
    fields = fields, cut = cut, of = view}
end
check("ipv6: routing", header(43, 8, {address = 22}, bytes "02 01 00000000" .. ("\32"):rep(16),
  function(e) return e.routing end))
check("ipv6: segments", header(43, 8, {last_entry = 3, flags = 4, tag = 6},
  bytes "04 01 00 00 0001" .. ("\32"):rep(16), function(e) return e.routing end))
check("ipv6: ah", header(51, 4, {seq = 10}, bytes "0000 00000001 00000002" .. ("\xaa"):rep(12), nil,
  {icv = 10}))
check("ipv6: mobility", header(135, 8, {nexthdr = 0}, bytes "05 00 0000 0000 00000000 00000000",
  nil, {body = 0}))
local function option(type, length, fields, value)
  local view, front = header_of(60, function(e) return e.options[1] end)
  return {front = front .. "\x3b" .. string.char(length, type), size = 1, data = value,
    fields = fields, of = view}
end
check("ipv6: jumbo", option(194, 0, {jumbo = 4}, bytes "00010000"))
check("ipv6: router alert", option(5, 0, {value = 2}, bytes "0000 0100"))
check("ipv6: home address", option(201, 2, {address = 16}, ("\32"):rep(20)))
check("ipv6: tunnel limit", option(4, 0, {limit = 1}, bytes "04 01 01 00"))

-- TLS: an extension (RFC 8446, 4.2), and the list of names in it (RFC 6066, 3)
local function hello_of(extension)
  local hello = "\3\3" .. ("R"):rep(32) .. "\0" .. string.pack(">s2", "\x13\1") .. "\1\0"
  return "\22\3\1\2\0\1\0\1\252" .. hello .. string.pack(">I2", 400) .. extension
end
local function extension(d)
  local record = tls(d)
  local list = record and record.hello and record.hello.extensions
  return list and list[1]
end
check("tls: alpn", {front = hello_of "\0\16", size = 2, data = bytes "0003 02 'h2'",
  fields = {protocols_length = 2}, of = extension})
check("tls: a server's name", {front = hello_of "\0\0\0\20\0\18\0", size = 2,
  data = "blocked.example", fields = {}, cut = {name = 0},
  of = function(d)
    local e = extension(d)
    return e and e.names and e.names[1]
  end})

-- A text of no bytes is printed as one: nothing is read to print it.
local nameless = extension(data.new(hello_of "\0\0\0\5\0\3\0\0\0"))
tap.equal(nameless.names[1].name, "", "a name of no bytes")
tap.equal(data.text(nameless.names[1], "name"), '""', "a name of no bytes is printed")

-- TCP and IPv4 options: the length has kind and length in it.
local function option_of(layout, at)
  return function(d)
    local v = layout(d)
    return v and v.options[at or 1]
  end
end
local segment = ("\0"):rep(12) .. "\xf0" .. ("\0"):rep(7)
check("tcp: mss", {front = segment .. "\2", size = 1, counted = 2, data = "\5\180",
  fields = {mss = 2}, of = option_of(tcp)})
check("tcp: timestamps", {front = segment .. "\8", size = 1, counted = 2,
  data = bytes "00000001 00000002", fields = {value = 4, echo = 8}, of = option_of(tcp)})
check("tcp: fast open", {front = segment .. "\34", size = 1, counted = 2, data = "cookie42",
  fields = {}, cut = {cookie = 0}, of = option_of(tcp)})
check("ipv4: router alert", {front = "\x4f" .. ("\0"):rep(19) .. "\148", size = 1, counted = 2,
  data = "\0\0", fields = {value = 2}, of = option_of(ipv4)})

-- DHCP options (RFC 2132): the length is that of the data.
local boot = ("\2\1\6\0" .. ("\0"):rep(232)) .. "\x63\x82\x53\x63"
check("dhcp: router address", {front = boot .. "\50", size = 1, data = "\192\0\2\1",
  fields = {address = 4}, of = option_of(dhcp)})
check("dhcp: lease time", {front = boot .. "\51", size = 1, data = "\0\0\14\16",
  fields = {time = 4}, of = option_of(dhcp)})
check("dhcp: host name", {front = boot .. "\12", size = 1, data = "host.name", fields = {},
  cut = {text = 0, data = 0}, of = option_of(dhcp)})

-- Neighbor Discovery (RFC 4861, 4.6): the length is in units of 8 bytes, type and length included.
local solicitation = "\135\0\0\0\0\0\0\0" .. ("\xfe"):rep(16)
check("icmpv6: a link-layer address", {front = solicitation .. "\1", size = 1, scale = 8,
  counted = 2, data = "\2\0\0\0\0\1", fields = {address = 6}, of = option_of(icmpv6)})
check("icmpv6: a prefix", {front = solicitation .. "\3", size = 1, scale = 8, counted = 2,
  data = bytes "40 c0 00000001 00000002 00000000" .. ("\32"):rep(16),
  fields = {prefix_length = 1, on_link = 2, valid = 6, preferred = 10, prefix = 30},
  of = option_of(icmpv6)})
check("icmpv6: a prefix of NAT64", {front = solicitation .. "\38", size = 1, scale = 8, counted = 2,
  data = bytes "0708" .. ("\32"):rep(12), fields = {nat64_lifetime = 2, nat64_code = 2, nat64 = 14},
  of = option_of(icmpv6)})
tap.done()
