# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# What list, stats and log tell.

echo 'x = 1' >a.lua
klua list --json >empty.json
expect "json of no state" 0 "valid" valid_json empty.json
expect "it is an empty list" 0 "[]" cat empty.json
klua load beta a.lua
klua load alpha a.lua --memory 128K --budget 5K --percpu
klua list --json >list.json
expect "json of list" 0 "valid" valid_json list.json
klua stats --json >stats.json
expect "json of stats" 0 "valid" valid_json stats.json
klua stats alpha --json >one.json
expect "json of one state" 0 "valid" valid_json one.json
is "list is sorted by name" "alpha beta" \
	"$(klua list | awk 'NR > 1 { printf "%s%s", s, $1; s = " " }')"
matches "list: context, VMs, quota, file" \
	"^beta +sleepable +1 +[0-9.]+K +256K +0 +0 +0  $PWD/a.lua$" klua list
matches "list: per CPU" "^alpha +sleepable +2 " klua list
used() { klua stats "$1" --json | sed -n 's/.*"used": \([0-9]*\).*/\1/p'; }
one=$(used beta) two=$(used alpha)
is "two VMs use twice as much" yes \
	"$([[ $((two * 2)) -gt $((one * 3)) ]] && echo yes || echo "$one $two")"
matches "stats: memory" 'quota 131072 for each VM' klua stats alpha
matches "stats: budget" 'budget: 5000 instructions' klua stats alpha
matches "json: quota" '"quota": 131072' cat one.json
matches "json: budget" '"budget": 5000,' cat one.json
matches "json: percpu" '"percpu": true' cat one.json
printf 'x = 1' >'quote".lua'
klua load quoted 'quote".lua'
klua list --json >quoted.json
expect "json of a file name with a quote" 0 "valid" valid_json quoted.json
printf 'x = 1' >"$(printf 'latin-\344.lua')"
klua load latin "$(printf 'latin-\344.lua')"
klua list --json >latin.json
expect "json of a file name that is no UTF-8" 0 "valid" valid_json latin.json
expect "log of a quiet state" 0 "" klua log beta
first "log -f ends with its state" 0 "klua: 'beta' has ended" bash -c \
	'klua log -f beta & sleep 0.5; klua stop beta; wait $!'
# An idle state has at most 32 KiB; this one has two VMs
is "an idle state is small" yes "$([[ $two -le $((2 * 32768)) ]] && echo yes || echo "$two")"
