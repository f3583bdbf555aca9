"""OFD, the national format of fixed pages (GB/T 33190-2016): placed characters in packages of XML."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from cleaning.attachments.layout import tables
from cleaning.attachments.layout.page_text import Glyph, Sheet
from cleaning.attachments.layout.paragraphs import reading_order
from cleaning.attachments.readers import image
from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.readers.package import Package, name_of, resolve
from cleaning.attachments.reading import Limits, Problem, Text

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_PATH = re.compile(r"([MSLQBACZ])([^MSLQBACZ]*)")
_ON_PAGE = 40_000
_STROKES = 5000  # of one page
_DEPTH = 12
_LITTLE = 60


def _all(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in node.iter() if name_of(child) == name)


def _first(node: etree._Element, name: str) -> etree._Element | None:
    return next(_all(node, name), None)


def _numbers(text: str | None) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text or "")[:20_000]]


@dataclass
class _Page:
    pieces: list[Glyph] = field(default_factory=list)
    strokes: list[tuple[float, float, float, float]] = field(default_factory=list)
    images: list[tuple[float, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The box of an object, and the matrix that turns and stretches what is in it (GB/T 33190-2016)."""

    left: float
    top: float
    matrix: Sequence[float]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place inside the object as one on the page."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e + self.left, b * x + d * y + f + self.top


def _frame(node: etree._Element) -> _Frame | None:
    """The frame of an object; None for one without a box, which is not shown."""
    box, matrix = _numbers(node.get("Boundary")), _numbers(node.get("CTM"))
    return _Frame(box[0], box[1], matrix if len(matrix) == 6 else (1, 0, 0, 1, 0, 0)) if len(box) == 4 else None


def read(data: bytes, limits: Limits) -> Text:
    """The text of an OFD file. Raises Problem when it is damaged, encrypted or a bomb."""
    package = Package(data, limits)
    if any(name.lower().endswith(("encryptions.xml", "entries.xml.enc")) for name in package.members):
        raise Problem("encrypted", "The OFD file is encrypted.")
    sheets, scans, count = _sheets(package, limits)
    if not sheets:
        raise Problem("unreadable", "The OFD file has no pages.")
    flags: list[str] = []
    notes: list[str] = []
    if count > len(sheets):
        flags += ["too_many_pages", "truncated"]
        notes.append(f"The OFD file has {count} pages; the first {len(sheets)} were read.")
    scores: list[tuple[float, int]] = []
    if scans:
        image.recognise(
            sheets, list(scans), lambda n: image.opened(package.member(scans[n]), scores), flags, notes, limits
        )
    scores.append((1.0, sum(len(line.text) for sheet in sheets for line in sheet.lines) if not scans else 0))
    text = "\n".join(reading_order(sheets))
    return Text(text, "ofd", count, image.confidence(scores), tuple(flags), " ".join(notes))


def _sheets(package: Package, limits: Limits) -> tuple[list[Sheet], dict[int, str], int]:
    """The pages of all documents, the places of the pictures that some of them are, and how many pages there are."""
    sheets: list[Sheet] = []
    scans: dict[int, str] = {}
    count = 0
    for root in _roots(package):
        document = package.xml(root)
        images = _images(package, root, document)
        pages = list(_all(document, "Page"))
        count += len(pages)
        for page, size in _read_pages(package, root, document, pages[: max(0, limits.pages - len(sheets))]):
            sheet = tables.sheet(*size, page.pieces, page.strokes)
            if picture := _scan_of(page, sheet, size, images):
                scans[len(sheets)] = picture
            sheets.append(sheet)
    return sheets, scans, count


def _read_pages(
    package: Package, root: str, document: etree._Element, pages: list[etree._Element]
) -> Iterator[tuple[_Page, tuple[float, float]]]:
    """The pages of one document with their sizes."""
    templates = {node.get("ID", ""): node.get("BaseLoc", "") for node in _all(document, "TemplatePage")}
    default = _physical_box(document)
    for node in pages:
        yield _read_page(package, root, resolve(root, node.get("BaseLoc", "")), templates, default)


def _physical_box(node: etree._Element) -> list[float]:
    """The corners of the paper a page or a document is on."""
    area = _first(node, "PhysicalBox")
    return _numbers(area.text) if area is not None else []


def _scan_of(page: _Page, sheet: Sheet, size: tuple[float, float], images: dict[str, str]) -> str | None:
    """Where the picture lies that a page without a readable text consists of."""
    if sum(len(line.text) for line in sheet.lines) >= _LITTLE and not garbled("".join(p.text for p in page.pieces)):
        return None
    largest = max(((area, images[key]) for area, key in page.images if key in images), default=None)
    return largest[1] if largest is not None and largest[0] > 0.2 * size[0] * size[1] else None


