# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Contexts: what the names of the kernel tell about where a function may be called.

A spec says the context. The names refute it at times, and never prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..spec import wording
from ..spec.cexpr import KEYS
from ..spec.ctree import called, names
from ..spec.faults import Mark
from ..spec.load import Mapping, Node, Scalar
from ..spec.scope import Entry, Scope

# Functions that may sleep, whatever their arguments are.
SLEEPING = re.compile(
    r"(mutex_lock|rt_mutex_lock|ww_mutex_lock|rtnl_lock|down_(read|write)|percpu_down_(read|write)"
    r"|down|cpus_read_lock|cpus_write_lock|get_online_cpus|device_lock|lock_sock|inode_lock"
    r"|mmap_(read|write)_lock|wait_event|wait_for_completion|wait_on_bit|[mus]sleep|usleep_range"
    r"|fsleep|schedule|schedule_timeout|cond_resched|might_sleep|synchronize_(rcu|net|srcu|irq)"
    r"|rcu_barrier|flush_(work|workqueue|delayed_work)|cancel_(delayed_)?work_sync|kthread_stop"
    r"|copy_(from|to)_user|clear_user|get_user|put_user|v[mz]alloc|kv[mz]alloc|request_module"
    r"|filp_open|filp_close|kernel_read|kernel_write|free_irq|disable_irq|call_usermodehelper)"
    r"(_nested|_nest_lock|_interruptible|_killable|_io|_nofreeze|_freezable|_timeout"
    r"|_uninterruptible|_idle|_expedited|_node|_lock_nested|_shared|_all)*"
)
# Those of subsystems, which wait for a device, a lock, memory, or the last user of an object.
WAITING = re.compile(
    # the last reference
    r"mmput|iput|dput|mntput|path_put|put_device|free_netdev|sock_release|bdev_put|blkdev_put"
    # memory and mappings
    r"|vfree|kvfree|vmap|vunmap|ioremap(_\w+)?|iounmap|mem(un|re)map|alloc_percpu(_gfp)?"
    r"|kmem_cache_(create|destroy|shrink)|(get|pin)_user_pages\w*|access_process_vm"
    # buses and devices
    r"|clk_\w*(un)?prepare\w*|clk_set_(rate|parent)|regulator_((en|dis)able|set_\w+)"
    r"|i2c_(transfer|smbus_\w+|master_\w+)|spi_(sync\w*|write\w*|read\w*)|usb_(control|bulk)_msg"
    r"|mdiobus_(read|write)|phy_(read|write)|gpiod?_\w*cansleep|pm_runtime_\w*sync\w*"
    r"|(firmware_)?request(_partial)?_firmware\w*|firmware_request_\w+|nvmem_\w+(read|write)"
    r"|thermal_zone_get_temp|power_supply_[gs]et_property|rtc_(read|set)_(time|alarm)"
    r"|cpufreq_driver_target|cpufreq_update_policy|device_(add|del|(un)?register|create|destroy)"
    r"|(un)?register_(netdev|netdevice|chrdev|blkdev)|dev_(open|close|set_mtu)|class_create"
    # files, sockets, names
    r"|vfs_\w+|kern_(path|mount)|sock_(create\w*|sendmsg|recvmsg)|lookup_one_len|filemap_\w+"
    r"|kernel_(accept|bind|connect|listen|sendmsg|recvmsg|wait)|submit_bio_wait|sync_filesystem"
    r"|(debugfs|sysfs|proc)_(create|remove)\w*|remove_proc_\w+|kobject_(add|del|uevent)"
    # tasks, work and timers
    r"|kthread_(create\w*|run|park|unpark|flush_\w+)|alloc_workqueue|(destroy|drain)_workqueue"
    r"|stop_machine|(smp_call|on_each_cpu|work_on_cpu)\w*|request_(threaded_)?irq|hrtimer_cancel"
    r"|del_timer_sync|timer_(delete|shutdown)_sync|tasklet_kill|blocking_notifier_\w+"
    r"|crypto_(alloc|free)_\w+"
)
# Flags of an allocation that may sleep.
FLAGS = re.compile(r"GFP_(KERNEL|USER|HIGHUSER|NOIO|NOFS)(_ACCOUNT|_MOVABLE)*|__GFP_DIRECT_RECLAIM")
# Locks by their names, of which one waits asleep.
ASLEEP = re.compile(r"rtnl|(.*_)?(mutex|sem|rwsem|rwsemaphore|semaphore)")
# Locks that leave soft interrupts on: one on this CPU would wait for who was interrupted.
PLAIN = re.compile(r"(raw_)?(spin|read|write)_lock(_nested)?")
# What is for readers of RCU alone.
OF_RCU = re.compile(r"\w+_rcu|rcu_dereference(_check)?")
FOR_ALL = re.compile(r"(call|synchronize|kv?free)_rcu|\w+_(add|del|init|replace)(_\w+)?_rcu")


