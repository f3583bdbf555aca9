"""Time from outside: seals stamped by an authority of openssl's and by a calendar of our own, both on loopback."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp

from crawler.publish.stamping import services, stamp_seals
from crawler.store import seals, stamps
from crawler.store.backup import backup, restore
from tests.store.world import World

CONFIG = """
[tsa]
default_tsa = own
[own]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
[for_stamps]
extendedKeyUsage = critical,timeStamping
"""


class Services(BaseHTTPRequestHandler):
    """POST /tsr answers as ``openssl ts``, /digest and /timestamp/… as a calendar."""

    server: Any

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(self.path)
        if self.server.away:
            self.send_error(503)
        elif self.path == "/tsr":
            self._give(authority(self.server.folder, asked))
        else:
            stamp = Timestamp(asked)
            commitment = stamp.ops.add(OpAppend(b"a tree")).ops.add(OpSHA256())
            commitment.attestations.add(PendingAttestation("https://calendar.example"))
            self.server.known[commitment.msg.hex()] = commitment.msg
            self._give(serialized(stamp))

    def do_GET(self) -> None:
        commitment = self.server.known.get(self.path.rpartition("/")[2])
        if commitment is None or not self.server.mined:
            self.send_error(404, "Pending confirmation in Bitcoin blockchain")
            return
        stamp = Timestamp(commitment)
        stamp.ops.add(OpSHA256()).attestations.add(BitcoinBlockHeaderAttestation(900_000))
        self._give(serialized(stamp))

    def _give(self, content: bytes) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def serialized(stamp: Timestamp) -> bytes:
    context = BytesSerializationContext()
    stamp.serialize(context)
    return bytes(context.getbytes())


def openssl(*words: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, check=True, **more)


def certify(folder: Path) -> None:
    """An authority's own root and signing certificate."""
    (folder / "ts.cnf").write_text(CONFIG.format(folder=folder))
    (folder / "serial").write_text("01\n")
    for name, subject in (("root", "/CN=Our own root"), ("signer", "/CN=Our own authority")):
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", folder / f"{name}.key")
        more = ["-x509", "-days", "30"] if name == "root" else []
        openssl("req", "-new", *more, "-key", folder / f"{name}.key", "-subj", subject, "-out", folder / f"{name}.pem")
    openssl("x509", "-req", "-in", folder / "signer.pem", "-CA", folder / "root.pem", "-CAkey", folder / "root.key",
            "-CAcreateserial", "-days", "30", "-extfile", folder / "ts.cnf", "-extensions", "for_stamps",
            "-out", folder / "signer.crt")  # fmt: skip


def authority(folder: Path, query: bytes) -> bytes:
    (folder / "query").write_bytes(query)
    openssl("ts", "-reply", "-config", folder / "ts.cnf", "-queryfile", folder / "query", "-signer",
            folder / "signer.crt", "-inkey", folder / "signer.key", "-out", folder / "answer")  # fmt: skip
    return (folder / "answer").read_bytes()


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority")
    certify(folder)
    return folder


@pytest.fixture
def outside(certified: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Services)
    server.folder, server.asked, server.known, server.away, server.mined = certified, [], {}, False, False
    base = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("FAZHI_TSA", f"{base}/tsr")
    monkeypatch.setenv("FAZHI_OTS", base)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def sealed(world: World, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A seal of the present moment: no service stamps another one."""
    monkeypatch.delenv("FAZHI_NOW")
    world.run()
    world.portal("mou")
    world.look("mou")
    path = seals.seal(world.db, world.path.parent, world.ledger.run)
    assert path
    return path


def state(world: World) -> list[tuple[str, str]]:
    return [tuple(row) for row in world.db.execute("SELECT stamp_state, stamp_path FROM seals ORDER BY id")]


def wrong(world: World, roots: Path | None = None) -> list[str]:
    output = world.path.parent
    return [found[2] for found in stamps.check(world.db, output, seals.all_seals(output)[0], roots)]


def test_a_seal_is_stamped_by_both_and_others_can_check_it(
    world: World, outside: Any, certified: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal, output = sealed(world, monkeypatch), world.path.parent
    assert stamp_seals(world.db, output, services()) == []
    assert state(world) == [("pending", "seals/000001.tsr seals/000001.ots")], "the proof is on its way to a block"
    done = openssl("ts", "-verify", "-data", seal, "-in", seal.with_suffix(".tsr"), "-CAfile", certified / "root.pem")
    assert b"Verification: OK" in done.stdout + done.stderr

    outside.mined = True
    assert stamp_seals(world.db, output, services()) == []
    assert state(world)[0][0] == "stamped"
    assert outside.asked.count("/tsr") == outside.asked.count("/digest") == 1, "what is there is not asked for again"
    proof = stamps.proof(seal.with_suffix(".ots"))
    assert proof.file_digest == hashlib.sha256(seal.read_bytes()).digest()
    assert BitcoinBlockHeaderAttestation(900_000) in {each for _, each in proof.timestamp.all_attestations()}
    assert wrong(world, certified / "root.pem") == []

    monkeypatch.setattr("crawler.store.backup._check", lambda *_: 0)  # this world's snapshots are in no file
    backup(output, output.parent / "copy")
    restore(output.parent / "copy", output.parent / "back")
    for path in (output / "seals").iterdir():
        assert (output.parent / "back" / "seals" / path.name).read_bytes() == path.read_bytes()


def test_a_service_that_is_away_is_told_and_asked_again(
    world: World, outside: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed(world, monkeypatch)
    outside.away = True
    problems = stamp_seals(world.db, world.path.parent, services())
    assert [each.partition(":")[0] for each in problems] == [
        "127.0.0.1 (FAZHI_TSA) did not stamp the seals",
        "127.0.0.1 (FAZHI_OTS) did not stamp the seals",
    ]
    assert state(world) == [("pending", "")]
    outside.away = False
    assert stamp_seals(world.db, world.path.parent, services()) == []
    assert state(world) == [("pending", "seals/000001.tsr seals/000001.ots")]


def test_it_is_off_unless_a_service_is_named(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed(world, monkeypatch)
    assert (services(), state(world)) == ({}, [("none", "")])
    assert stamp_seals(world.db, world.path.parent, services()) == []


def test_a_keeper_who_rebuilds_is_found_by_the_stamps(
    world: World, outside: Any, certified: Path, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Of a seal made anew the old stamps are of other bytes, and new ones of another time than it says."""
    seal, output = sealed(world, monkeypatch), world.path.parent
    stamp_seals(world.db, output, services())
    other = tmp_path_factory.mktemp("other")
    certify(other)
    assert any("000001.tsr is no stamp of 000001.seal" in each for each in wrong(world, other / "root.pem"))

    old = seal.read_text("utf-8")
    year = old.index("# sealed: ") + 10
    seal.write_text(f"{old[:year]}2020{old[year + 4 :]}", "utf-8")
    assert [each.rpartition(": ")[2] for each in wrong(world)] == ["it stamps other bytes"] * 2
    for suffix in (".tsr", ".ots"):
        seal.with_suffix(suffix).unlink()
    assert all("is not there" in each for each in wrong(world))
    stamp_seals(world.db, output, services())
    (late,) = wrong(world)
    assert "nothing from outside shows that 000001.seal was made on 2020-" in late
    shutil.copy(seal, seal.with_suffix(".tsr"))
    assert "is no stamp of" in wrong(world)[0]
