"""Bodies that are data: a JSON file, a JSON string in a script, or a script that writes the article.

Seen: gkmlpt ``_CONFIG.DETAIL.content``, NFCMS ``/postmeta/p/*.json``, JSON interfaces of several systems, and the
Jiangxi portal whose article body stands in a script string.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
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
    facts: dict[str, str] = field(default_factory=dict)
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
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _article(data: Any, source: str) -> Embedded | None:
    """The object with the longest body among the first objects of the data; one with files may have no body."""
    best: Embedded | None = None
    queue: list[tuple[Any, dict[str, Any]]] = [(data, {})]
    seen = 0
    while queue and seen < 20_000:
        item, around = queue.pop(0) if len(queue) < 64 else queue.pop()
        seen += 1
        if isinstance(item, list):
            queue.extend((each, {}) for each in item[:200])
        elif isinstance(item, dict):
            plain = _plain_keys(item)
            told = {**around, **_beside(item), **plain}
            found = _told_by(plain, told, source)
            if found is not None and (best is None or len(found.html) > len(best.html)):
                best = found
            inner = [value for each in item.values() if isinstance(value := _parsed(each), dict | list)]
            shared = _stated(told) if inner else {}
            queue.extend((value, shared) for value in inner)
    return best


def _told_by(plain: dict[str, Any], told: dict[str, Any], source: str) -> Embedded | None:
    """The article an object is: a body with a title or markup, or a title with files."""
    bodies = (plain[key] for key in _BODY_KEYS if isinstance(plain.get(key), str) and plain[key].strip())
    body = next(bodies, "") or _longest_markup(plain)
    if not MARKUP.search(body) and _ESCAPED.search(body):
        body = html.unescape(body)
    titled = any(isinstance(plain.get(key), str) for key in _FIELDS["title"])
    files = _files(plain)
    if not (body and (titled or MARKUP.search(body))) and not (titled and files):
        return None
    return Embedded(sound(body), source, _facts(told), files)


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
    return {key: value for key, value in plain.items() if key in _KNOWN and isinstance(value, str | int)}


def _beside(item: dict[Any, Any]) -> dict[str, Any]:
    """The plain values of the objects an object holds: a service may give an article's fields beside its text."""
    inner = [_plain_keys(value) for value in item.values() if isinstance(value, dict)]
    return {key: value for each in inner for key, value in _stated(each).items()}


def _facts(lower: dict[str, Any]) -> dict[str, str]:
    out = {}
    for name, keys in _FIELDS.items():
        value = next((lower[key] for key in keys if lower.get(key)), None)
        if isinstance(value, str | int):
            out[name] = sound(str(value))
    return out


def _files(plain: dict[str, Any]) -> list[tuple[str, str]]:
    lists = (plain.get(key) for key in ("attachment", "attachments", "files", "filelist", "attachmentlist"))
    entries = [entry for each in lists if isinstance(each, list) for entry in each if isinstance(entry, dict)]
    addressed = ((_first(entry, "url", "path", "fileurl", "href", "link"), entry) for entry in entries)
    return [
        (sound(url), sound(_first(entry, "name", "title", "filename", "fileName"))) for url, entry in addressed if url
    ]


def _first(entry: dict[str, Any], *keys: str) -> str:
    return next((entry[key] for key in keys if isinstance(entry.get(key), str)), "")


def _script_string(scripts: Iterable[str]) -> Embedded | None:
    """The longest string of Chinese markup in a script, if it is long enough to be an article."""
    best = ""
    for script in scripts:
        for match in _STRING.finditer(script):
            value = match[1] or match[2] or match[3] or ""
            if len(value) > max(len(best), _SHORTEST) and (re.search(_CHINESE, value) or "\\u" in value):
                best = value
    value = _ESCAPE.sub(_unescape, best).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(re.findall(_CHINESE, value)) >= ARTICLE and MARKUP.search(value):
        return Embedded(value, "script string")
    return None


def _unescape(match: re.Match[str]) -> str:
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
