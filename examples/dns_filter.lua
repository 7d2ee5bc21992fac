-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/dns_filter.sh
--
-- Drops DNS queries for the names in `blocked` and all below them, by UDP and TCP; report() counts
-- them by source. What cannot be read gets the rule's default, and is counted.
local dns, netfilter = require "dns", require "netfilter"
blocked = {["blocked.example"] = true}
local dropped, sources = {}, 0

local function is_blocked(name)
  name = name:lower()
  while name and not blocked[name] do name = name:match("%.(.+)") end
  return name
end

-- true: let it pass; false: drop it; nil: it cannot be read
local function judge(message)
  if not message or #message.questions < message.qdcount then return nil end
  for _, question in ipairs(message.questions) do
    if not question.name then return nil end
    if is_blocked(question.name) then return false end
  end
  return true
end

local function verdict(hdr, pass)
  if pass ~= false then return pass end
  local from = hdr.saddr
  if not dropped[from] then sources = sources + 1 end
  if sources > 500 then dropped, sources = {}, 1 end -- who sends can invent more
  dropped[from] = (dropped[from] or 0) + 1
  return false
end

function datagrams(hdr, pld) return verdict(hdr, judge(dns(pld))) end

-- By TCP each message lies behind its length. What goes on in the next segment cannot be read.
function stream(hdr, pld)
  local at, pass = 0, true
  while pass and at < #pld do
    local length = at + 2 <= #pld and pld:unpack(">I2", at + 1)
    local message = length and at + 2 + length <= #pld and pld:segment(at + 2, length)
    pass = judge(message and dns(message))
    at = at + 2 + (length or 0)
  end
  return verdict(hdr, pass)
end

function report() for from, n in pairs(dropped) do print(from, n) end end

netfilter.attach{filter = "datagrams", proto = "udp", dport = 53}
netfilter.attach{filter = "stream", proto = "tcp", dport = 53}
