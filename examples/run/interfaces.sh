# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Makes an interface, renames it, turns it on and off, takes it away, and shows what was told of it.
set -ex
modprobe klua
klua load interfaces examples/interfaces.lua
ip link add name first type dummy
ip link set first name second
ip link set second up
ip link set second down
ip link del second
klua log interfaces
