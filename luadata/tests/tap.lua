-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Test Anything Protocol: one line for each check, and on a failure what was expected.
local tap = {}
local count, failed = 0, 0
local script = arg and arg[0] or "?"

local function report(ok, name, expected, got)
  count = count + 1
  print((ok and "ok " or "not ok ") .. count .. " - " .. name)
  if ok then return true end
  failed = failed + 1
  print("# expected: " .. tostring(expected))
  print("# got: " .. tostring(got))
  print("# repeat: luadata/tests/run " .. (script:match("([^/]+)$") or script))
  return false
end

function tap.ok(value, name)
  return report(value and true or false, name, "true", value)
end

function tap.equal(got, expected, name)
  return report(rawequal(got, expected)
    or (got == expected and math.type(got) == math.type(expected)),
    name, expected, got)
end

-- The call must raise, and its message must contain the text.
function tap.raises(text, name, f, ...)
  local ok, message = pcall(f, ...)
  if ok then return report(false, name, "error with: " .. text, "no error") end
  return report(tostring(message):find(text, 1, true) ~= nil, name, "error with: " .. text, message)
end

function tap.skip(name, reason)
  count = count + 1
  print("ok " .. count .. " - " .. name .. " # SKIP " .. reason)
end

function tap.done()
  print("1.." .. count)
  if failed > 0 then error(failed .. " of " .. count .. " checks failed", 0) end
end

return tap
