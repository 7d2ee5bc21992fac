# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# The binding acpi, on the two thermal zones of lab/vm/ssdt.asl.

# get_temp() gives a reading for 100 ms.
set_temp() { lab-temp "$@" && sleep 0.2; }
temp_of() { klua -e "print(require('acpi').get_temp($1))" 2>&1; }

set_temp 0 40
set_temp 1 90
is 'a CPU has the temperature of its own zone, not of the hottest' 40 "$(temp_of 0)"
is 'the second CPU likewise' 40 "$(temp_of 1)"
set_temp 0 0
is 'the freezing point' 0 "$(temp_of 0)"
set_temp 0 139
is 'just below the hot trip point' 139 "$(temp_of 0)"
set_temp 0 40

zones=$(klua -e 'for i, z in ipairs(require("acpi").zones()) do print(i, z.name, z.temperature, z.critical) end' 2>&1)
is 'every zone is listed' "$(printf '1\t\\_TZ.TZ0\t40\t150\n2\t\\_TZ.TZ1\t90\t150')" "$zones"
trips=$(klua -e 'for _, z in ipairs(require("acpi").zones()) do print(z.hot, z.passive, z.active0, z.active1, z.active2) end' 2>&1)
is 'trip points, nil where the zone has none' "$(printf '140\t110\tnil\tnil\tnil\nnil\tnil\t70\t50\tnil')" "$trips"
set_temp 1 30

refuses 'a CPU that there cannot be' '*get_temp*' klua -e 'require("acpi").get_temp(100000)'
refuses 'a negative CPU' '*get_temp*' klua -e 'require("acpi").get_temp(-1)'
refuses 'something else than a number' '*get_temp*' klua -e 'require("acpi").get_temp("hot")'
refuses 'no CPU' '*get_temp*' klua -e 'require("acpi").get_temp()'
refuses 'writing a reading' '*temperature*' klua -e 'require("acpi").zones()[1].temperature = 1'
refuses 'a field that a zone has not' '*temprature*temperature*' klua -e 'print(require("acpi").zones()[1].temprature)'

file=$(script <<-'END'
	local acpi, netfilter = require "acpi", require "netfilter"
	function filter() return acpi.get_temp(0) > 0 end
	netfilter.attach{filter = "filter", proto = "icmp"}
END
)
succeeds 'a filter may name it' klua load hot "$file"
ping -c 1 -W 1 127.0.0.1 >/dev/null
like 'but not call it in softirq: it sleeps' '*may sleep*' "$(klua log hot)"
at_least 'the packet took the default' 1 "$(counter hot defaulted)"
succeeds 'the filter stops' klua stop hot
