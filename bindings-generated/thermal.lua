-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the thermal binding. Generated from specs/thermal.yaml.
-- luacheck: ignore 212

---@meta thermal

---Temperatures of thermal zones, whoever reports them. The kernel lends zones by name without a
---reference: do not take a driver's zone away while a script reads it. It gives no way to find
---cooling devices, so none are here.
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

---How the zone's sensor scales, for zones that say so.
---It may sleep: an error in an atomic state.
---@param name string # type of the zone
---@return integer? result # factor; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function thermal.slope(name) end

---What the zone's sensor adds.
---It may sleep: an error in an atomic state.
---@param name string # type of the zone
---@return integer? result # summand, in m°C; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function thermal.offset(name) end

return thermal
