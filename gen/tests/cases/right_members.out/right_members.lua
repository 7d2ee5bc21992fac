-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_members binding. Generated from cases/right_members.yaml.
-- luacheck: ignore 212

---@meta right_members

---What it wants.
---@alias right_members.wish.name
---| "rain"
---| "sun"

---What it wants.
---@class right_members.wish.values
---WISH_RAIN
---@field rain integer
---WISH_SUN
---@field sun integer

---Fields of right_members.item.
---@class right_members.item
---(read-only)
---@field size integer

---Names of the fields of right_members.item.
---@alias right_members.item.field
---| "size"

---The layout of right_members.item: what one does with its views.
---@class right_members.item.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_members.item, field: right_members.item.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_members.item, field: right_members.item.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_members.item): string

---A thing.
---@class right_members.thing
---what it does (read-only)
---@field state integer
---(read-only)
---@field mark? integer
---@field flag? integer
---(read-only)
---@field parent? integer
---(read-only)
---@field order integer
---(read-only)
---@field label? string
---(read-only)
---@field items right_members.item[]
---(read-only)
---@field levels integer[]
---(read-only)
---@field floors? integer[]
---(read-only)
---@field number integer
---(read-only)
---@field mtu4? integer
---(read-only)
---@field up boolean
---(read-only)
---@field title string
---@field bytes integer
---@field wants integer|right_members.wish.name|string
---(read-only)
---@field speed integer
---(read-only)
---@field size integer
---@field first integer

---Names of the fields of right_members.thing.
---@alias right_members.thing.field
---| "state"
---| "mark"
---| "flag"
---| "parent"
---| "order"
---| "label"
---| "items"
---| "levels"
---| "floors"
---| "number"
---| "mtu4"
---| "up"
---| "title"
---| "bytes"
---| "wants"
---| "speed"
---| "size"
---| "first"

---What right_members.thing's layout sets at once.
---@class right_members.thing.changes
---@field flag? integer
---@field bytes? integer
---@field wants? integer|right_members.wish.name|string
---@field first? integer

---The layout of right_members.thing: what one does with its views.
---@class right_members.thing.layout
---What it wants.
---@field wants right_members.wish.values
---The layout of items.
---@field items right_members.item.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_members.thing, field: right_members.thing.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: right_members.thing, values: right_members.thing.changes)
---The name of a field's present value, or nil.
---@field name fun(view: right_members.thing, field: right_members.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_members.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_members.layouts
---@field item right_members.item.layout
---@field thing right_members.thing.layout

---Members of every kind.
---@class right_members.binding
---What it wants.
---@field wish right_members.wish.values
---@field layouts right_members.layouts
local right_members = {}

---Gets one.
---@return right_members.thing thing
function right_members.get() end

return right_members
