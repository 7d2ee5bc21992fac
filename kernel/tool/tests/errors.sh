# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# Each mistake gives one clear message and its exit status.

expect "a script that is missing" 1 "klua: x.lua: No such file or directory" klua x.lua
expect "load of a script that is missing" 1 "klua: x.lua: No such file or directory" klua load s \
	x.lua
expect "a folder" 1 "klua: /tmp: Is a directory" klua /tmp
expect "an unknown option" 2 "klua: unknown option '--wrong'
Try 'klua --help'." klua --wrong
expect "an unknown option of load" 2 "klua: load: unknown option '--wrong'
Try 'klua --help'." klua load s x.lua --wrong
expect "-e without code" 2 "klua: '-e' needs an argument
Try 'klua --help'." klua -e
expect "load without a file" 2 "klua: load needs NAME and FILE
Try 'klua --help'." klua load s
expect "stop without a name" 2 "klua: stop needs a NAME
Try 'klua --help'." klua stop
expect "one argument too many" 2 "klua: stop: 'b' is one argument too many
Try 'klua --help'." klua stop a b
first "a name that is none" 2 "klua: 'a/b': a name has 1 to 63 letters, digits, '_', '-', '.'" \
	klua stop a/b
first "memory that is no number" 2 \
	"klua: --memory: 'lots' is no positive number (K and M may follow it)" \
	klua load s x.lua --memory lots
first "memory of nothing" 2 "klua: --memory: '0' is no positive number (K and M may follow it)" \
	klua load s x.lua --memory 0
first "memory beyond 64 bits" 2 \
	"klua: --memory: '99999999999999999999' is no positive number (K and M may follow it)" \
	klua load s x.lua --memory 99999999999999999999
first "--attach without a callback" 2 \
	"klua: --attach netfilter: not BINDING.CALLBACK[=GLOBAL][:key=value,...]" \
	klua load s x.lua --attach netfilter
first "--attach with half a key" 2 \
	"klua: --attach netfilter.filter:proto: expected key=value at 'proto'" \
	klua load s x.lua --attach netfilter.filter:proto
first "--attach that ends in a comma" 2 \
	"klua: --attach netfilter.filter:a=1,: nothing after the last ','" \
	klua load s x.lua --attach netfilter.filter:a=1,
expect "--attach of no function" 1 \
	"klua: --attach nothing.filter:a=1: the script has no global function 'filter'" \
	klua load s - --attach nothing.filter:a=1 </dev/null
echo 'function f() end' >f.lua
matches "--attach to an unknown binding names the option" \
	"^klua: --attach nothing.filter=f: .*modprobe klua_nothing" klua load s f.lua --attach \
		nothing.filter=f
echo 'function filter() end' >filter.lua
matches "a budget beyond what packets have" \
	'filter: budget: expected 1 to 1000000 in an atomic state, got 2000000$' \
	klua load s filter.lua --budget 2M --attach netfilter.filter
matches "memory beyond what packets have" \
	'filter: memory: expected 1 to 16777216 in an atomic state, got 17825792$' \
	klua load s filter.lua --memory 17M --attach netfilter.filter
matches "more memory than a state has" \
	'memory: expected 1 to 268435456, got 269484032$' klua load s filter.lua --memory 257M
matches "more budget than a state has" \
	'budget: expected 1 to 1000000000, got 1000001000$' klua load s filter.lua --budget 1000001K
matches "more budget for loading" \
	'load budget: expected 1 to 1000000000, got 9223372036854775807$' klua load s filter.lua \
	--load-budget 9223372036854775807
matches "more memory than a script has" \
	'memory: expected 1 to 268435456, got 269484032$' klua --memory 257M filter.lua
expect "a failed load leaves nothing" 1 "klua: no state 's'; none is loaded" klua stop s

printf '\n\nx = = 1\n' >syntax.lua
expect "a syntax error, its file and line" 1 "klua: syntax.lua:3: unexpected symbol near '='" klua \
	syntax.lua
expect "a syntax error in load" 1 "klua: syntax.lua:3: unexpected symbol near '='" klua load s \
	syntax.lua
printf 'local function f()\n  error("boom")\nend\nf()\n' >boom.lua
expect "an error with its traceback" 1 "klua: boom.lua:2: boom
stack traceback:
	[C]: in function 'error'
	boom.lua:2: in local 'f'
	boom.lua:4: in main chunk" klua boom.lua
printf 'print("before")\nerror("after")\n' >half.lua
is "output before an error arrives" "before" "$(klua half.lua 2>/dev/null)"
matches "require of nothing" "nothing.*modprobe klua_nothing" klua -e 'require "nothing"'
matches "-l of nothing" "nothing.*modprobe klua_nothing" klua -l nothing -e 'print(1)'
first "-l of no name" 2 "klua: -l a b: not MODULE or GLOBAL=MODULE" klua -l 'a b'

head -c 1048577 /dev/zero | tr '\0' ' ' >long.lua
expect "a script of more than 1 MiB" 1 "klua: long.lua: longer than 1048576 bytes" klua long.lua
head -c 1048576 /dev/zero | tr '\0' ' ' >long.lua
expect "a script of 1 MiB" 0 "" klua long.lua
printf '\033Lua' >bytecode.lua
first "bytecode" 1 "klua: attempt to load a binary chunk (bytecode is never loaded)" klua \
	bytecode.lua
printf 'x = 1\0' >nul.lua
as_lua "a NUL in a script" nul.lua
first "memory runs out" 1 "klua: not enough memory" klua -e \
	'local t = {} while true do t[#t + 1] = {} end'

cp /usr/bin/klua /tmp/klua-for-all && chmod 755 /tmp/klua-for-all
expect "not root" 1 "klua: needs CAP_SYS_ADMIN (run as root)" test-nobody /tmp/klua-for-all -e 1
chmod 666 /dev/klua
expect "not root, and the device open to all" 1 "klua: needs CAP_SYS_ADMIN (run as root)" \
	test-nobody /tmp/klua-for-all -e 1
chmod 600 /dev/klua
mv /dev/klua /dev/klua-away
expect "no device" 1 "klua: /dev/klua: not there: load the runtime with 'modprobe klua'" klua -e 1
mv /dev/klua-away /dev/klua
