# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Options of a DHCP message, wherever they are.
set -ex
modprobe klua
klua examples/dhcp_options.lua
