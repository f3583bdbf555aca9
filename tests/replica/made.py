"""Small document files with known text, made of their formats' bare bones, the same bytes every time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 30, 28  # characters of a line, lines of a page
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFD = "http://www.ofdspec.org/2016"
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe)"
    " /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
    " /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>",
)


def pdf(lines: Sequence[str]) -> bytes:
    """A PDF with a text layer, set like an official document: first lines indented, as many pages as needed."""
    rows = [
        text[at : at + WIDTH] for line in lines for text in [f"\u3000\u3000{line}"] for at in range(0, len(text), WIDTH)
    ]
    pages = [rows[at : at + HEIGHT] for at in range(0, len(rows), HEIGHT)]
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", *FONT]
    for at, page in enumerate(pages):
        shown = "\n".join(f"<{row.encode('utf-16-be').hex()}> Tj T*" for row in page)
        stream = f"BT /F1 16 Tf 24 TL 57 770 Td\n{shown}\nET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {6 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    return _pdf(objects)


def _pdf(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n"
    return out + end.encode() + b"%%EOF\n"


def docx(lines: Sequence[str]) -> bytes:
    """A Word file, one paragraph a line."""
    text = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
            f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{DOCUMENT}"'
            ' Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>',
        }
    )


def ofd(lines: Sequence[str]) -> bytes:
    """An OFD file (GB/T 33190-2016) of one long page, one text object a line."""
    text = "".join(
        f'<ofd:TextObject ID="{at + 10}" Boundary="20 {20 + 8 * at} 170 6" Font="3" Size="5"><ofd:TextCode X="0" Y="5">'
        f"{escape(line)}</ofd:TextCode></ofd:TextObject>"
        for at, line in enumerate(lines)
    )
    box = f"<ofd:PhysicalBox>0 0 210 {60 + 8 * len(lines)}</ofd:PhysicalBox>"
    name = f'xmlns:ofd="{OFD}"'
    return archive(
        {
            "OFD.xml": f'<ofd:OFD {name} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f"<ofd:Document {name}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
            f"<ofd:PageArea>{box}</ofd:PageArea></ofd:CommonData><ofd:Pages>"
            '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
            "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {name}><ofd:Area>{box}</ofd:Area><ofd:Content>"
            f'<ofd:Layer ID="2">{text}</ofd:Layer></ofd:Content></ofd:Page>',
        }
    )


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def scan(number: int) -> bytes:
    """A picture of a page (PNG) on which there are only grey bars; each ``number`` gives other bytes."""
    width, height = 320, 440
    row = b"\0" + bytes([200] * width)
    blank = b"\0" + bytes([255] * width)
    data = b"".join(row if at % 20 < number % 9 + 1 else blank for at in range(height))

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
