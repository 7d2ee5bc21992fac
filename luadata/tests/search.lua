-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- find, match, gmatch and unpack on blocks.
local tap = require "tap"
local data = require "luadata"

local d = data.new("SSH-2.0-OpenSSH_6.4\r\nrest")
tap.equal(d:match("SSH%-[^-%G]+%-([^-%G]+)"), "OpenSSH_6.4", "the paper's pattern")
tap.equal(table.concat({d:find("OpenSSH")}, " "), "9 15", "find gives positions from 1")
tap.equal(table.concat({d:find("S(S)H", 5)}, " "), "13 15 S", "with captures")
tap.equal(d:find("nothing"), nil, "find of what is not there")
tap.equal(d:find(".", 1, true), 6, "plain find")
tap.equal(table.concat({d:find("")}, " "), "1 0", "find of nothing")
tap.equal(table.concat({d:find("", 100)}, " "), "",
  "beyond the end there is nothing, not even that")
tap.equal(table.concat({d:find("", #d + 1)}, " "), "26 25", "at the end there is")
tap.equal(table.concat({d:find("rest", -4)}, " "), "22 25", "from the end")
tap.equal(d:find("rest", -3), nil, "from too near the end")
tap.equal(d:match("^SSH"), "SSH", "an anchor")
tap.equal(d:match("^OpenSSH", 9), "OpenSSH", "an anchor at init")
tap.equal(d:match("^OpenSSH"), nil, "an anchor that does not match")
tap.equal(d:match("()rest()"), 22, "positions")
tap.equal(d:match("%f[%a]rest$"), "rest", "a frontier and an end")
tap.equal(data.new("f(a(b)c)"):match("%b()"), "(a(b)c)", "balance")
tap.equal(data.new("abab"):match("(ab)%1"), "ab", "a capture repeated")
tap.equal(data.new("a\0b"):find("\0"), 2, "a NUL in the pattern")
tap.equal(data.new("x = 1"):match("^(%w+)%s*=%s*(%d+)$"), "x", "a line of a configuration")
tap.equal(data.new(""):match(".*"), "", "an empty block")
tap.equal(data.new("\xe4"):match("%a"), nil, "letters are ASCII")
tap.equal(d:segment(8):match("^%a+"), "OpenSSH", "a segment's match stays inside it")
tap.equal(d:segment(0, 3):match("%-"), nil, "also at its end")
tap.equal(data.new("xay"):segment(1, 1):find("%f[%a]a"), 1,
  "a frontier sees nothing before a segment")

local words = {}
for w in data.new("one two  three"):gmatch("%a+") do words[#words + 1] = w end
tap.equal(table.concat(words, ","), "one,two,three", "gmatch")
words = {}
for k, v in data.new("a=1, b=2"):gmatch("(%w)=(%w)") do words[#words + 1] = k .. v end
tap.equal(table.concat(words, ","), "a1,b2", "gmatch with captures")
words = {}
for p in data.new("abc"):gmatch("()") do words[#words + 1] = p end
tap.equal(table.concat(words, ","), "1,2,3,4", "gmatch of nothing")
words = {}
for w in data.new("abcd"):gmatch("%a", 3) do words[#words + 1] = w end
tap.equal(table.concat(words, ","), "c,d", "gmatch from a position")
tap.equal(data.new("x"):gmatch("x", 9)(), nil, "gmatch from beyond the end")

for pattern, message in pairs {
  ["%"] = "malformed pattern (ends with '%')", ["[a"] = "malformed pattern (missing ']')",
  ["%bx"] = "missing arguments to '%b'", ["%f"] = "missing '[' after '%f' in pattern",
  ["%1"] = "invalid capture index %1", ["(%1)"] = "invalid capture index %1",
    ["("] = "unfinished capture",
  [")"] = "invalid pattern capture", ["%0"] = "invalid capture index %0",
    [("()"):rep(33)] = "too many captures",
} do
  tap.raises(message, "bad pattern " .. pattern:sub(1, 10), d.match, data.new(("a"):rep(400)),
    pattern)
end
tap.equal(#data.new(("a"):rep(400)):match(("a?"):rep(300)), 300, "a pattern of 300 choices")
tap.equal(data.new("x)y"):find(")"), 2, "a parenthesis alone is plain for find")
tap.raises("data expected, got string", "match on a string", data.match, "x", "x")

-- unpack, worked out by hand
local u = data.new("\1\2\3\4\5\6\7\8\255\254abc\0xyz")
tap.equal(u:unpack(">I2"), 0x0102, "two bytes, big-endian")
tap.equal(u:unpack("<I2"), 0x0201, "little-endian")
tap.equal(u:unpack(">I3", 2), 0x020304, "three bytes from the second")
tap.equal(u:unpack(">i2", 9), -2, "signed")
tap.equal(u:unpack("b", 9), -1, "a signed byte")
tap.equal(u:unpack("B", 9), 255, "an unsigned byte")
tap.equal(u:unpack(">I8"), 0x0102030405060708, "eight bytes")
tap.equal(u:unpack("<j"), 0x0807060504030201, "a Lua integer")
tap.equal(u:unpack("z", 11), "abc", "text that ends with NUL")
tap.equal(select(2, u:unpack("z", 11)), 15, "and the position after it")
tap.equal(u:unpack("c3", 15), "xyz", "text of a size")
tap.equal(u:unpack("s1"), "\2", "text after its length")
tap.equal(table.concat({u:unpack(">I2 <I2 x B")}, " "), "258 1027 6 7",
  "several, with a byte skipped")
tap.equal(table.concat({u:unpack(">!4 B I4")}, " "), "1 84281096 9", "aligned")
tap.equal(table.concat({u:unpack(">!4 B Xi4 B")}, " "), "1 5 6", "aligned by X")
tap.equal(select("#", u:unpack("")), 1, "an empty format gives the position")
tap.equal(u:unpack("B", -1), 122, "from the end")
tap.equal(data.new("\0\0\0\0\0\0\0\0\1"):unpack(">I9"), 1, "nine bytes that fit")
tap.raises("9-byte integer does not fit", "nine bytes that do not", data.unpack,
  data.new(("\1"):rep(9)), "I9")
tap.equal(data.new(("\255"):rep(9)):unpack("i9"), -1, "nine bytes, signed")
tap.raises("data too short", "beyond the end", u.unpack, u, "I8", 11)
tap.raises("data too short", "a length beyond the end", u.unpack, u, "s1", 9)
tap.raises("unfinished string", "text without NUL", u.unpack, u, "z", 15)
tap.raises("initial position out of data", "a position beyond the end", u.unpack, u, "B", 19)
tap.equal(u:unpack("", 18), 18, "the position at the end")
tap.raises("out of limits [1,16]", "17 bytes", u.unpack, u, "I17")
tap.raises("out of limits [1,16]", "no bytes", u.unpack, u, "I0")
tap.raises("missing size", "c without size", u.unpack, u, "c")
tap.raises("invalid format option 'q'", "an option that is none", u.unpack, u, "q")
tap.raises("no floats", "floats", u.unpack, u, "d")
tap.raises("invalid next option", "X at the end", u.unpack, u, "X")
tap.raises("not power of 2", "an odd alignment", u.unpack, u, "!4 i3")
tap.raises("out of range", "a size that would wrap", u.unpack, u, "c99999999999999999999")

-- addresses
tap.equal(data.addr "10.0.0.1", 0x0a000001, "an IPv4 address is a number")
tap.equal(data.addr "0.0.0.0", 0, "the lowest")
tap.equal(data.addr "255.255.255.255", 0xffffffff, "the highest")
tap.equal(data.addr "01:23:45:67:89:aB", 0x0123456789ab, "a MAC address is a number")
tap.equal(data.addr "::", ("\0"):rep(16), "an IPv6 address is 16 bytes")
tap.equal(data.addr "1:2:3:4:5:6:7:8", "\0\1\0\2\0\3\0\4\0\5\0\6\0\7\0\8", "all groups")
tap.equal(data.addr "fe80::1:2", "\xfe\x80" .. ("\0"):rep(10) .. "\0\1\0\2", "a gap in the middle")
tap.equal(data.addr "1::", "\0\1" .. ("\0"):rep(14), "a gap at the end")
tap.equal(data.addr "::ffff:1.2.3.4", ("\0"):rep(10) .. "\255\255\1\2\3\4",
  "an IPv4 address at the end")
tap.equal(data.addr "1:2:3:4:5:6:1.2.3.4", "\0\1\0\2\0\3\0\4\0\5\0\6\1\2\3\4", "without a gap")
for _, bad in ipairs {"", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ",
  "1..2.3", ":", ":::", "1:2",
  "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", "1:", ":1", "::1:",
    "1:2:3:4:5:6:7:8::",
  "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "01:23:45:67:89", "01:23:45:67:89:a", "01-23:45-67-89-ab",
    "1.2.3.4\0"} do
  tap.raises("not an address", "no address: '" .. bad:gsub("%z", "\\0") .. "'", data.addr, bad)
end
for _, text in ipairs {"::", "::1", "1::", "fe80::1:2", "2001:db8:0:1:1:1:1:1", "1:0:0:2::3",
  "1:2:3:4:5:6:7:8",
  "::ffff:102:304"} do
  tap.equal(data.text(data.addr(text), "ipv6"), text, "the text of " .. text)
end
tap.equal(data.text(data.addr "2001:0DB8:0:0:1:0:0:1", "ipv6"), "2001:db8::1:0:0:1",
  "the first of two equal gaps")
tap.equal(data.text(0x0a000001, "ipv4"), "10.0.0.1", "the text of a number")
tap.equal(data.text(0x0123456789ab, "mac"), "01:23:45:67:89:ab", "the text of a MAC address")
tap.raises("out of range", "33 bits are no IPv4 address", data.text, 1 << 32, "ipv4")

tap.done()
