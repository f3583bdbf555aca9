"""PDF: the text layer with its places, or the pages' pictures for the recogniser."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cleaning.attachments.layout import tables
from cleaning.attachments.layout.page_text import Glyph, Sheet
from cleaning.attachments.layout.paragraphs import reading_order
from cleaning.attachments.readers import image
from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.reading import Limits, Problem, Text

_ERRORS = {
    raw.FPDF_ERR_PASSWORD: ("encrypted", "The PDF needs a password."),
    raw.FPDF_ERR_SECURITY: ("encrypted", "The PDF is encrypted in a way that cannot be opened."),
}
_DOTS = 200  # an inch, for recognising
_LONGEST = 4000
_LITTLE = 60  # characters; a scan's page often carries a stamp or a page number as text
_OBJECTS = 5000
_THIN = 2.5  # points; thicker shapes are no rules
_ON_PAGE = 40_000  # characters of one page; a page of newsprint has ten thousand


def read(data: bytes, limits: Limits) -> Text:
    """The text of a PDF. Raises Problem when it is encrypted or damaged."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        flag, note = _ERRORS.get(getattr(error, "err_code", None), ("", ""))
        if not flag:
            flag, note = "truncated", "The PDF was cut off: its end is missing."
            if b"%%EOF" in data[-2048:]:
                flag, note = "unreadable", "The PDF is damaged."
        raise Problem(flag, note) from error
    try:
        return _read(document, limits)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, limits: Limits) -> Text:
    count = len(document)
    if not count:
        raise Problem("unreadable", "The PDF has no pages.")
    flags: list[str] = []
    notes: list[str] = []
    if raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        flags.append("has_macros")
    if count > limits.pages:
        flags += ["too_many_pages", "truncated"]
        notes.append(f"The PDF has {count} pages; the first {limits.pages} were read.")
    sheets, pictures, characters = _sheets(document, limits)
    if characters > limits.characters:
        flags += ["too_large", "truncated"]
        notes.append(f"Only the first {len(sheets)} of {count} pages were read: the text is too long.")
    scores: list[tuple[float, int]] = [(1.0, characters)] if characters else []
    if pictures:
        image.recognise(sheets, pictures, lambda number: _picture(document, number, scores), flags, notes, limits)
    text = "\n".join(reading_order(sheets))
    method = "pdf_ocr" if len(pictures) * 2 > len(sheets) else "pdf_text"
    return Text(text, method, count, image.confidence(scores), tuple(flags), " ".join(notes))


def _sheets(document: pdfium.PdfDocument, limits: Limits) -> tuple[list[Sheet], list[int], int]:
    """The pages by their text layers, as far as limits go; which of them are pictures; and how many characters."""
    sheets: list[Sheet] = []
    pictures: list[int] = []
    characters = 0
    for number in range(min(len(document), limits.pages)):
        sheet, is_picture = _sheet(document, number)
        sheets.append(sheet)
        if is_picture:
            pictures.append(number)
        characters += sum(len(line.text) for line in sheet.lines)
        if characters > limits.characters:
            break
    return sheets, pictures, characters


def _picture(document: pdfium.PdfDocument, number: int, scores: list[tuple[float, int]]) -> Sheet | None:
    """A page as recognised from its picture; None if it cannot be opened."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    width, height = page.get_size()
    scale = min(_DOTS / 72, _LONGEST / max(width, height, 1))
    picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    page.close()
    return image.sheet(picture, scores)


def _sheet(document: pdfium.PdfDocument, number: int) -> tuple[Sheet, bool]:
    """A page's lines from its text layer, and whether it has to be recognised as a picture instead."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Sheet(595, 842), False
    try:
        textpage = page.get_textpage()
        sheet = _placed(page, textpage)
        textpage.close()
        text = "".join(line.text for line in sheet.lines)
        is_picture = garbled(text) or (len(text) < _LITTLE and _shows_a_picture(page))
    except pdfium.PdfiumError:
        return Sheet(595, 842), False
    finally:
        page.close()
    if is_picture:
        return Sheet(sheet.width, sheet.height), True
    return sheet, False


def _shows_a_picture(page: pdfium.PdfPage) -> bool:
    """Whether images or drawn outlines cover enough of a page to be its text."""
    width, height = page.get_size()
    covered, outlines = 0.0, 0
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
    for item in islice(page.get_objects(filter=kinds, max_depth=3), _OBJECTS):
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            outlines += 1
            continue
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > 0.2 * width * height or outlines > 150


