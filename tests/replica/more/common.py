"""What the small portals share: their documents, and pages that are plain but carry the mandated metas."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise
from urllib.parse import parse_qsl

from ..lookalikes import Place, lookalikes
from ..model import Answer, Column, Document, Handler, Request, Routes, Site, html

TOWNS = ("东城镇", "西山镇", "南溪街道")
Path = Callable[[int, str], str]
LINES = (
    "{year}年,{agency}深入学习贯彻习近平法治思想,认真落实法治政府建设各项任务,现将有关情况报告如下:",
    "一、主要举措和成效",
    "(一)依法全面履行职能。办理行政许可事项{cases}件,全部在承诺时限内办结,未发生因许可引起的投诉。",
    "(二)规范行政执法。全年作出行政处罚决定{fines}件,法制审核率百分之百,无一件被撤销。",
    "二、存在的不足和原因",
    "基层执法力量仍显薄弱,个别执法人员运用法治方式解决问题的能力有待提高,普法的针对性还不够强。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "主要负责人{talks}次主持会议研究法治工作,把法治建设纳入年度工作计划,与业务工作同部署、同考核。",
    "四、下一年度主要安排",
    "{next}年将继续完善行政执法制度,加强执法队伍培训,推动法治政府建设再上新台阶。",
    "{agency}",
    "{next}年2月18日",
)


def report(agency: str, year: int, path: str, published: str) -> Document:
    """One agency's report for ``year``."""
    facts = {"agency": agency, "year": year, "next": year + 1, "cases": year % 90 + 100, "fines": 37, "talks": 6}
    return Document(
        path=path,
        title=f"{agency}{year}年度法治政府建设情况报告",
        published=published,
        issuer=agency,
        source=agency,
        body=tuple(line.format(**facts) for line in LINES),
        is_report=True,
    )


def documents(host: str, agency: str, area: str, path: Path, days: Sequence[str], others: int) -> tuple[Document, ...]:
    """Reports published on ``days``, and ``others`` documents of other kinds."""
    place = Place(agency, agency, area, "市委依法治市办", TOWNS)
    reports = tuple(report(agency, year_of(day), path(900 + at, day), day) for at, day in enumerate(days))
    return (*reports, *lookalikes(host, (place,), others, path))


def year_of(day: str) -> int:
    """The report year of a publication date: the year before, in December the running one."""
    return int(day[:4]) - (day[5:7] != "12")


def make(
    module: str, host: str, name: str, column: Column, scheme: str = "http", code: str = "", menus: Sequence[str] = ()
) -> Site:
    """A portal with one column."""
    return Site(
        portal=host.split(".")[0],
        host=host,
        scheme=scheme,
        name=name,
        owner=name,
        system=sys.modules[module],
        columns=(column,),
        site_id_code=code,
        icp="某ICP备12345678号",
        robots="User-agent: *\nDisallow: /search\n",
        menus=tuple(menus) or ("首页", "机构职能", "政务公开", "互动交流"),
    )


def fields(request: Request) -> dict[str, str]:
    """The fields of a request's query and form body."""
    text = "&".join(part for part in (request.query, request.body.decode("utf-8", "replace")) if part)
    return dict(parse_qsl(text, keep_blank_values=True))


def page(site: Site, title: str, main: str, metas: Sequence[tuple[str, str]] = (), crumbs: str = "") -> Answer:
    """A page of the portal."""
    head = [("SiteName", site.name), ("SiteDomain", site.host), ("SiteIDCode", site.site_id_code), *metas]
    written = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in head)
    position = f'<div class="crumb">您当前的位置：{crumbs}</div>' if crumbs else ""
    return html(
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{written}<title>{escape(title)}</title></head><body>'
        f'<div class="header"><a href="/">{escape(site.name)}</a></div>{position}<div class="main">{main}</div>'
        f'<div class="footer"><p>主办：{escape(site.owner)}</p><p>网站标识码：{site.site_id_code}</p>'
        f"<p>{site.icp}</p></div></body></html>"
    )


def link(url: str, name: str) -> str:
    """A link with its title."""
    return f'<a href="{url}" title="{escape(name)}">{escape(name)}</a>'


def crumbs(column: Column, links: Sequence[str]) -> str:
    """The breadcrumb of a column; ``links`` are the addresses behind its names."""
    return " &gt; ".join(link(url, name) for url, name in zip(links, column.crumbs, strict=True))


def items(rows: Sequence[Document], **attributes: str) -> str:
    """Rows as list items: a link and a date."""
    inner = "".join(f"<li>{link(row.path, row.title)}<span>{row.published}</span></li>" for row in rows)
    return f'<ul class="{attributes.get("mark", "list")}">{inner}</ul>'


def column_metas(column: Column) -> list[tuple[str, str]]:
    """The metas of a column page."""
    return [("ColumnName", column.name), ("ColumnType", "工作信息")]


def frame(site: Site, day: int, links: Sequence[str]) -> Routes:
    """The home page, a section page where the breadcrumb has one, and every document.

    ``links`` are the addresses behind the column's breadcrumb; the home page links to the second name only.
    """
    column = site.columns[0]
    way = list(zip(links, column.crumbs, strict=True))
    menu = "".join(f"<li>{link(f'/menu{at}/', name)}</li>" for at, name in enumerate(site.menus[1:]))
    found: Routes = {"/": fixed(page(site, site.name, f"<ul>{menu}<li>{link(*way[1])}</li></ul>"))}
    for (path, name), below in pairwise(way[1:]):
        around = "".join(
            f"<li>{link(f'{path}x{at}/', other)}</li>" for at, other in enumerate(("机构职能", "政府规章"))
        )
        body = f"<ul>{around}<li>{link(*below)}</li></ul>"
        found[path.partition("?")[0]] = fixed(page(site, name, body))
    for document in column.documents:
        found[document.path.partition("?")[0]] = fixed(detail(site, column, document, links, day))
    return found


def fixed(answer: Answer) -> Handler:
    """A handler that always gives the same answer."""
    return lambda request: answer


def detail(site: Site, column: Column, document: Document, links: Sequence[str], day: int) -> Answer:
    """A document's page."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in document.lines(day))
    main = (
        f"<h1>{escape(document.title)}</h1>"
        f"<div class='info'>发布日期：{document.published} 来源：{document.source}</div>"
        f'<div class="article-content">{lines}</div>'
    )
    metas = [
        *column_metas(column),
        ("ArticleTitle", document.title),
        ("PubDate", f"{document.published} 09:00"),
        ("ContentSource", document.source),
    ]
    return page(site, document.title, main, metas, crumbs(column, links))
