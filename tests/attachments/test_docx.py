"""Word files of the XML kind."""

from __future__ import annotations

import pytest

from cleaning.attachments import read
from tests.attachments.samples import paragraphs, word

TABLE = [["类别", "件数", "金额"], ["行政处罚", "12", "2.59万元"], ["行政复议", "3", "—"]]


@pytest.mark.parametrize("number", range(5))
def test_a_word_file_gives_its_paragraphs_and_rows(number: int) -> None:
    lines = paragraphs(number)
    reading = read(word(lines, TABLE), "report.docx")
    assert reading.text.split("\n") == [*lines, *("\t".join(row) for row in TABLE)]
    assert (reading.method, reading.flags, reading.confidence) == ("docx", (), 1.0)
