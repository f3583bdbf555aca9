"""The pages between those that a pager links: what the known ones agree on, and nothing where they do not."""

from __future__ import annotations

import pytest

from crawler.items import PageRequest
from crawler.platforms.listing.series import between

LIST = "http://www.example.gov.cn/fz/"


@pytest.mark.parametrize(
    ("known", "number", "last", "expected"),
    [
        ({2: "?page=2", 14: "?page=14"}, 3, 0, "?page=3"),
        ({2: "index_1.html", 14: "index_13.html"}, 9, 0, "index_8.html"),
        ({2: "13.htm", 14: "1.htm"}, 3, 0, "12.htm"),
        ({2: "?start=15", 14: "?start=195"}, 3, 0, "?start=30"),
        ({2: "p_02.html", 14: "p_14.html"}, 9, 0, "p_09.html"),
        ({2: "2/", 3: "3/", 14: "14/"}, 4, 0, "4/"),
        ({2: "index_1.html"}, 3, 4, "index_2.html"),
        ({2: "?id=7&page=2"}, 3, 4, "?id=7&page=3"),
        ({2: "9.htm"}, 3, 10, "8.htm"),
        ({2: "?page=2", 14: "?page=14"}, 15, 0, None),
        ({2: "?page=2"}, 3, 0, None),
        ({2: "?page=2", 14: "last.html"}, 3, 0, None),
        ({2: "?page=2", 14: "?page=14&t=9"}, 3, 0, None),
        ({2: "a2/2.html", 14: "a3/14.html"}, 3, 0, None),
        ({2: "?c=31", 14: "?c=55"}, 3, 0, None),
        ({2: "?page=2", 7: "?page=9", 14: "?page=14"}, 3, 0, None),
        ({2: "?a=2&b=2"}, 3, 4, None),
        ({2: "p2.html"}, 3, 4, "p3.html"),
        ({2: "c81d4e2e.html"}, 3, 4, None),
        ({2: "c81d4e2.html"}, 3, 4, None),
    ],
)  # fmt: skip
def test_pages_between(known: dict[int, str], number: int, last: int, expected: str | None) -> None:
    requests = {1: PageRequest(LIST), **{page: PageRequest(LIST + url) for page, url in known.items()}}
    found = between(requests, number, last)
    assert (found and found.url) == (expected and LIST + expected)
    assert found is None or found.derived


def test_a_number_of_the_first_page_counts_no_pages() -> None:
    known = {1: PageRequest(f"{LIST}col2/index.html"), 2: PageRequest(f"{LIST}col2/index_1.html")}
    assert between(known, 3, 4) == PageRequest(f"{LIST}col2/index_2.html", derived=True)


def test_a_posted_page_between_two() -> None:
    known = {page: PageRequest(LIST, "POST", f"cid=34&pageNo={page}") for page in (2, 14)}
    assert between(known, 13) == PageRequest(LIST, "POST", "cid=34&pageNo=13", derived=True)
