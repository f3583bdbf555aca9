"""What an object of a service's answer states about an article: under which keys, and in which wrappings.

Services name the same thing in many ways (docTitle, art_title, InfoTitle, vc_title, bt). A key is read as a carrier
(doc, article, info) and what it carries; only the words that say what is carried are listed.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

from cleaning.page.decode import sound
from cleaning.page.document_files import is_file
from cleaning.text.labels import labelled

MARKUP: Final = re.compile(r"<(?:p|div|br|span|table|section|strong|img|a)\b", re.IGNORECASE)
CHINESE: Final = r"[\u4e00-\u9fff]"  # compiled where a page is asked for it, which few are
ARTICLE: Final = 60  # Chinese characters an article has
_CARRIER = "(?:doc(?:ument)?|article|art|info(?:rmation)?|news|content|cont|post|main|xxgk|wz|wj|vc|c|cms|trs|ext|web)?"
_PUBLISHED = "(?:display|first|real)?(?:pub|publish|published|release|released|rel|issue|issued|deploy|fb|fabu)"
_MOMENT = "(?:datetime|date|time|at|on|sj|rq|shijian|riqi)(?:str|text|stamp|format)?"
_BODY = re.compile(
    _CARRIER + "(?:contents?|body|html|text|txt|details?|zw|nr|con|cont|paragraphs)(?:html|text|txt|con|pc|wap|str)?"
)
_KEYS = {
    "title": [
        f"{_CARRIER}(?:real|full)?title(?:name|text)?|bt|wjbt|biaoti|wjmc|xxmc|subject|headline|showtitle",
        "(?:doc|article|art|info|news|wj)?name",
    ],
    "published": [
        f"{_CARRIER}{_PUBLISHED}{_MOMENT}",
        f"{_CARRIER}(?:show)?{_MOMENT}",
        f"{_CARRIER}(?:create|created|cr|add|input){_MOMENT}",
    ],
    "signed_date": [f"{_CARRIER}(?:cw|chengwen|sign|signed|write|written)(?:date|time|rq|sj)"],
    "source": [
        f"{_CARRIER}(?:source|origin|from|ly|laiyuan|comefrom|copyfrom|sourcefrom|xxly)(?:name|unit|text|dept|org)?"
    ],
    "issuer": [
        "publisher|(?:pub|publish|issue|issuing|release|fb|fw|zz|zr)(?:agency|org|organ|dept|unit|jg|dw|bm)(?:name)?"
        "|(?:dept|org|organ)name"
    ],
    "doc_number": [
        "wh|wenhao|fwzh|fwwh|wjzh|wjbh|wjwh|(?:doc|document|file|reference|ref)(?:number|num|no|code|symbol)"
    ],
    "index_number": ["syh|suoyinhao|identifier|idxid|(?:index|idx)(?:number|num|no|code|sn)?"],
}  # fmt: skip
_FIELDS = {name: [re.compile(key) for key in keys] for name, keys in _KEYS.items()}
_LATE = {"published": 2}
"""From which of its keys on a field is believed only where no object around states it better."""
_DATES = frozenset({"published", "signed_date"})
_LISTS_FILES = re.compile(r"attach|file|annex|append|accessor|enclos|fj|fujian")
_VALUES, _NAMES = re.compile(r"(?i)(?:value|val|text)$"), re.compile(r"(?i)(?:name|key|label|field|code|title)$")
_NAMES_FILE = re.compile(r"name|title|mc")
_ADDRESSES = re.compile(r"(?:file|att\w*)?(?:url|path|href|link|src|addr\w*)")
_SIGNS = re.compile(r"[_\-\s]")
_ESCAPED = re.compile(r"&lt;(?:p|div|br|span|table)\b", re.IGNORECASE)
_PERCENT = re.compile(r"[\w.~!*'()+/-]*(?:%[0-9A-Fa-f]{2}[\w.~!*'()+/-]*)+", re.ASCII)
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{80,}={0,2}\s*")
_NUMBER = re.compile(r"号|[〔\[（(【]\s*(?:19|20)\d\d")
_INDEX: Final = 6
_PIECES, _DEPTH, _MOST = 2000, 4, 300


@lru_cache(maxsize=4096)
def place(key: str) -> tuple[str, int] | None:
    """The field that a key names, and how well; None for any other key."""
    for name, patterns in _FIELDS.items():
        for rank, pattern in enumerate(patterns):
            if pattern.fullmatch(key):
                return name, rank
    return None


@lru_cache(maxsize=4096)
def _of_body(key: str) -> bool:
    return _BODY.fullmatch(key) is not None


def plain_keys(item: Mapping[Any, Any]) -> dict[str, Any]:
    """The values of an object by their keys in small letters without signs: pub_date, pubDate and PUBDATE are one.

    A text that stands alone in an object of its own ({"rendered": …}) is the value.
    """
    out: dict[str, Any] = {}
    for key, value in item.items():
        plain = _SIGNS.sub("", str(key).lower())
        if isinstance(value, dict) and (_of_body(plain) or place(plain)):
            texts = [each for each in value.values() if isinstance(each, str | dict | list)]
            value = texts[0] if len(texts) == 1 and isinstance(texts[0], str) else value
        out[plain] = value
    return out


def stated(plain: Mapping[str, Any]) -> dict[str, Any]:
    """What an object states about an article."""
    return {key: value for key, value in plain.items() if isinstance(value, str | int | list) and place(key)}


def titled(plain: Mapping[str, Any]) -> bool:
    """Whether an object has a title."""
    return any(isinstance(value, str) and (place(key) or ("",))[0] == "title" for key, value in plain.items())


def fields(layers: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The values of the fields: of the nearest object that states each, under the best of its keys."""
    found: dict[str, tuple[int, int, int, str]] = {}
    for distance, layer in enumerate(layers):
        for order, (key, value) in enumerate(layer.items()):
            at = place(key)
            if at is None or not _can_be(at[0], value):
                continue
            name, rank = at
            late = rank >= _LATE.get(name, len(_FIELDS[name]))
            entry = (len(_FIELDS) * late + distance, rank, order, sound(_as_text(value)))
            found[name] = min(found.get(name, entry), entry)
    return {name: value.partition("|")[0] for name, (*_, value) in found.items()}


