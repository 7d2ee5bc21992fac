-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Writes whatever the API lets it write, by every way that it knows. Gently: to some packets, which
-- all pass, and seldom what may be written, for with all of it changed nothing would arrive.
local data = require "data"
local ipv4, ipv6 = require "ipv4", require "ipv6"
local layouts = {ipv4, ipv6, require "tcp", require "udp", require "icmp", require "icmpv6",
  require "dns", require "tls", require "dhcp", require "gre", require "vxlan"}
local state, gently = tonumber "SEED", "HOW" == "gently" -- the part puts them in

local function below(n)
  state = state * 6364136223846793005 + 1442695040888963407
  return (state >> 33) % n
end

local function write(view, key, value) view[key] = value end

-- What live sockets have: a packet that is given one of these comes to somebody.
local ports = {22, 53, 443}
local protocols = {1, 6, 17, 58, 59, 0, 43, 44, 47, 50, 51, 60, 132, 253}
local function value_for(key, old)
  if key == "sport" or key == "dport" then return ports[1 + below(#ports)] end
  if key == "protocol" or key == "nexthdr" then return protocols[1 + below(#protocols)] end
  if key == "ihl" or key == "doff" then return 5 + below(11) end
  local kind = below(16)
  if kind == 0 then return state end
  if kind == 1 then return ("x"):rep(below(40)) end
  if type(old) == "boolean" then return not old end
  if type(old) == "string" then return ("\255\0"):rep(#old // 2) end
  return below(3) == 0 and below(1 << 32) or below(256)
end

local granted = {saddr = true, daddr = true, sport = true, dport = true, check = true, ttl = true,
  hop_limit = true, window = true}
local function scribble(view, depth)
  for key, old in pairs(view) do
    if type(old) == "userdata" then
      if depth < 3 then pcall(scribble, old, depth + 1) end
    elseif below(gently and granted[key] and 120 or 4) == 0 then
      pcall(write, view, key, value_for(key, old))
    end
  end
end

local function over(block)
  block:layout {
    bits = {below(#block * 8), 1 + below(16)},
    number = {8 * below(#block), 16, "number", "little"},
    text = {below(#block), 1 + below(8), "string"},
  }
  pcall(write, block, "bits", below(1 << below(17)))
  pcall(write, block, "number", below(1 << below(17)))
  pcall(write, block, "text", ("\60"):rep(below(9)))
end

-- The protocol that early demux has found a socket of becomes the other one, by each way.
local function other(hdr) return hdr.udp and 6 or 17 end
local function network(hdr)
  if hdr.ip then return hdr.ip, "protocol", ipv4.set end
  return hdr.ip6, "nexthdr", ipv6.set
end
local turns = {
  function(hdr)
    local ip, key = network(hdr)
    write(ip, key, other(hdr))
  end,
  function(hdr)
    local ip, key, set = network(hdr)
    set(ip, {[key] = other(hdr)})
  end,
  function(hdr)
    local byte = data.segment((network(hdr)), hdr.ip and 9 or 6, 1)
    byte:layout {protocol = {0, 8}}
    byte.protocol = other(hdr)
  end,
}

local ways = {
  function(hdr) scribble(hdr, 0) end,
  function(_, _, skb) scribble(skb, 0) end,
  function(hdr)
    local ip, key, set = network(hdr)
    local wanted = {[hdr.ip and "ttl" or "hop_limit"] = 9 + below(90)}
    wanted[hdr.ip and "tos" or "traffic_class"] = below(256)
    if below(2) == 0 then wanted[key] = protocols[1 + below(#protocols)] end
    set(ip, wanted)
  end,
  function(hdr) over(data.segment((network(hdr)), below(80), 1 + below(30))) end,
  function(hdr, pld) if #pld > 0 then over(pld:segment(below(#pld), 1 + below(60))) end end,
  function(hdr, pld)
    local block = below(2) == 0 and pld or data.segment((network(hdr)), 0)
    local view = layouts[1 + below(#layouts)](block, below(#block + 2))
    if view then scribble(view, 1) end
  end,
  function(hdr)
    local part = data.segment((network(hdr)), below(40), 20)
    setmetatable({}, {__gc = function() pcall(over, part) end})
  end,
  function(hdr)
    local udp_or_few = hdr.udp or below(20) == 0
    if udp_or_few then hdr.dport = value_for("dport") end
    if udp_or_few and below(9) == 0 then hdr.sport = value_for("sport") end
  end,
  function(hdr, pld) pld:find(("\255"):rep(1 + below(3)), 1, true) end,
}

function filter(hdr, pld, skb)
  if hdr.udp or hdr.tcp then pcall(turns[1 + below(#turns)], hdr) end
  if gently and below(4) > 0 then return true end
  for _ = 0, below(3) do pcall(ways[1 + below(#ways)], hdr, pld, skb) end
  return gently or below(8) ~= 0
end
