# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Verbs: what names of C functions tell of their arguments, as the kernel has them."""

from __future__ import annotations

import re

from .. import ir
from .pointers import pointee

# A word of a name that takes a reference away: put, fput, kfree, kvfree, …
GIVES = re.compile(
    r"(?!(in|out|through)put$)[a-z]*(put|free)|release|unref|destroy|close|dispose|consume|drop"
    r"|(un|de)register|del|delete|remove|discard|unload|reap|detach|(de|in)activate|cleanup|fini"
    r"|teardown|kill|purge|revoke|shutdown|evict|uninit|exit|retire|abandon"
)
# Functions that take a reference away and do not say so.
GIVES_AWAY = frozenset(
    "abort_creds bio_endio commit_creds d_add d_instantiate d_instantiate_new d_make_root "
    "d_splice_alias fd_install iget_failed revert_creds sock_alloc_file submit_bio".split()
)
# What packets are given to keeps them.
PACKET = ("struct sk_buff", "struct xdp_frame")
MOVES = re.compile(
    r"rx|rcv|receive|xmit|transmit|send|output|deliver|forward|enqueue|queue|reinject|finish|out"
    r"|input|tail|head|append|(uni|multi|broad)cast|notify|reply|pad|padto|share|unshare|defrag"
    r"|untag|inject|redirect|loopback"
)
# A word of a name of what C keeps the address of: a driver's name, a callback's argument.
KEEPS = re.compile(
    r"request|register|create|add|alloc|new|init|setup|attach|install|insert|publish|declare"
    r"|define|make|bind|set|link|enqueue|queue|schedule|submit|start|i?o?(re)?map|open|store|save"
    r"|track|watch|hook|assign|join|enlist|connect|subscribe|push|append|replace|swap|adopt|cache"
)


# What leaves a lock, or a context, to who calls next: no call of a script's ends it for sure.
LEAVES = re.compile(
    r"(.*_)?(un|try)?lock(_(bh|irq|irqsave|irqrestore|nested|interruptible|killable|sock|sched))*"
    r"|(local_(bh|irq)|preempt|migrate|pagefault)_(disable|enable|save|restore)(_\w+)?"
    r"|(down|up)(_(read|write|trylock|interruptible|killable))*"
)
# What takes a reference, if it can, and tells.
TRIES = re.compile(r"(.*_)?try(_\w+)?_?get(_\w+)?|\w+_(get|inc|add)_(unless|not)_zero(_\w+)?")
# What waits as long as its arguments say.
WAITS = re.compile(
    r"[num]delay|(s|m|f)sleep(_interruptible)?|usleep_(range|idle_range)|schedule_timeout(_\w+)?"
)


def _words(name: str) -> list[str]:
    return name.strip("_").lower().split("_")


def takes_reference(name: str, silent: bool) -> bool:
    """Whether a function of that name takes a reference; @silent: it returns nothing."""
    words = _words(name)
    if silent:
        return words[0] == "get" or words[-1] in ("get", "hold", "grab", "ref")
    return bool(TRIES.fullmatch(name.strip("_")))


def gives(name: str, kind: ir.CType) -> str:
    """The word by which a function of that name may take the reference of an argument."""
    if name.strip("_") in GIVES_AWAY:
        return name
    words = _words(name)
    packet = pointee(kind) in PACKET
    return next((w for w in words if GIVES.fullmatch(w) or (packet and MOVES.fullmatch(w))), "")


def keeps(name: str) -> str:
    """The word by which a function of that name may keep an address that it gets."""
    return next((word for word in _words(name) if KEEPS.fullmatch(word)), "")
