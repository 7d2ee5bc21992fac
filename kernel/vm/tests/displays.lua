-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Values with a display: chunks and what they return, as text. shown(n, display) is an integer,
-- address(s) a string; their texts are <DISPLAY:n> and <s>. display(v) tells which one it is,
-- totext(v) is lua_totext().
local prelude = [[
  local n, s, p = shown(10, 3), address '0123456789abcdef', '0123456789abcdef'
  local big = shown(1 << 40, 7)
  local function all(...)
    for i = 1, select('#', ...) do
      if not (select(i, ...)) then return 'not ' .. i end
    end
    return 'all'
  end
  ]]

local cases = {
-- what the values are
{ "return type(n), type(s)", "number string" },
{ "return math.type(n), #s, s:len(), s:byte(1)", "integer 16 16 48" },
{ "return s:sub(1, 4), s:sub(1), s:upper()", "0123 0123456789abcdef 0123456789ABCDEF" },
{ "return s:find('b'), s:match('%d+'), #s:rep(2)", "12 0123456789 32" },
{ "return display(n), display(s), display(10), display(p), display(nil)", "3 1 0 0 0" },
{ "return display(shown(1, 1)), display(shown(1, 4)), display(big)", "1 4 7" },
{ "return display(address(('x'):rep(41)))", "0" },
-- arithmetic gives values without a display
{ "return n + 1, 1 + n, n + n, n - 3, 13 - n, n * 2, n // 3, n / 3, n % 3, n ^ 2, -n",
  "11 11 20 7 3 20 3 3 1 100 -10" },
{ "return n + 70000, 70000 - n, n * 70000, n & 70000, n | 70000, n ~ 70000",
  "70010 69990 700000 0 70010 70010" },
{ "return n & 6, n | 1, n ~ 3, n << 1, n >> 1, 1 << n, 4000 >> n, ~n, n & n",
  "2 11 9 20 5 1024 3 -11 10" },
{ "return n + 0, n - 0, n | 0, math.abs(n), math.tointeger(n + 0)", "10 10 10 10 10" },
{ "return n + '1', '1' + n, '0x10' * n, -shown(5, 1)", "11 11 160 -5" },
{ "local t = 0 for i = n, shown(14, 1), shown(2, 2) do t = t .. ' ' .. i end return t",
  "0 10 12 14" },
{ "local t = '' for i = shown(3, 1), 1, -1 do t = t .. i end return t", "321" },
{ "return math.max(n, 3) + 0, math.ult(n, 11), math.fmod(n, 3)", "10 true 1" },
{ "return ('x'):rep(shown(3, 1)), select(shown(2, 2), 'a', 'b'), ('abc'):sub(shown(2, 1))",
  "xxx b bc" },
{ "return string.format('%d %x %5d %c', n, n, n, shown(65, 1)), utf8.char(shown(66, 1))",
  "10 a    10 A B" },
{ "return string.format('%q|%q', n, s)", '10|"0123456789abcdef"' },
{ "return (string.pack('>I2', shown(0x4142, 3)))", "AB" },
{ "local t = { 1, 2, 3 } return #t, t[shown(2, 1)], table.unpack(t, shown(3, 1))", "3 2 3" },
-- comparisons
{ "return all(n == 10, 10 == n, n == shown(10, 5), n == shown(10, 7), not (n ~= 10))", "all" },
{ "return all(n ~= 11, 11 ~= n, n ~= '10', n ~= s, big == 1 << 40, big ~= n)", "all" },
{ "return all(rawequal(n, 10), rawequal(n, shown(10, 6)), rawequal(s, p), rawequal(big, 1 << 40))",
  "all" },
{ "return all(n < 11, n <= 10, n > 9, n >= 10, 9 < n, 10 <= n, 11 > n, 10 >= n)", "all" },
{ "local x, y = 9, 11 return all(n < y, n <= y, x < n, x <= n, not (n < x), not (y <= n))", "all" },
{ "return all(not (n < 10), not (n > 10), n < shown(11, 1), n >= shown(10, 7), n < big)", "all" },
{ "return all(n == 10 and n, n ~= nil, n ~= true, not (n == false))", "all" },
{ "return all(s == p, p == s, s == '0123456789abcdef', s <= p, not (s < p), s < 'z', 'A' > s)",
  "all" },
{ "return all(s == address(p), s ~= address 'fedcba9876543210', s ~= 'x', s ~= n)", "all" },
{ "return select(2, pcall(function() return n < 'x' end))",
  "chunk:1: attempt to compare number with string" },
{ "return select(2, pcall(function() return n < {} end))",
  "chunk:1: attempt to compare number with table" },
{ "return select(2, pcall(function() return n.x end))",
  "chunk:1: attempt to index a number value (upvalue 'n')" },
-- metamethods
{ "local m = setmetatable({}, { __lt = function(a, b) return rawequal(a, n) or b == 5 end,"
  .. " __add = function(a, b) return a == n and 'l' or b == n and 'r' end })"
  .. " return n < m, m < 5, n + m, m + n, m + shown(10, 2)", "true true l r r" },
{ "local m = setmetatable({}, { __index = function(_, k) return k end,"
  .. " __concat = function(_, b) return b end }) return m[n], m[s], m .. n, m .. s",
  "<3:10> <" .. "0123456789abcdef> <3:10> <0123456789abcdef>" },
{ "return n == 10 and debug.setmetatable == nil or s.len == string.len", "true" },
{ "local t = setmetatable({}, { [address '__mode'] = 'v' }) t[1] = {} collectgarbage()"
  .. " return t[1]", "nil" },
{ "local t = setmetatable({}, { [address '__index'] = { x = 'found' } }) return t.x", "found" },
{ "return tostring(setmetatable({}, { [address '__name'] = 'Type' })):sub(1, 5)", "Type:" },
{ "return getmetatable(setmetatable({}, { [address '__metatable'] = s })) == p", "true" },
{ "local t = setmetatable({}, { __mode = address 'k' }) t[{}] = 1 collectgarbage() return next(t)",
  "nil" },
-- keys of tables
{ "local t = {} t[n] = 1 t[10] = 2 t[shown(10, 7)] = 3 return t[n], t[10], t[shown(10, 1)]",
  "3 3 3" },
{ "local t = { [10] = 1 } t[n] = 2 return t[10], t[n], rawget(t, n), rawget(t, 10), rawlen(t)",
  "2 2 2 2 0" },
{ "local t = {} rawset(t, n, 1) rawset(t, 10, 2) return rawget(t, n), (next(t)), next(t) == 10",
  "2 <3:10> true" },
{ "local t = {} t[big] = 1 t[1 << 40] = 2 return t[big], t[1 << 40], (next(t))",
  "2 2 <7:1099511627776>" },
{ "local t = {} t[10] = 1 t[n] = 2 return (next(t))", "10" },
{ "local t = {} t[s] = 1 t[p] = 2 return t[s], t[p], (next(t)), t['0123456789abcdef'],"
  .. " rawget(t, s)", "2 2 <0123456789abcdef> 2 2" },
{ "local t = { ['0123456789abcdef'] = 1 } t[s] = 2 return t[p], t[s], (next(t))",
  "2 2 0123456789abcdef" },
{ "local t = { ['0123456789abcdef'] = 'v' } local k = s return t[k], t[s:sub(1)]", "v v" },
{ "local t = {} t[n] = 1 t[10] = nil return t[n], next(t)", "nil nil" },
{ "local t = {} for i = 1, 4 do t[shown(i, 1)] = i end return #t, table.concat(t, ' '),"
  .. " display((next(t)))", "4 1 2 3 4 0" },
-- (integers that move to the array part have none there)
{ "local t, c, d = {}, 0, 0 for i = 8, 1, -1 do t[shown(i, 1 + i % 7)] = i end"
  .. " for k, v in pairs(t) do c = c + (k == v and t[v] == v and 1 or 0) d = d + display(k) end"
  .. " return c, #t, d", "8 8 0" },
{ "local t = { 'a', 'b', 'c' } return next(t, shown(1, 5)), next(t, shown(3, 2))", "2 nil" },
{ "local t, c = {}, 0 for i = 1, 99 do t[shown(i << 33, i & 7)] = i end"
  .. " for i = 1, 99 do local k = i << 33"
  .. " c = c + (t[k] == i and t[shown(k, i + 1 & 7)] == i and 1 or 0) end"
  .. " return c", "99" },
{ "local t, c, k = {}, 0 for i = 1, 50 do t[shown(i << 33, 5)] = 1 end"
  .. " repeat k = next(t, k and k + 0) c = c + 1 until not k return c", "51" },
{ "local t, c, k = {}, 0 for i = 1, 50 do t[i << 33] = 1 end"
  .. " repeat k = next(t, k and shown(k, 3)) c = c + 1 until not k return c", "51" },
{ "local t = {} t[s] = 1 t.x = 2 local c = 0 for k in pairs(t) do t[k] = nil collectgarbage()"
  .. " c = c + 1 end return c, next(t)", "2 nil" },
{ "local t = { [s] = 1 } local k = next(t) return next(t, p), next(t, s), k == p", "nil nil true" },
{ "return select(2, pcall(next, {}, n))", "invalid key to 'next'" },
{ "local t = setmetatable({}, { __mode = 'k' }) t[s] = 1 collectgarbage() return t[p]", "1" },
{ "local t = { shown(3, 1), shown(1, 2), 2 } table.sort(t) return t[1], t[2], t[3]",
  "<2:1> 2 <1:3>" },
{ "local t = table.move({ n, s }, 1, 2, 3, {}) return t[3], t[4]", "<3:10> <0123456789abcdef>" },
{ "local t = table.pack(n, s) return t.n, table.unpack(t)", "2 <3:10> <0123456789abcdef>" },
{ "local t = {} table.insert(t, shown(1, 4), n) return t[1], table.remove(t)", "<3:10> <3:10>" },
-- wherever values are kept they keep it
{ "local function f() return n, s end local a, b = f() return a, b", "<3:10> <0123456789abcdef>" },
{ "local function f(...) return ... end return f(n, s)", "<3:10> <0123456789abcdef>" },
{ "local c = coroutine.wrap(function(a) local b = coroutine.yield(a) return b end)"
  .. " return c(n), c(s)", "<3:10> <0123456789abcdef>" },
{ "return select(2, pcall(error, n)), select(2, pcall(error, s, 0))",
  "<3:10> <0123456789abcdef>" },
{ "return math.max(n, 3), math.min(n, 30), tonumber(n), (assert(n)), (rawget({ n }, 1))",
  "<3:10> <3:10> <3:10> <3:10> <3:10>" },
{ "local up = n local function f() up = up + 1 return up end return up, f(), up", "<3:10> 11 11" },
-- where they become text
{ "return tostring(n), tostring(s), display(tostring(n)), display(tostring(s))",
  "<3:10> <0123456789abcdef> 0 0" },
{ "return n .. '', '' .. n, n .. n, 'a' .. n .. 'b' .. n",
  "<3:10> <3:10> <3:10><3:10> a<3:10>b<3:10>" },
{ "return s .. '', '' .. s, s .. s, 'a' .. s .. 1", "<0123456789abcdef> <0123456789abcdef> "
  .. "<0123456789abcdef><0123456789abcdef> a<0123456789abcdef>1" },
{ "return #(s .. ''), display(s .. ''), display('' .. s), display(n .. '')", "18 0 0 0" },
{ "local a, b = s, n local c = a .. b return a, b, c == '<0123456789abcdef><3:10>', #a, b + 1",
  "<0123456789abcdef> <3:10> true 16 11" },
{ "return string.format('%s %s|%8s|%.2s', n, s, n, n)", "<3:10> <0123456789abcdef>|  <3:10>|<3" },
{ "return table.concat({ n, s, 1 }, ' ', 1, 3)", "<3:10> <0123456789abcdef> 1" },
{ "local t = { n, s } table.concat(t) return t[1] + 1, #t[2]", "11 16" },
{ "return (('x y'):gsub('x', s)), (('x'):gsub('x', { x = s })), (('x'):gsub('.', n))",
  "<0123456789abcdef> y <0123456789abcdef> <3:10>" },
{ "return ('x'):gsub('x', function() return s end)", "<0123456789abcdef> 1" },
{ "return string.len(n), string.rep(n, 2), string.byte(n)", "6 <3:10><3:10> 60" },
{ "return load('return ' .. tostring(n + 0))(), load(address 'return 1 --xxxx')()", "10 1" },
{ "return tonumber(address '0000000000000012'), address '0000000000000012' + 1", "12 13" },
{ "return setmetatable({}, { __tostring = function() return s end })", "<0123456789abcdef>" },
{ "return setmetatable({}, { __tostring = function() return 'a' .. n end })", "a<3:10>" },
{ "return rawequal(tostring(p), p), tostring(10) == '10'", "true true" },
{ "return totext(n), totext(s), totext('a'), totext(5), totext(nil)",
  "<3:10> <0123456789abcdef> a 5 nil" },
}

for _, case in ipairs(cases) do
  case[3], case[1] = case[1], prelude:gsub("%s+", " ") .. case[1]
end
return cases
