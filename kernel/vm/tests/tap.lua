-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- TAP for the VM's tests: is, raises, syntax; the runner numbers the lines.

local function show(v)
  if type(v) == "string" then return string.format("%q", v) end
  return tostring(v)
end

local function report(good, name, expected, got)
  if good then
    print("ok - " .. name)
  else
    print("not ok - " .. name)
    print("# expected: " .. show(expected))
    print("# got:      " .. show(got))
  end
end

local tap = {}

function tap.is(got, expected, name)
  report(rawequal(got, expected), name, expected, got)
end

-- f(...) raises an error with the plain text in it
function tap.raises(text, name, f, ...)
  local ok, msg = pcall(f, ...)
  msg = ok and "no error" or tostring(msg)
  report(not ok and msg:find(text, 1, true) ~= nil, name, text, msg)
end

-- the chunk does not compile; the message is exactly this
function tap.syntax(code, message, name)
  local f, msg = load(code, "=chunk")
  report(f == nil and msg == message, name, message, msg or "compiled")
end

return tap
