-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Lua 5.4 as the kernel has it: no files, no processes, no floats.
std = "lua54"
max_line_length = 100
-- What a script gives its kernel: functions called by name, and the knobs that `klua eval` turns.
files["examples/"] = {
	globals = { "filter", "throttle", "get_load", "up", "down", "overheated" },
}
