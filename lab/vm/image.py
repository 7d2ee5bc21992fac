# SPDX-License-Identifier: GPL-2.0-only OR MIT
"""Makes the guest's file system: a base from packages, a kernel's modules, the tree's files."""

import fnmatch
import hashlib
import json
import lzma
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from vm.cpio import Archive

HERE = Path(__file__).resolve().parent

# Programs of the host that the guest gets with their libraries; busybox gives the rest.
PROGRAMS = """
/bin/dash /bin/bash /bin/kmod /bin/ip /sbin/tc /bin/ss /sbin/bridge /usr/sbin/nft /usr/bin/iperf3
/usr/bin/ssh /usr/bin/scp /usr/bin/ssh-keygen /usr/bin/lua5.4 /sbin/ethtool /usr/bin/socat
/usr/bin/tcpdump /usr/bin/openssl /usr/sbin/dnsmasq
""".split()

# Programs of packages that are unpacked in the cache: to install an SSH server is to start one.
UNPACKED = {
    "/usr/sbin/sshd": "openssh-server",
    "/usr/lib/openssh/sftp-server": "openssh-sftp-server",
}

LINKS = {
    "bin": "usr/bin",
    "sbin": "usr/sbin",
    "lib": "usr/lib",
    "lib64": "usr/lib64",
    "var/run": "/run",
    "usr/bin/sh": "dash",  # busybox sh would prefer its own ip, modprobe and nc
    "usr/bin/lua": "lua5.4",
    **{f"usr/sbin/{tool}": "/bin/kmod" for tool in ("depmod", "insmod", "modprobe", "rmmod")},
    **{f"usr/bin/{tool}": "/bin/kmod" for tool in ("lsmod", "modinfo")},
}

TERMINALS = (
    "l/linux v/vt100 x/xterm x/xterm-256color s/screen s/screen-256color t/tmux-256color".split()
)

FOLDERS = "proc sys dev run tmp etc/ssh var/empty var/tmp root lab mnt".split()

FILES = {
    "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nsshd:x:100:65534::/run/sshd:/bin/false\n"
    "nobody:x:65534:65534::/:/bin/false\n",
    "etc/group": "root:x:0:\nnogroup:x:65534:\n",
    "etc/hosts": "127.0.0.1 localhost guest\n::1 localhost\n",
    "etc/nsswitch.conf": "passwd: files\ngroup: files\nshadow: files\nhosts: files\n",
    "etc/protocols": "icmp 1 ICMP\ntcp 6 TCP\nudp 17 UDP\nipv6-icmp 58 IPv6-ICMP\n",
    "etc/services": "ssh 22/tcp\ndomain 53/udp\nhttp 80/tcp\nhttps 443/tcp\n",
    "etc/profile": "export PS1='guest:\\w# '\n",
    "etc/ssh/sshd_config": "HostKey /etc/ssh/ssh_host_ed25519_key\nPermitRootLogin yes\n"
    "UsePAM no\nStrictModes no\nSubsystem sftp /usr/lib/openssh/sftp-server\n",
    "etc/ssh/ssh_config": "StrictHostKeyChecking no\nUserKnownHostsFile /dev/null\n"
    "LogLevel ERROR\n",
}


class ImageError(Exception):
    """The file system cannot be made; the text says why."""


def cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    path = Path(base) / "klua" / "guest"
    path.mkdir(parents=True, exist_ok=True)
    return path


def _stamp(path: str) -> list[int]:
    found = os.stat(path)
    return [found.st_size, found.st_mtime_ns]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def usr(path: str) -> str:
    """The place of PATH on a system whose /bin, /sbin and /lib are in /usr."""
    path = os.path.normpath(path).lstrip("/")
    return path if path.startswith("usr/") else "usr/" + path


