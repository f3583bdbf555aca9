"""Files made to harm: each gives a flag and a sentence, in bounded time and memory."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from cleaning.attachments import FLAGS, Limits, Reading, read_file, read_safely
from cleaning.attachments.readers.archives import safe_name
from tests.attachments.made import LAUGHS, compound, ofd, packed, pdf, rar, stream
from tests.attachments.samples import paragraphs, word

LINES = paragraphs(0)
TEXT = "\n".join(LINES)
SMALL = Limits(seconds=20, memory=256 << 20)
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"


def flagged(reading: Reading, *flags: str) -> bool:
    """Whether the reading has these flags alone, known ones, and a sentence that says why."""
    assert all(flag in FLAGS for flag in reading.flags)
    assert reading.note.endswith(".")
    assert reading.note[0].isupper()
    return set(reading.flags) == set(flags)


def rewritten(data: bytes, changes: dict[str, bytes | str]) -> bytes:
    """A package with some members changed or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return packed(members | changes)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def workbook() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["处罚", 12])
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [(word(LINES), "word/document.xml"), (ofd(LINES), "Doc_0/Document.xml"), (workbook(), "xl/worksheets/sheet1.xml")],
    ids=["docx", "ofd", "xlsx"],
)
def test_entities_in_xml_are_refused(data: bytes, name: str) -> None:
    head, _, rest = part(data, name).partition("?>")
    xml = f"{head}?>{LAUGHS}{rest}" if rest else f"{LAUGHS}{head}"
    assert flagged(read_safely(rewritten(data, {name: xml}), limits=SMALL), "bomb")


def test_entities_hidden_in_another_encoding_are_refused() -> None:
    data = word(LINES)
    xml = part(data, "word/document.xml").partition("?>")[2]
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}{xml}'.encode("utf-16")
    assert flagged(read_safely(rewritten(data, {"word/document.xml": wide}), limits=SMALL), "bomb")


def test_a_document_that_unpacks_to_far_more_than_it_weighs_is_a_bomb() -> None:
    data = rewritten(word(LINES), {"word/media/image1.bmp": bytes(300 << 20)})
    assert flagged(read_safely(data, limits=SMALL), "bomb")


def test_an_archive_with_a_bomb_still_gives_its_other_files() -> None:
    reading = read_safely(packed({"bomb.txt": bytes(300 << 20), "报告.docx": word(LINES)}), limits=SMALL)
    assert flagged(reading, "bomb")
    assert reading.text == TEXT
    assert [(name, member.flags) for name, member in reading.members] == [("bomb.txt", ("bomb",)), ("报告.docx", ())]


def test_archives_are_unpacked_within_one_limit() -> None:
    limits = Limits(unpacked=3 << 20, members=3)
    noise = random.Random(1).randbytes(2 << 20)
    reading = read_safely(packed({f"{n}.bin": noise for n in range(5)}, zipfile.ZIP_STORED), limits=limits)
    assert flagged(reading, "too_large", "truncated")
    assert [member.flags for _, member in reading.members] == [("unsupported",), ("too_large",), ("too_large",)]


def test_archives_inside_archives_are_opened_to_a_depth() -> None:
    data = word(LINES)
    readings = []
    for _ in range(3):
        data = packed({"报告.zip": data} if readings else {"报告.docx": data})
        readings.append(read_safely(data))
    assert [reading.text for reading in readings] == [TEXT, TEXT, ""]
    deepest = readings[2].members[0][1].members[0][1]
    assert flagged(deepest, "too_large")


def test_names_of_members_are_made_safe(tmp_path: Path) -> None:
    names = [
        "../../x.txt",
        "/etc/passwd",
        "C:\\Windows\\系统.txt",
        "a/../b.txt",
        "\x00\x1b[31m.txt",
        "..",
        "甲/乙.docx",
    ]
    assert [safe_name(name) for name in names] == [
        "x.txt", "etc/passwd", "Windows/系统.txt", "a/b.txt", "[31m.txt", "unnamed", "甲/乙.docx",
    ]  # fmt: skip
    reading = read_safely(packed({"../../../../tmp/报告.txt": TEXT}))
    assert reading.members[0][0] == "tmp/报告.txt"
    assert reading.text == TEXT


def test_names_written_in_gbk_without_saying_so_are_read() -> None:
    data = packed({"ABCD.txt": TEXT}).replace(b"ABCD", "报告".encode("gbk"))
    assert read_file(data).members[0][0] == "报告.txt"


