-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/loop.sh
--
-- A filter that never ends by itself: the runtime stops it, and packets take the default verdict.

local netfilter = require "netfilter"

function filter(hdr, pld)
  while true do end
end

netfilter.attach{filter = "filter", proto = "tcp"}
