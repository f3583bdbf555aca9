"""Bytes to text, as browsers do and never into mojibake.

The order is that of the WHATWG encoding sniffing algorithm, with two corrections that Chinese portals force: bytes that
are valid UTF-8 with characters beyond ASCII are UTF-8 whatever the page declares (pages re-saved as UTF-8 keep their
``charset=gb2312``), and a page that declares nothing and is not UTF-8 is GB18030, of which gb2312 and gbk are subsets.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

HEAD = 4096
# Control characters mean nothing on a page; in no encoding of Chinese pages but UTF-16 are they part of another one.
CONTROLS = bytes((*range(9), 11, *range(14, 27), *range(28, 32), 127))
_NO_CONTROLS = dict.fromkeys(CONTROLS)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Encodings whose decoder gives neither lone surrogates nor NUL: those a page may be read in without a check.
_SOUND = frozenset({"gb18030", "big5"})
# What browsers refuse to read (WHATWG Encoding, "replacement"): pages in it would be mojibake, or scripts in disguise.
_REFUSED = frozenset(
    {"hz-gb-2312", "hz", "hz-gb", "hzgb", "iso-2022-cn", "iso-2022-cn-ext", "iso-2022-kr", "csiso2022kr"}
)
_SHIFTS = (b"\x1b", b"~{")
_CHINESE = r"[\u3000-\u9fff\uff00-\uffef]"  # compiled where a page is of two encodings
# Chinese characters for each broken one from which a page is UTF-8 with a foreign part, declared as UTF-8 or not.
FOREIGN, FOREIGN_UNSAID = 0.15, 2.0
REPLACEMENT = "replacement"
_UNSOUND = re.compile("[\0\ud800-\udfff]")
_LATIN = frozenset({"iso8859-1", "cp1252", "ascii", "iso8859-15"})


class Decoded(NamedTuple):
    """The text, the name of the encoding it was read in, whether that was a guess, and the text's UTF-8."""

    text: str
    encoding: str
    guessed: bool
    data: bytes

    def of(self, text: str) -> Decoded:
        """Another form of the same text, read in the same encoding."""
        return self._replace(text=text, data=text.encode())


def without_controls(text: str) -> str:
    """The text without control characters: no page means them."""
    return text.translate(_NO_CONTROLS).replace("\x1b", "")


def sound(text: str) -> str:
    """The text with U+FFFD for what UTF-8 and SQLite's text cannot hold: lone surrogates and NUL."""
    return _UNSOUND.sub("\ufffd", text)


def _canonical(label: str) -> str:
    """Python's name of an encoding label, gb* widened to gb18030; "" for an unknown label."""
    label = label.strip().lower().replace("_", "-")
    if label in {"gb2312", "gbk", "gb18030", "x-gbk", "gb-2312-80", "gb2312-80", "cp936", "ms936", "chinese", "euc-cn"}:
        return "gb18030"
    if label.startswith("utf-16") or label in {"unicode", "utf8", "unicode-1-1-utf-8"}:
        return "utf-8"
    if label in _REFUSED:
        return REPLACEMENT
    try:
        name = codecs.lookup(label).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return ""
    return name


def declared(content: bytes, content_type: str = "") -> str:
    """The encoding the header or, failing that, the page itself declares; "" if neither does."""
    header = _HEADER.search(content_type)
    if header and (name := _canonical(header[1])):
        return name
    head = content[:HEAD]
    for pattern in (_META, _XML):
        match = pattern.search(head)
        if match and (name := _canonical(match[1].decode("ascii"))):
            return name
    return ""


def _bad(text: str) -> int:
    """Characters that show a wrong decoding: replacement marks, private use, C1 controls."""
    return sum(text.count(mark) for mark in "\ufffd") + len(re.findall(r"[\x80-\x9f\ue000-\uf8ff]", text))


def decode(content: bytes, content_type: str = "") -> Decoded:
    """The text of a page.

    ``content_type`` is the value of the HTTP header, "" if unknown. Never raises: bytes no encoding explains become
    U+FFFD, control characters go. ``guessed`` is True when what was declared (or nothing) does not fit the bytes.
    """
    decoded = _marked(content) or _decoded(content.translate(None, CONTROLS), content_type)
    # ISO-2022 shifts with ESC, so it can go only when the bytes have been read.
    return _read(decoded.text.replace("\x1b", ""), *decoded[1:3]) if "\x1b" in decoded.text else decoded


def _read(text: str, encoding: str, guessed: bool) -> Decoded:
    return Decoded(text, encoding, guessed, text.encode())


def _marked(content: bytes) -> Decoded | None:
    """The text of bytes that begin with a byte order mark."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(name, "replace")
            return _read(text.translate(_NO_CONTROLS), name, False)
    return None


def _decoded(content: bytes, content_type: str) -> Decoded:
    """The text of bytes without control characters and mark, in the encoding they prove or declare."""
    name = declared(content, content_type)
    if name == REPLACEMENT:
        if content.isascii() and any(shift in content for shift in _SHIFTS):
            return _read("\ufffd", REPLACEMENT, True)
        name = ""
    if content.isascii() and not name.startswith(("utf-16", "utf-7", "iso2022")):
        return Decoded(content.decode("ascii"), name or "utf-8", False, content)
    return _as_utf8(content, name) or _as_declared(content, name) or _fallback(content, name)


def _as_utf8(content: bytes, name: str) -> Decoded | None:
    """The text of bytes that are UTF-8 whatever ``name`` they declare, None where they are not."""
    guessed = name not in ("utf-8", "")
    try:
        # ISO-2022 bytes are ASCII, so non-ASCII bytes that form UTF-8 are UTF-8.
        return Decoded(content.decode("utf-8"), "utf-8", guessed, content)
    except UnicodeDecodeError as error:
        # A page cut in the middle of its last character is still UTF-8.
        if error.start >= len(content) - 3 and error.reason == "unexpected end of data":
            return _read(content[: error.start].decode("utf-8"), "utf-8", guessed)
    mixed = _mostly_utf8(content, FOREIGN if name == "utf-8" else FOREIGN_UNSAID)
    return _read(mixed, "utf-8", name != "utf-8") if mixed is not None else None


def _as_declared(content: bytes, name: str) -> Decoded | None:
    """The text in the declared encoding, None where it does not explain all bytes."""
    if not name or name in _LATIN or name == "utf-8":
        return None
    text = _decode(content, name)
    return _read(text, name, False) if "\ufffd" not in text else None


def _mostly_utf8(content: bytes, least: float) -> str | None:
    """The text of UTF-8 with a foreign part, such as an included footer in GBK; None if most of it is something else.

    Bytes of another encoding almost never form Chinese characters of UTF-8.
    """
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return text if len(re.findall(_CHINESE, text)) > least * bad else None


def _decode(content: bytes, name: str) -> str:
    """The text in that encoding, U+FFFD for what it does not explain; all of it where the codec gives up."""
    try:
        text = content.decode(name, "replace")
    except UnicodeError:
        return "\ufffd" * len(content)
    return text if name in _SOUND else sound(text)


def _fallback(content: bytes, name: str) -> Decoded:
    """The least damaged of the encodings Chinese pages are written in."""
    tried: list[tuple[int, int, str, str]] = []
    for candidate in dict.fromkeys((name if name not in _LATIN else "", "gb18030", "utf-8", "big5")):
        if candidate:
            text = _decode(content, candidate)
            tried.append((_bad(text), len(tried), text, candidate))
    _, _, text, candidate = min(tried, key=lambda entry: entry[:2])
    return _read(text, candidate, True)
