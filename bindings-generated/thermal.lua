-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the thermal binding. Generated from specs/thermal.yaml.
-- luacheck: ignore 212

---@meta thermal

---Temperatures of thermal zones, whoever reports them, read from their files in sysfs: a zone may
---go away meanwhile. The kernel gives no way to find cooling devices, so none are here.
---
---```lua
---local thermal = require "thermal"
---
---local temperature, why = thermal.temperature("acpitz")
---print(temperature and temperature // 1000 .. " °C" or why)
---```
---@class thermal.binding
local thermal = {}

---The temperature of a zone. Without one of that name: nil and "ENODEV"; with several of it: nil
---and "EEXIST".
---It may sleep: an error in an atomic state.
---@param name string # type of the zone
---@return integer? temp # the temperature, in m°C; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function thermal.temperature(name) end

---How the zone's sensor scales; 1 for zones that do not say so.
---It may sleep: an error in an atomic state.
---@param name string # type of the zone
---@return integer? slope # factor; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function thermal.slope(name) end

---What the zone's sensor adds; 0 for zones that do not say so.
---It may sleep: an error in an atomic state.
---@param name string # type of the zone
---@return integer? offset # summand, in m°C; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function thermal.offset(name) end

return thermal
