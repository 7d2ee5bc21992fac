-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_tag binding. Generated from cases/right_tag.yaml.
-- luacheck: ignore 212

---@meta right_tag

---Kinds.
---@alias right_tag.kind.name
---| "a"
---| "b"

---Kinds.
---@class right_tag.kind.values
---KIND_A
---@field a integer
---KIND_B
---@field b integer

---A thing.
---@class right_tag.thing

---The layout of right_tag.thing: what one does with its views.
---@class right_tag.thing.layout
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_tag.thing): string

---Layouts of the views that functions and callbacks give.
---@class right_tag.layouts
---@field thing right_tag.thing.layout

---Functions with the names of tags.
---@class right_tag.binding
---Kinds.
---@field kind right_tag.kind.values
---@field layouts right_tag.layouts
local right_tag = {}

---The thing of a kind.
---@param which integer|right_tag.kind.name # which
---@return right_tag.thing? thing
function right_tag.of(which) end

---The kind of a thing.
---@param of right_tag.thing # which
---@return integer|right_tag.kind.name result # which
function right_tag.kind_of(of) end

return right_tag
