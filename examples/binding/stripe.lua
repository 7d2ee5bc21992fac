-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Small writes go to the first device, the others share what is large.
local striping = require "striping"

function stripe(offset, length, devices)
  if length < 4096 then
    return 0
  end
  return 1 + offset // 65536 % (devices - 1)
end
striping.attach{stripe = "stripe"}
