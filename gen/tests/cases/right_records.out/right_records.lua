-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_records binding. Generated from cases/right_records.yaml.
-- luacheck: ignore 212

---@meta right_records

---Kinds of options.
---@alias right_records.kind.name
---| "last"
---| "pad"
---| "pair"
---| "text"

---Kinds of options.
---@class right_records.kind.values
---0
---@field last integer
---1
---@field pad integer
---2
---@field pair integer
---3
---@field text integer

---Names of mode.
---@alias right_records.mode.name
---| "plain"
---| "keyed"

---Values of mode.
---@class right_records.mode.values
---0
---@field plain integer
---1
---@field keyed integer

---Names of bits.
---@alias right_records.bits.name
---| "urgent"
---| "final"

---Values of bits.
---@class right_records.bits.values
---1
---@field urgent integer
---2
---@field final integer

---A format with fields behind others of variable size, conditions, unions and records.
---@class right_records
---@field mode integer|right_records.mode.name
---@field more boolean
---0 to 6
---@field words integer
---@field state integer|right_records.bits.name|string
---@field check integer
---only in keyed messages
---@field key? integer
---@field title? string
---@field length? integer
---@field blob? luadata.block
---(read-only)
---@field host? string
---@field pair? right_records.pair
---@field entry? right_records.option
---@field first? right_records.option
---@field ports? integer[]
---@field total? integer
---(read-only)
---@field options? right_records.option[]|right_records.options.named
---(read-only)
---@field pairs? right_records.pair[]
---@field low? integer
---@field high? integer
---@field value? integer
---@field secret? luadata.block
---@field after? integer
---(read-only)
---@field tail? right_records.pair[]
---in bytes (read-only)
---@field header_length integer
---@field rest? luadata.block
---@field counted? luadata.block

---The first record of a kind in right_records.options.
---@class right_records.options.named
---@field last? right_records.option
---@field pad? right_records.option
---@field pair? right_records.option
---@field text? right_records.option

---Names of the fields of right_records.
---@alias right_records.field
---| "mode"
---| "more"
---| "words"
---| "state"
---| "check"
---| "key"
---| "title"
---| "length"
---| "blob"
---| "host"
---| "pair"
---| "entry"
---| "first"
---| "ports"
---| "total"
---| "options"
---| "pairs"
---| "low"
---| "high"
---| "value"
---| "secret"
---| "after"
---| "tail"
---| "header_length"
---| "rest"
---| "counted"

---What right_records's layout sets at once.
---@class right_records.changes
---@field mode? integer|right_records.mode.name
---@field more? boolean
---@field words? integer
---@field state? integer|right_records.bits.name|string
---@field check? integer
---@field key? integer
---@field title? string
---@field length? integer
---@field blob? luadata.block|string
---@field ports? integer[]
---@field total? integer
---@field low? integer
---@field high? integer
---@field value? integer
---@field secret? luadata.block|string
---@field after? integer
---@field rest? luadata.block|string
---@field counted? luadata.block|string

---A format with fields behind others of variable size, conditions, unions and records.
---Calling it makes a view, or gives nil and the reason; what one does with a view is here too.
---@class right_records.layout
---@overload fun(block: luadata.block|table, offset?: integer): right_records?, string?
---Values of mode.
---@field mode right_records.mode.values
---Values of state.
---@field state right_records.bits.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_records, field: right_records.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_records, values: right_records.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_records, field: right_records.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_records): string
local right_records = {}

---Fields of right_records.pair.
---@class right_records.pair
---@field from integer
---@field to integer

---Names of the fields of right_records.pair.
---@alias right_records.pair.field
---| "from"
---| "to"

---What right_records.pair's layout sets at once.
---@class right_records.pair.changes
---@field from? integer
---@field to? integer

---The layout of right_records.pair: what one does with its views.
---@class right_records.pair.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_records.pair, field: right_records.pair.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_records.pair, values: right_records.pair.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_records.pair, field: right_records.pair.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_records.pair): string

---An option.
---@class right_records.option
---@field kind integer|right_records.kind.name
---@field length? integer
---@field one? integer
---@field two? integer
---@field text? string

---Names of the fields of right_records.option.
---@alias right_records.option.field
---| "kind"
---| "length"
---| "one"
---| "two"
---| "text"

---What right_records.option's layout sets at once.
---@class right_records.option.changes
---@field kind? integer|right_records.kind.name
---@field length? integer
---@field one? integer
---@field two? integer
---@field text? string

---The layout of right_records.option: what one does with its views.
---@class right_records.option.layout
---Kinds of options.
---@field kind right_records.kind.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_records.option, field: right_records.option.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_records.option, values: right_records.option.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_records.option, field: right_records.option.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_records.option): string

return right_records
