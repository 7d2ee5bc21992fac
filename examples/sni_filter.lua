-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/sni_filter.sh
--
-- Refuses TLS connections to the servers in `refused` and all below them; report() counts the tries
-- by source. A hello of which too little came to tell gets the rule's default, and is counted.
local netfilter, tls = require "netfilter", require "tls"
refused = {["blocked.example"] = true}
local tries, sources = {}, 0

local function is_refused(name)
  name = name:lower():match("^(.-)%.?$")
  while name and not refused[name] do name = name:match("%.(.+)") end
  return name
end

local function count(from)
  if not tries[from] then sources = sources + 1 end
  if sources > 500 then tries, sources = {}, 1 end -- who sends can invent more
  tries[from] = (tries[from] or 0) + 1
end

function filter(hdr, pld)
  local record = tls(pld)
  if not record or record.handshake ~= tls.handshake.client_hello then return true end
  local whole, named = record.messages.client_hello, false
  for _, extension in (record.hello and record.hello.extensions or none) "server_name" do
    for _, server in (extension.names or none) "host_name" do
      named = true
      if is_refused(server.name) then return count(hdr.saddr) or false end
    end
  end
  if whole or named then return true end
end

function none() return function() end end
function report() for from, n in pairs(tries) do print(from, n) end end

netfilter.attach{filter = "filter", proto = "tcp", dport = 443}
