# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# Bad input, of scripts and of packets: each is a clear error, and the traffic goes on.

net_up
modprobe klua_netfilter
pings() { in_client ping -q -c 1 -W 1 10.0.0.2 >/dev/null 2>&1 && echo arrived || echo lost; }
loaded() { klua list 2>/dev/null | grep -c "^$1[ :]" || true; }

# ---- a script that names no field ----

file=$(script <<-'END'
	function filter(hdr)
	  return hdr.ip.ttll > 1
	end
END
)
in_server klua load bad "$file" --attach netfilter.filter:proto=icmp
is 'a wrong field: the packet arrives' arrived "$(pings)"
is 'a wrong field: counted' 1 "$(counter bad defaulted)"
like 'a wrong field: file, line, the nearest name' \
	"*$file:2: ipv4 has no field 'ttll' (nearest: 'ttl')*" "$(klua stats bad)"
klua stop bad

# ---- packets too short, and not linear ----

file=$(script <<-'END'
	local ipv4 = require "ipv4"
	function filter(hdr, pld)
	  size = #pld
	  first, why = ipv4(pld)
	  first = first and first.ttl
	  local last = ipv4(pld, size - 20)
	  ttl = last and last.ttl
	  return true
	end
END
)
in_server klua load sizes "$file" --attach netfilter.filter:proto=udp,dport=5000
sized() { # SIZE WANTED: of size, first, why; the byte of ttl is 'a'
	dd if=/dev/zero bs="$1" count=1 2>/dev/null | tr '\0' a | send 10.0.0.2 5000
	is "a payload of $1 bytes" "$(printf '%s' "$2")" "$(eval_in sizes 'return size, first, why, ttl')"
}
sized 1 "$(printf '1\tnil\tipv4: needs 20 bytes at offset 0, block has 1\tnil')"
sized 19 "$(printf '19\tnil\tipv4: needs 20 bytes at offset 0, block has 19\tnil')"
sized 20 "$(printf '20\t97\tnil\t97')"
sized 65507 "$(printf '65507\t97\tnil\t97')"
is 'no size is an error' 0 "$(klua stats --json sizes | grep -c '"failed": [1-9]')"
klua stop sizes

# ---- scripts that cannot be loaded ----

cat >/tmp/drop.lua <<'END'
function filter() return false end
END
cat >/tmp/broken.lua <<'END'
function filter()
  return = false
end
END
refuses 'a syntax error: file and line' "klua: /tmp/broken.lua:2: unexpected symbol near '='" \
	klua load broken /tmp/broken.lua --attach netfilter.filter:proto=icmp
is 'a syntax error: nothing stays' 0 "$(loaded broken)"
is 'a syntax error: the traffic goes on' arrived "$(pings)"
refuses 'a script that is missing' 'klua: /tmp/none.lua: No such file or directory' \
	klua load none /tmp/none.lua
in_server klua load drop /tmp/drop.lua --attach netfilter.filter:proto=icmp
is 'a filter that drops' lost "$(pings)"
refuses 'reloaded with a syntax error' "klua: /tmp/broken.lua:2: *" \
	in_server klua reload drop /tmp/broken.lua
is 'it still drops' lost "$(pings)"
refuses 'reloaded with a script that is missing' 'klua: /tmp/none.lua: No such file or directory' \
	in_server klua reload drop /tmp/none.lua
is 'it drops as before' lost "$(pings)"
klua stop drop
is 'and stopped it does not' arrived "$(pings)"

# ---- a binding that is not loaded ----

cat >/tmp/needs.lua <<'END'
require "acpi"
print("loaded")
END
module=$(find /lib/modules -name klua_acpi.ko | head -n 1)
rmmod klua_acpi 2>/dev/null || true
mv "$module" /tmp/klua_acpi.ko
depmod
refuses 'a binding that cannot be loaded: what to run' '*modprobe klua_acpi*' klua /tmp/needs.lua
is 'a binding that cannot be loaded: the traffic goes on' arrived "$(pings)"
mv /tmp/klua_acpi.ko "$module"
depmod
is 'a binding that was not loaded is, when required' loaded "$(klua /tmp/needs.lua 2>&1)"
net_down
