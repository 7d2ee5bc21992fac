-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Changes scripts token by token.
local words = require "words"

local mutate = {}

local shapes = {
  "^[%a_][%w_]*", "^0[xX]%x+", "^%d[%w]*", "^%.%.%.", "^%.%.", "^//", "^<<", "^>>", "^[=~<>]=",
  "^::", "^%S",
}

-- Where the string or long bracket at a position ends, or nil.
local function text_end(s, at)
  local level = s:match("^%[(=*)%[", at)
  if level then
    return select(2, s:find("]" .. level .. "]", at, true)) or #s
  end
  local quote = s:match("^['\"]", at)
  if not quote then return nil end
  local i = at + 1
  while i <= #s and s:sub(i, i) ~= quote do
    i = i + (s:sub(i, i) == "\\" and 2 or 1)
  end
  return i
end

function mutate.tokens(s)
  local tokens, at = {}, 1
  while true do
    at = s:find("%S", at)
    if not at then return tokens end
    local last = text_end(s, at)
    if s:find("^%-%-", at) then
      last = s:find("^%[=*%[", at + 2) and text_end(s, at + 2) or (s:find("\n", at, true) or #s)
    else
      for _, shape in ipairs(shapes) do
        last = last or select(2, s:find(shape, at))
      end
      tokens[#tokens + 1] = s:sub(at, last)
    end
    at = last + 1
  end
end

local changes = {}

local function some(r, tokens, most)
  local first = r:between(1, #tokens)
  return first, math.min(#tokens, first + r:below(most))
end

function changes.delete(r, tokens)
  local first, last = some(r, tokens, 6)
  table.move(tokens, last + 1, #tokens + last - first + 1, first)
end

local function insert(tokens, new, at)
  table.move(tokens, at, #tokens, at + #new)
  table.move(new, 1, #new, at, tokens)
end

function changes.double(r, tokens)
  local first, last = some(r, tokens, 12)
  insert(tokens, {table.unpack(tokens, first, last)}, last + 1)
end

function changes.swap(r, tokens)
  local a, b = r:between(1, #tokens), r:between(1, #tokens)
  tokens[a], tokens[b] = tokens[b], tokens[a]
end

function changes.splice(r, tokens, others)
  local other = mutate.tokens(r:one(others))
  if #other == 0 then return end
  local first, last = some(r, other, 25)
  insert(tokens, {table.unpack(other, first, last)}, r:between(1, #tokens))
end

-- The places of tokens that match.
local function places(tokens, shape)
  local found = {}
  for i, token in ipairs(tokens) do
    if token:find(shape) then found[#found + 1] = i end
  end
  return found
end

function changes.constant(r, tokens)
  local found = places(tokens, "^[%d'\"]")
  if #found == 0 then return end
  local at = r:one(found)
  local list = tokens[at]:find "^%d" and words.integers or words.strings
  tokens[at] = "(" .. r:one(r:chance(90) and list or words.strings) .. ")"
end

local api = {}
for _, kind in ipairs {"int", "str", "tab", "fn", "bool", "block", "co"} do
  for _, line in ipairs(words.functions[kind]) do
    local name = line:match("^([%l%d]+%.[%l%d]+)") or line:match("^%l+ ") and line:match("^%l+")
    if name and name ~= "field" and not name:find "^l[ai]" then api[#api + 1] = name end
  end
end

function changes.rename(r, tokens)
  local found = places(tokens, "^[%a_]")
  if #found == 0 then return end
  local at = r:one(found)
  if r:chance(50) then
    tokens[at] = tokens[r:one(found)]
  elseif tokens[at - 1] == "." or tokens[at - 1] == ":" then
    tokens[at] = r:one(api):match("%l+$")
  else
    tokens[at] = r:one(r:chance(70) and api or words.fields)
  end
end

function changes.operator(r, tokens)
  local found = places(tokens, "^[-+*/%%&|~<>][<>=/]?$")
  if #found > 0 then tokens[r:one(found)] = r:one(words.binary) end
end

function changes.event(r, tokens)
  local found = places(tokens, "^__%l")
  if #found > 0 then tokens[r:one(found)] = r:one(words.events) end
end

local kinds = {
  "delete", "double", "swap", "splice", "operator", "event", "event", "constant", "constant",
  "constant", "constant", "constant", "constant", "rename", "rename", "rename", "rename",
}

-- One of the scripts, changed in a few places.
function mutate.program(r, scripts)
  local tokens = mutate.tokens(r:one(scripts))
  for _ = 1, r:one {1, 1, 1, 2, 2, 3, 5} do
    if #tokens > 0 then changes[r:one(kinds)](r, tokens, scripts) end
  end
  local lines = {}
  for i = 1, #tokens, 16 do
    lines[#lines + 1] = table.concat(tokens, " ", i, math.min(#tokens, i + 15))
  end
  return table.concat(lines, "\n")
end

return mutate
