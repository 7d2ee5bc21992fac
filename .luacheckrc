-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Lua 5.4 as the kernel has it: no files, no processes, no floats.
std = "lua54"
max_line_length = 100
-- A script's globals are its interface: functions called by name, knobs that `klua eval` turns. A
-- callback is given more than every script needs, and nobody here calls it (131).
files["examples/"] = { allow_defined_top = true, unused_args = false, ignore = { "131" } }
files["lab/"] = { allow_defined_top = true, unused_args = false, ignore = { "131" } }
-- A tag of an annotation cannot go on in the next line.
files["bindings-generated/"] = { max_comment_line_length = false }
