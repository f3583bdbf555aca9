"""Epoint (新点) WebBuilder: ``moreinfo.html`` first, then ``2.html``; documents named by GUID in a folder per day.

A document's title stands in ``.ewb-article-hd`` only: the page's own title is the site's name.
"""

from __future__ import annotations

from .. import boilerplate
from ..model import Column, Document, Routes, Site
from ..systems.common import Metas, Pages, home


def routes(site: Site, day: int) -> Routes:
    """Home page, listings (the first has three names), documents."""

    def names(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}moreinfo.html", f"{column.path}1.html"]
        return first if number == 0 else [f"{column.path}{number + 1}.html"]

    return home(site, day, "/index.html") | Pages(site, day, "epoint", names, metas=column_only).routes()


def column_only(metas: Metas, document: Document | None) -> Metas:
    """The metas without those of a document, which this system does not write."""
    return [pair for pair in metas if document is None or pair not in boilerplate.document_metas(document)]
