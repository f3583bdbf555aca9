"""Bodies that are data: a JSON file, a JSON string in a script, or a script that writes the article.

Seen: gkmlpt ``_CONFIG.DETAIL.content``, NFCMS ``/postmeta/p/*.json``, JSON interfaces of several systems, and the
Jiangxi portal whose article body stands in a script string.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.page.decode import Decoded, sound
from cleaning.page.stated import (
    ARTICLE,
    CHINESE,
    MARKUP,
    body_of,
    fields,
    files_of,
    keeps_body,
    named,
    plain_keys,
    stated,
    titled,
)
from cleaning.text.keyword_scan import KeywordScan

if TYPE_CHECKING:
    from lxml import etree

_ASSIGNED = re.compile(r"(?:_CONFIG(?:\.DETAIL)?|DETAIL|articleDetail|pageData|__NEXT_DATA__|__NUXT__)\s*=\s*(?=[{\[])")
_DETAIL = re.compile(r"[\"']?\bDETAIL\b[\"']?\s*[:=]\s*(?=\{)")
# An unclosed string matches too, up to the end of its line, so that no text is scanned twice.
_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.)*+)(?:\"|\n|\\?\Z)|'((?:[^'\\\n]|\\.)*+)(?:'|\n|\\?\Z)|`((?:[^`\\]|\\.)*+)(?:`|\\?\Z)",
    re.DOTALL,
)
_SHORTEST = 80
HINT = 150  # Chinese characters, more than a word on scripts switched off has
TRIES = 6
MOST_DEPTH = 8
_AROUND = 6
MOST_OBJECTS = 20_000
MOST_HELD = 200
_HOLDERS = (
    "textarea, template, noscript, iframe[srcdoc], input[type=hidden i][value], script[type*=html i], "
    "script[type*=template i], script[type*='text/x-' i], script[type='text/plain' i]"
)
_HELD_IN = {"iframe": "srcdoc", "input": "value"}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "", "t": "\t", "b": "", "f": "", "v": ""}
_CALLED = re.compile(r"[^<{\[\n]{0,160}[(=]\s*(?=[{\[])")
_SHOWN = re.compile(
    r"<html[^<>]{0,200}>\s*(?:<head>(?:(?!</head>).){0,600}</head>)?\s*<body[^<>]{0,200}>\s*<pre[^<>]{0,200}>(?=\s*[{\[])",
    re.DOTALL,
)
"""A page that a browser makes of an answer that is no page."""
_RECORD = re.compile(r"\s*<\?xml[^<>]{0,200}>\s*<(?!!doctype|html)", re.IGNORECASE)
_START = re.compile(rf"[\s\ufeff]*(?:[{{\[]|{_CALLED.pattern})|\ufeff?{_RECORD.pattern}", re.IGNORECASE)
_NAMES = KeywordScan("_CONFIG DETAIL articleDetail __N")  # the last begins __NEXT_DATA__ and __NUXT__


@dataclass(slots=True)
class Embedded:
    """An article out of data: its HTML and what the data says about it."""

    html: str
    source: str
    stated: dict[str, str] = field(default_factory=dict)
    attachments: list[tuple[str, str]] = field(default_factory=list)

    @property
    def whole_page(self) -> bool:
        """True if the page is nothing but the data."""
        return self.source in {"JSON", "JSONP", "XML"}


def likely(page: Decoded) -> bool:
    """True if the page is data or assigns data under a known name."""
    return _START.match(page.text) is not None or _NAMES.any(page.data)


def find(text: str, scripts: Iterable[str] = ()) -> Embedded | None:
    """The article in the page's data or in one of its scripts; None if there is none."""
    text = text.lstrip("\ufeff \t\r\n")
    if shown := _SHOWN.match(text):
        text = html.unescape(text[shown.end() :].partition("</pre>")[0]).strip()
    if text[:1] in ("{", "["):
        return _article(_decode_at(text, 0), "JSON")
    if called := _CALLED.match(text):
        return _article(_decode_at(text, called.end()), "JSONP")
    if _RECORD.match(text):
        return _article(_of_record(text), "XML")
    for pattern in (_DETAIL, _ASSIGNED):
        for match in islice(pattern.finditer(text), TRIES):
            article = _article(_decode_at(text, match.end()), "script JSON")
            if article is not None:
                return article
    return _script_string(scripts)


