"""The structures of the Word binary format (MS-DOC) that its text needs: pieces, properties, styles, lists.

No permissively licensed library reads them, and the programs that do are not on bare machines.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from cleaning.attachments.readers.numbering import Counter, Level, by_code
from cleaning.attachments.reading import Problem

IN_TABLE, ROW_END, INNER_ROW_END, INNER_CELL, DEPTH = 0x2416, 0x2417, 0x244C, 0x244B, 0x6649
LIST_LEVEL, LIST, DELETED, HIDDEN = 0x260A, 0x460B, 0x0800, 0x083C
_STYLES, _CHARACTERS, _PARAGRAPHS, _CLX, _LISTS, _OVERRIDES = 1, 12, 13, 33, 73, 74
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_PAGE = 512


def _u16(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", data, at)[0])


def _u32(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of characters: its first position, the one after its last, its offset and bytes a character."""

    start: int
    end: int
    offset: int
    width: int


class Header:
    """The file information block: where everything else is (MS-DOC 2.5)."""

    def __init__(self, stream: bytes) -> None:
        if len(stream) < 0x1AA or _u16(stream, 0) != 0xA5EC:
            raise Problem("unsupported", "The file was written by a Word older than Word 97.")
        flags = _u16(stream, 0x0A)
        self.encrypted = bool(flags & 0x0100)
        self.table = "1Table" if flags & 0x0200 else "0Table"
        words = _u16(stream, 32)
        longs = 34 + 2 * words + 2
        self.counts = [_u32(stream, longs + 4 * at) for at in range(3, 11)]
        self._places = longs + 4 * _u16(stream, longs - 2) + 2
        self._stream = stream

    def place(self, number: int) -> tuple[int, int]:
        """Offset and length of a structure in the table stream."""
        at = self._places + 8 * number
        if at + 8 > len(self._stream):
            return 0, 0
        return _u32(self._stream, at), _u32(self._stream, at + 4)


def pieces(header: Header, table: bytes) -> list[Piece]:
    """The piece table (MS-DOC 2.8.35), in the order of the text."""
    at, length = header.place(_CLX)
    end = min(at + length, len(table))
    while at < end and table[at] == 1:
        at += 3 + _u16(table, at + 1)
    if at + 5 > end or table[at] != 2:
        raise Problem("unreadable", "The Word file has no table of its text.")
    size = min(_u32(table, at + 1), end - at - 5)
    at += 5
    count = (size - 4) // 12
    out = []
    for number in range(count):
        first, after = _u32(table, at + 4 * number), _u32(table, at + 4 * number + 4)
        place = _u32(table, at + 4 * (count + 1) + 8 * number + 2)
        packed = bool(place & 0x40000000)
        offset = (place & 0x3FFFFFFF) // (2 if packed else 1)
        if after > first:
            out.append(Piece(first, after, offset, 1 if packed else 2))
    return out


def properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The single properties (sprm, MS-DOC 2.2.5.1) of a list of them: code and operand."""
    at = 0
    while at + 2 <= len(data):
        code = _u16(data, at)
        at += 2
        size = _SIZES[code >> 13]
        if not size:
            if at >= len(data):
                return
            wide = code == 0xD608 and at + 2 <= len(data)
            size = _u16(data, at) + 1 if wide else data[at] + 1
        yield code, data[at : at + size]
        at += size


def number_of(operand: bytes) -> int:
    """The operand of a property as an unsigned number."""
    return int.from_bytes(operand[:4], "little")


class Runs:
    """Which properties hold at which offset of the stream, from the formatted disk pages (MS-DOC 2.9.33, 2.9.175)."""

    def __init__(self, header: Header, stream: bytes, table: bytes, *, of_paragraphs: bool) -> None:
        at, length = header.place(_PARAGRAPHS if of_paragraphs else _CHARACTERS)
        count = (min(length, max(len(table) - at, 0)) - 4) // 8
        self.all: list[tuple[int, int, bytes]] = []
        for number in range(count):
            page = (_u32(table, at + 4 * (count + 1) + 4 * number) & 0x3FFFFF) * _PAGE
            if page + _PAGE <= len(stream):
                self._page(stream[page : page + _PAGE], of_paragraphs)
        self.all.sort(key=itemgetter(0))

    def _page(self, page: bytes, of_paragraphs: bool) -> None:
        count = page[-1]
        width = 13 if of_paragraphs else 1
        if 4 * (count + 1) + width * count > _PAGE:
            return
        for number in range(count):
            at = 2 * page[4 * (count + 1) + width * number]
            value = b""
            if at:
                size = page[at]
                if not of_paragraphs:
                    value = page[at + 1 : at + 1 + size]
                elif size:
                    value = page[at + 1 : at + 2 * size]
                elif at + 1 < _PAGE:
                    value = page[at + 2 : at + 2 + 2 * page[at + 1]]
            self.all.append((_u32(page, 4 * number), _u32(page, 4 * number + 4), value))

    def at(self, offset: int) -> bytes:
        """The properties that hold at an offset."""
        found = bisect_right(self.all, offset, key=itemgetter(0)) - 1
        return self.all[found][2] if found >= 0 and offset < self.all[found][1] else b""


def style_properties(header: Header, table: bytes) -> list[tuple[int, bytes]]:
    """For each style the one it is based on and its own paragraph properties (MS-DOC 2.9.271 STSH)."""
    at, length = header.place(_STYLES)
    end = min(at + length, len(table))
    if length < 6 or at + 6 > end:
        return []
    count, base = _u16(table, at + 2), _u16(table, at + 4)
    at += 2 + _u16(table, at)
    out: list[tuple[int, bytes]] = []
    for _ in range(min(count, 4095)):
        if at + 2 > end:
            break
        size = _u16(table, at)
        style = table[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        out.append(_style(style, base))
    return out


def _style(style: bytes, base: int) -> tuple[int, bytes]:
    if len(style) < base + 2 or len(style) < 6:
        return 0xFFF, b""
    kind, parent = _u16(style, 2) & 0xF, _u16(style, 2) >> 4
    at = base + 2 + 2 * _u16(style, base) + 2
    if kind != 1 or at + 4 > len(style):
        return parent, b""
    return parent, style[at + 4 : at + 2 + _u16(style, at)]


def counters(header: Header, table: bytes) -> list[Counter]:
    """The counters of the list overrides, which paragraphs name by their number from 1 (MS-DOC 2.9.131, 2.9.134)."""
    try:
        return _overrides(header, table, _lists(header, table))
    except (struct.error, IndexError):
        return []


def _level(table: bytes, at: int) -> tuple[Level, int]:
    start, code = _u32(table, at), table[at + 4]
    own, of_paragraph = table[at + 24], table[at + 25]
    at += 28 + own + of_paragraph
    size = _u16(table, at)
    raw = table[at + 2 : at + 2 + 2 * min(size, 255)].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(char) + 1}" if ord(char) < 9 else char for char in raw)
    return Level(start, by_code(code), text), at + 2 + 2 * size


def _lists(header: Header, table: bytes) -> dict[int, Counter]:
    at, length = header.place(_LISTS)
    if length < 2:
        return {}
    count = min(_u16(table, at), 2000)
    heads = [(_u32(table, at + 2 + 28 * i), table[at + 2 + 28 * i + 26] & 1) for i in range(count)]
    at += 2 + 28 * count
    out = {}
    for key, simple in heads:
        levels = {}
        for depth in range(1 if simple else 9):
            levels[depth], at = _level(table, at)
        out[key] = Counter(levels)
    return out


def _overrides(header: Header, table: bytes, lists: dict[int, Counter]) -> list[Counter]:
    at, length = header.place(_OVERRIDES)
    if length < 4:
        return []
    count = min(_u32(table, at), 2000)
    heads = [(_u32(table, at + 4 + 16 * i), table[at + 4 + 16 * i + 12]) for i in range(count)]
    at += 4 + 16 * count
    out = []
    for key, changes in heads:
        counter = lists.get(key, Counter({}))
        at += 4
        if changes:
            counter = Counter({depth: Level(x.start, x.style, x.text) for depth, x in counter.levels.items()})
        for _ in range(changes):
            start, flags = _u32(table, at), _u32(table, at + 4)
            at += 8
            depth = flags & 0xF
            if flags & 0x20:
                counter.levels[depth], at = _level(table, at)
            elif flags & 0x10 and depth in counter.levels:
                counter.levels[depth].start = start
        out.append(counter)
    return out
