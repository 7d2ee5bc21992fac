# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# Lines from a pipe, lines from a terminal.

# shellcheck disable=SC2059
piped() { printf "$@" | klua -i; }
expect "expressions show their values" 0 "2
a	nil	true" piped '1+1\n"a", nil, true\n'
expect "statements over several lines" 0 "1
2" piped 'for i = 1, 2 do\nprint(i)\nend\n'
expect "globals stay, locals go" 0 "5	nil" piped 'x = 5 local y = 6\nx, y\n'
expect "an error, then the next line" 1 "klua: stdin:1: boom
stack traceback:
	[C]: in function 'error'
	stdin:1: in main chunk
7" piped 'error("boom")\n7\n'
expect "a syntax error, then the next line" 1 "klua: stdin:1: unexpected symbol near '='
8" piped 'x = = 1\n8\n'
expect "an unfinished statement at the end" 1 "klua: stdin:1: 'end' expected near <eof>" piped \
	'for i = 1, 2 do\n'
expect "empty lines" 0 "1" piped '\n\n1\n\n'
expect "a last line without a newline" 0 "9" piped '9'
expect "after -e" 0 "3" bash -c "echo 'x' | klua -e 'x = 3' -i"
expect "a function without values shows nothing" 0 "" piped 'f = function() end\nf()\n'
expect "string with a newline escape" 0 "a
b" piped '"a\\nb"\n'
expect "an error whose text ends in <eof> is complete" 1 "klua: fake <eof>
stack traceback:
	[C]: in function 'error'
	stdin:1: in main chunk
1" piped 'error("fake <eof>", 0)\n1\n'

# What the screen shows last on each line, without the editor's own sequences.
screen() { test-pty "$@" | sed $'s/\e\\[[0-9;]*[A-Za-z]//g; s/\r*$//; s/.*\r//'; }
rm -f /root/.klua_history
matches "terminal: a value" '^42$' screen '6*7\r' '\x04' -- klua -i
matches "terminal: the version is shown" '^klua 0\.1' screen '\x04' -- klua
matches "terminal: continued line" '^>> end$' screen 'if true then\r' 'print(77)\r' 'end\r' '\x04' \
	-- klua
matches "terminal: backspace" '^13$' screen '12\x7f3\r' '\x04' -- klua
matches "terminal: cursor left, insert" '^132$' screen '12\e[D3\r' '\x04' -- klua
matches "terminal: Ctrl-A, Ctrl-K" '^5$' screen 'junk\x01\x0b5\r' '\x04' -- klua
matches "terminal: delete a word" '^1$' screen '1 junk\x17\r' '\x04' -- klua
matches "terminal: delete under the cursor" '^2$' screen '12\x01\e[3~\r' '\x04' -- klua
matches "terminal: the last line again" '^100	100$' screen 'x = 100\r' '"a"\r' \
	'\e[A\x7f\x7f\x7fx,x\r' '\x04' -- klua
matches "terminal: UTF-8 is one key to delete" '^"?a"?$' screen '"aä\x7f"\r' '\x04' -- klua
matches "terminal: Ctrl-C drops the line" '^3$' screen 'junk\x03' '3\r' '\x04' -- klua
matches "terminal: Ctrl-C stops a script, the REPL goes on" '^4$' \
	screen 'while true do end\r' '\x03' '4\r' '\x04' -- klua
matches "terminal: a script's Ctrl-C is told" 'klua: interrupted$' \
	screen 'while true do end\r' '\x03' '\x04' -- klua
is "terminal: history is kept in a file" 1 "$(grep -cx 'x = 100' /root/.klua_history)"
matches "terminal: history of the last session" '^=?100$' screen '\x10\x10\r' '\x04' -- bash -c \
	'printf "100\n1\n" >/root/.klua_history; klua'
