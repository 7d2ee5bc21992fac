# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# What a script prints arrives: all of it, in order, while it runs.

is "a hundred thousand lines" "$(seq 100000 | md5sum)" \
	"$(klua -e 'for i = 1, 100000 do print(i) end' | md5sum)"
is "a line of 100000 bytes" 100001 "$(klua --memory 1M -e 'print(("x"):rep(100000))' | wc -c)"
is "bytes of every value" \
	"$(lua5.4 -e 'for i = 0, 255 do print(string.char(i)) end' | md5sum)" \
	"$(klua -e 'for i = 0, 255 do print(string.char(i)) end' | md5sum)"
expect "values that -e returns" 0 $'1\tx\tnil\ttrue' klua -e 'return 1, "x", nil, true'
expect "the value of an expression" 0 4 klua -e '2 + 2'

# The first line must be there before the script has ended: it runs for seconds.
mkfifo pipe
klua -e 'print("early") for i = 1, 4000000 do end print("late")' >pipe &
tool=$!
exec 9<pipe
read -r line <&9
kill -0 "$tool" 2>/dev/null && running=yes || running=no
is "output while the script runs" "early, running: yes" "$line, running: $running"
is "the rest of it" "late" "$(cat <&9)"
exec 9<&-
wait "$tool"

# bash has background jobs ignore SIGINT unless each is a job of its own
set -m
klua -e 'print("begun") while true do end' >interrupted 2>&1 &
tool=$!
set +m
for _ in $(seq 600); do
	[[ -s interrupted ]] && break
	sleep 0.1
done
kill -INT "$tool"
status=0
wait "$tool" || status=$?
is "Ctrl-C stops a script" "begun
klua: interrupted
status 1" "$(head -n 2 interrupted)
status $status"

klua -e 'while true do print("x") end' 2>/dev/null | head -n 1 >one
is "a reader that goes away stops the script" "x" "$(cat one)"

# 20 MB, for a reader that comes late: what is lost is told where it is missing.
cat >numbers.lua <<'END'
local pad = (" "):rep(990)
for i = 1, 20000 do print(("%09d"):format(i) .. pad) end
END
cat >gaps.lua <<'END'
local bytes, lost, gaps, last, gap = 0, 0, 0, 0, false
for line in io.lines() do
  local n = line:match("^%[klua: (%d+) bytes of output lost%]$")
  if n then
    lost, gaps, gap = lost + n, gaps + 1, true
  elseif line ~= "" then
    bytes = bytes + #line + 1
    local i = tonumber(line:match("^(%d+) *$"))
    if i and i ~= last + 1 and not gap then print("a gap before " .. i) end
    last, gap = i or last, not i
  end
end
local over = bytes + lost - 20000000 -- a line that is cut has an end of its own
print(lost > 0 and over >= 0 and over <= gaps or bytes .. " " .. lost)
END
is "what nobody reads is lost, and told" true \
	"$(klua numbers.lua | { sleep 10; cat; } | lua5.4 gaps.lua)"
