-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Formats with fields behind others, unions and records, on messages written out by hand from
-- their RFCs.
local tap = require "tap"
local data = require "luadata"

-- Bytes from hexadecimal digits; blanks do not count, 'text' between quotes is taken as it is.
local function bytes(text)
  return (text:gsub("'([^']*)'", function(s)
    return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
  end):gsub("%s+", ""):gsub("%x%x", function(h) return string.char(tonumber(h, 16)) end))
end

-- A format over the first n bytes of a message, for all n: nothing raises, whatever is missing.
local function survives(format, message, name)
  local function visit(v, depth)
    for _, value in pairs(v) do
      if type(value) == "userdata" and depth > 0 and pcall(pairs, value) then
        visit(value, depth - 1)
      end
    end
    return tostring(v)
  end
  local ok, why = true, nil
  for n = 0, #message do
    local v = format(data.new(message:sub(1, n)))
    if v then
      ok, why = pcall(visit, v, 5)
      if not ok then break end
    end
  end
  tap.ok(ok, name .. (why and not ok and ": " .. why or ""))
end

-- ---- ARP: RFC 826 ----

local arp = require "arp"
local request = bytes "0001 0800 06 04 0001  020000000001 0a000001  000000000000 0a000002"
local a = arp(data.new(request))
tap.equal(arp.name(a, "oper"), "request", "arp: what it is")
tap.equal(data.text(a, "sha"), "02:00:00:00:00:01", "arp: hardware address of the sender")
tap.equal(data.text(a, "spa"), "10.0.0.1", "arp: its protocol address")
tap.equal(a.tha, 0, "arp: nobody yet")
tap.equal(data.text(a, "tpa"), "10.0.0.2", "arp: who is asked for")
a = arp(data.new("\0\6\8\0\8" .. request:sub(6)))
tap.equal(a.spa, nil, "arp: addresses of another network have no fields")
tap.equal(a.hlen, 8, "arp: their size has")
survives(arp, request, "arp: of every length")

-- ---- 802.1Q ----

local vlan = require "vlan"
local block = data.new(bytes "b02a 0800 45")
local v = vlan(block)
tap.equal(v.pcp, 5, "vlan: priority")
tap.equal(v.dei, true, "vlan: drop eligible")
tap.equal(v.vid, 42, "vlan: the network")
tap.equal(tostring(v.payload), "E", "vlan: what follows")
v.vid = 4095
tap.equal(tostring(block), bytes "bfff 0800 45", "vlan: a write leaves its neighbours")

-- ---- TCP options: RFC 9293, 3.1; RFC 7323; RFC 2018 ----

local tcp = require "tcp"
local syn = bytes [[c350 0050 00000001 00000000 a002 faf0 0000 0000
  02 04 05b4  04 02  08 0a 00003039 00000000  01  03 03 07]]
