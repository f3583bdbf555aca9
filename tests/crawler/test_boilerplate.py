"""Boilerplate that no rule knows: learned from one page of a portal, gone from the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import pytest

from tests.conftest import Crawls
from tests.replica import Replica
from tests.replica.model import Answer, Request, Routes, Site, html

HOST = "slj.qinghe.gov.cn"
YEARS = (2024, 2023)
ODD_TOP = "清河水利微语 每日一听"
ODD_FOOT = "清河之声小喇叭 与您相伴"
OPENING = "现将本局{year}年法治政府建设情况报告如下:"
BODY = (
    "{year}年，我局坚持依法治水，扎实推进水利领域法治政府建设，各项工作取得积极成效。",
    OPENING,
    "一、主要举措和成效",
    "全年开展水利执法巡查{count}次，办理涉水案件{count}件，组织法治培训六场，法治水平稳步提升。",
    "落实行政执法三项制度，规范行政裁量，加强河湖管理保护，水事秩序持续向好。",
    "二、存在的不足和原因",
    "基层执法力量仍然薄弱，原因是编制不足、培训不够系统，个别案卷制作不够规范。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "局主要负责人定期听取法治建设工作汇报，带头学法用法，推动重点任务落地。",
    "四、下一步工作安排",
    "持续完善制度，加强队伍建设，提升涉水执法质效，推动法治政府建设再上新台阶。",
    "清河县水利局",
    "{year}年12月30日",
)


def lines(year: int) -> list[str]:
    return [line.format(year=year, count=year - 1990) for line in BODY]


def article(year: int) -> str:
    """A page whose odd lines stand inside the container, where only memory can tell them from the text."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (ODD_TOP, *lines(year), ODD_FOOT))
    title = f"清河县水利局{year}年法治政府建设情况报告"
    metas = f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="{year + 1}-01-10">'
    return f"<html><head>{metas}</head><body><h1>{title}</h1><div class='TRS_Editor'>{paragraphs}</div></body></html>"


def path(year: int) -> str:
    return f"/fzbg/{year + 1}01/t{year + 1}0110_{year}.html"


def routes(site: Site, day: int) -> Routes:
    row = '<li><a href=".{at}">清河县水利局{year}年法治政府建设情况报告</a><span>{next}-01-10</span></li>'
    rows = "".join(row.format(at=path(year).removeprefix("/fzbg"), year=year, next=year + 1) for year in YEARS)
    pager = '<script>createPageHTML(1, 0, "index", "html");</script>'
    listing = f'<html><body><ul class="u-list">{rows}</ul>{pager}</body></html>'

    def page(text: str):  # type: ignore[no-untyped-def]
        def answer(request: Request) -> Answer:
            return html(text)

        return answer

    return {"/fzbg/": page(listing), **{path(year): page(article(year)) for year in YEARS}}


@pytest.fixture
def qinghe(tmp_path: Path) -> Iterator[Crawls]:
    system = cast(ModuleType, SimpleNamespace(routes=routes))
    site = Site("qinghe", HOST, "http", "清河县水利局", "清河县水利局", system, ())
    with Replica(more=[site]) as replica:
        yield Crawls(replica, tmp_path / "output")


def test_the_second_page_is_already_clean_and_what_reports_share_stays(qinghe: Crawls, tmp_path: Path) -> None:
    folder = tmp_path / "portals"
    folder.mkdir()
    portal = f"title: 清河县水利局\nhome: http://{HOST}/\nplatform: trs\ncolumns:\n  - url: http://{HOST}/fzbg/\n"
    (folder / "qinghe.yml").write_text(portal, "utf-8")
    done = qinghe.fazhi("crawl", "--portal", "qinghe", FAZHI_PORTALS=str(folder), FAZHI_NOW="2026-01-20T06:00:00+00:00")
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = qinghe.rows("SELECT report_year, body FROM reports ORDER BY id")
    assert ODD_TOP in first["body"], "no rule knows this line"
    assert second["body"].split("\n") == lines(second["report_year"])

    again = qinghe.fazhi("reclean", FAZHI_PORTALS=str(folder), FAZHI_NOW="2026-01-25T06:00:00+00:00")
    assert again.returncode == 0, again.stdout + again.stderr
    bodies = qinghe.rows("SELECT report_year, body FROM reports ORDER BY id")
    assert [row["body"].split("\n") for row in bodies] == [lines(row["report_year"]) for row in bodies]
    reasons = {row["reason"] for row in qinghe.rows("SELECT reason FROM versions")}
    assert reasons == {"first", "cleaner_changed"}, "learning is no change of the source"
