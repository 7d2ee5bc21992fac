-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Run: lab/guest examples/run/ssh_filter.sh
--
-- Figure 2 of the paper: drops what a server says that announces a given version of OpenSSH. It
-- attaches nothing itself:
-- klua load ssh examples/ssh_filter.lua --attach netfilter.filter:proto=tcp,sport=22

function filter(hdr, pld)
  -- get a segment of the payload
  local seg = pld:segment(0, 255)
  -- convert segment data to string
  local str = tostring(seg)
  -- pattern to capture the software version
  local pattern = 'SSH%-[^-%G]+%-([^-%G]+)'
  -- get the software version
  local software_version = str:match(pattern)
  if software_version == 'OpenSSH_6.4' then
    -- reject the packet
    return false
  end
  -- accept the packet
  return true
end
