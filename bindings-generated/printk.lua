-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the printk binding. Generated from specs/printk.yaml.
-- luacheck: ignore 212

---@meta printk

---Messages in the kernel's log (dmesg). At most ten every five seconds are kept; what exceeds that
---is counted there.
---
---```lua
---local printk = require "printk"
---
---printk.info("the filter begins")
---```
---@class printk.binding
local printk = {}

---Something that may be of use.
---@param text string # the message, of which 200 bytes are kept; what cannot be printed is escaped
function printk.info(text) end

---Something that may become a problem.
---@param text string # the message, of which 200 bytes are kept; what cannot be printed is escaped
function printk.warn(text) end

---A problem.
---@param text string # the message, of which 200 bytes are kept; what cannot be printed is escaped
function printk.err(text) end

return printk
