-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Work that grows with its data is charged to the script's budget.
local tap = require "tap"
local data = require "luadata"
local kit = require "testkit"

if kit.budget(1000, function() end) == nil then
  tap.skip("budgets", "stock Lua has none")
  tap.done()
  return
end

local big = data.new(("a"):rep(60000))
local view = kit.all(data.new(80))

-- Each runs for ever, or nearly, on a budget of a few thousand units.
local function spends(name, f)
  local ok, why = kit.budget(5000, f)
  tap.equal(ok, false, name .. " is stopped")
  tap.ok(tostring(why):find("budget"), name .. " is stopped by the budget: " .. tostring(why))
end

spends("a pattern that backtracks", function()
  data.new(("a"):rep(40)):match((".-"):rep(20) .. "b")
end)
spends("a pattern that balances", function() data.new(("("):rep(50000)):find("%b()") end)
spends("a long match", function() big:match("^a*$") end)
spends("a set", function() big:find("[^" .. ("b"):rep(100) .. "]-c") end)
spends("plain find", function() for _ = 1, 10 do big:find("b", 1, true) end end)
local same, nearly = data.new(("a"):rep(2000)), ("a"):rep(1000) .. "b"
spends("plain find of what is nearly everywhere", function() same:find(nearly, 1, true) end)
spends("tostring", function() for _ = 1, 10 do local _ = tostring(big) end end)
spends("new", function() for _ = 1, 10 do data.new(60000) end end)
spends("new from a table", function() data.new({("a"):rep(6000):byte(1, -1)}) end)
spends("byte", function() big:byte(1, 60000) end)
spends("dump", function() big:dump() end)
spends("unpack", function() big:unpack(("b"):rep(6000)) end)
-- A length that a packet claims is no work: the script may catch that there is less.
local claims = data.new(("\xff"):rep(8))
for _, format in ipairs {"s4", "<s4", ">s8", "s7"} do
  local caught, why
  tap.ok(kit.budget(5000, function() caught, why = pcall(claims.unpack, claims, format) end),
    "unpack " .. format .. " of too little costs no more than looking")
  tap.ok(caught == false and tostring(why):find("too short"), format .. ": " .. tostring(why))
end
spends("printing a view", function() for _ = 1, 50 do local _ = tostring(view) end end)
spends("misspelt names", function() for _ = 1, 50 do pcall(function() return view.wrod end) end end)

spends("a search for a literal, again and again", function()
  for _ = 1, 10 do big:find("b.") end
end)

-- Formats: what is charged is the work, not the call.
local wire = require "wirekit"
local function units(f, n)
  local low, high = 0, 100000
  collectgarbage()
  collectgarbage("stop") -- its work is charged, too
  while high - low > 1 do
    local middle = (low + high) // 2
    if kit.budget(middle, function() for _ = 1, n do f() end end) then
      high = middle
    else
      low = middle
    end
  end
  collectgarbage("restart")
  return high
