-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/sni_filter.sh
--
-- Refuses TLS connections to the servers in `refused`; report() counts the tries by source.
local data, netfilter, tls = require "data", require "netfilter", require "tls"
refused = {["blocked.example"] = true}
local tries, sources = {}, 0

function filter(hdr, pld)
  local record = tls(pld)
  local extensions = record and record.hello and record.hello.extensions
  local server = extensions and extensions.server_name
  if not server or not server.name or not refused[server.name:lower()] then return true end
  local from = data.text(hdr, "saddr")
  if not tries[from] then sources = sources + 1 end
  if sources > 500 then tries, sources = {}, 1 end -- who sends can invent more
  tries[from] = (tries[from] or 0) + 1
  return false
end

function report() for from, n in pairs(tries) do print(from, n) end end

netfilter.attach{filter = "filter", proto = "tcp", dport = 443}
