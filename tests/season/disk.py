"""A small disk of one's own, which can be filled up and can fail: an ext4 image mounted through a loop device."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType

SIZE = 48 * 1024 * 1024


class NoDisk(RuntimeError):
    """Why there can be no such disk on this machine."""


class Disk:
    """Mounted at ``path`` while the context manager is open. Raises NoDisk where images cannot be mounted."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "disk"
        self._image = folder / "disk.img"
        self._device = ""

    def __enter__(self) -> Disk:
        if os.geteuid() != 0:
            raise NoDisk("mounting a disk image needs root")
        if not shutil.which("mkfs.ext4") or not shutil.which("e2fsck"):
            raise NoDisk("mkfs.ext4 or e2fsck is not installed")
        self.path.mkdir()
        with self._image.open("wb") as stream:
            stream.truncate(SIZE)
        try:
            _run("mkfs.ext4", "-q", "-m", "0", str(self._image))
            self._mount()
        except NoDisk:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(NoDisk):
            _run("umount", "-l", str(self.path))
        self._image.unlink(missing_ok=True)

    def _mount(self) -> None:
        _run("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.path))
        device = _run("findmnt", "-n", "-o", "SOURCE", str(self.path)).strip()
        self._fault = Path("/sys/fs/ext4") / Path(device).name / "trigger_fs_error"
        if not self._fault.exists():
            raise NoDisk("the kernel offers no way to make ext4 fail (trigger_fs_error)")

    def fill(self) -> None:
        """Leave not one block free."""
        with (self.path / "filler").open("wb", buffering=0) as stream:
            for size in (1 << 20, 1 << 12, 1):
                with suppress(OSError):
                    while stream.write(b"x" * size):
                        pass

    def free(self) -> None:
        """Take back what ``fill`` took."""
        (self.path / "filler").unlink(missing_ok=True)

    def fail(self) -> None:
        """An error of the file system, upon which the kernel lets nobody write any more."""
        self._fault.write_text("1")

    def mend(self) -> None:
        """Check and mount it again. Nobody may have a file open on it."""
        _run("umount", str(self.path))
        subprocess.run(["e2fsck", "-p", str(self._image)], capture_output=True, check=False)
        self._mount()


def _run(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        raise NoDisk(f"{command[0]} says: {' '.join(said.split())[:200]}") from None
