# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Runs one throwaway QEMU machine: its command line, its streams, its end."""

import ctypes
import os
import selectors
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from silence import Silence
from vm import image, log

ROOT = Path(__file__).resolve().parent.parent.parent
PR_SET_PDEATHSIG = 1

# The kernel's command line.
LOG_EVERYTHING = "console=ttyS0 loglevel=7 printk.devkmsg=on"
END_ON_FAULT = "oops=panic panic=-1 softlockup_panic=1"
# The guest's clock goes on while a busy machine does something else, for minutes: a CPU that stalls
# there does not hang. 60 is the most that the watchdog takes; a soft lockup is twice as long.
LATE_STALLS = "rcupdate.rcu_cpu_stall_timeout=300 watchdog_thresh=60"
# Half of the boot is self-tests and seeds of ciphers that no guest here uses.
SKIP_SLOW = "random.trust_cpu=on cryptomgr.notests=1"
# On a busy host the timer seems not to tick.
SKIP_SLOW += " no_timer_check"
SKIP_SLOW += " initcall_blacklist=init_encrypted,crypto_kdf108_init,jent_mod_init"

NO_ROOT = "VFS: Unable to mount root"  # the last words of a kernel that was given none


@dataclass
class Machine:
    """What is to be run, and what came of it."""

    kernel: Path  # folder, as lab/kernel makes it
    initrd: Path
    log: Path
    end: bytes  # what the guest writes before the exit status
    smp: int = 2
    memory: int = 1024
    icount: bool = False
    shared_policy: bool = False
    interactive: bool = False
    timeout: float = 300  # seconds without output
    append: str = ""
    board: str = "pc"
    plugin: str = ""  # of QEMU's translator, with its arguments
    status: int | None = None
    timed_out: bool = False
    ended: str = ""  # how, when there is no status


def acpi_table(cpus: int, shared: bool, idle: bool) -> Path:
    """Compile the SSDT of a guest with that many CPUs, in build/."""
    source = Path(__file__).resolve().parent / "ssdt.asl"
    kind = ("-shared" if shared else "") + ("-idle" if idle else "")
    built = ROOT / "build/guest" / f"ssdt-{cpus}{kind}.aml"
    if built.exists() and built.stat().st_mtime > source.stat().st_mtime:
        return built
    built.parent.mkdir(parents=True, exist_ok=True)
    stem = f"{built.with_suffix('')}-{os.getpid()}"
    macros = [f"-DNCPU={cpus}", *(["-DSHARED"] if shared else []), *(["-DIDLE"] if idle else [])]
    subprocess.run(
        ["gcc", "-E", "-P", "-undef", "-x", "c", *macros, str(source), "-o", f"{stem}.asl"],
        check=True,
    )
    done = subprocess.run(
        ["iasl", "-va", "-p", stem, f"{stem}.asl"], capture_output=True, text=True, check=False
    )
    os.unlink(f"{stem}.asl")
    if done.returncode:
        raise image.ImageError(f"iasl: {done.stdout}{done.stderr}")
    os.replace(f"{stem}.aml", built)
    return built


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _own_group() -> None:
    """As above, and out of reach of the terminal's keys: lab/guest ends the machine itself."""
    os.setpgrp()
    _die_with_parent()


def _kvm_boots(machine: Machine, words: list[str]) -> bool:
    """Whether kvm brings a kernel up: some hosts have /dev/kvm and hang. Tried once a boot."""
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return False
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    known = image.cache() / f"kvm-{boot}"
    if known.exists():
        return known.read_text() == "yes"
    path = machine.log.with_suffix(".kvm")
    probe = [
        *words,
        "-accel",
        "kvm",
        "-kernel",
        str(_kernel_file(machine)),
        "-serial",
        f"file:{path}",
    ]
    probe += ["-append", "console=ttyS0 panic=-1"]  # no init: it panics, QEMU ends
    with subprocess.Popen(
        probe, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=_own_group
    ) as qemu:
        try:
            qemu.wait(8)
        except subprocess.TimeoutExpired:
            qemu.kill()
    said = path.read_text(errors="replace") if path.exists() else ""
    boots = NO_ROOT in said and not log.faults(said, ignore=NO_ROOT)
    path.unlink(missing_ok=True)
    known.write_text("yes" if boots else "no")
    return boots


def _accelerator(machine: Machine, words: list[str]) -> list[str]:
    if machine.icount:
        return ["-accel", "tcg", "-icount", "shift=0,sleep=off"]
    chosen = "tcg" if machine.plugin else os.environ.get("LAB_ACCEL")
    chosen = chosen or ("kvm" if _kvm_boots(machine, words) else "tcg")
    if chosen == "kvm":
        return ["-accel", "kvm"]
    return ["-accel", "tcg,thread=multi" if machine.smp > 1 else "tcg"]


