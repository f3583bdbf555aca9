"""A page as the lines a reader sees, with marks where links, bold leads, images and candidate bodies are.

The page is parsed once, by the rules browsers follow (WHATWG, Lexbor). One walk over the tree, in a loop of its own so
that ten thousand nested tags are no danger, puts down the texts with marks for what the elements mean; the marked text
is then cut into lines. Both are linear in the length of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.words import words

# Marks inside the marked text. The page's own control characters are removed first, so they cannot collide. A line
# break of the markup stays "\n": between Chinese characters it means nothing, elsewhere a space.
LINK, LINK_END, BOLD, BOLD_END, IMAGE, BREAK = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
REGION, REGION_STOP, CELL, ROW, ROW_END = "\x0e", "\x0f", "\x14", "\x15", "\x16"
HIDE, HIDE_END, NESTED, KEPT, KEPT_END = "\x17", "\x18", "\x19", "\x1c", "\x1d"
COMMENTS = 100_000
"""The number of the region between comments that enclose the content."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")
_REFERENCE = re.compile(
    r"&#(?:0{0,6}(?:[0-9]|[12][0-9]|3[01]|127)(?![0-9])|[xX]0{0,6}(?:[01]?[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
_REFERS = KeywordScan("&#")
_CONTENT_STARTS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*begin|ZJEG_RSS\.content\.begin|enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?开始|"
    r"content[ _-]?(?:start|begin))\s*-->|<meta name=\"ContentStart\">",
    re.IGNORECASE,
)
_CONTENT_STOPS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*end|ZJEG_RSS\.content\.end|/enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?结束|"
    r"content[ _-]?(?:end|stop))\s*-->|<meta name=\"ContentEnd\">",
    re.IGNORECASE,
)
_UNSEEN = words("script style noscript template select textarea svg iframe object video audio button datalist title")
_MARKED = {
    "a": (LINK, LINK_END),
    "strong": (BOLD, BOLD_END),
    "b": (BOLD, BOLD_END),
    "img": (IMAGE, ""),
    "embed": (IMAGE, ""),
    "br": (BREAK, ""),
    "td": (CELL, BREAK),
    "th": (CELL, BREAK),
    "tr": (ROW, ROW_END),
    "pre": (BREAK + KEPT, KEPT_END + BREAK),
}
_INLINE = re.compile(
    r"(?:span|font|u|i|em|sub|sup|s|strike|del|ins|small|big|o:p|st1:\w+|label|abbr|acronym|cite|code|kbd|samp|tt|"
    r"var|q|mark|bdo|bdi|ruby|rt|rp|wbr|time|data|map|area|input|nobr|publishtime|ucaptitle|ucapcontent|w:\w+|"
    r"v:\w+|o:\w+|m:\w+|image)\b"
)
_COMMON = words(
    "address article aside blockquote body center col colgroup dd details div dl dt fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li link main nav ol option p param section summary table tbody tfoot thead ul span font u "
    "i em sub sup s strike del ins small big label abbr cite code q mark wbr time map area input nobr"
)
_MARKUP = words("xmp noembed noframes plaintext")  # elements whose content a parser leaves as markup
_TAG = re.compile(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2014\u2026"
_BESIDE_CJK = re.compile(rf"[{_CJK}][ \t\n]+[{_CJK}]")
_BLANKS = re.compile(r"[ \t\n]{2,}|[\t\n]")
_INNER_ROW = re.compile(r"\x15([^\x15\x16]*)\x16")
_NO_ROW = re.compile(r"[\x0e\x0f\x19]")
_HIDDEN_MARKS = re.compile(r"[\x17\x18]")
_KEPT = re.compile(r"\x1c[^\x1d]*")
_REGIONS = re.compile(r"\x06[\x0e\x0f]\d{1,6};\x06")
_PIECES = re.compile(r"([\x01-\x05])")
_EDGES = " \t\r\n\u00a0\u3000\u202f\u205f\u200b\ufeff\u00ad" + "".join(map(chr, range(0x2000, 0x200B)))


@dataclass(slots=True)
class Line:
    """One line of text; ``link`` counts its characters inside links, ``lead`` those of a bold beginning."""

    text: str
    link: int = 0
    lead: int = 0
    images: int = 0
    anchors: tuple[str, ...] = ()

    @property
    def plain(self) -> int:
        """Characters outside links."""
        return len(self.text) - self.link


@dataclass(slots=True)
class Stream:
    """All lines of a page in reading order; ``regions`` maps a mark's number to its half-open range of lines."""

    lines: list[Line] = field(default_factory=list)
    regions: dict[int, tuple[int, int]] = field(default_factory=dict)


def strip_controls(text: str) -> str:
    """The text without control characters: no page means them and the marks need them."""
    return _CONTROL.sub("", text)


def without_references(text: str, data: bytes = b"") -> str:
    """The markup without references to control characters (``&#14;``), which a parser would turn into marks."""
    return _REFERENCE.sub(" ", text) if _REFERS.any(data or text.encode()) else text


def mark(number: int) -> tuple[str, str]:
    """The texts to put before and after a region of the page."""
    return f"{BREAK}{REGION}{number};{BREAK}", f"{BREAK}{REGION_STOP}{number};{BREAK}"


def shown(marked: str, everything: bool = False) -> str:
    """The marked text without what stands between HIDE and HIDE_END, nested or not; ``everything`` keeps it."""
    if everything or HIDE not in marked:
        return marked.replace(HIDE, "").replace(HIDE_END, "")
    pieces, depth, at = [], 0, 0
    for match in _HIDDEN_MARKS.finditer(marked):
        if depth == 0:
            pieces.append(marked[at : match.start()])
        depth = max(0, depth + (1 if match[0] == HIDE else -1))
        at = match.end()
    if depth == 0:
        pieces.append(marked[at:])
    return "".join(pieces)


def without_regions(marked: str) -> str:
    """The text without the marks of regions."""
    return _REGIONS.sub("", marked)


def _parts(cell: str) -> list[str]:
    """The lines of a table's cell."""
    text = cell.strip(BREAK).strip()
    if BREAK not in text:
        return [text] if text else []
    return [part for part in map(str.strip, text.split(BREAK)) if part]


def _join_row(match: re.Match[str]) -> str:
    """A table row on one line, cells parted by tabs, unless its cells hold running text."""
    cells = [parts for parts in map(_parts, match[1].split(CELL)) if parts]
    size = max((sum(map(len, cell)) for cell in cells), default=0)
    if len(cells) < 2 or size > 400 or max(map(len, cells)) > 5 or _NO_ROW.search(match[1]):
        return BREAK.join([NESTED, *(part for cell in cells for part in cell), ""])
    return NESTED + BREAK + "\t".join(" ".join(cell) for cell in cells) + BREAK


def _meaning(name: str) -> tuple[str, str] | None:
    """The marks before and after what an element holds, None if a reader sees nothing of it."""
    if name in _UNSEEN:
        return None
    return _MARKED.get(name) or (("", "") if _INLINE.match(name) else (BREAK, BREAK))


def _meanings() -> dict[int, tuple[str, str] | None]:
    """The meanings of common elements by the numbers the parser gives them."""
    tree = LexborHTMLParser("")
    return {tree.create_node(name).tag_id: _meaning(name) for name in _COMMON | _UNSEEN | _MARKED.keys()}


_MEANINGS = _meanings()
_TEXT, _COMMENT = (node.tag_id for node in LexborHTMLParser("-<!---->").css("body")[0].iter(include_text=True))
_UNKNOWN = ("?", "?")


class _Content:
    """Where in the pieces of a marked text the region between content comments starts and ends, -1 if nowhere."""

    def __init__(self) -> None:
        self.start = self.stop = -1

    def read(self, markup: str, out: list[str]) -> None:
        """Take note of a comment or meta that may open or close the region."""
        if self.start < 0 and _CONTENT_STARTS.search(markup):
            self.start = len(out)
            out.append("")
        elif self.start >= 0 > self.stop and _CONTENT_STOPS.search(markup):
            self.stop = len(out)
            out.append("")


def marked_text(root: LexborNode | None) -> str:
    """The text below an element with marks; lines are parted by BREAK."""
    out: list[str] = []
    add = out.append
    content = _Content()
    above: list[tuple[LexborNode, str]] = []
    node = root.first_child if root is not None else None
    while node is not None:
        number = node.tag_id
        if number == _TEXT:
            add(node.text_content or "")
        elif number == _COMMENT:
            content.read(f"<!--{node.comment_content}-->", out)
        else:
            meaning = _MEANINGS.get(number, _UNKNOWN)
            if meaning is _UNKNOWN:
                meaning = _rare(node, content, out)
            if meaning is not None:
                add(meaning[0])
                inner = node.first_child
                if inner is not None:
                    above.append((node, meaning[1]))
                    node = inner
                    continue
                add(meaning[1])
        following = node.next
        while following is None and above:
            node, closing = above.pop()
            add(closing)
            following = node.next
        node = following
    if content.stop >= 0:
        out[content.start], out[content.stop] = mark(COMMENTS)
    text = "".join(out)
    if KEPT in text:
        text = _KEPT.sub(lambda match: match[0].replace("\n", BREAK), text)
        text = text.replace(KEPT, "").replace(KEPT_END, "")
    return text


def _rare(node: LexborNode, content: _Content, out: list[str]) -> tuple[str, str] | None:
    """The meaning of an element that is no common one."""
    name = node.tag or ""
    if name == "meta":
        content.read(f'<meta name="{node.attributes.get("name")}">', out)
    if name in _MARKUP:
        out.append(_TAG.sub(BREAK, f"<{name}>{node.text()}<{name}>"))
        return None
    return _meaning(name)


def _spaces(raw: str) -> str:
    """White space as a reader sees it: a line break between Chinese characters is nothing, any other is a space."""
    if "\n" in raw:
        return _BLANKS.sub(_blank, raw)
    return _BLANKS.sub(" ", raw) if "  " in raw or "\t" in raw else raw


def _blank(match: re.Match[str]) -> str:
    soft = "\n" in match[0] and _BESIDE_CJK.match(match.string, max(0, match.start() - 1))
    return "" if soft else " "


def _strip_blanks(raw: str) -> str:
    return raw.strip(" \t\n")


def _with_rows(text: str) -> str:
    """The marked text with table rows joined to lines."""
    # Most of what stands between two breaks is the page's indentation.
    text = BREAK.join([_spaces(raw) for raw in map(_strip_blanks, text.split(BREAK)) if raw])
    for _ in range(8):
        text, joined = _INNER_ROW.subn(_join_row, text)
        if not joined:
            break
    for part in (CELL, ROW, ROW_END, NESTED):
        text = text.replace(part, BREAK)
    return text


def _is_marked(raw: str) -> bool:
    """True if a mark stands in a line: five single characters are found sooner than one of a class."""
    return LINK in raw or BOLD in raw or IMAGE in raw or LINK_END in raw or BOLD_END in raw


def _entry(anchor: str) -> Line | None:
    """The line of a link that stands alone."""
    text = anchor.strip(_EDGES)
    return Line(text.replace("\u00a0", " "), len(text), anchors=(anchor,)) if text else None


def _measure(pieces: list[str], inside_link: bool) -> tuple[Line | None, bool]:
    """The line of a marked text, whether a link goes on after it. ``pieces`` are its texts with marks between them."""
    link, images, bold, leading, lead = 0, 0, False, True, 0
    parts: list[str] = []
    anchors: list[str] = []
    for piece, sign in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if piece:
            size = len(piece.strip(_EDGES)) if inside_link or not bold else 0
            if inside_link and size:
                link += size
                anchors.append(piece)
            parts.append(piece)
            if bold and leading:
                lead = len(parts)
            elif size:
                leading = False
        if sign == LINK:
            inside_link = True
        elif sign == LINK_END:
            inside_link = False
        elif sign == IMAGE:
            images += 1
        elif sign:
            bold = sign == BOLD
    text = "".join(parts).strip(_EDGES)
    if not text and not images:
        return None, inside_link
    size = len(text)
    if lead:
        lead = min(size, len("".join(parts[:lead]).strip(_EDGES)))
    return Line(text.replace("\u00a0", " "), min(link, size), lead, images, tuple(anchors)), inside_link


def stream(text: str) -> Stream:
    """The lines of a marked text and the regions marked in it."""
    out = Stream()
    lines = out.lines
    starts: dict[int, int] = {}
    inside_link = False
    text = text.replace("\r", "")
    rows = ROW in text
    for raw in (_with_rows(text) if rows else text).split(BREAK):
        raw = raw.strip(_EDGES)
        if not raw:
            continue
        if raw[0] == REGION:
            starts[int(raw[1:-1])] = len(lines)
            continue
        if raw[0] == REGION_STOP:
            number = int(raw[1:-1])
            if number in starts:
                out.regions[number] = (starts[number], len(lines))
            continue
        if not rows:
            raw = _spaces(raw)
        if not inside_link and not _is_marked(raw):
            lines.append(Line(raw.replace("\u00a0", " ")))
            continue
        if raw[0] == LINK and raw[-1] == LINK_END and not _is_marked(raw[1:-1]):  # a menu's entry
            line, inside_link = _entry(raw[1:-1]), False
        else:
            line, inside_link = _measure(_PIECES.split(raw), inside_link)
        if line is not None:
            lines.append(line)
    return out
