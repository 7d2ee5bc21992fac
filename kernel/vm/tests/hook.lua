-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- The field hook: first its metatable, then chunks about the userdata r and what they return.
return {
{ "metatable", [[
  return {
    __index = function(_, k)
      if k == 'method' then return function() return 'called' end end
      return 'index ' .. tostring(k)
    end,
    __newindex = function(_, k, v) last = 'newindex ' .. k .. ' ' .. tostring(v) end,
  }]] },
{ "return r.n", "7" },
{ "local k = 'n' return r[k]", "7" },
{ "return r.on", "false" },
{ "r.on = true return r.on", "true" },
{ "r.n = r.n + 1 return r.n", "8" },
{ "local k = 'n' r[k] = 9 return r[k]", "9" },
{ "return r.other", "index other" },
{ "return r[1]", "index 1" },
{ "return r[('k'):rep(50)]", "index kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk" },
{ "r.n = 'text' return last", "newindex n text" },
{ "r.n = true return last", "newindex n true" },
{ "r.n = {} return last:sub(1, 16)", "newindex n table" },
{ "r.ro = 1 return last", "newindex ro 1" },
{ "local v = r v = v.n return v", "9" },
{ "return tostring(r.n == 9 and r.on)", "true" },
{ "return r:method()", "called" },
{ "local t = setmetatable({}, {__index = r}) return t.n", "9" },
{ "local t = setmetatable({}, {__newindex = r}) t.n = 3 return r.n", "3" },
}
