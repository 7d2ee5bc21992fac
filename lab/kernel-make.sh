# SPDX-License-Identifier: GPL-2.0-only OR MIT
# shellcheck shell=bash
#
# How the lab builds kernels of its own, each in a folder of the cache named after its version and
# configuration. Who includes this has set tool, arch (for make), config (the file of what shall be
# on) and flags (more words for make).
#
# In the folder: kdir (for modules: make -C kdir M=…), release (what its uname -r says),
# build.log.

# shellcheck disable=SC2154 # set by who includes this
say() { echo "$tool: $*" >&2; }

# Sets src, key, cache, dir for VERSION below the cache's folder KIND.
kernel_place() { # KIND VERSION
	local lab
	lab=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
	src=$("$lab/kernel-source" "$2")
	key=$({
		basename "$src"
		cat "$config"
		echo "${flags[@]}"
		gcc --version | head -n 1
	} | sha256sum | cut -c 1-12)
	cache=${XDG_CACHE_HOME:-$HOME/.cache}/klua/$1
	dir=$cache/$2-$key
	mkdir -p "$cache"
}

# Builds the named targets of a kernel that has what $config says and little else.
kernel_compile() { # FILES TARGET...: about so many are compiled
	local log=$dir/build.log kdir=$dir/kdir total=$1 seen pid
	shift
	make -s -C "$src" ARCH="$arch" O="$kdir" KCONFIG_ALLCONFIG="$config" \
		allnoconfig >"$log" 2>&1 || return 1
	if grep '^CONFIG_[A-Z0-9_]*=[ym]$' "$config" | grep -vxFf "$kdir/.config" >>"$log"; then
		echo "these lines of $(basename "$config") did not come into force" >>"$log"
		return 1
	fi
	make -s -C "$kdir" ARCH="$arch" -j2 "${flags[@]}" "$@" >>"$log" 2>&1 &
	pid=$!
	while kill -0 "$pid" 2>/dev/null; do
		for _ in {1..10}; do
			kill -0 "$pid" 2>/dev/null || break
			sleep 1
		done
		# Who waits for a sign of life shall get one only when there is life.
		[[ $(find "$kdir" -newermt '-10 seconds' -type f -print -quit) ]] || continue
		seen=$(find "$kdir" -name '*.o' | wc -l)
		((seen <= total)) || seen=$total
		say "compiled $seen of about $total files, ${SECONDS}s"
	done
	wait "$pid" || return 1
	make -s -C "$kdir" ARCH="$arch" kernelrelease >"$dir/release"
}

# Modules need headers, scripts and Module.symvers.
kernel_strip() {
	local kdir=$dir/kdir
	find "$kdir" \( -name '*.o' -o -name '*.a' \) -not -path "$kdir/scripts/*" -delete
	rm -f "$kdir"/.tmp_vmlinux* "$kdir/vmlinux"
}

# The kernel in $dir, built by the function build when it is absent.
kernel_cached() {
	[[ ! -f $dir/ready ]] || return 0
	exec 9>"$cache/lock"
	flock 9
	[[ ! -f $dir/ready ]] || return 0
	rm -rf "$dir"
	mkdir -p "$dir/kdir"
	build || {
		tail -n 30 "$dir/build.log" >&2
		say "failed; the whole log is $dir/build.log"
		exit 1
	}
	touch "$dir/ready"
	say "ready in ${SECONDS}s"
}

# Writes kdir's Makefile: whoever makes modules shall not have to say what kernel it is. Each line
# given precedes the source's own Makefile. A macro with the key among them has a folder of modules
# compiled anew after a change of kernels, whose release is the same.
kernel_makefile() { # LINE...
	local file=$dir/kdir/Makefile text
	text=$(printf '%s\n' "$@" "include $src/Makefile")
	[[ $(<"$file") == "$text" ]] || {
		echo "$text" >"$file.$$"
		mv "$file.$$" "$file"
	}
}
