"""Whatever a person types or sets wrong is told in one sentence, with a documented exit code and no traceback."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler import environment
from crawler.cli import main
from crawler.store.database import open_database
from tests.commands.wrong import Parameter, sample, wrong_things
from tests.conftest import ROOT

CODES = {0, 1, 2, 3, 4, 5, 75}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with an empty database."""
    output = tmp_path_factory.mktemp("archive")
    open_database(output / "reports.db").close()
    return output


@pytest.fixture
def places(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Wrong places by their kind, and an archive in the environment."""
    for name in list(os.environ):
        if name.startswith("FAZHI_"):
            monkeypatch.delenv(name)
    monkeypatch.setattr("crawler.settings.OUTPUT", archive)
    monkeypatch.chdir(tmp_path)
    return wrong_things(tmp_path)


def told(result: Result) -> str:
    """What a wrong input was answered with, which must be a plain sentence."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in CODES
    assert "Traceback" not in result.output
    assert len(result.output) < 30_000
    return result.stderr


@pytest.mark.parametrize(("parameter", "kind"), sample(), ids=lambda each: str(each))
def test_wrong_arguments(parameter: Parameter, kind: str, places: dict[str, str]) -> None:
    """A seeded sample with each parameter of each command; ``python -m tests.commands`` tries all of them."""
    result = CliRunner().invoke(main, parameter.line(places[kind]))
    said = told(result)
    assert parameter.may_be_right(kind) or (said.strip() and result.exit_code in {1, 2}), result.output


@pytest.mark.parametrize("line", ["rebuild-search WRONG", "verify WRONG", "portals WRONG", "scale WRONG", "WRONG"])
def test_words_too_many(line: str, places: dict[str, str]) -> None:
    result = CliRunner().invoke(main, line.replace("WRONG", places["missing"]).split())
    assert told(result).strip()
    assert result.exit_code == 2


WRONG_VALUES = {
    "FAZHI_OUTPUT": ["{file}", "{below}"],
    "FAZHI_PORTALS": ["{file}", "{below}", "{missing}"],
    "FAZHI_TIMEOUT": ["abc", "-1", "0", "nan", "inf", "六十"],
    "FAZHI_FILE_MB": ["abc", "-1", "0", "1e99"],
    "FAZHI_BUSY_TIMEOUT": ["long", "-1"],
    "FAZHI_NOW": ["yesterday", "2026-13-01T00:00:00Z", "2026-03-01T00:00:00"],
    "FAZHI_REPLICA": ["http://192.0.2.1:80", "here", "http://www.example.gov.cn/"],
    "FAZHI_OUPUT": ["output"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG_VALUES.items() for text in texts])
def test_wrong_variables(name: str, text: str, places: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, text.format(**places))
    result = CliRunner().invoke(main, ["portals"])
    assert name in told(result)
    assert result.exit_code == 2


def test_scrapy_says_a_wrong_variable_as_well(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"], cwd=ROOT, env={**os.environ, "FAZHI_FILE_MB": "abc"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.strip().splitlines() == ["Error: " + done.stderr.strip().removeprefix("Error: ")]
    assert "FAZHI_FILE_MB" in done.stderr


@pytest.mark.parametrize(("language", "document"), [("en", "operations.md"), ("zh", "operations.zh-CN.md")])
def test_the_documents_show_the_table_of_variables(
    language: str, document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert environment.table() in (ROOT / "docs" / document).read_text("utf-8")


@pytest.mark.parametrize(
    ("word", "meant"), [("crwal", "crawl"), ("coverge", "coverage"), ("change", "changes"), ("verfy", "verify")]
)
def test_a_misspelt_command_is_answered_with_the_one_meant(word: str, meant: str) -> None:
    assert f"did you mean {meant!r}?" in CliRunner().invoke(main, [word]).stderr


@pytest.mark.parametrize("command", ["changes --portal", "coverage --portal", "crawl", "check"])
def test_a_misspelt_portal_is_answered_with_the_one_meant(command: str, places: dict[str, str], archive: Path) -> None:
    db = open_database(archive / "reports.db")
    row = {"name": "nanchang", "title": "", "home": "", "platform": "hanweb"}
    db.table("portals").insert(row, pk="name", replace=True)
    db.close()
    assert "did you mean 'nanchang'?" in told(CliRunner().invoke(main, [*command.split(), "nanchng"]))


def test_a_bad_portal_file_costs_one_portal(places: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(places["folder"])
    (folder / "broken.yml").write_text("title: [", "utf-8")
    (folder / "doubled.yml").write_text((ROOT / "crawler/portals/nanchang.yml").read_text("utf-8"), "utf-8")
    (folder / "registry").mkdir()
    for place in (folder, folder / "registry"):
        (place / "twice.yml").write_text((ROOT / "crawler/portals/nanchang.yml").read_text("utf-8"), "utf-8")
    monkeypatch.setenv("FAZHI_PORTALS", str(folder))
    for command in (["crawl", "--dry-run"], ["crawl", "doubled", "--dry-run"], ["portals"], ["check", "jianghan"]):
        result = CliRunner().invoke(main, command)
        said = told(result).splitlines()
        assert result.exit_code == 3
        assert [re.search(r"(\w+)\.yml", line)[1] for line in said] == ["broken", "twice"]  # type: ignore[index]
        assert "doubled" in result.stdout or "check" in command


def test_a_dry_run_makes_nothing(places: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.settings.OUTPUT", Path(places["missing"]))
    result = CliRunner().invoke(main, ["crawl", "nanchang", "--dry-run"])
    assert (result.exit_code, "list.shtml" in result.stdout) == (0, True)
    assert not Path(places["missing"]).parent.exists()


@pytest.mark.parametrize("other", ["CREATE TABLE reports (x)", "CREATE TABLE t (x)"])
def test_a_database_of_another_program_is_told(
    other: str, places: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    output = Path(places["folder"])
    with sqlite3.connect(output / "reports.db") as conn:
        conn.execute(other)
    conn.close()
    monkeypatch.setattr("crawler.settings.OUTPUT", output)
    for command in (["changes"], ["coverage"], ["verify"]):
        told(CliRunner().invoke(main, command))


def drop_override() -> None:
    """Take from root the right to write what is read-only (capabilities(7)): PR_CAPBSET_DROP, CAP_DAC_OVERRIDE."""
    if os.geteuid() == 0:
        assert ctypes.CDLL(None).prctl(24, 1, 0, 0, 0) == 0


READING = ["check nanchang", "coverage", "changes", "export {made}", "verify", "portals", "backup {made}"]

IN_ONE_PROCESS = """
import json, sys
from click.testing import CliRunner
from crawler.cli import main
results = [CliRunner().invoke(main, line) for line in json.loads(sys.argv[1])]
print(json.dumps([[each.exit_code, f"{each.output} {each.exception!r}"] for each in results]))
"""


@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "killed"])
def test_an_archive_that_cannot_be_written_can_be_read(left_open: bool, archive: Path, tmp_path: Path) -> None:
    """Folder and files are read-only, for root as well; also with the log of a killed run beside the database."""
    output, made = tmp_path / "output", tmp_path / "made"
    shutil.copytree(archive, output)
    made.mkdir()
    db = open_database(output / "reports.db") if left_open else None
    for file in (output, *output.iterdir()):
        file.chmod(0o555 if file.is_dir() else 0o444)
    environment = {**os.environ, "FAZHI_OUTPUT": str(output), "HOME": str(made), "PYTHONDONTWRITEBYTECODE": "1"}
    lines = [command.format(made=made / command.split()[0]).split() for command in READING]
    done = subprocess.run(
        [sys.executable, "-c", IN_ONE_PROCESS, json.dumps(lines)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True, preexec_fn=drop_override,
    )  # fmt: skip
    for command, (code, said) in zip(READING, json.loads(done.stdout), strict=True):
        assert code == (3 if "check" in command else 0), f"{command}\n{said}"
    if db is not None:
        db.close()
