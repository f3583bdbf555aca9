"""The article found by where a page's running text stands, whatever the elements are called.

One walk over the tree keeps a stack of open elements and adds up, for each, its running text outside links and its
link text. The article is the smallest element that holds nearly all running text of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from cleaning.body.boilerplate import is_boilerplate
from cleaning.page.lines import BREAK, HIDE, HIDE_END
from cleaning.text.words import words

_UNSEEN = words("script style noscript template select textarea svg iframe object video audio button title")
_INLINE = words(
    "a b strong i em u span font sub sup small big s del ins label abbr cite code tt q mark o:p st1:chsdate body html"
)
_NOT_ARTICLE = re.compile(r"foot|copyright|banner|nav|menu|crumb|sidebar|relat|share|recommend", re.IGNORECASE)
_SENTENCE = re.compile(r"[。；！？，、：]")
ENOUGH = 0.85
FEW = 3


@dataclass(slots=True)
class _Open:
    node: LexborNode
    start: int
    prose: int = 0
    link: int = 0
    text: int = 0
    chunks: int = 0
    skip: bool = False


@dataclass(frozen=True, slots=True)
class Dense:
    """An element: where it starts and ends in the order of the walk; characters of running text, of links, of all text.

    ``chunks`` counts the pieces of running text.
    """

    node: LexborNode
    start: int
    end: int
    prose: int
    link: int
    text: int
    chunks: int


def densest(root: LexborNode, everything: bool = False) -> LexborNode | None:
    """The smallest element holding at least ENOUGH of the page's running text; None if there is hardly any.

    What is marked as hidden counts only if ``everything`` is asked for.
    """
    total, closed = _Walk(everything).over(root)
    if total < 20:
        return None
    best: Dense | None = None
    for element in closed:
        if element.prose >= ENOUGH * total and (best is None or element.end - element.start <= best.end - best.start):
            best = element
    return _with_short_lines(best, closed).node if best is not None else None


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


class _Walk:
    """The counts of one walk over a tree."""

    def __init__(self, everything: bool) -> None:
        self._everything = everything
        self._stack: list[_Open] = []
        self._closed: list[Dense] = []
        self._at = self._links = self._skipping = 0

    def over(self, root: LexborNode) -> tuple[int, list[Dense]]:
        """The characters of running text below an element, and its elements that hold some, inner ones first."""
        self._stack.append(_Open(root, 0))
        above: list[LexborNode] = []
        node = root.first_child
        while node is not None:
            name = node.tag or ""
            if name == "-text":
                text = node.text_content or ""
                if text == HIDE and not self._everything:
                    node = _after_hidden(node)
                else:
                    self._read(text)
            elif name not in _UNSEEN and (inner := node.first_child) is not None:
                self._open(node, name)
                above.append(node)
                node = inner
                continue
            following = node.next
            while following is None and above:
                node = above.pop()
                self._close(node)
                following = node.next
            node = following
        top = self._stack[0]
        self._closed.append(self._dense(top))
        return top.prose, self._closed

    def _read(self, text: str) -> None:
        if text[:1] in (BREAK, HIDE, HIDE_END):
            return
        top = self._stack[-1]
        size = len(text.strip())
        top.text += size
        if self._links:
            top.link += size
        elif not self._skipping and len(text) > 3 and _SENTENCE.search(text) and not is_boilerplate(text):
            top.prose += size
            top.chunks += 1

    def _open(self, node: LexborNode, name: str) -> None:
        self._at += 1
        if name == "a":
            self._links += 1
        if name in _INLINE:
            return
        attributes = node.attributes
        skip = name in {"footer", "nav", "aside"} or any(
            _NOT_ARTICLE.search(f"{key} {value}") for key, value in attributes.items()
        )
        self._skipping += skip
        self._stack.append(_Open(node, self._at, skip=skip))

    def _close(self, node: LexborNode) -> None:
        self._at += 1
        if node.tag == "a":
            self._links -= 1
        if node.mem_id != self._stack[-1].node.mem_id:
            return
        element = self._stack.pop()
        self._skipping -= element.skip
        parent = self._stack[-1]
        parent.prose += element.prose
        parent.link += element.link
        parent.text += element.text
        parent.chunks += element.chunks
        if element.prose > 20:
            self._closed.append(self._dense(element))

    def _dense(self, element: _Open) -> Dense:
        return Dense(element.node, element.start, self._at, element.prose, element.link, element.text, element.chunks)


def _after_hidden(node: LexborNode) -> LexborNode:
    """The mark that ends what the mark ``node`` hides."""
    depth = 0
    while True:
        text = node.text_content
        depth += (text == HIDE) - (text == HIDE_END)
        following = node.next
        if depth == 0 or following is None:
            return node
        node = following
