"""Pages as they come and go: the headers that matter, and what enters the pipelines."""

from __future__ import annotations

from dataclasses import replace

from scrapy.http import Response

from crawler.context import Context
from crawler.items import FetchedPage
from crawler.judge import CUT
from crawler.portals import Portal
from crawler.store.files import fetchable
from crawler.store.versions import newest_snapshot
from crawler.store.watched import DueReport


def validators(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """The conditional headers for a page seen before."""
    pairs = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in pairs.items() if value}


def validators_of(response: Response) -> tuple[str | None, str | None]:
    """ETag and Last-Modified of a response, None where it has none."""
    names = ("ETag", "Last-Modified")
    etag, last_modified = ((response.headers.get(name) or b"").decode("latin-1")[:500] or None for name in names)
    return etag, last_modified


def content_type(response: Response) -> str:
    """The Content-Type header, "" where there is none."""
    return (response.headers.get("Content-Type") or b"").decode("latin-1")


def fetched(response: Response, portal: Portal, row_url: str) -> FetchedPage:
    """A detail page as it goes into the pipelines."""
    assert response.request is not None
    etag, last_modified = validators_of(response)
    return FetchedPage(
        portal=portal.name,
        url=response.url,
        row_url=row_url,
        content=response.body,
        content_type=content_type(response),
        status=response.status,
        received=int(response.request.meta.get("received", 0)),
        snapshot=response.request.meta.get("snapshot"),
        cut=CUT in response.flags,
        etag=etag,
        last_modified=last_modified,
    )


def kept_page(context: Context, response: Response, portal: Portal, report: DueReport) -> FetchedPage | None:
    """The page of a report as it was kept, where the server says that it has not changed but its files or the pages
    its article goes on on may have; None if it has neither."""
    more = context.pages.of(report.id) or any(fetchable(context.files.of(report.id).values(), report.url))
    snapshot = newest_snapshot(context.db, report.id, report.url) if more else None
    if snapshot is None:
        return None
    try:
        headers, content = context.snapshots.read_record(snapshot)
    except (OSError, ValueError, KeyError):
        return None
    return replace(
        fetched(response, portal, report.url),
        content=content,
        content_type=headers.get_header("Content-Type") or "",
        snapshot=snapshot,
        report_id=report.id,
        row_title=report.title,
        etag=report.etag,
        last_modified=report.last_modified,
    )
