# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""What the files of a kernel tell: types, headers, exported symbols."""
