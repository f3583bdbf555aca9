"""truecms: rows as JSONP from ``getMessage.do``, given only to those who name the page they come from."""

from __future__ import annotations

import json

from ..model import Answer, Column, Request, Routes, Site
from ..more import common

COLUMN = "/slj/fzjs/index.html"
LINKS = ("/", COLUMN)
SERVICE = "/truecms/messageController/getMessage.do"


def path(number: int, day: str) -> str:
    """Month and number."""
    return f"/slj/fzjs/content/{day.replace('-', '')}{number:04}.html"


def routes(site: Site, day: int) -> Routes:
    """The shell and its service."""
    column = site.columns[0]
    rows = column.rows(day)

    def listing(request: Request) -> Answer:
        main = f"<div id='list'></div><script>var api='{SERVICE}?columnId=77&callback=show';</script>"
        return common.page(site, column.name, main, common.column_metas(column))

    def service(request: Request) -> Answer:
        asked = common.fields(request)
        known = {name.lower(): value for name, value in request.headers.items()}
        part = rows[int(asked["startrecord"]) - 1 : int(asked["endrecord"])] if known.get("referer") else []
        entries = [{"title": row.title, "url": row.path, "pubDate": row.published} for row in part]
        text = f"show({json.dumps({'total': len(rows), 'list': entries})})"
        return Answer(text.encode(), content_type="application/javascript")

    return common.frame(site, day, LINKS) | {COLUMN: listing, SERVICE: service}


def site() -> Site:
    """A column named for law-based administration."""
    documents = common.documents("slj.suzhong.gov.cn", "苏中市水利局", "苏中市", path, ("2026-01-30", "2025-02-05"), 22)
    column = Column(COLUMN, "依法行政", ("首页", "依法行政"), documents)
    return common.make(__name__, "slj.suzhong.gov.cn", "苏中市水利局", column, code="3299000066")
