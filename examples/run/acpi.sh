# SPDX-License-Identifier: GPL-2.0-only OR MIT
# Prints the thermal zones of the guest, the processors' one at 55 degrees Celsius.
set -ex
modprobe klua
lab-temp 0 55
klua examples/acpi.lua
