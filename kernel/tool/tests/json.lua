-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- json.lua FILE: prints "valid", or where the file stops being JSON (whole numbers only).

local s = io.open(arg[1]):read("a")
local value

local function skip(i)
  return s:find("[^ \t\r\n]", i) or #s + 1
end

local function string_at(i)
  assert(s:sub(i, i) == '"', "no string at " .. i)
  i = i + 1
  while s:sub(i, i) ~= '"' do
    assert(i <= #s and s:byte(i) >= 32, "bad string at " .. i)
    if s:match("^\\u%x%x%x%x", i) then
      i = i + 6
    elseif s:sub(i, i) == "\\" then
      assert(s:match('^["\\/bfnrt]', i + 1), "bad escape at " .. i)
      i = i + 2
    else
      i = i + 1
    end
  end
  return i + 1
end

local function items(i, close, item)
  i = skip(i + 1)
  if s:sub(i, i) == close then
    return i + 1
  end
  while true do
    i = skip(item(skip(i)))
    if s:sub(i, i) == close then
      return i + 1
    end
    assert(s:sub(i, i) == ",", "no comma at " .. i)
    i = i + 1
  end
end

local function member(i)
  i = skip(string_at(i))
  assert(s:sub(i, i) == ":", "no colon at " .. i)
  return value(i + 1)
end

function value(i)
  i = skip(i)
  local c = s:sub(i, i)
  if c == "{" then
    return items(i, "}", member)
  elseif c == "[" then
    return items(i, "]", value)
  elseif c == '"' then
    return string_at(i)
  end
  local word = s:match("^%-?%d+", i) or s:match("^%l+", i)
  assert(word and (tonumber(word) or word == "true" or word == "false" or word == "null"),
    "no value at " .. i)
  return i + #word
end

assert(skip(value(1)) == #s + 1, "more after the value")
assert(utf8.len(s), "no UTF-8")
print("valid")
