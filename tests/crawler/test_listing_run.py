"""What a listing page is judged to be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crawler.items import ChildColumn, Listing, ListingRow, PageRequest
from crawler.platforms import platforms
from crawler.portals import load_all
from crawler.spiders.listing_run import ListingRun, judge
from crawler.store.watched import WatchedColumn

COLUMN = WatchedColumn(
    id=1,
    portal="liangjiang",
    url="http://ljxq.cq.gov.cn/zwgk_199/zfxxgkml/fzzfjsndbg/",
    name="",
    parent=None,
    etag=None,
    last_modified=None,
    rows_digest=None,
    row_count=None,
    read_whole=1,
    next_fetch=None,
)


def rows(count: int) -> tuple[ListingRow, ...]:
    return tuple(ListingRow(f"{COLUMN.url}t{n}.html", f"通知{n}") for n in range(count))


CASES: dict[str, tuple[dict[str, Any], Listing, str]] = {
    "rows": ({}, Listing(rows=rows(3)), "ok"),
    "never had rows": ({}, Listing(), "listing_empty"),
    "had rows": ({"row_count": 9}, Listing(), "listing_empty"),
    "child column of next year without rows yet": ({"parent": 1}, Listing(), "ok"),
    "child column that lost its rows": ({"parent": 1, "row_count": 4}, Listing(), "listing_empty"),
    "parent of year columns": ({}, Listing(children=(ChildColumn(COLUMN.url + "fzzf2024/", "2024年度"),)), "ok"),
    "rows in a comment": ({}, Listing(problem="rows_in_comment"), "layout_changed"),
    "shrunk without a pager": ({"row_count": 20}, Listing(rows=rows(6)), "layout_changed"),
    "short but with a pager": ({"row_count": 20}, Listing(rows=rows(6), next=PageRequest(COLUMN.url)), "ok"),
    "half is left": ({"row_count": 20}, Listing(rows=rows(10)), "ok"),
}


@pytest.mark.parametrize("case", CASES)
def test_judgement(case: str) -> None:
    known, listing, outcome = CASES[case]
    run = ListingRun(load_all()["liangjiang"], replace(COLUMN, **known), platforms()["trs"], {})
    assert judge(listing, run, shrunk_is_fine=False).name == outcome
    if outcome == "layout_changed" and not listing.problem:
        assert judge(listing, run, shrunk_is_fine=True).name == "ok", "--full takes the page as it is"
