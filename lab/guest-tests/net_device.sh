# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# What happens to network interfaces: net_device.changed, by `ip link`.

modprobe dummy
modprobe klua_net_device

file=$(script <<-'END'
	local net_device = require "net_device"
	local names = {}
	for name, number in pairs(net_device.event) do names[number] = name end
	told = {}
	function changed(event, dev)
	  told[#told + 1] = (names[event] or "?") .. " " .. dev.name
	  mtu, up, kept = dev.mtu, dev.flags & net_device.flag.up ~= 0, dev
	end
	function take(name) -- what was told of an interface; all is forgotten
	  local of = {}
	  for _, text in ipairs(told) do
	    if text:match("^[%l_]+ " .. name .. "$") then of[#of + 1] = text end
	  end
	  told = {}
	  return table.concat(of, ", ")
	end
	net_device.attach{changed = "changed"}
END
)
told() { eval_in interfaces "return take('$1')"; }

succeeds 'a script attaches' klua load interfaces "$file"
is 'nothing happens by itself' '' "$(told '.*')"
ip link add name first type dummy
like 'a new interface' '*register first*' "$(told first)"
ip link set first name second
like 'its new name' '*changename second*' "$(told second)"
ip link set second mtu 1400
like 'its mtu' '*changemtu second*' "$(told second)"
is 'which the view has' 1400 "$(eval_in interfaces 'return mtu')"
ip link set second address 02:00:00:00:00:07
like 'its address' '*changeaddr second*' "$(told second)"
ip link set second up
like 'it goes up' 'up second*' "$(told second)"
is 'and is up in the view' true "$(eval_in interfaces 'return up')"
ip link set second down
like 'it goes down' '*going_down second*, down second*' "$(told second)"
refuses 'the view ends with the call' '*expired*' klua eval interfaces 'return kept.name'
refuses 'a second script' "*net_device.changed: script 'interfaces' has it, and only one can*" \
	klua load other "$file"

ip netns add aside
ip -n aside link add name third type dummy
is 'another namespace is none of its business' '' "$(told third)"
ip link set second netns aside
like 'an interface that leaves for there' '*unregister second*' "$(told second)"
ip netns del aside

broken=$(script <<-'END'
	require("net_device").attach{changed = function() error "broken" end}
END
)
succeeds 'reload of a script that will fail' klua reload interfaces "$broken"
succeeds 'interfaces come all the same' ip link add name fourth type dummy
succeeds 'and go' ip link del fourth
like 'the failures are counted' '*error *' "$(klua stats interfaces)"

refuses 'the module stays while a script has it' '*in use*' rmmod klua_net_device
succeeds 'the script stops' klua stop interfaces
succeeds 'the module goes' rmmod klua_net_device
ip link add name fifth type dummy
ip link del fifth
rmmod dummy
