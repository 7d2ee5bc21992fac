# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The pieces of lab/bench: what is counted, where it was spent, how it is shown."""
