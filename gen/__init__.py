# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The generator: turns specs into bindings."""
