-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Reads a capture (pcap) through the wire layouts, and prints what tshark calls the fields: a line
-- for each frame, NAME=VALUE with tabs between, values of one name in the order in which they lie,
-- "|" between.
--
--   fields.lua FILE          every frame
--   fields.lua FILE SEED     the same frames cut and overwritten at random: all that counts is that
--                            no read is an error; prints how many values were read
local data = require "luadata"
local arp, dhcp, dns, ethernet, gre = require "arp", require "dhcp", require "dns",
  require "ethernet", require "gre"
local icmp, icmpv6, ipv4, ipv6 = require "icmp", require "icmpv6", require "ipv4", require "ipv6"
local tcp, tls, udp, vlan, vxlan = require "tcp", require "tls", require "udp", require "vlan",
  require "vxlan"

local out, values

local function add(name, value)
  if value == nil then return end
  if type(value) == "userdata" then value = tostring(value) end
  if value == true then value = 1 elseif value == false then value = 0 end
  local list = out[name]
  if not list then
    list = {}
    out[name] = list
    out[#out + 1] = name
  end
  list[#list + 1] = value
  values = values + 1
end

-- Fields of a view by what tshark calls them; texts where it has some.
local function all(view, names)
  for name, field in pairs(names) do add(name, view[field]) end
end
local function texts(view, names)
  for name, field in pairs(names) do
    if view[field] ~= nil then add(name, data.text(view, field)) end
  end
end

local network -- by the type of Ethernet
local partial -- whether a packet is there in part: quoted in an error, or a fragment

local function greeting(hello, is_client)
  all(hello, {["tls.handshake.version"] = "version",
    ["tls.handshake.session_id_length"] = "session_length",
    ["tls.handshake.extensions_length"] = "extensions_length"})
  if is_client then add("tls.handshake.cipher_suites_length", hello.ciphers_length) end
  for _, c in ipairs(is_client and hello.ciphers or {}) do
    add("tls.handshake.ciphersuite", c.suite)
  end
  if not is_client then add("tls.handshake.ciphersuite", hello.cipher) end
  for _, e in ipairs(hello.extensions or {}) do
    add("tls.handshake.extension.type", e.type)
    add("tls.handshake.extension.len", e.length)
    for _, n in ipairs(e.names or {}) do
      add("tls.handshake.extensions_server_name_type", n.type)
      add("tls.handshake.extensions_server_name_len", n.length)
      add("tls.handshake.extensions_server_name", n.name)
    end
    for _, p in ipairs(e.protocols or {}) do add("tls.handshake.extensions_alpn_str", p.name) end
  end
end

-- What is encrypted is no row of messages: they would fill the record by chance.
local function record(view)
  local size = 0
  for _, message in ipairs(view.messages or {}) do size = size + message.length + 4 end
  if size ~= view.length then return end
  for _, message in ipairs(view.messages or {}) do
    add("tls.handshake.type", message.type)
    add("tls.handshake.length", message.length)
    local hello = message.hello or message.server_hello
    if hello then greeting(hello, message.hello ~= nil) end
  end
end

local function over_tcp(header)
  local payload = header.payload
  if #payload == 0 or not (header.sport == 443 or header.dport == 443) then return end
  local view, seen = tls(payload), 0
  -- What goes on from an earlier segment is none of a record's start.
  while view and view.type >= 20 and view.type <= 23 and view.version >> 8 == 3 and seen < 20
    and view.length + 5 <= #payload do
    all(view, {["tls.record.content_type"] = "type", ["tls.record.length"] = "length"})
    record(view)
    seen = seen + 1
    payload = view.next
    view = payload and tls(payload)
  end
end

local function segment(block)
  local v = tcp(block)
  if not v or v.doff < 5 or v.doff * 4 > #block then return end
  all(v, {["tcp.srcport"] = "sport", ["tcp.dstport"] = "dport", ["tcp.seq_raw"] = "seq",
    ["tcp.ack_raw"] = "ack_seq", ["tcp.flags.cwr"] = "cwr", ["tcp.flags.urg"] = "urg",
    ["tcp.flags.ack"] = "ack", ["tcp.flags.push"] = "psh", ["tcp.flags.reset"] = "rst",
    ["tcp.flags.syn"] = "syn", ["tcp.flags.fin"] = "fin", ["tcp.window_size_value"] = "window",
    ["tcp.checksum"] = "check", ["tcp.urgent_pointer"] = "urg_ptr"})
  add("tcp.hdr_len", v.doff * 4)
  for _, o in ipairs(v.options) do
    add("tcp.option_kind", o.kind)
    add("tcp.option_len", o.length)
    all(o, {["tcp.options.mss_val"] = "mss", ["tcp.options.wscale.shift"] = "shift",
      ["tcp.options.timestamp.tsval"] = "value", ["tcp.options.timestamp.tsecr"] = "echo"})
    for _, b in ipairs(o.blocks or {}) do
      all(b, {["tcp.options.sack_le"] = "left", ["tcp.options.sack_re"] = "right"})
    end
  end
  over_tcp(v)
end

-- A name as tshark writes it: without escapes.
local function plain(name)
  if name == "." then return "<Root>" end
  return name and (name:gsub("\\(%d%d%d)", function(n) return string.char(n) end)
    :gsub("\\(.)", "%1"))
end

-- A class; in multicast DNS (RFC 6762) its highest bit is another field.
local function class(value, is_multicast, name, flag)
  if is_multicast then add(flag, value >> 15) end
  add(name, is_multicast and value & 0x7fff or value)
end

-- The record of EDNS (RFC 6891, 6.1.2) has other fields in the place of class and ttl.
local function edns(r)
  add("dns.rr.udp_payload_size", r.class)
  add("dns.resp.ext_rcode", r.ttl >> 24)
  add("dns.resp.edns0_version", r.ttl >> 16 & 0xff)
  add("dns.resp.z", r.ttl & 0xffff)
end

local data_names = {[2] = "dns.ns", [5] = "dns.cname", [12] = "dns.ptr.domain_name"}

local function resource(r, is_multicast)
  local name = plain(r.name)
  if r.type == 33 then -- tshark cuts it at its first dots
    for i, part in ipairs {name:match("^([^.]*)%.([^.]*)%.(.*)$")} do
      add("dns.srv." .. ({"service", "proto", "name"})[i], part)
    end
  else
    add("dns.resp.name", name)
  end
  all(r, {["dns.resp.type"] = "type", ["dns.resp.len"] = "length",
    ["dns.mx.preference"] = "preference", ["dns.srv.priority"] = "priority",
    ["dns.srv.weight"] = "weight", ["dns.srv.port"] = "port"})
  if r.type == 41 then return edns(r) end
  class(r.class, is_multicast, "dns.resp.class", "dns.resp.cache_flush")
  add("dns.resp.ttl", r.ttl)
  add("dns.srv.target", plain(r.host))
  add("dns.mx.mail_exchange", plain(r.exchange))
  if data_names[r.type] then add(data_names[r.type], plain(r.target)) end
  for _, t in ipairs(r.texts or {}) do
    all(t, {["dns.txt.length"] = "length", ["dns.txt"] = "text"})
  end
  texts(r, {["dns.a"] = "address", ["dns.aaaa"] = "address6"})
end

local function domain(block, is_multicast)
  local v = dns(block)
  if not v then return end
  all(v, {["dns.id"] = "id", ["dns.flags.response"] = "response", ["dns.flags.opcode"] = "opcode",
    ["dns.flags.truncated"] = "tc", ["dns.flags.recdesired"] = "rd",
    ["dns.flags.checkdisable"] = "cd", ["dns.count.queries"] = "qdcount",
    ["dns.count.answers"] = "ancount", ["dns.count.auth_rr"] = "nscount",
    ["dns.count.add_rr"] = "arcount"})
  if v.response then
    all(v, {["dns.flags.authoritative"] = "aa", ["dns.flags.recavail"] = "ra",
      ["dns.flags.rcode"] = "rcode"})
  end
  for _, q in ipairs(v.questions) do
    add("dns.qry.name", plain(q.name))
    add("dns.qry.type", q.type)
    class(q.class, is_multicast, "dns.qry.class", "dns.qry.qu")
  end
  for _, list in ipairs {v.answers or {}, v.authorities or {}, v.additionals or {}} do
    for _, r in ipairs(list) do resource(r, is_multicast) end
  end
end

-- Options of DHCP, by their names here.
local option_times = {lease_time = "dhcp.option.ip_address_lease_time",
  renewal_time = "dhcp.option.renewal_time_value",
  rebinding_time = "dhcp.option.rebinding_time_value"}
local option_texts = {host_name = "dhcp.option.hostname", domain_name = "dhcp.option.domain_name",
  vendor_class = "dhcp.option.vendor_class_id", message = "dhcp.option.message"}
local option_addresses = {subnet_mask = "dhcp.option.subnet_mask",
  broadcast = "dhcp.option.broadcast_address",
  requested_address = "dhcp.option.requested_ip_address", server = "dhcp.option.dhcp_server_id",
  router = "dhcp.option.router", dns_servers = "dhcp.option.domain_name_server",
  ntp_servers = "dhcp.option.ntp_server"}

local function boot(block)
  local v = dhcp(block)
  if not v then return end
  all(v, {["dhcp.type"] = "op", ["dhcp.hw.type"] = "htype", ["dhcp.hw.len"] = "hlen",
    ["dhcp.hops"] = "hops", ["dhcp.id"] = "xid", ["dhcp.secs"] = "secs",
    ["dhcp.flags.bc"] = "broadcast"})
  texts(v, {["dhcp.ip.client"] = "ciaddr", ["dhcp.ip.your"] = "yiaddr",
    ["dhcp.ip.server"] = "siaddr", ["dhcp.ip.relay"] = "giaddr", ["dhcp.hw.mac_addr"] = "chaddr"})
  local at = 240
  for _, o in ipairs(v.options) do
    at = at + (o.length or -1) + 2
    add("dhcp.option.type", o.code)
    add("dhcp.option.length", o.length)
    if o.code == dhcp.options.code.client and o.length == 7 then -- an address, as in the header
      add("dhcp.hw.type", o.data:byte(1))
      add("dhcp.hw.mac_addr", data.text(o.data:unpack(">I6", 2), "mac"))
    end
    if o.code == dhcp.options.code.message_type then add("dhcp.option.dhcp", o.message) end
    local name = dhcp.options.name(o, "code")
    all(o, {[option_times[name] or ""] = "time", [option_texts[name] or ""] = "text",
      ["dhcp.option.dhcp_max_message_size"] = "bytes"})
    texts(o, {[option_addresses[name] or ""] = "address"})
    for _, host in ipairs(o.addresses or {}) do
      texts(host, {[option_addresses[name]] = "address"})
    end
    if o.code == 55 then
      for _, code in ipairs {o.data:byte(1, -1)} do add("dhcp.option.request_list_item", code) end
    end
  end
  if block:byte(at + 1) == 255 then -- the end, whose type tshark gives as 0
    add("dhcp.option.type", 0)
    add("dhcp.option.end", 255)
  end
end

local function datagram(block)
  local v = udp(block)
  if not v or (v.len > #block and not partial) or v.len < 8 then return end
  all(v, {["udp.srcport"] = "sport", ["udp.dstport"] = "dport", ["udp.length"] = "len",
    ["udp.checksum"] = "check"})
  local payload = v.payload
  if not payload then return end
  if v.dport == 53 or v.sport == 53 then
    domain(payload)
  elseif v.dport == 5353 or v.sport == 5353 then
    domain(payload, true)
  elseif v.dport == 67 or v.dport == 68 then
    boot(payload)
  elseif v.dport == 4789 then
    local outer = vxlan(payload)
    if outer then
      add("vxlan.vni", outer.vni)
      network[0](outer.payload)
    end
  end
end

local function message4(block)
  local v = icmp(block)
  if not v then return end
  all(v, {["icmp.type"] = "type", ["icmp.code"] = "code", ["icmp.checksum"] = "check",
    ["icmp.ident"] = "id", ["icmp.seq"] = "sequence"})
  if v.type == 3 and v.code == 4 then add("icmp.mtu", v.mtu) end
  texts(v, {["icmp.redir_gw"] = "gateway"})
  partial = true
  if v.type == 3 or v.type == 5 or v.type == 11 then network[0x0800](v.payload) end
end

-- A route's prefix is as long as it has to be.
local function route(o)
  add("icmpv6.opt.prefix.length", o.route_length)
  add("icmpv6.opt.route_info.flag.route_preference", o.preference & 3)
  local bytes = tostring(o.route)
  add("icmpv6.opt.prefix", data.text(bytes .. ("\0"):rep(16 - #bytes), "ipv6"))
end

local function message6(block)
  local v = icmpv6(block)
  if not v then return end
  all(v, {["icmpv6.type"] = "type", ["icmpv6.code"] = "code", ["icmpv6.checksum"] = "check",
    ["icmpv6.echo.identifier"] = "id", ["icmpv6.echo.sequence_number"] = "sequence",
    ["icmpv6.mtu"] = "mtu"})
  if v.type == 135 then texts(v, {["icmpv6.nd.ns.target_address"] = "target"}) end
  if v.type == 137 then
    texts(v, {["icmpv6.nd.rd.target_address"] = "target",
      ["icmpv6.rd.na.destination_address"] = "destination"})
  elseif v.type == 136 then
    texts(v, {["icmpv6.nd.na.target_address"] = "target"})
    all(v, {["icmpv6.nd.na.flag.r"] = "router", ["icmpv6.nd.na.flag.s"] = "solicited",
      ["icmpv6.nd.na.flag.o"] = "override"})
  elseif v.type == 134 then
    all(v, {["icmpv6.nd.ra.cur_hop_limit"] = "hop_limit", ["icmpv6.nd.ra.flag.m"] = "managed",
      ["icmpv6.nd.ra.flag.o"] = "other", ["icmpv6.nd.ra.router_lifetime"] = "lifetime",
      ["icmpv6.nd.ra.reachable_time"] = "reachable",
      ["icmpv6.nd.ra.retrans_timer"] = "retransmit"})
  end
  for _, o in ipairs(v.options or {}) do
    all(o, {["icmpv6.opt.type"] = "type", ["icmpv6.opt.length"] = "length",
      ["icmpv6.opt.prefix.length"] = "prefix_length",
      ["icmpv6.opt.prefix.flag.l"] = "on_link", ["icmpv6.opt.prefix.flag.a"] = "autonomous",
      ["icmpv6.opt.prefix.valid_lifetime"] = "valid",
      ["icmpv6.opt.prefix.preferred_lifetime"] = "preferred", ["icmpv6.opt.mtu"] = "mtu",
      ["icmpv6.opt.rdnss.lifetime"] = "dns_lifetime",
      ["icmpv6.opt.dnssl.lifetime"] = "search_lifetime",
      ["icmpv6.opt.route_lifetime"] = "route_lifetime"})
    if o.preference then route(o) end
    texts(o, {["icmpv6.opt.linkaddr"] = "address", ["icmpv6.opt.prefix"] = "prefix"})
    for _, s in ipairs(o.servers or {}) do texts(s, {["icmpv6.opt.rdnss"] = "address"}) end
    for _, s in ipairs(o.search or {}) do
      if s.name ~= "." then add("icmpv6.opt.dnssl", s.name) end
    end
    if o.type == 4 then network[0x86dd](data.segment(o, 8, o.length * 8 - 8)) end
  end
  partial = true
  if v.type <= 3 then network[0x86dd](v.payload) end
end

local function tunnel(block)
  local v = gre(block)
  if not v then return end
  add("gre.proto", v.proto)
  local inner = v.payload and network[v.proto == 0x6558 and 0 or v.proto]
  if inner then inner(v.payload) end
end

local function routing(view)
  all(view, {["ipv6.routing.type"] = "type", ["ipv6.routing.segleft"] = "segments_left",
    ["ipv6.routing.srh.last_entry"] = "last_entry", ["ipv6.routing.srh.flags"] = "flags"})
  for _, s in ipairs(view.segments or {}) do texts(s, {["ipv6.routing.srh.addr"] = "address"}) end
end

-- An IPv6 extension header; of those that are not named here, tshark has other words.
local extensions = {[0] = "ipv6.hopopts", [43] = "ipv6.routing", [60] = "ipv6.dstopts"}
local function extension(view)
  if extensions[view.type] then
    all(view, {[extensions[view.type] .. ".nxt"] = "nexthdr",
      [extensions[view.type] .. ".len"] = "length"})
  elseif view.type == 44 then
    all(view, {["ipv6.fraghdr.nxt"] = "nexthdr", ["ipv6.fraghdr.reserved_octet"] = "reserved",
      ["ipv6.fraghdr.offset"] = "offset", ["ipv6.fraghdr.reserved_bits"] = "unused",
      ["ipv6.fraghdr.more"] = "more", ["ipv6.fraghdr.ident"] = "id"})
  elseif view.type == 51 then
    all(view, {["ah.next_header"] = "nexthdr", ["ah.length"] = "length", ["ah.spi"] = "spi",
      ["ah.sequence"] = "seq"})
  end
  for _, o in ipairs(view.options or {}) do
    all(o, {["ipv6.opt.type"] = "type", ["ipv6.opt.length"] = "length",
      ["ipv6.opt.router_alert"] = "value", ["ipv6.opt.tel"] = "limit",
      ["ipv6.opt.jumbo"] = "jumbo"})
  end
  if view.routing then routing(view.routing) end
end

local transport = {[1] = message4, [6] = segment, [17] = datagram, [47] = tunnel, [58] = message6,
  [41] = function(block) network[0x86dd](block) end}

network = {
  [0] = function(block)
    local v = ethernet(block)
    if not v then return end
    texts(v, {["eth.dst"] = "dest", ["eth.src"] = "source"})
    add("eth.type", v.proto)
    if network[v.proto] then network[v.proto](v.payload) end
  end,
  [0x8100] = function(block)
    local v = vlan(block)
    if not v then return end
    all(v, {["vlan.priority"] = "pcp", ["vlan.dei"] = "dei", ["vlan.id"] = "vid",
      ["vlan.etype"] = "proto"})
    if network[v.proto] then network[v.proto](v.payload) end
  end,
  [0x0806] = function(block)
    local v = arp(block)
    if not v then return end
    all(v, {["arp.hw.type"] = "htype", ["arp.proto.type"] = "ptype", ["arp.opcode"] = "oper",
      ["arp.hw.size"] = "hlen", ["arp.proto.size"] = "plen"})
    texts(v, {["arp.src.hw_mac"] = "sha", ["arp.src.proto_ipv4"] = "spa",
      ["arp.dst.hw_mac"] = "tha", ["arp.dst.proto_ipv4"] = "tpa"})
  end,
  [0x0800] = function(block)
    local v = ipv4(block)
    if not v or v.ihl < 5 then return end
    all(v, {["ip.version"] = "version", ["ip.dsfield"] = "tos", ["ip.dsfield.dscp"] = "dscp",
      ["ip.dsfield.ecn"] = "ecn", ["ip.len"] = "tot_len", ["ip.id"] = "id",
      ["ip.flags.df"] = "df", ["ip.flags.mf"] = "mf", ["ip.ttl"] = "ttl", ["ip.proto"] = "protocol",
      ["ip.checksum"] = "check"})
    add("ip.hdr_len", v.ihl * 4)
    add("ip.frag_offset", v.frag_off)
    texts(v, {["ip.src"] = "saddr", ["ip.dst"] = "daddr"})
    local at = 20
    for _, o in ipairs(v.options) do
      at = at + (o.length or 1)
      add("ip.opt.type", o.kind)
      add("ip.opt.len", o.length)
      add("ip.opt.ptr", o.pointer or (o.kind == 68 and data.byte(o, 3) or nil))
      for i, hop in ipairs(o.route or {}) do -- what is behind the pointer is not filled yet
        texts(hop, {[i * 4 < o.pointer and "ip.rec_rt" or "ip.empty_rt"] = "address"})
      end
    end
    if at < v.ihl * 4 and block:byte(at + 1) == 0 then add("ip.opt.type", 0) end -- the end
    if v.frag_off == 0 and v.payload and transport[v.protocol] then
      transport[v.protocol](v.payload)
    end
  end,
  [0x86dd] = function(block)
    local v = ipv6(block)
    if not v then return end
    all(v, {["ip.version"] = "version", ["ipv6.version"] = "version",
      ["ipv6.tclass"] = "traffic_class",
      ["ipv6.tclass.dscp"] = "dscp", ["ipv6.tclass.ecn"] = "ecn", ["ipv6.flow"] = "flow_label",
      ["ipv6.plen"] = "payload_len", ["ipv6.nxt"] = "nexthdr", ["ipv6.hlim"] = "hop_limit"})
    texts(v, {["ipv6.src"] = "saddr", ["ipv6.dst"] = "daddr"})
    for _, e in ipairs(v.extensions or {}) do extension(e) end
    partial = partial or v.extensions and v.extensions.fragment ~= nil
    if v.upper and transport[v.transport] then transport[v.transport](v.upper) end
  end,
}

-- ---- captures: pcap-savefile(5), little-endian, Ethernet ----

local file = assert(io.open(arg[1], "rb"))
local seed = tonumber(arg[2])
assert(file:read(24):sub(1, 4) == "\xd4\xc3\xb2\xa1", "a little-endian pcap")
if seed then math.randomseed(seed) end

local function spoiled(bytes)
  local t = {bytes:byte(1, math.random(0, #bytes))}
  for _ = 1, math.random(0, 6) do if #t > 0 then t[math.random(#t)] = math.random(0, 255) end end
  return string.char(table.unpack(t))
end

local total, frames = 0, 0
while true do
  local head = file:read(16)
  if not head then break end
  local bytes = file:read((string.unpack("<I4", head, 9)))
  if seed then bytes = spoiled(bytes) end
  out, values, partial = {}, 0, false
  local frame = data.new(bytes)
  network[0](frame)
  frames, total = frames + 1, total + values
  if seed then
    tostring(ethernet(frame) or "") -- and everything once more as text
    for _, layout in ipairs {ipv4, ipv6, tcp, udp, dns, dhcp, tls, icmp, icmpv6, gre, arp} do
      tostring(layout(frame, math.random(0, 60)) or "")
    end
  else
    local line = {}
    for _, name in ipairs(out) do
      line[#line + 1] = name .. "=" .. table.concat(out[name], "|")
    end
    print(table.concat(line, "\t"))
  end
end
if seed then print(("%d frames, %d values"):format(frames, total)) end
