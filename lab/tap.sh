# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=sh
#
# TAP of shell scripts, on the host and in guests, where this is /lab/tap.sh.

topic='' # what precedes the names of tests
again='' # the command that repeats them
count=0
failures=0

ok() { # NAME
	count=$((count + 1))
	echo "ok $count - ${topic:+$topic: }$1"
}
not_ok() { # NAME WANTED GOT
	count=$((count + 1))
	failures=$((failures + 1))
	echo "not ok $count - ${topic:+$topic: }$1"
	printf '%s\n' "$2" | sed 's/^/  # expected: /'
	printf '%s\n' "$3" | sed 's/^/  # got: /'
	[ -z "$again" ] || echo "# repeat: $again"
}
skip() { # NAME REASON
	count=$((count + 1))
	echo "ok $count - ${topic:+$topic: }$1 # SKIP $2"
}
is() { # NAME WANTED GOT
	if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$@"; fi
}
like() { # NAME PATTERN-OF-CASE GOT
	# shellcheck disable=SC2254 # a pattern is what is wanted
	case $3 in
	$2) ok "$1" ;;
	*) not_ok "$@" ;;
	esac
}
at_least() { # NAME LEAST GOT
	if [ "${3:-0}" -ge "$2" ]; then ok "$1"; else not_ok "$1" "at least $2" "${3:-nothing}"; fi
}
# What a command leaves running may still hold its output: it is not waited for.
succeeds() { # NAME COMMAND...
	name=$1 said=$(mktemp)
	shift
	if "$@" >"$said" 2>&1; then ok "$name"; else not_ok "$name" "status 0 of $*" "$(cat "$said")"; fi
	rm -f "$said"
}
refuses() { # NAME PATTERN-OF-THE-MESSAGE COMMAND...: status 1 and a message
	name=$1 pattern=$2
	shift 2
	status=0
	said=$("$@" 2>&1) || status=$?
	if [ $status -ne 1 ]; then
		not_ok "$name" "status 1 of $*" "status $status: $said"
	else
		like "$name" "$pattern" "$said"
	fi
}
plan() { # the last line; status 0 when all is well
	echo "1..$count"
	[ "$failures" -eq 0 ]
}

# The TAP of another program, numbered on, without its plan: `planned` is set when it had one.
pass_on() { # FILE [PREFIX-OF-NAMES [COMMAND]]: what repeats those that fail
	planned=''
	while IFS= read -r line; do
		case $line in
		'ok '* | 'not ok '*)
			count=$((count + 1))
			verdict=${line%%ok *}ok
			rest=${line#"$verdict" }
			echo "$verdict $count - ${2-}${rest#* - }"
			if [ "$verdict" != ok ]; then
				failures=$((failures + 1))
				[ -z "${3-}" ] || echo "# repeat: $3"
			fi
			;;
		'1..'*) planned=yes ;;
		'# ended: '*)
			ended=${line#*: }
			return
			;;
		'#'* | ' '*) printf '%s\n' "$line" ;;
		*) printf '# %s\n' "$line" ;;
		esac
	done <"$1"
}

# Runs a program and passes its TAP on, whatever it leaves running; it fails without a plan.
apart() { # COMMAND...
	[ -p /run/apart ] || mkfifo /run/apart
	{
		"$@" 2>/tmp/apart.err
		echo "# ended: $?"
	} >/run/apart &
	pass_on /run/apart
	[ "$planned" ] ||
		not_ok 'runs to its end' 'a plan' "status $ended; $(tail -n 5 /tmp/apart.err)"
	tail -n 20 /tmp/apart.err | sed 's/^/# stderr: /'
}

# ---- the TAP that a guest printed, in a file: what the guest could not report ----

# A failure, with the begin of what lab/guest found in the kernel log beside TAP.
one_more() { # TAP NAME STATUS COMMAND [OF]
	n=$(($(grep -cE '^(not )?ok ' "$1" || true) + 1))
	sed -i '/^1\.\./d' "$1"
	{
		echo "not ok $n - $2"
		echo "  # status $3 of ${5-lab/guest}"
		[ "$3" -ne 99 ] || head -n 30 "${1%.tap}.faults" | sed 's/^/  # /'
		echo "# repeat: $4"
		echo "1..$n"
	} | tee -a "$1"
}

# Adds what failed when lab/guest ended with STATUS and no test says so, or with a fault in the
# kernel log (99), whatever the tests say; COMMAND repeats it.
close_tap() { # TAP STATUS COMMAND
	if ! grep -q '^1\.\.' "$1"; then
		one_more "$1" 'the guest ends all tests' "$2" "$3"
	elif [ "$2" -eq 99 ] || { [ "$2" -ne 0 ] && ! grep -q '^not ok' "$1"; }; then
		one_more "$1" 'the kernel log is clean' "$2" "$3"
	fi
}
