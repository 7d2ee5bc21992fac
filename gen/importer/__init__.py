# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen import: a first spec from the types of a kernel."""
