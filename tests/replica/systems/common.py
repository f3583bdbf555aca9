"""What all systems share: the home page and the walk over columns and documents."""

from __future__ import annotations

from collections.abc import Callable

from tests.replica import furniture as f
from tests.replica.model import (
    FIRST_DAY,
    Answer,
    Column,
    Document,
    Handler,
    Request,
    Routes,
    Site,
    furniture_dates,
    html,
)
from tests.replica.modes import not_found, soft_404

Listing = Callable[[Site, Column, int, int, Request], str]
Detail = Callable[[Site, Column, Document, int], str]


def home(site: Site, day: int, name: str) -> Routes:
    """The home page under ``/`` and ``name``: menus, the columns, the newest documents of each."""

    def answer(request: Request) -> Answer:
        boxes = []
        for column in site.all_columns(day):
            rows = "".join(
                f'<li><a href="{row.path}" title="{f.escape(row.title)}">{f.escape(f.shortened(row.title, 24))}</a>'
                f"<span>{row.published[5:]}</span></li>"
                for row in column.rows(day)[:6]
            )
            boxes.append(
                f'<div class="tab-item"><h3><a href="{column.path}">{column.name}</a></h3><ul>{rows}</ul></div>'
            )
        text = (
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">\n{f.metas(f.site_metas(site))}\n<title>{site.name}</title>\n'
            f'{f.styles(site)}\n{f.scripts(site)}</head>\n<body>{f.header(site, day)}\n<div class="main">{"".join(boxes)}</div>\n'
            f"{f.footer(site)}</body></html>"
        )
        return html(text, max([FIRST_DAY, *furniture_dates(day)]))

    return {"/": answer, name: answer}


def pages_of(
    site: Site, day: int, name: Callable[[Column, int], list[str]], listing: Listing, detail: Detail
) -> Routes:
    """Listings under the names ``name(column, number)`` gives (0 is the first), and the documents they hold."""
    found: Routes = {}
    for column in site.all_columns(day):
        for number in range(len(column.pages(day))):
            handler = listing_page(site, column, number, day, listing)
            found |= dict.fromkeys(name(column, number), handler)
        for document in column.documents:
            if document.there(day):
                found[document.path] = detail_page(site, column, document, day, detail)
            elif document.gone(day):
                found[document.path] = gone_page(site, document)
    return found


def listing_page(site: Site, column: Column, number: int, day: int, listing: Listing) -> Handler:
    """The handler of one listing page."""

    def answer(request: Request) -> Answer:
        text = listing(site, column, number, day, request)
        return html(text, column.modified(day), validators=site.listing_validators)

    return answer


def detail_page(site: Site, column: Column, document: Document, day: int, detail: Detail) -> Handler:
    """The handler of one document."""

    def answer(request: Request) -> Answer:
        return html(detail(site, column, document, day), document.modified(day), document.encoding)

    return answer


def gone_page(site: Site, document: Document) -> Handler:
    """What stands where a document was taken down: a 404, or a page that says so with 200."""

    def answer(request: Request) -> Answer:
        return (soft_404 if document.gone_as == "soft_404" else not_found)(site, request, None)  # type: ignore[arg-type]

    return answer


def neighbours(column: Column, document: Document, day: int) -> tuple[Document | None, Document | None]:
    """The newer and the older document beside one."""
    rows = column.rows(day)
    place = rows.index(document)
    return (rows[place - 1] if place else None), (rows[place + 1] if place + 1 < len(rows) else None)


def pager(column: Column, document: Document, day: int) -> str:
    """上一篇 and 下一篇 below a document."""
    parts = []
    for name, row in zip(("上一篇", "下一篇"), neighbours(column, document, day), strict=True):
        link = f'<a href="{row.path}">{f.escape(row.title)}</a>' if row else "没有了"
        parts.append(f"<li>{name}:{link}</li>")
    return f'<ul class="prevnext">{"".join(parts)}</ul>'
