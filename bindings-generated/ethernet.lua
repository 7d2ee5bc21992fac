-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the ethernet binding: Ethernet II frame header, without VLAN tags and
---without the frame check sequence. Generated from specs/wire/ethernet.yaml.
-- luacheck: no unused args

---@meta ethernet

---Ethernet II frame header, without VLAN tags and without the frame check sequence.
---@class ethernet
---@field dest integer destination address
---@field source integer source address
---@field proto integer|ethernet.ethertype.name EtherType; up to 1500 it is the length of an IEEE
---802.3 frame
---@field payload? luadata.block what the frame carries

---@alias ethernet.ethertype.name
---| "ipv4"
---| "arp"
---| "vlan"
---| "ipv6"
---| "mpls"
---| "pppoe"
---| "qinq"
---| "lldp"

---The layout ethernet. Calling it makes a view; what one does with a view is here too.
---@class ethernet.layout
---@field proto table<string, integer> What a frame carries (IEEE EtherType registry).
---@overload fun(block: luadata.block, offset?: integer): ethernet?, string?
---@field has fun(view: ethernet, field: string): boolean
---@field set fun(view: ethernet, values: table<string, any>)
---@field name fun(view: ethernet, field: string): string?
---@field dump fun(view: ethernet): string

---@type ethernet.layout
local ethernet = {}

return ethernet
