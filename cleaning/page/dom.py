"""From a page's tree to its lines: one pass that follows the order of the page.

The page is parsed once, by the rules browsers follow (WHATWG, Lexbor). The pass is a loop with a stack of its own, so
that ten thousand nested tags are no danger, and linear in the length of the page. What an element means to a reader is
one of the tokens of ``Token``; texts and tokens together make the lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from selectolax.lexbor import LexborNode

from cleaning.page.lines import Line, Stream
from cleaning.page.measured import Piece, measured, plain_line
from cleaning.page.tokens import (
    BLOCK,
    BOLD,
    BOLD_END,
    CELL,
    COMMENT,
    IMAGE,
    LINK,
    LINK_END,
    MARKUP,
    MEANINGS,
    META,
    PRE,
    ROW,
    TEXT,
    UNSEEN,
    WORDS,
    Token,
    meaning,
)

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
_TAG = re.compile(r"<[^<>]{0,500}>")
_METAS = {"ContentStart": "正文开始", "ContentEnd": "正文结束"}
_LINES = "p, div, br, table, li, section"
_WITHIN_LINES = (WORDS, LINK, BOLD)
_NOTHING: frozenset[int] = frozenset()
_NOWHERE: Mapping[int, int] = {}


def read_lines(
    root: LexborNode | None, regions: Mapping[int, int] = _NOWHERE, hidden: Collection[int] = _NOTHING
) -> Stream:
    """The lines below an element.

    ``regions`` maps elements, by the parser's number of a node (``mem_id``), to the numbers their ranges get;
    ``hidden`` are elements a reader cannot see: their lines are noted in ``Stream.hidden``.
    """
    return _read(root, _Reader(regions, hidden))


def read_boxes(root: LexborNode, regions: Mapping[int, int], hidden: Collection[int]) -> Stream:
    """``read_lines`` with the ranges of all elements of more than one line in ``Stream.boxes``."""
    return _read(root, _BoxReader(regions, hidden))


def _read(root: LexborNode | None, reader: _Reader) -> Stream:
    """The lines below an element, as the reader takes them."""
    text, enter, leave, above = reader.text, reader.enter, reader.leave, reader.above
    node = root.first_child if root is not None else None
    while node is not None:
        inner, kind = None, node.tag_id
        if kind == TEXT:
            text(node.text_content or "")
        elif kind == COMMENT:
            reader.comment(node.comment_content or "")
        else:
            inner = enter(node, kind)
        following = node.next if inner is None else inner
        while following is None and above:
            following = leave().next
        node = following
    reader.flush()
    return reader.out


class _Reader:
    """The lines read so far, the line that is being read, and the elements around it."""

    def __init__(self, regions: Mapping[int, int], hidden: Collection[int]) -> None:
        self.out = Stream()
        self.above: list[tuple[LexborNode, Token, bool]] = []
        self._regions, self._unseen, self._special = regions, hidden, {*regions, *hidden}
        self.pieces: list[Piece] = []
        self._marked = self._linked = False
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
        elif self.pieces or not text.isspace():
            self.pieces.append(text)

    def enter(self, node: LexborNode, kind: int) -> LexborNode | None:
        """Go into an element of that kind; gives the first node inside, None if it shows none."""
        token = MEANINGS.get(kind) or meaning(node.tag)
        marked = node.mem_id in self._special
        if token is UNSEEN or (marked and self._skips(node, token)):
            return None
        if token is BLOCK:
            if self.pieces:
                self.flush()
        elif token is not WORDS:
            token = self._open(node, token)
        inner = node.first_child if token is not UNSEEN else None
        if inner is None:
            self._close(node, token, marked)
        else:
            self.above.append((node, token, marked))
        return inner

    def leave(self) -> LexborNode:
        """Come out of the innermost element; gives it."""
        node, token, marked = self.above.pop()
        if token is BLOCK and not marked:
            if self.pieces:
                self.flush()
        elif marked or token is not WORDS:
            self._close(node, token, marked)
        return node

    def comment(self, text: str) -> None:
        """Take note of a comment that may open or close the region of the content."""
        if self._content < 0:
            if _CONTENT_STARTS.match(text):
                self.flush()
                self._content = len(self.out.lines)
        elif COMMENTS not in self.out.regions and _CONTENT_STOPS.match(text):
            self.flush()
            self.out.regions[COMMENTS] = (self._content, len(self.out.lines))

    def _skips(self, node: LexborNode, token: Token) -> bool:
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

    def _open(self, node: LexborNode, token: Token) -> Token:
        """Enter an element that is more than a part of a line; gives what it is to a reader here."""
        if token is LINK and not node.attributes.get("href"):
            return WORDS
        if token is BOLD or token is IMAGE or token is LINK:
            self.pieces.append(token)
            self._marked = True
        elif token is MARKUP:
            self._take_markup(node.text())
            return UNSEEN
        elif token is META:
            self.comment(_METAS.get(node.attributes.get("name") or "", ""))
        else:
            self._begin(token)
        return token

    def _take_markup(self, text: str) -> None:
        """Take the content of an element that a parser leaves as markup: each tag ends a line."""
        for part in _TAG.split(text):
            self.flush()
            self.pieces.append(part)

    def _begin(self, token: Token) -> None:
        """Begin a line, and the row, the cell or the text with line breaks of its own that begins with it."""
        self.flush()
        if token is ROW:
            self._rows.append(_Row(len(self.out.lines)))
        elif token is CELL and self._rows:
            self._rows[-1].cells.append(len(self.out.lines))
        self._pre += token is PRE

    def _close(self, node: LexborNode, token: Token, marked: bool) -> None:
        """Leave an element."""
        if token is LINK or token is BOLD:
            self.pieces.append(LINK_END if token is LINK else BOLD_END)
            self._marked = True
        elif token is not WORDS and token is not IMAGE:
            self.flush()
            if token is ROW:
                self._join(self._rows.pop())
            self._pre -= token is PRE
        if marked:
            self._leave_special(node.mem_id)

    def _leave_special(self, number: int) -> None:
        """Leave a region or a hidden element."""
        self.flush()
        if number in self._starts:
            self.out.regions[self._regions[number]] = (self._starts.pop(number), len(self.out.lines))
            for row in self._rows:
                row.whole = False
        self._hiding -= number in self._unseen

    def flush(self) -> None:
        """End the line."""
        pieces = self.pieces
        if not pieces:
            return
        if self._marked or self._linked:
            line, self._linked = measured(pieces, self._linked)
            self._marked = False
        else:
            line = plain_line(pieces)
        pieces.clear()
        if line is not None:
            if self._hiding:
                self.out.hidden.add(len(self.out.lines))
            self.out.lines.append(line)

    def _join(self, row: _Row) -> None:
        """Make a table's row one line, cells parted by tabs, empty ones too; a layout's row stays as it is."""
        lines, hidden = self.out.lines, self.out.hidden
        for around in self._rows:
            around.whole = False
        texts = row.texts(lines)
        if not texts:
            return
        joined = lines[row.start :]
        unseen = len(lines) - 1 in hidden
        hidden.difference_update(range(row.start, len(lines)))
        if unseen:
            hidden.add(row.start)
        del lines[row.start :]
        lines.append(
            Line(
                "\t".join(texts).rstrip("\t"),
                sum(line.link for line in joined),
                joined[0].lead if texts[0] else 0,
                sum(line.images for line in joined),
                tuple(anchor for line in joined for anchor in line.anchors),
            )
        )


class _BoxReader(_Reader):
    """A reader that notes the lines between the tags of each element, too."""

    def __init__(self, regions: Mapping[int, int], hidden: Collection[int]) -> None:
        super().__init__(regions, hidden)
        self._entered: list[int] = []

    def enter(self, node: LexborNode, kind: int) -> LexborNode | None:
        inner = super().enter(node, kind)
        if inner is not None:
            self._entered.append(len(self.out.lines))
        return inner

    def leave(self) -> LexborNode:
        node = super().leave()
        start, end, boxes = self._entered.pop(), len(self.out.lines), self.out.boxes
        while boxes and boxes[-1][1] > end:  # in a row that is one line now
            boxes.pop()
        if end > start + 1:
            boxes.append((start, end))
        return node


class _Row:
    """A table's row: its first line, where its cells start, whether it holds no other row and no region."""

    __slots__ = ("cells", "start", "whole")

    def __init__(self, start: int) -> None:
        self.start, self.cells, self.whole = start, list[int](), True

    def texts(self, lines: list[Line]) -> list[str]:
        """The texts of its cells; none where the row is a layout's or holds less than two texts."""
        if not self.whole or len(self.cells) < 2:
            return []
        places = pairwise([*self.cells, len(lines)])
        cells = [[line.text for line in lines[start:end] if line.text] for start, end in places]
        texts = list(map(" ".join, cells))
        of_layout = max(map(len, cells)) > TALL_ROW or max(map(len, texts)) > LONG_ROW
        return [] if of_layout or sum(map(bool, texts)) < 2 else texts
