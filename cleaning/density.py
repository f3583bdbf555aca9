"""The article found by where a page's running text stands, whatever the elements are called.

One pass over the normalised HTML keeps a stack of open elements and adds up, for each, its running text outside
links and its link text. The article is the smallest element that holds nearly all running text of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaning.furniture import is_furniture
from cleaning.words import words

_TOKEN = re.compile(r"<(/?)([a-z][^\s/>]*)([^>\"]*(?:\"[^\"]*\"[^>\"]*)*)>|<!--.*?-->|([^<]+)", re.DOTALL)
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_RAW = words("script style noscript template select textarea svg iframe object video audio button title")
_INLINE = words(
    "a b strong i em u span font sub sup small big s del ins label abbr cite code tt q mark o:p st1:chsdate"
)
_NOT_ARTICLE = re.compile(r"foot|copyright|banner|nav|menu|crumb|sidebar|relat|share|recommend", re.IGNORECASE)
_SENTENCE = re.compile(r"[。；！？，、：]")
_TEXT = re.compile(r"[^\s\u3000\u00a0]")
ENOUGH = 0.85
FEW = 3
DEEP = 4000


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    prose: int = 0
    link: int = 0
    text: int = 0
    chunks: int = 0
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Dense:
    """An element: the offsets of its content in the HTML; characters of running text, of links, of all text.

    ``chunks`` counts the pieces of running text.
    """

    start: int
    end: int
    prose: int
    link: int
    text: int
    chunks: int


def densest(html: str, offset: int = 0) -> Dense | None:
    """The smallest element holding at least ENOUGH of the page's running text; None if there is hardly any."""
    total, closed = _walk(html, offset)
    if total < 20:
        return None
    best: Dense | None = None
    for element in closed:
        if element.prose >= ENOUGH * total and (best is None or element.end - element.start <= best.end - best.start):
            best = element
    return _with_short_lines(best, closed) if best is not None else None


def _with_short_lines(best: Dense, closed: list[Dense]) -> Dense:
    """The element around a lone paragraph: headings, signature and date stand beside it, links do not."""
    if best.chunks > FEW:
        return best
    for around in closed[closed.index(best) + 1 :]:
        if around.start > best.start or around.end < best.end:
            continue
        if around.link - best.link > 8 or around.text - best.text > 300:
            break
        best = around
    return best


def _walk(html: str, offset: int) -> tuple[int, list[Dense]]:
    stack: list[_Open] = [_Open("", offset)]
    closed: list[Dense] = []
    raw_until = ""
    links = 0
    skipping = 0
    for match in _TOKEN.finditer(html, offset):
        name, text = match[2], match[4]
        if raw_until:
            if name == raw_until and match[1]:
                raw_until = ""
            continue
        if text is not None:
            top = stack[-1]
            size = len(text.strip())
            top.text += size
            if links:
                top.link += size
            elif not skipping and len(text) > 3 and _SENTENCE.search(text) and not is_furniture(text):
                top.prose += size
                top.chunks += 1
        elif not name:
            continue
        elif name in _RAW and not match[1]:
            raw_until = name
        elif name in _VOID:
            continue
        elif name == "a":
            links = max(0, links + (-1 if match[1] else 1))
        elif name in _INLINE or name == "body" or name == "html":
            continue
        elif not match[1]:
            skip = bool(_NOT_ARTICLE.search(match[3])) or name in {"footer", "nav", "aside"}
            skipping += skip
            if len(stack) < DEEP:
                stack.append(_Open(name, match.end(), skip=skip))
        elif len(stack) > 1 and stack[-1].tag == name:
            element = stack.pop()
            skipping -= element.skip
            _add(stack[-1], element)
            if element.prose > 20:
                closed.append(_closed(element, match.start()))
    while len(stack) > 1:
        element = stack.pop()
        _add(stack[-1], element)
    closed.append(_closed(stack[0], len(html)))
    return stack[0].prose, closed


def _add(parent: _Open, child: _Open) -> None:
    parent.prose += child.prose
    parent.link += child.link
    parent.text += child.text
    parent.chunks += child.chunks


def _closed(element: _Open, end: int) -> Dense:
    return Dense(element.start, end, element.prose, element.link, element.text, element.chunks)
