# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
# What the suites share: checks that print TAP.

number=0
suite=
HOME=/root
export HOME

bail() {
	echo "not ok 1 - $1"
	echo "1..1"
	exit 1
}

finish() { echo "1..$number"; }

indent() { while IFS= read -r line; do printf '# %s\n' "$line"; done <<<"$1"; }

# result NAME EXPECTED GOT
result() {
	number=$((number + 1))
	if [[ $2 == "$3" ]]; then
		echo "ok $number - $suite: $1"
		return
	fi
	echo "not ok $number - $suite: $1"
	echo "# expected:"
	indent "$2"
	echo "# got:"
	indent "$3"
	echo "# repeat: kernel/tool/tests/run $suite"
}

# expect NAME STATUS OUTPUT COMMAND...: what it prints, on both streams, and its exit status
expect() {
	local name=$1 status=$2 output=$3 got got_status=0
	shift 3
	got=$("$@" 2>&1) || got_status=$?
	result "$name" "$output"$'\n'"status $status" "$got"$'\n'"status $got_status"
}

# first NAME STATUS LINE COMMAND...: the first line that it prints
first() {
	local name=$1 status=$2 line=$3 got got_status=0
	shift 3
	got=$("$@" 2>&1) || got_status=$?
	result "$name" "$line"$'\n'"status $status" "${got%%$'\n'*}"$'\n'"status $got_status"
}

# matches NAME PATTERN COMMAND...: a line that it prints matches, whatever the status
matches() {
	local name=$1 pattern=$2 got
	shift 2
	got=$("$@" 2>&1)
	if grep -qE -- "$pattern" <<<"$got"; then
		result "$name" "$pattern" "$pattern"
	else
		result "$name" "a line like $pattern" "$got"
	fi
}

# as_lua NAME ARG...: klua and lua5.4 print the same and end with the same status; of an error the first line counts
as_lua() {
	local name=$1 lua klua lua_status=0 klua_status=0
	shift
	lua=$(lua5.4 "$@" 2>errors_of_lua) || lua_status=$?
	klua=$(klua "$@" 2>errors_of_klua) || klua_status=$?
	result "$name" "$lua"$'\n'"$(sed -n '1s/^lua5.4: /klua: /p' errors_of_lua)"$'\n'"status $lua_status" \
		"$klua"$'\n'"$(head -n 1 errors_of_klua)"$'\n'"status $klua_status"
}

stop_all() {
	klua list --json | lua5.4 -e 'for n in io.read("a"):gmatch([["name": "([^"]*)"]]) do print(n) end' |
		while read -r name; do klua stop "$name"; done
}

# A check of JSON that needs nothing but Lua: prints "valid", or where it stops being JSON.
valid_json() {
	lua5.4 - "$@" <<-'END'
	local s = io.open(arg[1]):read("a")
	local value
	local function skip(i) return s:find("[^ \t\r\n]", i) or #s + 1 end
	local function str(i)
	  assert(s:sub(i, i) == '"', "no string at " .. i)
	  i = i + 1
	  while s:sub(i, i) ~= '"' do
	    assert(i <= #s and s:byte(i) >= 32, "bad string at " .. i)
	    if s:sub(i, i) == "\\" then
	      if s:match("^u%x%x%x%x", i + 1) then i = i + 4 else assert(s:match('^["\\/bfnrt]', i + 1), "bad escape at " .. i) end
	      i = i + 1
	    end
	    i = i + 1
	  end
	  return i + 1
	end
	local function items(i, close, item)
	  i = skip(i + 1)
	  if s:sub(i, i) == close then return i + 1 end
	  while true do
	    i = skip(item(skip(i)))
	    if s:sub(i, i) == close then return i + 1 end
	    assert(s:sub(i, i) == ",", "no comma at " .. i)
	    i = i + 1
	  end
	end
	function value(i)
	  i = skip(i)
	  local c = s:sub(i, i)
	  if c == "{" then
	    return items(i, "}", function(j)
	      j = skip(str(j))
	      assert(s:sub(j, j) == ":", "no colon at " .. j)
	      return value(j + 1)
	    end)
	  elseif c == "[" then return items(i, "]", value)
	  elseif c == '"' then return str(i)
	  end
	  local _, e = s:find("^%-?%d+", i)
	  if not e then for _, w in ipairs{"true", "false", "null"} do if s:sub(i, i + #w - 1) == w then e = i + #w - 1 end end end
	  assert(e, "no value at " .. i)
	  return e + 1
	end
	assert(skip(value(1)) == #s + 1, "more after the value")
	assert(utf8.len(s), "no UTF-8")
	print("valid")
	END
}
