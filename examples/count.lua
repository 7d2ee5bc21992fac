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
  for from, n in pairs(packets) do print(from, n, bytes[from]) end
end

netfilter.attach{filter = "filter", family = "ipv4"}
