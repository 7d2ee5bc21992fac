-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_unused binding. Generated from cases/right_unused.yaml.
-- luacheck: ignore 212

---@meta right_unused

---A format.
---@class right_unused
---@field check integer
---@field one right_unused.pair
---@field kind integer
---@field two? right_unused.triple
---@field three? right_unused.text

---Names of the fields of right_unused.
---@alias right_unused.field
---| "check"
---| "one"
---| "kind"
---| "two"
---| "three"

---What right_unused's layout sets at once.
---@class right_unused.changes
---@field check? integer
---@field kind? integer

---A format.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_unused.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_unused?, string?
---The layout of one.
---@field one right_unused.pair.layout
---The layout of two.
---@field two right_unused.triple.layout
---The layout of three.
---@field three right_unused.text.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_unused, field: right_unused.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_unused, values: right_unused.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_unused, field: right_unused.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_unused): string
local right_unused = {}

---A text.
---@class right_unused.text
---@field size integer
---@field text? string

---Names of the fields of right_unused.text.
---@alias right_unused.text.field
---| "size"
---| "text"

---What right_unused.text's layout sets at once.
---@class right_unused.text.changes
---@field size? integer
---@field text? string

---The layout of right_unused.text: what one does with its views.
---@class right_unused.text.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_unused.text, field: right_unused.text.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_unused.text, values: right_unused.text.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_unused.text, field: right_unused.text.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_unused.text): string

---Three.
---@class right_unused.triple
---@field left integer
---@field right integer

---Names of the fields of right_unused.triple.
---@alias right_unused.triple.field
---| "left"
---| "right"

---What right_unused.triple's layout sets at once.
---@class right_unused.triple.changes
---@field left? integer
---@field right? integer

---The layout of right_unused.triple: what one does with its views.
---@class right_unused.triple.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_unused.triple, field: right_unused.triple.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_unused.triple, values: right_unused.triple.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_unused.triple, field: right_unused.triple.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_unused.triple): string

---A pair.
---@class right_unused.pair
---@field left integer
---@field right integer

---Names of the fields of right_unused.pair.
---@alias right_unused.pair.field
---| "left"
---| "right"

---What right_unused.pair's layout sets at once.
---@class right_unused.pair.changes
---@field left? integer
---@field right? integer

---The layout of right_unused.pair: what one does with its views.
---@class right_unused.pair.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_unused.pair, field: right_unused.pair.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_unused.pair, values: right_unused.pair.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_unused.pair, field: right_unused.pair.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_unused.pair): string

return right_unused
