"""Word files of the XML kind."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cleaning.attachments import read_file
from cleaning.page.document_files import is_document
from tests.attachments.samples import ROWS, TABLE, numbered, paragraphs, word


@pytest.mark.parametrize("number", range(5))
def test_a_word_file_gives_its_paragraphs_and_rows(number: int) -> None:
    lines = paragraphs(number)
    reading = read_file(word(lines, TABLE), "report.docx")
    assert reading.text.split("\n") == [*lines, *ROWS]
    assert (reading.method, reading.flags, reading.confidence) == ("docx", (), 1.0)


def test_numbers_that_word_counts_and_what_it_tracks_are_read() -> None:
    data, lines = numbered()
    assert read_file(data).text.split("\n") == lines


@pytest.mark.parametrize("lead", [b"\r\n\r\n", b"\n", b" \t\r\n", b"\xef\xbb\xbf\r\n", b"\0\0"])
def test_blanks_before_the_mark_are_no_part_of_a_file(lead: bytes) -> None:
    lines = paragraphs(0)
    assert is_document(lead + word(lines))
    assert read_file(lead + word(lines), "report.docx").text.split("\n") == lines


@pytest.mark.parametrize("mark", ["w:del", "w:moveFrom"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_deleted_paragraph_mark_joins_what_stands_on_both_sides(mark: str, count: int) -> None:
    document = docx.Document()
    for number in range(4):
        paragraph = document.add_paragraph(f"第{number}段，")
        if number < count:
            properties = paragraph._p.get_or_add_pPr()
            run = OxmlElement("w:rPr")
            deleted = OxmlElement(mark)
            deleted.set(qn("w:id"), str(number))
            run.append(deleted)
            properties.append(run)
    out = io.BytesIO()
    document.save(out)
    joined = "".join(f"第{number}段，" for number in range(count + 1))
    assert read_file(out.getvalue()).text.split("\n") == [
        joined,
        *(f"第{number}段，" for number in range(count + 1, 4)),
    ]
