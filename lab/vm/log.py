# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Finds in a kernel log what a healthy kernel never says."""

import re

# Each begins a report of the kernel's own; what user space writes to the log has other words.
_FAULTS = re.compile(
    r"""^(?:\[[^]]*\]\ *)*(?:
      WARNING:\  | BUG:\  | BUG\  | Oops | kernel\ BUG\ at | Kernel\ panic | UBSAN: | KASAN
    | KCSAN: | KFENCE: | general\ protection\ fault[,:] | divide\ error: | invalid\ opcode:
    | stack\ segment: | traps:\ PANIC | watchdog:\ .*(?:lockup|LOCKUP)
    | NMI\ watchdog:\ .*LOCKUP | rcu:\ INFO:\ .*(?:stall|detected) | rcu:\ .*kthread\ starved
    | INFO:\ (?:task\ .*\ blocked\ for\ more | trying\ to\ register\ non-static | possible\ )
    | kmemleak:\ .*(?:new\ suspected|disabled|pool\ empty) | unreferenced\ object
    | list_(?:add|del)\ corruption
    | refcount_t: | slab\ .*:\ Freelist | sched(?:uling)?\ while\ atomic
    | unregister_netdevice:\ waiting\ for | unchecked\ MSR\ access\ error
    | irq\ \d+:\ nobody\ cared | Call\ Trace: | Unable\ to\ handle | INFO:\ NMI\ handler
    | Bad\ page | page\ dumped\ because | .*:\ page\ allocation\ failure: | .*vmalloc\ error:
    | INFO:\ lockdep\ is\ turned\ off | turning\ off\ the\ locking\ correctness\ validator
    )""",
    re.VERBOSE,
)

# Said by a healthy stock kernel under QEMU.
_HARMLESS = re.compile(r"WARNING: (?:x86|Spectre|L1TF|can't dereference)")

_LINES = 45  # a report with its registers, code and call trace


def faults(text: str, ignore: str = "") -> list[str]:
    """The reports in the log TEXT: each the line that begins it and those that follow.

    A report in which the regular expression IGNORE is found is not one.
    """
    lines = text.replace("\r", "").split("\n")
    found: list[str] = []
    skip_to = 0
    for number, line in enumerate(lines):
        if number < skip_to or not _FAULTS.match(line) or _HARMLESS.search(line):
            continue
        first = number
        if first > 0 and "[ cut here ]" in lines[first - 1]:
            first -= 1
        skip_to = number + _LINES
        for end in range(number + 1, min(number + _LINES, len(lines))):
            if "---[ end " in lines[end]:
                skip_to = end + 1
                break
        report = "\n".join(lines[first:skip_to]).rstrip()
        if not ignore or not re.search(ignore, report):
            found.append(report)
    return found