def libraries(programs: list[str]) -> set[str]:
    """The libraries that PROGRAMS of the host are linked with."""
    listing = subprocess.run(["ldd", *programs], capture_output=True, text=True, check=False).stdout
    absent = re.findall(r"(\S+) => not found", listing)
    if absent:
        raise ImageError(f"missing here: {' '.join(absent)} (lab/setup installs the packages)")
    return set(re.findall(r"(/\S+) \(0x", listing))


def _busybox_links(archive: Archive, taken: set[str]) -> None:
    applets = subprocess.run(
        ["/bin/busybox", "--list-full"], capture_output=True, text=True, check=True
    )
    names = {os.path.basename(path) for path in taken}
    for path in applets.stdout.split():
        name = os.path.basename(path)
        if name not in names and name != "busybox":
            archive.link(f"usr/{'sbin' if 'sbin' in path else 'bin'}/{name}", "/bin/busybox")


def _ssh_keys(archive: Archive, work: str) -> None:
    """One key is the host's and root's: nobody but the guest itself can reach the guest."""
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "guest", "-f", f"{work}/key"],
        check=True,
    )
    secret = Path(work, "key").read_bytes()
    public = Path(work, "key.pub").read_bytes()
    archive.folder("root/.ssh", 0o700)
    for path in ("etc/ssh/ssh_host_ed25519_key", "root/.ssh/id_ed25519"):
        archive.file(path, secret, 0o600)
        archive.file(path + ".pub", public)
    archive.file("root/.ssh/authorized_keys", public, 0o600)


def _shadow() -> str:
    """Root's password is "klua"."""
    command = ["openssl", "passwd", "-6", "klua"]
    hashed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return f"root:{hashed}:19000:0:99999:7:::\nsshd:*:19000:0:99999:7:::\n"


