"""What all systems share: the home page and the walk over columns and documents."""

from __future__ import annotations

from collections.abc import Callable

from .. import boilerplate, modes
from ..model import (
    FIRST_DAY,
    Answer,
    Column,
    Document,
    Handler,
    Request,
    Routes,
    Site,
    boilerplate_dates,
    html,
)

Metas = list[tuple[str, str]]
Names = Callable[[Column, int], list[str]]
Extra = Callable[[Column, Document], dict[str, object]]


def home(site: Site, day: int, name: str) -> Routes:
    """The home page under ``/`` and ``name``: menus, the columns, the newest documents of each."""

    def answer(request: Request) -> Answer:
        text = boilerplate.render("home.html", site, day, site_metas=boilerplate.site_metas(site))
        return html(text, max([FIRST_DAY, *boilerplate_dates(day)]))

    return {"/": answer, name: answer}


class Pages:
    """The listings and documents of a site, made from the templates in ``folder``.

    ``names(column, number)`` are the addresses of a listing page (0 is the first), the columns' links stand in
    ``crumb_links``, ``metas`` changes the mandatory metas, ``extra`` gives a document's template what it needs more.
    """

    def __init__(
        self,
        site: Site,
        day: int,
        folder: str,
        names: Names,
        crumb_links: tuple[str, ...] = (),
        metas: Callable[[Metas, Document | None], Metas] = lambda metas, document: metas,
        extra: Extra = lambda column, document: {},
        **listing: object,
    ) -> None:
        self.site, self.day, self.folder, self.names = site, day, folder, names
        self.crumb_links, self.metas, self.extra, self.listing = crumb_links, metas, extra, listing

    def routes(self) -> Routes:
        """All their addresses; those of documents taken down answer as such."""
        found: Routes = {}
        for column in self.site.all_columns(self.day):
            for number in range(len(column.pages(self.day))):
                found |= dict.fromkeys(self.names(column, number), self.listing_page(column, number))
            for document in column.documents:
                if document.there(self.day):
                    found[document.path] = self.document_page(column, document)
                elif document.gone(self.day):
                    found[document.path] = self.gone_page(document)
        return self.sections() | found

    def sections(self) -> Routes:
        """The pages between home page and columns, and the site map: links to the columns below them."""
        crumbs = self.site.columns[0].crumbs
        names = {"/map/": "网站地图"} | dict(zip(self.crumb_links, crumbs[1:], strict=False))
        return {path: self.section_page(path, name) for path, name in names.items()}

    def section_page(self, path: str, name: str) -> Handler:
        """The handler of one page of links to columns; the site map has them all."""
        columns = self.site.all_columns(self.day)
        below = [column for column in columns if path == "/map/" or column.path.startswith(path)]

        def answer(request: Request) -> Answer:
            metas = boilerplate.site_metas(self.site)
            page = {"name": name, "columns": below, "site_metas": metas}
            text = boilerplate.render("section.html", self.site, self.day, **page)
            return html(text, max([FIRST_DAY, *boilerplate_dates(self.day)]))

        return answer

    def links(self, column: Column) -> list[str]:
        """The addresses behind the breadcrumb's names, filled up to its length."""
        known = ["/", *self.crumb_links]
        return [*known, *[column.path] * len(column.crumbs)][: max(len(column.crumbs), 1)]

    def listing_page(self, column: Column, number: int) -> Handler:
        """The handler of one listing page."""

        def answer(request: Request) -> Answer:
            pages = column.pages(self.day)
            text = boilerplate.render(
                f"{self.folder}/listing.html",
                self.site,
                self.day,
                metas=self.metas(boilerplate.column_metas(self.site, column), None),
                column=column,
                crumb_links=self.links(column),
                rows=pages[number],
                number=number,
                pages=len(pages),
                total=len(column.rows(self.day)),
                mode=request.mode,
                **self.listing,
            )
            return html(text, column.modified(self.day), validators=self.site.listing_validators)

        return answer

    def document_page(self, column: Column, document: Document) -> Handler:
        """The handler of one document."""

        def answer(request: Request) -> Answer:
            metas = [*boilerplate.column_metas(self.site, column), *boilerplate.document_metas(document)]
            text = boilerplate.render(
                f"{self.folder}/detail.html",
                self.site,
                self.day,
                metas=self.metas(metas, document),
                column=column,
                crumb_links=self.links(column),
                document=document,
                neighbours=neighbours(column, document, self.day),
                **self.extra(column, document),
            )
            return html(text, document.modified(self.day), document.encoding)

        return answer

    def gone_page(self, document: Document) -> Handler:
        """What stands where a document was taken down: a 404, or a page that says so with 200."""
        gone = modes.soft_404_page if document.gone_as == "soft_404" else modes.not_found_page
        return lambda request: gone(self.site)


def neighbours(column: Column, document: Document, day: int) -> list[tuple[str, Document | None]]:
    """The newer document as 上一篇 and the older as 下一篇, None at the ends."""
    rows = column.rows(day)
    place = rows.index(document)
    older = rows[place + 1] if place + 1 < len(rows) else None
    return [("上一篇", rows[place - 1] if place else None), ("下一篇", older)]
