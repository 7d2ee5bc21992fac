# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""luagen drift: specs beside the types of several kernels."""
