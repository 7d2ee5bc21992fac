-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Instructions of one turn of a loop, of calls and of a field read; the latter net of the loop.
local bench = require "bench"
local data = require "luadata"
local ipv4 = require "ipv4"

local rounds, runs = 2000, 15
local v, type = ipv4(data.new(20)), type
local function nothing() end

local function least(f)
  local best = math.maxinteger
  for _ = 1, runs do
    local start = bench.now()
    f()
    best = math.min(best, bench.now() - start)
  end
  return best
end

local loop = least(function() for _ = 1, rounds do end end)
local function show(name, f) print(name, (least(f) - loop) // rounds) end

print("loop", loop // rounds)
show("call", function() for _ = 1, rounds do nothing() end end)
show("c-call", function() for _ = 1, rounds do type(v) end end)
show("field-read", function() for _ = 1, rounds do local _ = v.tot_len end end)

-- For a packet: --attach names it.
function filter(hdr)
  return hdr.ip.ttl > 0
end
