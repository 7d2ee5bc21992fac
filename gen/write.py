# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Write: only what changed; what no spec asks for any more goes."""

from __future__ import annotations

import pathlib


def changes(folder: pathlib.Path, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Names of files that differ from what the folder has, and of those in it that are stale."""
    changed = []
    for name in sorted(files):
        path = folder / name
        if not path.exists() or path.read_bytes() != files[name].encode():
            changed.append(name)
    stale = sorted(
        path.name for path in folder.glob("*") if path.is_file() and path.name not in files
    )
    return changed, stale


def write(folder: pathlib.Path, files: dict[str, str]) -> tuple[list[str], list[str]]:
    """Make the folder hold exactly these files; a file that is right keeps its time stamp."""
    folder.mkdir(parents=True, exist_ok=True)
    changed, stale = changes(folder, files)
    for name in changed:
        (folder / name).write_bytes(files[name].encode())
    for name in stale:
        (folder / name).unlink()
    return changed, stale
