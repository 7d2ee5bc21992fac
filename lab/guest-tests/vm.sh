# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# The VM's own tests, in the kernel: what they call there is not libc.

vm() { klua --memory 64M --budget 1000M "$@" 2>&1; }

for suite in integers libraries constants threads; do
	# a script in the kernel reads no files: dofile gives it the helpers
	said=$(vm -e "function dofile()
$(cat /lab/tap.lua)
end" "vm/$suite.lua")
	is "$suite.lua: no failure" '' "$(echo "$said" | grep -v '^ok ')"
	at_least "$suite.lua: passes" 50 "$(echo "$said" | grep -c '^ok ')"
done

vm vm/formats.lua >/tmp/formats
lua5.4 vm/formats.lua | diff - /tmp/formats >/tmp/formats.diff
is 'string.format: as in stock Lua' '' "$(head -n 20 /tmp/formats.diff)"
