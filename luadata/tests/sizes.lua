-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Blocks of odd sizes: 0, 1, 65535 bytes, read at their ends and one byte past them.
local tap = require "tap"
local data = require "luadata"
local ipv4 = require "ipv4"

for _, size in ipairs {0, 1, 65535} do
  local function named(what) return size .. " bytes: " .. what end
  local d = data.new(("a"):rep(size))
  tap.equal(#d, size, named("its length"))
  tap.equal(#d:segment(0, size), size, named("a segment of all"))
  tap.equal(#d:segment(0, size + 1), size, named("a longer segment is cut"))
  tap.equal(#d:segment(size, 1), 0, named("a segment at the end is empty"))
  tap.equal(d:segment(size + 1, 1), nil, named("a segment past the end"))
  tap.equal(d:byte(size), size > 0 and 97 or nil, named("its last byte"))
  tap.equal(d:byte(size + 1), nil, named("the byte after it"))
  tap.equal(d:find("b", 1, true), nil, named("what is not in it is not found"))
  tap.equal(d:find("$"), size + 1, named("its end is found"))
  tap.equal(d:layout {past = {size * 8, 8}}.past, nil, named("a field past the end"))
end

-- the last place for a header, and the first one too far
local large = data.new(("a"):rep(65535))
tap.equal(ipv4(large, 65515).ttl, 97, "a view of the last 20 bytes")
tap.equal(select(2, ipv4(large, 65516)), "ipv4: needs 20 bytes at offset 65516, block has 65535",
  "a view one byte further")
tap.done()
