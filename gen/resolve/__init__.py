# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""From the tree of a spec to the IR of a binding: functions, callbacks, members of C structs."""
