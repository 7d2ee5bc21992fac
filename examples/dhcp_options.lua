-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/dhcp_options.sh
--
-- The value of a DHCP option, wherever its parts are: in several options of one code (RFC 3396),
-- and in `file` and `sname` when the option `overload` says so (RFC 2131, 4.1), in that order.
local data, dhcp = require "data", require "dhcp"

function value(message, code)
  local overload = message.options.overload
  local how = overload and overload.overload or 0
  local parts = {}
  local function add(list)
    for _, option in list(code) do parts[#parts + 1] = tostring(option.data) end
  end
  add(message.options)
  if how & dhcp.options.overload.file ~= 0 then add(message.file_options) end
  if how & dhcp.options.overload.sname ~= 0 then add(message.sname_options) end
  return parts[1] and table.concat(parts)
end

-- An offer whose router is in `sname`, and whose name is in two options.
local function message(sname, options)
  return dhcp(data.new("\2\1\6\0" .. ("\0"):rep(40) .. sname .. ("\0"):rep(192 - #sname)
    .. "\x63\x82\x53\x63" .. options))
end
local offer = message("\3\4\10\0\0\1\xff", "\x35\1\2\x34\1\2\x0c\4host\x0c\4more\xff")
print(value(offer, "host_name"), data.text(offer.sname_options.router.addresses[1], "address"))
print(data.new(value(offer, "router")):dump())
