"""UCAP (开普云): ``list.shtml`` and ``list_2.shtml``, documents under ``YYYYMM/<32 hex>.shtml`` (seen: nc.gov.cn)."""

from __future__ import annotations

import json

from .. import boilerplate
from ..model import Answer, Column, Document, Request, Routes, Site
from ..systems.common import Metas, Pages, home


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 1, documents, the hit counter."""

    def names(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}list.shtml"]
        return first if number == 0 else [f"{column.path}list_{number + 1}.shtml"]

    def hits(request: Request) -> Answer:
        count = boilerplate.visits(request.body.decode("utf-8", "replace"), day)
        content = json.dumps({"code": 200, "data": count}).encode()
        return Answer(content, content_type="application/json", validators=False)

    pages = Pages(site, day, "ucap", names, metas=metas, extra=extra)
    return home(site, day, "/index.shtml") | {"/u/hit/count": hits} | pages.routes()


def metas(metas: Metas, document: Document | None) -> Metas:
    """The metas as this system leaves them.

    Site code and column type are blank, there is no source, a title may be blank or cut, and PubDate is the
    time the page was made.
    """
    found = {name: "" if name in ("SiteIDCode", "ColumnType") else value for name, value in metas}
    if document:
        made = document.facts.get("generated") or found["PubDate"]
        found |= {"ArticleTitle": document.facts.get("meta_title", document.title), "PubDate": made}
        found["others"] = f"页面生成时间 {made}"
        del found["ContentSource"]
    return list(found.items())


def extra(column: Column, document: Document) -> dict[str, object]:
    """The number the hit counter is asked for."""
    return {"manuscript": document.path.rpartition("/")[2].removesuffix(".shtml")}
