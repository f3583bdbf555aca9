"""What every reader of listings finds in the replica's columns, in the samples and in a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.guard import pages, product
from tests.platforms import samples
from tests.replica import modes
from tests.replica.model import DAYS, Request, Site

SAMPLE = "http://www.qingling.gov.cn/zwgk/fznb/index.html"
MOST = 12  # pages of a column
Facts = dict[str, Any]


def all_readers(name: str, text: str, url: str) -> Iterator[tuple[str, Facts]]:
    """One page, as every reader reads it and as what it is taken for."""
    yield f"{name}, guess", product.guess(product.sniffed(text, url))
    for system in product.systems():
        request = product.first(system, url)
        yield (
            f"{name}, {system}",
            {"first": product.asked(request), **product.listing(product.read(system, text, request))},
        )


def _asked(site: Site, request: Any, day: int, mode: str = "") -> str:
    parts = urlsplit(request.url)
    headers = dict(request.headers)
    wanted = Request(request.method, parts.path or "/", parts.query, headers, request.body.encode(), mode)
    return pages.answer(pages.replica(), site, wanted, day)[0].decode("utf-8", "replace")


def _walk(site: Site, system: str, url: str, day: int) -> Iterator[tuple[str, Facts]]:
    request = product.first(system, url)
    for number in range(1, MOST + 1):
        found = product.read(system, _asked(site, request, day), request)
        yield f"replica day {day} {url}, {system}, page {number}", product.listing(found)
        if found.next is None or urlsplit(found.next.url).hostname != site.host:
            return
        request = found.next


def _columns(site: Site, day: int) -> Iterator[tuple[str, str]]:
    """The columns of a portal as (system, address); the system of a small portal is the one its page is taken for."""
    watched = {url: system for system, url in product.portal_columns().get(site.portal, ())}
    system = next(iter(watched.values()), "")
    for column in site.all_columns(day):
        plain = f"{site.scheme}://{site.host}{column.path}"
        url = next((url for url in watched if url.startswith(plain)), plain)
        if not system:
            text = _asked(site, product.first("generic", url), day)
            guess = product.guess(product.sniffed(text, url))
            yield guess["system"] or "generic", url
        else:
            yield watched.get(url, system), url


def _replica() -> Iterator[tuple[str, Facts]]:
    for site in pages.replica().sites:
        for day in DAYS if site.portal in product.portal_columns() else (1,):
            for system, url in _columns(site, day):
                yield from _walk(site, system, url, day)
                if day > 1:
                    continue
                request = product.first("generic", url)
                yield from all_readers(f"replica {url}", _asked(site, request, day), url)
                for mode in sorted(modes.LISTINGS):
                    text = _asked(site, request, day, mode)
                    yield f"replica {url}, {mode}", product.listing(product.read(system, text, request))


def listings(corpora: list[Path]) -> dict[str, Facts]:
    """What is found in every listing, by its name."""
    found = dict(_replica())
    for name, text in samples.ALL.items():
        found |= all_readers(f"sample {name}", text, SAMPLE)
    for folder in corpora:
        known = pages.addresses(folder)
        for path in sorted((folder / "listings").glob("*")):
            url = known.get(path.name, ("", ""))[0] or SAMPLE
            text = path.read_bytes().decode("utf-8", "replace")
            found |= all_readers(f"corpus {folder.name}/{path.name}", text, url)
    return found
