"""A portal whose reports are articles on several pages, under the name of a registered one.

Played only where a test asks for it: ``Replica(more=paged.all_sites())``. The long report has three pages and its file
is linked on the last; the endless one has more pages than are fetched. On day 3 the second page of the long one reads
otherwise, and its first stays as it was.
"""

from __future__ import annotations

import sys
from html import escape

from . import made
from .model import Answer, Column, Routes, Site
from .more import common

HOST, FOLDER, NAME, COLUMN = "www.tjjh.gov.cn", "/jhqzf/zwgk_28985/gzbg/", "天津市静海区人民政府", "工作报告"
AGENCY, CHANGED_DAY, ENDLESS_PAGES = "静海区人民政府", 3, 40
LONG = f"{FOLDER}202503/t20250320_1001.html"
ENDLESS = f"{FOLDER}202403/t20240320_1002.html"
FILE = f"{FOLDER}202503/P020250320348498606.pdf"
YEARS = {LONG: (2024, "2025-03-20"), ENDLESS: (2023, "2024-03-20")}


def title(path: str) -> str:
    """The title of a report."""
    return f"{AGENCY}{YEARS[path][0]}年度法治政府建设情况报告"


def address(path: str, number: int = 1) -> str:
    """The address of a report's page, from 1."""
    return f"http://{HOST}{page_path(path, number)}"


def page_path(path: str, number: int) -> str:
    """Where a page is: TRS counts from ``_1`` for the second one."""
    return path if number == 1 else path.replace(".html", f"_{number - 1}.html")


def parts(path: str, day: int = 1) -> list[list[str]]:
    """The lines of each page of a report."""
    year, published = YEARS[path]
    lines = list(common.report(AGENCY, year, path, published).body)
    if path == ENDLESS:
        more = [
            [f"（{at}）第{at}个方面的工作扎实推进，全年办理相关事项{at}件，均按时办结。"]
            for at in range(2, ENDLESS_PAGES + 1)
        ]
        return [lines[:4], *more]
    if day >= CHANGED_DAY:
        lines = [line.replace("基层执法力量仍显薄弱", "基层执法力量有待加强") for line in lines]
    return [lines[:4], lines[4:7], lines[7:]]


def lines(path: str, day: int = 1) -> list[str]:
    """The whole text of a report."""
    return [line for part in parts(path, day) for line in part]


def routes(site: Site, day: int) -> Routes:
    """The listing, every page of every report, and the file."""
    rows = "".join(f"<li>{common.link(path, title(path))}<span>{YEARS[path][1]}</span></li>" for path in YEARS)
    listing = common.page(site, COLUMN, f'<ul class="u-list">{rows}</ul>', common.column_metas(site.columns[0]))
    found: Routes = {"/": common.fixed(common.page(site, site.name, "<p>首页</p>"))}
    found |= dict.fromkeys((FOLDER, FOLDER + "index.html"), common.fixed(listing))
    for path in YEARS:
        for number in range(1, len(parts(path)) + 1):
            found[page_path(path, number)] = common.fixed(page(site, path, number, day))
    pdf = made.pdf([title(LONG), *lines(LONG)])
    return {**found, FILE: common.fixed(Answer(pdf, content_type="application/pdf"))}


def page(site: Site, path: str, number: int, day: int) -> Answer:
    """One page of a report: title and pager stand on all of them."""
    published, all_parts = YEARS[path][1], parts(path, day)
    text = "".join(f"<p>{escape(line)}</p>" for line in all_parts[number - 1])
    file = '<a href="./P020250320348498606.pdf">报告全文.pdf</a>'
    below = f'<div class="fj">附件：{file}</div>' if path == LONG and number == len(all_parts) else ""
    name = path.rsplit("/", 1)[-1].removesuffix(".html")
    pager = f"<script>createPageHTML({len(all_parts)}, {number - 1}, '{name}', 'html');</script>"
    main = (
        f"<h1>{title(path)}</h1><div class='info'>发布日期：{published} 来源：{AGENCY}</div>"
        f'<div class="TRS_Editor">{text}</div>{below}<div class="page">{pager}</div>'
    )
    metas = [("ArticleTitle", title(path)), ("PubDate", f"{published} 09:00"), ("ContentSource", AGENCY)]
    return common.page(site, title(path), main, [*common.column_metas(site.columns[0]), *metas])


def all_sites() -> tuple[Site, ...]:
    """The portal."""
    return (
        Site(
            portal="tjjh",
            host=HOST,
            scheme="http",
            name=NAME,
            owner=NAME,
            system=sys.modules[__name__],
            columns=(Column(FOLDER, COLUMN, ("首页", COLUMN)),),
            icp="某ICP备12345678号",
        ),
    )
