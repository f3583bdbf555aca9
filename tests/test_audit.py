"""``make audit`` against a service of advisories played here: it passes, fails, and says when nobody could be asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from tests.conftest import ROOT
from tests.ports import free_port

PACKAGES = ("lxml", "click")


class Advisories(BaseHTTPRequestHandler):
    """Knows one vulnerability, of the package ``bad``."""

    bad: ClassVar[str] = ""
    status: ClassVar[int] = 200
    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name, version = asked["package"]["name"], asked["version"]
        self.asked.append(name)
        fixed = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999"}]}
        affected = [{"package": {"ecosystem": "PyPI", "name": name}, "ranges": [fixed], "versions": [version]}]
        known = {"id": "PYSEC-2026-1", "modified": "2026-01-01T00:00:00Z", "details": "bad", "affected": affected}
        body = json.dumps({"vulns": [known]} if name == self.bad else {}).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@contextmanager
def service(bad: str = "", status: int = 200) -> Iterator[str]:
    """The address of one that answers so."""
    Advisories.bad, Advisories.status = bad, status
    Advisories.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1/query"
        server.shutdown()


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file of two packages, as ours are written."""
    text = (ROOT / "requirements-dev.lock").read_text("utf-8")
    parts = [
        part for part in text.replace("\\\n", "\0").split("\n") if part.startswith(tuple(f"{n}==" for n in PACKAGES))
    ]
    assert len(parts) == len(PACKAGES)
    path = tmp_path / "some.lock"
    path.write_text("\n".join(parts).replace("\0", "\\\n") + "\n", "utf-8")
    return path


def audit(lock: Path, url: str) -> subprocess.CompletedProcess[str]:
    """The command behind ``make audit``."""
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment = {**kept, "OSV_URL": url, "BIN": str(Path(sys.executable).parent)}
    command = ["sh", ".ci/audit", str(lock)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_every_package_is_asked_for_and_none_is_bad(lock: Path) -> None:
    with service() as url:
        done = audit(lock, url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"audit: {lock}: no known vulnerability in 2 packages\n"
    assert sorted(Advisories.asked) == sorted(PACKAGES)


def test_a_known_vulnerability_fails(lock: Path) -> None:
    with service(bad="lxml") as url:
        done = audit(lock, url)
    assert done.returncode == 1
    assert "packages with known vulnerabilities" in done.stderr
    assert "PYSEC-2026-1" in done.stderr


def test_a_service_that_fails_is_no_clean_bill(lock: Path) -> None:
    with service(status=500) as url:
        done = audit(lock, url)
    assert done.returncode == 3
    assert done.stderr.startswith(f"audit: {lock} was not checked, because {url} gave no advisories: ")
    assert done.stderr.count("\n") == 1


def test_a_service_that_cannot_be_reached_is_no_clean_bill(lock: Path) -> None:
    done = audit(lock, f"http://127.0.0.1:{free_port()}/v1/query")
    assert done.returncode == 3
    assert "was not checked, because" in done.stderr
    assert done.stderr.count("\n") == 1
