# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Templates: where they are, and how they are read."""

from __future__ import annotations

import os
import pathlib

import jinja2

TEMPLATES = pathlib.Path(__file__).resolve().parent.parent / "templates"
BUILD = TEMPLATES.parent.parent / "build"


def environment(escape: bool = False) -> jinja2.Environment:
    """Templates as all output needs them; with @escape values become text of HTML."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=escape,
        bytecode_cache=_bytecode("escaped" if escape else "plain"),
    )


def _bytecode(kind: str) -> jinja2.BytecodeCache | None:
    """Compiled templates are kept in build/, where possible: half of a short run is compiling.

    What is compiled depends on escaping, which the cache does not look at.
    """
    folder = BUILD / "templates" / kind
    if not os.access(BUILD, os.W_OK):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))
