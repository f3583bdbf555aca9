"""What every request of a portal carries: its name, its hosts, and the limits of what is asked for."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider

from cleaning.page.document_files import is_file
from crawler.context import Context
from crawler.middlewares import browser
from crawler.portals import Portal


class PortalSpider(Spider):
    """A spider that asks portals; ``full`` reads every listing page."""

    context: Context
    full: bool = False

    def _request(
        self,
        portal: Portal,
        purpose: str,
        url: str,
        callback: Any,
        errback: Any,
        known: dict[str, Any],
        column: int | None = None,
        **kwargs: Any,
    ) -> Request:
        meta: dict[str, Any] = {**portal.meta, "purpose": purpose, "column": column}
        if is_file(url):
            meta |= {"download_maxsize": self.settings.getint("FILE_BYTES")}
            meta |= {"download_timeout": self.settings.getfloat("FILE_TIMEOUT")}
        elif kwargs.get("method", "GET") == "GET":
            meta |= browser.meta(portal)
        return Request(url, callback=callback, errback=errback, cb_kwargs=known, meta=meta, dont_filter=True, **kwargs)
