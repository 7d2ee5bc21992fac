-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What outlives, leaves or loses the memory that was lent: `pld` is lent anew to each of two calls,
-- 64 bytes whose memory moves when more than a quarter is wanted; torture.shrink(n) expires what
-- was
-- made of it.
local expired = "data expired"
local ipv4 = "local ip = require 'ipv4' "
return {
  -- kept from one call to the next
  {"a kept segment", "if kept then return #kept end kept = pld:segment(0)", error = expired},
  {"a kept view", "if kept then return kept.ttl end kept = ip(pld)", setup = ipv4, error = expired},
  {"a kept view, written", "if kept then kept.ttl = 1 end kept = ip(pld)", setup = ipv4,
    error = expired},
  {"a kept view, set", "if kept then ip.set(kept, {ttl = 1}) end kept = ip(pld)", setup = ipv4,
    error = expired},
  {"a kept part of a view",
    "if kept then return tostring(kept) end kept = ip(pld).payload or pld:segment(1)",
    setup = ipv4, error = expired},
  {"a kept layout on the block", "if kept then return kept.a end kept = pld:layout {a = {0, 8}}",
    cause = "ok", value = "97"},
  {"a kept iterator", "if kept then return kept() end kept = pld:gmatch('%a') kept()",
    error = expired},
  {"a kept pairs", [[
    if kept then return kept() end
    local f, s, k = pairs(ip(pld)) kept = function() return f(s, k) end kept()]], setup = ipv4,
    error = expired},
  {"a kept block means the new one", "if kept then return kept:byte(1) end kept = pld",
    cause = "ok", value = "97"},
  {"a block after the call, in a finalizer", [[
    if kept then collectgarbage() return tostring(result) end
    kept = pld:segment(0)
    setmetatable({}, {__gc = function() result = select(2, pcall(data.byte, kept, 1)) end})]],
    cause = "ok", value = expired},
  {"a suspended coroutine", [[
    co = co or coroutine.wrap(function(p) local s = p:segment(0) while true do
    coroutine.yield(s:byte(1)) end end)
    return co(pld)]], error = expired},
  {"a suspended iterator", [[
    co = co or coroutine.wrap(function(p) for w in p:gmatch('.') do coroutine.yield(w) end end)
    return co(pld)]], error = expired},
  {"a closed segment", [[
    if kept then return kept:find('a') end
    kept = pld:segment(0)]], error = expired},
  -- expired in the middle of a call
  {"shrunk", "torture.shrink(10) return #pld", error = expired},
  {"shrunk, a segment", "local s = pld:segment(20) torture.shrink(10) return s:byte(1)",
    error = expired},
  {"shrunk, a view", "local v = ip(pld) torture.shrink(10) return v.ttl", setup = ipv4,
    error = expired},
  {"shrunk, a write", "local v = ip(pld) torture.shrink(10) v.ttl = 1", setup = ipv4,
    error = expired},
  {"shrunk in gmatch", "for w in pld:gmatch('.') do torture.shrink(10) end", error = expired},
  {"shrunk in pairs", "local v = ip(pld) for k in pairs(v) do torture.shrink(10) end",
    setup = ipv4, error = expired},
  {"shrunk in a sort order", [[
    local v = ip(pld) table.sort({3, 1, 2}, function(a, b) torture.shrink(10) return v.ttl < a
    end)]],
    setup = ipv4, error = expired},
  {"shrunk in a gsub callback", [[
    local s = pld:segment(0) string.gsub('abc', '.', function() torture.shrink(10) return
    s:byte(1) end)]],
    error = expired},
  {"shrunk in a finalizer", [[
    local s = pld:segment(0)
    setmetatable({}, {__gc = function() torture.shrink(10) end})
    for i = 1, 100000 do local t = {} s:byte(1) end]], error = expired},
  {"shrunk by __index", [[
    local v = ip(pld)
    local t = setmetatable({}, {__index = function() torture.shrink(10) return v.ttl end}) return
    t.x]],
    setup = ipv4, error = expired},
  {"shrunk by __close", [[
    local s = pld:segment(0)
    do local x <close> = setmetatable({}, {__close = function() torture.shrink(10) end}) end
    return s:byte(1)]], error = expired},
  {"shrunk in a coroutine", [[
    local s = pld:segment(0) coroutine.wrap(function() torture.shrink(10) end)() return #s]],
    error = expired},
  {"shrunk by a value to set", [[
    local v = ip(pld)
    ip.set(v, {ttl = setmetatable({}, {__index = function() torture.shrink(0) return 1 end}).x})
    return v.ttl]], setup = ipv4, error = expired},
  {"shrunk by __tostring", [[
    local s = pld:segment(0)
    tostring(setmetatable({}, {__tostring = function() torture.shrink(0) return '' end}))
    return tostring(s)]], error = expired},
  {"shrunk while a pattern allocates", [[
    local s = pld:segment(0)
    for i = 1, 2000 do
      setmetatable({}, {__gc = function() torture.shrink(0) end})
      s:match('(.)(.)(.)(.)(.)(.)(.)(.)')
    end]], error = expired},
  {"shrunk while unpack allocates", [[
    local s = pld:segment(0)
    for i = 1, 2000 do
      setmetatable({}, {__gc = function() torture.shrink(0) end})
      s:unpack('c8c8c8c8')
    end]], error = expired},
  -- memory that moves under the hands
  {"moves in gmatch", "local n = 0 for w in pld:gmatch('%a') do pld:byte(60) n = n + 1 end "
    .. "return n",
    cause = "ok", value = "64"},
  {"moves by a write in gmatch", [[
    local l, n = pld:layout {z = {504, 8}}, 0
    for w in pld:gmatch('%a') do l.z = 65 n = n + 1 end return n]], cause = "ok", value = "64"},
  {"moves in a finalizer", [[
    local l = pld:layout {z = {504, 8}}
    for i = 1, 500 do
      setmetatable({}, {__gc = function() l.z = 66 end})
      assert(pld:match('^(abc)(.)(.)') == 'abc')
    end return l.z]], cause = "ok", value = "66", budget = 1000000},
  {"moves in a sort order", [[
    local l, t = pld:layout {z = {504, 8}}, {}
    for i = 1, 26 do t[i] = pld:segment(i, 1) end
    table.sort(t, function(a, b) l.z = 67 return a:byte() > b:byte() end)
    return tostring(t[1])]], cause = "ok", value = "z", budget = 1000000},
  -- bounds
  {"a segment beyond", "return pld:segment(65)", cause = "ok", value = "nil"},
  {"a segment at the end", "return #pld:segment(64)", cause = "ok", value = "0"},
  {"a segment that wraps", "return #pld:segment(10, math.maxinteger)", cause = "ok", value = "54"},
  {"a negative segment", "return #pld:segment(-1)", error = "."},
  {"a negative length", "return #pld:segment(0, -1)", error = "."},
  {"a byte beyond", "return select('#', pld:byte(65, 70))", cause = "ok", value = "0"},
  {"a byte that wraps", "return select('#', pld:byte(math.mininteger, math.maxinteger))",
    cause = "ok", value = "64"},
  {"an unpack beyond", "return pld:unpack('i8', 60)", error = "too short"},
  {"an unpack that wraps", "return pld:unpack('c9', math.maxinteger)", error = "out of "},
  {"a string that does not end", "return pld:unpack('z')", error = "unfinished"},
  {"a find that begins beyond", "return pld:find('a', 1 << 40)", cause = "ok", value = "nil"},
  {"a view beyond", "return (ip(pld, 60))", setup = ipv4, cause = "ok", value = "nil"},
  {"a view that wraps", "return (ip(pld, math.maxinteger))", setup = ipv4, cause = "ok|error",
    error = "."},
  {"a negative view", "return (ip(pld, -1))", setup = ipv4, cause = "ok", value = "nil"},
  {"a field beyond", "return pld:layout({a = {512, 8}}).a", cause = "ok", value = "nil"},
  {"a field across the end", "return pld:layout({a = {508, 8}}).a", cause = "ok", value = "nil"},
  {"a write beyond", "pld:layout({a = {512, 8}}).a = 1", error = "."},
  {"a field of no size", "pld:layout({a = {0, 0}})", error = "."},
  {"a field that wraps", "pld:layout({a = {math.maxinteger, 64}})", error = "."},
  {"a text beyond", "return pld:layout({a = {60, 5, 'string'}}).a", cause = "ok", value = "nil"},
  {"a value too large", "pld:layout({a = {0, 8}}).a = 256", error = "256"},
  {"a value of a wrong type", "pld:layout({a = {0, 8}}).a = {}", error = "."},
  {"an unknown field", "return ip(pld).wrong", setup = ipv4, error = "wrong"},
  {"a method on a wrong object", "return pld.segment(io, 1)", error = "."},
  {"a method on a string", "return data.find('abc', 'b')", error = "."},
  {"a layout of another thing", "return ip({})", setup = ipv4, error = "."},
}
