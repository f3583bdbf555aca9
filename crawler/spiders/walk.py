"""Reading one column: what is carried from page to page, and what a page and its rows are judged to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from crawler.items import Listing, ListingRow, PageRequest
from crawler.outcome import Outcome, bare_host
from crawler.platforms import Platform
from crawler.portals import Portal
from crawler.store.ledger import WatchedColumn

_SITE_CODES: Final = (
    re.compile(r"<meta[^<>]{0,100}SiteIDCode[\"'\s][^<>]{0,100}?(?<![\w])(bm\d{8}|\d{10})(?!\w)", re.I),
    re.compile(r"\bsitecode\s*=\s*[\"']?(bm\d{8}|\d{10})(?!\w)", re.I),
)


@dataclass(slots=True)
class Walk:
    """Reading one column from its first page on, until a page holds nothing unknown.

    ``outcome`` is that of the first page, and the column's own once the walk has ended.
    """

    portal: Portal
    column: WatchedColumn
    platform: Platform
    params: dict[str, Any]
    number: int = 1
    asked: set[tuple[str, str]] = field(default_factory=set)
    first_rows: tuple[ListingRow, ...] = ()
    last_rows: tuple[ListingRow, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    outcome: Outcome = field(default_factory=lambda: Outcome("unchanged"))


def service(listing: Listing) -> PageRequest | None:
    """Where the rows of a page are served that has none itself (Hanweb JPAAS, Jiangxi), None for other pages."""
    return listing.next if listing.problem == "js_shell" and not listing.rows else None


def stranger(text: str, portal: Portal) -> Outcome | None:
    """Why a page is another site's by the code it states (``SiteIDCode`` meta, ``sitecode`` of the error-report
    button), None where it states the portal's own or none: cloned and hijacked portals exist."""
    stated = next((found[1] for form in _SITE_CODES if (found := form.search(text))), None)
    if stated is None or portal.site_id_code in (None, stated):
        return None
    return Outcome("identity_mismatch", f"the page carries site code {stated}, the portal has {portal.site_id_code}")


def judge(listing: Listing, walk: Walk, *, shrunk_is_fine: bool) -> Outcome:
    """``ok``, or what is wrong with a listing page: zero rows where there were rows is an error.

    Only a child column may have none yet: next year's is often opened before its first report.

    A first page that lost more than half of its rows and its pager is another page than before, such as the
    home page served with status 200 (seen on csrc.gov.cn under load).
    """
    had = walk.column.row_count or 0
    if walk.number == 1 and listing.next is None and 0 < 2 * len(listing.rows) < had and not shrunk_is_fine:
        return Outcome(
            "layout_changed",
            f"the listing shows {len(listing.rows)} rows and had {had}; if that is right, run"
            f" 'fazhi crawl --portal {walk.portal.name} --full'",
        )
    wanted = walk.portal.expect.rows
    if walk.number == 1 and listing.rows and len(listing.rows) < wanted:
        return Outcome(
            "layout_changed", f"the listing shows {len(listing.rows)} rows, the portal file expects {wanted}"
        )
    if listing.rows or (listing.children and not had):
        return Outcome("ok")
    if listing.problem:
        return Outcome("layout_changed", f"{walk.platform.NAME} finds no list on the page ({listing.problem})")
    if walk.number > 1:
        return Outcome("ok")
    if walk.column.parent is not None and not had:
        return Outcome("ok")
    before = f"it had {had} before" if had else "it never had any"
    return Outcome("listing_empty", f"the listing shows no rows; {before}")


def judge_row(row: ListingRow, walk: Walk) -> tuple[str, str, str]:
    """State, kind and reason of a new row: ``pending`` if its page must be read to know."""
    from cleaning.document.classify import classify, is_candidate  # heavy, and most nights bring no new row

    if bare_host(row.url) not in walk.portal.allowed_hosts:
        return "foreign", "foreign_host", f"{bare_host(row.url)} is not a host of this portal"
    if is_candidate(row.title, walk.column.name):
        return "pending", "candidate", ""
    verdict = classify(row.title, walk.column.name)
    return "refused", verdict.kind, verdict.reason
