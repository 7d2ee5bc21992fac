-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_contained binding. Generated from
-- cases/right_contained.yaml.
-- luacheck: ignore 212

---@meta right_contained

---A format with a record that contains another, which is specified after it.
---@class right_contained
---@field couple right_contained.couple

---Names of the fields of right_contained.
---@alias right_contained.field
---| "couple"

---What right_contained's layout sets at once.
---@class right_contained.changes

---A format with a record that contains another, which is specified after it.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_contained.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_contained?, string?
---The layout of couple.
---@field couple right_contained.couple.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_contained, field: right_contained.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_contained, values: right_contained.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_contained, field: right_contained.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_contained): string
local right_contained = {}

---Fields of right_contained.couple.
---@class right_contained.couple
---@field one right_contained.single
---@field two right_contained.single

---Names of the fields of right_contained.couple.
---@alias right_contained.couple.field
---| "one"
---| "two"

---What right_contained.couple's layout sets at once.
---@class right_contained.couple.changes

---The layout of right_contained.couple: what one does with its views.
---@class right_contained.couple.layout
---The layout of one.
---@field one right_contained.single.layout
---The layout of two.
---@field two right_contained.single.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_contained.couple, field: right_contained.couple.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_contained.couple, values: right_contained.couple.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_contained.couple, field: right_contained.couple.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_contained.couple): string

---Fields of right_contained.single.
---@class right_contained.single
---@field from integer
---@field to integer

---Names of the fields of right_contained.single.
---@alias right_contained.single.field
---| "from"
---| "to"

---What right_contained.single's layout sets at once.
---@class right_contained.single.changes
---@field from? integer
---@field to? integer

---The layout of right_contained.single: what one does with its views.
---@class right_contained.single.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_contained.single, field: right_contained.single.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_contained.single, values: right_contained.single.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_contained.single, field: right_contained.single.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_contained.single): string

return right_contained
