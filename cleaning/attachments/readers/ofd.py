"""OFD, the national format of fixed pages (GB/T 33190-2016): placed characters in packages of XML."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from cleaning.attachments.layout import page_text, tables
from cleaning.attachments.layout.page_text import Glyph, Sheet
from cleaning.attachments.layout.paragraphs import paragraphs
from cleaning.attachments.layout.running import without_running
from cleaning.attachments.readers import image
from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.readers.package import Package, resolve
from cleaning.attachments.reading import Limits, Problem, Text

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_PATH = re.compile(r"([MSLQBACZ])([^MSLQBACZ]*)")
_ON_PAGE = 40_000
_DEPTH = 12
_LITTLE = 60

_Matrix = tuple[float, float, float, float, float, float]


def _name(node: etree._Element) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _all(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in node.iter() if _name(child) == name)


def _first(node: etree._Element, name: str) -> etree._Element | None:
    return next(_all(node, name), None)


def _numbers(text: str | None) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text or "")[:20_000]]


@dataclass
class _Page:
    pieces: list[Glyph] = field(default_factory=list)
    strokes: list[tuple[float, float, float, float]] = field(default_factory=list)
    images: list[tuple[float, str]] = field(default_factory=list)


def read(data: bytes, limits: Limits) -> Text:
    """The text of an OFD file. Raises Problem when it is damaged, encrypted or a bomb."""
    package = Package(data, limits)
    if any(name.lower().endswith(("encryptions.xml", "entries.xml.enc")) for name in package.members):
        raise Problem("encrypted", "The OFD file is encrypted.")
    flags: list[str] = []
    notes: list[str] = []
    sheets: list[Sheet] = []
    places: dict[int, str] = {}
    count = 0
    for root in _roots(package):
        document = package.xml(root)
        images = _images(package, root, document)
        pages = list(_all(document, "Page"))
        count += len(pages)
        for page, size in _read_pages(package, root, document, pages[: max(0, limits.pages - len(sheets))]):
            sheet = _sheet(page, size)
            if picture := _scan_of(page, sheet, size, images):
                places[len(sheets)] = picture
            sheets.append(sheet)
    if not sheets:
        raise Problem("unreadable", "The OFD file has no pages.")
    if count > len(sheets):
        flags += ["too_many_pages", "truncated"]
        notes.append(f"The OFD file has {count} pages; the first {len(sheets)} were read.")
    scores: list[tuple[float, int]] = []
    if places:
        image.recognise(
            sheets, list(places), lambda n: image.opened(package.read(places[n]), scores), flags, notes, limits
        )
    scores.append((1.0, sum(len(line.text) for sheet in sheets for line in sheet.lines) if not places else 0))
    without_running(sheets)
    page_text.arrange(sheets)
    lines = paragraphs(sheets)
    return Text("\n".join(lines), "ofd", count, image.confidence(scores), tuple(flags), " ".join(notes))


def _read_pages(
    package: Package, root: str, document: etree._Element, pages: list[etree._Element]
) -> Iterator[tuple[_Page, tuple[float, float]]]:
    """The pages of one document with their sizes."""
    templates = {node.get("ID", ""): node.get("BaseLoc", "") for node in _all(document, "TemplatePage")}
    area = _first(document, "PhysicalBox")
    default = _numbers(area.text if area is not None else None)
    for node in pages:
        yield _read_page(package, root, resolve(root, node.get("BaseLoc", "")), templates, default)


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
        if _name(node) in {"PublicRes", "DocumentRes"} and node.text:
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
    box = _first(node, "PhysicalBox")
    size = _numbers(box.text if box is not None else None) or default or [0, 0, 210, 297]
    page = _Page()
    for template in [child for child in node if _name(child) == "Template"]:
        base = templates.get(template.get("TemplateID", ""))
        if base:
            inner = resolve(root, base)
            if inner in package:
                _walk(package.xml(inner), page, 0)
    _walk(node, page, 0)
    return page, (size[2] if len(size) > 3 else 210.0, size[3] if len(size) > 3 else 297.0)


def _walk(node: etree._Element, page: _Page, depth: int) -> None:
    if depth > _DEPTH:
        return
    for child in node:
        name = _name(child)
        if name == "TextObject":
            _text(child, page)
        elif name == "PathObject":
            _path(child, page)
        elif name == "ImageObject":
            box = _numbers(child.get("Boundary"))
            if len(box) == 4:
                page.images.append((box[2] * box[3], child.get("ResourceID", "")))
        elif name in {"Content", "Layer", "PageBlock"}:
            _walk(child, page, depth + 1)


def _matrix(node: etree._Element) -> _Matrix:
    found = _numbers(node.get("CTM"))
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else (1, 0, 0, 1, 0, 0)


def _text(node: etree._Element, page: _Page) -> None:
    """The characters of a text object; slanted ones are stamps and watermarks."""
    box = _numbers(node.get("Boundary"))
    size = (_numbers(node.get("Size")) or [3.0])[0]
    a, b, c, d, e, f = _matrix(node)
    if len(box) != 4 or abs(math.degrees(math.atan2(b, a))) > 10 or node.get("Visible") == "false":
        return
    scale = math.hypot(c, d)
    x = y = 0.0
    for code in [child for child in node if _name(child) == "TextCode"]:
        own_x, own_y = _numbers(code.get("X")), _numbers(code.get("Y"))
        x, y = own_x[0] if own_x else x, own_y[0] if own_y else y
        text = (code.text or "").strip("\r\n")
        rights, downs = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        at_x, at_y = x, y
        for number, char in enumerate(text[: _ON_PAGE - len(page.pieces)]):
            width = size * (0.55 if char.isascii() else 1.0)
            left, base = a * at_x + c * at_y + e + box[0], b * at_x + d * at_y + f + box[1]
            em = size * scale
            page.pieces.append(
                Glyph(left, base - 0.88 * em, left + width * math.hypot(a, b), base + 0.12 * em, em, char)
            )
            at_x += _at(rights, number, 0.0 if downs else width)
            at_y += _at(downs, number, 0.0)


def _at(distances: list[float], number: int, default: float) -> float:
    return distances[number] if number < len(distances) else default


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
    box = _numbers(node.get("Boundary"))
    data = _first(node, "AbbreviatedData")
    if len(box) != 4 or data is None or len(page.strokes) > 5000:
        return
    a, b, c, d, e, f = _matrix(node)
    start = last = None
    for match in _PATH.finditer((data.text or "")[:20_000]):
        values = _numbers(match[2])
        if match[1] == "C" and start and last:
            page.strokes.append((*last, *start))
            continue
        if len(values) < 2:
            continue
        x, y = values[-2], values[-1]
        point = (a * x + c * y + e + box[0], b * x + d * y + f + box[1])
        if match[1] == "L" and last is not None:
            page.strokes.append((*last, *point))
        elif match[1] in "MS":
            start = point
        last = point


def _sheet(page: _Page, size: tuple[float, float]) -> Sheet:
    sheet = Sheet(*size)
    rest = tables.take(sheet, page.pieces, page.strokes)
    sheet.lines = sorted([*sheet.lines, *page_text.lines_of(rest)], key=lambda line: line.bottom)
    return sheet
