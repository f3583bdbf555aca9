"""The path of columns a page shows above its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.page.lines import Line
from cleaning.text.normalize import squeeze as fold

_SEPARATORS = re.compile(r"\s*(?:-->|->|>+|＞+|»+|›+|→+|/|\||｜|\t|\\|(?<=\s)[·•](?=\s))\s*")
_POSITION = re.compile(r"(?:您|你)?(?:现在|当前|目前)?(?:所在|的)*(?:位置|路径)\s*(?:是|为|在)?\s*[:：]?\s*")
_HOME = re.compile(r"^\s*(?:网站|本站|官网)?首\s*页\s*(?:>|＞|»|›|→|-)")
_GOES_ON = re.compile(r"^\s*(?:>|＞|»|›|→|/)")
_OPEN_END = re.compile(r"[>＞»›→/]\s*$")
_SELF = frozenset(
    {
        "正文",
        "内容",
        "详情",
        "文章内容",
        "信息详情",
        "浏览文章",
        "文章正文",
        "详细信息",
        "查看详情",
        "信息内容",
        "详细内容",
    }
)
_HOMES = frozenset({"首页", "网站首页", "主页", "本站首页", "官网首页", "门户首页"})


_NAMED = "[class*=crumb i], [id*=crumb i]"
_MOST = 10
_LONGEST = 24


def column_path(lines: list[Line], title: str, tree: LexborHTMLParser) -> list[str] | None:
    """The column names from the home page down, without the page itself; None if the page shows no path.

    A path without separators is read from the elements it is made of.
    """
    found = _in_lines(lines, title)
    if found is None or len(found) < 2:
        return _in_elements(tree, title) or found
    return found


def _in_lines(lines: list[Line], title: str) -> list[str] | None:
    for at, line in enumerate(lines):
        start = _start(line.text) if line.text and len(line.text) <= 300 else None
        if start is None:
            continue
        parts = _columns(_collect(line.text[start:], line, lines[at + 1 : at + 12], start > 0), title)
        if (parts and fold(parts[0]) in _HOMES) or len(parts) > 1:
            return parts
    return None


def _start(text: str) -> int | None:
    """Where a path begins on a line: behind its label, or at once with the home page; None where it holds none."""
    label = _POSITION.search(text) if "位置" in text or "路径" in text else None
    if label and label.start() < 12:
        return label.end()
    return 0 if "首" in text and _HOME.match(text) else None


def _columns(parts: list[str], title: str) -> list[str]:
    """The parts that name columns: neither 正文 nor the page's own title."""
    folded = fold(title)
    return [p for p in parts if p not in _SELF and (len(p) < 12 or not folded.startswith(fold(p).rstrip(".…")))]


def _in_elements(tree: LexborHTMLParser, title: str) -> list[str] | None:
    """The parts of the first element that holds a path, if they begin with the home page and name columns."""
    for box in _boxes(tree):
        parts = _columns([part for text in _texts(box) for part in _split(text, ())], title)
        if parts and fold(parts[0]) in _HOMES and 1 < len(parts) <= _MOST and max(map(len, parts)) <= _LONGEST:
            return parts
    return None


def _boxes(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The smallest elements that hold the label of a path (当前位置) and more than it, then those named after one."""
    for node in tree.root.traverse(include_text=True) if tree.root is not None else ():
        label = _POSITION.match((node.text_content or "").strip()) if node.tag == "-text" else None
        box = _around(node) if label and label[0] else None
        if box is not None:
            yield box
    yield from tree.css(_NAMED)[:_MOST]


def _around(node: LexborNode) -> LexborNode | None:
    """The smallest element around a text that holds more than it, within the page's body."""
    box = node.parent
    while box is not None and box.tag != "body" and len(_texts(box)) < 2:
        box = box.parent
    return None if box is None or box.tag == "body" else box


def _texts(box: LexborNode) -> list[str]:
    """The texts of an element without the label of its path and without separators."""
    texts: list[str] = []
    for node in box.traverse(include_text=True):
        if node.tag == "-text" and len(texts) <= _MOST:
            text = _POSITION.sub("", " ".join((node.text_content or "").split()), count=1)
            if text.strip() and not _SEPARATORS.fullmatch(text):
                texts.append(text.strip())
    return texts


def _collect(rest: str, line: Line, following: list[Line], labelled: bool) -> list[str]:
    """The parts of the path: of this line, and of the next ones while they go on with a separator."""
    parts = _split(rest, line.anchors)
    open_end = bool(_OPEN_END.search(rest)) or not parts
    for other in following:
        if len(other.text) > 200 or (parts and not open_end and not _GOES_ON.match(other.text)):
            break
        parts += _split(other.text, other.anchors)
        open_end = bool(_OPEN_END.search(other.text))
        if not labelled and not open_end and not _GOES_ON.match(other.text):
            break
    return parts


def _split(text: str, anchors: tuple[str, ...]) -> list[str]:
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    if len(parts) == 1 and len(anchors) > 1:
        links = [anchor.strip() for anchor in anchors if anchor.strip()]
        last = parts[0].rpartition(links[-1])[2].strip() if links else ""
        return [*links, *([last] if last else [])]
    return parts
