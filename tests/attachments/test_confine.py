"""What the process that reads a file reaches: its own folder and the system, and nobody outside."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from cleaning.attachments.sandbox import confine
from tests.conftest import ROOT

TRIES = """
import json, os, socket, sys
from pathlib import Path
from cleaning.attachments.sandbox.confine import confine
own, secret, port = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
os.chdir(own)
confined = confine(own)
def tried(act):
    try:
        act()
    except OSError:
        return False
    return True
print(json.dumps({
    "confined": confined,
    "write own": tried(lambda: (own / "answer").write_text("x")),
    "read own": tried(lambda: (own / "answer").read_text()),
    "start a program": tried(lambda: os.execv("/bin/true", ["true"]) if not os.fork() else os.wait()),
    "import": tried(lambda: __import__("cleaning.attachments.readers.ofd")),
    "read another's": tried(lambda: secret.read_text()),
    "write another's": tried(lambda: secret.write_text("x")),
    "write beside it": tried(lambda: (secret.parent / "new").write_text("x")),
    "delete": tried(lambda: secret.unlink()),
    "connect": tried(lambda: socket.create_connection(("127.0.0.1", port), 5)),
    "listen": tried(lambda: socket.create_server(("127.0.0.1", 0))),
    "signal": tried(lambda: os.kill(os.getppid(), 0)),
}))
"""


def test_a_reader_reaches_its_own_folder_and_nobody(tmp_path: Path) -> None:
    own, secret = tmp_path / "own", tmp_path / "other" / "secret"
    own.mkdir()
    secret.parent.mkdir()
    secret.write_text("of another")
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        done = subprocess.run(
            [sys.executable, "-P", "-c", TRIES, str(own), str(secret), str(server.server_address[1])],
            cwd=own, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        server.shutdown()
    found = json.loads(done.stdout)
    offered = confine.version()
    assert found.pop("confined") is (offered > 0)
    outside = {"read another's", "write another's", "write beside it", "delete"}
    outside |= ({"connect", "listen"} if offered >= 4 else set()) | ({"signal"} if offered >= 6 else set())
    assert {name for name, could in found.items() if not could} == (outside if offered else set())


def test_a_kernel_without_landlock_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(confine, "version", lambda: 0)
    assert confine.confine(tmp_path) is False
    assert (tmp_path.parent / "free").write_text("x") == 1


def test_of_programs_outside_the_system_only_the_office_may_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Data of other programs, such as databases below /var/lib, is none of a reader's business."""
    office = tmp_path / "opt" / "office" / "program" / "soffice"
    office.parent.mkdir(parents=True)
    office.touch(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "soffice").symlink_to(office)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    readable = confine._readable()
    assert str(tmp_path / "opt" / "office") in readable
    assert not {"/opt", "/var", "/var/lib", str(tmp_path / "opt")} & readable
