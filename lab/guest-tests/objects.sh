# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Who owns what, with bindings of another tree: lab/tests/kinds/{pci,shash,sockets}.yaml, which
# lab/guest-tests/run has built in a folder of its own.

for binding in pci shash sockets; do
	succeeds "klua_$binding loads" insmod "/root/objects/klua_$binding.ko"
done
modprobe klua_netfilter

# ---- pci: one after the other ----

devices='local pci = require "pci" local n, last = 0
	for d in pci.devices(pci.any, pci.any) do last, n = d, n + 1 end'
found=$(find /sys/bus/pci/devices -mindepth 1 | wc -l)
is 'as many devices as sysfs has' "$found" "$(lua "$devices print(n)")"
like 'the last one is expired' '*data expired*' "$(lua "$devices print(last.vendor)")"
is 'the host bridge by its number' 'true 0x8086' "$(lua 'local pci = require "pci"
	for d in pci.devices(0x8086, pci.any) do
	  local word = pci.read(d, 0)
	  print(word == d.device << 16 | d.vendor, string.format("0x%x", d.vendor))
	  break
	end' | tr '\t' ' ')"
is 'none of a vendor that nobody is' 0 "$(lua 'local pci, n = require "pci", 0
	for _ in pci.devices(0x1234abcd, 1) do n = n + 1 end print(n)')"
like 'what was given away is not given twice' '*data expired*' "$(lua 'local pci = require "pci"
	local step = pci.devices(pci.any, pci.any)
	local d = step()
	step(nil, d)
	step(nil, d)')"
is 'a thousand loops that break off' 1000 "$(lua 'local pci, n = require "pci", 0
	for i = 1, 1000 do
	  for d in pci.devices(pci.any, pci.any) do n = n + 1 break end
	end
	print(n)')"
like 'nothing gives a device back by hand' "*pci has no 'put'*" "$(lua 'print(require("pci").put)')"

# ---- shash: as many bytes as the algorithm has ----

hex='local function hex(s) return (s:gsub(".", function(c) return string.format("%02x", c:byte()) end)) end
	local shash = require "shash" local try = shash.digest'
digest() { # ALGORITHM TEXT
	lua "$hex print(hex(assert(shash.digest('$1', '$2'))))"
}
for name in md5 sha1 sha256 sha512; do
	if lua "assert(require('shash').digest('$name', ''))" >/dev/null; then
		is "$name as busybox has it" "$(printf abc | ${name}sum | cut -d' ' -f1)" "$(digest $name abc)"
	else
		skip "$name as busybox has it" 'not in this kernel'
	fi
done
is 'an algorithm that nobody knows' "$(printf 'nil\tENOENT')" "$(lua 'print(require("shash").digest("nonsense", "abc"))')"

# ---- sockets: owned results, given back by a work item ----

listening() { # how many sockets of TCP listen
	grep -c ' 0A ' /proc/net/tcp
}
gone() { [ "$(listening)" -eq "$before" ]; }
before=$(listening)
is 'a socket' 1 "$(lua 'local s = assert(require("sockets").new("stream", 6)) print(s.type)')"
is 'a protocol that there is not' "$(printf 'nil\tEPROTONOSUPPORT')" \
	"$(lua 'print(require("sockets").new("stream", 200))')"
is 'nobody connects' "$(printf 'nil\tEAGAIN')" "$(lua 'local sockets = require "sockets"
	local s = assert(sockets.new("stream", 6))
	assert(sockets.listen(s, 5))
	print(sockets.accept(s))')"
succeeds 'a script that listens' klua load listener "$(script <<-'END'
	local sockets = require "sockets"
	socket = assert(sockets.new("stream", 6))
	assert(sockets.listen(socket, 5))
END
)"
is 'it listens' $((before + 1)) "$(listening)"
klua stop listener
is 'stopping it has given the socket back' "$before" "$(listening)"

ip link set lo up
succeeds 'a filter that lets go of a socket' klua load filter "$(script <<-'END'
	local sockets, netfilter = require "sockets", require "netfilter"
	local socket = assert(sockets.new("stream", 6))
	assert(sockets.listen(socket, 5))
	function filter()
	  socket = nil
	  collectgarbage()
	  tried = pcall(sockets.new, "stream", 6)
	  return true
	end
	netfilter.attach{filter = "filter", hook = "local_out", proto = "udp", dport = 9}
END
)"
is 'it listens' $((before + 1)) "$(listening)"
bash -c 'echo >/dev/udp/127.0.0.1/9'
is 'a packet came' false "$(eval_in filter 'return tried')"
succeeds 'its socket is given back, later' until_true gone
klua stop filter
for binding in pci shash sockets; do
	succeeds "klua_$binding goes" rmmod "klua_$binding"
done
