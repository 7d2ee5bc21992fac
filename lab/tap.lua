-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- TAP of Lua scripts, in stock Lua, in our VM and in the kernel; in guests this is /lab/tap.lua.
local tap = {}
local count, failed = 0, 0

local function show(v)
  return type(v) == "string" and ("%q"):format(v) or tostring(v)
end

-- A result, and notes on one that is bad.
function tap.point(good, name, ...)
  count = count + 1
  print((good and "ok " or "not ok ") .. count .. " - " .. name)
  if good then return true end
  failed = failed + 1
  for _, note in ipairs {...} do print("  # " .. note) end
  return false
end

local function report(good, name, expected, got)
  return good and tap.point(true, name)
    or tap.point(false, name, "expected: " .. show(expected), "got: " .. show(got))
end

function tap.ok(value, name)
  return report(value and true or false, name, true, value)
end

function tap.equal(got, expected, name)
  return report(rawequal(got, expected)
    or (got == expected and math.type(got) == math.type(expected)),
    name, expected, got)
end

-- The call must raise, and its message must contain the text.
function tap.raises(text, name, f, ...)
  local ok, message = pcall(f, ...)
  message = ok and "no error" or tostring(message)
  return report(not ok and message:find(text, 1, true) ~= nil, name, text, message)
end

-- The chunk does not compile; the message is exactly this.
function tap.syntax(code, message, name)
  local f, got = load(code, "=chunk")
  return report(f == nil and got == message, name, message, got or "compiled")
end

function tap.skip(name, reason)
  tap.point(true, name .. " # SKIP " .. reason)
end

function tap.done()
  print("1.." .. count)
  if failed > 0 then error(failed .. " of " .. count .. " checks failed", 0) end
end

return tap
