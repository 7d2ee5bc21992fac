-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the cpufreq binding. Generated from specs/cpufreq.yaml.
-- luacheck: ignore 212

---@meta cpufreq

---Which of the hardware's frequencies stands for one between two of them.
---@alias cpufreq.relation.name
---| ">="
---| "<="
---| "~"

---Which of the hardware's frequencies stands for one between two of them.
---@class cpufreq.relation.values
---CPUFREQ_RELATION_L
---@field [">="] integer
---CPUFREQ_RELATION_H
---@field ["<="] integer
---CPUFREQ_RELATION_C
---@field ["~"] integer

---A frequency policy, of one CPU or of several that switch together.
---@class cpufreq.policy
---the CPU that manages it (read-only)
---@field cpu integer
---frequency in force, in kHz (read-only)
---@field cur integer
---lower limit in force, in kHz (read-only)
---@field min integer
---upper limit in force, in kHz (read-only)
---@field max integer
---lowest that the hardware can, in kHz (read-only)
---@field lowest integer
---highest that the hardware can, in kHz (read-only)
---@field highest integer
---time that a switch takes, in ns (read-only)
---@field latency integer
---who coordinates CPUs that switch together (read-only)
---@field shared_type integer
---the driver can switch in any context (read-only)
---@field fast_switch_possible boolean
---the governor before this one (read-only)
---@field last_governor string
---boost frequencies are allowed (read-only)
---@field boost_enabled? boolean

---Names of the fields of cpufreq.policy.
---@alias cpufreq.policy.field
---| "cpu"
---| "cur"
---| "min"
---| "max"
---| "lowest"
---| "highest"
---| "latency"
---| "shared_type"
---| "fast_switch_possible"
---| "last_governor"
---| "boost_enabled"

---The layout of cpufreq.policy: what one does with its views.
---@class cpufreq.policy.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: cpufreq.policy, field: cpufreq.policy.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: cpufreq.policy, field: cpufreq.policy.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: cpufreq.policy): string

---Keys of cpufreq.attach{} for throttle.
---@class cpufreq.throttle.keys
---Decides about the frequency of a policy whose governor is `lua`. The kernel does not load that
---one when it is chosen: `modprobe klua_cpufreq`, or a script that requires cpufreq, has to come
---first. A function, or the name of a global one.
---@field throttle string|fun(cpu: integer, cur: integer, max: integer, min: integer)
---only the policy of this CPU; without it all policies under the governor
---@field cpu? integer
---time between two decisions; without it 200 times the hardware's transition latency, at least 10
---ms, in µs
---@field interval? integer

---Layouts of the views that functions and callbacks give.
---@class cpufreq.layouts
---@field policy cpufreq.policy.layout

---CPU frequency policies and their control, by the governor `lua`.
---
---```lua
---local cpufreq = require "cpufreq"
---
---function throttle(cpu, cur, max, min)
---  cpufreq.target(cpu, max, ">=")
---end
---cpufreq.attach{throttle = "throttle"}
---```
---@class cpufreq.binding
---Which of the hardware's frequencies stands for one between two of them.
---@field relation cpufreq.relation.values
---@field layouts cpufreq.layouts
local cpufreq = {}

---The policy of a CPU, as it is at this moment; nil when there is none.
---@param cpu integer # number of the CPU
---@return cpufreq.policy? policy
function cpufreq.policy(cpu) end

---Switches the policy of the CPU that throttle was called for.
---Only inside throttle; elsewhere it is an error.
---It may sleep: an error in an atomic state.
---@param cpu integer # the CPU
---@param target_freq integer # wanted frequency, in kHz
---@param relation integer|cpufreq.relation.name # - '>=': the lowest at or above it; '<=': the highest at or below it; '~': the closest
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function cpufreq.target(cpu, target_freq, relation) end

---How long a CPU has been idle since boot, and how long since boot.
---@param cpu integer # number of the CPU
---@return integer result # time idle, in µs
---@return integer wall # time since boot, in µs
function cpufreq.times(cpu) end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys cpufreq.throttle.keys
function cpufreq.attach(keys) end

return cpufreq