def _as_text(value: Any) -> str:
    """A value as text; a moment as a list of its numbers (2025, 1, 24, 9, 5), as Java's libraries write it."""
    return "-".join(map(str, value[:3])) if isinstance(value, list) else str(value)


def _can_be(name: str, value: Any) -> bool:
    """Whether a value can be that of a field: services number their sources and files as well."""
    if not value or isinstance(value, bool):
        return False
    if name in _DATES:
        numbers = isinstance(value, list) and len(value) > 2 and all(isinstance(each, int) for each in value)
        return numbers or isinstance(value, str | int)
    if not isinstance(value, str) or value.isdecimal() or value.startswith(("http:", "https:", "/")):
        return False
    return {"doc_number": bool(_NUMBER.search(value)), "index_number": len(value) >= _INDEX}.get(name, True)


def named(plain: Mapping[str, Any]) -> dict[str, str]:
    """What lists of names and values within an object state ({"name": "发文字号", "value": …}), by key."""
    out: dict[str, str] = {}
    for entry in _entries(plain, _DEPTH):
        texts = {key: each for key, each in entry.items() if isinstance(each, str) and each.strip()}
        value = next((each for key, each in texts.items() if _VALUES.search(key)), "")
        for name in [each for key, each in texts.items() if value and _NAMES.search(key)]:
            key = _SIGNS.sub("", name.lower())
            label = next(iter(labelled([f"{name}：{value}"])), "")
            if place(key):
                out.setdefault(key, value)
            elif label in _FIELDS:
                out.setdefault(_LABELS[label], value)
    return out


