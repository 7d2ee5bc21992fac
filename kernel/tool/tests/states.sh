# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# States that stay.

cat >s.lua <<'END'
up = 80
function f() return up end
END
expect "load" 0 "" klua load s s.lua
expect "eval shows values" 0 "80" klua eval s 'up'
expect "eval changes a global" 0 "" klua eval s 'up = 50'
expect "the script sees the change" 0 "50" klua eval s 'f()'
expect "the state outlives the tool" 0 "50" klua eval s 'f()'
echo 'up = up + 1 print("ran", up)' >r.lua
expect "run runs in the script's globals" 0 "ran	51" klua run s r.lua
echo 'function f() return "new" end' >r.lua
expect "run redefines a function" 0 "" klua run s r.lua
expect "the new function is in force" 0 "new" klua eval s 'f()'
expect "an error in eval" 1 "klua: (eval):1: x
stack traceback:
	[C]: in function 'error'
	(eval):1: in main chunk" klua eval s 'error "x"'
expect "the state survives it" 0 "51" klua eval s 'up'
expect "code that begins with a minus" 0 "-51" klua eval s '-up'
first "run of a missing file" 1 "klua: no.lua: No such file or directory" klua run s no.lua
expect "a name that is in use" 1 \
	"klua: there is a state 's' already: 'klua reload s' or 'klua stop s'" klua load s s.lua
expect "an unknown state: the names that there are" 1 "klua: no state 'other'; there are: s" klua \
	eval other 1
first "run in an unknown state" 1 "klua: no state 'other'; there are: s" klua run other r.lua
first "reload of an unknown state" 1 "klua: no state 'other'; there are: s" klua reload other
first "stats of an unknown state" 1 "klua: no state 'other'; there are: s" klua stats other
first "log of an unknown state" 1 "klua: no state 'other'; there are: s" klua log other
first "stop of an unknown state" 1 "klua: no state 'other'; there are: s" klua stop other

echo 'up = 90' >s.lua
mkdir elsewhere
cd elsewhere || exit
expect "reload without a file, from another folder" 0 "" klua reload s
cd ..
expect "reload takes the file again" 0 "90	nil" klua eval s 'up, f'
echo 'x = = 1' >bad.lua
first "reload with a syntax error" 1 "klua: bad.lua:1: unexpected symbol near '='" klua reload s \
	bad.lua
expect "the old script stays in force" 0 "90" klua eval s 'up'
printf 'up = 1\nerror("late")\n' >bad.lua
first "reload with an error" 1 "klua: bad.lua:2: late" klua reload s bad.lua
expect "the old globals stay" 0 "90" klua eval s 'up'
echo 'up = 91' >t.lua
expect "reload from another file" 0 "" klua reload s t.lua
expect "it is in force" 0 "91" klua eval s 'up'
echo 'up = 92' >t.lua
klua reload s
expect "the other file is now the state's" 0 "92" klua eval s 'up'
cp /run/klua/s old-record
klua reload s t.lua
cp old-record /run/klua/s
first "what another load was from does not count" 2 \
	"klua: reload s: it was not loaded from a file: name one" klua reload s
matches "list says so" '^s .* -$' klua list
expect "stop" 0 "" klua stop s
is "what it was loaded from is forgotten" gone "$([[ -e /run/klua/s ]] || echo gone)"
expect "stop twice" 1 "klua: no state 's'; none is loaded" klua stop s

echo 'up = 5' | klua load piped -
expect "load from standard input" 0 "5" klua eval piped 'up'
first "reload of what came from standard input" 2 \
	"klua: reload piped: it was not loaded from a file: name one" klua reload piped
klua stop piped

echo 'print("loading")' >p.lua
expect "load shows what the script prints" 0 "loading" klua load p p.lua
klua stop p
echo 'x = ("y"):rep(100000)' >m.lua
expect "--memory in K" 0 "" klua load m m.lua --memory 512K
klua stop m
first "--memory is a limit" 1 "klua: not enough memory" klua load m m.lua --memory 64K
echo 'while true do end' >l.lua
matches "--load-budget is a limit" '^klua: l\.lua:1: .*budget' klua load l l.lua --load-budget 100K
echo 'x = 0' >e.lua
klua load e e.lua --load-budget 1000M
klua eval e 'print("begun") while true do end' >evaluated 2>&1 &
evaluates=$!
until grep -q begun evaluated; do sleep 0.1; done
expect "stop ends what runs" 0 "" klua stop e
status=0
wait "$evaluates" || status=$?
is "and that fails" "begun klua: the state was stopped 1" "$(xargs <evaluated) $status"
echo 'n = 0' >c.lua
expect "--percpu" 0 "" klua load c c.lua --percpu
expect "eval in each VM" 0 "[0] 0
[1] 0" klua eval c 'n'
first "--allow refuses the rest" 1 \
	"klua: a.lua:1: require: 'netfilter' is not in the allow list of this state" bash -c \
	'echo "require \"netfilter\"" >a.lua; klua load a a.lua --allow acpi,cpufreq'
expect "a script with the name of a command" 0 "in load" bash -c \
	'echo "print [[in load]]" >load; klua -- load'

# A reload while the state is used: whoever comes in between sees the old or the new one.
echo 'v = 1' >v.lua
klua load v v.lua
for _ in $(seq 20); do klua reload v; done &
bad=0
for _ in $(seq 20); do
	got=$(klua eval v 'v' 2>&1)
	[[ $got == 1 ]] || bad="$got"
done
wait
is "eval during reloads" 0 "$bad"
