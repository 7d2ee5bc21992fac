-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Reads all that there is to read, in every format that this may be, in another order each time.
local layouts = {require "ipv4", require "ipv6", require "tcp", require "udp", require "icmp",
  require "dns", require "tls", require "dhcp", require "gre", require "vxlan", require "icmpv6",
  require "ethernet", require "vlan", require "arp"}
local state = 1

local function below(n)
  state = state * 6364136223846793005 + 1442695040888963407
  return (state >> 33) % n
end

local function read(view, depth)
  for name, value in pairs(view) do
    if type(value) == "userdata" and depth < 3 then
      read(value, depth + 1)
    end
    local again = view[name]
    assert(type(again) == type(value))
  end
end

local kinds = {
  function(hdr) read(hdr, 0) end,
  function(_, _, skb) read(skb, 0) return tostring(skb) end,
  function(hdr) return tostring(hdr) end,
  function(_, pld)
    local view = layouts[1 + below(#layouts)](pld, below(#pld + 2))
    if view then read(view, 0) return tostring(view) end
  end,
  function(_, pld) return pld:find("blocked", 1, true) end,
  function(_, pld) return pld:find("[%w-]+%.(%w+)", below(#pld + 2) + 1) end,
  function(_, pld)
    for word in pld:gmatch("%w%w+") do
      if #word > 20 then return word end
    end
  end,
  function(_, pld) return pld:byte(-below(#pld + 2), -1) end,
  function(_, pld) return pld:unpack(">I2I2s1z", below(#pld + 2) + 1) end,
  function(_, pld)
    local part = pld:segment(below(#pld + 2), below(99))
    return part and tostring(part)
  end,
  function(_, pld) return #tostring(pld) == #pld or error "length" end,
  function(hdr)
    for _, name in ipairs{"ip", "ip6", "tcp", "udp", "icmp", "icmp6"} do
      if hdr[name] then read(hdr[name], 0) end
    end
  end,
}
kept = false

function filter(hdr, pld, skb)
  if kept then
    assert(not pcall(function() return kept:byte(1) end), "memory of an earlier packet")
  end
  kinds[1 + below(#kinds)](hdr, pld, skb)
  kept = #pld > 0 and pld:segment(0, 1)
  return true
end
