-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the union_without_cases binding. Generated from
-- cases/union_without_cases.yaml.
-- luacheck: ignore 212

---@meta union_without_cases

---Names of kind.
---@alias union_without_cases.kind.name
---| "one"
---| "two"

---Values of kind.
---@class union_without_cases.kind.values
---1
---@field one integer
---2
---@field two integer

---A format.
---@class union_without_cases
---@field kind integer|union_without_cases.kind.name

---Names of the fields of union_without_cases.
---@alias union_without_cases.field
---| "kind"

---What union_without_cases's layout sets at once.
---@class union_without_cases.changes
---@field kind? integer|union_without_cases.kind.name

---A format.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class union_without_cases.layout
---@overload fun(block: luadata.block|table, offset?: integer): union_without_cases?, string?
---Values of kind.
---@field kind union_without_cases.kind.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: union_without_cases, field: union_without_cases.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: union_without_cases, values: union_without_cases.changes)
---The name of a field's present value, or nil.
---@field name fun(view: union_without_cases, field: union_without_cases.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: union_without_cases): string
local union_without_cases = {}

return union_without_cases
