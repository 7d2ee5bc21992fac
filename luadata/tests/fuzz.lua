-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Random bytes under every wire format, read and written in every way, in memory that is lent in
-- pieces of exactly the size that was asked for: what is out of bounds shows under ASan.
--
--   build/luadata-san/lua luadata/tests/fuzz.lua [ROUNDS [SEED]]
local tap = require "tap"
local data = require "luadata"
local kit = require "wirekit"

local rounds = tonumber(arg[1] or "1500")
local seed = tonumber(arg[2] or "1")
local formats = {
  "arp", "dhcp", "dns", "ethernet", "gre", "icmp", "icmpv6", "ipv4", "ipv6", "tcp", "tls", "udp",
  "vlan", "vxlan",
}
local own = {"header", "summed", "datagram", "segment", "dns", "flags"}

-- Messages of which much is there, for the bytes to be changed of.
local seeds = {
  -- dns: a query, and an answer with a pointer to it
  "\x12\x34\x81\x80\0\1\0\1\0\0\0\1\3www\7example\3com\0\0\1\0\1\xc0\x0c\0\5\0\1\0\0\1\0\0\6\3"
    .. "cdn\xc0\x10\0\0\x29\4\xd0\0\0\0\0\0\4\0\x0a\0\0",
  "\0\1\0\0\0\0\0\3\0\0\0\0\0\0\6\0\1\0\0\0\0\0\x1a\1a\0\1b\0\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4"
    .. "\0\0\0\5\0\0\x10\0\1\0\0\0\0\0\5\1a\2bc\0\0\x0f\0\1\0\0\0\0\0\5\0\1\1x\0",
  -- tls: a client hello with a server name and alpn
  "\x16\3\1\0\x50\1\0\0\x4c\3\3" .. ("r"):rep(32) .. "\2id\0\4\x13\1\x13\2\1\0\0\x1f"
    .. "\0\0\0\x0c\0\x0a\0\0\7abc.org\0\x10\0\x0b\0\9\2h2\5http1",
  -- tcp with options
  "\0\x50\x1f\x90\0\0\0\1\0\0\0\2\xa0\x12\xff\xff\0\0\0\0\2\4\5\xb4\4\2\8\x0a\0\0\0\1\0\0\0\0\1\3"
    .. "\3\7data",
  -- ipv4 with options, then a payload
  "\x46\0\0\x20\0\1\0\0\x40\x11\0\0\x0a\0\0\1\x0a\0\0\2\x94\4\0\0payload!",
  -- gre with all it can have, icmpv6 with options, dhcp
  "\xb0\0\x08\0\0\1\0\2\0\0\0\3\0\0\0\4inner",
  "\x87\0\0\0\0\0\0\0" .. ("\xfe"):rep(16) .. "\1\1\0\1\2\3\4\5\3\4\x40\xc0" .. ("\1"):rep(28),
  "\1\1\6\0" .. ("\0"):rep(232) .. "\x63\x82\x53\x63\x35\1\1\x37\3\1\3\6\x0c\4host\0\xff",
  "\x0c\0\0\0\2\4\5\xb4\4\2\1\1rest",
  ("\0"):rep(64), ("\xff"):rep(64), ("\xc0"):rep(64), ("\1a"):rep(200),
}

local special = {"\0", "\xff", "\x7f", "\xc0\x0c", "\xff\xff", "\1"}

math.randomseed(seed)
local random = math.random

