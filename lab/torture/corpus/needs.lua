-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- In a guest: how much of the stack each function of each binding takes, beyond its glue, and what
-- comes of it where the stack ends. Prints TAP. An interrupt in a call is in what is counted of it:
-- the least of many calls has none, the most, which has to be within bounds, one or a longer way.
local folder = ...
package.path = folder .. "/?.lua;/lab/?.lua"
local run, tap = require "run", require "tap"

-- What calls them; the rest are called without arguments.
local calls = {
  ["acpi.get_temp"] = "acpi.get_temp(0)",
  ["cpufreq.policy"] = "local policy <close> = cpufreq.policy(0)",
  ["cpufreq.times"] = "cpufreq.times(0)",
  ["crc32.le"] = "crc32.le(0, ('x'):rep(4096))",
  ["crc32.be"] = "crc32.be(0, ('x'):rep(4096))",
  ["crc32.c"] = "crc32.c(0, ('x'):rep(4096))",
  ["net_device.get"] = "net_device.get('lo')",
  ["net_device.stats"] = "net_device.stats('lo')",
  ["printk.info"] = "printk.info(('x'):rep(200))",
  ["printk.warn"] = "printk.warn(('x'):rep(200))",
  ["printk.err"] = "printk.err(('x'):rep(200))",
  ["random.bytes"] = "random.bytes(4096)",
  ["rtc.date"] = "rtc.date(951782400)",
  ["rtc.seconds"] = "rtc.seconds(rtc.date(951782400))",
  ["rtc.valid"] = "rtc.valid(rtc.date(951782400))",
  ["rtc.days"] = "rtc.days(1, 2000)",
  ["rtc.read"] = "rtc.read('rtc0')",
  ["system.load"] = "system.load(0)",
  ["thermal.temperature"] = "thermal.temperature('acpitz')",
  ["thermal.slope"] = "thermal.slope('acpitz')",
  ["thermal.offset"] = "thermal.offset('acpitz')",
}
-- Called by a callback of their own alone: how it is attached, what it calls, and what calls it.
local filter = "netfilter.attach{filter = function(_, _, skb) measure(function() return %s end) "
  .. "end, hook = 'local_out', proto = 'udp', priority = 'filter'}"
local datagrams = "bash -c 'for _ in {1..30}; do echo >/dev/udp/127.0.0.1/9; done'"
local inside = {
  ["cpufreq.target"] = {
    "cpufreq.attach{throttle = function(cpu, cur, max, min) "
      .. "measure(cpufreq.target, cpu, cur == max and min or max, '<=') return true end}",
    "cd /sys/devices/system/cpu/cpu0/cpufreq; echo lua >scaling_governor; "
      .. "for _ in $(seq 600); do [ $(klua eval inside 'return calls') -ge 20 ] && break; "
      .. "sleep 0.1; done; "
      .. "echo performance >scaling_governor"},
  ["conntrack.of"] = {filter:format "conntrack.of(skb)", datagrams},
  ["conntrack.state"] = {filter:format "conntrack.state(skb)", datagrams},
}

-- May sleep, so they need more (KLUA_STACK_SLEEPABLE).
local sleeps = {
  ["acpi.get_temp"] = true, ["acpi.zones"] = true, ["cpufreq.target"] = true, ["rtc.read"] = true,
  ["thermal.temperature"] = true, ["thermal.slope"] = true, ["thermal.offset"] = true,
}

-- The bytes that one of @times runs left at the least, what the last one gave, and the most bytes.
local function left(binding, code, times)
  local least, most, r = math.maxinteger, 0
  for _ = 1, times do
    r = run.script({context = "sleepable", budget = 10000000, memory = 4 << 20}, table.concat {
      "local torture, ", binding, " = require 'torture', require '", binding,
      "'\ntorture.sleepable(function() ", code, " end)"})
    least, most = math.min(least, r.left), math.max(most, r.left)
  end
  return least, r, most
end

local function functions(binding)
  local _, r = left(binding, "local names = {} for k, v in pairs(" .. binding .. ") do "
    .. "if type(v) == 'function' and k ~= 'attach' then names[#names + 1] = k end end "
    .. "table.sort(names) return table.concat(names, ' ')", 1)
  assert(r.status == 0, r.text)
  return r.text:gmatch("%S+")
end

-- Where the next nesting in C is an error; what the next level up hears.
local deepest = "local last, said local function f() local ok, e = pcall(f) if ok then return end "
  .. "if last then said = said or e else last = true %s said = 'called' end end "
  .. "f() return tostring(said)"

-- The bytes that a call takes at the least and at the most, painted by the script that a callback
-- calls, and the number of its calls.
local function taken(binding, attach, trigger)
  local file = os.tmpname()
  local script = assert(io.open(file, "w"))
  script:write(([[
    torture, netfilter, %s = require "torture", require "netfilter", require "%s"
    calls, bare, least, most = 0, 0, math.maxinteger, 0
    local function left(f, ...)
      torture.paint()
      f(...)
      return torture.unpainted()
    end
    function measure(f, ...)
      calls, bare = calls + 1, math.max(bare, left(rawlen, ""))
      local full = left(f, ...)
      least, most = math.min(least, full), math.max(most, full)
    end
    ]]):format(binding, binding), attach)
  script:close()
  os.execute("klua load inside " .. file)
  os.execute(trigger)
  local answer = io.popen("klua eval inside 'return bare - most, bare - least, calls'")
  local bytes, most, n = answer:read("n", "n", "n")
  answer:close()
  os.execute("klua stop inside")
  os.remove(file)
  return bytes or -1, most or -1, n or 0
end

local bindings = "acpi conntrack cpufreq cpuidle crc32 net_device printk random rtc system task "
  .. "thermal time"
for binding in bindings:gmatch("%S+") do
  local _, _, base = left(binding, "rawlen('')", 20)
  for name in functions(binding) do
    local full = binding .. "." .. name
    local code = calls[full] or full .. "()"
    local least, r, clean = left(binding, code, 20)
    if inside[full] then
      local bytes, most, n = taken(binding, table.unpack(inside[full]))
      tap.point(n >= 20 and most <= (sleeps[full] and 6144 or 3072),
        ("%s: %d to %d bytes, %d calls"):format(full, bytes, most, n))
    else
      local most = r.status == 0 and base - least or 0
      tap.point(r.status == 0,
        ("%s: %d to %d bytes"):format(full, base - clean, most), r.text)
      least, r = left(binding, deepest:format(code), 1)
      local need = math.tointeger(r.text:match("stack overflow %(%S+ needs (%d+) bytes%)"))
      local refused = r.text:find("stack overflow", 1, true)
      tap.point(r.status == 0 and (refused or r.text == "called") and most <= (need or 3072)
        and least >= 4096 and (need == 6144 or not sleeps[full]), full
        .. ": at the end of the stack, " .. (refused and "refused" or "called") .. ", " .. least
        .. " bytes left")
      if r.status ~= 0 or not refused then print("  # said: " .. r.text) end
    end
  end
end
tap.done()
