"""Pages whose links name a report by its year or agency alone, and rows whose addresses a template spells."""

from __future__ import annotations

import json

from crawler.items import ListingPage
from crawler.platforms import report_links, service, year_links

BASE = "http://www.baishi.gov.cn/fz/"


def page(body: str, **params: str) -> ListingPage:
    return ListingPage(BASE, f"<html><body>{body}</body></html>", params)


def test_years_are_rows_or_lists_by_their_address_and_by_what_is_known_of_others() -> None:
    links = "".join(
        f'<a href="{url}">{year}年度</a>'
        for year, url in ((2026, "bg2026.html"), (2025, "2025/"), (2024, "/nd/l2024.html"), (2023, "/nd/l2023.html"))
    )
    found = year_links.read(page(links, lists="http://www.baishi.gov.cn/nd/l*.html"))
    assert [row.title for row in found.rows] == ["2026年度"]
    assert [child.name for child in found.children] == ["2025年度", "2024年度", "2023年度"]
    assert len(year_links.read(page(links)).rows) == 3


def test_a_year_s_list_is_read_as_the_list_it_is() -> None:
    rows = "".join(f'<li><a href="{n}.html">白石县{n}局2024年法治政府建设年度报告</a></li>' for n in ("教育", "水利"))
    assert len(year_links.read(page(f"<ul>{rows}</ul>")).rows) == 2


def test_links_are_named_by_their_table_their_heading_or_their_sentence() -> None:
    table = (
        "<table><tr><th>单位</th><th>2025年</th><th>2024年</th></tr>"
        '<tr><td>白石县水利局</td><td><a href="a5.html">查看</a></td><td><a href="a4.html">查看</a></td></tr></table>'
    )
    found = report_links.read(page(table))
    assert [row.title for row in found.rows] == ["白石县水利局 2025年", "白石县水利局 2024年"]
    headed = '<h3>2025年度</h3><p><a href="b5.html">县教育局</a></p><p><a href="/jyj/">县林业局</a></p>'
    assert [row.title for row in report_links.read(page(headed)).rows] == ["县教育局 2025年"]
    prose = '<p>2024年度报告全文请<a href="c4.html">点击查看</a>。</p>'
    assert [row.title for row in report_links.read(page(prose)).rows] == ["2024年度报告"]


def test_a_template_spells_the_addresses_of_rows_that_have_none() -> None:
    rows = [{"id": number, "title": f"白石县水利局{number}年法治政府建设年度报告"} for number in (2025, 2024)]
    asked, text = {"url": "/api/list"}, json.dumps({"rows": rows}, ensure_ascii=False)
    found = service.read(ListingPage(BASE, text, {**asked, "row": "http://www.baishi.gov.cn/show/{id}.html"}))
    assert [row.url.rpartition("/")[2] for row in found.rows] == ["2025.html", "2024.html"]
    assert not service.read(ListingPage(BASE, text, asked)).rows


def test_rows_that_begin_with_a_number_are_named_by_their_agency() -> None:
    rows = "".join(
        f'<tr><td>{at}</td><td>{name}</td><td><a href="{at}.pdf">点击查看</a></td></tr>'
        for at, name in enumerate(("白石县教育局", "白石县水利局"), 1)
    )
    found = report_links.read(page(f"<table><tr><th>序号</th><th>部门</th><th>报告</th></tr>{rows}</table>"))
    assert [row.title for row in found.rows] == ["白石县教育局", "白石县水利局"]
