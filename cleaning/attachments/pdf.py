"""PDF: the text layer with its places, or the pages' pictures for the recogniser."""

from __future__ import annotations

import ctypes
import math
from collections import Counter

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from cleaning.attachments import layout
from cleaning.attachments.layout import Piece, Sheet
from cleaning.attachments.reading import Limits, Problem, Text
from cleaning.attachments.running import without_running

_ERRORS = {
    raw.FPDF_ERR_PASSWORD: ("encrypted", "The PDF needs a password."),
    raw.FPDF_ERR_SECURITY: ("encrypted", "The PDF is encrypted in a way that cannot be opened."),
}
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
    flags: list[str] = []
    note = ""
    if count > limits.pages:
        flags += ["too_many_pages", "truncated"]
        note = f"The PDF has {count} pages; the first {limits.pages} were read."
    sheets: list[Sheet] = []
    characters = 0
    for number in range(min(count, limits.pages)):
        sheet = _sheet(document, number)
        sheets.append(sheet)
        characters += sum(len(line.text) for line in sheet.lines)
        if characters > limits.characters:
            flags += ["too_large", "truncated"]
            note = note or f"Only the first {number + 1} of {count} pages were read: the text is too long."
            break
    without_running(sheets)
    lines = layout.paragraphs(sheets)
    return Text("\n".join(lines), "pdf_text", count, 1.0, tuple(flags), note)


def _sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Sheet(595, 842)
    try:
        textpage = page.get_textpage()
        sheet = _placed(page, textpage)
        textpage.close()
    finally:
        page.close()
    layout.in_columns(sheet)
    layout.as_rows(sheet)
    return sheet


def _placed(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Sheet:
    """The lines of a page placed from its top left corner as it is shown; slanted stamps and watermarks go."""
    handle = textpage.raw
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    left, bottom, right, top = page.get_cropbox()
    found: list[tuple[int, Piece]] = []
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
        if min(abs(angle - 90 * quarter), abs(angle - 360)) > 10:
            continue
        piece = Piece(box.left - left, top - box.top, box.right - left, top - box.bottom, size, _char(code))
        found.append((quarter, piece))
    width, height = right - left, top - bottom
    if not found:
        return Sheet(width, height)
    # A page lies as most of its characters do: scans of landscape tables are turned pages or turned text.
    main = Counter(quarter for quarter, _ in found).most_common(1)[0][0]
    upright = [_turn(piece, main, width, height) for quarter, piece in found if quarter == main]
    return Sheet(*((height, width) if main % 2 else (width, height)), layout.lines_of(upright))


def _turn(piece: Piece, quarter: int, width: float, height: float) -> Piece:
    """A piece of a page turned clockwise by so many quarters, so that its text is upright."""
    x0, top, x1, bottom = piece.x0, piece.top, piece.x1, piece.bottom
    if quarter == 1:
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
    elif quarter == 2:
        x0, top, x1, bottom = width - x1, height - bottom, width - x0, height - top
    elif quarter == 3:
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
    return Piece(x0, top, x1, bottom, piece.size, piece.text)


def _char(code: int) -> str:
    if code in (2, 0xFFFE):
        return "-"
    if code == 0xA0:
        return " "
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