def _kernel_file(machine: Machine) -> Path:
    """The unpacked kernel if there is one: unpacking itself takes it 5 s under tcg."""
    unpacked = machine.kernel / "vmlinux"
    return unpacked if unpacked.exists() else machine.kernel / "vmlinuz"


def command(machine: Machine, out: int, err: int) -> list[str]:
    """The QEMU command line; the guest's streams go to the descriptors OUT and ERR."""
    kept = f"{LOG_EVERYTHING} {SKIP_SLOW} {END_ON_FAULT} {LATE_STALLS}"
    line = f"{kept} rdinit=/init {machine.append}"
    words = [
        "qemu-system-x86_64",
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
        "-no-reboot",
    ]
    words += [
        "-machine",
        machine.board,
        "-cpu",
        "Nehalem,+rdrand",
        "-smp",
        str(machine.smp),
        "-m",
        str(machine.memory),
    ]
    words += _accelerator(machine, words)
    # Idle states poll for a while: what is counted does without.
    table = acpi_table(machine.smp, machine.shared_policy, not machine.icount)
    words += ["-acpitable", f"file={table}"]
    words += [
        "-kernel",
        str(_kernel_file(machine)),
        "-initrd",
        str(machine.initrd),
        "-append",
        line,
    ]
    words += ["-serial", f"file:{machine.log}", "-device", "virtio-serial-pci"]
    words += [
        "-chardev",
        f"file,id=out,path=/dev/fd/{out}",
        "-device",
        "virtserialport,chardev=out,nr=1",
    ]
    words += [
        "-chardev",
        f"file,id=err,path=/dev/fd/{err}",
        "-device",
        "virtserialport,chardev=err,nr=2",
    ]
    if machine.interactive:
        words += ["-chardev", "stdio,id=tty,signal=off", "-device", "virtconsole,chardev=tty,nr=3"]
    if machine.plugin:
        words += ["-plugin", machine.plugin]
    return words


class _Stream:
    """Passes the guest's bytes on, up to the marker that the guest puts at their end."""

    def __init__(self, source: int, sink: BinaryIO, end: bytes) -> None:
        self.source, self._sink, self._end = source, sink, end
        self._held = b""
        self.status: int | None = None

    def pump(self) -> bool:
        """Pass on what is there; False when no more will come."""
        data = os.read(self.source, 65536)
        self._held += data
        at = self._held.find(self._end)
        if at >= 0:
            tail = self._held[at + len(self._end) :]
            if not tail.endswith(b"\n"):
                return bool(data)
            self._pass(self._held[:at])
            self.status, self._held = int(tail), b""
            return False
        keep = self._possible_end() if data else 0
        self._pass(self._held[: len(self._held) - keep])
        self._held = self._held[len(self._held) - keep :]
        return bool(data)

    def _possible_end(self) -> int:
        for size in range(min(len(self._end), len(self._held)), 0, -1):
            if self._held.endswith(self._end[:size]):
                return size
        return 0

    def _pass(self, data: bytes) -> None:
        if data:
            self._sink.write(data)
            self._sink.flush()


def run(machine: Machine) -> None:
    """Boot MACHINE, pass its streams on, and end it; sets status, timed_out."""
    pipes = [os.pipe(), os.pipe()]
    writers = [pair[1] for pair in pipes]
    streams = [
        _Stream(pipes[0][0], sys.stdout.buffer, machine.end),
        _Stream(pipes[1][0], sys.stderr.buffer, machine.end),
    ]
    with subprocess.Popen(
        command(machine, *writers),
        stdin=None if machine.interactive else subprocess.DEVNULL,
        stdout=None if machine.interactive else subprocess.DEVNULL,
        pass_fds=writers,
        preexec_fn=_die_with_parent if machine.interactive else _own_group,
    ) as qemu:
        try:
            for writer in writers:
                os.close(writer)
            _follow(machine, streams[:1] if machine.interactive else streams)
            if machine.status is None and not machine.timed_out:
                machine.ended = _how(qemu)
        finally:
            qemu.kill()


def _how(qemu: subprocess.Popen[bytes]) -> str:
    """How QEMU ended, which tells a guest that rebooted or failed from a QEMU that was killed."""
    try:
        status = qemu.wait(10)
    except subprocess.TimeoutExpired:
        return "QEMU closed its streams"
    return f"QEMU: status {status}" if status >= 0 else f"QEMU: {signal.Signals(-status).name}"


def _follow(machine: Machine, streams: list[_Stream]) -> None:
    silence = Silence([machine.log])
    with selectors.DefaultSelector() as ready:
        for stream in streams:
            ready.register(stream.source, selectors.EVENT_READ, stream)
        while ready.get_map():
            if silence.seconds() >= machine.timeout:
                machine.timed_out = True
                return
            for key, _ in ready.select(1):
                silence.broken()
                stream = key.data
                if not stream.pump():
                    ready.unregister(stream.source)
    machine.status = streams[0].status
