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
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.page.decode import Decoded, sound
from cleaning.text.keyword_scan import KeywordScan

_BODY_KEYS = (
    "content", "body", "articlecontent", "htmlcontent", "contenthtml", "infocontent", "infocontenthtml", "doccontent",
    "dochtmlcon", "text", "txt", "detail", "articlebody", "xxgkcontent", "maincontent", "html", "zw", "nr",
)  # fmt: skip
_FIELDS = {
    "title": ("title", "doctitle", "articletitle", "realtitle", "infotitle", "newstitle", "subject", "bt", "wjbt",
              "biaoti", "name"),
    "published": ("displaypublishtime", "publishedat", "date", "pubdate", "pubtime", "publishtime", "publishdate",
                  "publishedtimestr", "docreltime", "docpubtime", "releasetime", "releasedate", "showdate", "infodate",
                  "fbsj", "fbrq", "fabushijian", "firstpublishtime", "createdat"),
    "signed_date": ("cwrq", "cwsj", "signdate", "signeddate", "writedate"),
    "source": ("source", "contentsource", "docsource", "infosource", "extsource", "sourcename", "articlesource",
               "origin", "comefrom", "ly", "laiyuan"),
    "issuer": ("publisher", "publishagency", "publishorg", "fwjg", "fbjg", "deptname", "pubdept", "orgname"),
    "doc_number": ("documentnumber", "docnumber", "fwzh", "wenhao", "filenum", "docno", "fileno", "wh", "wjbh"),
    "index_number": ("identifier", "indexnumber", "syh", "suoyinhao", "idxid", "indexno", "indexnum", "indexcode"),
}  # fmt: skip
_KNOWN = frozenset(key for keys in _FIELDS.values() for key in keys)
_SIGNS = re.compile(r"[_\-\s]")
_ASSIGNED = re.compile(r"(?:_CONFIG(?:\.DETAIL)?|DETAIL|articleDetail|pageData|__NEXT_DATA__|__NUXT__)\s*=\s*(?=[{\[])")
_DETAIL = re.compile(r"[\"']?\bDETAIL\b[\"']?\s*[:=]\s*(?=\{)")
# An unclosed string matches too, up to the end of its line, so that no text is scanned twice.
_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.)*+)(?:\"|\n|\\?\Z)|'((?:[^'\\\n]|\\.)*+)(?:'|\n|\\?\Z)|`((?:[^`\\]|\\.)*+)(?:`|\\?\Z)",
    re.DOTALL,
)
_SHORTEST = 80
ARTICLE, HINT = 60, 150  # Chinese characters of an article, and more than a word on scripts switched off has
TRIES = 6
MOST_OBJECTS = 20_000
MOST_HELD = 200
_HOLDERS = (
    "textarea, template, noscript, iframe[srcdoc], input[type=hidden i][value], script[type*=html i], "
    "script[type*=template i], script[type*='text/x-' i], script[type='text/plain' i]"
)
_HELD_IN = {"iframe": "srcdoc", "input": "value"}
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "", "t": "\t", "b": "", "f": "", "v": ""}
_CHINESE = r"[\u4e00-\u9fff]"  # compiled where a page is asked for it, which few are
_START = re.compile(r"[\s\ufeff]*(?:[{\[]|[\w.$]{1,60}\s*\(\s*[{\[])")
_NAMES = KeywordScan("_CONFIG DETAIL articleDetail __N")  # the last begins __NEXT_DATA__ and __NUXT__
_ESCAPED = re.compile(r"&lt;(?:p|div|br|span|table)\b", re.IGNORECASE)
MARKUP = re.compile(r"<(?:p|div|br|span|table|section|strong|img|a)\b", re.IGNORECASE)


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
        return self.source in {"JSON", "JSONP"}


def likely(page: Decoded) -> bool:
    """True if the page is data or assigns data under a known name."""
    return _START.match(page.text) is not None or _NAMES.any(page.data)


def find(text: str, scripts: Iterable[str] = ()) -> Embedded | None:
    """The article in the page's data or in one of its scripts; None if there is none."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("{", "["):
        try:
            data = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError):
            return None
        return _article(data, "JSON")
    jsonp = re.match(r"\s*[\w.$]{1,60}\s*\(\s*(?=[{\[])", text)
    if jsonp:
        return _article(_decode_at(text, jsonp.end()), "JSONP")
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


def _objects(data: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The objects in data, each also with what the objects around and beside it state."""
    queue: list[tuple[Any, dict[str, Any]]] = [(data, {})]
    seen = 0
    while queue and seen < MOST_OBJECTS:
        item, around = queue.pop(0) if len(queue) < 64 else queue.pop()
        seen += 1
        if isinstance(item, list):
            queue.extend((each, {}) for each in item[:200])
        elif isinstance(item, dict):
            plain = _plain_keys(item)
            known = {**around, **_beside(item), **plain}
            yield plain, known
            stated = _stated(known)
            queue.extend((value, stated) for each in item.values() if isinstance(value := _parsed(each), dict | list))


