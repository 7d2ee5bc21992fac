# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Reading a spec: text, tree, what the language allows, names and C types."""