def _roots(package: Package) -> list[str]:
    """The documents of the file, the newest version where there are several."""
    return [resolve("", root.text or "") for root in _all(package.xml("OFD.xml"), "DocRoot")]


def _images(package: Package, root: str, document: etree._Element) -> dict[str, str]:
    found = {}
    for node in document.iter():
        if name_of(node) in {"PublicRes", "DocumentRes"} and node.text:
            place = resolve(root, node.text.strip())
            if place not in package:
                continue
            resources = package.xml(place)
            base = resources.get("BaseLoc", "")
            for media in _all(resources, "MultiMedia"):
                file = _first(media, "MediaFile")
                if file is not None and file.text:
                    inner = f"{base.rstrip('/')}/{file.text.strip()}" if base else file.text.strip()
                    found[media.get("ID", "")] = resolve(place, inner)
    return found


def _read_page(
    package: Package, root: str, place: str, templates: dict[str, str], default: list[float]
) -> tuple[_Page, tuple[float, float]]:
    node = package.xml(place)
    size = _physical_box(node) or default
    page = _Page()
    for template in [child for child in node if name_of(child) == "Template"]:
        inner = resolve(root, templates.get(template.get("TemplateID", ""), ""))
        if inner in package:
            _walk(package.xml(inner), page, 0)
    _walk(node, page, 0)
    return page, (size[2], size[3]) if len(size) > 3 else (210.0, 297.0)


def _walk(node: etree._Element, page: _Page, depth: int) -> None:
    if depth > _DEPTH:
        return
    for child in node:
        name = name_of(child)
        if name == "TextObject":
            _text(child, page)
        elif name == "PathObject" and len(page.strokes) <= _STROKES:
            _path(child, page)
        elif name == "ImageObject":
            box = _numbers(child.get("Boundary"))
            if len(box) == 4:
                page.images.append((box[2] * box[3], child.get("ResourceID", "")))
        elif name in {"Content", "Layer", "PageBlock"}:
            _walk(child, page, depth + 1)


def _text(node: etree._Element, page: _Page) -> None:
    """The characters of a text object; slanted ones are stamps and watermarks."""
    frame = _frame(node)
    if frame is None or node.get("Visible") == "false":
        return
    a, b, c, d, e, f = frame.matrix
    if abs(math.degrees(math.atan2(b, a))) > 10:
        return
    size = (_numbers(node.get("Size")) or [3.0])[0]
    em, wide = size * math.hypot(c, d), math.hypot(a, b)
    start = 0.0, 0.0
    for code in [child for child in node if name_of(child) == "TextCode"]:
        start = next(iter(_numbers(code.get("X"))), start[0]), next(iter(_numbers(code.get("Y"))), start[1])
        for char, width, x, y in islice(_characters(code, *start, size), _ON_PAGE - len(page.pieces)):
            left, base = a * x + c * y + e + frame.left, b * x + d * y + f + frame.top
            page.pieces.append(Glyph(left, base - 0.88 * em, left + width * wide, base + 0.12 * em, em, char))


def _characters(code: etree._Element, x: float, y: float, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Each character of a text with its width and place, from the place of the first on."""
    rights, downs = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
    for number, char in enumerate((code.text or "").strip("\r\n")):
        width = size * (0.55 if char.isascii() else 1.0)
        yield char, width, x, y
        x += rights[number] if number < len(rights) else 0.0 if downs else width
        y += downs[number] if number < len(downs) else 0.0


def _deltas(text: str | None) -> list[float]:
    """Distances between characters; ``g n d`` stands for n times d (GB/T 33190-2016, 11.3)."""
    out: list[float] = []
    parts = iter((text or "").split()[:_ON_PAGE])
    for part in parts:
        if part == "g":
            times, value = _numbers(next(parts, "")), _numbers(next(parts, ""))
            if times and value:
                out += [value[0]] * int(min(max(times[0], 0), _ON_PAGE - len(out)))
        else:
            out += _numbers(part)[:1]
    return out


def _path(node: etree._Element, page: _Page) -> None:
    """The straight lines of a path; curves only lead to the next place."""
    frame, data = _frame(node), _first(node, "AbbreviatedData")
    if frame is None or data is None:
        return
    last = None
    for command, point in _moves(data.text or "", frame):
        if command in "LC" and last:
            page.strokes.append((*last, *point))
        last = last if command == "C" else point


def _moves(path: str, frame: _Frame) -> Iterator[tuple[str, tuple[float, float]]]:
    """The commands of a path with the places they lead to: closing it leads back to where it was begun."""
    start = None
    for match in _PATH.finditer(path[:20_000]):
        values = _numbers(match[2])
        if match[1] == "C" and start:
            yield "C", start
        elif len(values) > 1:
            point = frame.point(values[-2], values[-1])
            start = point if match[1] in "MS" else start
            yield match[1], point