end
local names = data.new("\0\0\1a\0" .. ("\0\0\1"):rep(20))
local few = wire.dns(names:segment(0, 11))
local many = wire.dns(names)
tap.ok(units(function() return #many.records end, 10)
  > units(function() return #few.records end, 10) + 10 * 18 * 2, "records that are counted")
local first, last = many.records, many.records
tap.ok(units(function() return first[1] and last[1] and last[20] end, 10)
  > units(function() return first[1] and last[1] and last[1] end, 10) + 10 * 18 * 2,
  "records on the way to another")
local ipv6 = require "ipv6"
local headers = "\x60\0\0\0\0\0\x3c\x40" .. ("\0"):rep(32) .. ("\x3c\0\1\4\0\0\0\0"):rep(1000)
local chained, one = ipv6(data.new(headers)), ipv6(data.new(headers:sub(1, 48)))
for name, f in pairs {
  ["headers that are counted"] = function(ip) return #ip.extensions end,
  ["headers on the way to another"] = function(ip) return ip.extensions[1000] end,
  ["headers in front of a transport"] = function(ip) return ip.transport end,
  ["headers in front of what is behind them"] = function(ip) return ip.upper end,
} do
  tap.ok(units(function() f(chained) end, 1) > units(function() f(one) end, 1) + 998 * 2, name)
end
local sum = wire.summed(data.new(60000))
spends("a checksum of much", function() for _ = 1, 10 do data.checksum(big) end end)
spends("places that depend on much", function()
  local d = wire.dns(data.new(("\1a"):rep(300)))
  for _ = 1, 150 do local _ = d.name end
end)
local broken = wire.dns(data.new("\0\0\0" .. ("\1a"):rep(300))).records
spends("a record that does not end", function() for _ = 1, 150 do local _ = broken[1] end end)
spends("bytes that a checksum covers", function() for _ = 1, 5 do sum.tail = sum.tail end end)

-- Checksums that are zero are summed up anew, and so is what a header covers from now on.
local zeros = wire.summed(data.new(60000))
spends("a sum of much that is zero", function() for _ = 1, 10 do zeros.u8 = 0 end end)
spends("fields set together", function() for _ = 1, 10 do wire.summed.set(zeros, {u8 = 0}) end end)

-- Fields set together are all set, or none, wherever the budget ends.
local function whole(name, size, layout, values, step)
  local torn, ok, budget, set = 0, false, 0, data.new(size)
  layout.set(layout(set), values)
  set = tostring(set)
  while not ok do
    budget = budget + step
    local d = data.new(size)
    local target, before = layout(d), tostring(d)
    local why
    ok, why = kit.budget(budget, function() layout.set(target, values) end)
    if not ok and not tostring(why):find("budget") then error(why) end
    if tostring(d) ~= before and tostring(d) ~= set then torn = torn + 1 end
  end
  tap.ok(budget > 2 * step, name .. ": budgets end before it does: " .. budget)
  tap.equal(torn, 0, name .. " are all set, or none")
end
whole("sums of much", 60000, wire.summed, {u16 = 65535, odd16 = 65535}, 100)
local flags = ("fin|"):rep(50) .. "syn"
whole("flags with many names", 2, wire.flags, {any = flags, known = flags}, 1)
local full = ("a"):rep(4095)
whole("long texts", 8192, wire.letter, {to = full, from = full}, 1)
local emptied = {}
for i = 1, 3000 do emptied["k" .. i] = i end
for i = 1, 3000 do emptied["k" .. i] = nil end
emptied.any, emptied.known = 1, 2
whole("fields in a table that was emptied", 2, wire.flags, emptied, 1)
local covered = wire.datagram(data.new(("\1"):rep(65535)))
spends("what is covered and not, in turn", function()
  for _ = 1, 10 do covered.length = 8; covered.length = 65535 end
end)
local head = data.new("\x4f" .. ("\0"):rep(70000))
local ip = wire.header(head)
spends("fields of bytes set together", function()
  for _ = 1, 10 do wire.header.set(ip, {payload = head:segment(60)}) end
end)

local letters = ("a"):rep(60000)
spends("text for a function of C", function() for _ = 1, 10 do wire.text(letters) end end)

local absent = {}
for i = 1, 900 do absent["f" .. i] = {i * 8, 8} end
local empty = data.new(0):layout(absent)
spends("fields that are not there", function()
  for _ = 1, 20 do
    for _ in pairs(empty) do end
    empty:dump()
  end
end)

-- What one step of a pattern does is charged while it is done: else this takes seconds.
local long, before = "[" .. ("b"):rep(100000) .. "%l]", kit.clock()
spends("a long set on many bytes", function() big:find(long .. "*") end)
spends("a long set, again and again", function() big:find(long .. "-c") end)
tap.ok(kit.clock() - before < 500, "a long set is stopped at once")

-- A text that the script gives is charged before it is gone over, by each function that does so.
local function once(name, f, ...)
  local given, why = table.pack(...), nil
  local ran = kit.budget(2000, function() why = select(2, pcall(f, table.unpack(given))) end)
  tap.equal(ran, false, name .. " is stopped: " .. tostring(why):sub(1, 60))
end
local as, zeros_of = ("a"):rep(160000), ("0"):rep(160000)
local nothing = data.new(0)
once("find of a long text", nothing.find, nothing, as)
for _, set in ipairs {"[%s]", "[^%s]*", "^[%s]", "[%s]-", "%%f[%s]", "[%s"} do
  once("the end of a set in " .. set, nothing.match, nothing, set:format(as))
end
once("the end of a set in gmatch", nothing:gmatch("[" .. as .. "]"))
once("digits of a size", nothing.unpack, nothing, "c" .. zeros_of .. "1")
once("digits of an integer's size", nothing.unpack, nothing, "i" .. zeros_of .. "1")
tap.ok(kit.budget(2000, function() pcall(data.addr, as) end),
  "text that is no address is not gone over, nor shown")

local nearly_all = data.new(("a"):rep(255))
local function misses(name) pcall(function() return view[name] end) end
local fields = 0
for _ in pairs(view) do fields = fields + 1 end
local function hits() pcall(function() return view.u8 end) end
tap.ok(units(function() misses("") end, 10) > units(hits, 10) + 10 * fields * 3,
  "names that are compared with nothing are charged")
tap.ok(units(function() nearly_all:find("ab", 1, true) end, 10) > 255 * 10,
  "plain find of what is nearly everywhere in little is charged whole")

-- What the owner of lent memory does is charged before it is done: as it says, or for each store.
local packet, reached = ("E"):rep(40), nil
local function lent(linear, price, stores, f)
  return function() kit.lend(packet, linear, f, 0, stores and 0 or nil, stores, price) end
end
spends("a pull", lent(20, 6000, false, function(d) reached = d:byte(30) end))
tap.equal(reached, nil, "a pull is charged before it is done")
spends("a pull for a write", lent(20, 6000, true, function(d)
  d:segment(30, 2):layout({x = {0, 16}}).x = 1
end))
spends("what the owner stores", lent(40, 0, true, function(_, v)
  for i = 1, 400 do v.ttl = i & 255 end
end))
tap.equal(kit.budget(5000, lent(40, 0, false, function(_, v)
  for i = 1, 400 do v.ttl = i & 255 end
end)), true, "other stores are cheap")

local large, small = data.layout(absent), data.layout {f = {0, 8}}
tap.ok(units(function() pcall(large.has, view) end, 10)
  > units(function() pcall(small.has, view) end, 10) + 10 * 100, "a view of another layout")

-- Sums: a write is made when they can be paid, and zeros are summed up once, not by 64 bytes.
local unpaid = wire.summed(data.new(60000))
tap.equal(kit.budget(2000, function() unpaid.u8 = 0 end), false, "a sum that cannot be paid")
tap.equal(unpaid.check, 0, "nothing is written then")
tap.equal(kit.budget(100000, function() unpaid.u8 = 0 end), true, "a sum that can")
-- Of this one the sum is 0xffff: the checksum stays 0, and tells nothing of what changed.
local ones = wire.summed(data.new(60000))
ones.odd16 = 65535
local rest = ones.tail:layout {s = {0, 50000, "string"}}
tap.equal(kit.budget(40000, function() rest.s = "" rest.s = "" end), true, "zeros, twice")

local ok = kit.budget(5000, function() for _ = 1, 100 do local _ = view.u8 end end)
tap.equal(ok, true, "a hundred field reads are not")

tap.done()
