"""Word files of the XML kind."""

from __future__ import annotations

import pytest

from cleaning.attachments import read
from tests.attachments.samples import ROWS, TABLE, numbered, paragraphs, word


@pytest.mark.parametrize("number", range(5))
def test_a_word_file_gives_its_paragraphs_and_rows(number: int) -> None:
    lines = paragraphs(number)
    reading = read(word(lines, TABLE), "report.docx")
    assert reading.text.split("\n") == [*lines, *ROWS]
    assert (reading.method, reading.flags, reading.confidence) == ("docx", (), 1.0)


def test_numbers_that_word_counts_and_what_it_tracks_are_read() -> None:
    data, lines = numbered()
    assert read(data).text.split("\n") == lines
