# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Writes initramfs archives (cpio "newc"), owned by root whoever writes them."""

import os
import stat
from typing import BinaryIO


class Archive:
    """An initramfs being written. Folders appear by themselves, before what they hold."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._inode = 0
        self._folders: set[str] = set()

    def _entry(self, path: str, mode: int, body: bytes, device: tuple[int, int] = (0, 0)) -> None:
        self._inode += 1
        name = path.strip("/").encode() + b"\0"
        fields = (self._inode, mode, 0, 0, 1, 0, len(body), 0, 0, *device, len(name), 0)
        head = b"070701" + b"".join(b"%08X" % field for field in fields) + name
        self._out.write(head + b"\0" * (-len(head) % 4))
        self._out.write(body + b"\0" * (-len(body) % 4))

    def folder(self, path: str, mode: int = 0o755) -> None:
        path = path.strip("/")
        if not path or path in self._folders:
            return
        self.folder(os.path.dirname(path))
        self._folders.add(path)
        self._entry(path, stat.S_IFDIR | mode, b"")

    def file(self, path: str, body: bytes, mode: int = 0o644) -> None:
        self.folder(os.path.dirname(path.strip("/")))
        self._entry(path, stat.S_IFREG | mode, body)

    def link(self, path: str, target: str) -> None:
        self.folder(os.path.dirname(path.strip("/")))
        self._entry(path, stat.S_IFLNK | 0o777, target.encode())

    def device(self, path: str, major: int, minor: int) -> None:
        self.folder(os.path.dirname(path.strip("/")))
        self._entry(path, stat.S_IFCHR | 0o600, b"", (major, minor))

    def copy(self, path: str, source: str) -> None:
        """Put the host's file or folder SOURCE, links followed, at PATH."""
        if os.path.isdir(source):
            self.folder(path)
            for name in sorted(os.listdir(source)):
                self.copy(f"{path}/{name}", f"{source}/{name}")
            return
        with open(source, "rb") as body:
            mode = os.fstat(body.fileno()).st_mode
            self.file(path, body.read(), 0o755 if mode & 0o111 else 0o644)

    def close(self) -> None:
        self._entry("TRAILER!!!", 0, b"")
        self._out.write(b"\0" * (-self._out.tell() % 512))
