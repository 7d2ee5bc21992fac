-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- Prints a list of all scripts that are changed at random, as a Lua table: the corpus and the
-- examples.   lua5.4 collect.lua CORPUS EXAMPLE...   CORPUS is a folder as prepare/corpus makes.
local corpus = ...
package.path = corpus .. "/?.lua"
local run = require "run"

print "return {"
for _, case in ipairs(run.cases(corpus)) do
  print(("%q,"):format(run.compose(case)))
end
for i = 2, #arg do
  local file = assert(io.open(arg[i]))
  print(("%q,"):format(file:read "a"))
  file:close()
end
print "}"