local function bytes()
  local s = seeds[random(#seeds)]
  local kind = random(8)
  if kind == 1 then s = s:rep(random(1, 40)) end
  if kind == 2 then s = s .. seeds[random(#seeds)] end
  if kind == 3 then
    local n = random(0, 80)
    local t = {}
    for i = 1, n do t[i] = string.char(random(0, 255)) end
    s = table.concat(t)
  end
  for _ = 1, random(0, 6) do
    local at = random(0, #s)
    local new = string.char(random(0, 255))
    if random(3) == 1 then new = special[random(#special)] end
    s = s:sub(1, at) .. new .. s:sub(at + 1 + (random(4) == 1 and 0 or #new))
  end
  return random(3) == 1 and s:sub(1, random(0, #s)) or s
end

local names = {} -- by layout
local function namesof(layout)
  local found = names[layout]
  if not found then
    found = kit.fields(layout)
    names[layout] = found
  end
  return found
end

local count = 0
local visit

-- What writes get: right now and then.
local function anything(old)
  local kind = random(6)
  if kind == 1 and math.type(old) then return old ~ (1 << random(0, 15)) end
  if kind == 2 then return random(0, 255) end
  if kind == 3 then return ("z"):rep(random(0, 40)) end
  if kind == 4 then return old end
  return math.type(old) and random(0, 3) or type(old) == "boolean" and not old or "ab"
end

local function walk(value, layout, depth)
  count = count + 1
  if type(value) ~= "userdata" then return end
  pcall(tostring, value)
  local ok, n = pcall(function() return #value end)
  if ok and n > 0 and layout == nil then -- a list, an array or a block
    pcall(function()
      for i, one in ipairs(value) do
        if i > 20 then break end
        walk(one, false, depth + 1)
      end
    end)
    pcall(function() return value[random(0, n + 1)] end)
    pcall(function() value[random(1, n)] = random(0, 255) end)
    pcall(function() return value[({"mss", "a", "server_name", "hostname", "nop"})[random(5)]] end)
    if depth < 4 then
      pcall(function() visit(value, depth + 1) end)
    end
  end
  pcall(function()
    local k = 0
    for name, one in pairs(value) do
      k = k + 1
      if k > 40 then break end
      if random(3) == 1 and type(name) == "string" then value[name] = anything(one) end
      if type(one) == "userdata" and depth < 5 then walk(one, nil, depth + 1) end
    end
  end)
end

local layouts = {}
for _, name in ipairs(formats) do layouts[#layouts + 1] = require(name) end
for _, name in ipairs(own) do layouts[#layouts + 1] = kit[name] end
local all = #layouts
for i = 1, all do -- the formats of parts
  for _, name in ipairs(namesof(layouts[i])) do
    local ok, part = pcall(function() return layouts[i][name] end)
    if ok and pcall(namesof, part) then
      layouts[#layouts + 1] = part
      for _, inner in ipairs(namesof(part)) do
        local okay, deeper = pcall(function() return part[inner] end)
        if okay and pcall(namesof, deeper) then layouts[#layouts + 1] = deeper end
      end
    end
  end
end

visit = function(block, depth)
  local layout = layouts[random(#layouts)]
  local fine, view = pcall(layout, block, random(4) == 1 and random(0, 30) or 0)
  if not fine then assert(view:find("only its list knows", 1, true), view) end
  if not fine or not view then return end
  local fields = namesof(layout)
  for _ = 1, random(1, 4) do
    local name = fields[random(#fields)]
    local ok, value = pcall(function() return view[name] end)
    count = count + 1
    if ok and value ~= nil then
      walk(value, nil, depth + 1)
      pcall(data.text, view, name)
    end
    pcall(layout.has, view, name)
    pcall(layout.name, view, name)
    if random(2) == 1 then pcall(function() view[name] = anything(value) end) end
  end
  if random(2) == 1 then
    local many = {}
    for _ = 1, random(1, 5) do
      local name = fields[random(#fields)]
      local ok, value = pcall(function() return view[name] end)
      many[name] = anything(ok and value or nil)
    end
    pcall(layout.set, view, many)
  end
  local what = random(6)
  if what == 1 then pcall(tostring, view) end
  if what == 2 then pcall(layout.dump, view) end
  if what == 3 then walk(view, layout, depth + 1) end
  if what == 4 then for _, name in ipairs(fields) do pcall(function() return view[name] end) end end
  if what == 5 then
    for _, name in ipairs(fields) do
      pcall(function() view[name] = anything(view[name]) end)
    end
  end
  count = count + 1
end

local finalizing = 0
for _ = 1, rounds do
  local s = bytes()
  local linear = random(3) == 1 and #s or random(0, #s)
  kit.lend(s, linear, random(2) == 1, function(block)
    if random(8) == 1 then -- a finalizer that writes, whenever it comes
      setmetatable({}, {__gc = function()
        finalizing = finalizing + 1
        pcall(visit, block, 3)
      end})
    end
    if random(4) == 1 then
      block = block:segment(random(0, #s), random(2) == 1 and random(0, #s) or nil)
    end
    for _ = 1, random(1, 3) do visit(block, 0) end
  end)
end
tap.ok(count > rounds, "random bytes under every format, nothing out of bounds")
print("# " .. rounds .. " rounds, " .. count .. " values, " .. finalizing .. " finalizers, seed "
  .. seed)
tap.done()
