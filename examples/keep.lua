-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/keep.sh
--
-- Keeps a payload beyond its packet: reading it then is an error, not memory of somebody else.

local netfilter = require "netfilter"

kept = nil

function filter(hdr, pld)
  kept = pld
  return true
end

netfilter.attach{filter = "filter", proto = "icmp"}