_LABELS = {"title": "title", "published": "pubdate", "source": "source", "issuer": "publisher", "doc_number": "wh",
           "index_number": "syh", "signed_date": "cwrq"}  # fmt: skip


def _entries(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in lists within a value, a few levels down."""
    inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for each in list(inner)[:_MOST] if depth else ():
        if isinstance(each, dict):
            yield each
        if isinstance(each, dict | list):
            yield from _entries(each, depth - 1)


def body_of(plain: Mapping[str, Any]) -> str:
    """The text of an object under the key of a body, markup before others, else its longest markup."""
    bodies = [text for key, value in plain.items() if _of_body(key) and (text := _text(value))]
    marked = [text for text in bodies if MARKUP.search(text)]
    return max(marked or bodies, key=len, default="") or _longest_markup(plain)


def keeps_body(plain: Mapping[str, Any]) -> bool:
    """Whether an object has a place for a text, be it empty."""
    return any(_of_body(key) and (value is None or isinstance(value, str)) for key, value in plain.items())


def _text(value: Any) -> str:
    """A value as text: as it stands, out of its wrapping, or its paragraphs."""
    if isinstance(value, list):
        parts = [_text(each) for each in value[:_PIECES] if isinstance(each, str)]
        objects = [plain_keys(each) for each in value[:_PIECES] if isinstance(each, dict)]
        parts = parts or [_first_text(each) for each in objects if not titled(each)]
        whole = "".join(f"<p>{part}</p>" for part in parts if part)
        return whole if len(re.findall(CHINESE, whole)) >= ARTICLE else ""
    return _unwrapped(value) if isinstance(value, str) and value.strip() else ""


def _first_text(plain: Mapping[str, Any]) -> str:
    return next((value for key, value in plain.items() if isinstance(value, str) and _of_body(key)), "")


def _unwrapped(text: str) -> str:
    """Markup that came with its signs escaped, percent-encoded or in base 64, as markup; any other text as it is."""
    if _ESCAPED.search(text) and not MARKUP.search(text):
        return html.unescape(text)
    if _PERCENT.fullmatch(text):
        return unquote(text)
    if _BASE64.fullmatch(text):
        try:
            decoded = base64.b64decode(text, validate=False).decode()
        except (binascii.Error, ValueError):
            return text
        return decoded if MARKUP.search(decoded) or re.search(CHINESE, decoded) else text
    return text


def _longest_markup(plain: Mapping[str, Any]) -> str:
    """The longest value that is Chinese markup, whatever its key is called."""
    texts = [value for value in plain.values() if isinstance(value, str) and value[:1] not in ("{", "[")]
    best = max(filter(MARKUP.search, map(_unwrapped, texts)), key=len, default="")
    return best if len(re.findall(CHINESE, best)) >= ARTICLE else ""


def files_of(plain: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The addresses and names of the files an object lists."""
    lists = [value for key, value in plain.items() if isinstance(value, list) and _LISTS_FILES.search(key)]
    entries = [plain_keys(entry) for each in lists for entry in each[:_MOST] if isinstance(entry, dict)]
    found = [(_address(entry), _first(entry, _NAMES_FILE)) for entry in entries]
    texts = [value for key, value in plain.items() if isinstance(value, str) and _LISTS_FILES.search(key)]
    found += [(text, next((each for each in texts if each != text), "")) for text in texts if is_file(text)]
    return [(sound(url), sound(name)) for url, name in found if url]


def _address(entry: Mapping[str, Any]) -> str:
    """The address of a file: what looks like one, else what stands under the key of an address."""
    texts = [value for key, value in entry.items() if isinstance(value, str) and not _NAMES_FILE.search(key)]
    return next(filter(is_file, texts), "") or _first(entry, _ADDRESSES)


def _first(entry: Mapping[str, Any], keys: re.Pattern[str]) -> str:
    """The first text under a key of that form."""
    return next((value for key, value in entry.items() if isinstance(value, str) and value and keys.search(key)), "")
