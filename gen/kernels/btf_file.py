# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Finds the BTF in a file: raw BTF, an ELF file with .BTF, a vmlinuz, a compressed module."""

from __future__ import annotations

import bz2
import json
import lzma
import pathlib
import shutil
import struct
import subprocess
import tempfile
import zlib
from collections.abc import Callable
from typing import Any

from .btf import Btf

RUNNING = pathlib.Path("/sys/kernel/btf/vmlinux")
BTF_MAGIC = (b"\x9f\xeb", b"\xeb\x9f")  # little-endian, big-endian
ELF_MAGIC = b"\x7fELF"
SHF_COMPRESSED = 0x800
MEMORY = 256 << 20  # bytes for a dictionary: what only looks like a stream may ask for any


class BtfError(Exception):
    """Why a file gave no BTF."""


def read_btf(path: pathlib.Path, base: Btf | None = None, base_path: str = "") -> Btf:
    """The types of a file; those of a module follow the ones of its kernel."""
    raw = section(path)
    split = is_split(raw)
    if split and base is None:
        raise BtfError(f"{path} is a module, whose BTF needs its kernel's: give --base VMLINUX")
    with tempfile.TemporaryDirectory(prefix="luagen-") as folder:
        file = pathlib.Path(folder, "types")
        file.write_bytes(raw)
        command = ["bpftool", "-j"]
        if split and base is not None:
            below = pathlib.Path(folder, "base")
            below.write_bytes(base.raw)
            command += ["-B", str(below)]
        found = _dump([*command, "btf", "dump", "file", str(file)], path)
    if split and base is not None:
        return Btf([*base.types[1:], *found], str(path), base.raw)
    return Btf(found, str(path), raw)


def _dump(command: list[str], path: pathlib.Path) -> list[dict[str, Any]]:
    if shutil.which("bpftool") is None:
        raise BtfError("bpftool is missing: install the package bpftool")
    run = subprocess.run(command, capture_output=True, check=False)
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        answer = {"error": run.stderr.decode(errors="replace").strip() or "bpftool failed"}
    if "types" not in answer:
        reason = answer.get("error", "no types")
        raise BtfError(f"{path}: its BTF is damaged, or of another kernel than the base: {reason}")
    types: list[dict[str, Any]] = answer["types"]
    return types


def is_split(raw: bytes) -> bool:
    """Split BTF goes on where its base ends: only whole BTF has the first, empty name."""
    order = "<" if raw[:2] == BTF_MAGIC[0] else ">"
    if len(raw) < 24:
        return False
    header, names = struct.unpack_from(order + "I", raw, 4)[0], 16
    at = header + struct.unpack_from(order + "I", raw, names)[0]
    return raw[at : at + 1] != b"\0"


# ---- from a file to the bytes of its BTF ----


def section(path: pathlib.Path) -> bytes:
    """The BTF of a file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BtfError(f"{path}: {error.strerror or error}") from None
    if data[:2] in BTF_MAGIC:
        return data
    if data[:4] != ELF_MAGIC:
        data = unpack(data, path)
    found = elf_section(data, b".BTF")
    if found is None:
        raise BtfError(f"{path}: has no BTF (is the kernel built with CONFIG_DEBUG_INFO_BTF?)")
    return found


def elf_section(data: bytes, name: bytes) -> bytes | None:
    """The contents of a section of an ELF file."""
    order = "<" if data[5] == 1 else ">"
    if data[4] == 2:  # 64 bits
        start, size, count, names = struct.unpack_from(order + "40xQ10xHHH", data)
        at, shape = (0, 8, 24, 32), "Q"
    else:
        start, size, count, names = struct.unpack_from(order + "32xI10xHHH", data)
        at, shape = (0, 8, 16, 20), "I"

    def header(index: int) -> tuple[int, int, int, int]:
        begin = start + index * size
        word = struct.unpack_from(order + "I", data, begin + at[0])[0]
        flags, place, length = (
            struct.unpack_from(order + shape, data, begin + offset)[0] for offset in at[1:]
        )
        return word, flags, place, length

    if not start or names >= count:
        return None
    table = header(names)[2]
    for index in range(count):
        word, flags, place, length = header(index)
        if data[table + word : table + word + len(name) + 1] == name + b"\0":
            return None if flags & SHF_COMPRESSED else data[place : place + length]
    return None


# A compressed kernel, or module: where a stream begins, and what reads it. What follows the stream
# in a vmlinuz is not of it.
STREAMS: dict[bytes, Callable[[bytes], bytes]] = {
    b"\xfd7zXZ\0": lambda data: lzma.LZMADecompressor().decompress(data),
    b"\x28\xb5\x2f\xfd": lambda data: _zstd(data),
    b"\x1f\x8b\x08": lambda data: zlib.decompressobj(31).decompress(data),
    b"\x5d\0\0\0": lambda data: lzma.LZMADecompressor(lzma.FORMAT_ALONE, MEMORY).decompress(data),
    b"BZh": lambda data: bz2.BZ2Decompressor().decompress(data),
}


def unpack(data: bytes, path: pathlib.Path) -> bytes:
    """The ELF file that a compressed file carries."""
    for magic, reader in STREAMS.items():
        at = data.find(magic)
        while at >= 0:
            try:
                out = reader(data[at:])
            except (OSError, ValueError, EOFError, lzma.LZMAError, zlib.error):
                out = b""
            if out[:4] == ELF_MAGIC:
                return out
            at = data.find(magic, at + 1)
    raise BtfError(
        f"{path}: neither BTF, nor an ELF file, nor a kernel or module compressed with"
        " xz, zstd, gzip, lzma or bzip2"
    )


def _zstd(data: bytes) -> bytes:
    if shutil.which("zstd") is None:
        raise BtfError("zstd is missing: install the package zstd")
    # It complains about what follows the stream, after it has written all of it.
    run = subprocess.run(["zstd", "-dcq"], input=data, capture_output=True, check=False)
    return run.stdout
