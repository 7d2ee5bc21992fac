-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Prints what string.format makes of every kind of conversion: stock Lua prints the same.
local integers = { 0, 1, -1, 8, 255, -256, math.mininteger }
local strings = { "", "alo", ("x"):rep(99), ("z"):rep(100), ("s"):rep(5000), "a\0b", 12 }
local values = { s = strings, p = { 1 }, q = { 1 }, n = { 1 } }

local function show(form)
  local shown = {}
  for _, value in ipairs(values[form:sub(-1)] or integers) do
    local ok, text = pcall(string.format, form, value)
    shown[#shown + 1] = ok and #text .. " " .. text:sub(1, 200) or text
    if not ok and value == 1 then break end
  end
  print(form, table.concat(shown, "|"))
end

local flags = { "+ ", " +", "00", "-+ #0-+ #0-+", "-+ #0-+ #0-+ #0-+ #0-+ #0" }
for set = 0, 31 do
  local text = ""
  for i = 1, 5 do
    if set >> (i - 1) & 1 == 1 then text = text .. ("-+ #0"):sub(i, i) end
  end
  flags[#flags + 1] = text
end
for _, flag in ipairs(flags) do
  for _, width in ipairs { "", "7", "99", "100" } do
    for _, precision in ipairs { "", ".", ".0", ".3", ".99", ".100" } do
      for conversion in ("diuoxXcspqn"):gmatch(".") do
        show("%" .. flag .. width .. precision .. conversion)
      end
    end
  end
end

for byte = 0, 255 do
  local c = string.char(byte)
  print(("%q %q %c"):format(c, c .. "1", byte):byte(1, -1))
end
for _, value in ipairs { 0, -1, math.maxinteger, math.mininteger, "1", true, false } do
  print(("%q %s"):format(value, value))
end
for _, form in ipairs { "%", "%d", "%5", "%-", "%.", "%y", "%d%", "%-5" } do
  for _, value in ipairs { 1, "x" } do print(form, pcall(string.format, form, value)) end
end
print(("%d%%%s%5c|"):format(1, "a", 65), ("%x"):format("255"), ("%s"):format(nil))
