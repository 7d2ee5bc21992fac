-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/acpi.sh
--
-- Prints every thermal zone with its trip points, in degrees Celsius.

local acpi = require "acpi"

for _, zone in ipairs(assert(acpi.zones())) do
  local line = {zone.name, "temperature=" .. zone.temperature}
  for _, trip in ipairs{"critical", "hot", "passive", "active0", "active1", "active2"} do
    if zone[trip] then
      line[#line + 1] = trip .. "=" .. zone[trip]
    end
  end
  print(table.concat(line, " "))
end
print("cpu 0: " .. assert(acpi.get_temp(0)))
