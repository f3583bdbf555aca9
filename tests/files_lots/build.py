"""Files made by hand, part by part: DOCX packages, PDF and OFD pages of placed text, and legacy DOC streams."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from xml.sax.saxutils import escape

from tests.attachments.made import compound, packed
from tests.attachments.made import pdf as pdf_of
from tests.attachments.made import stream as pdf_stream

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def r(text: str, props: str = "") -> str:
    """A run of text."""
    props = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, props: str = "") -> str:
    """A paragraph of runs; a plain text is one run."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs if run)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def ps(lines: Iterable[str]) -> str:
    """A paragraph for each line."""
    return "".join(p(line) for line in lines)


def part(kind: str, inner: str) -> str:
    """A part of the package with its root element."""
    return f"{_HEAD}<w:{kind} {_W}>{inner}</w:{kind}>"


def docx(body: str, parts: dict[str, str | bytes] | None = None, main: str = "word/document.xml") -> bytes:
    """A package: the body's XML, and further parts as ``name: content`` (related by the kind their name tells)."""
    folder, _, base = main.rpartition("/")
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="mht" ContentType="message/rfc822"/>'
        '<Default Extension="html" ContentType="text/html"/>'
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="{main}"/></Relationships>',
        main: part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    links = []
    for number, (name, content) in enumerate((parts or {}).items(), 1):
        kind = "aFChunk" if "chunk" in name else name.rpartition(".")[0].rstrip("0123456789")
        links.append(f'<Relationship Id="rel{number}" Type="{_RELS}/{kind}" Target="{name}"/>')
        members[f"{folder}/{name}"] = content
    members[f"{folder}/_rels/{base}.rels"] = (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'
    )
    return packed(members)


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """A cell of a table."""
    props = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    props += {"": "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    inner = "".join(each if each.startswith("<") else p(each) for each in content) or p()
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def table(*rows: Iterable[str]) -> str:
    """A table of rows of cells."""
    inner = "".join(
        "<w:tr>" + "".join(each if each.startswith("<") else cell(each) for each in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl>"


def wrapped(text: str, across: float, indent: float = 2.0) -> list[tuple[float, str]]:
    """The lines of a paragraph set in a measure of so many characters: how far in each begins, and its text."""
    lines, line, used, first = [], "", indent, indent
    for char in text:
        width = 0.5 if char.isascii() else 1.0
        if used + width > across and char not in "，。；：、）”》":
            lines.append((first, line))
            line, used, first = "", 0.0, 0.0
        line += char
        used += width
    return [*lines, (first, line)]


class Pdf:
    """Pages of text placed by hand, in a font that the reader's own tables map (Adobe-GB1)."""

    def __init__(
        self, width: float = 595, height: float = 842, rotate: int = 0, said: dict[str, str] | None = None
    ) -> None:
        self._size = (width, height)
        self._rotate = rotate
        self._said = said or {}
        self._pages: list[list[str]] = []
        self.page()

    def page(self) -> None:
        self._pages.append([])

    def put(self, x: float, y: float, text: str, size: float = 16, spread: float = 0, turn: str = "1 0 0 1") -> None:
        """Text whose baseline begins at x from the left and y from the top, spread by so much a character."""
        codes = text.encode("utf-16-be").hex()
        place = f"{x:.2f} {self._size[1] - y:.2f}"
        self._pages[-1].append(f"BT /F1 {size} Tf {spread:.3f} Tc {turn} {place} Tm <{codes}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        high = self._size[1]
        self._pages[-1].append(f"0.7 w {x0} {high - y0} m {x1} {high - y1} l S")

    def grid(self, xs: list[float], ys: list[float]) -> None:
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def reverse(self) -> None:
        """Draws what is on the page in the opposite order."""
        self._pages[-1].reverse()

    def _unicode(self) -> bytes:
        """A map of codes to characters that says other characters than those that are drawn."""
        pairs = [f"<{ord(char):04x}> <{ord(other):04x}>" for char, other in self._said.items()]
        blocks = ("\n".join(pairs[at : at + 100]) for at in range(0, len(pairs), 100))
        chars = "\n".join(f"{block.count(chr(10)) + 1} beginbfchar\n{block}\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{chars}\nendcmap end end"
        ).encode()

    def bytes(self) -> bytes:
        first = 7
        kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(self._pages)))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(self._pages)}>>".encode(),
            b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]"
            + (b"/ToUnicode 6 0 R>>" if self._said else b">>"),
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[1 95 500]"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
            b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/Ascent 880/Descent -120"
            b"/CapHeight 880/ItalicAngle 0/StemV 93>>",
            pdf_stream(self._unicode()),
        ]
        wide, high = self._size
        for number, page in enumerate(self._pages):
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide} {high}]/Rotate {self._rotate}"
                f"/Resources<</Font<</F1 3 0 R>>>>/Contents {first + 2 * number + 1} 0 R>>".encode()
            )
            objects.append(pdf_stream(zlib.compress("\n".join(page).encode()), b"/Filter/FlateDecode"))
        return pdf_of(objects)


