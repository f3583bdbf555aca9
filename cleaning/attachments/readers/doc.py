"""Word files of the binary kind, which WPS Writer writes too: paragraphs, tables, automatic numbers."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

import olefile

from cleaning.attachments.layout.rows import row
from cleaning.attachments.readers import programs
from cleaning.attachments.readers import wordbinary as word
from cleaning.attachments.readers.garbled import garbled
from cleaning.attachments.reading import Limits, Problem, Text

_MAIN, _FOOTNOTES, _HEADS, _MACROS, _REMARKS, _ENDNOTES, _BOXES, _HEAD_BOXES = range(8)
_READ = (_MAIN, _FOOTNOTES, _ENDNOTES, _BOXES)
_NOTHING = dict.fromkeys((0, 1, 2, 3, 4, 5, 6, 8, 0x15, 0x1F, 0xAD))
_NOTHING_OR_SPACE = {**_NOTHING, 9: " ", 0xA0: " ", 0x1E: "-", 0x0B: "\n", 0x0E: "\n"}
_FIELD = re.compile("\x13([^\x13\x14\x15]*)(?:\x14([^\x13\x14\x15]*))?\x15")
_CONTENTS = re.compile(r"\s*TOC\b")


def read(data: bytes, limits: Limits) -> Text:
    """The text of a DOC or WPS file. Raises Problem when it is encrypted or damaged.

    What the reader here cannot read (files of Word 95 and older, damaged tables) goes to LibreOffice or catdoc.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            lines, macros = _lines(ole, limits)
    except Problem as problem:
        if problem.flag in {"encrypted", "too_large"}:
            raise
        return programs.word_text(data, limits, problem)
    except (OSError, struct.error, IndexError, ValueError, EOFError) as error:
        return programs.word_text(data, limits, Problem("truncated", f"The Word file is damaged or cut off ({error})."))
    text = "\n".join(lines)
    if garbled(text):
        return programs.word_text(data, limits, Problem("unreadable", "The Word file's text is garbled."))
    return Text(text, "doc", flags=("has_macros",) if macros else ())


def _lines(ole: olefile.OleFileIO, limits: Limits) -> tuple[list[str], bool]:
    def stream(name: str) -> bytes:
        if ole.get_size(name) > limits.unpacked:
            raise Problem("too_large", "The file is larger than the limit.")
        return bytes(ole.openstream(name).read())

    main = stream("WordDocument")
    header = word.Header(main)
    if header.encrypted:
        raise Problem("encrypted", "The Word file needs a password.")
    table = stream(header.table)
    return list(_Story(header, main, table).lines()), ole.exists("Macros")


