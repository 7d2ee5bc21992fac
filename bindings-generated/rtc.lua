-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the rtc binding. Generated from specs/rtc.yaml.
-- luacheck: ignore 212

---@meta rtc

---A date and a time of day (UTC).
---@class rtc.tm
---second of the minute; 0 to 59
---@field second integer
---minute of the hour; 0 to 59
---@field minute integer
---hour of the day; 0 to 23
---@field hour integer
---day of the month; 1 to 31
---@field day integer
---month of the year, from 0; 0 to 11
---@field month integer
---years since 1900; 70 to 8000
---@field year integer
---days since Sunday (read-only)
---@field weekday integer
---days since 1 January (read-only)
---@field yearday integer

---Names of the fields of rtc.tm.
---@alias rtc.tm.field
---| "second"
---| "minute"
---| "hour"
---| "day"
---| "month"
---| "year"
---| "weekday"
---| "yearday"

---What rtc.tm's layout sets at once.
---@class rtc.tm.changes
---@field second? integer
---@field minute? integer
---@field hour? integer
---@field day? integer
---@field month? integer
---@field year? integer

---The layout of rtc.tm: what one does with its views.
---@class rtc.tm.layout
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: rtc.tm, field: rtc.tm.field): boolean
---Sets several fields: all are checked, then all are written.
---@field set fun(view: rtc.tm, values: rtc.tm.changes)
---The name of a field's present value, or nil.
---@field name fun(view: rtc.tm, field: rtc.tm.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: rtc.tm): string

---Layouts of the views that functions and callbacks give.
---@class rtc.layouts
---@field tm rtc.tm.layout

---Calendar time, and the clocks that run while the machine is off.
---
---```lua
---local rtc, time = require "rtc", require "time"
---
---local now = rtc.date(time.seconds())
---print(now.year + 1900, now.month + 1, now.day)
---local battery = rtc.read("rtc0")
---print(battery and rtc.seconds(battery) - time.seconds())
---```
---@class rtc.binding
---@field layouts rtc.layouts
local rtc = {}

---The date and time of day of a time since 1970.
---@param time integer # time since 1970, in s
---@return rtc.tm tm # the date
function rtc.date(time) end

---The time since 1970 of a date and time of day; weekday and yearday do not count.
---@param tm rtc.tm # the date
---@return integer result # the time, in s
function rtc.seconds(tm) end

---Whether a date exists, e.g. not 30 February.
---@param tm rtc.tm # the date
---@return true? done # nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function rtc.valid(tm) end

---How many days a month has.
---@param month integer # month of the year, from 0
---@param year integer # the year
---@return integer result # how many, in days
function rtc.days(month, year) end

---What a clock of the machine says; most leave weekday and yearday at 0.
---It may sleep: an error in an atomic state.
---@param name string # name of the clock, e.g. rtc0
---@return rtc.tm? tm # what it says; nil when it failed
---@return string? errno # why it failed, e.g. "EINVAL"
function rtc.read(name) end

return rtc
