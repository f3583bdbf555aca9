"""TRS WCM (拓尔思): static pages under ``YYYYMM/tYYYYMMDD_<id>``, listing pages counted from 0.

Two dialects: ``chongqing`` (``createPage``, a table of rows, child columns in the left menu, ``_wap`` twins)
and ``wuhan`` (``createPageHTML``, .shtml, rows written by inline script beside plain ones, metadata table).
"""

from __future__ import annotations

from tests.replica.model import Column, Routes, Site
from tests.replica.systems import trs_chongqing, trs_wuhan
from tests.replica.systems.common import home, pages_of

DIALECTS = {"chongqing": (trs_chongqing, "html"), "wuhan": (trs_wuhan, "shtml")}


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 0, documents."""
    dialect, ending = DIALECTS[site.dialect]

    def name(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}index.{ending}"]
        return first if number == 0 else [f"{column.path}index_{number}.{ending}"]

    found = home(site, day, f"/index.{ending}")
    found |= pages_of(site, day, name, dialect.listing, dialect.detail)
    return found | dialect.more(site, day)