_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd_text(x: float, y: float, text: str, size: float = 5.64, step: float | None = None, attrs: str = "") -> str:
    """A TextObject whose characters stand a step apart (their own width, where none is given)."""
    widths = [step if step is not None else size / 2 if char.isascii() else size for char in text[:-1]]
    delta = f' DeltaX="{" ".join(f"{width:.3f}" for width in widths)}"' if widths else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x:.2f} {y:.2f} {sum(widths) + size:.2f} {size:.2f}" Font="3" Size="{size}"'
        f'{attrs}><ofd:TextCode X="0" Y="{0.88 * size:.3f}"{delta}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def ofd(
    pages: list[str], templates: list[str] | None = None, more: dict[str, bytes | str] | None = None, root: str = ""
) -> bytes:
    """An OFD file of pages' objects; each page lies upon the template of its number, if there are templates."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'

    def page(inner: str, template: str = "") -> str:
        layer = f'<ofd:Content><ofd:Layer ID="9">{inner}</ofd:Layer></ofd:Content>'
        return f"{head}<ofd:Page {_OFD}>{template}{layer}</ofd:Page>"

    members: dict[str, bytes | str] = {
        "OFD.xml": f'{head}<ofd:OFD {_OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        f"<ofd:DocRoot>{root}Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{head}<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        + "".join(
            f'<ofd:TemplatePage ID="{90 + n}" BaseLoc="Tpls/Tpl_{n}/Content.xml"/>' for n in range(len(templates or []))
        )
        + "</ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, inner in enumerate(pages):
        lies = f'<ofd:Template TemplateID="{90 + number}" ZOrder="Background"/>' if templates else ""
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = page(inner, lies)
    for number, inner in enumerate(templates or []):
        members[f"Doc_0/Tpls/Tpl_{number}/Content.xml"] = page(inner)
    return packed(members | (more or {}))


def doc(pieces: list[tuple[str, bool]], notes: str = "", heads: str = "") -> bytes:
    """A Word 97 file: pieces of the main text, each one-byte (cp1252) or UTF-16, then footnotes and running heads."""
    texts = [*pieces, (notes, False), (heads, False)] if notes or heads else pieces
    texts = [each for each in texts if each[0]]
    if notes or heads:
        texts.append(("\r", False))
    data, table, ends, base = b"", [], [0], 2048
    for text, narrow in texts:
        where = base + len(data)
        table.append(struct.pack("<HIH", 0, (where * 2) | 0x40000000 if narrow else where, 0))
        data += text.encode("cp1252" if narrow else "utf-16-le")
        data += b"\0" * (len(data) % 2)
        ends.append(ends[-1] + len(text))
    plc = struct.pack(f"<{len(ends)}I", *ends) + b"".join(table)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    limit = base + len(data)
    page = -(-limit // 512)
    formats = struct.pack("<II", base, limit) + bytes(1 + 12)
    character_page = (struct.pack("<II", base, limit) + b"\0").ljust(511, b"\0") + b"\1"
    paragraph_page = formats.ljust(511, b"\0") + b"\1"
    bins = struct.pack("<III", base, limit, page), struct.pack("<III", base, limit, page + 1)
    tables = clx + bins[0] + bins[1]
    fib = struct.pack("<HHHHHHHIBBHHII", 0xA5EC, 0xC1, 0, 0x804, 0, 0x1200, 0xBF, 0, 0, 0, 0, 0, base, limit)
    fib += struct.pack("<H", 14) + bytes(28)
    counts = [0] * 22
    counts[0] = limit
    counts[3] = sum(len(text) for text, _ in pieces)
    counts[4], counts[5] = len(notes), len(heads)
    places = [0] * 186
    places[2 * 12 : 2 * 12 + 2] = [len(clx), 12]
    places[2 * 13 : 2 * 13 + 2] = [len(clx) + 12, 12]
    places[2 * 33 : 2 * 33 + 2] = [0, len(clx)]
    fib += struct.pack("<H22I", 22, *counts) + struct.pack("<H186I", 93, *places) + struct.pack("<H", 0)
    word = fib.ljust(base, b"\0") + data
    word = word.ljust(page * 512, b"\0") + character_page + paragraph_page
    return compound({"WordDocument": word, "1Table": tables})
