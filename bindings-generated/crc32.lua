-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the crc32 binding. Generated from specs/crc32.yaml.
-- luacheck: ignore 212

---@meta crc32

---Cyclic redundancy checks of 32 bits.
---
---```lua
---local crc32 = require "crc32"
---
----- As in Ethernet, gzip and PNG: the check of "123456789" is 0xcbf43926.
---local check = crc32.le(0xffffffff, "123456789") ~ 0xffffffff
---```
---@class crc32.binding
local crc32 = {}

---The check with polynomial 0x04c11db7, least significant bit first (Ethernet, gzip, PNG),
---continued.
---@param crc integer # where to start: 0xffffffff, or what the call for the bytes before gave
---@param p string|luadata.block # the bytes
---@return integer result # the check; Ethernet, gzip and PNG invert its bits
function crc32.le(crc, p) end

---The same polynomial, most significant bit first, continued.
---@param crc integer # where to start: 0xffffffff, or what the call for the bytes before gave
---@param p string|luadata.block # the bytes
---@return integer result # the check
function crc32.be(crc, p) end

---The check of Castagnoli, polynomial 0x1edc6f41, least significant bit first (SCTP, iSCSI, Btrfs),
---continued.
---@param crc integer # where to start: 0xffffffff, or what the call for the bytes before gave
---@param p string|luadata.block # the bytes
---@return integer result # the check; SCTP and iSCSI invert its bits
function crc32.c(crc, p) end

return crc32
