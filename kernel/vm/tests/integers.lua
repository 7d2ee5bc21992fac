-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Integers only: operators, constant folding, literals, conversions.
local t = dofile "lab/tap.lua"
local is, raises, syntax = t.equal, t.raises, t.syntax
local max, min = math.maxinteger, math.mininteger

-- the operands in variables: no constant folding
local function div(a, b) return a / b end
local function idiv(a, b) return a // b end
local function mod(a, b) return a % b end
local function pow(a, b) return a ^ b end

is(7 / 2, 3, "7/2, folded")
is(-7 / 2, -4, "-7/2, folded")
is(div(7, 2), 3, "7/2")
is(div(-7, 2), -4, "-7/2 is floored")
is(div(7, -2), -4, "7/-2 is floored")
is(div(-7, -2), 3, "-7/-2")
is(div(6, -3), -2, "6/-3 is exact")
is(idiv(-7, 2), -4, "-7//2")
is(div(min, -1), min, "the smallest integer by -1 wraps")
is(math.mininteger / -1, min, "the smallest integer by -1, constant divisor")
is(0x8000000000000000 / -1, min, "the smallest integer by -1, folded")
is(0x8000000000000000 % -1, 0, "the smallest integer modulo -1, folded")
is(mod(min, -1), 0, "the smallest integer modulo -1")
is(mod(-7, 3), 2, "-7 % 3")
is(mod(7, -3), -2, "7 % -3")
raises("attempt to perform 'n//0'", "1/0", div, 1, 0)
raises("attempt to perform 'n//0'", "1//0", idiv, 1, 0)
raises("attempt to perform 'n%0'", "1%0", mod, 1, 0)
raises("integers.lua:32: attempt", "1/0 in constants compiles, raises with a position",
  function() return 1 / 0 end)
raises("attempt to perform 'n%0'", "1%0 in constants", function() return 1 % 0 end)

