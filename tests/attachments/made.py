"""Files made by hand: OFD (GB/T 33190-2016), RAR (a stored member), and hostile ones."""

from __future__ import annotations

import binascii
import io
import struct
import zipfile
from xml.sax.saxutils import escape

_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_SIZE, _ACROSS, _DOWN, _LEFT, _TOP = 5.64, 28, 22, 27.0, 37.0  # millimetres: 16 points, 28 characters, 22 lines


def packed(members: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _wrapped(paragraph: str) -> list[tuple[float, str]]:
    """The visual lines of a paragraph with a first line two characters in: (indent, text)."""
    lines, line, used, indent = [], "", 2.0, 2.0
    for char in paragraph:
        width = 0.5 if char.isascii() else 1.0
        if used + width > _ACROSS and char not in ",。;:、)”》":
            lines.append((indent, line))
            line, used, indent = "", 0.0, 0.0
        line += char
        used += width
    return [*lines, (indent, line)]


def _text(x: float, y: float, text: str) -> str:
    widths = [_SIZE / 2 if char.isascii() else _SIZE for char in text[:-1]]
    if len(widths) > 1 and len(set(widths)) == 1:
        delta = f"g {len(widths)} {widths[0]:.3f}"
    else:
        delta = " ".join(f"{width:.3f}" for width in widths)
    return (
        f'<ofd:TextObject ID="1" Boundary="{x:.2f} {y:.2f} {sum(widths) + _SIZE:.2f} {_SIZE:.2f}" Font="3" '
        f'Size="{_SIZE}"><ofd:TextCode X="0" Y="{0.88 * _SIZE:.3f}" DeltaX="{delta}">{escape(text)}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def _stroke(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject ID="2" Boundary="{x0} {y0} {x1 - x0 + 0.1:.2f} {y1 - y0 + 0.1:.2f}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.2f} {y1 - y0:.2f}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _table(rows: list[list[str]], top: float) -> str:
    high, wide, width = 12.0, 50.0, len(rows[0])
    out = [_stroke(_LEFT, top + high * i, _LEFT + wide * width, top + high * i) for i in range(len(rows) + 1)]
    out += [_stroke(_LEFT + wide * j, top, _LEFT + wide * j, top + high * len(rows)) for j in range(width + 1)]
    for i, cells in enumerate(rows):
        out += [_text(_LEFT + wide * j + 2, top + high * i + 3, cell) for j, cell in enumerate(cells) if cell]
    return "".join(out)


def ofd(paragraphs: list[str], rows: list[list[str]] | None = None) -> bytes:
    """An OFD file: paragraphs with indents, broken over lines and pages with page numbers; a ruled table at the end."""
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph)]
    pages = [lines[at : at + _DOWN] for at in range(0, len(lines), _DOWN)]
    contents = []
    for number, page in enumerate(pages, 1):
        inner = "".join(_text(_LEFT + i * _SIZE, _TOP + 9.9 * n, text) for n, (i, text) in enumerate(page))
        contents.append(inner + _text(100, 275, f"— {number} —"))
    if rows:
        contents.append(_table(rows, _TOP) + _text(100, 275, f"— {len(pages) + 1} —"))
    members: dict[str, bytes | str] = {
        "OFD.xml": f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {_OFD} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f'<?xml version="1.0" encoding="UTF-8"?><ofd:Document {_OFD}><ofd:CommonData>'
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, inner in enumerate(contents):
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {_OFD}><ofd:Content><ofd:Layer ID="9">{inner}'
            "</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return packed(members)


def rar(members: dict[str, bytes]) -> bytes:
    """A RAR 4 archive whose members are stored, not packed."""

    def block(kind: int, flags: int, body: bytes, more: bytes = b"") -> bytes:
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", binascii.crc32(head) & 0xFFFF) + head + more

    out = b"Rar!\x1a\x07\x00" + block(0x73, 0, b"\0" * 6)
    for name, data in members.items():
        raw = name.encode("ascii")
        crc = binascii.crc32(data)
        body = struct.pack("<IIBIIBBHI", len(data), len(data), 3, crc, 0x5A000000, 20, 0x30, len(raw), 0o100644) + raw
        out += block(0x74, 0x8000, body, data)
    return out + block(0x7B, 0x4000, b"")
