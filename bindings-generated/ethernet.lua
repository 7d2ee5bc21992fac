-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the ethernet binding. Generated from specs/wire/ethernet.yaml.
-- luacheck: ignore 212

---@meta ethernet

---What a frame carries (IEEE EtherType registry).
---@alias ethernet.ethertype.name
---| "ipv4"
---| "arp"
---| "vlan"
---| "ipv6"
---| "mpls"
---| "pppoe"
---| "qinq"
---| "lldp"

---What a frame carries (IEEE EtherType registry).
---@class ethernet.ethertype.values
---2048
---@field ipv4 integer
---2054
---@field arp integer
---33024
---@field vlan integer
---34525
---@field ipv6 integer
---34887
---@field mpls integer
---34916
---@field pppoe integer
---34984
---@field qinq integer
---35020
---@field lldp integer

---Ethernet II frame header, without VLAN tags and without the frame check sequence.
---@class ethernet
---destination address
---@field dest integer
---source address
---@field source integer
---EtherType; up to 1500 it is the length of an IEEE 802.3 frame
---@field proto integer|ethernet.ethertype.name
---what the frame carries
---@field payload? luadata.block

---Names of the fields of ethernet.
---@alias ethernet.field
---| "dest"
---| "source"
---| "proto"
---| "payload"

---What ethernet's layout sets at once.
---@class ethernet.changes
---@field dest? integer
---@field source? integer
---@field proto? integer|ethernet.ethertype.name
---@field payload? luadata.block|string

---Ethernet II frame header, without VLAN tags and without the frame check sequence.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---
---```lua
---local data = require "data"
---local ethernet = require "ethernet"
---local ipv4 = require "ipv4"
---
---local frame = data.new(string.rep("\0", 12) .. "\x08\x00" .. string.rep("\0", 20))
---local eth = ethernet(frame)
---if eth.proto == ethernet.proto.ipv4 then
---  print(ipv4(eth.payload))
---end
---```
---@class ethernet.layout
---@overload fun(block: luadata.block|table, offset?: integer): ethernet?, string?
---What a frame carries (IEEE EtherType registry).
---@field proto ethernet.ethertype.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: ethernet, field: ethernet.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: ethernet, values: ethernet.changes)
---The name of a field's present value, or nil.
---@field name fun(view: ethernet, field: ethernet.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: ethernet): string
local ethernet = {}

return ethernet
