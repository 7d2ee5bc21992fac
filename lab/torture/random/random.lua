-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Random numbers that are the same in every Lua: splitmix64 (Steele, Lea, Flood 2014).
local random = {}
random.__index = random

function random.new(seed)
  return setmetatable({state = seed}, random)
end

function random:bits()
  local z = self.state + 0x9e3779b97f4a7c15
  self.state = z
  z = (z ~ z >> 30) * 0xbf58476d1ce4e5b9
  z = (z ~ z >> 27) * 0x94d049bb133111eb
  return z ~ z >> 31
end

-- 0 to n - 1
function random:below(n)
  return (self:bits() >> 1) % n
end

function random:between(first, last)
  return first + self:below(last - first + 1)
end

function random:chance(percent)
  return self:below(100) < percent
end

function random:one(list)
  return list[self:below(#list) + 1]
end

return random
