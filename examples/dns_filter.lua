-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/dns_filter.sh
--
-- Drops DNS queries for the names in `blocked` and all below them; report() counts them by source.
local data, dns, netfilter = require "data", require "dns", require "netfilter"
blocked = {["blocked.example"] = true}
local dropped, sources = {}, 0

function filter(hdr, pld)
  local query = dns(pld)
  local question = query and query.questions[1]
  local name = question and question.name
  while name and not blocked[name:lower()] do name = name:match("%.(.+)") end
  if not name then return true end
  local from = data.text(hdr, "saddr")
  if not dropped[from] then sources = sources + 1 end
  if sources > 500 then dropped, sources = {}, 1 end -- who sends can invent more
  dropped[from] = (dropped[from] or 0) + 1
  return false
end

function report() for from, n in pairs(dropped) do print(from, n) end end

netfilter.attach{filter = "filter", proto = "udp", dport = 53}
