-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/nat.sh
-- Source NAT: what leaves by `wan` gets the router's address, and a port or ICMP identifier there.
local netfilter, public, map, last = require "netfilter", require("data").addr "192.0.2.1", {}, 0
local function translate(hdr, address, port)
  local part, name = hdr.icmp or hdr, hdr.icmp and "id" or port
  local old = part[name] and hdr.ip.protocol << 48 | hdr[address] << 16 | part[name]
  local new = map[old]
  if old and not new and address == "saddr" then
    last = last % 512 + 1 -- in place of the oldest
    new = hdr.ip.protocol << 48 | public << 16 | 61000 + last
    map[map[new] or 0], map[new], map[old] = nil, old, new
  end
  if new then hdr[address], part[name] = new >> 16 & 0xffffffff, new & 0xffff end
  return true
end
function leave(hdr) return translate(hdr, "saddr", "sport") end
function enter(hdr) return translate(hdr, "daddr", "dport") end
netfilter.attach{filter = "leave", family = "ipv4", hook = "post_routing", interface = "wan"}
netfilter.attach{filter = "enter", family = "ipv4", hook = "pre_routing", interface = "wan"}
