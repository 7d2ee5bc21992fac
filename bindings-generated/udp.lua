-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the udp binding: User Datagram Protocol header. Generated from
---specs/wire/udp.yaml.
-- luacheck: no unused args

---@meta udp

---User Datagram Protocol header.
---@class udp
---@field sport integer source port; 0 when there is none
---@field dport integer destination port
---@field len integer length of the datagram with this header, in bytes
---@field check integer checksum of pseudo-header, header and payload; 0 when there is none
---@field payload? luadata.block what the datagram carries

---The layout udp. Calling it makes a view; what one does with a view is here too.
---@class udp.layout
---@overload fun(block: luadata.block, offset?: integer): udp?, string?
---@field has fun(view: udp, field: string): boolean
---@field set fun(view: udp, values: table<string, any>)
---@field name fun(view: udp, field: string): string?
---@field dump fun(view: udp): string

---@type udp.layout
local udp = {}

return udp
