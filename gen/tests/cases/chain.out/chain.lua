-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the chain binding. Generated from cases/chain.yaml.
-- luacheck: ignore 212

---@meta chain

---Types of tags.
---@alias chain.tagtype.name
---| "customer"
---| "service"

---Types of tags.
---@class chain.tagtype.values
---33024
---@field customer integer
---34984
---@field service integer

---What a frame carries.
---@alias chain.protocol.name
---| "ipv4"

---What a frame carries.
---@class chain.protocol.values
---2048
---@field ipv4 integer

---A frame with tags, each of which says what follows it.
---@class chain
---to
---@field daddr integer
---from
---@field saddr integer
---type of what follows
---@field type integer|chain.protocol.name
---tags of the frame (read-only)
---@field tags? chain.tag[]|chain.tags.named
---what the frame carries (read-only)
---@field protocol? integer
---its bytes
---@field payload? luadata.block

---The first record of a kind in chain.tags; called with a kind, all of that kind.
---@class chain.tags.named
---@overload fun(kind: string|integer): fun(list: any, last?: integer): integer, chain.tag
---@field customer? chain.tag
---@field service? chain.tag

---Names of the fields of chain.
---@alias chain.field
---| "daddr"
---| "saddr"
---| "type"
---| "tags"
---| "protocol"
---| "payload"

---What chain's layout sets at once.
---@class chain.changes
---@field daddr? integer
---@field saddr? integer
---@field type? integer|chain.protocol.name
---@field payload? luadata.block|string

---A frame with tags, each of which says what follows it.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class chain.layout
---@overload fun(block: luadata.block|table, offset?: integer): chain?, string?
---What a frame carries.
---@field type chain.protocol.values
---What a frame carries.
---@field protocol chain.protocol.values
---The layout of tags.
---@field tags chain.tag.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: chain, field: chain.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: chain, values: chain.changes)
---The name of a field's present value, or nil.
---@field name fun(view: chain, field: chain.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: chain): string
local chain = {}

---A tag.
---@class chain.tag
---length of the tag, in 4 bytes
---@field words integer
---nothing follows
---@field last integer
---type of what follows
---@field next integer|chain.protocol.name
---type of the tag (read-only)
---@field type integer
---of those of the provider
---@field color? integer
---what follows the color
---@field rest? luadata.block

---Names of the fields of chain.tag.
---@alias chain.tag.field
---| "words"
---| "last"
---| "next"
---| "type"
---| "color"
---| "rest"

---What chain.tag's layout sets at once.
---@class chain.tag.changes
---@field words? integer
---@field last? integer
---@field next? integer|chain.protocol.name
---@field color? integer
---@field rest? luadata.block|string

---The layout of chain.tag: what one does with its views.
---@class chain.tag.layout
---What a frame carries.
---@field next chain.protocol.values
---Types of tags.
---@field type chain.tagtype.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: chain.tag, field: chain.tag.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: chain.tag, values: chain.tag.changes)
---The name of a field's present value, or nil.
---@field name fun(view: chain.tag, field: chain.tag.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: chain.tag): string

return chain
