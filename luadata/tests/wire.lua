-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The generated wire formats in user space, on packets worked out by hand.
local tap = require "tap"
local data = require "luadata"
local ethernet, ipv4, ipv6 = require "ethernet", require "ipv4", require "ipv6"
local tcp, udp = require "tcp", require "udp"

-- An Ethernet frame with an IPv4 packet with a TCP segment with 12 bytes of options (a timestamp,
-- padded) and a
-- banner. The IPv4 header is the example of a checksum at
-- https://en.wikipedia.org/wiki/IPv4_header_checksum, but for
-- protocol, length and with it the sum.
local frame = data.new("\x52\x54\x00\x12\x34\x56" .. "\x02\x00\x00\x00\x00\x01" .. "\x08\x00"
  .. "\x45\x00\x00\x49\x00\x00\x40\x00\x40\x06\xb8\x96\xc0\xa8\x00\x01\xc0\xa8\x00\xc7"
  .. "\x00\x16\xc3\x50\x00\x00\x00\x01\xff\xff\xff\xff\x80\x18\x01\xf6\x00\x00\x00\x00"
  .. "\x01\x01\x08\x0a\x00\x00\x00\x01\x00\x00\x00\x02" .. "SSH-2.0-OpenSSH_6.4\r\n")

local eth = ethernet(frame)
tap.equal(data.text(eth, "dest"), "52:54:00:12:34:56", "the destination of a frame")
tap.equal(eth.source, data.addr "02:00:00:00:00:01", "its source")
tap.equal(eth.proto, 0x0800, "its type")

local ip = ipv4(frame, 14)
tap.equal(ip.version * 16 + ip.ihl, 0x45, "the first byte of IPv4")
tap.equal(ip.tot_len, 73, "its length")
tap.equal(ip.df, true, "its flags")
tap.equal(ip.protocol, ipv4.protocol.tcp, "its protocol")
tap.equal(ip.saddr, data.addr "192.168.0.1", "its source")
tap.equal(data.text(ip, "daddr"), "192.168.0.199", "its destination")
tap.equal(#ip.options, 0, "no options")

local seg = tcp(ip.payload)
tap.equal(seg.sport, 22, "the source port of TCP")
tap.equal(seg.dport, 50000, "its destination port")
tap.equal(seg.seq, 1, "its sequence number")
tap.equal(seg.ack_seq, 0xffffffff, "what it acknowledges, unsigned")
tap.equal(seg.doff, 8, "where its data begins")
tap.ok(seg.psh and seg.ack and not seg.syn and not seg.fin and not seg.rst and not seg.urg,
  "its flags")
tap.equal(seg.window, 502, "its window")
tap.equal(#seg.options_block, 12, "its options")
tap.equal(seg.options.timestamps.echo, 2, "one of them")
tap.equal(seg.payload:match("SSH%-[^-%G]+%-([^-%G]+)"), "OpenSSH_6.4", "its payload")

-- A checksum over the header is 0 when it is right (RFC 1071).
local function sum(d)
  local total = 0
  for i = 1, #d, 2 do total = total + (d:unpack(">I2", i)) end
  return ~(total + (total >> 16)) & 0xffff
end
tap.equal(sum(frame:segment(14, 20)), 0, "the packet was worked out well")

seg.dport = 443
tap.equal(table.concat({frame:byte(37, 38)}, " "), "1 187", "a write reaches the frame")
tap.raises("tcp.dport: 65536 is out of range (0 to 65535)", "one that does not fit does not",
  function() seg.dport = 65536 end)
tap.raises("ipv4.version: expected 4, got 5", "one of which only one value is right",
  function() ip.version = 5 end)
tap.raises("tcp has no field 'dprt' (nearest: 'dport')", "a misspelt field",
  function() return seg.dprt end)

-- IPv6 with UDP, the datagram of RFC 768's length: 8 bytes of header and 4 of data
local six = data.new("\x60\x00\x00\x00\x00\x0c\x11\x40" .. data.addr("2001:db8::1"):sub(1)
  .. data.addr("2001:db8::2"):sub(1)
  .. "\x00\x35\x04\xd2\x00\x0c\x00\x00" .. "data")
local ip6 = ipv6(six)
tap.equal(ip6.version, 6, "the version of IPv6")
tap.equal(data.text(ip6, "daddr"), "2001:db8::2", "its destination")
local gram = udp(six, 40)
tap.equal(gram.sport * 10000 + gram.dport, 53 * 10000 + 1234, "the ports of UDP")
tap.equal(gram.len, 12, "its length")

-- every length from nothing to the whole: a view, or nil and a reason, and never a byte too many
for _, layout in ipairs {ethernet, ipv4, ipv6, tcp, udp} do
  local made, refused = 0, 0
  for n = 0, 60 do
    local v, why = layout(data.new(("\xff"):rep(n)))
    if v then
      made = made + 1
      for k in pairs(v) do assert(v[k] ~= nil) end
      assert(#tostring(v) > 0)
    else
      refused = refused + 1
      assert(why:find("needs %d+ bytes at offset 0, block has " .. n))
    end
  end
  tap.ok(made > 0 and refused > 0, tostring(layout) .. " over blocks of every length")
end

tap.done()
