# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Runs examples/hello.lua in the guest's kernel.
set -ex
modprobe klua
klua examples/hello.lua