def _as_article(plain: dict[str, Any], known: dict[str, Any], source: str) -> Embedded | None:
    """The article an object is: a body with a title or markup, or a title with files."""
    body, files = _body(plain), _files(plain)
    titled = any(isinstance(plain.get(key), str) for key in _FIELDS["title"])
    if (titled and (body or files)) or MARKUP.search(body):
        return Embedded(sound(body), source, _stated_fields(known), files)
    return None


def _body(plain: dict[str, Any]) -> str:
    """The text of an object under the key of a body, else its longest markup; as markup, where it is escaped."""
    bodies = (plain[key] for key in _BODY_KEYS if isinstance(plain.get(key), str) and plain[key].strip())
    body = next(bodies, "") or _longest_markup(plain)
    return html.unescape(body) if _ESCAPED.search(body) and not MARKUP.search(body) else body


def _longest_markup(plain: dict[str, Any]) -> str:
    """The longest value that is Chinese markup, whatever its key is called."""
    texts = [value for value in plain.values() if isinstance(value, str) and value[:1] not in ("{", "[")]
    best = max(filter(MARKUP.search, texts), key=len, default="")
    return best if len(re.findall(_CHINESE, best)) >= ARTICLE else ""


def _parsed(value: Any) -> Any:
    """A value, or what a long text of JSON in its place holds."""
    if not isinstance(value, str) or len(value) < _SHORTEST or value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _plain_keys(item: dict[Any, Any]) -> dict[str, Any]:
    """The values of an object by their keys in small letters without signs: pub_date, pubDate and PUBDATE are one."""
    return {_SIGNS.sub("", str(key).lower()): value for key, value in item.items()}


def _stated(plain: dict[str, Any]) -> dict[str, Any]:
    """What an object states about an article."""
    return {key: value for key, value in plain.items() if key in _KNOWN and isinstance(value, str | int)}


def _beside(item: dict[Any, Any]) -> dict[str, Any]:
    """The plain values of the objects an object holds: a service may give an article's fields beside its text."""
    inner = [_plain_keys(value) for value in item.values() if isinstance(value, dict)]
    return {key: value for each in inner for key, value in _stated(each).items()}


def _stated_fields(known: dict[str, Any]) -> dict[str, str]:
    """The values of the fields, each under the first of its keys."""
    out = {}
    for name, keys in _FIELDS.items():
        value = next((known[key] for key in keys if known.get(key)), None)
        if isinstance(value, str | int):
            out[name] = sound(str(value))
    return out


def _files(plain: dict[str, Any]) -> list[tuple[str, str]]:
    """The addresses and names of the files an object lists."""
    lists = (plain.get(key) for key in ("attachment", "attachments", "files", "filelist", "attachmentlist"))
    entries = [entry for each in lists if isinstance(each, list) for entry in each if isinstance(entry, dict)]
    addressed = ((_first(entry, "url", "path", "fileurl", "href", "link"), entry) for entry in entries)
    return [
        (sound(url), sound(_first(entry, "name", "title", "filename", "fileName"))) for url, entry in addressed if url
    ]


def _first(entry: dict[str, Any], *keys: str) -> str:
    """The text under the first of those keys that has one."""
    return next((entry[key] for key in keys if isinstance(entry.get(key), str)), "")


def _script_string(scripts: Iterable[str]) -> Embedded | None:
    """The longest string of Chinese markup in a script, if it is long enough to be an article."""
    strings = (match[match.lastindex or 0] for script in scripts for match in _STRING.finditer(script))
    chinese = (text for text in strings if len(text) > _SHORTEST and ("\\u" in text or re.search(_CHINESE, text)))
    best = max(chinese, key=len, default="")
    value = _ESCAPE.sub(_unescape, best).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(re.findall(_CHINESE, value)) >= ARTICLE and MARKUP.search(value):
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
    whole = len(re.findall(_CHINESE, best.html)) >= least and MARKUP.search(best.html)
    return best if whole else None


def _held_by(node: LexborNode) -> str:
    """The markup an element holds, as text or as elements of its own that no reader sees."""
    name, attributes = node.tag or "", node.attributes
    if name in ("template", "noscript"):
        return (node.html or "").partition(">")[2].removesuffix(f"</{name}>")
    return (attributes.get(_HELD_IN[name]) or "") if name in _HELD_IN else node.text()
