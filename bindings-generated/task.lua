-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the task binding. Generated from specs/task.yaml.
-- luacheck: ignore 212

---@meta task

---How a task is scheduled.
---@alias task.policy.name
---| "normal"
---| "fifo"
---| "rr"
---| "batch"
---| "idle"
---| "deadline"

---How a task is scheduled.
---@class task.policy.values
---SCHED_NORMAL
---@field normal integer
---SCHED_FIFO
---@field fifo integer
---SCHED_RR
---@field rr integer
---SCHED_BATCH
---@field batch integer
---SCHED_IDLE
---@field idle integer
---SCHED_DEADLINE
---@field deadline integer

---What a task is.
---@alias task.flag.name
---| "kthread"
---| "exiting"
---| "wq_worker"
---| "idle"
---| "memalloc"
---| "randomize"

---What a task is.
---@class task.flag.values
---PF_KTHREAD
---@field kthread integer
---PF_EXITING
---@field exiting integer
---PF_WQ_WORKER
---@field wq_worker integer
---PF_IDLE
---@field idle integer
---PF_MEMALLOC
---@field memalloc integer
---PF_RANDOMIZE
---@field randomize integer

---A task, as it is while the call lasts.
---@class task
---identifier of the thread (read-only)
---@field pid integer
---identifier of the process, the same for all its threads (read-only)
---@field tgid integer
---name (read-only)
---@field comm string
---user (read-only)
---@field uid integer
---what it is (read-only)
---@field flags integer
---how it is scheduled (read-only)
---@field policy integer
---priority in force, from 0; the smaller, the sooner (read-only)
---@field prio integer
---priority asked for: 100 to 139 for nice -20 to 19 (read-only)
---@field static_prio integer
---when it began, since boot; time.monotonic() counts alike, in ns (read-only)
---@field start_time integer
---how long it has run, in ns (read-only)
---@field runtime integer
---page faults that needed no disk, in faults (read-only)
---@field min_flt integer
---page faults that did, in faults (read-only)
---@field maj_flt integer
---how often it waited, in switches (read-only)
---@field nvcsw integer
---how often another came first, in switches (read-only)
---@field nivcsw integer

---Names of the fields of task.
---@alias task.field
---| "pid"
---| "tgid"
---| "comm"
---| "uid"
---| "flags"
---| "policy"
---| "prio"
---| "static_prio"
---| "start_time"
---| "runtime"
---| "min_flt"
---| "maj_flt"
---| "nvcsw"
---| "nivcsw"

---The layout of task: what one does with its views.
---@class task.layout
---What a task is.
---@field flags task.flag.values
---How a task is scheduled.
---@field policy task.policy.values
---Whether a field has a value; one that is absent reads nil.
---@field has fun(view: task, field: task.field): boolean
---The name of a field's present value, or nil.
---@field name fun(view: task, field: task.field): string?
---A text with offset, bytes and value of each field.
---@field dump fun(view: task): string

---Layouts of the views that functions and callbacks give.
---@class task.layouts
---@field task task.layout

---The task that runs: who it is and how it is scheduled. In a packet's filter that is whom the
---packet happened to interrupt, unless the task sent it itself.
---
---```lua
---local task = require "task"
---
---local me = task.current()
---print(me.pid, me.comm, me.uid)
---```
---@class task.binding
---How a task is scheduled.
---@field policy task.policy.values
---What a task is.
---@field flag task.flag.values
---@field layouts task.layouts
local task = {}

---The task that runs; good until the kernel's call into the script ends.
---@return task task
function task.current() end

---On which CPU.
---@return integer result # its number
function task.cpu() end

return task
