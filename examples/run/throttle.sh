# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Governs CPU 1 with examples/throttle.lua: frequency in force (kHz) while it is idle, busy, and idle again.
name=throttle
. examples/run/governor
