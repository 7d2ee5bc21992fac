-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/ondemand.sh
--
-- The policy of the kernel's governor ondemand: a busy CPU gets the highest frequency at once, any
-- other one in proportion to its load.

local cpufreq = require "cpufreq"

up_threshold = 80 -- per cent of load

local idle_at, wall_at = {}, {} -- for each CPU, at the last call

local function get_load(cpu)
  local idle, wall = cpufreq.times(cpu)
  local rested = idle - (idle_at[cpu] or 0)
  local passed = wall - (wall_at[cpu] or 0)
  idle_at[cpu], wall_at[cpu] = idle, wall
  if passed <= 0 then
    return 0
  end
  return 100 * (passed - rested) / passed
end

function throttle(cpu, cur, max, min)
  local load = get_load(cpu)
  if load > up_threshold then
    cpufreq.target(cpu, max, '>=')
  else
    cpufreq.target(cpu, min + load * (max - min) / 100, '~')
  end
end

cpufreq.attach{throttle = "throttle"}