def check_sleeping(scope: Scope) -> None:
    locks = {name: entry for name, _, entry in scope.root.entries("locks")}
    for entry in locks.values():
        _check_lock(entry)
    for _, _, layout in scope.root.entries("layouts"):
        for _, _, field in layout.entries("fields"):
            _check_field(field, locks)
    for _, _, function in scope.root.entries("functions"):
        _check_function(function, locks)
    for _, _, callback in scope.root.entries("callbacks"):
        returns = callback.entry("returns")
        if returns and callback.text("context") == "atomic":
            _refuse(returns, wording.NOTHING_SLEEPS_HERE)


def _may_sleep(name: str) -> bool:
    name = name.strip("_")
    return bool(SLEEPING.fullmatch(name) or WAITING.fullmatch(name))


def _check_lock(entry: Entry) -> None:
    if "context" not in entry:
        _refuse(entry, wording.SAY_SLEEPABLE)


def _check_field(entry: Entry, locks: dict[str, Entry]) -> None:
    _refuse(entry, wording.FIELDS_ANYWHERE_FUNCTION)
    _check_plain(entry, locks, wording.FIELDS_ANYWHERE)
    _check_rcu(entry, locks)


def _check_function(entry: Entry, locks: dict[str, Entry]) -> None:
    context = entry.text("context")
    if context in ("any", "process"):
        _refuse(entry, wording.SAY_SLEEPABLE)
        _check_taken(entry)
    if context == "any":
        _check_plain(entry, locks, "", wording.OR_PROCESS)
        _refuse_plain(entry)
    _check_rcu(entry, locks)


def _check_taken(entry: Entry) -> None:
    for name in entry.texts("takes"):
        if ASLEEP.fullmatch(name):
            entry.fault("takes", wording.WAITER_SLEEPS, name=name)
            return


def _words(node: Node, key: str, path: str) -> Iterator[tuple[str, Mark, str]]:
    """Names of C below a node, each with its place."""
    if isinstance(node, Mapping):
        for name, below in node.items.items():
            yield from _words(below, name, f"{path}.{name}")
    elif isinstance(node, Scalar) and isinstance(node.value, str):
        found = list(_uses(node.value)) if key in KEYS else []
        if key in ("c", "lookup"):
            found = re.findall(r"\w+(?=\s*\()", node.value)[:1]
        elif key == "release":
            found.append(node.value.strip())
        yield from ((word, node.mark, path) for word in found)


def _uses(text: str) -> Iterator[str]:
    """The functions that an expression calls, and the constants that it names."""
    yield from called(text)
    yield from (name for name in names(text) if name.isupper())


def _refuse(entry: Entry, advice: str) -> None:
    for word, mark, path in _words(entry.node, "", entry.path):
        if _may_sleep(word) or FLAGS.fullmatch(word):
            entry.scope.faults.add(mark, path, wording.MAY_SLEEP, word=word, advice=advice)
            return


def _refuse_plain(entry: Entry) -> None:
    for word, mark, path in _words(entry.node, "", entry.path):
        if PLAIN.fullmatch(word):
            entry.scope.faults.add(mark, path, wording.SOFTIRQS_ON, word=word)
            return


def _check_plain(entry: Entry, locks: dict[str, Entry], why: str, other: str = "") -> None:
    """A lock that the tree has by name."""
    lock = locks.get(entry.text("lock"))
    for word in called(lock.text("acquire")) if lock else ():
        if PLAIN.fullmatch(word):
            entry.fault("lock", wording.LOCK_LEAVES_SOFTIRQS_ON, word=word, why=why, other=other)
            return


def _check_rcu(entry: Entry, locks: dict[str, Entry]) -> None:
    lock = locks.get(entry.text("lock"))
    if lock and "rcu_read_lock" in lock.text("acquire"):
        return
    for word, mark, path in _words(entry.node, "", entry.path):
        if OF_RCU.fullmatch(word) and not FOR_ALL.fullmatch(word):
            entry.scope.faults.add(mark, path, wording.RCU_NOT_HELD, word=word)
            return
