-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Filters to be measured: --attach names one of them.
function empty()
end

function accept()
  return true
end

local sink = 0
function fields(hdr)
  local ip = hdr.ip
  sink = sink + ip.tot_len + ip.ttl + ip.protocol + ip.saddr
  return true
end

function lookups(hdr)
  sink = sink + hdr.ip.tot_len + hdr.ip.ttl + hdr.ip.protocol + hdr.ip.saddr
  return true
end

function ports(hdr)
  sink = sink + hdr.sport + hdr.dport
  return true
end

function ttl(hdr)
  hdr.ip.ttl = 9
  return true
end

function port(hdr)
  hdr.sport = 4711
  return true
end

function match(_, pld)
  return pld:match("SSH%-[^-%G]+%-([^-%G]+)") ~= "OpenSSH_6.4"
end

function find(_, pld)
  return not pld:find("OpenSSH_6.4", 1, true)
end
