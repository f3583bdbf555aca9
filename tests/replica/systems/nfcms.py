"""NFCMS (广东省政府网站集约化平台): ``index_2.html`` and the whole column as JSON (seen: www.zc.gov.cn)."""

from __future__ import annotations

import json

from ..model import Answer, Column, Document, Handler, Request, Routes, Site
from ..systems.common import Metas, Pages, home


def routes(site: Site, day: int) -> Routes:
    """Home page, listings by number from 1, documents, one feed per column."""

    def names(column: Column, number: int) -> list[str]:
        first = [column.path, f"{column.path}index.html"]
        return first if number == 0 else [f"{column.path}index_{number + 1}.html"]

    links = ("/gk/", "/gk/zfxxgk/", "/gk/zfxxgk/fzzfjs/")
    pages = Pages(site, day, "nfcms", names, links, metas=metas, extra=extra, post_id="")
    feeds = {f"/postmeta/i/{column.ident}.json": feed(site, column, day) for column in site.all_columns(day)}
    return home(site, day, "/index.html") | pages.routes() | feeds


def post_id(document: Document) -> str:
    """The number in ``post_<number>.html``; it does not follow time."""
    return document.path.rpartition("_")[2].removesuffix(".html")


def metas(metas: Metas, document: Document | None) -> Metas:
    """The metas with the document's number."""
    return [*metas, ("ArticleId", post_id(document))] if document else metas


def extra(column: Column, document: Document) -> dict[str, object]:
    """The document's number, which the page's script names."""
    return {"post_id": post_id(document)}


def feed(site: Site, column: Column, day: int) -> Handler:
    """The column's static JSON, without articles when the listing is empty."""

    def answer(request: Request) -> Answer:
        rows = [] if request.mode else column.rows(day)
        articles = [
            {
                "id": int(post_id(row)),
                "title": row.title,
                "date": row.published,
                "url": f"{site.scheme}://{site.host}{row.path}",
                "source": row.source,
                "created_at": f"{row.published} {row.time}",
                "EXT_author": "",
            }
            for row in rows
        ]
        changed = f"{column.modified(day)} 09:00:00"
        data = {"articles": articles, "children": [], "name": column.name, "updated": changed}
        content = json.dumps(data, ensure_ascii=False).encode()
        return Answer(content, content_type="application/json", modified=column.modified(day))

    return answer
