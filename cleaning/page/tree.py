"""A page's tree, as a browser would build it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.text.keyword_scan import KeywordScan
from cleaning.text.normalize import squeeze

MANY_TAGS = 20_000
LARGE = 60_000
DEEPEST = 2_000
MANY_FORMS = 50
LONG_FORM = 3_000  # characters with the form's scripts and blanks
_QUESTIONS = frozenset({"text", "tel", "email", "number", "radio", "checkbox"})
_UNKNOWN_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20}+[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])")
_ENDLESS = 5000
_ENDLESS_TAG = re.compile(rf"<[A-Za-z][^<>]{{{_ENDLESS},}}")
_NESTING = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|a|table|section|center|blockquote|ul|ol|dl|form|big|small|sub|sup)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"&#(?:0{0,6}(?:[0-9]|[12][0-9]|3[01]|127)(?![0-9])|[xX]0{0,6}(?:[01]?[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
_REFERS = KeywordScan("&#")


def parse(text: str, data: bytes = b"") -> LexborHTMLParser:
    """The page's tree; titles in ASCII angle brackets stay text.

    ``text`` is free of control characters, as ``decode`` gives it. ``data`` is its UTF-8, if it is known: what
    the parser reads, so that a page needs no encoding again.
    """
    given = text
    if _REFERS.any(data or text.encode()):
        text = _REFERENCE.sub(" ", text)  # to control characters, which mean nothing on a page
    if _UNKNOWN_TAG.search(text):
        text = _UNKNOWN_TAG.sub(r"&lt;\1", text)
    if len(text) > LARGE:
        pieces = text.split("<")
        if max(map(len, pieces)) > _ENDLESS:
            text = _ENDLESS_TAG.sub(_without_attributes, text)
        if len(pieces) > MANY_TAGS:
            text = _shallow(text)
    return LexborHTMLParser(data if data and text is given else text)


def _without_attributes(match: re.Match[str]) -> str:
    """A tag with thousands of attributes, without them: the parser compares each with all others."""
    tag = match[0]
    return tag if tag.count("=") < 1000 else tag.split(None, 1)[0]


def _shallow(text: str) -> str:
    """The page without elements nested deeper than any page needs: building a tree costs depth times elements."""
    depth, at, pieces = 0, 0, []
    for match in _NESTING.finditer(text):
        if match[1]:
            depth = max(0, depth - 1)
            continue
        depth += 1
        if depth > DEEPEST:
            depth = DEEPEST
            pieces.append(text[at : match.start()])
            at = text.find(">", match.start()) + 1 or len(text)
    return "".join([*pieces, text[at:]]) if pieces else text


def scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """The texts of the page's inline scripts."""
    return (node.text() for node in tree.css("script:not([src])")[:2000])


def _asks(form: LexborNode, titles: Collection[str]) -> bool:
    """Whether a form asks for an opinion or a message."""
    controls = [node for node in form.css("textarea, input")[:MANY_FORMS] if _is_question(node)]
    if len(controls) < 2 and not any(node.tag == "textarea" for node in controls):
        return False
    text = form.text()
    if len(text) >= LONG_FORM or "。" in text:
        return False
    folded = squeeze(text)
    return not any(title in folded for title in titles)


def _is_question(node: LexborNode) -> bool:
    """Whether an input is one that a person fills in."""
    return node.tag == "textarea" or (node.attributes.get("type") or "text").lower() in _QUESTIONS


def questions(tree: LexborHTMLParser, titles: Collection[str]) -> set[int]:
    """The forms that ask the reader for an opinion or a message (意见征集, 留言), by the parser's number of a node.

    A form that holds a whole page, as ASP.NET writes it, is none: it holds sentences, or one of the folded ``titles``
    of the page.
    """
    return {node.mem_id for node in tree.css("form")[:MANY_FORMS] if _asks(node, titles)}
