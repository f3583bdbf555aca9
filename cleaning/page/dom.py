"""From a page's tree to its lines: one walk that follows the order of the page.

The page is parsed once, by the rules browsers follow (WHATWG, Lexbor). The walk is a loop with a stack of its own, so
that ten thousand nested tags are no danger, and linear in the length of the page. What an element means to a reader is
one of the tokens of ``Token``; texts and tokens together make the lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import IntEnum, auto

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.page.lines import Line, Stream
from cleaning.text.words import words

COMMENTS = 100_000
"""The number of the region between comments that enclose the content."""
LONG_ROW = 400  # characters of a cell from which a row is a layout, not a table's
TALL_ROW = 5  # lines of a cell from which it is one
_CONTENT_STARTS = re.compile(
    r"\A\s*(?:<\$\[信息内容\]>\s*begin|ZJEG_RSS\.content\.begin|enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?开始|"
    r"content[ _-]?(?:start|begin))\s*\Z",
    re.IGNORECASE,
)
_CONTENT_STOPS = re.compile(
    r"\A\s*(?:<\$\[信息内容\]>\s*end|ZJEG_RSS\.content\.end|/enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?结束|"
    r"content[ _-]?(?:end|stop))\s*\Z",
    re.IGNORECASE,
)
_MARKUP = words("xmp noembed noframes plaintext")  # elements whose content a parser leaves as markup
_TAG = re.compile(r"<[^<>]{0,500}>")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2014\u2026"
_BESIDE_CJK = re.compile(rf"[{_CJK}][ \t\r\n]+[{_CJK}]")
_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_EDGES = " \t\r\n\u00a0\u3000\u202f\u205f\u200b\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B)))
_METAS = {"ContentStart": "正文开始", "ContentEnd": "正文结束"}
_LINES = "p, div, br, table, li, section"


class Token(IntEnum):
    """What an element is to a reader: unseen, words within a line, lines of its own, or more."""

    UNSEEN = auto()
    WORDS = auto()
    BLOCK = auto()
    BREAK = auto()
    LINK = auto()
    LINK_END = auto()
    BOLD = auto()
    BOLD_END = auto()
    IMAGE = auto()
    CELL = auto()
    ROW = auto()
    PRE = auto()
    MARKUP = auto()
    META = auto()


# A member is looked up in its class slowly, and each element of a page asks for these.
UNSEEN, WORDS, BLOCK, BREAK, LINK, LINK_END, BOLD, BOLD_END, IMAGE, CELL, ROW, PRE, MARKUP, META = Token
_NOT_SEEN = words("script style noscript template select textarea svg iframe object video audio button datalist title")
_MEANT = {
    "a": LINK,
    "strong": BOLD,
    "b": BOLD,
    "img": IMAGE,
    "embed": IMAGE,
    "br": BREAK,
    "td": CELL,
    "th": CELL,
    "tr": ROW,
    "pre": PRE,
    "meta": META,
    **dict.fromkeys(_MARKUP, MARKUP),
    **dict.fromkeys(_NOT_SEEN, UNSEEN),
}
_WITHIN = re.compile(
    r"(?:span|font|u|i|em|sub|sup|s|strike|del|ins|small|big|o:p|st1:\w+|label|abbr|acronym|cite|code|kbd|samp|tt|"
    r"var|q|mark|bdo|bdi|ruby|rt|rp|wbr|time|data|map|area|input|nobr|publishtime|ucaptitle|ucapcontent|w:\w+|"
    r"v:\w+|o:\w+|m:\w+|image)\b"
)
_COMMON = words(
    "address article aside blockquote body center col colgroup dd details div dl dt fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li link main nav ol option p param section summary table tbody tfoot thead ul span font u "
    "i em sub sup s strike del ins small big label abbr cite code q mark wbr time map area input nobr"
)


def _meaning(name: str) -> Token:
    return _MEANT.get(name) or (WORDS if _WITHIN.match(name) else BLOCK)


def _meanings() -> dict[int, Token]:
    """The meanings of common elements by the numbers the parser gives them."""
    tree = LexborHTMLParser("")
    return {tree.create_node(name).tag_id: _meaning(name) for name in _COMMON | _MEANT.keys()}


_MEANINGS = _meanings()
_TEXT, _COMMENT = (node.tag_id for node in LexborHTMLParser("-<!---->").css("body")[0].iter(include_text=True))
_WITHIN_LINES = (WORDS, LINK, BOLD)
_NOBODY: frozenset[int] = frozenset()
_NOWHERE: Mapping[int, int] = {}


def read(root: LexborNode | None, regions: Mapping[int, int] = _NOWHERE, hidden: Collection[int] = _NOBODY) -> Stream:
    """The lines below an element.

    ``regions`` maps elements, by the parser's number of a node (``mem_id``), to the numbers their ranges get;
    ``hidden`` are elements a reader cannot see: their lines are noted in ``Stream.hidden``.
    """
    reader = _Reader(regions, hidden)
    flush, pieces, marks = reader.flush, reader.pieces, reader.marks
    special = {*regions, *hidden}
    node = root.first_child if root is not None else None
    above: list[tuple[LexborNode, Token, bool]] = []
    while node is not None:
        number = node.tag_id
        if number == _TEXT:
            reader.text(node.text_content or "")
        elif number == _COMMENT:
            reader.comment(node.comment_content or "")
        else:
            token = _MEANINGS.get(number) or _meaning(node.tag or "")
            marked = node.mem_id in special
            if token is not UNSEEN and not (marked and reader.skips(node, token)):
                if token is BLOCK:
                    if pieces or marks:
                        flush()
                elif token is not WORDS:
                    token = reader.open(node, token)
                inner = node.first_child if token is not UNSEEN else None
                if inner is not None:
                    above.append((node, token, marked))
                    node = inner
                    continue
                reader.close(node, token, marked)
        following = node.next
        while following is None and above:
            node, token, marked = above.pop()
            if marked or token > BLOCK:
                reader.close(node, token, marked)
            elif token is BLOCK and (pieces or marks):
                flush()
            following = node.next
        node = following
    flush()
    return reader.out


class _Reader:
    """The lines read so far and the line that is being read."""

    def __init__(self, regions: Mapping[int, int], hidden: Collection[int]) -> None:
        self.out = Stream()
        self._regions, self._unseen = regions, hidden
        self.pieces: list[str] = []
        self.marks: list[tuple[int, Token]] = []
        self._linked = False
        self._pre = self._hiding = 0
        self._starts: dict[int, int] = {}
        self._rows: list[_Row] = []
        self._content = -1

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._pre and "\n" in text:
            first, *others = text.split("\n")
            self.pieces.append(first)
            for other in others:
                self.flush()
                self.pieces.append(other)
        elif self.pieces or self.marks or not text.isspace():
            self.pieces.append(text)

    def comment(self, text: str) -> None:
        """Take note of a comment that may open or close the region of the content."""
        if self._content < 0:
            if _CONTENT_STARTS.match(text):
                self.flush()
                self._content = len(self.out.lines)
        elif COMMENTS not in self.out.regions and _CONTENT_STOPS.match(text):
            self.flush()
            self.out.regions[COMMENTS] = (self._content, len(self.out.lines))

    def skips(self, node: LexborNode, token: Token) -> bool:
        """Enter a region or a hidden element; True for hidden words within a line, which are left out."""
        number = node.mem_id
        if number in self._unseen:
            if token in _WITHIN_LINES and node.css_first(_LINES) is None:
                return True
            self.flush()
            self._hiding += 1
        if number in self._regions:
            self.flush()
            self._starts[number] = len(self.out.lines)
        return False

    def open(self, node: LexborNode, token: Token) -> Token:
        """Enter an element that is more than a part of a line; gives what it is to a reader here."""
        if token is BOLD or token is IMAGE:
            self.marks.append((len(self.pieces), token))
        elif token is LINK:
            if not node.attributes.get("href"):
                return WORDS
            self.marks.append((len(self.pieces), token))
        elif token is MARKUP:
            for part in _TAG.split(node.text()):
                self.flush()
                self.pieces.append(part)
            return UNSEEN
        elif token is META:
            self.comment(_METAS.get(node.attributes.get("name") or "", ""))
        else:
            self.flush()
            if token is ROW:
                self._rows.append(_Row(len(self.out.lines)))
            elif token is CELL and self._rows:
                self._rows[-1].cells.append(len(self.out.lines))
            self._pre += token is PRE
        return token

    def close(self, node: LexborNode, token: Token, marked: bool) -> None:
        """Leave an element."""
        if token is LINK or token is BOLD:
            self.marks.append((len(self.pieces), LINK_END if token is LINK else BOLD_END))
        elif token is not WORDS and token is not IMAGE:
            self.flush()
            if token is ROW:
                self._join(self._rows.pop())
            self._pre -= token is PRE
        if marked:
            self._leave(node.mem_id)

    def _leave(self, number: int) -> None:
        """Leave a region or a hidden element."""
        self.flush()
        if number in self._starts:
            self.out.regions[self._regions[number]] = (self._starts.pop(number), len(self.out.lines))
            for row in self._rows:
                row.whole = False
        self._hiding -= number in self._unseen

    def flush(self) -> None:
        """End the line."""
        pieces, marks = self.pieces, self.marks
        if not pieces and not marks:
            return
        if marks or self._linked:
            line, self._linked = _measure(pieces, marks, self._linked)
            marks.clear()
        else:
            text = _clean(pieces[0] if len(pieces) == 1 else "".join(pieces))
            line = Line(text) if text else None
        pieces.clear()
        if line is not None:
            if self._hiding:
                self.out.hidden.add(len(self.out.lines))
            self.out.lines.append(line)

    def _join(self, row: _Row) -> None:
        """Make a table's row one line, cells parted by tabs, empty ones too; a layout's row stays as it is."""
        lines = self.out.lines
        for around in self._rows:
            around.whole = False
        if not row.whole or len(row.cells) < 2:
            return
        ends = [*row.cells[1:], len(lines)]
        cells = [lines[start:end] for start, end in zip(row.cells, ends, strict=True)]
        tall = any(sum(line.text != "" for line in cell) > TALL_ROW for cell in cells)
        texts = [" ".join(line.text for line in cell if line.text) for cell in cells]
        if sum(map(bool, texts)) < 2 or tall or max(map(len, texts)) > LONG_ROW:
            return
        joined = lines[row.start :]
        hidden = len(lines) - 1 in self.out.hidden
        del lines[row.start :]
        self.out.hidden = {at for at in self.out.hidden if at < row.start} | ({row.start} if hidden else set())
        lines.append(
            Line(
                "\t".join(texts).rstrip("\t"),
                sum(line.link for line in joined),
                joined[0].lead if texts[0] else 0,
                sum(line.images for line in joined),
                tuple(anchor for line in joined for anchor in line.anchors),
            )
        )


class _Row:
    """A table's row: its first line, where its cells start, whether it holds no other row and no region."""

    __slots__ = ("cells", "start", "whole")

    def __init__(self, start: int) -> None:
        self.start, self.cells, self.whole = start, list[int](), True


