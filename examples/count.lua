-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/count.sh
--
-- Counts packets and bytes for each source address: klua eval count 'report()' prints them.

local netfilter = require "netfilter"

local packets, bytes = {}, {}

function filter(hdr, pld)
  local from = hdr.saddr
  packets[from] = (packets[from] or 0) + 1
  bytes[from] = (bytes[from] or 0) + #pld
  return true
end

function report()
  for from, n in pairs(packets) do
    local a, b, c, d = from >> 24, from >> 16 & 255, from >> 8 & 255, from & 255
    local address = string.format("%d.%d.%d.%d", a, b, c, d)
    print(address, n, bytes[from])
  end
end

netfilter.attach{filter = "filter", family = "ipv4"}