def _placed(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Sheet:
    """The lines of a page placed from its top left corner as it is shown."""
    left, bottom, right, top = page.get_cropbox()
    width, height = right - left, top - bottom
    found = list(_glyphs(textpage, left, top))
    if not found:
        return Sheet(width, height)
    # A page lies as most of its characters do: scans of landscape tables are turned pages or turned text.
    main = Counter(quarter for quarter, _ in found).most_common(1)[0][0]
    upright = [_turn(piece, main, width, height) for quarter, piece in found if quarter == main]
    strokes = [_turned(stroke, main, width, height) for stroke in _strokes(page, left, top)]
    return tables.sheet(*((height, width) if main % 2 else (width, height)), upright, strokes)


def _glyphs(textpage: pdfium.PdfTextPage, left: float, top: float) -> Iterator[tuple[int, Glyph]]:
    """The characters of a page with the quarters they are turned by; slanted stamps and watermarks go."""
    handle = textpage.raw
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(min(textpage.count_chars(), _ON_PAGE)):
        code = raw.FPDFText_GetUnicode(handle, at)
        if (code < 32 and code != 2) or raw.FPDFText_IsGenerated(handle, at) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, at, ctypes.byref(box)):
            continue
        raw.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(handle, at) * math.hypot(matrix.c, matrix.d) or abs(box.top - box.bottom)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        quarter = round(angle / 90) % 4
        if min(abs(angle - 90 * quarter), abs(angle - 360)) <= 10:
            yield quarter, Glyph(box.left - left, top - box.top, box.right - left, top - box.bottom, size, _char(code))


_Box = tuple[float, float, float, float]


def _strokes(page: pdfium.PdfPage, left: float, top: float) -> list[_Box]:
    """The straight lines drawn on a page, placed from its top left corner."""
    out: list[_Box] = []
    matrix = raw.FS_MATRIX()
    x, y = ctypes.c_float(), ctypes.c_float()
    for item in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1), _OBJECTS):
        count = raw.FPDFPath_CountSegments(item.raw)
        if not 2 <= count <= 400 or not raw.FPDFPageObj_GetMatrix(item.raw, ctypes.byref(matrix)):
            continue
        points: list[tuple[float, float] | None] = []
        for number in range(count):
            segment = raw.FPDFPath_GetPathSegment(item.raw, number)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                points = []
                break
            if kind == raw.FPDF_SEGMENT_MOVETO:
                points.append(None)
            point = (
                matrix.a * x.value + matrix.c * y.value + matrix.e - left,
                top - (matrix.b * x.value + matrix.d * y.value + matrix.f),
            )
            points.append(point)
        out += _boxes(points)
    return out


def _boxes(points: list[tuple[float, float] | None]) -> list[_Box]:
    """A thin shape as one stroke, any other as its edges."""
    placed = [point for point in points if point is not None]
    if len(placed) < 2:
        return []
    xs, ys = zip(*placed, strict=True)
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, y1 - y0) < _THIN:
        return [(x0, y0, x1, y1)]
    edges = [(*a, *b) for a, b in pairwise(points) if a is not None and b is not None]
    if len(placed) == 4 and placed[0] != placed[-1]:
        edges.append((*placed[-1], *placed[0]))
    return edges


def _turned(box: _Box, quarter: int, width: float, height: float) -> _Box:
    (x0, x1), (y0, y1) = sorted(box[::2]), sorted(box[1::2])
    piece = _turn(Glyph(x0, y0, x1, y1, 0, ""), quarter, width, height)
    return piece.x0, piece.top, piece.x1, piece.bottom


def _turn(piece: Glyph, quarter: int, width: float, height: float) -> Glyph:
    """A piece of a page turned clockwise by so many quarters, so that its text is upright."""
    x0, top, x1, bottom = piece.x0, piece.top, piece.x1, piece.bottom
    if quarter == 1:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif quarter == 2:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    elif quarter == 3:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    return Glyph(x0, top, x1, bottom, piece.size, piece.text)


def _char(code: int) -> str:
    if code in (2, 0xFFFE):
        return "-"
    if code == 0xA0:
        return " "
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
