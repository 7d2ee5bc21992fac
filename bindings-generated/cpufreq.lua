-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the cpufreq binding: CPU frequency policies and their control, by the
---governor `lua`. Generated from specs/cpufreq.yaml.
-- luacheck: no unused args

---@meta cpufreq

---A frequency policy, of one CPU or of several that switch together.
---@class cpufreq.policy
---@field cpu integer the CPU that manages it (read-only)
---@field cur integer frequency in force, in kHz (read-only)
---@field min integer lower limit in force, in kHz (read-only)
---@field max integer upper limit in force, in kHz (read-only)
---@field lowest integer lowest that the hardware can, in kHz (read-only)
---@field highest integer highest that the hardware can, in kHz (read-only)
---@field latency integer time that a switch takes, in ns (read-only)
---@field shared_type integer who coordinates CPUs that switch together (read-only)
---@field fast_switch_possible boolean the driver can switch in any context (read-only)
---@field last_governor string the governor before this one (read-only)
---@field boost_enabled? boolean boost frequencies are allowed (read-only)

---The layout cpufreq.policy. Calling it makes a view; what one does with a view is here too.
---@class cpufreq.policy.layout
---@field has fun(view: cpufreq.policy, field: string): boolean
---@field set fun(view: cpufreq.policy, values: table<string, any>)
---@field name fun(view: cpufreq.policy, field: string): string?
---@field dump fun(view: cpufreq.policy): string

---@class cpufreq.throttle.keys
---@field throttle string|fun(cpu: integer, cur: integer, max: integer, min: integer) Decides about
---the frequency of a policy.
---@field cpu? integer only the policy of this CPU; without it all policies under the governor
---@field interval? integer time between two decisions; without it 200 times the hardware's
---transition latency, at least 10 ms, in µs

---@class cpufreq
---@field relation table<string, integer> Which of the hardware's frequencies stands for one between
---two of them.
---@field layouts table layouts of the views that functions and callbacks give
local cpufreq = {}

---The policy of a CPU, as it is at this moment; nil when there is none.
---@param cpu integer number of the CPU
---@return cpufreq.policy?
function cpufreq.policy(cpu) end

---Switches the policy of the CPU that throttle was called for.
---Only inside throttle.
---@param cpu integer the CPU
---@param target_freq integer wanted frequency, in kHz
---@param relation integer|">="|"<="|"~" '>=': the lowest at or above it; '<=': the highest at or
---below it; '~': the closest
---@return true? done nil when it failed
---@return string? errno why it failed, e.g. "EINVAL"
function cpufreq.target(cpu, target_freq, relation) end

---How long a CPU has been idle since boot, and how long since boot.
---@param cpu integer number of the CPU
---@return integer time idle, in µs
---@return integer wall time since boot, in µs
function cpufreq.times(cpu) end

---Makes the kernel call a function, or the global of a name; only while a script is loaded.
---@param keys cpufreq.throttle.keys
function cpufreq.attach(keys) end

return cpufreq
