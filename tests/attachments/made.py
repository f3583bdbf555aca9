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
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
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
        for j, cell in enumerate(cells):
            for n in range(0, len(cell), 8):
                out.append(_text(_LEFT + wide * j + 2, top + high * i + 0.3 + _SIZE * n / 8, cell[n : n + 8]))
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


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (MS-CFB) of up to seven streams, each padded to a whole number of sectors."""
    free, end, size = 0xFFFFFFFF, 0xFFFFFFFE, 512
    names = [("Root Entry", 5, b""), *((name, 2, data.ljust(4096, b"\0")) for name, data in streams.items())]
    directory_sectors = -(-len(names) // 4)
    table, body, entries = [0xFFFFFFFD, *range(2, directory_sectors + 1), end], b"", b""
    for number, (name, kind, data) in enumerate(names):
        count = -(-len(data) // size)
        start = len(table)
        if count:
            table += [*range(start + 1, start + count), end]
            body += data.ljust(count * size, b"\0")
        raw = name.encode("utf-16-le")
        right, child = number + 1 if 0 < number < len(names) - 1 else free, 1 if kind == 5 else free
        entries += raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, right, child)
        entries += b"\0" * 36 + struct.pack("<IQ", start if count else end, len(data))
    table += [free] * (128 - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    return head + struct.pack("<128I", *table) + entries.ljust(directory_sectors * size, b"\0") + body


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def stream(data: bytes, filters: bytes = b"") -> bytes:
    """A stream object of a PDF."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), filters, data)


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