is(pow(2, 10), 1024, "2^10")
is(2 ^ 10, 1024, "2^10, folded")
is(pow(-3, 3), -27, "(-3)^3")
is(pow(0, 0), 1, "0^0")
is(pow(2, 63), min, "2^63 wraps")
is(pow(2, 64), 0, "2^64 wraps")
is(pow(3, 39), 4052555153018976267, "3^39")
is(pow(3, 41), -420491770248316829, "3^41 wraps")
raises("'n^-1' (negative exponent", "2^-1", pow, 2, -1)
raises("'n^-2' (negative exponent", "2^-2 in constants", function() return 2 ^ -2 end)
is("10" / 4, 2, "strings are coerced, and divided as integers")
is("0x10" + 0, 16, "a hexadecimal string")
is(10 // "3", 3, "a string divisor")
raises("'n^-1'", "a string exponent", function() return 2 ^ "-1" end)

is(max + 1, min, "addition wraps")
is(min - 1, max, "subtraction wraps")
is(max * 2, -2, "multiplication wraps")
is(-min, min, "negation wraps")
is(7 & 3 | 8 ~ 1, 11, "bitwise operators")
is(1 << 63, min, "shift left")
is(-1 >> 63, 1, "shift right is logical")
is(1 << 64, 0, "shift by the width")

syntax("x = 3.5", "chunk:1: fractional number '3.5' is not supported: integers only", "3.5")
syntax("\nx = .5", "chunk:2: fractional number '.5' is not supported: integers only", ".5")
syntax("x = 3.", "chunk:1: fractional number '3.' is not supported: integers only", "3.")
syntax("x = 0x1.8", "chunk:1: fractional number '0x1.8' is not supported: integers only", "0x1.8")
syntax("x = 1e3", "chunk:1: exponent number '1e3' is not supported: integers only", "1e3")
syntax("x = 1E-3", "chunk:1: exponent number '1E-3' is not supported: integers only", "1E-3")
syntax("x = 0x1p4", "chunk:1: exponent number '0x1p4' is not supported: integers only", "0x1p4")
syntax("x = 2.5e3", "chunk:1: fractional number '2.5e3' is not supported: integers only", "2.5e3")
syntax("x = 9223372036854775808",
  "chunk:1: number '9223372036854775808' does not fit in 64 bits", "one too large")
syntax("x = 3x", "chunk:1: malformed number near '3x'", "3x")
syntax("x = 1e", "chunk:1: malformed number near '1e'", "1e")
syntax("x = 1..2", "chunk:1: malformed number near '1..2'", "1..2")
is(9223372036854775807, max, "the largest literal")
is(0xffffffffffffffff, -1, "hexadecimal wraps")
is(0x1ffffffffffffffff, -1, "longer hexadecimal wraps")

is(tonumber("3.5"), nil, "tonumber of a fraction")
is(tonumber("1e3"), nil, "tonumber with an exponent")
is(tonumber("99999999999999999999"), nil, "tonumber too large")
is(tonumber("-9223372036854775808"), min, "tonumber of the smallest")
is(tonumber(" 0x10 "), 16, "tonumber of hexadecimal")
is(tonumber("10", 2), 2, "tonumber with a base")
is(tonumber("inf"), nil, "no inf")
is(tonumber("nan"), nil, "no nan")
is(tostring(-5), "-5", "tostring")
is(10 .. "", "10", "concatenation")
is(math.type(1), "integer", "math.type")
is(math.type("1"), nil, "math.type of a string")

is(string.format("%5d|%-5d|%05d|%x|%i", 42, 42, 42, 255, -1), "   42|42   |00042|ff|-1", "format")
is(string.format("%q", min), "0x8000000000000000", "%q of the smallest")
for c in ("aAeEfgG"):gmatch(".") do
  raises("is not supported: integers only", "format %" .. c, string.format, "%" .. c, 1)
end
for c in ("fdn"):gmatch(".") do
  raises("is not supported: integers only", "pack " .. c, string.pack, c, 1)
  raises("is not supported: integers only", "unpack " .. c, string.unpack, c, "12345678")
  raises("is not supported: integers only", "packsize " .. c, string.packsize, c)
end
is(string.pack(">I2i1", 258, -1), "\1\2\255", "pack integers")
is(select(2, string.unpack("<i8i8", string.pack("<i8i8", 1, min))), min, "unpack integers")

is(math.floor(5), 5, "floor")
is(math.ceil(-5), -5, "ceil")
is(math.abs(-5), 5, "abs")
is(math.abs(min), min, "abs of the smallest wraps")
is(math.fmod(-7, 3), -1, "fmod truncates")
is(math.fmod(min, -1), 0, "fmod by -1")
raises("(zero)", "fmod by 0", math.fmod, 1, 0)
is(math.max(1, 3, 2), 3, "max")
is(math.min(2, 1, 3), 1, "min")
is(math.ult(1, -1), true, "ult")
is(math.tointeger("8"), 8, "tointeger of a string")
is(math.tointeger("x"), nil, "tointeger of no number")
for _, name in ipairs { "pi", "huge", "sqrt", "sin", "cos", "tan", "exp", "log", "modf", "deg",
  "rad", "asin", "acos", "atan" } do
  is(math[name], nil, "no math." .. name)
end
math.randomseed(42)
local a, b = math.random(1000), math.random(1000)
math.randomseed(42)
is(math.random(1000), a, "randomseed repeats")
is(math.random(1000), b, "randomseed repeats again")
is(math.random(5, 5), 5, "random of one value")
raises("interval is empty", "random of nothing", math.random, 2, 1)
raises("gives a fraction", "random without arguments", math.random)

local n = 0
for i = 1, 10, 3 do n = n + i end
is(n, 22, "a numeric for")
n = 0
for i = 3, 1, -1 do n = n * 10 + i end
is(n, 321, "a numeric for, down")
n = 0
for _ = max - 1, max do n = n + 1 end
is(n, 2, "a numeric for up to the largest integer ends")
n = 0
for _ = min, min + 2, 2 do n = n + 1 end
is(n, 2, "a numeric for from the smallest integer")
raises("'for' step is zero", "step 0", function() for _ = 1, 2, 0 do end end)
raises("bad 'for' initial value", "for from a table", function() for _ = {}, 2 do end end)
raises("bad 'for' limit", "for to nil", function() for _ = 1, nil do end end)
