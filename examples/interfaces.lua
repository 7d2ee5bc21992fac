-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/interfaces.sh
--
-- Tells what happens to network interfaces: klua log -f interfaces.

local net_device = require "net_device"

local event = net_device.event
local words = {
  [event.register] = "is there", [event.unregister] = "goes",
  [event.up] = "is up", [event.down] = "is down", [event.changename] = "has a new name",
}

function changed(what, dev)
  if words[what] then print(dev.ifindex, dev.name, words[what]) end
end

net_device.attach{changed = "changed"}
