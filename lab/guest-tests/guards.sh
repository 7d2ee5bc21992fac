# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Where guards meet, in packets: the quota is full when an error, or the budget, needs a text.

modprobe klua_netfilter
ip link set lo up
ping_once() { ping -q -c 1 -W 5 127.0.0.1 >/dev/null 2>&1 && echo arrived || echo lost; }

# ---- the budget ends with the quota full ----

file=$(script <<-'END'
	local list, strings, n = nil, {0, 0, 0, 0, 0, 0, 0, 0}, 0
	local function fill() while true do list = {list} end end
	local function fill_strings() while true do n = n + 1 strings[n] = "x" .. n end end
	local function spin() while true do end end
	function filter()
	  pcall(fill) pcall(fill_strings) while true do pcall(spin) end
	end
END
)
klua load spent "$file" --attach netfilter.filter:proto=icmp
is 'the budget ends at the quota: the packet arrives' arrived "$(ping_once)"
like 'the budget ends at the quota: counted' '*failed 2: *budget*' "$(klua stats spent)"
klua stop spent

# ---- finalizers that make finalizers, and collections inside of them ----

file=$(script <<-'END'
	local m = {}
	function m.__gc()
	  for i = 1, 1000 do setmetatable({}, m) end
	  collectgarbage()
	end
	setmetatable({}, m)
	while true do collectgarbage() end
END
)
like 'finalizers that make more end' '*instruction budget spent*' "$(klua "$file" 2>&1)"

# ---- an error in the handling of an error, with less left than its text would take ----

file=$(script <<-'END'
	local rep, keep, big, n, nbig, depth, object, size = string.rep, {}, {}, 0, 0
	local block, meta = rep("x", 256), {}
	for i = 1, 2048 do keep[i] = false end
	for i = 1, 256 do big[i] = false end
	local function fill_big() while true do big[nbig + 1] = rep(block, size) nbig = nbig + 1 end end
	local function fill_small()
	  while true do keep[n + 1] = (1000000000000000 + n) .. "" n = n + 1 end
	end
	local function deep(k) if k > 0 then deep(k - 1) return end end
	function prepare()
	  collectgarbage() collectgarbage "stop"
	  size = 32 pcall(fill_big) size = 16 pcall(fill_big)
	  big[nbig] = false nbig = nbig - 1 collectgarbage() collectgarbage "stop"
	end
	function meta.__tostring()
	  depth = depth + 1
	  if depth == at then deep(60) size = 1 pcall(fill_big) pcall(fill_small) end
	  error(object)
	end
	object = setmetatable({}, meta)
	function filter()
	  depth = 0
	  if not at then return true end
	  error(object)
	end
END
)
for at in 2 4 6 8 10 12; do
	klua load full "$file" --attach netfilter.filter:proto=icmp,hook=local_out
	klua eval full 'prepare()'
	klua eval full "at = $at"
	is "an error in error handling, memory full at depth $at" arrived "$(ping_once)"
	klua stop full
done
