"""What LibreOffice writes of the seeds' texts: text PDF, DOC, RTF, and scans of the PDF."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from cleaning.attachments import Limits, read_file, read_safely
from cleaning.attachments.readers import ocr, programs
from cleaning.attachments.readers.programs import office_text
from cleaning.attachments.reading import Problem
from tests.attachments.made import packed
from tests.attachments.samples import (
    ROWS,
    TABLE,
    converted,
    numbered,
    pages,
    paragraphs,
    printed,
    right,
    scan,
    scanned,
    word,
)
from tests.conftest import ROOT


@dataclass
class Office:
    """The samples by name and kind."""

    folder: Path

    def __getitem__(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    for number in range(5):
        (folder / f"{number}.docx").write_bytes(word(paragraphs(number), TABLE))
    (folder / "columns.docx").write_bytes(word(paragraphs(0), columns=2))
    (folder / "printed.docx").write_bytes(word(printed(paragraphs(0))))
    (folder / "numbered.docx").write_bytes(numbered()[0])
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.active.append(["办结率", 0.953, 1234567])
    book.active["B4"].number_format, book.active["C4"].number_format = "0.0%", "#,##0"
    book.save(folder / "book.xlsx")
    texts = [f"{number}.docx" for number in range(5)] + ["columns.docx", "printed.docx", "numbered.docx"]
    converted(folder, texts, "pdf")
    converted(folder, texts, "doc")
    converted(folder, ["0.docx", "numbered.docx"], "rtf")
    converted(folder, ["book.xlsx"], "xls")
    return Office(folder)


@pytest.mark.parametrize("kind", ["pdf", "doc"])
@pytest.mark.parametrize("number", range(5))
def test_characters_and_paragraphs_of_written_text(office: Office, number: int, kind: str) -> None:
    lines = [*paragraphs(number), *ROWS]
    reading = read_file(office[f"{number}.{kind}"], f"report.{kind}")
    assert right(lines, reading.text) >= 0.999
    got = reading.text.split("\n")
    assert len(got) == len(lines)
    assert sum(a == b for a, b in zip(got, lines, strict=True)) >= len(lines) - 1
    assert (reading.method, reading.flags) == ({"pdf": "pdf_text", "doc": "doc"}[kind], ())


def test_running_heads_and_page_numbers_are_no_text(office: Office) -> None:
    text = read_file(office["0.pdf"]).text
    assert "生态环境局文件" not in text
    assert "—" not in text.replace(ROWS[-1], "")


def test_columns_are_read_one_after_the_other(office: Office) -> None:
    lines = paragraphs(0)
    reading = read_file(office["columns.pdf"])
    assert right(lines, reading.text) >= 0.999
    assert len(set(lines) & set(reading.text.split("\n"))) >= len(lines) - 2


@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_numbers_counted_by_the_word_processor(office: Office, kind: str) -> None:
    assert read_file(office[f"numbered.{kind}"]).text.split("\n")[:7] == numbered()[1][:7]


def test_deletions_that_a_doc_file_tracks_are_no_text(office: Office) -> None:
    assert read_file(office["numbered.doc"]).text.split("\n")[-1] == numbered()[1][-1]


def test_rtf(office: Office) -> None:
    reading = read_file(office["0.rtf"], "report.rtf")
    assert (reading.text.split("\n"), reading.method) == ([*paragraphs(0), *ROWS], "rtf")


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_workbooks_give_rows_as_they_are_shown(office: Office, kind: str) -> None:
    reading = read_file(office[f"book.{kind}"], f"book.{kind}")
    assert (reading.text.split("\n"), reading.method) == ([*ROWS, "办结率\t95.3%\t1,234,567"], kind)


def test_wps_is_told_by_its_name_and_read_by_its_content(office: Office) -> None:
    reading = read_file(office["0.doc"], "报告.wps")
    assert (reading.method, reading.media_type, reading.flags) == ("wps", "application/msword", ())


@pytest.mark.parametrize(("program", "confidence"), [("soffice", 0.95), ("catdoc", 0.5)])
def test_other_programs_read_what_the_own_reader_cannot(
    office: Office, program: str, confidence: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = shutil.which(program)
    assert found, "install it with: sh .ci/tools"
    (tmp_path / program).write_text(f'#!/bin/sh\nPATH={os.environ["PATH"]}\nexec {found} "$@"\n')
    (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("cleaning.attachments.readers.wordbinary.pieces", lambda *_: [][1])
    reading = read_file(office["1.doc"])
    assert right([*paragraphs(1), *ROWS], reading.text) >= 0.99
    assert (reading.method, reading.confidence) == ("doc", confidence)


def test_without_any_program_the_note_says_what_to_install(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaning.attachments.readers.wordbinary.pieces", lambda *_: [][1])
    monkeypatch.setenv("PATH", "/nowhere")
    reading = read_file(office["1.doc"])
    assert reading.flags == ("needs_tool",)
    assert "Install LibreOffice or catdoc" in reading.note


@pytest.mark.parametrize(
    ("dots", "skew", "noise", "least"), [(200, 0, 0, 0.99), (150, 1, 8, 0.97)], ids=["clean", "askew and noisy"]
)
def test_a_scan_is_recognised(office: Office, dots: int, skew: float, noise: float, least: float) -> None:
    page = pages(office["printed.pdf"], [1])
    reading = read_safely(scanned(scan(page, dots, skew, noise), dots), "scan.pdf")
    assert right(read_file(page).text, reading.text) >= least
    assert (reading.method, reading.pages, reading.flags) == ("pdf_ocr", 1, ())
    assert 0.9 < reading.confidence < 1


WATCHED = """
import os, sys
from cleaning.attachments.readers import ocr
def refuse(event, args):
    if event in ("os.mkdir", "socket.connect") or (event == "open" and "w" in str(args[1])):
        raise PermissionError(event, args)
