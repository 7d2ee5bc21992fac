-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/throttle.sh
--
-- Figure 1 of the paper: slows a CPU down while it is overheated, else follows its load.

acpi = require "acpi"
cpufreq = require "cpufreq"

local last = {} -- for each CPU: its times at the last call

-- Per cent of the time since the last call in which the CPU was not idle.
function get_load(cpu)
  local idle, wall = cpufreq.times(cpu)
  local before = last[cpu]
  if not before then
    before = {idle = 0, wall = 0}
    last[cpu] = before
  end
  local rested, passed = idle - before.idle, wall - before.wall
  before.idle, before.wall = idle, wall
  if passed <= 0 then
    return 0
  end
  return 100 * (passed - rested) / passed
end

up = 80
down = 30
overheated = 100
function throttle(cpu, cur, max, min)
  -- get utilization since last check
  local load = get_load(cpu)
  -- get temperature
  local temp = acpi.get_temp(cpu)
  if temp >= overheated then
    -- decrease frequency by 20%
    cpufreq.target(cpu, cur * 80 / 100, '<=')
  else
    if load > up then
      -- rise frequency to the maximum value
      cpufreq.target(cpu, max, '>=')
    elseif load < down then
      -- decrease frequency by 20%
      cpufreq.target(cpu, cur * 80 / 100, '<=')
    end
  end
end

cpufreq.attach{throttle = "throttle"}
