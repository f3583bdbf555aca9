"""The documents keep their word: languages in step, tables current, every file they name there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crawler.publish.dictionary import dictionary
from tests.conftest import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
NAMED = re.compile(r"`((?:cleaning|crawler|tests|docs|benchmarks)/[\w./-]+\.\w+)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_a_document_names_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    named = [ROOT / each for each in NAMED.findall(text)] + [document.parent / each for each in LINK.findall(text)]
    assert not [str(path.relative_to(ROOT)) for path in named if not path.exists()]


def test_the_data_dictionary_is_current_and_explains_every_column() -> None:
    shown = (ROOT / "docs/data-dictionary.md").read_text("utf-8")
    assert shown == dictionary(), "renew it: python -m crawler.publish.dictionary > docs/data-dictionary.md"
    assert "|  |\n" not in shown


def headings(text: str) -> list[int]:
    """The levels of the headings outside of code."""
    plain = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", plain, re.MULTILINE)]


def numbers(text: str) -> list[list[str]]:
    """The numbers in each row of the tables outside of code."""
    plain = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return [sorted(re.findall(r"\d+(?:[.,]\d+)*", line)) for line in plain.splitlines() if line.startswith("|")]


@pytest.mark.parametrize(
    "name", sorted(path.name.removesuffix(".zh-CN.md") for path in DOCUMENTS if path.name.endswith(".zh-CN.md"))
)
def test_both_languages_are_in_step(name: str) -> None:
    folder = ROOT if name == "README" else ROOT / "docs"
    english, chinese = ((folder / f"{name}{end}").read_text("utf-8") for end in (".md", ".zh-CN.md"))
    assert headings(english) == headings(chinese)
    for text in (english, chinese):
        assert text.count("```") % 2 == 0
    commands = re.compile(r"^```(?:console|crontab|systemd|yaml|python|r)\n.*?^```$", re.MULTILINE | re.DOTALL)
    assert commands.findall(english) == commands.findall(chinese)
    assert numbers(english) == numbers(chinese)
    links = [sorted(each.replace(".zh-CN", "") for each in LINK.findall(text)) for text in (english, chinese)]
    assert links[0] == links[1]
    pictures = re.compile(r"!\[.*?\]\((.+?)\)")
    assert pictures.findall(english) == pictures.findall(chinese)
