-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the system binding. Generated from specs/system.yaml.
-- luacheck: ignore 212

---@meta system

---Memory of the machine, as it was when it was asked for.
---@class system.memory
---memory that the kernel manages, in bytes (read-only)
---@field total integer
---memory that nothing uses, in bytes (read-only)
---@field free integer
---shared memory and tmpfs, in bytes (read-only)
---@field shared integer
---buffers of block devices, in bytes (read-only)
---@field buffers integer
---memory that is not always mapped, in bytes (read-only)
---@field high integer
---what the kernel counts in, in bytes (read-only)
---@field unit integer

---Names of the fields of system.memory.
---@alias system.memory.field
---| "total"
---| "free"
---| "shared"
---| "buffers"
---| "high"
---| "unit"

---The layout of system.memory: what one does with its views.
---@class system.memory.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: system.memory, field: system.memory.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: system.memory, field: system.memory.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: system.memory): string

---Layouts of the views that functions and callbacks give.
---@class system.layouts
---@field memory system.memory.layout

---Load and memory of the machine.
---
---```lua
---local system = require "system"
---
---local minute = system.load(0)
---print(minute // system.load_1, system.memory().free)
---```
---@class system.binding
---The kernel's `FIXED_1`.
---@field load_1 integer
---The kernel's `PAGE_SIZE`.
---@field page_size integer
---@field layouts system.layouts
local system = {}

---The load of the last 1, 5 or 15 minutes, times load_1.
---@param which integer # 0: 1 minute, 1: 5 minutes, 2: 15 minutes
---@return integer result # the load
function system.load(which) end

---How much memory there is, and how much of it is free.
---It takes locks that soft interrupts must not take: an error in an atomic state.
---@return system.memory info # how much
function system.memory() end

---How much memory programs can get without swapping, caches that can be given up among it.
---@return integer result # how much, in bytes
function system.available() end

---How many CPUs are online.
---@return integer result # how many, in CPUs
function system.online() end

return system