def unpack(package: str) -> str:
    """The folder in the cache where a package's files are."""
    done = subprocess.run(
        [str(HERE / "package"), package], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise ImageError(f"no package {package}")
    return done.stdout.strip()


def _programs() -> dict[str, str]:
    """Where the guest has each program: the host's file that it is."""
    found = {program: program for program in [*PROGRAMS, "/bin/busybox"]}
    missing = [program for program in found if not os.path.exists(program)]
    if missing:
        raise ImageError(f"missing here: {' '.join(missing)} (lab/setup installs it)")
    for program, package in UNPACKED.items():
        found[program] = unpack(package) + program
    return found


def _write_base(path: Path, programs: dict[str, str], libraries: set[str]) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as work, open(f"{work}/cpio", "wb") as out:
        archive = Archive(out)
        for folder in FOLDERS:
            archive.folder(folder)
        archive.device("dev/console", 5, 1)
        taken = {usr(program) for program in programs} | set(LINKS)
        for target, link in LINKS.items():
            archive.link(target, link)
        for program, source in sorted({**programs, **{name: name for name in libraries}}.items()):
            archive.copy(usr(program), source)
        for kind in TERMINALS:
            if os.path.exists(f"/lib/terminfo/{kind}"):
                archive.copy(f"usr/lib/terminfo/{kind}", f"/lib/terminfo/{kind}")
        _busybox_links(archive, taken)
        for name, text in FILES.items():
            archive.file(name, text.encode())
        archive.file("etc/shadow", _shadow().encode(), 0o600)
        _ssh_keys(archive, work)
        archive.close()
        out.flush()
        os.replace(f"{work}/cpio", path)


def base() -> Path:
    """The part that comes from the host's packages; made again when one of its files changes."""
    programs = _programs()
    code = [Path(__file__).read_text(), (HERE / "cpio.py").read_text()]
    key = _digest(json.dumps([code, [_stamp(source) for source in programs.values()]]))
    path, list_path = cache() / f"base-{key}.cpio", cache() / f"base-{key}.json"
    try:
        if path.exists() and all(
            _stamp(name) == stamp for name, stamp in json.loads(list_path.read_text())
        ):
            return path
    except (OSError, ValueError):
        pass
    needed = libraries(list(programs.values()))
    _write_base(path, programs, needed)
    temporary = list_path.with_suffix(f".{os.getpid()}")
    temporary.write_text(json.dumps([[name, _stamp(name)] for name in sorted(needed)]))
    temporary.replace(list_path)
    _forget_old("base-*.cpio", keep=3)
    return path


def _select(modules: Path) -> list[str]:
    """The stock modules that modules.txt asks for and what these need: paths below MODULES."""
    needs: dict[str, list[str]] = {}
    for line in (modules / "modules.dep").read_text().splitlines():
        name, _, rest = line.partition(":")
        needs[name] = rest.split()
    if len(needs) < 300:  # not a distribution's kernel: it has what somebody wanted
        return sorted(needs)
    text = (HERE / "modules.txt").read_text()
    patterns = [line for line in text.splitlines() if line and not line.startswith("#")]
    chosen: set[str] = set()
    for name in needs:
        bare = re.sub(r"\.ko(\.\w+)?$", "", name.removeprefix("kernel/"))
        if any(
            fnmatch.fnmatch(bare, p) or fnmatch.fnmatch(bare.replace("_", "-"), p) for p in patterns
        ):
            chosen.update([name, *needs[name]])
    return sorted(chosen)


def stock_modules(kernel: Path, release: str) -> Path:
    """A folder with the chosen modules of KERNEL, unpacked; from the cache if it is there."""
    source = kernel / "lib/modules" / release
    key = _digest(
        f"{source.resolve()} {_stamp(str(kernel / 'release'))} {(HERE / 'modules.txt').read_text()}"
    )
    path = cache() / f"modules-{key}"
    if path.exists():
        return path
    work = Path(tempfile.mkdtemp(dir=cache()))
    top = work / "lib/modules" / release
    top.mkdir(parents=True)
    for name in _select(source) if (source / "modules.dep").exists() else []:
        target = top / re.sub(r"\.xz$", "", name)
        target.parent.mkdir(parents=True, exist_ok=True)
        body = (source / name).read_bytes()
        target.write_bytes(lzma.decompress(body) if name.endswith(".xz") else body)
    for name in ("modules.order", "modules.builtin", "modules.builtin.modinfo"):
        if (source / name).exists():
            shutil.copy(source / name, top / name)
        else:  # a kernel of one's own without modules
            (top / name).touch()
    os.chmod(work, 0o755)
    try:
        work.rename(path)
    except OSError:  # somebody else was faster
        shutil.rmtree(work)
    return path


def modules(kernel: Path, release: str, own: list[Path], out: Path) -> None:
    """Write the archive of the kernel's modules and, in updates/, the tree's OWN."""
    stock = stock_modules(kernel, release)
    key = _digest(json.dumps([str(stock), [[str(path), _stamp(str(path))] for path in own]]))
    path = cache() / f"modules-{key}.cpio"
    if path.exists():
        os.utime(path)  # lately used: not to be forgotten
    else:
        with tempfile.TemporaryDirectory(dir=cache()) as work:
            subprocess.run(["cp", "-al", str(stock / "lib"), work], check=True)
            top = Path(work, "lib/modules", release)
            (top / "updates").mkdir()
            for module in own:
                copied = top / "updates" / module.name
                subprocess.run(["strip", "-g", "-o", str(copied), str(module)], check=True)
            subprocess.run(["/sbin/depmod", "-b", work, release], check=True)
            with open(f"{work}/cpio", "wb") as stream:
                archive = Archive(stream)
                archive.copy("usr/lib/modules", f"{work}/lib/modules")
                archive.close()
            os.replace(f"{work}/cpio", path)
        _forget_old("modules-*.cpio", keep=12)
    shutil.copyfile(path, out)


def _forget_old(pattern: str, keep: int) -> None:
    found = sorted(cache().glob(pattern), key=lambda path: path.stat().st_mtime)
    for path in found[:-keep]:
        path.unlink(missing_ok=True)
