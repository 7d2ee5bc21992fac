-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What programs are made of: numbers and texts at the borders, patterns, formats, metamethods, and
-- every function with the kinds of its arguments. A kind with "?" may be left out.
local words = {}

words.integers = {
  "0", "1", "2", "3", "7", "8", "9", "15", "16", "20", "31", "32", "60", "63", "64", "65", "127",
  "128", "199", "200", "249", "250", "255", "256", "4095", "65535", "65536", "99999", "0x7fffffff",
  "0x80000000", "0xffffffff", "1 << 40", "-1", "-2", "-8", "-64", "-65", "math.maxinteger",
  "math.mininteger", "math.maxinteger - 1", "math.mininteger + 1", "1 << 62", "1 << 63",
}

words.strings = {
  "''", "'a'", "'abc'", "'x'", "'0'", "'10'", "' 7 '", "'-0x1'", "'1e3'", "'0x'", "'\\0'",
  "'a\\0b'", "'\\xff\\xfe'", "'\\u{7fffffff}'", "'\\u{10ffff}z'", "'%'", "'%%'", "'n'", "'k'",
  "'v'", "'ttl'", "'options'", "'\\n\\t\"'", "('a'):rep(200)", "('ab'):rep(600)",
  "('x'):rep(4000)", "('('):rep(300)", "'\\1\\2\\3\\4\\5\\6\\7\\8'", "'__index'", "'10.0.0.1'",
  "'fe80::1'", "'01:02:03:04:05:06'", "'collect'", "'www.example.org'", "[[long\n]]",
}

-- Of which patterns are put together.
words.pattern = {
  ".", "a", "b", "x", "%a", "%d", "%w", "%s", "%x", "%p", "%c", "%S", "%A", "[a-f]", "[^a]",
  "[%w_]", "[]]", "[^%s]", "[a-", "%", "%b()", "%bxx", "%f[%w]", "%f[^a]", "(", ")", "()", "(a)",
  "(.-)", "(.*)", "%1", "%2", "%0", "$", "^", "\\0", "\\255",
}
words.repeats = {"", "", "", "*", "+", "-", "?"}

words.packing = {
  "b", "B", "h", "H", "i", "I", "l", "j", "J", "T", "i1", "i3", "i7", "i16", "I5", "I16", "i17",
  "i0", "s", "s1", "s4", "s8", "z", "x", "c1", "c8", "c60", "c99999", "Xi8", "X", "!", "!16", "!3",
  "<", ">", "=", " ", "f", "d", "n", "c", "i99999999999",
}
words.formats = {
  "%d", "%5d", "%-5d", "%05d", "%x", "%X", "%o", "%c", "%s", "%.3s", "%99s", "%q", "%i", "%u",
  "%p", "%%", "%", "%100d", "%.99d", "%a", "%g", "%5.2s", "% d", "%+d", "%#x", "text", "%q%q",
}

words.binary = {
  "+", "-", "*", "//", "%", "/", "^", "&", "|", "~", "<<", ">>", "..", "==", "~=", "<", "<=", ">",
  ">=", "and", "or",
}
words.unary = {"-", "not ", "#", "~"}

words.events = {
  "__add", "__sub", "__mul", "__mod", "__pow", "__div", "__idiv", "__band", "__bor", "__bxor",
  "__shl", "__shr", "__concat", "__unm", "__bnot", "__len", "__eq", "__lt", "__le", "__index",
  "__newindex", "__call", "__tostring", "__pairs", "__close", "__gc", "__name", "__mode",
  "__metatable",
}

words.wire = {
  "arp", "dhcp", "dns", "ethernet", "gre", "icmp", "icmpv6", "ipv4", "ipv6", "tcp", "tls", "udp",
  "vlan", "vxlan",
}
words.fields = {
  "ttl", "tos", "id", "tot_len", "check", "saddr", "daddr", "payload", "options", "protocol", "df",
  "version", "ihl", "kind", "mss", "length", "sport", "dport", "seq", "syn", "questions", "answers",
  "name", "type", "records", "extensions", "flags", "data", "hop_limit", "nexthdr", "a", "b", "z",
  "has", "set", "n",
}

-- The kind that a function gives, and its arguments.
words.functions = {
  int = {
    "math.abs int", "math.ceil int", "math.floor int", "math.fmod int int", "math.max int int?",
    "math.min int int?", "math.random int? int?", "math.tointeger any", "rawlen tab",
    "select any any? any?", "string.byte str int? int?", "string.len str", "tonumber any int?",
    "utf8.len str int? int? bool?", "utf8.codepoint str int? int?", "utf8.offset str int int?",
    "string.packsize packing", "string.unpack packing str int?", "collectgarbage mode",
    "string.find str pattern int? bool?", "data.checksum block int?", "data.byte block int? int?",
    "data.find block pattern int? bool?", "data.unpack block packing int?", "data.addr str",
    "string.pack packing any? any?", "#block", "#list", "#tab", "field view", "field block",
  },
  str = {
    "string.char int? int?", "string.format format any? any? any?",
    "string.gsub str pattern any int?", "string.lower str", "string.match str pattern int?",
    "string.rep str int str?", "string.reverse str", "string.sub str int int?", "string.upper str",
    "string.pack packing any? any?", "table.concat tab str? int? int?", "tostring any", "type any",
    "utf8.char int? int?", "debug.traceback any? int?", "math.type any", "coroutine.status co",
    "data.text view field?", "data.text any str?", "data.match block pattern int?",
    "tostring block", "tostring view", "data.dump block", "layout.dump view",
    "layout.name view field",
    "tostring list",
  },
  tab = {
    "table.pack any? any?", "table.move tab int int int tab?", "setmetatable tab meta",
    "getmetatable any", "debug.getinfo any", "debug.getinfo int? str?", "rawset tab any any",
    "table.sort tab order?", "table.insert tab any any?", "table.remove tab int?",
    "table.unpack tab int? int?", "next tab any?", "rawget tab any", "layout.set view set",
  },
  fn = {
    "coroutine.wrap fn", "load str str? str?", "load fn", "string.gmatch str pattern int?",
    "data.gmatch block pattern int?", "utf8.codes str bool?", "ipairs any", "pairs any",
  },
  bool = {
    "rawequal any any", "math.ult int int", "pcall fn any?", "xpcall fn fn any?",
    "coroutine.resume co any?", "coroutine.isyieldable co?", "coroutine.close co",
    "layout.has view field", "assert any any?", "warn str", "print any", "error any int?",
    "coroutine.yield any?", "coroutine.running", "math.randomseed int? int?",
  },
  block = {
    "data.new int", "data.new str", "data.new tab", "data.segment block int int?",
    "data.layout block set", "field view",
  },
  view = {"layout block int?", "layout view int?", "layout block", "layout block", "list.int list"},
  layout = {"data.layout set"},
  co = {"coroutine.create fn", "coroutine.running"},
}
words.modes = {
  "'collect'", "'step'", "'step', 1", "'step', 9", "'count'", "'stop'", "'restart'",
  "'generational'", "'incremental'", "'incremental', 50, 50", "'isrunning'", "'setpause', 10",
}

return words
