-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the cpuidle binding. Generated from specs/cpuidle.yaml.
-- luacheck: ignore 212

---@meta cpuidle

---A way to sleep.
---@class cpuidle.state
---short name (read-only)
---@field name string
---what it is (read-only)
---@field desc string
---time that waking up takes, in µs (read-only)
---@field exit_latency integer
---from which time on it is worth while, in µs (read-only)
---@field target_residency integer
---power while it lasts; 0 when the driver does not know, in mW (read-only)
---@field power_usage integer

---Names of the fields of cpuidle.state.
---@alias cpuidle.state.field
---| "name"
---| "desc"
---| "exit_latency"
---| "target_residency"
---| "power_usage"

---The layout of cpuidle.state: what one does with its views.
---@class cpuidle.state.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: cpuidle.state, field: cpuidle.state.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: cpuidle.state, field: cpuidle.state.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: cpuidle.state): string

---The driver of this CPU's idle states, as it was when it was asked for.
---@class cpuidle.driver
---its states, the deepest last (read-only)
---@field states cpuidle.state[]

---Names of the fields of cpuidle.driver.
---@alias cpuidle.driver.field
---| "states"

---The layout of cpuidle.driver: what one does with its views.
---@class cpuidle.driver.layout
---The layout of states.
---@field states cpuidle.state.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: cpuidle.driver, field: cpuidle.driver.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: cpuidle.driver, field: cpuidle.driver.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: cpuidle.driver): string

---Layouts of the views that functions and callbacks give.
---@class cpuidle.layouts
---@field state cpuidle.state.layout
---@field driver cpuidle.driver.layout

---How the CPUs sleep when they have nothing to do.
---
---```lua
---local cpuidle = require "cpuidle"
---
---local driver = cpuidle.driver()
---for _, state in ipairs(driver and driver.states or {}) do
---  print(state.name, state.exit_latency, state.target_residency)
---end
---```
---@class cpuidle.binding
---@field layouts cpuidle.layouts
local cpuidle = {}

---The driver of the CPU that runs the script; nil when CPUs do not sleep by a driver.
---@return cpuidle.driver? driver
function cpuidle.driver() end

return cpuidle
