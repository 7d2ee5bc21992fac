-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- A state that refuses weak keys: { name, code that returns true }.
return {
{ "k is refused", [[
  local ok, msg = pcall(setmetatable, {}, {__mode = "k"})
  return not ok and msg:find("weak keys", 1, true) ~= nil]] },
{ "kv is refused", "return not pcall(setmetatable, {}, {__mode = 'kv'})" },
{ "weak values are allowed", [[
  local t = setmetatable({}, {__mode = "v"})
  t[1] = {}
  collectgarbage()
  return t[1] == nil]] },
{ "added later, the keys are strong", [[
  local mt = {}
  local t = setmetatable({}, mt)
  mt.__mode = "k"
  t[{}] = 1
  collectgarbage()
  return next(t) ~= nil]] },
}
