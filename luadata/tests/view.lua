-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Views: reading, writing and printing fields of declared layouts.
local tap = require "tap"
local data = require "luadata"
local kit = require "testkit"
local ipv4, all = kit.ipv4, kit.all

-- RFC 791 header of a UDP datagram, written down byte by byte: version 4, ihl 5, tos 0x10, total
-- length 28,
-- id 0x1234, flags DF, time to live 64, protocol 17, 10.0.0.1 to 192.168.1.254; then 8 bytes.
local bytes = "\x45\x10\x00\x1c\x12\x34\x40\x00\x40\x11\xab\xcd\x0a\x00\x00\x01\xc0\xa8\x01\xfe"
  .. "payload!"
local pkt = data.new(bytes)
local ip = ipv4(pkt)

local function read(name) return ip[name] end
for name, value in pairs {
  version = 4, ihl = 5, tos = 0x10, tot_len = 28, id = 0x1234, df = true, mf = false,
    frag_off = 0, ttl = 64,
  protocol = 17, check = 0xabcd, saddr = 0x0a000001, daddr = 0xc0a801fe,
} do
  tap.equal(ip[name], value, "reads " .. name)
end
tap.equal(tostring(ip.payload), "payload!", "a field that is placed by another")
tap.equal(#ip.options, 0, "an empty placed field")
tap.raises("ipv4 has no field 'ttll' (nearest: 'ttl')", "a misspelt field", read, "ttll")
-- Two letters in three must be right.
for wanted, near in pairs {
  saddress = "saddr", protocl = "protocol", prtocool = "protocol", p = false, tl = "ttl",
  hops = false,
  destination = false, totlength = false, totlen = "tot_len",
} do
  local _, message = pcall(read, wanted)
  tap.equal(message:match("%(nearest: '([%w_]+)'%)") or false, near, "what is near " .. wanted)
end
tap.raises("ipv4 has no field 'find'", "a view has no methods", read, "find")
tap.raises("ipv4 has no field '1'", "a number as key", read, 1)
tap.raises("ipv4 has no field 'nil'", "nil as key", function() return ip[nil] end)
tap.raises("ipv4 has no field", "a long string as key", read, ("x"):rep(100))
tap.equal(#ip, 20, "# of a view is the size of its layout")
tap.equal(getmetatable(ip), false, "the metatable is locked")

-- making views
tap.equal(select("#", ipv4(data.new(19))), 2, "too few bytes give nil and a reason")
tap.equal(select(2, ipv4(data.new(12))), "ipv4: needs 20 bytes at offset 0, block has 12",
  "which is exact")
tap.equal(select(2, ipv4(pkt, 9)), "ipv4: needs 20 bytes at offset 9, block has 28",
  "with an offset")
tap.equal(ipv4(pkt, -1), nil, "an offset before the start")
tap.equal(ipv4(pkt, math.maxinteger), nil, "an offset that would wrap")
tap.equal(ipv4(pkt, 8).version, 4, "a view at an offset")
tap.equal(ipv4(ip, 8).ttl, 0xc0 == 0xc0 and bytes:byte(17),
  "a view of a view counts from the view's start")
tap.raises("bad argument #1 to 'ipv4' (data expected, got string: data.new(s) makes a block)",
  "a view of a string",
  ipv4, bytes)
tap.raises("bad argument #1 to 'ipv4' (data expected, got nil)", "a view of nil", ipv4, nil)
tap.raises("bad argument #2 to 'ipv4' (expected an integer, got string)", "a view at a word",
  ipv4, data.new(20), "x")
tap.raises("bad argument #2 to 'ipv4' (expected an integer, got table)", "a view at a table",
  ipv4, data.new(20), {})
tap.raises("bad argument #1 to 'ipv4' (data expected, got table)", "a view of a table", ipv4, {})

-- writing
local function write(name, value) ip[name] = value end
ip.ttl = 63
tap.equal(pkt:byte(9), 63, "a write reaches the block")
ip.ihl, ip.version = 6, 5
tap.equal(pkt:byte(1), 0x56, "bit-fields keep apart")
ip.ihl, ip.version = 5, 4
ip.mf = true
tap.equal(pkt:byte(7), 0x60, "a flag is set")
ip.df = false
tap.equal(pkt:byte(7), 0x20, "a flag is cleared")
ip.frag_off = 0x1fff
tap.equal(table.concat({pkt:byte(7, 8)}, ","), "63,255", "13 bits beside 3 flags")
ip.frag_off = 0
ip.protocol = "tcp"
tap.equal(ip.protocol, 6, "the name of a constant is a value")
ip.protocol = 99
tap.equal(ip.protocol, 99, "a value without a name")
ip.saddr = data.addr "172.16.0.9"
tap.equal(ip.saddr, 0xac100009, "an address")
local before = tostring(pkt)
tap.raises("ipv4.ttl: 256 is out of range (0 to 255)", "a value that does not fit", write, "ttl",
  256)
tap.raises("ipv4.ttl: -1 is out of range (0 to 255)", "a negative value", write, "ttl", -1)
tap.raises("ipv4.ihl: 4 is out of range (5 to 15)", "a value below the declared range", write,
  "ihl", 4)
tap.raises("ipv4.ihl: 16 is out of range (5 to 15)", "a value above it", write, "ihl", 16)
tap.raises("ipv4.ttl: expected an integer, got a string", "a string for an integer", write, "ttl",
  "64")
tap.raises("ipv4.ttl: expected an integer, got a boolean", "a boolean for an integer", write,
  "ttl", true)
tap.raises("ipv4.ttl: expected an integer, got nil", "nil for an integer", write, "ttl", nil)
tap.raises("ipv4.ttl: expected an integer, got a table", "a table for an integer", write, "ttl", {})
tap.raises("ipv4.df: expected a boolean, got an integer", "1 for a flag", write, "df", 1)
tap.raises("ipv4.check: read-only", "a field that is not for writing", write, "check", 0)
tap.raises("ipv4.protocol has no constant 'upd' (nearest: 'udp')", "a misspelt constant", write,
  "protocol", "upd")
tap.raises("ipv4 has no field 'tt1' (nearest: 'ttl')", "writing a misspelt field", write, "tt1", 1)
tap.raises("ipv4.saddr: 4294967296 is out of range (0 to 4294967295)", "33 bits", write, "saddr",
  1 << 32)
tap.raises("ipv4.payload: expected 8 bytes, got 3", "bytes of another length", write, "payload",
  "abc")
tap.equal(tostring(pkt), before, "refused writes change nothing")
ip.payload = "12345678"
tap.equal(tostring(ip.payload), "12345678", "bytes from a string")
ip.payload = data.new("abcdefgh")
tap.equal(tostring(ip.payload), "abcdefgh", "bytes from a block")
ip.payload = ip.payload
tap.equal(tostring(ip.payload), "abcdefgh", "bytes from themselves")

-- several writes
ipv4.set(ip, {ttl = 1, tos = 2, mf = false, protocol = "udp"})
tap.equal(ip.ttl * 10 + ip.tos, 12, "set writes all")
before = tostring(pkt)
tap.raises("ipv4.tos: 256 is out of range", "set refuses a bad value", ipv4.set, ip,
  {ttl = 9, tos = 256, id = 9, df = true, saddr = 9})
tap.equal(tostring(pkt), before, "and then writes none")
tap.raises("ipv4 has no field 'x'", "set refuses a bad name", ipv4.set, ip, {x = 1, ttl = 9})
tap.raises("table expected", "set wants a table", ipv4.set, ip)
tap.raises("a view of ipv4 expected, got one of all)", "set wants a view of its layout", ipv4.set,
  all(data.new(80)), {})
tap.raises("ipv4 expected, got data", "a block is none", ipv4.set, pkt, {})
tap.raises("data expected, got string", "nor is a string", ipv4.set, "x", {})
do
  local block = data.new("\x46" .. ("\0"):rep(23))
  ipv4.set(ipv4(block), {ihl = 5, options = "abcd"})
  tap.equal(tostring(block), "\x45" .. ("\0"):rep(19) .. "abcd",
    "set writes a placed field where it was when it was checked")
end
ipv4.set(ip, {})
tap.equal(tostring(pkt), before, "set with nothing does nothing")

-- has, name, constants
tap.equal(ipv4.has(ip, "ttl"), true, "has a fixed field")
tap.equal(ipv4.has(ip, "options"), true, "has an empty placed field")
ip.tot_len = 29
tap.equal(tostring(ip.payload), "abcdefgh", "a block that claims more than there is, is cut")
ip.tot_len = 19
tap.equal(ip.payload, nil, "a placed field that is absent is nil")
tap.equal(ipv4.has(ip, "payload"), false, "and has says so")
tap.raises("ipv4.payload: absent", "and it cannot be written", write, "payload", "x")
ip.tot_len = 28
tap.raises("ipv4 has no field 'tll' (nearest: 'ttl')", "has of a misspelt field", ipv4.has, ip,
  "tll")
tap.equal(ipv4.name(ip, "protocol"), "udp", "the name of a value")
ip.protocol = 200
tap.equal(ipv4.name(ip, "protocol"), nil, "a value without a name")
tap.equal(ipv4.name(ip, "ttl"), nil, "a field without names")
tap.equal(ipv4.protocol.udp, 17, "a constant")
tap.ok(rawequal(ipv4.protocol, ipv4.protocol), "constants are made once")
tap.raises("ipv4.protocol has no constant 'ucp' (nearest: 'tcp')", "a misspelt constant",
  function() return ipv4.protocol.ucp end)
tap.raises("constants are read-only", "writing a constant", function() ipv4.protocol.udp = 1 end)
tap.raises("ipv4.ttl has no constants", "constants of a field without",
  function() return ipv4.ttl end)
tap.raises("ipv4 has no field 'nam' (nearest: 'name')", "a misspelt function",
  function() return ipv4.nam(ip, "ttl") end)
tap.raises("ipv4 has no field 'ttx' (nearest: 'ttl')", "constants of no field",
  function() return ipv4.ttx end)
tap.raises("a layout is read-only", "writing a layout", function() ipv4.x = 1 end)
local list = {}
for k, v in pairs(ipv4.protocol) do list[#list + 1] = k .. v end
tap.equal(table.concat(list, " "), "icmp1 tcp6 udp17", "pairs of constants")
tap.equal(tostring(ipv4), "layout ipv4", "a layout prints its name")

-- iterating, printing
ip.protocol = "udp"
local keys = {}
for k in pairs(ip) do keys[#keys + 1] = k end
tap.equal(table.concat(keys, " "),
  "version ihl tos tot_len id df mf frag_off ttl protocol check saddr daddr options"
  .. " payload", "pairs goes in order of declaration")
tap.equal(tostring(ip),
  "ipv4{version=4, ihl=5, tos=0x02, tot_len=28, id=4660, df=false, mf=false, frag_off=0, ttl=1,"
  .. " protocol=udp, check=43981, saddr=172.16.0.9, daddr=192.168.1.254, options=<0 bytes>,"
  .. " payload=<8 bytes>}",
  "tostring of a view")
tap.equal(data.text(ip, "daddr"), "192.168.1.254", "text of an address")
tap.equal(data.text(ip, "protocol"), "udp", "text of a constant")
tap.raises("ipv4 has no field 'x'", "text of no field", data.text, ip, "x")
tap.ok(ipv4.dump(ip):find("    8  01                          ttl = 1\n", 1, true),
  "a line of dump")

-- every type
local block = data.new(80)
local v = all(block)
v.u8, v.i8, v.le24, v.u64, v.i64 = 255, -128, 0x010203, -1, -2
tap.equal(block:byte(1), 255, "u8")
tap.equal(block:byte(2), 128, "i8 in two's complement")
tap.equal(v.i8, -128, "i8 reads back negative")
tap.equal(tostring(block:segment(2, 3)), "\3\2\1", "24 bits, little-endian")
tap.equal(v.le24, 0x010203, "24 bits read back")
tap.equal(v.u64, -1, "u64 is wrapped")
tap.equal(tostring(block:segment(8, 8)), ("\255"):rep(8), "u64 in memory")
tap.equal(v.i64, -2, "i64")
tap.equal(tostring(block:segment(16, 8)), "\254" .. ("\255"):rep(7), "i64 little-endian in memory")
tap.raises("all.i8: 128 is out of range (-128 to 127)", "i8 above", function() v.i8 = 128 end)
tap.raises("all.i8: -129 is out of range (-128 to 127)", "i8 below", function() v.i8 = -129 end)
v.mode = 7
tap.equal(v.mode, 7, "a value that has a name")
tap.raises("all.mode: 2 is none of its constants", "a value that has none",
  function() v.mode = 2 end)
v.mode = "on"
tap.equal(v.mode, 1, "by name")
tap.raises("all.secret: write-only", "reading what is only for writing",
  function() return v.secret end)
v.secret = 42
tap.equal(block:byte(7), 42, "writing it")
tap.equal(v.gone, nil, "an optional field that is not there is nil")
tap.equal(all.has(v, "gone"), false, "and has says so")
tap.raises("all.gone: not in this kernel", "and writing it raises", function() v.gone = 1 end)
v.text = "abc"
tap.equal(v.text, "abc", "text")
tap.equal(tostring(block:segment(24, 8)), "abc\0\0\0\0\0", "text is filled with NULs")
v.text = "12345678"
tap.equal(v.text, "12345678", "text of the full size has no NUL")
tap.raises("9 bytes do not fit (at most 8)", "text that is too long",
  function() v.text = "123456789" end)
tap.raises("a NUL would end the text early", "text with a NUL", function() v.text = "a\0b" end)
tap.raises("expected a string, got an integer", "a number for text", function() v.text = 1 end)
v.raw = "\0\1\0\2"
tap.equal(v.raw, "\0\1\0\2", "raw has NULs")
v.bytes = "wxyz"
tap.equal(tostring(v.bytes), "wxyz", "bytes are a block")
v.bytes:layout {first = {0, 8}}.first = 65
tap.equal(tostring(v.bytes), "Axyz", "which is the same memory")
v.origin.x, v.origin.y = -3, 4
tap.equal(tostring(block:segment(40, 4)), "\253\255\0\4", "a sub-view")
tap.equal(v.origin.x, -3, "read back")
tap.equal(tostring(v.origin), "point{x=-3, y=4}", "printed")
tap.raises("all.origin: a view: write its fields", "a sub-view cannot be assigned",
  function() v.origin = {} end)
v.words[1], v.words[3] = 0x1111, 0x3333
tap.equal(v.words[1] + v.words[2] + v.words[3], 0x4444, "an array counts from 1")
tap.equal(#v.words, 3, "# of an array")
tap.equal(v.words[4], nil, "past its end is nil")
tap.equal(v.words[0], nil, "before its start is nil")
tap.equal(v.words[math.maxinteger], nil, "far past its end")
tap.equal(v.words[math.mininteger], nil, "far before its start")
tap.raises("all.words: no element 4 (1 to 3)", "writing past its end",
  function() v.words[4] = 1 end)
tap.raises("all.words: no element 0 (1 to 3)", "writing before its start",
  function() v.words[0] = 1 end)
tap.raises("all.word: 65536 is out of range", "an element's range",
  function() v.words[1] = 65536 end)
tap.raises("all.words: elements are numbered from 1", "a name of an element",
  function() return v.words.x end)
local sum = 0
for i, w in ipairs(v.words) do sum = sum + i * w end
tap.equal(sum, 0x1111 + 3 * 0x3333, "ipairs stops at the end")
sum = 0
for i, w in pairs(v.words) do sum = sum + i * w end
tap.equal(sum, 0x1111 + 3 * 0x3333, "pairs of an array")
tap.equal(tostring(v.words), "[4369, 0, 13107]", "an array printed")
tap.raises("words: no function: ipairs(array) goes over its elements", "a loop without ipairs",
  function() for _ in v.words do error "called" end end)
v.corners[2].y = 9
tap.equal(block:byte(58), 9, "an array of views")
tap.raises("an array: write its elements", "an array cannot be assigned",
  function() v.words = {} end)
v.mac = 0x0123456789ab
tap.equal(tostring(block:segment(58, 6)), "\1\x23\x45\x67\x89\xab",
  "a MAC address is six bytes in order")
tap.equal(data.text(v, "mac"), "01:23:45:67:89:ab", "printed")
v.ip6 = data.addr "2001:db8::1"
tap.equal(v.ip6, "\x20\x01\x0d\xb8" .. ("\0"):rep(11) .. "\1", "an IPv6 address is 16 bytes")
tap.equal(data.text(v, "ip6"), "2001:db8::1", "printed")
tap.raises("expected 16 bytes, got 3", "three bytes are none", function() v.ip6 = "::1" end)

local lan = data.prefix "10.128.0.0/9"
for address, inside in pairs {["10.128.0.0"] = true, ["10.255.255.255"] = true,
                              ["10.127.255.255"] = false, ["11.128.0.0"] = false,
                              ["::1"] = false} do
  tap.equal(lan(data.addr(address)), inside, "in 10.128.0.0/9: " .. address)
end
tap.equal(data.prefix "0.0.0.0/0"(data.addr "255.1.2.3"), true, "all addresses")
tap.equal(data.prefix "192.0.2.1/32"(data.addr "192.0.2.1"), true, "one address")
tap.equal(data.prefix "192.0.2.1/32"(data.addr "192.0.2.0"), false, "and no other")
local documentation = data.prefix "2001:db8::/33"
tap.equal(documentation(data.addr "2001:db8:7fff::1"), true, "in 2001:db8::/33")
tap.equal(documentation(data.addr "2001:db8:8000::"), false, "the first that is not")
tap.equal(documentation(data.addr "10.0.0.1"), false, "nor one of IPv4")
tap.equal(data.prefix "::/0"(data.addr "fe80::1"), true, "all of IPv6")
tap.equal(data.prefix "fe80::1/128"(data.addr "fe80::1"), true, "one of IPv6")
for _, wrong in ipairs {"", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/ 8", "10.0.0/8", "/8",
                        "::/129", "10.0.0.0/8/8", "10.0.0.0/-1", ("1"):rep(99) .. "/8"} do
  tap.raises("not a prefix: '", "a prefix that is none", data.prefix, wrong)
end
tap.raises("has bits beyond the first 8", "an address that is none", data.prefix, "10.0.0.1/8")
tap.raises("32 bits", "an address of too many bits", lan, 1 << 32)
tap.raises("address expected", "none at all", lan)
tap.raises("address expected", "text", lan, "10.0.0.1")

-- The example of RFC 9562, A.5
local uuid = "919108f7-52d1-4320-9bac-f847db4148a8"
local stamp = "\x91\x91\x08\xf7\x52\xd1\x43\x20\x9b\xac\xf8\x47\xdb\x41\x48\xa8"
local labelled = data.new("<" .. stamp .. ">")
local label = kit.label(labelled)
tap.equal(label.id, uuid, "a UUID reads as text")
tap.equal(tostring(label), "label{id=" .. uuid .. "}", "printed")
tap.equal(data.text(label, "id"), uuid, "by itself, too")
tap.ok(kit.label.dump(label):find(uuid, 1, true), "and in a dump")
label.id = "00000000-0000-0000-0000-00000000000F"
tap.equal(tostring(labelled), "<" .. ("\0"):rep(15) .. "\x0f>", "is written in either case")
kit.label.set(label, {id = uuid})
tap.equal(tostring(labelled), "<" .. stamp .. ">", "with others, too")
for _, wrong in ipairs {"", uuid:sub(2), uuid .. "0", uuid:gsub("f", "g"), (uuid:gsub("-", "0")),
                        stamp, uuid .. "\0"} do
  tap.raises("label.id: expected 8-4-4-4-12 hexadecimal digits, got", "is no UUID",
    function() label.id = wrong end)
end
tap.raises("label.id: expected a UUID, got an integer", "nor an integer",
  function() label.id = 1 end)
tap.equal(label.id, uuid, "what is refused changes nothing")
tap.equal(tostring(v):match("u64=%d+"), "u64=18446744073709551615", "u64 is printed unsigned")
tap.equal(tostring(v):match("text=%S+"), 'text="12345678",', "text is quoted")
tap.equal(tostring(v):match("raw=%S+"), 'raw="\\x00\\x01\\x00\\x02",',
  "bytes that do not print are in hex")
tap.equal(tostring(v):match("corners=.*}%]"), "corners=[point{x=0, y=0}, point{x=0, y=9}]",
  "arrays of views")

-- where the short way of our VM could go wrong: collisions, small views, other keys of the same
-- spelling
local point = kit.point(data.new("\1\2\3\4"))
tap.equal(point.x * 65536 + point.y, 0x0201 * 65536 + 0x0304, "a view of fewer than 8 bytes")
point.x, point.y = -1, -2
tap.equal(point.x * 100 + point.y, -102, "written and read back")
local built = table.concat({"t", "t", "l"})
tap.equal(ip[built], 1, "a name put together at run time")
local short = data.new("\0\1\2\3"):layout {a = {0, 16}, b = {16, 16}, c = {24, 16}}
tap.equal(short.b, 0x0203, "a field in the last bytes of a block")
tap.equal(short.c, nil, "one that reaches past them")

-- declarations that are refused
tap.raises("layout bad: field 'x': named twice", "two fields of a name", kit.badlayout, 1)
tap.raises("layout bad: field 'y': has more bits than its bytes", "9 bits in a byte",
  kit.badlayout, 2)
-- those that are known end it
tap.raises("layout nested: more than 32 layouts, each in another", "40 layouts in each other",
  kit.nested, 40)
tap.ok(kit.nested(8), "those within")
tap.ok(kit.nested(40), "all, when the rest is known")

tap.done()