def _decode_at(text: str, at: int) -> Any:
    """The data of JSON that begins at a place of a text, None where none does."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _article(data: Any, source: str) -> Embedded | None:
    """The object with the longest body among the first objects of the data; one with files may have no body."""
    articles = (_as_article(plain, known, source) for plain, known in _objects(data))
    return max(filter(None, articles), key=lambda article: len(article.html), default=None)


def _objects(data: Any) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The objects in data, each also with what it states, and what the objects beside and around it do."""
    queue: list[tuple[Any, list[dict[str, Any]]]] = [(data, [])]
    seen = 0
    while queue and seen < MOST_OBJECTS:
        item, around = queue.pop(0) if len(queue) < 64 else queue.pop()
        seen += 1
        if isinstance(item, list):
            queue.extend((each, []) for each in item[:200])
        elif isinstance(item, dict):
            plain = plain_keys(item)
            known = [stated(plain), _beside(item), *around][:_AROUND]
            yield plain, known
            queue.extend((value, known) for each in item.values() if isinstance(value := _parsed(each), dict | list))


def _as_article(plain: dict[str, Any], known: list[dict[str, Any]], source: str) -> Embedded | None:
    """The article an object is: a body with a title or markup, or a title with files or beside an empty text."""
    body, files = body_of(plain), files_of(plain)
    if (titled(plain) and (body or files or keeps_body(plain))) or MARKUP.search(body):
        own, *around = known
        return Embedded(sound(body), source, fields([own, named(plain), *around]), files)
    return None


def _of_record(text: str) -> Any:
    """A record of tags as an object: each element's text, or the elements in it; several of one name are a list."""
    from lxml import etree  # when first asked: few pages are records, and it costs 5 ms of a start

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return _of_element(root, MOST_DEPTH) if root is not None else None


def _of_element(node: etree._Element, depth: int) -> Any:
    children = [child for child in node if isinstance(child.tag, str)]
    if not children or not depth:
        return node.text or ""
    out: dict[str, list[Any]] = {}
    for child in children:
        out.setdefault(child.tag.rpartition("}")[2], []).append(_of_element(child, depth - 1))
    return {name: values[0] if len(values) == 1 else values for name, values in out.items()}


def _parsed(value: Any) -> Any:
    """A value, or what a long text of JSON in its place holds."""
    if not isinstance(value, str) or len(value) < _SHORTEST or value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _beside(item: dict[Any, Any]) -> dict[str, Any]:
    """The plain values of the objects an object holds: a service may give an article's fields beside its text."""
    inner = [plain_keys(value) for value in item.values() if isinstance(value, dict)]
    return {key: value for each in inner for key, value in stated(each).items()}


def _script_string(scripts: Iterable[str]) -> Embedded | None:
    """The longest string of Chinese markup in a script, if it is long enough to be an article."""
    strings = (match[match.lastindex or 0] for script in scripts for match in _STRING.finditer(script))
    chinese = (text for text in strings if len(text) > _SHORTEST and ("\\u" in text or re.search(CHINESE, text)))
    best = max(chinese, key=len, default="")
    value = _ESCAPE.sub(_unescape, best).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(re.findall(CHINESE, value)) >= ARTICLE and MARKUP.search(value):
        return Embedded(value, "script string")
    return None


def _unescape(match: re.Match[str]) -> str:
    """The character that an escape of a script stands for."""
    code = match[1]
    if code[0] in "ux" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _SIMPLE.get(code, code)


def held(tree: LexborHTMLParser) -> Embedded | None:
    """The longest piece of Chinese markup that the page holds for a script to show; None if there is none.

    Seen: a hidden ``textarea`` or ``input``, ``<template>``, ``<noscript>``, ``<script type="text/html">``,
    ``<iframe srcdoc>``.
    """
    pieces = (Embedded(_held_by(node), node.tag or "") for node in tree.css(_HOLDERS)[:MOST_HELD])
    best = max(pieces, key=lambda piece: len(piece.html), default=Embedded("", ""))
    if "<" not in best.html:
        best.html = html.unescape(best.html)
    least = HINT if best.source == "noscript" else ARTICLE
    whole = len(re.findall(CHINESE, best.html)) >= least and MARKUP.search(best.html)
    return best if whole else None


def _held_by(node: LexborNode) -> str:
    """The markup an element holds, as text or as elements of its own that no reader sees."""
    name, attributes = node.tag or "", node.attributes
    if name in ("template", "noscript"):
        return (node.html or "").partition(">")[2].removesuffix(f"</{name}>")
    return (attributes.get(_HELD_IN[name]) or "") if name in _HELD_IN else node.text()
