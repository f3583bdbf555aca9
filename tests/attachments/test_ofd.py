"""OFD files (GB/T 33190-2016)."""

from __future__ import annotations

import io

import pytest

from cleaning.attachments import read_file, read_safely
from tests.attachments.made import ofd, packed
from tests.attachments.samples import ROWS, TABLE, paragraphs, right


@pytest.mark.parametrize("number", range(5))
def test_an_ofd_file_gives_its_paragraphs_and_rows(number: int) -> None:
    lines = paragraphs(number)
    reading = read_file(ofd(lines, TABLE), "报告.ofd")
    assert right([*lines, *ROWS], reading.text) >= 0.999
    assert reading.text.split("\n") == [*lines, *ROWS]
    assert (reading.method, reading.flags) == ("ofd", ())


def test_a_slanted_watermark_is_no_text() -> None:
    import zipfile

    lines = paragraphs(0)
    with zipfile.ZipFile(io.BytesIO(ofd(lines))) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    page = "Doc_0/Pages/Page_0/Content.xml"
    mark = (
        '<ofd:TextObject ID="7" Boundary="50 100 100 100" Size="12" CTM="0.7 0.7 -0.7 0.7 0 0">'
        '<ofd:TextCode X="0" Y="10" DeltaX="g 3 12">内部资料</ofd:TextCode></ofd:TextObject></ofd:Layer>'
    )
    members[page] = bytes(members[page]).decode().replace("</ofd:Layer>", mark).encode()  # type: ignore[arg-type]
    assert read_file(packed(members)).text.split("\n") == lines


def test_an_encrypted_ofd_file_is_said_to_be() -> None:
    assert read_safely(packed({"OFD.xml": "<OFD/>", "Encryptions.xml": "<x/>"})).flags == ("encrypted",)
