-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Instructions of one access or call, net of the loop: the least of several runs, so that no timer
-- tick is in it.
local bench = require "bench"
local data = require "luadata"
local ipv4 = require "ipv4"

local rounds, runs = 2000, 15
local v = ipv4(data.new(20))
local t = {tot_len = 1, ttl = 1, saddr = 1}

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
local function cost(f) return (least(f) - loop) / rounds end

local function show(name, value, reference)
  print(("%s klua %d\n%s other %d"):format(name, value, name, reference))
end

local type = type
local function nothing() end
local c_call = cost(function() for _ = 1, rounds do type(v) end end)
show("call", cost(function() for _ = 1, rounds do nothing() end end), c_call)
show("loop", loop / rounds, c_call)
local read = cost(function() for _ = 1, rounds do local _ = t.tot_len end end)
local write = cost(function() for i = 1, rounds do t.tot_len = i & 255 end end)
show("field-read-guest", cost(function() for _ = 1, rounds do local _ = v.tot_len end end), read)
show("field-read-u8-guest", cost(function() for _ = 1, rounds do local _ = v.ttl end end), read)
show("field-read-u32-guest", cost(function() for _ = 1, rounds do local _ = v.saddr end end), read)
-- The name of a server behind so many other extensions, from the payload on: all that it takes.
local tls = require "tls"
local function server_name(payload)
  local server = tls(payload).hello.extensions.server_name
  return server.names.host_name.name
end
for _, n in ipairs {1, 10, 100} do
  local extensions = ("\x1a\x1a\0\0"):rep(n)
    .. string.pack(">I2s2", 0, string.pack(">s2", string.pack(">Bs2", 0, "a.example")))
  local hello = "\3\3" .. ("R"):rep(32) .. "\0" .. string.pack(">s2", "\x13\1") .. "\1\0"
    .. string.pack(">s2", extensions)
  local payload = data.new("\22\3\1" .. string.pack(">s2", "\1" .. string.pack(">s3", hello)))
  show("tls-name-" .. n, cost(function() for _ = 1, rounds do server_name(payload) end end), c_call)
end
show("field-write", cost(function() for i = 1, rounds do v.tot_len = i & 255 end end), write)
