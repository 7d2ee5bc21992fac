# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""From the IR to files: C, annotations, pages."""
