"""The project as a wheel in an environment of its own: built once a run, outside of any checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.replica import Replica


@dataclass
class Installed:
    """The programs of an installed wheel, started in a folder that is no checkout."""

    bin: Path
    folder: Path
    home: Path
    replica: Replica

    def run(self, program: str, *words: str, cwd: Path | None = None, code: int | None = 0, **extra: str) -> str:
        """Run a program of the wheel's environment and give what it printed; its exit code must be ``code``."""
        dropped = ("FAZHI_", "PYTHON", "SCRAPY_", "VIRTUAL_ENV", "XDG_")
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(dropped) and "proxy" not in name.lower()
        }
        environment = {**kept, "HOME": str(self.home), "FAZHI_REPLICA": self.replica.proxy_url}
        environment |= {"SSL_CERT_FILE": self.replica.ca_file, "FAZHI_NOW": "2026-11-22T06:00:00+00:00"}
        environment |= {"FAZHI_LANG": "en", **extra}
        command = [str(self.bin / program), *words]
        done = subprocess.run(
            command, cwd=cwd or self.folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert code is None or done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr


@pytest.fixture(scope="session")
def wheel_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment that holds the wheel and, from this one, what the wheel depends on."""
    work = tmp_path_factory.mktemp("wheel")
    source = work / "source"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, tracked.decode().split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(work),
        str(source),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = work.glob("*.whl")
    environment = work / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(wheel)], check=True)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(environment)}))
    (packages / "dependencies.pth").write_text(
        "\n".join(path for path in sys.path if path.endswith("site-packages")) + "\n", "utf-8"
    )
    for program in ("scrapy", "datasette", "sqlite-utils"):
        script = environment / "bin" / program
        text = (Path(sys.executable).parent / program).read_text("utf-8").splitlines()
        script.write_text("\n".join([f"#!{python}", *text[1:]]) + "\n", "utf-8")
        script.chmod(0o755)
    return environment / "bin"


@pytest.fixture
def installed(wheel_environment: Path, tmp_path: Path, replica: Replica) -> Iterator[Installed]:
    """An empty folder, an empty home, and the wheel's programs."""
    for name in ("folder", "home"):
        (tmp_path / name).mkdir()
    return Installed(wheel_environment, tmp_path / "folder", tmp_path / "home", replica)