def _clean(raw: str) -> str:
    """White space as a reader sees it: a line break between Chinese characters is nothing, any other is a space."""
    raw = raw.strip(_EDGES)
    if "\n" in raw:
        raw = _BLANKS.sub(_blank, raw)
    elif "  " in raw or "\t" in raw or "\r" in raw:
        raw = _BLANKS.sub(" ", raw)
    return raw.replace("\u00a0", " ") if "\u00a0" in raw else raw


def _blank(match: re.Match[str]) -> str:
    soft = "\n" in match[0] and _BESIDE_CJK.match(match.string, max(0, match.start() - 1))
    return "" if soft else " "


def _inner(raw: str) -> str:
    """White space of a text between marks, whose edges may be blanks between words."""
    if "\n" in raw:
        raw = _BLANKS.sub(_blank, raw)
    elif "  " in raw or "\t" in raw or "\r" in raw:
        raw = _BLANKS.sub(" ", raw)
    return raw.replace("\u00a0", " ")


def _measure(pieces: list[str], marks: list[tuple[int, Token]], linked: bool) -> tuple[Line | None, bool]:
    """The line of texts with marks between them, and whether a link goes on after it."""
    link, images, bold, leading, lead, at = 0, 0, False, True, 0, 0
    parts: list[str] = []
    anchors: list[str] = []
    for place, token in [*marks, (len(pieces), BREAK)]:
        piece = _inner("".join(pieces[at:place])) if place > at else ""
        at = place
        if piece:
            size = len(piece.strip(_EDGES)) if linked or not bold else 0
            if linked and size:
                link += size
                anchors.append(piece)
            parts.append(piece)
            if bold and leading:
                lead = len(parts)
            elif size:
                leading = False
        if token is LINK:
            linked = True
        elif token is LINK_END:
            linked = False
        elif token is IMAGE:
            images += 1
        elif token is not BREAK:
            bold = token is BOLD
    text = "".join(parts).strip(_EDGES)
    if not text and not images:
        return None, linked
    size = len(text)
    if lead:
        lead = min(size, len("".join(parts[:lead]).strip(_EDGES)))
    return Line(text, min(link, size), lead, images, tuple(anchors)), linked
