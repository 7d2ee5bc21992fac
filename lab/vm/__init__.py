# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The pieces of lab/guest: its file system, its machine, its verdict on the kernel log."""
