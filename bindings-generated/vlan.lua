-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the vlan binding. Generated from specs/wire/vlan.yaml.
-- luacheck: ignore 212

---@meta vlan

---What a frame carries (IEEE EtherType registry).
---@alias vlan.ethertype.name
---| "ipv4"
---| "arp"
---| "vlan"
---| "ipv6"
---| "mpls"
---| "pppoe"
---| "qinq"
---| "lldp"

---What a frame carries (IEEE EtherType registry).
---@class vlan.ethertype.values
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

---IEEE 802.1Q tag of an Ethernet frame.
---@class vlan
---priority code point, 0 to 7
---@field pcp integer
---may be dropped when there is too much traffic
---@field dei boolean
---VLAN that the frame belongs to; 0 is none and 4095 is reserved
---@field vid integer
---what follows the tag
---@field proto integer|vlan.ethertype.name
---what follows the tag
---@field payload? luadata.block

---Names of the fields of vlan.
---@alias vlan.field
---| "pcp"
---| "dei"
---| "vid"
---| "proto"
---| "payload"

---What vlan's layout sets at once.
---@class vlan.changes
---@field pcp? integer
---@field dei? boolean
---@field vid? integer
---@field proto? integer|vlan.ethertype.name
---@field payload? luadata.block|string

---IEEE 802.1Q tag of an Ethernet frame. It follows the EtherType 0x8100, or 0x88a8 of a service
---provider.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---
---```lua
---local data = require "data"
---local ethernet = require "ethernet"
---local vlan = require "vlan"
---
---local frame = data.new(string.rep("\0", 12) .. "\x81\x00\xa0\x2a\x08\x00")
---local eth = ethernet(frame)
---if eth.proto == ethernet.proto.vlan then
---  print(vlan(eth.payload).vid)
---end
---```
---@class vlan.layout
---@overload fun(block: luadata.block|table, offset?: integer): vlan?, string?
---What a frame carries (IEEE EtherType registry).
---@field proto vlan.ethertype.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: vlan, field: vlan.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: vlan, values: vlan.changes)
---The name of a field's present value, or nil.
---@field name fun(view: vlan, field: vlan.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: vlan): string
local vlan = {}

return vlan
