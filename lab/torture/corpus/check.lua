-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Every case of the corpus, in each place from where the kernel enters scripts: the guard that must
-- stop it did, with the error that it must give, nothing leaked, and so much of the stack was left.
-- Prints TAP without a plan. With less than ten minutes, each case is in one place, which the seed
-- and its number choose; with less than three, so are the cases: some of them.
--   lua5.4 check.lua FOLDER LEAST-STACK SEED SECONDS
local folder, least, seed, seconds = ...
least, seed, seconds = tonumber(least), math.tointeger(seed), tonumber(seconds)
package.path = folder .. "/?.lua;/lab/?.lua"
local run, tap = require "run", require "tap"

io.stdout:setvbuf "line"
local texts = {budget = "instruction budget spent", memory = "not enough memory"}

local function one_of(text, choices)
  for choice in choices:gmatch("[^|]+") do
    if text:find(choice) then return true end
  end
  return false
end

-- What is wrong with an answer, or nil.
local function wrong(case, r)
  local cause = case.cause or "ok"
  if not ("|" .. cause .. "|"):find("|" .. r.cause .. "|", 1, true) then
    return "stopped by " .. r.cause .. " (" .. r.text .. "), not by " .. cause
  elseif r.cause == "ok" then
    local value = case.value
    -- Where frames are large, the second threshold may come before the handler's first call.
    local second = case.file == "stack" and r.text:find("error in error handling", 1, true)
    if value and value ~= "ok" and not second and not r.text:find(value, 1, true) then
      return "gave " .. r.text .. ", not " .. value
    end
  else
    local expected = case.error or texts[r.cause] or "."
    if not one_of(r.text, expected) then return "said " .. r.text .. ", not " .. expected end
  end
  return run.harm(r, least)
end

-- What the VM really has, as "string.rep", and what of it no case calls.
local function uncalled()
  local called, has, missing = {}, {}, {}
  for _, case in ipairs(run.cases(folder)) do called[case.call or ""] = true end
  local list = [[
    local names, seen = {}, {}
    local function walk(t, prefix)
      if seen[t] then return end
      seen[t] = true
      for k, v in pairs(t) do
        if type(v) == 'function' then names[#names + 1] = prefix .. k
        elseif type(v) == 'table' then walk(v, (prefix .. k .. '.'):gsub('^_G%.', '')) end
      end
    end
    walk(_G, '') walk(require 'luadata', 'luadata.')
    table.sort(names) names = table.concat(names, ' ') .. ' '
  ]]
  local text, piece = ""
  repeat
    piece = run.script({}, run.compose {setup = list,
      code = ("return names:sub(%d, %d)"):format(#text + 1, #text + 400)}).text
    text = text .. piece
  until #piece < 400
  for name in text:gmatch "%S+" do
    has[#has + 1] = name
    if not called[name] then missing[#missing + 1] = name end
  end
  return #has, missing
end

local count, missing = uncalled()
tap.point(count > 80 and #missing == 0,
  ("each of the %d functions of the libraries occurs"):format(count),
  "expected: a case for each of more than 80", "got: none for " .. table.concat(missing, ", "))

local step = seconds < 180 and 180 // math.max(seconds, 10) or 1
local scripts, stack = 0, math.maxinteger
local function chosen(number, case)
  local all = {}
  for _, place in ipairs(run.places) do
    if not case.context or case.context == place.context then all[#all + 1] = place end
  end
  return seconds >= 600 and all or {all[(seed + number) // step % #all + 1]}
end

for number, case in ipairs(run.cases(folder)) do
  if (seed + number) % step ~= 0 then goto continue end
  local faults = {}
  for _, place in ipairs(chosen(number, case)) do
    local o = {context = place.context, where = place.where, counted = not case.failed,
      budget = case.budget or 20000, memory = case.memory or 4 << 20,
      entries = case.entries or (case.code:find "escaped" and 2 or 1)}
    local r = run.script(o, run.compose(case, place.context))
    local fault = wrong(case, r)
    if fault then
      faults[#faults + 1] = ("%s, %s: %s"):format(place.context, place.where, fault)
    end
    scripts = scripts + 1
    if r.left >= 0 then stack = math.min(stack, r.left) end
  end
  tap.point(#faults == 0, case.file .. ": " .. case.name:gsub("%s+", " "), table.unpack(faults))
  ::continue::
end
print(("# tried: corpus: %d hostile scripts, each stopped by its guard; %d bytes of stack left "
    .. "at the least")
  :format(scripts, stack))
