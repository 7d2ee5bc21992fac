-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the right_functions binding. Generated from
-- cases/right_functions.yaml.
-- luacheck: ignore 212

---@meta right_functions

---How.
---@alias right_functions.mode.name
---| "slow"
---| "fast"

---How.
---@class right_functions.mode.values
---THING_MODE_SLOW
---@field slow integer
---THING_MODE_FAST
---@field fast integer

---What came of it.
---@alias right_functions.status.name
---| "done"
---| "busy"
---| "?"

---What came of it.
---@class right_functions.status.values
---THING_OK
---@field done integer
---THING_BUSY
---@field busy integer
---7
---@field ["?"] integer

---What it wants.
---@alias right_functions.want.name
---| "rain"
---| "sun"
---| "snow"

---What it wants.
---@class right_functions.want.values
---WANT_RAIN
---@field rain integer
---WANT_SUN
---@field sun integer
---WANT_SNOW
---@field snow integer

---A thing.
---@class right_functions.thing
---(read-only)
---@field count integer

---Names of the fields of right_functions.thing.
---@alias right_functions.thing.field
---| "count"

---The layout of right_functions.thing: what one does with its views.
---@class right_functions.thing.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_functions.thing, field: right_functions.thing.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_functions.thing, field: right_functions.thing.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_functions.thing): string

---A report.
---@class right_functions.report
---(read-only)
---@field sum integer

---Names of the fields of right_functions.report.
---@alias right_functions.report.field
---| "sum"

---The layout of right_functions.report: what one does with its views.
---@class right_functions.report.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: right_functions.report, field: right_functions.report.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: right_functions.report, field: right_functions.report.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_functions.report): string

---What opens a thing.
---@class right_functions.key

---The layout of right_functions.key: what one does with its views.
---@class right_functions.key.layout
---A text with offset, bytes and value of each field.
---@field dump fun(view: right_functions.key): string

---Layouts of the views that functions and callbacks give.
---@class right_functions.layouts
---@field thing right_functions.thing.layout
---@field report right_functions.report.layout
---@field key right_functions.key.layout

---Functions of every kind.
---@class right_functions.binding
---How.
---@field mode right_functions.mode.values
---What came of it.
---@field status right_functions.status.values
---What it wants.
---@field want right_functions.want.values
---The kernel's `THING_LIMIT`.
---@field limit integer
---The kernel's `HZ`.
---@field HZ integer
---@field layouts right_functions.layouts
local right_functions = {}

---Sends bytes.
---@param thing right_functions.thing
---@param data string|luadata.block # what
---@param name string
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.send(thing, data, name) end

---Compares bytes.
---@param one string|luadata.block
---@param other string|luadata.block
---@return boolean result # whether they are the same
function right_functions.compare(one, other) end

---Receives bytes.
---@param len integer # in bytes
---@return string? buf # nil when it failed
---@return integer? more # in bytes; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.receive(len) end

---Reports.
---@param number integer
---@return right_functions.report report
function right_functions.report(number) end

---The total.
---@return right_functions.report report
function right_functions.total() end

---Checks a report.
---@param report right_functions.report
function right_functions.check(report) end

---The last report.
---It may sleep: an error in an atomic state.
---@param number integer
---@return right_functions.report? report # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.last(number) end

---Opens.
---It may sleep: an error in an atomic state.
---@param name string
---@param number integer # which
---@param mode integer|right_functions.mode.name
---@return right_functions.key? key # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.open(name, number, mode) end

---The first thing.
---@return right_functions.thing? thing
function right_functions.first() end

---Uses a key.
---@param key right_functions.key
---@return true? done # nil when it failed
---@return string? status # why it failed, a name of status
function right_functions.use(key) end

---Counts.
---@param thing right_functions.thing
function right_functions.bump(thing) end

---The load.
---@param which integer
---@return integer result # the load
function right_functions.load(which) end

---Says.
---@param text string
---@param number integer
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.say(text, number) end

---Adds up.
---@param thing right_functions.thing
---@return right_functions.report report
function right_functions.sum(thing) end

---Wishes.
---@param what integer|right_functions.want.name|string # for now
---@param more integer|right_functions.want.name|string
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.wish(what, more) end

---Adds things up.
---It takes locks that soft interrupts must not take: an error in an atomic state.
---@param first integer
---@return integer result # the sum
function right_functions.add(first) end

---Adds the parts of a thing up.
---It takes locks that soft interrupts must not take: an error in an atomic state.
---@param number integer # which
---@return integer? result # the sum; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function right_functions.parts(number) end

return right_functions
