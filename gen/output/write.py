# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Write: only what changed; what no spec asks for any more goes; what others wrote stays."""

from __future__ import annotations

import pathlib
import re

# In the first bytes of all that the generator writes.
SIGN = re.compile(rb"Generated[\s*-]+from\b")
SIGN_WITHIN = 1024


def foreign(folder: pathlib.Path, files: dict[str, str]) -> list[str]:
    """Names of files that would be overwritten although somebody else wrote them."""
    return sorted(
        name for name in files if (folder / name).exists() and not _generated(folder / name)
    )


def changes(
    folder: pathlib.Path, files: dict[str, str], whole: bool = True
) -> tuple[list[str], list[str]]:
    """Names of files that differ from what the folder has, and of generated ones that are stale.

    Unless the files are the @whole of what the folder is to have, nothing in it is stale.
    """
    changed = []
    for name in sorted(files):
        path = folder / name
        if not path.exists() or path.read_bytes() != files[name].encode():
            changed.append(name)
    stale = sorted(
        path.name
        for path in folder.glob("*")
        if whole and path.is_file() and path.name not in files and _generated(path)
    )
    return changed, stale


def write(
    folder: pathlib.Path, files: dict[str, str], whole: bool = True
) -> tuple[list[str], list[str]]:
    """Make the folder hold these files; a file that is right keeps its time stamp."""
    folder.mkdir(parents=True, exist_ok=True)
    changed, stale = changes(folder, files, whole)
    for name in changed:
        (folder / name).write_bytes(files[name].encode())
    for name in stale:
        (folder / name).unlink()
    return changed, stale


def _generated(path: pathlib.Path) -> bool:
    with path.open("rb") as file:
        return SIGN.search(file.read(SIGN_WITHIN)) is not None
