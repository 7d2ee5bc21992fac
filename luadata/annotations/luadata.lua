-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor (the Lua language server) knows about the library.

-- luacheck: ignore 212

---@meta luadata

---Memory with a length: its own, or lent for the time of a call.
---Offsets count from 0, positions from 1.
---@class luadata.block
---@operator len: integer
---@field [string] any fields of the layout that was applied
local block = {}

---A part of the block, the same memory. Cut at the end; nil when it begins beyond the end.
---@param offset integer first byte, counted from 0
---@param length? integer bytes
---@return luadata.block?
function block:segment(offset, length) end

---As string.find, on the bytes where they are.
---@param pattern string
---@param init? integer position, counted from 1
---@param plain? boolean
---@return integer? first
---@return integer? last
---@return string|integer ...
function block:find(pattern, init, plain) end

---As string.match.
---@param pattern string
---@param init? integer position, counted from 1
---@return string|integer|nil ...
function block:match(pattern, init) end

---As string.gmatch. The iterator expires with the block.
---@param pattern string
---@param init? integer position, counted from 1
---@return fun(): (string|integer), ...
function block:gmatch(pattern, init) end

---As string.byte.
---@param i? integer
---@param j? integer
---@return integer ...
function block:byte(i, j) end

---As string.unpack, without floats: the values, and the position after them.
---@param format string
---@param position? integer counted from 1
---@return any ...
function block:unpack(format, position) end

---Gives the block named fields; returns the block.
---@param layout luadata.layout|table<string, luadata.place>
---@return luadata.block
function block:layout(layout) end

---@return string text # offset, hex, characters
function block:dump() end

---{offset, length [, "number"|"string" [, "big"|"net"|"little"|"host"]]}:
---in bits for numbers, in bytes for strings.
---@alias luadata.place
---| { [1]: integer, [2]: integer, [3]: string?, [4]: string? }
---| { offset: integer, length: integer, type: string?, endian: string? }

---A layout. Calling it makes a view, or nil and the reason.
---@class luadata.layout
---@overload fun(block: luadata.block, offset?: integer): any, string?

---@class luadata
local data = {}

---@param source integer|string|integer[] size, bytes, or a table of byte values
---@return luadata.block
function data.new(source) end

---Makes a layout of a table, or applies one to a block.
---@param places table<string, luadata.place>
---@return luadata.layout
---@overload fun(block: luadata.block, layout: luadata.layout|table): luadata.block
function data.layout(places) end

---What a field with this address reads as: IPv4 and MAC a number, IPv6 a string of 16 bytes.
---It prints as the address, as fields do; in stock Lua as the number or the bytes.
---@param text string
---@return any address
function data.addr(text) end

---A function that tells whether an address, as fields read, is in a prefix.
---@param text string as 10.0.0.0/8 or 2001:db8::/32
---@return fun(address: integer|string): boolean
function data.prefix(text) end

---The text of a view's field, or of an address. Without a second argument: of a value that was read
---from a field with a display (not in stock Lua).
---@param value any
---@param field? string the field, or "ipv4", "mac", "ipv6"
---@return string?
function data.text(value, field) end

---The Internet checksum (RFC 1071) of a block's bytes, as a header's field takes it.
---@param bytes luadata.block
---@param initial? integer # a sum of 16-bit words to begin with, e.g. of a pseudo-header
---@return integer checksum
function data.checksum(bytes, initial) end

data.segment, data.find, data.match = block.segment, block.find, block.match
data.gmatch, data.byte, data.unpack, data.dump = block.gmatch, block.byte, block.unpack, block.dump

return data
