"""Files with known Chinese text: the seeds' texts, written by python-docx and LibreOffice."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from rapidfuzz.distance import Levenshtein

SEEDS = sorted((Path(__file__).parents[1] / "data" / "seeds").glob("*.body.txt"))
TITLE = "某某市生态环境局2024年度法治政府建设情况报告"


def paragraphs(number: int) -> list[str]:
    """The paragraphs of a seed's text, one each line, below a title."""
    return [TITLE, *filter(None, SEEDS[number].read_text(encoding="utf-8").split("\n"))]


def right(wanted: list[str] | str, got: str) -> float:
    """The share of characters that are right, blanks aside: one minus the edit distance over the length."""
    want = "".join("".join(wanted).split())
    return 1 - Levenshtein.distance(want, "".join(got.split())) / len(want)


def word(lines: list[str], table: list[list[str]] | None = None) -> bytes:
    """A document as offices make them: title in the middle, first lines indented, a running head, a table."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Serif CJK SC", Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    title = document.add_paragraph(lines[0])
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(22)
    for line in lines[1:]:
        paragraph = document.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.paragraph_format.line_spacing = Pt(28)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        grid.style = "Table Grid"
        for cells, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    document.sections[0].header.paragraphs[0].text = "某某市生态环境局文件"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
