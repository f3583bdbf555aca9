"""The README keeps its word: every command it shows is run, every example it shows is read."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import yaml

from crawler.portals import load
from tests.conftest import ROOT, Crawls
from tests.ports import free_port

READMES = ("README.md", "README.zh-CN.md")
SHOWN = ("README.md", "docs/tutorial.md", "docs/portals.md")
FAZHI = Path(sys.executable).parent / "fazhi"


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    lines = "".join(blocks(name, "console")).splitlines()
    assert lines
    assert all(line.startswith("$ ") for line in lines)
    return [line[2:] for line in lines]


def check_serve(command: str, crawls: Crawls) -> None:
    """Datasette answers on the database the crawl made."""
    port = free_port()
    database = str(crawls.output / "reports.db")
    line = [*shlex.split(command.replace("output/demo/reports.db", database)), "--port", str(port)]
    server = subprocess.Popen(
        line, cwd=ROOT, env=crawls.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{port}/reports/reports.json?_shape=array", timeout=5
                ) as page:
                    assert b"issuer" in page.read()
                return
            except OSError:
                assert server.poll() is None
                time.sleep(0.2)
        pytest.fail(f"{command} did not answer")
    finally:
        server.terminate()
        server.wait(20)


def run(command: str, crawls: Crawls, folder: Path) -> subprocess.CompletedProcess[str]:
    """One shown command in a folder that looks like the checkout."""
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=crawls.environment(FAZHI_NOW="2026-11-22T08:00:00+00:00"),
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_every_command_works(crawls: Crawls, tmp_path: Path) -> None:
    """Those of three documents on one archive, one that two of them show once."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for entry in ROOT.iterdir():
        if entry.name not in ("output", ".venv"):
            (folder / entry.name).symlink_to(entry)
    (folder / ".venv" / "bin").mkdir(parents=True)
    for tool in FAZHI.parent.iterdir():
        (folder / ".venv" / "bin" / tool.name).symlink_to(tool)
    for stamp in (".ready", ".ready-dev"):
        (folder / ".venv" / stamp).touch()
    page = (
        "<html><meta charset=utf-8><body><div id=zoom><p>现将2024年法治政府建设情况报告如下。</p></div></body></html>"
    )
    (folder / "page.html").write_text(page, "utf-8")
    crawls.crawl()
    for command in dict.fromkeys(command for name in SHOWN for command in commands(name)):
        if "fazhi serve" in command:
            check_serve(command, crawls)
        elif command == "make test":
            assert "-m pytest" in run("make -n test", crawls, folder).stdout
        elif command == "make crawl":
            assert "fazhi crawl" in run("make -n crawl", crawls, folder).stdout
        elif command == "make demo":
            assert "fazhi demo" in run("make -n demo", crawls, folder).stdout
        else:
            done = run(command, crawls, folder)
            assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
            assert done.stdout.strip() or "scrapy crawl" in command, f"{command} prints nothing"
    for program in blocks("docs/tutorial.md", "python"):  # what it does with the export
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert "report_year" in done.stdout


@pytest.mark.parametrize(("language", "name"), [("en", "docs/tutorial.md"), ("zh", "docs/tutorial.zh-CN.md")])
def test_the_demo_prints_what_the_tutorial_shows(language: str, name: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FAZHI_")}
    environment |= {"FAZHI_OUTPUT": str(tmp_path / "output"), "FAZHI_LANG": language}
    done = subprocess.run(
        [sys.executable, "-m", "crawler", "demo"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    shown = re.search(r"<!-- demo output -->\n```text\n(.*?)\n```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    assert shown, f"{name} shows no output of the demo"
    assert [line.split() for line in shown[1].splitlines()] == [
        line.split() for line in done.stdout.replace(f"{tmp_path}/", "").splitlines()
    ]


@pytest.mark.parametrize("name", ["docs/portals.md", "docs/portals.zh-CN.md"])
def test_examples_can_be_used(name: str, tmp_path: Path) -> None:
    assert blocks(name, "yaml")
    for number, text in enumerate(blocks(name, "yaml")):
        path = tmp_path / f"portal{number}.yml"
        path.write_text(text, "utf-8")
        shown, real = load(path), load(ROOT / "crawler/portals/nanchang.yml")
        assert shown.model_dump(exclude={"name", "expect"}) == real.model_dump(exclude={"name", "expect"})
        assert yaml.safe_load(text)


@pytest.mark.parametrize("name", ["docs/operations.md", "docs/operations.zh-CN.md"])
def test_jobs_and_units_can_be_used(name: str) -> None:
    assert len(blocks(name, "crontab")) == 1
    for text in blocks(name, "crontab"):
        jobs = [line for line in text.splitlines() if line and not re.match(r"\w+=", line)]
        for job in jobs:
            assert re.match(r"(\S+\s+){5}cd \S+ && (flock -n \S+ )?.venv/bin/fazhi (crawl|backup|verify)", job)
    units = blocks(name, "systemd")
    assert len(units) == 2
    for text in units:
        unit = configparser.ConfigParser(strict=False)
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(text)
        assert "Unit" in unit.sections()


def test_both_readmes_show_the_same_commands_and_pictures() -> None:
    english, chinese = (commands(name) for name in READMES)
    assert english == chinese
    for name in READMES:
        for picture in re.findall(r"!\[.*?\]\((.+?)\)", (ROOT / name).read_text("utf-8")):
            assert (ROOT / picture).is_file(), picture


@pytest.mark.parametrize("name", [*READMES, "docs/library.md", "docs/library.zh-CN.md"])
def test_examples_of_the_library_print_what_is_shown(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each Python block runs; where a block of text follows, that is what it prints."""
    text = (ROOT / name).read_text("utf-8")
    found = re.findall(r"^```python\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", text, re.MULTILINE | re.DOTALL)
    assert found
    for program, shown in found:
        exec(compile(program, name, "exec"), {})
        printed = capsys.readouterr().out
        assert printed.strip()
        assert not shown or printed.rstrip() == shown.rstrip()