block = data.new(syn)
local s = tcp(block)
tap.equal(#s.options, 5, "tcp: options of a SYN")
tap.equal(s.options.mss.mss, 1460, "tcp: maximum segment size")
tap.equal(s.options.window_scale.shift, 7, "tcp: window scale")
tap.equal(s.options.sack_permitted.length, 2, "tcp: SACK permitted")
tap.equal(s.options.timestamps.value, 12345, "tcp: timestamp")
tap.equal(s.options.timestamps.mss, nil, "tcp: a field of another kind")
tap.equal(s.options[4].length, nil, "tcp: a nop has no length")
tap.equal(s.options.sack, nil, "tcp: an option that is not there")
tap.equal(s.options[6], nil, "tcp: beyond the last option")
tap.raises("tcp.option.kind has no constant 'mms' (nearest: 'mss')", "tcp: no such kind",
  function() return s.options.mms end)
local kinds = {}
for i, o in ipairs(s.options) do kinds[i] = o.kind end
tap.equal(table.concat(kinds, " "), "2 4 8 1 3", "tcp: options in order")
s.options.mss.mss = 1400
tap.equal(tostring(block:segment(20, 4)), bytes "02 04 0578", "tcp: an option is written")
tap.equal(s.check, 0x003c, "tcp: its checksum follows: 0x05b4 became 0x0578, 60 less")

local function options(text)
  local o = bytes(text)
  local words = (#o + 3) // 4
  return tcp(data.new(bytes "c350 0050 00000001 00000000" .. string.char((5 + words) << 4)
    .. bytes "10 faf0 0000 0000" .. o .. ("\0"):rep(words * 4 - #o))).options
end
local blocks = options("01 01 05 12 00000005 0000000a 00000014 0000001e").sack.blocks
tap.equal(#blocks, 2, "tcp: SACK blocks")
tap.equal(blocks[2].left * 100 + blocks[2].right, 2030, "tcp: what has arrived")
tap.equal(#options "02 00 05b4", 0, "tcp: an option without a length ends the list")
tap.equal(#options "02 01 05b4", 0, "tcp: so does one shorter than its head")
tap.equal(#options "01 02 08 05b4", 1, "tcp: and one that is longer than the options")
tap.equal(options("02 03 05 01").mss.mss, nil, "tcp: a value that its option has no room for")
tap.equal(#options "01 00 02 04 05b4", 1, "tcp: what is behind the end is no option")
survives(tcp, syn, "tcp: of every length")

-- ---- ICMP: RFC 792, RFC 1191 ----

local icmp = require "icmp"
-- the sum of 0800 0000 1234 0001 is 1a35
block = data.new(bytes "08 00 e5ca 1234 0001")
local echo = icmp(block)
tap.equal(data.checksum(block), 0, "icmp: the message was worked out well")
tap.equal(echo.id, 0x1234, "icmp: identifier")
tap.equal(echo.sequence, 1, "icmp: sequence number")
tap.equal(echo.gateway, nil, "icmp: an echo has no gateway")
echo.sequence = 0xffff
tap.equal(data.checksum(block), 0, "icmp: the checksum follows")
echo.type = "redirect"
tap.equal(data.text(echo, "gateway"), "18.52.255.255", "icmp: the same bytes of another type")
tap.equal(echo.id, nil, "icmp: which has no identifier")
tap.raises("icmp.id: absent", "icmp: a write to what is not there", function() echo.id = 1 end)
local big = icmp(data.new(bytes "03 04 0000 0000 05dc"))
tap.equal(big.mtu, 1500, "icmp: fragmentation needed")

-- ---- ICMPv6: RFC 4443, RFC 4861 ----

local icmpv6 = require "icmpv6"
local solicitation = bytes [[87 00 0000 00000000 20010db8000000000000000000000002
  01 01 020000000001]]
local ns = icmpv6(data.new(solicitation))
tap.equal(data.text(ns, "target"), "2001:db8::2", "icmpv6: who is asked for")
tap.equal(data.text(ns.options.source_link, "address"), "02:00:00:00:00:01", "icmpv6: who asks")
tap.equal(ns.reachable, nil, "icmpv6: a solicitation says nothing of time")
local advertisement = bytes [[86 00 0000 40 c0 0708 00000000 00000000
  05 01 0000 00000578
  03 04 40 c0 00278d00 00093a80 00000000 20010db8000000000000000000000000]]
local ra = icmpv6(data.new(advertisement))
tap.equal(ra.hop_limit, 64, "icmpv6: hop limit")
tap.ok(ra.managed and ra.other and not ra.router, "icmpv6: flags of an advertisement")
tap.equal(ra.lifetime, 1800, "icmpv6: lifetime")
tap.equal(ra.options.mtu.mtu, 1400, "icmpv6: MTU of the link")
tap.equal(ra.options.prefix.prefix_length, 64, "icmpv6: length of the prefix")
tap.equal(data.text(ra.options.prefix, "prefix"), "2001:db8::", "icmpv6: the prefix")
tap.equal(ra.options.prefix.valid, 30 * 86400, "icmpv6: for thirty days")
survives(icmpv6, advertisement, "icmpv6: of every length")

-- ---- GRE: RFC 2784, RFC 2890 ----

local gre = require "gre"
local function tunnel(text) return gre(data.new(bytes(text))) end
local g = tunnel "2000 0800 0000002a 'ip'"
tap.equal(g.key, 42, "gre: key")
tap.equal(g.check, nil, "gre: no checksum")
tap.equal(g.sequence, nil, "gre: no sequence number")
tap.equal(tostring(g.payload), "ip", "gre: the packet behind the key")
g = tunnel "b000 0800 abcd 0000 0000002a 00000007 'ip'"
tap.equal(g.check, 0xabcd, "gre: checksum")
tap.equal(g.key * 100 + g.sequence, 4207, "gre: key and sequence number behind it")
tap.equal(tostring(g.payload), "ip", "gre: the packet behind all of them")
g = tunnel "9000 0800 abcd 0000 00000007"
tap.equal(g.sequence, 7, "gre: a sequence number without a key")
tap.equal(#g.payload, 0, "gre: nothing carried")
g = tunnel "3000 0800 0000002a 0000"
tap.equal(g.key, 42, "gre: what is whole")
tap.equal(g.sequence, nil, "gre: what is not")
tap.equal(g.payload, nil, "gre: and what would follow")
g.key = 43
tap.equal(g.key, 43, "gre: a write behind the fixed part")

-- ---- VXLAN: RFC 7348, 5 ----

local vxlan = require "vxlan"
local x = vxlan(data.new(bytes "08 000000 00002a 00 'frame'"))
tap.equal(x.has_vni, true, "vxlan: flag")
tap.equal(x.vni, 42, "vxlan: network")
tap.equal(tostring(x.payload), "frame", "vxlan: frame")

-- ---- DHCP: RFC 2131, 2; RFC 2132 ----

local dhcp = require "dhcp"
local discover = bytes [[01 01 06 00 3903f326 0005 8000 00000000 00000000 00000000 00000000
  020000000001]]
  .. ("\0"):rep(10 + 64 + 128) .. bytes [[63825363
  35 01 01  3d 07 01 020000000001  32 04 c0a80064  00 00  37 04 01 03 06 2a  0c 04 'host'
  06 08 08080808 08080404 ff 33 04 00000e10]]
local d = dhcp(data.new(discover))
tap.equal(d.xid, 0x3903f326, "dhcp: transaction")
tap.equal(d.broadcast, true, "dhcp: broadcast")
tap.equal(data.text(d, "chaddr"), "02:00:00:00:00:01", "dhcp: who asks")
tap.equal(d.cookie, 0x63825363, "dhcp: cookie")
local kind = d.options.message_type
tap.equal(kind.message, 1, "dhcp: a discover")
tap.equal(data.text(d.options.requested_address, "address"), "192.168.0.100",
  "dhcp: address wanted")
tap.equal(tostring(d.options.parameters.data), "\1\3\6\42", "dhcp: parameters wanted")
tap.equal(d.options.host_name.text, "host", "dhcp: name of the host")
for _, values in ipairs {
  {length = 2, data = "HOST"}, {data = "HOST", length = 2}, {code = 12, length = 2, data = "HOST"},
  {length = 2, text = "HOST"}, {text = "HOST", length = 2}, {code = 12, length = 2, text = "HOST"},
} do
  -- Places are those before the set, in whatever order a table has its names.
  local copy = dhcp(data.new(discover)).options.host_name
  local ok, why = pcall(dhcp.options.set, copy, values)
  tap.equal(ok and copy.text, "HO", "dhcp: a length set with what it is the length of: "
    .. tostring(why))
end
tap.equal(data.text(d.options.dns_servers.addresses[2], "address"), "8.8.4.4", "dhcp: servers")
tap.equal(#d.options, 8, "dhcp: options, with two of padding")
tap.equal(d.options.lease_time, nil, "dhcp: what is behind the end is no option")
survives(dhcp, discover, "dhcp: of every length")

-- ---- DNS: RFC 1035, 4.1 ----

local dns = require "dns"
-- Offsets: 12 the question's name, 16 example.org in it; 45 web.example.org in the first answer.
local response = bytes [[1234 8180 0001 0005 0001 0001
  03 'www' 07 'example' 03 'org' 00 0001 0001
  c00c 0005 0001 00000e10 0006 03 'web' c010
  c02d 0001 0001 0000012c 0004 c0000201
  c010 000f 0001 00000e10 0009 000a 04 'mail' c010
  c010 0010 0001 00000e10 0010 0b 'v=spf1 -all' 03 'two'
  c02d 001c 0001 0000012c 0010 20010db8000000000000000000000001
  c010 0006 0001 00000e10 0021 02 'ns' c010 05 'admin' c010
    00000001 00000e10 00000384 00093a80 00000e10
  00 0029 04d0 00000000 0000]]
local m = dns(data.new(response))
tap.equal(m.id, 0x1234, "dns: identification")
tap.ok(m.response and m.rd and m.ra and not m.aa, "dns: flags")
tap.equal(m.questions[1].name, "www.example.org", "dns: the name asked about")
tap.equal(dns.name(m, "rcode"), "noerror", "dns: how it ended")
tap.raises("a view of dns expected, got one of dns.rr: dns.answers.name takes it)",
  "dns: the message's function for one of its records",
  function() dns.name(m.answers[1], "type") end)
tap.equal(dns.answers.name(m.answers[1], "type"), "cname", "dns: the function that takes it")
tap.raises("a view of dns expected, got data)", "dns: for no view", function()
  dns.has(data.new(12), "id")
end)
tap.equal(#m.answers, 5, "dns: answers")
tap.equal(m.answers[1].name, "www.example.org", "dns: a compressed name")
tap.equal(m.answers.cname.target, "web.example.org", "dns: a name with a compressed end")
tap.equal(m.answers.a.name, "web.example.org", "dns: a pointer to one with a pointer")
tap.equal(data.text(m.answers.a, "address"), "192.0.2.1", "dns: IPv4 address")
tap.equal(m.answers.a.ttl, 300, "dns: time to live")
tap.equal(m.answers.mx.preference, 10, "dns: preference")
tap.equal(m.answers.mx.exchange, "mail.example.org", "dns: mail exchange")
tap.equal(#m.answers.txt.texts, 2, "dns: strings")
tap.equal(tostring(m.answers.txt.texts[1].text), "v=spf1 -all", "dns: a string")
tap.equal(data.text(m.answers.aaaa, "address6"), "2001:db8::1", "dns: IPv6 address")
tap.equal(m.answers.aaaa.address, nil, "dns: which is no IPv4 address")
local soa = m.authorities[1]
tap.equal(soa.mname .. " " .. soa.rname, "ns.example.org admin.example.org", "dns: SOA, names")
tap.equal(soa.serial * 10 + soa.minimum // 3600, 11, "dns: SOA, numbers behind names")
tap.equal(m.additionals.opt.class, 1232, "dns: EDNS, size of datagrams")
tap.equal(m.additionals.opt.name, ".", "dns: the root")
tap.equal(#m.answers.cname.data, 6, "dns: data as they are")
survives(dns, response, "dns: of every length")

-- malicious ones
m = dns(data.new(bytes "1234 0100 0001 0000 0000 0000 c00c 0001 0001"))
tap.equal(m.questions[1].name, nil, "dns: a name that points to itself")
tap.equal(m.questions[1].type, 1, "dns: what is behind it")
m = dns(data.new(bytes "1234 0100 0002 0000 0000 0000 c012 0001 0001 c00c 0001 0001"))
tap.equal(m.questions[1].name, nil, "dns: two names that point to each other")
tap.equal(m.questions[2].name, nil, "dns: the other one")
m = dns(data.new(bytes "1234 0100 ffff ffff ffff ffff 00 0001 0001"))
tap.equal(#m.questions, 1, "dns: counts that promise more")
tap.equal(m.answers, nil, "dns: what would be behind them")
m = dns(data.new(bytes "1234 0100 0001 0000 0000 0000 3f 'short'"))
tap.equal(#m.questions, 0, "dns: a label that is longer than the message")
m = dns(data.new(bytes "1234 8100 0000 0001 0000 0000 00 0001 0001 00000000 0002 7f00 0001"))
tap.equal(m.answers[1].address, nil, "dns: an address of two bytes")
m = dns(data.new(bytes "1234 8100 0000 0001 0000 0000 00 0001 0001 00000000 ffff 7f000001"))
tap.equal(#m.answers, 0, "dns: a record that is longer than the message")
-- What lies in the data of a record ends with them.
m = dns(data.new(bytes [[1234 8100 0000 0001 0000 0000
  00 000f 0001 00000000 0005 000a 01 'a' 01 'b' 00]]))
tap.equal(m.answers[1].preference, 10, "dns: a preference")
tap.equal(m.answers[1].exchange, nil, "dns: a name that goes on behind the data of its record")
local questions = ("\1q\7example\0\0\12\0\1"):rep(40)
m = dns(data.new(bytes "0000 8400 0028 0001 0000 0000" .. questions
  .. bytes "c00c 0001 0001 00000009 0004 01020304"))
tap.equal(#m.questions, 40, "dns: 40 questions")
tap.equal(data.text(m.answers.a, "address"), "1.2.3.4", "dns: an answer behind them")
-- over TCP, behind its length
m = dns(data.new("\0\x21" .. response), 2)
tap.equal(m.answers.cname.target, "web.example.org", "dns: names count from where the view begins")

-- ---- DHCP options in several places: RFC 2131, 4.1; RFC 3396 ----

local function offer(sname, file, options_field)
  return dhcp(data.new("\2\1\6\0" .. ("\0"):rep(40) .. sname .. ("\0"):rep(64 - #sname)
    .. file .. ("\0"):rep(128 - #file) .. "\x63\x82\x53\x63" .. options_field))
end
local o = offer("\3\4\10\0\0\1\xff", "\x0c\4even\xff", "\x35\1\2\x34\1\3\x0c\4host\x0c\4more\xff")
tap.equal(o.options.overload.overload, dhcp.options.overload.both, "dhcp: more options in both")
tap.equal(o.options.host_name.text, "host", "dhcp: the first part of a name")
local parts = {}
for _, list in ipairs {o.options, o.file_options, o.sname_options} do
  for _, option in list "host_name" do parts[#parts + 1] = option.text end
end
tap.equal(table.concat(parts), "hostmoreeven", "dhcp: all its parts")
tap.equal(data.text(o.sname_options.router.addresses[1], "address"), "10.0.0.1",
  "dhcp: a router in sname")
local pads = offer("", "", "\x35\1\1" .. ("\0"):rep(130) .. "\x0c\4host\xff")
tap.equal(pads.options.host_name.text, "host", "dhcp: an option behind 130 pads")

-- ---- IPv4 options, DSCP and ECN: RFC 791, 2113, 2474, 3168 ----

local ipv4, ipv6 = require "ipv4", require "ipv6"
-- router alert, record route with room for two addresses of which one is filled in, end, padding
local routed = bytes [[49 b9 002c 0000 0000 40 01 0000 0a000001 0a000002
  94 04 0000 07 0b 08 c0000201 00000000 00 'payload!']]
local ip = ipv4(data.new(routed))
tap.equal(#ip.options, 2, "ipv4: options up to their end")
tap.equal(ip.options.router_alert.value, 0, "ipv4: router alert")
tap.equal(ip.options.record_route.pointer, 8, "ipv4: where the next address goes")
local route = ip.options.record_route.route
tap.equal(data.text(route[1], "address"), "192.0.2.1", "ipv4: the first hop")
tap.equal(#ip.options_block, 16, "ipv4: all bytes of the options")
tap.equal(ip.dscp, 46, "ipv4: expedited forwarding")
tap.equal(ip.ecn, 1, "ipv4: ECT(1)")
ip.ecn = "ce"
ip.dscp = 10
tap.equal(ip.tos, 0x2b, "ipv4: both are bits of tos")
tap.raises("out of range", "ipv4: seven bits", function() ip.dscp = 64 end)
local ip6 = ipv6(data.new(bytes "6b90 0000 0000 3b 40" .. ("\0"):rep(32) .. "payload!"))
tap.equal(ip6.dscp, 46, "ipv6: expedited forwarding")
tap.equal(ip6.ecn, 1, "ipv6: ECT(1)")
ip6.ecn = 0
tap.equal(ip6.traffic_class, 0xb8, "ipv6: bits of the traffic class")
-- A length of 0: TSO, BIG TCP, jumbograms
tap.equal(tostring(ip6.payload), "payload!", "ipv6: without a length, all that follows")
tap.equal(tostring(ipv4(data.new(bytes "4500 0000" .. routed:sub(5, 20) .. "payload!")).payload),
  "payload!", "ipv4: likewise")

-- ---- IPv6 extension headers: RFC 8200, 4; RFC 2711; RFC 8754, 2; RFC 4302, 2 ----

-- a multicast listener report (RFC 3810, 5.2) behind a router alert
local report = ipv6(data.new(bytes [[60000000 0024 00 01 fe80000000000000 0000000000000001
  ff020000000000000000000000000016 3a 00 05 02 0000 01 00
  8f 00 0000 0000 0001 04 00 0000 ff0200000000000000000001ff000001]]))
tap.equal(report.extensions.hop_by_hop.options.router_alert.value, 0, "ipv6: router alert")
tap.equal(#report.extensions.hop_by_hop.options, 2, "ipv6: its padding is an option")
tap.equal(ipv6.name(report, "transport"), "icmpv6", "ipv6: the protocol behind it")
tap.equal(report.nexthdr, 0, "ipv6: which is not that of the header")
tap.equal(require "icmpv6"(report.upper).type, 143, "ipv6: where that begins")
-- segment routing over two nodes, then a fragment that is the first, then AH with 12 bytes of ICV
local routed6 = ipv6(data.new(bytes [[60000000 004c 2b 40]] .. ("\0"):rep(32) .. bytes [[
  2c 04 04 01 01 00 0007 20010db8000000000000000000000002 20010db8000000000000000000000001
  33 00 0001 01020304 06 04 0000 00000100 00000009 aaaaaaaaaaaaaaaaaaaaaaaa 00160017]]))
local segments = routed6.extensions.routing.routing
tap.equal(ipv6.extensions.routing.name(segments, "type"), "segments", "ipv6: segment routing")
tap.equal(segments.segments_left, 1, "ipv6: segments left")
tap.equal(segments.tag, 7, "ipv6: tag")
tap.equal(data.text(segments.segments[2], "address"), "2001:db8::1", "ipv6: the first segment")
tap.equal(#segments.segments, 2, "ipv6: all of them")
local fragment = routed6.extensions.fragment
tap.equal(fragment.id, 0x01020304, "ipv6: identification")
tap.equal(fragment.offset, 0, "ipv6: the first fragment")
tap.equal(fragment.more, true, "ipv6: of more")
tap.equal(routed6.extensions.ah.spi, 0x100, "ipv6: SPI")
tap.equal(routed6.extensions.ah.seq, 9, "ipv6: sequence number")
tap.equal(tostring(routed6.extensions.ah.icv), ("\xaa"):rep(12), "ipv6: ICV")
tap.equal(routed6.transport, 6, "ipv6: TCP behind AH")
tap.equal(tostring(routed6.upper), "\0\x16\0\x17", "ipv6: its first bytes")

-- ---- TLS: RFC 8446, 4.1.2; RFC 6066, 3 ----

local tls = require "tls"
local hello = bytes "0303" .. ("\x11"):rep(32) .. bytes [[04 01020304 0004 1301 1302 01 00 002a
  002b 0003 02 0304
  0000 0010 000e 00 000b 'example.org'
  0010 000b 0009 02 'h2' 05 'http/']]
local record = bytes "16 0301" .. string.pack(">I2", #hello + 4) .. "\1"
  .. string.pack(">I3", #hello) .. hello
local t = tls(data.new(record))
local function server_name(message)
  local extension = message.hello.extensions.server_name
  return extension and extension.names.host_name.name
end
tap.equal(tls.name(t, "type"), "handshake", "tls: type of the record")
tap.equal(t.handshake, 1, "tls: type of the message")
tap.equal(t.hello.version, 0x0303, "tls: version")
tap.equal(tostring(t.hello.session), "\1\2\3\4", "tls: session")
tap.equal(t.hello.ciphers[2].suite, 0x1302, "tls: cipher suite")
tap.equal(#t.hello.extensions, 3, "tls: extensions")
tap.equal(server_name(t), "example.org", "tls: SNI")
tap.equal(t.hello.extensions.alpn.protocols[1].name, "h2", "tls: ALPN")
tap.equal(t.hello.extensions.supported_versions.names, nil, "tls: an extension of another type")
tap.equal(t.server_hello, nil, "tls: no server's hello")
tap.equal(t.level, nil, "tls: no alert")
tap.equal(#t.next, 0, "tls: no other record")
-- The first segment of a long hello: what is whole is there.
t = tls(data.new(record:sub(1, -5)))
tap.equal(server_name(t), "example.org", "tls: SNI of a cut hello")
tap.equal(t.hello.extensions.alpn, nil, "tls: the extension that is cut")
t = tls(data.new(bytes "15 0303 0002 02 28" .. record))
tap.equal(t.level, 2, "tls: a fatal alert")
tap.equal(t.description, 40, "tls: handshake failure")
tap.equal(t.hello, nil, "tls: no hello")
tap.equal(server_name(tls(t.next)), "example.org", "tls: the next record")
local server = bytes "0303" .. ("\x22"):rep(32) .. bytes "00 1301 00 0006 002b 0002 0304"
t = tls(data.new(bytes "16 0303" .. string.pack(">I2", #server + 4) .. "\2"
  .. string.pack(">I3", #server) .. server))
tap.equal(t.server_hello.cipher, 0x1301, "tls: the cipher suite chosen")
tap.equal(#t.server_hello.extensions, 1, "tls: the server's extensions")
survives(tls, record, "tls: of every length")

-- A record cuts what is in it, however long its parts say that they are.
local second = bytes "17 0303 0002 0000"
local whole = record
for n = 0, #hello + 4 do
  local cut = whole:sub(1, 3) .. string.pack(">I2", n) .. whole:sub(6)
  local r = tls(data.new(cut .. second))
  local h = r.hello
  if h then
    local sni = h.extensions and h.extensions.server_name
    local alpn = h.extensions and h.extensions.alpn
    if n < 39 or (sni ~= nil) ~= (n >= 80) or (alpn ~= nil) ~= (n >= 95)
      or #r.messages ~= (n == #hello + 4 and 1 or 0)
      or tostring(r.fragment) ~= cut:sub(6, 5 + n) then
      tap.equal(n, "right", "tls: a record of so many bytes")
    end
  elseif n >= 39 or (r.handshake == nil) ~= (n < 1) or (r.handshake_length == nil) ~= (n < 4) then
    tap.equal(n, "absent", "tls: a record of so many bytes")
  end
end
tap.ok(true, "tls: records of every length, of which each cuts what is in it")

-- Names of servers: all of them, of any type, of any bytes.
local function named(names)
  local b = "\3\3" .. ("R"):rep(32) .. "\0" .. string.pack(">s2", "\x13\1") .. "\1\0"
    .. string.pack(">s2", string.pack(">I2s2", 0, string.pack(">s2", names)))
  return tls(data.new("\22\3\1" .. string.pack(">s2", "\1" .. string.pack(">I3", #b) .. b)))
    .hello.extensions.server_name
end
local n = named(string.pack(">Bs2Bs2", 1, "x", 0, "blocked.example"))
tap.equal(#n.names, 2, "tls: two names")
tap.equal(n.names.host_name.name, "blocked.example", "tls: the first of a host, behind another")
n = named(string.pack(">Bs2", 0, "good.example\0.evil.example"))
tap.equal(n.names.host_name.name, "good.example\0.evil.example", "tls: all bytes of a name")
n = named(string.pack(">Bs2", 0, "a.example"):sub(1, -2))
tap.equal(#n.names, 0, "tls: a name that is cut by its list")

-- Several messages in one record: ServerHello, Certificate, ServerHelloDone
local flight = "\2" .. string.pack(">s3", server) .. "\11" .. string.pack(">s3", "certificate")
  .. "\14" .. string.pack(">s3", "")
t = tls(data.new("\22\3\3" .. string.pack(">s2", flight)))
tap.equal(#t.messages, 3, "tls: messages of a record")
tap.equal(t.messages.server_hello.server_hello.cipher, 0x1301, "tls: the server's hello")
tap.equal(tostring(t.messages.certificate.data), "certificate", "tls: the certificate")
tap.equal(t.messages.server_hello_done.length, 0, "tls: the end")
t = tls(data.new("\23\3\3" .. string.pack(">s2", flight)))
tap.equal(t.messages, nil, "tls: none in other records")

tap.done()
