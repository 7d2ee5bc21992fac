-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the time binding. Generated from specs/time.yaml.
-- luacheck: ignore 212

---@meta time

---Clocks of the kernel.
---
---```lua
---local time = require "time"
---
---local start = time.monotonic()
----- ...
---print((time.monotonic() - start) // 1000 .. " µs")
---```
---@class time.binding
---The kernel's `HZ`.
---@field HZ integer
---The kernel's `NSEC_PER_SEC`.
---@field second integer
---The kernel's `NSEC_PER_MSEC`.
---@field millisecond integer
---The kernel's `NSEC_PER_USEC`.
---@field microsecond integer
local time = {}

---Time since boot that never jumps; it stands still while the machine sleeps.
---@return integer result # the time, in ns
function time.monotonic() end

---Time since boot, with the time that the machine slept.
---@return integer result # the time, in ns
function time.boottime() end

---Time since 1970 (UTC); it jumps when somebody sets the clock.
---@return integer result # the time, in ns
function time.real() end

---Seconds since 1970 (UTC).
---@return integer result # the time, in s
function time.seconds() end

---Ticks of the timer since boot; HZ of them are a second.
---@return integer result # how many, in ticks
function time.jiffies() end

return time
