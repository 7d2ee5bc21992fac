-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_bounds binding. Generated from cases/right_bounds.yaml.
-- luacheck: ignore 212

---@meta right_bounds

---Kinds.
---@alias right_bounds.kind.name
---| "number"
---| "words"

---Kinds.
---@class right_bounds.kind.values
---1
---@field number integer
---2
---@field words integer

---A format.
---@class right_bounds
---@field kind integer|right_bounds.kind.name
---@field flags integer
---in bytes
---@field length integer
---in bytes
---@field size integer
---@field a? integer
---@field text? string
---@field b? integer
---@field c? integer
---(read-only)
---@field words? right_bounds.word[]|right_bounds.words.named
---@field rest? luadata.block
---@field id? string
---@field name? string
---@field high integer
---@field low integer
---@field all? luadata.block
---(read-only)
---@field words2? right_bounds.word[]|right_bounds.words2.named

---The first record of a kind in right_bounds.words; called with a kind, all of that kind.
---@class right_bounds.words.named
---@overload fun(kind: string|integer): fun(list: any, last?: integer): integer, right_bounds.word
---@field number? right_bounds.word
---@field words? right_bounds.word

---The first record of a kind in right_bounds.words2; called with a kind, all of that kind.
---@class right_bounds.words2.named
---@overload fun(kind: string|integer): fun(list: any, last?: integer): integer, right_bounds.word
---@field number? right_bounds.word
---@field words? right_bounds.word

---Names of the fields of right_bounds.
---@alias right_bounds.field
---| "kind"
---| "flags"
---| "length"
---| "size"
---| "a"
---| "text"
---| "b"
---| "c"
---| "words"
---| "rest"
---| "id"
---| "name"
---| "high"
---| "low"
---| "all"
---| "words2"

---What right_bounds's layout sets at once.
---@class right_bounds.changes
---@field kind? integer|right_bounds.kind.name
---@field flags? integer
---@field length? integer
---@field size? integer
---@field a? integer
---@field text? string
---@field b? integer
---@field c? integer
---@field rest? luadata.block|string
---@field id? string
---@field name? string
---@field high? integer
---@field low? integer
---@field all? luadata.block|string

---A format.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_bounds.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_bounds?, string?
---Kinds.
---@field kind right_bounds.kind.values
---The layout of words.
---@field words right_bounds.word.layout
---The layout of words2.
---@field words2 right_bounds.word.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_bounds, field: right_bounds.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_bounds, values: right_bounds.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_bounds, field: right_bounds.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_bounds): string
local right_bounds = {}

---A word.
---@class right_bounds.word
---@field kind integer|right_bounds.kind.name
---@field size integer
---@field data? luadata.block

---Names of the fields of right_bounds.word.
---@alias right_bounds.word.field
---| "kind"
---| "size"
---| "data"

---What right_bounds.word's layout sets at once.
---@class right_bounds.word.changes
---@field kind? integer|right_bounds.kind.name
---@field size? integer
---@field data? luadata.block|string

---The layout of right_bounds.word: what one does with its views.
---@class right_bounds.word.layout
---Kinds.
---@field kind right_bounds.kind.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_bounds.word, field: right_bounds.word.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_bounds.word, values: right_bounds.word.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_bounds.word, field: right_bounds.word.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_bounds.word): string

return right_bounds
