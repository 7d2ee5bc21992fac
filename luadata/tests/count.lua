-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- One loop of a kind; tests/count subtracts the same with no rounds.
local kit = require "testkit"
local data = require "luadata"
local case, rounds = arg[1], math.tointeger(arg[2])
local v = kit.ipv4(data.new(("E"):rep(20)))
local s, unpack = ("E"):rep(20), string.unpack
local t = {tot_len = 1, ttl = 1, saddr = 1, df = true, ihl = 5}

local cases = {
  ["loop"] = function() for _ = 1, rounds do end end,
  ["table-read"] = function() for _ = 1, rounds do local _ = t.tot_len end end,
  ["table-write"] = function() for i = 1, rounds do t.tot_len = i & 255 end end,
  ["read-u8"] = function() for _ = 1, rounds do local _ = v.ttl end end,
  ["read-u16"] = function() for _ = 1, rounds do local _ = v.tot_len end end,
  ["read-u32"] = function() for _ = 1, rounds do local _ = v.saddr end end,
  ["read-bits"] = function() for _ = 1, rounds do local _ = v.ihl end end,
  ["read-flag"] = function() for _ = 1, rounds do local _ = v.df end end,
  ["unpack"] = function() for _ = 1, rounds do local _ = unpack(">I2", s, 3) end end,
  ["write-u8"] = function() for i = 1, rounds do v.ttl = i & 255 end end,
  ["write-u16"] = function() for i = 1, rounds do v.tot_len = i & 255 end end,
  ["write-u32"] = function() for i = 1, rounds do v.saddr = i & 255 end end,
}
cases[case]()
