# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Thermal zones that go away while scripts read them.


succeeds 'a driver of zones' insmod modules/zones.ko
is 'its temperature' 42000 "$(lua 'print(require("thermal").temperature("steady"))')"
is 'its scale' "$(printf '1\t0')" "$(lua 'local t = require "thermal" print(t.slope("steady"), t.offset("steady"))')"
is 'no zone of a name' "$(printf 'nil\tENODEV')" "$(lua 'print(require("thermal").temperature("stead"))')"
is 'a name longer than any type' "$(printf 'nil\tENODEV')" \
	"$(lua 'print(require("thermal").temperature(("steady"):rep(100)))')"
is 'whatever is mounted at /sys' 42000 "$(unshare -m sh -c 'umount -l /sys &&
	klua -e "print(require([[thermal]]).temperature([[steady]]))"' 2>&1)"

# Three readers at once: while one measures, the others wait for the zone that goes.
file=$(script <<-'END'
	local thermal, time = require "thermal", require "time"
	local read, gone, wrong = 0, 0
	local stop = time.boottime() + 3 * time.second
	while time.boottime() < stop or read == 0 or gone == 0 do
	  local temperature, why = thermal.temperature("passing")
	  if temperature == 42000 then read = read + 1
	  elseif why == "ENODEV" then gone = gone + 1
	  else wrong = why or temperature end
	end
	print(wrong)
END
)
for reader in 1 2 3; do
	klua "$file" >/tmp/reader$reader 2>&1 &
done
wait
is 'zones that come and go: read, or not there' "$(printf 'nil\nnil\nnil')" "$(cat /tmp/reader[123])"
succeeds 'the driver goes' rmmod zones
is 'and its zones with it' "$(printf 'nil\tENODEV')" "$(lua 'print(require("thermal").temperature("steady"))')"
