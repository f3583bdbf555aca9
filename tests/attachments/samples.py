"""Files with known Chinese text: the seeds' texts, written by python-docx, LibreOffice, PDFium and Pillow."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import docx
import numpy as np
import pypdfium2 as pdfium
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image
from rapidfuzz.distance import Levenshtein

SEEDS = sorted((Path(__file__).parents[1] / "data" / "seeds").glob("*.body.txt"))
TITLE = "某某市生态环境局2024年度法治政府建设情况报告"
TABLE = [["类别", "件数", "金额"], ["行政处罚决定（含当场处罚）", "12", "2.59万元"], ["行政复议", "3", "—"]]
ROWS = ["\t".join(row) for row in TABLE]
_FULL = str.maketrans(",;:?!()", "，；：？！（）")


def paragraphs(number: int) -> list[str]:
    """The paragraphs of a seed's text, one each line, below a title."""
    return [TITLE, *filter(None, SEEDS[number].read_text(encoding="utf-8").split("\n"))]


def printed(lines: list[str]) -> list[str]:
    """The same text with Chinese punctuation in full width, as documents print it and no web page keeps it."""
    return [line.translate(_FULL) for line in lines]


def right(wanted: list[str] | str, got: str) -> float:
    """The share of characters that are right, blanks aside: one minus the edit distance over the length."""
    want = "".join("".join(wanted).split())
    return 1 - Levenshtein.distance(want, "".join(got.split())) / len(want)


def word(lines: list[str], table: list[list[str]] | None = None, columns: int = 1) -> bytes:
    """A document as offices make them: title in the middle, first lines indented, running head and page number."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Noto Serif CJK SC", Pt(16)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    title = document.add_paragraph(lines[0])
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.size = Pt(22)
    size = Pt(16 if columns == 1 else 10.5)
    for line in lines[1:]:
        paragraph = document.add_paragraph()
        paragraph.add_run(line).font.size = size
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Pt(2 * size.pt)
        paragraph.paragraph_format.line_spacing = Pt(1.75 * size.pt)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        grid.style = "Table Grid"
        for cells, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    section = document.sections[0]
    section.header.paragraphs[0].text = "某某市生态环境局文件"
    footer = section.footer.paragraphs[0]
    footer.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)
    footer.add_run(" —")
    if columns > 1:
        section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="{columns}" w:space="720"/>'))
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def numbered() -> tuple[bytes, list[str]]:
    """A document whose numbers Word counts, with a tracked insertion and deletion; and the lines a reader sees."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    levels = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>'
            + "".join(
                f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="nothing"/>'
                f'<w:lvlText w:val="{text}"/></w:lvl>'
                for n, (style, text) in enumerate(levels)
            )
            + "</w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/></w:num>'),
    )
    for text, level in (
        ("主要做法", 0),
        ("健全制度", 1),
        ("严格执法", 1),
        ("处罚", 2),
        ("复议", 2),
        ("存在问题", 0),
        ("能力不足", 1),
    ):
        item = document.add_paragraph(text)._p.get_or_add_pPr()
        item.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="78"/></w:numPr>'))
    last = document.add_paragraph("全年办理案件12件。")._p
    who = 'w:id="1" w:author="某" w:date="2025-01-01T00:00:00Z"'
    last.append(parse_xml(f"<w:ins {nsdecls('w')} {who}><w:r><w:t>新增一句。</w:t></w:r></w:ins>"))
    last.append(parse_xml(f"<w:del {nsdecls('w')} {who}><w:r><w:delText>删去一句。</w:delText></w:r></w:del>"))
    lines = ["一、主要做法", "（一）健全制度", "（二）严格执法", "1.处罚", "2.复议", "二、存在问题", "（一）能力不足"]
    return saved(document), [*lines, "全年办理案件12件。新增一句。"]


def converted(folder: Path, names: list[str], kind: str) -> None:
    """Lets LibreOffice write files of a folder as another kind, all in one go."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    try:
        subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True, timeout=200)
    except FileNotFoundError:
        pytest.fail("LibreOffice writes the samples of these tests; install it with: sh .ci/tools")


def pages(pdf: bytes, numbers: list[int]) -> bytes:
    """Some pages of a PDF as a PDF."""
    out, new = io.BytesIO(), pdfium.PdfDocument.new()
    new.import_pages(pdfium.PdfDocument(pdf), numbers)
    new.save(out)
    return out.getvalue()


def scan(pdf: bytes, dots: int, skew: float = 0, noise: float = 0) -> list[Image.Image]:
    """The pages of a PDF as a scanner sees them: grey, at so many dots an inch, askew by degrees, with noise."""
    out = []
    for number, page in enumerate(pdfium.PdfDocument(pdf)):
        picture = page.render(scale=dots / 72).to_pil().convert("L")
        if skew:
            picture = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        grey = np.asarray(picture).astype(float)
        grey += np.random.default_rng(number).normal(0, noise, grey.shape)
        out.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)))
    return out


def scanned(pictures: list[Image.Image], dots: int) -> bytes:
    """Pictures as a PDF without a text layer."""
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dots, quality=75)
    return out.getvalue()
