"""Raw first: every response is in a WARC record on disk before anything reads it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.clock import now
from crawler.context import Context
from crawler.middlewares.own import require_archive
from crawler.store.warc import Exchange


def _pairs(headers: dict[bytes, list[bytes]]) -> list[tuple[str, str]]:
    """Header fields as text, safe for a record: a line break in a value would end it."""
    return [
        (name.decode("latin-1"), value.decode("latin-1").replace("\r", " ").replace("\n", " "))
        for name, values in headers.items()
        for value in values
    ]


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


RENDERED = [("X-Rendered-By", "browser")]  # the body is the page as a browser showed it, not the bytes that came


class SnapshotMiddleware:
    """Nearest to the downloader, so that the body is still as the server sent it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        require_archive(crawler)
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        request.meta["received"] = len(response.body)
        request.meta.pop("snapshot", None)
        if response.status != 304:
            context: Context = self.crawler.spider.context  # type: ignore[union-attr]
            exchange = Exchange(
                url=request.url,
                method=request.method,
                request_headers=_pairs(request.headers),
                request_body=request.body,
                status=response.status,
                reason=_reason(response.status),
                headers=_pairs(response.headers) + RENDERED * ("playwright" in response.flags),
                body=response.body,
                fetched=now(),
            )
            media_type = (response.headers.get("Content-Type") or b"").decode("latin-1")[:200]
            request.meta["snapshot"] = context.snapshots.keep(exchange, media_type)
        return response
