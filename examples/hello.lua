-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/hello.sh
--
-- A script in the kernel: whole numbers only, and printing to the terminal of the one who runs it.

print("hello from " .. _VERSION .. " in the kernel")
print("7/2 is " .. 7 / 2)
