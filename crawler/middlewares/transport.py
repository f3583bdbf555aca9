"""Whether an answer came whole, and unpacking it whatever its headers say.

A server may name a packing its bytes do not have, leave out the one they have, state a wrong length or none, or end in
the middle. An answer that did not come whole is kept as it came, asked for once more, and then marked with a flag.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

import brotli  # type: ignore[import-untyped]
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from cleaning.page.document_files import is_document
from crawler.judge import CUT
from crawler.outcome import because

if TYPE_CHECKING:
    from crawler.context import Context

GZIP: Final = b"\x1f\x8b\x08"
PIECE: Final = 1 << 16
PARTIAL: Final = 206  # a part of the page, by the server's own word
TAIL: Final = 2_000  # bytes at whose end a page closes
ZIP_TAIL: Final = 66_000  # bytes in which a ZIP's last record stands (APPNOTE 4.3.16: at most 64 KB of comment)
_PACKED: Final = (b"gzip", b"x-gzip", b"deflate", b"br", b"zstd")
_OPENS: Final = re.compile(rb"<(?:div|article|section|table|head|title|style|script)(?=[\s/>])", re.IGNORECASE)
_CLOSES: Final = re.compile(rb"<\\?/(?:div|article|section|table|head|title|style|script)\s*>", re.IGNORECASE)
_STARTS: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head)\b", re.IGNORECASE)
_HEAD: Final = re.compile(rb".*</head\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(rb"<[^<>]*>")


class TransportMiddleware(HttpCompressionMiddleware):
    """Unpacks answers as Scrapy does, after their headers were set right by their bytes."""

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    @property
    def context(self) -> Context:
        return self.crawler.spider.context  # type: ignore[union-attr,no-any-return]

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        unpacked, broken = self._unpacked(request, response)
        broken = broken or (response.status == PARTIAL and "Range" not in request.headers)
        doubted = broken or "dataloss" in response.flags or "partial" in response.flags
        doubted = doubted or (request.meta.get("purpose") == "report" and response.status == 200)
        if not doubted or is_whole(unpacked.body, sure=not broken and "dataloss" not in response.flags):
            return unpacked
        if not request.meta.get("once_more") and request.method == "GET" and "purpose" in request.meta:
            outcome = because("connection_error", "cut_once")
            self.context.note_step(request, outcome, response)
            return request.replace(meta={**request.meta, "once_more": True}, dont_filter=True)
        return unpacked.replace(flags=[*unpacked.flags, CUT])

    def _unpacked(self, request: Request, response: Response) -> tuple[Response, bool]:
        """An answer as it is read, and whether its packing breaks off."""
        raw = response.body
        packing = _set_right(request, response)
        try:
            unpacked = super().process_response(request, response)
        except IgnoreRequest:
            raise
        except (OSError, EOFError, ValueError, zlib.error, brotli.error):
            return response.replace(body=b""), True
        assert isinstance(unpacked, Response)
        return unpacked, bool(packing) and not _ends(packing, raw)


def _set_right(request: Request, response: Response) -> bytes:
    """Make Content-Encoding say what the bytes are; gives the packing, b"" where there is none."""
    body = response.body
    named = b",".join(response.headers.getlist("Content-Encoding")).replace(b" ", b"").lower().strip(b",")
    if body.startswith(GZIP):
        kind = (response.headers.get("Content-Type") or b"").lower()
        if not named and (b"gzip" in kind or request.url.lower().split("?")[0].endswith((".gz", ".tgz"))):
            return b""
        if b"," not in named:
            response.headers["Content-Encoding"] = b"gzip"
            return b"gzip"
        return named
    if not named:
        return b""
    if named not in _PACKED or named in (b"gzip", b"x-gzip") or not _starts(named, body):
        if b"," in named:
            return named
        del response.headers["Content-Encoding"]
        return b""
    return named


def _starts(packing: bytes, body: bytes) -> bool:
    """Whether bytes begin as a packing does."""
    if packing == b"zstd":
        return body.startswith(b"\x28\xb5\x2f\xfd")
    if packing == b"deflate":
        return any(_inflates(body, bits) for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS))
    try:
        return bool(brotli.Decompressor().process(body[:PIECE], output_buffer_limit=PIECE)) or len(body) < PIECE
    except brotli.error:
        return False


def _inflates(body: bytes, bits: int) -> bool:
    try:
        return bool(zlib.decompressobj(bits).decompress(body[:PIECE], PIECE))
    except zlib.error:
        return False


def _ends(packing: bytes, body: bytes) -> bool:
    """Whether a packed body comes to its end; a packing that cannot tell is believed."""
    if packing not in (b"gzip", b"x-gzip", b"deflate"):
        return True
    bits = zlib.MAX_WBITS | 16 if packing != b"deflate" else zlib.MAX_WBITS
    if packing == b"deflate" and not _inflates(body, bits):
        bits = -bits
    unpacker = zlib.decompressobj(bits)
    try:
        rest = body
        while rest and not unpacker.eof:
            unpacker.decompress(rest, PIECE)
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return unpacker.eof


def is_whole(body: bytes, *, sure: bool) -> bool:
    """Whether the bytes themselves come to the end of what they are. ``sure`` is what to believe of bytes that do not
    tell: True where only the length was not stated, False where less came than was."""
    if is_document(body):
        if body.startswith(b"PK"):
            return b"PK\x05\x06" in body[-ZIP_TAIL:]
        return b"%%EOF" in body[-TAIL:] if b"%PDF-" in body[:1024] else sure
    if body.lstrip()[:1] in (b"{", b"["):
        return body.rstrip().endswith((b"}", b"]"))
    if _says_its_end(body):
        return True
    if b"<" not in body[:TAIL]:
        return sure
    return sure and not _stays_open(body)


def stops_short(body: bytes) -> bool:
    """Whether a page that announces itself as one ends without saying so: enough to doubt one that also lacks what
    stood there before, while many a good page never closes."""
    return not is_whole(body, sure=True) or (_STARTS.match(body) is not None and not _says_its_end(body))


def _says_its_end(body: bytes) -> bool:
    end = body.rstrip()[-TAIL:].lower()
    return b"</html" in end or b"</body" in end


def _stays_open(body: bytes) -> bool:
    """Whether a page stops inside a tag, while its boxes are open, or before its text began."""
    if body.rfind(b"<") > body.rfind(b">") or len(_OPENS.findall(body)) > len(_CLOSES.findall(body)):
        return True
    return _STARTS.match(body) is not None and not _begun(body)


def _begun(body: bytes) -> bool:
    """Whether a page that announces itself goes on behind its head: with text, or with a script that is all it is."""
    behind = _HEAD.sub(b"", body, count=1)
    return bool(re.search(rb"<(?:script|frameset|iframe)\b", behind, re.IGNORECASE) or _TAG.sub(b"", behind).strip())