sys.dont_write_bytecode = True
sys.addaudithook(refuse)
ocr._engine()
print(os.environ["ORT_DISABLE_TELEMETRY"])
"""


def test_the_recogniser_starts_where_nothing_can_be_written_and_tells_nobody() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr


def test_a_picture_lying_on_its_side_is_recognised(office: Office, tmp_path: Path) -> None:
    page = pages(office["printed.pdf"], [1])
    picture = scan(page, 150)[0].crop((0, 200, 1275, 450)).rotate(90, expand=True)
    picture.save(tmp_path / "photo.png")
    reading = read_file((tmp_path / "photo.png").read_bytes(), "photo.png")
    assert reading.method == "image_ocr"
    assert len(reading.text) > 50
    assert reading.text in read_file(page).text


def test_without_the_recogniser_a_scan_says_what_to_install(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: False)
    data = scanned(scan(pages(office["printed.pdf"], [1]), 50), 50)
    for reading in (read_file(data), read_file(_png())):
        assert (reading.text, reading.method, reading.flags) == ("", "", ("needs_ocr",))
        assert "extra 'ocr'" in reading.note
    assert read_file(data).pages == 1


def _png() -> bytes:
    import io

    out = io.BytesIO()
    Image.new("L", (300, 300), 255).save(out, "PNG")
    return out.getvalue()


def test_an_encrypted_pdf_is_said_to_be(office: Office) -> None:
    converted(
        office.folder,
        ["numbered.docx"],
        'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
        '"DocumentOpenPassword":{"type":"string","value":"secret"}}',
    )
    reading = read_safely(office["numbered.pdf"], "secret.pdf")
    assert (reading.text, reading.flags, reading.note) == ("", ("encrypted",), "The PDF needs a password.")


def test_an_encrypted_doc_is_said_to_be(office: Office) -> None:
    data = bytearray(office["0.doc"])
    data[data.index(b"\xec\xa5") + 0x0B] |= 1
    assert read_file(bytes(data)).flags == ("encrypted",)


@pytest.mark.parametrize("name", ["0.pdf", "0.doc", "0.docx", "0.rtf", "book.xls", "book.xlsx"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_file_cut_off_is_flagged_and_never_raises(office: Office, name: str, part: float) -> None:
    data = office[name]
    reading = read_safely(data[: int(part * len(data))], name)
    assert set(reading.flags) & {"truncated", "unreadable"}
    assert reading.note


@pytest.mark.parametrize("kept_in", [True, False], ids=["kept in", "free"])
def test_libreoffice_asks_no_other_host_for_a_documents_pictures(
    kept_in: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written as PDF, a document's linked pictures are asked for, unless the profile and the proxies forbid it."""
    monkeypatch.setattr(programs, "_AS_TEXT", "pdf")
    if not kept_in:
        profile = '<oor:items xmlns:oor="http://openoffice.org/2001/registry"/>'
        monkeypatch.setattr(programs, "_PROFILE", profile)
        monkeypatch.setattr(programs, "_PROXIES", {})
    asked = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen() -> None:
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    server.accept()[0].close()
                    asked.set()

        done = threading.Event()
        listener = threading.Thread(target=listen)
        listener.start()
        document = _linked(f"http://127.0.0.1:{server.getsockname()[1]}/x.png")
        try:
            with pytest.raises(Problem, match="could not read"):
                office_text(document, "odt", "odt", Limits())
        finally:
            done.set()
            listener.join()
    assert asked.is_set() is not kept_in


def test_an_opendocument_text_is_read() -> None:
    assert read_file(_linked("http://127.0.0.1:9/x.png")).text == "附有图片的报告"


def _linked(link: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{names}office:1.0" xmlns:text="{names}text:1.0" '
        f'xmlns:draw="{names}drawing:1.0" xmlns:svg="{names}svg-compatible:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        "<office:body><office:text><text:p>附有图片的报告"
        '<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="5cm" draw:name="a">'
        f'<draw:image xlink:href="{link}" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame>'
        "</text:p></office:text></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{names}manifest:1.0" '
        'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )
