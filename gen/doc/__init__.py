# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""The pages of bindings for the browser and the terminal."""
