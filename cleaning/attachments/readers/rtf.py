"""RTF (Rich Text Format 1.9.1), as Word and WPS write it in Chinese.

striprtf and unrtf lose double-byte characters, the cells of tables or the numbers of lists.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from dataclasses import dataclass, field, replace

from cleaning.attachments.layout.rows import row
from cleaning.attachments.reading import Limits, Problem, Text

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,10})? ?|(?P<codes>(?:\\'[0-9a-f]{2})+)|\\(?P<symbol>.)|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n]+)|[\r\n]+",
    re.I | re.S,
)
_CODECS = {0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 204: "cp1251", 238: "cp1250"}
_PAGES = {936: "gb18030"}  # which has all characters of GBK, of GB 2312 and those that came later
_SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr "
        "footerf nonshppict themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl "
        "generator xmlnstbl fldinst bkmkstart bkmkend annotation atnid atnauthor filetbl revtbl pgdsctbl",
    )
)
_CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": " ", "emspace": "\u3000", "enspace": " ",
}  # fmt: skip
_ENDS = frozenset({"par", "sect", "page", "line", "nestcell", "nestrow"})
_DEPTH = 2000


@dataclass(slots=True)
class _State:
    """What holds inside one group."""

    skipped: bool = False
    hidden: bool = False
    fonts: bool = False
    font: int = -1
    unicode_skip: int = 1
    number: bool = False


@dataclass(slots=True)
class _Writer:
    lines: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=lambda: [[]])
    text: list[str] = field(default_factory=list)
    in_table: bool = False

    def end_paragraph(self) -> None:
        text = "".join(self.text).replace("\u00a0", " ").strip(" \u3000")
        self.text.clear()
        if not self.in_table and self.cells != [[]]:
            self.end_row()
        if text:
            (self.cells[-1] if self.in_table else self.lines).append(text)

    def end_cell(self) -> None:
        self.in_table = True
        self.end_paragraph()
        self.cells.append([])

    def end_row(self) -> None:
        self.lines += row(self.cells)
        self.cells = [[]]


class _Reader:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.out = _Writer()
        self.state = _State()
        self.stack: list[_State] = []
        self.codecs: dict[int, str] = {}
        self.default = "gb18030"
        self.bytes = bytearray()
        self.pending = 0
        self.starred = False

    def shown(self) -> bool:
        return not (self.state.skipped or self.state.hidden or self.state.fonts)

    def flush(self) -> None:
        """Ends a run of single bytes: two of them can be one character, whatever stands between their commands."""
        if self.bytes:
            raw = bytes(self.bytes)
            self.bytes.clear()
            for codec in (self.codecs.get(self.state.font, self.default), self.default, "gb18030"):
                try:
                    self.out.text.append(raw.decode(codec))
                    return
                except (UnicodeDecodeError, LookupError):
                    continue
            self.out.text.append(raw.decode("gb18030", "replace"))

    def token(self, match: re.Match[bytes]) -> int:
        """Takes the next token; gives how many bytes behind it belong to a picture."""
        kind, word, value = match.lastgroup, match[1], match[2]
        if word is not None:
            if word == b"bin":
                return max(int(value or 0), 0)
            self.command(word.decode("ascii").lower(), int(value) if value else None)
            self.starred = False
        elif kind == "codes":
            self.letters(unhexlify(match[3].replace(b"\\'", b"")))
        elif kind == "symbol":
            self.symbol(match[4])
        elif kind == "brace":
            self.group(match[5])
        elif kind == "plain":
            self.letters(match[6])
        return 0

    def command(self, word: str, value: int | None) -> None:
        if word == "u" and value is not None:
            self.character(value)
            return
        if not self.state.fonts or word not in {"f", "fcharset"}:
            self.flush()
        if word in _SKIPPED or self.starred:
            self.destination(word)
        elif not (self.encoding(word, value) or self.visibility(word, value)) and self.shown():
            self.layout(word)

    def character(self, code: int) -> None:
        """Takes a character by its number in Unicode; what stands behind it for older readers is passed over."""
        if self.shown():
            if self.bytes:
                self.flush()
            self.out.text.append(chr(code % 0x10000))
        self.pending = self.state.unicode_skip

    def destination(self, word: str) -> None:
        """Takes a word that begins something beside the text; fonts are read, pictures and numbers of lists shown."""
        self.state.fonts = word == "fonttbl"
        self.state.skipped = word != "fonttbl" and not (word in {"shppict", "pntext"} and self.starred)

    def encoding(self, word: str, value: int | None) -> bool:
        """Takes a word about fonts and codes; whether it is one."""
        if word == "uc":
            self.state.unicode_skip = value or 0
        elif value is None or word not in {"f", "af", "fcharset", "ansicpg"}:
            return False
        elif word == "f":
            self.state.font = value
        elif word == "fcharset" and self.state.fonts:
            self.codecs[self.state.font] = _CODECS.get(value, self.default)
        elif word == "ansicpg" and value:
            self.default = _PAGES.get(value, f"cp{value}")
        return True

    def visibility(self, word: str, value: int | None) -> bool:
        """Takes a word that hides or shows what follows, or makes it a list's number; whether it is one."""
        if word in {"listtext", "pntext"}:
            self.state.number = True
        elif word in {"v", "deleted"}:
            self.state.hidden = value != 0
        elif word == "plain":
            self.state.hidden = False
        else:
            return False
        return True

    def layout(self, word: str) -> None:
        out = self.out
        if word in _CHARACTERS:
            out.text.append("" if word == "tab" and self.state.number else _CHARACTERS[word])
        elif word in _ENDS:
            out.end_paragraph()
        elif word == "pard":
            out.in_table = False
        elif word == "intbl":
            out.in_table = True
        elif word == "cell":
            out.end_cell()
        elif word == "row":
            out.end_row()

    def group(self, brace: bytes) -> None:
        self.pending = 0
        self.flush()
        if brace == b"{":
            if len(self.stack) > _DEPTH:
                raise Problem("bomb", "The file is nested deeper than any document.")
            self.stack.append(self.state)
            self.state = replace(self.state)
        elif self.stack:
            self.state = self.stack.pop()

    def symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif symbol in b"\\{}":
            self.letters(symbol)
        elif self.shown() and symbol in b"~_\r\n":
            self.flush()
            if symbol in b"\r\n":
                self.out.end_paragraph()
            else:
                self.out.text.append(" " if symbol == b"~" else "-")

    def letters(self, raw: bytes) -> None:
        if self.pending:
            skipped = min(self.pending, len(raw))
            self.pending -= skipped
            raw = raw[skipped:]
        if raw and self.shown():
            self.bytes += raw


def read(data: bytes, limits: Limits) -> Text:
    """The text of an RTF file."""
    reader = _Reader(limits)
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end() + reader.token(match)
    reader.flush()
    reader.out.end_paragraph()
    reader.out.end_row()
    text = "\n".join(reader.out.lines)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not reader.stack:
        return Text(text, "rtf")
    note = "The file ends before its last bracket: it was cut off."
    return Text(text, "rtf", flags=("truncated",), note=note, confidence=0.8)