def test_links_in_archives_are_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("报告.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert read_file(out.getvalue()).members[0][1].flags == ("unsupported",)


def test_rar_archives_are_read_through_bsdtar_and_asked_for_when_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = rar({"report.docx": word(LINES), "../../x.txt": TEXT.encode()})
    reading = read_safely(data, "报告.rar")
    assert (reading.method, reading.text) == ("rar", TEXT)
    assert [name for name, _ in reading.members] == ["report.docx", "x.txt"]
    monkeypatch.setenv("PATH", "/nowhere")
    assert flagged(read_file(data), "needs_tool")


@pytest.mark.parametrize("kind", ["zip", "docx", "xlsx"])
def test_encrypted_files_are_said_to_be(kind: str, tmp_path: Path) -> None:
    if kind == "zip":
        (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
        command = ["bsdtar", "-a", "-cf", "a.zip", "--options", "zip:encryption=zipcrypt", "--passphrase", "x"]
        subprocess.run([*command, "report.txt"], cwd=tmp_path, check=True)
        data = (tmp_path / "a.zip").read_bytes()
    else:
        data = compound({"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": random.Random(1).randbytes(9000)})
    assert flagged(read_safely(data, f"报告.{kind}"), "encrypted")


def test_macros_are_named_and_never_run() -> None:
    reading = read_safely(rewritten(word(LINES), {"word/vbaProject.bin": b"Sub AutoOpen()"}), "报告.docm")
    assert flagged(reading, "has_macros")
    assert reading.text == TEXT


def test_programs_in_a_pdf_are_named() -> None:
    catalogue = b"<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>>>"
    assert "has_macros" in read_safely(pdf([catalogue, PAGES, PAGE, stream(b"")])).flags


@pytest.mark.parametrize(
    ("data", "name", "method"),
    [
        (word(LINES), "报告.pdf", "docx"),
        (TEXT.encode("gb18030"), "报告.doc", "txt"),
        (b"<html><body><p>" + TEXT.encode() + b"</p></body></html>", "http://a.gov.cn/P020250301.doc?x=1", "html"),
        (packed({"a.txt": TEXT}), "a.docx", "zip"),
    ],
)
def test_a_wrong_suffix_is_flagged_and_the_content_read(data: bytes, name: str, method: str) -> None:
    reading = read_safely(data, name)
    assert flagged(reading, "wrong_suffix")
    assert (reading.method, LINES[-1] in reading.text) == (method, True)


def test_a_stream_that_unpacks_without_end_is_stopped() -> None:
    huge = zlib.compress(b" " * (64 << 20), 9)
    deep = zlib.compress(huge * 40, 9)
    data = pdf([CATALOGUE, PAGES, PAGE, stream(deep, b"/Filter[/FlateDecode/FlateDecode]")])
    reading = read_safely(data, limits=Limits(seconds=20, memory=64 << 20))
    assert flagged(reading, "out_of_memory")


def test_a_page_of_endless_drawing_is_stopped_in_time() -> None:
    work = zlib.compress(b"0 0 m 9 9 l S\n" * 20_000_000, 1)
    data = pdf([CATALOGUE, PAGES, PAGE, stream(work, b"/Filter/FlateDecode")])
    reading = read_safely(data, limits=Limits(seconds=1, memory=4 << 30))  # time is up before memory is
    assert flagged(reading, "timed_out")


def test_a_tree_of_pages_that_bites_its_tail_ends() -> None:
    loop = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000/Parent 2 0 R>>"
    reading = read_safely(pdf([CATALOGUE, loop]), limits=SMALL)
    assert flagged(reading, "unreadable")


def test_ten_thousand_pages_are_read_to_the_limit() -> None:
    count = 10_000
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>"
    data = pdf([CATALOGUE, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), stream(b""), *[page] * count])
    reading = read_safely(data, limits=Limits(pages=50))
    assert flagged(reading, "too_many_pages", "truncated")
    assert (reading.pages, "the first 50 were read" in reading.note) == (count, True)


def test_a_picture_of_a_hundred_thousand_pixels_square_is_a_bomb() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 1, 0, 0, 0, 0))
    assert flagged(read_safely(data + chunk(b"IDAT", zlib.compress(bytes(1000))), limits=SMALL), "bomb")


def test_a_picture_cut_off_is_flagged() -> None:
    out = io.BytesIO()
    Image.effect_noise((600, 600), 50).save(out, "PNG")
    assert flagged(read_safely(out.getvalue()[:5000]), "truncated")


def test_a_text_longer_than_the_limit_is_cut_and_said_to_be() -> None:
    reading = read_safely(word(LINES), limits=Limits(characters=1000))
    assert flagged(reading, "too_large", "truncated")
    assert TEXT.startswith(reading.text)
    assert 500 < len(reading.text) <= 1000


def test_brackets_nested_without_end_are_no_document() -> None:
    assert flagged(read_safely(b"{\\rtf1" + b"{" * 1_000_000), "bomb")


@pytest.mark.parametrize("kind", ["docx", "ofd", "xlsx", "zip", "rtf", "rar", "ole"])
def test_damaged_files_never_raise(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if kind == "ole":
        monkeypatch.setenv("PATH", "/nowhere")
    data = {
        "docx": word(LINES[:5]),
        "ofd": ofd(LINES[:5]),
        "xlsx": workbook(),
        "zip": packed({"a.txt": TEXT}),
        "rtf": b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}}\\f0 \\'b1\\'a8\\'b8\\'e6\\par}",
        "rar": rar({"a.txt": TEXT.encode()}),
        "ole": compound({"WordDocument": b"\xec\xa5" + bytes(600), "1Table": bytes(600)}),
    }[kind]
    chance = random.Random(kind)
    for _ in range(20):
        damaged = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        for _ in range(chance.randrange(1, 30) if damaged else 0):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        reading = read_file(bytes(damaged), f"a.{kind}")
        assert all(flag in FLAGS for flag in reading.flags)
        assert reading.text or reading.members or reading.note
