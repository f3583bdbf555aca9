"""The long tail, names that say nothing: ``/columns/<uuid>/index.html`` (seen: Hebei's counties)."""

from __future__ import annotations

import uuid

from ..model import Column, Routes, Site
from ..more import common


def ident(text: str) -> str:
    """A name made of digits."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, text))


FOLDER = f"/columns/{ident('column')}/"
COLUMN = f"{FOLDER}index.html"
LINKS = ("/", f"/columns/{ident('section')}/index.html", COLUMN)


def path(number: int, day: str) -> str:
    """Month, day and a name made of digits."""
    return f"{FOLDER}{day[:4]}{day[5:7]}/{day[8:]}/{ident(f'{number} {day}')}.html"


def routes(site: Site, day: int) -> Routes:
    """Listing pages as tables with numbered links."""
    column = site.columns[0]
    pages = column.pages(day)
    found = common.frame(site, day, LINKS)
    for at, rows in enumerate(pages):
        lines = "".join(f"<tr><td>{common.link(row.path, row.title)}</td><td>{row.published}</td></tr>" for row in rows)
        numbers = "".join(f'<a href="{FOLDER}index_{n}.html">{n}</a>' for n in range(2, len(pages) + 1))
        name = COLUMN if at == 0 else f"{FOLDER}index_{at + 1}.html"
        main = f'<table class="list">{lines}</table><div class="page">{numbers}</div>'
        answer = common.page(site, column.name, main, common.column_metas(column), common.crumbs(column, LINKS))
        found[name] = common.fixed(answer)
    return found


def site() -> Site:
    """A county's column of other disclosures."""
    documents = common.documents(
        "www.lingyuan.gov.cn", "灵源县人民政府", "灵源县", path, ("2026-01-23", "2025-02-08"), 24
    )
    column = Column(COLUMN, "法治政府建设报告", ("首页", "政府信息公开", "法治政府建设报告"), documents)
    return common.make(__name__, "www.lingyuan.gov.cn", "灵源县人民政府", column, code="1301990001")
