# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# A module of another tree: examples/binding, which lab/guest-tests/run has built in a folder of its own.

module=/root/binding/klua_striping.ko
example=/root/examples/binding/stripe.lua

put() { # OFFSET LENGTH LETTER: one write of LENGTH letters; OFFSET is a multiple of LENGTH
	head -c "$2" /dev/zero | tr '\0' "$3" |
		dd of=/dev/striping bs="$2" seek=$(($1 / $2)) count=1 iflag=fullblock conv=notrunc 2>/dev/null
}
# What each device has at an offset: a letter, or a dot where nothing was written.
at() { # OFFSET
	for device in /dev/ram0 /dev/ram1 /dev/ram2; do
		dd if=$device bs=1 skip="$1" count=1 2>/dev/null | tr '\0' .
	done
}

# From an empty kernel: what other topics loaded goes.
until_true sh -c 'modprobe -r $(lsmod | sed -n "s/^\(klua[a-z0-9_]*\) .*/\1/p"); ! lsmod | grep -q ^klua' 2>/dev/null
modprobe brd rd_nr=3 rd_size=1024
refuses 'klua comes first' '*Unknown symbol*' insmod $module
modprobe klua
refuses 'it needs devices' '*Invalid*' insmod $module
refuses 'that can be written' '*Is a directory*' insmod $module devices=/dev/ram0,/root
succeeds 'it loads' insmod $module devices=/dev/ram0,/dev/ram1,/dev/ram2

put 0 512 a
put 512 512 b
put 1024 512 c
is 'without a script the devices take turns' '.a. ..b c..' "$(at 0) $(at 512) $(at 1024)"

succeeds 'the script loads' klua load striper $example
put 4096 512 d
put 8192 512 e
is 'small writes go to the first device' 'd.. e..' "$(at 4096) $(at 8192)"
put 65536 4096 f
put 131072 4096 g
put 196608 8192 h
is 'large ones where the script says' '..f .g. ..h' "$(at 65536) $(at 131072) $(at 196608)"
is 'all of each' '..f .g. ..h' "$(at 69631) $(at 135167) $(at 204799)"
like 'nothing failed' '*calls 5*failed 0*' "$(klua stats striper)"
refuses 'a second script' "klua: *.lua:*: striping.stripe: script 'striper' has it, and only one can" \
	klua load other $example
refuses 'the module stays while its script is loaded' '*in use*' rmmod klua_striping
refuses 'so does klua' '*in use*' rmmod klua

answer() { # BODY of the function
	script <<-END
	local striping = require "striping"
	striping.attach{stripe = function(offset, length, devices) $1 end}
	END
}
# Eight writes were before: the ninth is the turn of device 9 % 3, the tenth of 10 % 3.
turn() { # NAME CAUSE WANTED LETTER BODY
	succeeds "a script that $1" klua reload striper "$(answer "$5")"
	put "$offset" 512 "$4"
	is "$1: the devices take turns" "$3" "$(at "$offset")"
	like "$1: counted" "*failed 1: $2 1*" "$(klua stats striper)"
	offset=$((offset + 512))
}
offset=262144
turn 'raises an error' error 'i..' i 'error("broken")'
turn 'never ends' budget '.j.' j 'while true do end'
turn 'wants too much memory' memory '..k' k 'local t = {} for i = 1, 5000 do t[i] = {} end'
turn 'returns text' result 'l..' l 'return "0"'
turn 'returns a boolean' result '.m.' m 'return true'
turn 'returns one device too many' result '..n' n 'return devices'
turn 'returns -1' result 'o..' o 'return -1'
succeeds 'a script that has no opinion' klua reload striper "$(answer 'return nil')"
put $offset 512 p
is 'the devices take turns' '.p.' "$(at $offset)"
like 'which is no failure' '*failed 0; no verdict 1*' "$(klua stats striper)"
succeeds 'a script that returns the last device' klua reload striper "$(answer 'return devices - 1')"
put 0 512 q
is 'is obeyed' '.aq' "$(at 0)"

succeeds 'the script stops' klua stop striper
exec 3>/dev/striping
refuses 'the module stays while somebody writes' '*in use*' rmmod klua_striping
refuses 'klua stays while a binding needs it' '*in use*' rmmod klua
exec 3>&-
succeeds 'the module goes' rmmod klua_striping
refuses 'its binding is gone' '*striping*' klua load striper $example
succeeds 'klua goes' modprobe -r klua
modprobe klua
