"""The documents keep their word: languages in step, tables current, every file they name there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
NAMED = re.compile(r"`((?:cleaning|crawler|tests|docs|benchmarks)/[\w./-]+\.\w+)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_a_document_names_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    named = [ROOT / each for each in NAMED.findall(text)] + [document.parent / each for each in LINK.findall(text)]
    assert not [str(path.relative_to(ROOT)) for path in named if not path.exists()]
