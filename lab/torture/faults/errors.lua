-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Errors of every kind that is dealt with in code of its own, caught while it loads; each packet
-- ends in one that is not caught.
local netfilter = require "netfilter"

-- To the end of the C stack, which is sooner there than that of Lua's.
local function deep() return (("x"):gsub("x", deep)) end
local function text_of(t) return ("text "):rep(20) .. #t end
local function closing(f) return setmetatable({}, {__close = f}) end

local ways = {
  function() error(setmetatable({}, {__tostring = text_of})) end,
  function() error(setmetatable({}, {__tostring = function(t) return {t} end})) end,
  function() local _ <close> = closing(function(_, e) error(text_of {e}) end) error "first" end,
  function() local _ <close> = closing(function() return {} .. "" end) return {} + 1 end,
  function() setmetatable({}, {__gc = function(t) error {text_of {t}} end}) collectgarbage() end,
  function() setmetatable({}, {__gc = deep}) collectgarbage() deep() end,
  function() coroutine.wrap(function() local _ <close> = closing(deep) error {} end)() end,
  function() xpcall(deep, function(e) return debug.traceback(e) .. {} end) deep() end,
  function() error(select(2, xpcall(error, function(e) return {e, text_of {}} end, "in"))[1]) end,
  function() load(function() return text_of {} end) load(error) load("x = = 1")() end,
  function() string.rep("x", 1 << 40) end,
}
for _, way in ipairs(ways) do pcall(way) end

function filter(hdr)
  for _, way in ipairs(ways) do pcall(way) end
  ways[1 + hdr.dport % #ways]()
end
netfilter.attach {filter = "filter", hook = "local_out", proto = "udp"}
