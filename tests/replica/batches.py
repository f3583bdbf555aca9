"""The batches of made-up portals, each written after the one before had been mended and before it was tried itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from typing import Final

from tests.replica import (
    batch_eight,
    batch_eight_last,
    batch_eight_more,
    batch_eighteen,
    batch_eleven,
    batch_eleven_more,
    batch_fifteen,
    batch_five,
    batch_five_more,
    batch_four,
    batch_four_more,
    batch_fourteen,
    batch_fourteen_more,
    batch_nine,
    batch_nine_more,
    batch_nine_years,
    batch_seven,
    batch_seventeen,
    batch_six,
    batch_six_more,
    batch_sixteen,
    batch_sixteen_more,
    batch_ten,
    batch_ten_more,
    batch_thirteen,
    batch_twelve,
    batch_twelve_more,
    batch_twenty,
    batch_twenty_four,
    batch_twentytwo,
)
from tests.replica.batch_parts import Batch, Portal
from tests.replica.form_parts import CODE, OWNER
from tests.replica.forms import of_host
from tests.replica.model import Routes, Site

BATCHES: Final[Mapping[str, Batch]] = {
    "4": {**batch_four.FIRST, **batch_four_more.SECOND},
    "5": {**batch_five.FIRST, **batch_five_more.SECOND},
    "6": {**batch_six.FIRST, **batch_six_more.SECOND},
    "7": {**batch_seven.FIRST, **batch_seven.SECOND},
    "8": {**batch_eight.FIRST, **batch_eight_more.SECOND, **batch_eight_last.THIRD},
    "9": {**batch_nine.FIRST, **batch_nine_more.SECOND, **batch_nine_years.THIRD},
    "10": {**batch_ten.FIRST, **batch_ten_more.SECOND},
    "11": {**batch_eleven.FIRST, **batch_eleven_more.SECOND},
    "12": {**batch_twelve.FIRST, **batch_twelve_more.SECOND},
    "13": batch_thirteen.FIRST,
    "14": {**batch_fourteen.FIRST, **batch_fourteen_more.SECOND},
    "15": batch_fifteen.FIRST,
    "16": {**batch_sixteen.FIRST, **batch_sixteen_more.SECOND},
    "17": batch_seventeen.FIRST,
    "18": batch_eighteen.FIRST,
    "20": batch_twenty.FIRST,
    "22": batch_twentytwo.FIRST,
    "24": batch_twenty_four.FIRST,
}
UNFOUND: Final = frozenset(
    {
        "in_the_gazette",
        "one_page_of_files",
        "posts_itself",
        "packed_in_function",
        "frames_and_messages",
        "written_script",
        "enciphered",
    }
)
"""What no search finds rightly yet; docs/portals.md says why."""
EVERY: Final = {name: make for batch in BATCHES.values() for name, make in batch.items()}


def routes(site: Site, day: int) -> Routes:
    """The answers of one portal by path."""
    pages = portal(site).beside.get(site.host) or portal(site).pages
    return {path: partial(of_host, handler, site.host) for path, handler in pages.items()}


def portal(site: Site) -> Portal:
    """What a site was made of."""
    return EVERY[site.facts["portal"]]()


def sites(name: str) -> list[Site]:
    """The sites of one portal: its own, and those of the hosts beside it."""
    return [site(name), *(site(name, host) for host in EVERY[name]().beside)]


def site(name: str, host: str = "") -> Site:
    """The site of one portal."""
    return Site(
        portal=name, host=host or f"www.{name.replace('_', '')}.gov.cn", scheme="http", name=OWNER, owner=OWNER,
        system=sys.modules[__name__], columns=(), site_id_code=CODE, facts={"portal": name},
    )  # fmt: skip
