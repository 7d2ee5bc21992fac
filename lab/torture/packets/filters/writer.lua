-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Writes anything anywhere, in headers, payloads, and what it makes of them.
local data = require "data"
local layouts = {require "ipv4", require "ipv6", require "tcp", require "udp", require "icmp",
  require "dns", require "tls", require "dhcp", require "gre", require "vxlan"}
local state = 7

local function below(n)
  state = state * 6364136223846793005 + 1442695040888963407
  return (state >> 33) % n
end

local function anything(like)
  local kind = below(8)
  if kind == 0 then return state end
  if kind == 1 then return ("x"):rep(below(40)) end
  if type(like) == "boolean" then return below(2) == 0 end
  if type(like) == "string" then return ("\255"):rep(#like) end
  if kind == 2 then return below(1 << 32) end
  return below(1 << below(17))
end

local function write(view, key, value) view[key] = value end

local function scribble(view, depth)
  for name, value in pairs(view) do
    if type(value) == "userdata" then
      if depth < 3 then pcall(scribble, value, depth + 1) end
    elseif below(4) == 0 then
      pcall(write, view, name, anything(value))
    end
  end
end

local word = data.layout{
  bits = {3, 11}, all = {0, 32}, text = {1, 6, "string"}, little = {8, 16, "number", "little"},
}
local words = {"bits", "all", "text", "little"}
local risky = {"ihl", "tot_len", "options", "frag_off", "mf", "payload_len", "nexthdr", "protocol"}
local kinds = {
  function(hdr) scribble(hdr, 0) end,
  function(_, _, skb) scribble(skb, 0) end,
  function(_, pld)
    local view = layouts[1 + below(#layouts)](pld, below(#pld + 2))
    if view then scribble(view, 0) end
  end,
  function(_, pld)
    local part = pld:segment(below(#pld + 2), below(40))
    if part then
      part:layout(word)
      for _, name in ipairs(words) do pcall(write, part, name, anything(1)) end
    end
  end,
  function(hdr)
    local ip = hdr.ip or hdr.ip6
    for _, name in ipairs(risky) do
      if below(3) == 0 then pcall(write, ip, name, anything(1)) end
    end
  end,
  function(hdr)
    for _, name in ipairs{"saddr", "daddr", "sport", "dport"} do
      pcall(write, hdr, name, anything(hdr[name]))
    end
  end,
}

function filter(hdr, pld, skb)
  for _ = 0, below(3) do
    pcall(kinds[1 + below(#kinds)], hdr, pld, skb)
  end
  return below(8) ~= 0
end