class _Story:
    """The text of a file with the properties of its paragraphs."""

    def __init__(self, header: word.Header, stream: bytes, table: bytes) -> None:
        self.pieces = word.pieces(header, table)
        self.paragraph_runs = word.Runs(header, stream, table, of_paragraphs=True)
        self.counters = word.counters(header, table)
        self.styles = word.style_properties(header, table)
        self.counts = header.counts
        self.text = self._text(stream, word.Runs(header, stream, table, of_paragraphs=False))

    def _text(self, stream: bytes, runs: word.Runs) -> str:
        """All characters; those that are deleted or hidden become NUL, so that places stay."""
        gone = [(start, end) for start, end, value in runs.all if _is_gone(value)]
        out = []
        for piece in self.pieces:
            text = _text_of(piece, stream)
            for start, end in gone:
                first = max(start - piece.offset, 0) // piece.width
                after = min((end - piece.offset) // piece.width, len(text))
                if first < after:
                    text = text[:first] + "\0" * (after - first) + text[after:]
            out.append(text)
        return "".join(out)

    def _offset(self, position: int) -> int:
        for piece in self.pieces:
            if piece.start <= position < piece.end:
                return piece.offset + (position - piece.start) * piece.width
        return -1

    def lines(self) -> Iterator[str]:
        start = 0
        for number, count in enumerate(self.counts):
            if number in _READ:
                yield from self._part(start, min(start + count, len(self.text)))
            start += count

    def _part(self, start: int, end: int) -> Iterator[str]:
        """The lines of one part of the story: the body, the notes, the text boxes."""
        cells: list[list[str]] = [[]]
        contents = 0
        for match in re.finditer("[^\r\x07\x0c]*[\r\x07\x0c]?", self.text[start:end]):
            raw = match[0]
            if not raw:
                continue
            values = self._values(start + match.end() - 1)
            contents, skipped = _in_contents(raw, contents)
            paragraphs = [] if skipped else self._paragraph(raw, values)
            if not values.get(word.IN_TABLE) and not values.get(word.DEPTH):
                if cells != [[]]:
                    yield from row(cells)
                    cells = [[]]
                yield from paragraphs
            elif values.get(word.ROW_END):
                yield from row(cells)
                cells = [[]]
            else:
                if not values.get(word.INNER_ROW_END):
                    cells[-1] += paragraphs
                if raw.endswith("\x07"):
                    cells.append([])
        yield from row(cells)

    def _values(self, position: int) -> dict[int, int]:
        """The properties of the paragraph that ends at a position, its style's below its own."""
        run = self.paragraph_runs.at(self._offset(position))
        values: dict[int, int] = {}
        style = int.from_bytes(run[:2], "little") if len(run) >= 2 else 0
        for _, value in reversed(list(self._chain(style))):
            values.update((code, word.number_of(operand)) for code, operand in word.properties(value))
        values.update((code, word.number_of(operand)) for code, operand in word.properties(run[2:]))
        return values

    def _chain(self, style: int) -> Iterator[tuple[int, bytes]]:
        seen: set[int] = set()
        while style < len(self.styles) and style not in seen:
            seen.add(style)
            yield style, self.styles[style][1]
            style = self.styles[style][0]

    def _paragraph(self, raw: str, values: dict[int, int]) -> list[str]:
        text = raw.rstrip("\r\x07\x0c")
        while (plain := _FIELD.sub(lambda field: field[2] or "", text)) != text:
            text = plain
        text = text.partition("\x13")[0] + text.rpartition("\x14")[2] if "\x13" in text else text
        text = text.replace("\x14", "").translate(_NOTHING_OR_SPACE)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        lines = [line for part in text.split("\n") if (line := part.strip(" \u3000"))]
        number = values.get(word.LIST, 0)
        if lines and 0 < number <= len(self.counters):
            lines[0] = self.counters[number - 1].next(values.get(word.LIST_LEVEL, 0)) + lines[0]
        return lines


def _is_gone(properties: bytes) -> bool:
    """Whether a run with these properties is deleted or hidden."""
    given = word.properties(properties)
    return any(code in (word.DELETED, word.HIDDEN) and operand[:1] == b"\x01" for code, operand in given)


def _text_of(piece: word.Piece, stream: bytes) -> str:
    """The characters of a piece, each in the place the file counts it at."""
    size = (piece.end - piece.start) * piece.width
    raw = stream[piece.offset : piece.offset + size]
    if len(raw) < size:
        raise Problem("truncated", "The Word file was cut off: a part of its text is missing.")
    text = raw.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
    if len(text) != piece.end - piece.start:  # characters beyond the basic plane count twice
        text = "".join(chr(code) for code in struct.unpack(f"<{len(raw) // 2}H", raw))
    return text


def _in_contents(raw: str, depth: int) -> tuple[int, bool]:
    """How deep inside a table of contents' field the text is after a paragraph, and whether it belongs to one."""
    skipped = depth > 0
    for match in re.finditer("\x13([^\x13\x14\x15]*)|\x15", raw):
        if match[1] is None:
            depth = max(0, depth - 1)
        elif depth or _CONTENTS.match(match[1]):
            depth += 1
            skipped = True
    return depth, skipped
