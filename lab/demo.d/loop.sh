# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# A filter that never ends, while a client sends a file: the script is stopped, the file arrives.

step_loop() {
	title 'while true do end, in the path of a transfer'
	dd if=/dev/urandom of=/tmp/sent bs=64k count=8 2>/dev/null
	rm -f /tmp/received
	show in_server klua load loop examples/loop.lua
	in_server busybox nc -l -p 5001 >/tmp/received &
	receiver=$!
	in_server lab-listening tcp 5001
	begun=$(now_ms)
	in_client timeout 600 bash -c 'cat /tmp/sent >/dev/tcp/10.0.0.2/5001'
	wait $receiver
	echo "  512 KiB in $(($(now_ms) - begun)) ms"
	is 'the transfer finished with the default verdict, complete' \
		"$(md5sum </tmp/sent)" "$(md5sum </tmp/received)"
	show klua stats loop
	at_least 'the script was stopped, packet after packet' 2 "$(counter loop defaulted)"
	is 'and never had a verdict' 0 "$(($(counter loop accepted) + $(counter loop dropped)))"
	log=$(klua log loop)
	printf '%s\n' "$log" | head -n 3 | sed 's/^/    /'
	# The loop is in line 9 of examples/loop.lua.
	like 'the error shows file and line' '*loop.lua:9:*' "$log"
	show klua stop loop
}
