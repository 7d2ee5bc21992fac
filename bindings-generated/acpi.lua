-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the acpi binding. Generated from specs/acpi.yaml.
-- luacheck: ignore 212

---@meta acpi

---A thermal zone, as it was when it was asked for.
---@class acpi.zone
---path in the ACPI namespace (read-only)
---@field name string
---temperature (_TMP), in °C (read-only)
---@field temperature? integer
---the system shuts down (_CRT), in °C (read-only)
---@field critical? integer
---the system hibernates (_HOT), in °C (read-only)
---@field hot? integer
---processors slow down (_PSV), in °C (read-only)
---@field passive? integer
---the strongest cooling starts (_AC0), in °C (read-only)
---@field active0? integer
---cooling of this strength starts (_AC1), in °C (read-only)
---@field active1? integer
---cooling of this strength starts (_AC2), in °C (read-only)
---@field active2? integer
---cooling of this strength starts (_AC3), in °C (read-only)
---@field active3? integer
---cooling of this strength starts (_AC4), in °C (read-only)
---@field active4? integer
---cooling of this strength starts (_AC5), in °C (read-only)
---@field active5? integer
---cooling of this strength starts (_AC6), in °C (read-only)
---@field active6? integer
---cooling of this strength starts (_AC7), in °C (read-only)
---@field active7? integer
---cooling of this strength starts (_AC8), in °C (read-only)
---@field active8? integer
---cooling of this strength starts (_AC9), in °C (read-only)
---@field active9? integer

---Names of the fields of acpi.zone.
---@alias acpi.zone.field
---| "name"
---| "temperature"
---| "critical"
---| "hot"
---| "passive"
---| "active0"
---| "active1"
---| "active2"
---| "active3"
---| "active4"
---| "active5"
---| "active6"
---| "active7"
---| "active8"
---| "active9"

---The layout of acpi.zone: what one does with its views.
---@class acpi.zone.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: acpi.zone, field: acpi.zone.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: acpi.zone, field: acpi.zone.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: acpi.zone): string

---Layouts of the views that functions and callbacks give.
---@class acpi.layouts
---@field zone acpi.zone.layout

---Temperatures and trip points that the firmware reports.
---
---```lua
---local acpi = require "acpi"
---
---for _, zone in ipairs(assert(acpi.zones())) do
---  print(zone.name, zone.temperature, zone.critical)
---end
---```
---@class acpi.binding
---@field layouts acpi.layouts
local acpi = {}

---Temperature of a CPU, from the zone that cools it, else of the hottest zone; read anew after 100
---ms.
---It may sleep: an error in an atomic state.
---@param cpu integer # number of the CPU
---@return integer? celsius # temperature, in °C; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function acpi.get_temp(cpu) end

---All thermal zones.
---It may sleep: an error in an atomic state.
---@return acpi.zone[]? list # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function acpi.zones() end

return acpi
