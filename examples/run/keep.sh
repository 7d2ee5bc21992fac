# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Reads a payload after its packet is gone: an error that says so, and status 1, are what is wanted.
set -ex
modprobe klua
klua load keep examples/keep.lua
ping -c 1 127.0.0.1
if klua eval keep 'return kept:byte(1)'; then exit 1; fi
