"""Help and messages speak English or Chinese, whole; what programs read stays as it is."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import click
import pytest
from click.testing import CliRunner

from crawler.cli import CommandFolder, main
from crawler.store.database import open_database
from tests import messages
from tests.commands.test_wrong_input import archive, places  # noqa: F401  # fixtures
from tests.commands.wrong import sample

ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")  # three words in a row are a sentence nobody translated
HAN = re.compile(r"[一-鿿]")
FOLDER = CommandFolder(name="fazhi")
CONTEXT = click.Context(FOLDER)


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chinese by the program's own variable, against an English locale. Click remembers the option ``--help`` of a
    command in the language in which it was first asked for."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("FAZHI_LANG", "zh")
    for name in FOLDER.list_commands(CONTEXT):
        for command in messages.commands(FOLDER.get_command(CONTEXT, name)):
            monkeypatch.setattr(command, "_help_option", None)


def fields(text: str) -> list[str]:
    """The places a message leaves open, with their forms."""
    found = [f"{name}!{how}:{form}" for _, name, form, how in Formatter().parse(text) if name is not None]
    return sorted(found + re.findall(r"%\(\w+\)s", text))


def test_the_catalogue_holds_every_message_and_is_compiled() -> None:
    held = {each.id if isinstance(each.id, str) else each.id[0]: each for each in messages.catalogue() if each.id}
    assert sorted(held) == sorted(messages.wanted()), "renew it: python -m tests.messages"
    for key, each in held.items():
        (said,) = each.string if isinstance(each.string, tuple) else (each.string,)
        meant = each.id if isinstance(each.id, str) else each.id[1]
        assert said, f"{key!r} is not translated"
        assert fields(said) in (fields(meant), fields(key)), key
    assert messages.CHINESE.with_suffix(".mo").read_bytes() == messages.compiled(messages.catalogue())


@pytest.mark.usefixtures("chinese")
def test_every_wrong_input_is_answered_in_chinese(places: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setenv("FAZHI_LANG", "zh")
    for parameter, kind in sample():
        if not parameter.may_be_right(kind):
            said = CliRunner().invoke(main, parameter.line(places[kind])).stderr
            for given in (places[kind] or "''", "http://127.0.0.1:9/", " ".join(("main", *parameter.command))):
                said = said.replace(given, "")
            assert HAN.search(said), f"{parameter} {kind}: {said}"
            assert not ENGLISH.search(said), f"{parameter} {kind}: {said}"


@pytest.mark.usefixtures("chinese")
def test_all_help_is_in_chinese() -> None:
    for name in FOLDER.list_commands(CONTEXT):
        shown = CliRunner().invoke(main, [name, "--help"]).stdout
        examples = re.compile(r"示例：\n(?: +fazhi .*\n| +\w+ .*\n| +mv .*\n| +echo .*\n)+")
        assert not ENGLISH.search(examples.sub("", shown)), shown


def test_the_locale_decides_where_the_variable_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAZHI_LANG", raising=False)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.setenv(name, "")
    for locale, word in (("zh_CN.UTF-8", "用法"), ("de_DE.UTF-8", "Usage"), ("C", "Usage")):
        monkeypatch.setenv("LANG", locale)
        assert CliRunner().invoke(main, ["--help"]).stdout.startswith(word)


def test_json_is_the_same_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.settings.OUTPUT", tmp_path)
    open_database(tmp_path / "reports.db").close()
    monkeypatch.setenv("LANGUAGE", "en")
    said = []
    for language in ("en", "zh"):
        monkeypatch.setenv("FAZHI_LANG", language)
        said.append([CliRunner().invoke(main, [name, "--json"]).stdout for name in ("changes", "coverage", "portals")])
    assert said[0] == said[1]
