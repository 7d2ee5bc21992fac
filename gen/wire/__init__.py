# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""From the tree of a wire format to the IR of its layouts: what lies where."""
