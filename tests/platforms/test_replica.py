"""The readers on the replica portals: what a column holds is what the pages show, page by page."""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import Callable, Iterator

import pytest

from crawler.items import ListingPage, ListingRow, PageRequest
from crawler.platforms import platforms
from crawler.portals import load_all
from tests.replica import Replica

PORTALS = ("jianghan", "liangjiang", "nanchang", "xuchang", "zengcheng")
Get = Callable[[str], str]


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica(day=1) as running:
        yield running


@pytest.fixture
def get(replica: Replica) -> Iterator[Get]:
    proxies = urllib.request.ProxyHandler({"http": replica.proxy_url, "https": replica.proxy_url})
    trust = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=replica.ca_file))
    opener = urllib.request.build_opener(proxies, trust)
    yield lambda url: opener.open(url, timeout=30).read().decode()
    replica.clear_modes()
    replica.day = 1


def walk(system: str, url: str, get: Get) -> tuple[list[ListingRow], list[str]]:
    """All rows of a column and the addresses of the columns below."""
    rows: list[ListingRow] = []
    children: list[str] = []
    request: PageRequest | None = platforms()[system].first(url, {})
    while request is not None:
        listing = platforms()[system].read(ListingPage(request.url, get(request.url), {}, request))
        rows += listing.rows
        children = children or [child.url for child in listing.children]
        request = listing.next
    return rows, children


@pytest.mark.parametrize("name", PORTALS)
def test_every_row_of_the_watched_column_is_read(name: str, replica: Replica, get: Get) -> None:
    portal = load_all()[name]
    url = portal.columns[0].url
    rows, children = walk(portal.platform, url, get)
    for address in (url, *children):
        site = replica.site(address.split("/")[2])
        assert site is not None
        path = address.split(site.host, 1)[1].rpartition("/")[0] + "/"
        column = next(found for found in site.all_columns(1) if found.path == path)
        found = rows if address == url else walk(portal.platform, address, get)[0]
        wanted = [(document.title, document.published) for document in column.rows(1)]
        assert [(row.title, row.date) for row in found] == wanted


def test_next_years_child_column_is_found(replica: Replica, get: Get) -> None:
    url = load_all()["liangjiang"].columns[0].url
    before = walk("trs", url, get)[1]
    replica.day = 2
    assert set(walk("trs", url, get)[1]) - set(before) == {url + "fzzf2025/"}


@pytest.mark.parametrize("name", PORTALS)
@pytest.mark.parametrize(
    ("mode", "problem"), [("empty_listing", ""), ("rows_in_comment", "rows_in_comment"), ("js_shell", "js_shell")]
)
def test_bad_days_are_told_apart(name: str, mode: str, problem: str, replica: Replica, get: Get) -> None:
    portal = load_all()[name]
    url = portal.columns[0].url
    replica.set_mode(url.split("/")[2], mode)
    listing = platforms()[portal.platform].read(ListingPage(url, get(url)))
    assert (listing.rows, listing.problem) == ((), problem)


@pytest.mark.parametrize("name", PORTALS)
def test_a_document_is_no_listing(name: str, get: Get) -> None:
    portal = load_all()[name]
    url = portal.columns[0].url
    reader = platforms()[portal.platform]
    row = reader.read(ListingPage(url, get(url))).rows[1]
    assert reader.read(ListingPage(row.url, get(row.url))).problem == "not_a_listing"


@pytest.mark.parametrize("name", PORTALS)
def test_the_system_is_recognised(name: str, get: Get) -> None:
    portal = load_all()[name]
    url = portal.columns[0].url
    page = ListingPage(url, get(url))
    assert {name for name, reader in platforms().items() if reader.detect(page)} == {portal.platform, "generic"}
