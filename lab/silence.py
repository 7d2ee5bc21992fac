# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Tells for how long nothing has come: what hangs is stopped, what a busy machine slows is not."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path


class Silence:
    """Watches files that grow while work goes on."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = list(paths)
        self._sizes = self._look()
        self._since = time.monotonic()

    def _look(self) -> list[int]:
        return [path.stat().st_size if path.exists() else 0 for path in self._paths]

    def broken(self) -> None:
        """Takes it that something has come."""
        self._since = time.monotonic()

    def seconds(self) -> float:
        """Returns how long ago something came last."""
        sizes = self._look()
        if sizes != self._sizes:
            self._sizes = sizes
            self.broken()
        return time.monotonic() - self._since
