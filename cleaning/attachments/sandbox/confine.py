"""Landlock: what the process that reads a stranger's file may still reach, set by itself and never taken back.

Read and run what the system and this installation consist of, write to its own folder alone, speak to nobody by TCP,
send no signal out of here (docs.kernel.org/userspace-api/landlock.html; since Linux 5.13, TCP since 6.7, signals since
6.12). It needs no privilege and no namespace, so it holds under a hardened unit of systemd and in a container as well.
No package that wraps these three calls is beyond its first releases, and each of them does it through ``ctypes`` too.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import site
import sys
from pathlib import Path
from typing import Final

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls; the same numbers on every architecture
_NO_NEW_PRIVS: Final = 38
_BENEATH: Final = 1  # LANDLOCK_RULE_PATH_BENEATH
_EXECUTE, _WRITE, _READ, _LIST, _TRUNCATE, _IOCTL = 1, 2, 4, 8, 1 << 14, 1 << 15
_OF_FILES: Final = _EXECUTE | _WRITE | _READ | _TRUNCATE | _IOCTL
_RIGHTS: Final = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}  # version -> rights on files
_ALL: Final = (1 << 16) - 1
_TCP: Final = 3  # bind and connect
_SCOPED: Final = 3  # abstract sockets and signals
_FONTS: Final = "/var/cache/fontconfig"
_SYSTEM: Final = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/etc",
    "/proc",
    "/sys",
    "/nix",
    "/var/lib/libreoffice",
    _FONTS,
)
_OFFICES: Final = ("soffice", "libreoffice")  # links, often, to a program in a folder of its own, such as below /opt
_DEVICES: Final = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def version() -> int:
    """The version of Landlock that the kernel offers, 0 where it offers none."""
    try:
        return max(0, int(ctypes.CDLL(None).syscall(_CREATE, None, ctypes.c_size_t(0), 1)))
    except (OSError, AttributeError):
        return 0


def confine(folder: Path) -> bool:
    """Let this process and what it starts reach no more than reading a file in ``folder`` needs; False where the
    kernel offers no Landlock, and everything is as it was."""
    offered = version()
    if not offered:
        return False
    kernel = ctypes.CDLL(None, use_errno=True)
    rights = _RIGHTS.get(offered, _ALL)
    rules = _Ruleset(rights, _TCP if offered >= 4 else 0, _SCOPED if offered >= 6 else 0)
    size = 8 if offered < 4 else 16 if offered < 6 else 24
    ruleset = kernel.syscall(_CREATE, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        for path in _readable():
            _allow(kernel, ruleset, path, (_EXECUTE | _READ | _LIST) & rights)
        _allow(kernel, ruleset, str(Path(__file__).resolve().parents[3]), _LIST)
        for path in (str(folder), *_DEVICES):
            _allow(kernel, ruleset, path, rights)
        kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(kernel.syscall(_RESTRICT, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _readable() -> set[str]:
    """The system, the folders of programs, this interpreter, and the folders that modules are imported from, but for
    the archive that may lie in the project's own."""
    ours = Path(__file__).resolve().parents[3]
    own = {sys.prefix, sys.base_prefix, *site.getsitepackages(), *filter(None, sys.path)} - {str(ours)}
    programs = filter(os.path.isabs, os.get_exec_path())
    offices = filter(None, map(shutil.which, _OFFICES))
    return {
        *_SYSTEM,
        *programs,
        *(str(Path(each).resolve().parents[1]) for each in offices),
        *own,
        *(str(Path(each).resolve()) for each in own),
        f"{ours}/cleaning",
        f"{ours}/crawler",
    }


def _allow(kernel: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rule = _Beneath(rights if os.path.isdir(path) else rights & _OF_FILES, parent)
        kernel.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(parent)
