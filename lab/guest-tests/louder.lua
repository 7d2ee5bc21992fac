-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Writes to the payload, and to the header, of what says hello.
function filter(hdr, pld)
  if pld:find("hello", 1, true) then
    local word = pld:segment(1, 3)
    word:layout{all = {0, 3, "string"}}
    word.all = "ELL"
    if hdr.ip6 then hdr.ip6.hop_limit = 9 else hdr.ip.ttl = 9 end
  end
  return true
end
