-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the acpi binding: Temperatures and trip points that the firmware
---reports. Generated from specs/acpi.yaml.
-- luacheck: no unused args

---@meta acpi

---A thermal zone, as it was when it was asked for.
---@class acpi.zone
---@field name string path in the ACPI namespace (read-only)
---@field temperature? integer temperature (_TMP), in °C (read-only)
---@field critical? integer the system shuts down (_CRT), in °C (read-only)
---@field hot? integer the system hibernates (_HOT), in °C (read-only)
---@field passive? integer processors slow down (_PSV), in °C (read-only)
---@field active0? integer the strongest cooling starts (_AC0), in °C (read-only)
---@field active1? integer cooling of this strength starts (_AC1), in °C (read-only)
---@field active2? integer cooling of this strength starts (_AC2), in °C (read-only)
---@field active3? integer cooling of this strength starts (_AC3), in °C (read-only)
---@field active4? integer cooling of this strength starts (_AC4), in °C (read-only)
---@field active5? integer cooling of this strength starts (_AC5), in °C (read-only)
---@field active6? integer cooling of this strength starts (_AC6), in °C (read-only)
---@field active7? integer cooling of this strength starts (_AC7), in °C (read-only)
---@field active8? integer cooling of this strength starts (_AC8), in °C (read-only)
---@field active9? integer cooling of this strength starts (_AC9), in °C (read-only)

---The layout acpi.zone. Calling it makes a view; what one does with a view is here too.
---@class acpi.zone.layout
---@field has fun(view: acpi.zone, field: string): boolean
---@field set fun(view: acpi.zone, values: table<string, any>)
---@field name fun(view: acpi.zone, field: string): string?
---@field dump fun(view: acpi.zone): string

---@class acpi
---@field layouts table layouts of the views that functions and callbacks give
local acpi = {}

---Temperature of a CPU, from the zone that cools it, else of the hottest zone; read anew after 100
---ms.
---@param cpu integer number of the CPU
---@return integer? celsius temperature, in °C; nil when it failed
---@return string? errno why it failed, e.g. "EINVAL"
function acpi.get_temp(cpu) end

---All thermal zones.
---@return acpi.zone[]? list nil when it failed
---@return string? errno why it failed, e.g. "EINVAL"
function acpi.zones() end

return acpi
