# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
#
# For scripts that unpack Debian packages instead of installing them. The caller sets $cache.

say() { printf 'lab/%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$@"; exit 1; }

# apt with its own lists, so that stale or missing system lists need no root to be replaced.
fresh=()
fresh_lists() {
	[[ ${#fresh[@]} -eq 0 ]] || return 1
	say "refreshing the package lists (private copy)"
	mkdir -p "${cache:?}"/apt/lists/partial "$cache"/apt/archives/partial
	fresh=(-o "Dir::State::Lists=$cache/apt/lists" -o "Dir::Cache=$cache/apt")
	[[ $(id -u) -ne 0 ]] || fresh+=(-o APT::Sandbox::User=root)
	apt-get -qq "${fresh[@]}" update >&2 || true # a source may fail that is none of ours
}

depends() { # the packages that PACKAGE depends on, one a line
	apt-cache "${fresh[@]}" --no-recommends --no-suggests --no-conflicts --no-breaks \
		--no-replaces --no-enhances depends "$1" 2>/dev/null |
		sed -n 's/^ |\{0,1\} *Depends: \([a-z0-9].*\)$/\1/p'
}

download() { # FOLDER PACKAGE... the packages' files into FOLDER, what apt said into FOLDER/log
	local folder=$1
	shift
	(cd "$folder" && apt-get -qq "${fresh[@]}" download "$@" 2>"$folder/log")
}
