"""The agency a portal file names for a column is the issuer of a report there that names none, and of no other."""

from __future__ import annotations

import json
import types
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conftest import Crawls
from tests.replica import Replica, forms
from tests.replica.model import Handler, Routes, Site, html

COLUMN, YEAR, SILENT, SPOKEN = "/slj/fzjs/", "/slj/fzjs/2024/", "/slj/1.html", "/slj/2.html"
TITLE = "{}{}年法治政府建设年度报告"
LINES = (
    "一、主要举措和成效", "（一）完善制度。修订规范性文件3件，清理废止2件，全部按期公开。",
    "（二）规范执法。全年办理行政处罚案件27件，开展执法检查112次，未发生被撤销的案件。", "二、存在的不足",
    "执法力量与任务不相适应，普法的形式还比较单一，案卷的质量有待进一步提高。", "三、下一年度安排",
    "继续推进严格规范公正文明执法，加强对重大决定的合法性审核，提高队伍的业务能力和水平。",
)  # fmt: skip
FILE = """title: 宁岭县人民政府
home: {home}
platform: generic
columns:
  - url: {home}slj/fzjs/
    name: 法治政府建设
    agency: {agency}
"""


def page(agency: str, year: int) -> Handler:
    title = TITLE.format(agency, year)
    body = "".join(f"<p>{line}</p>" for line in (f"现将{year}年法治政府建设情况报告如下。", *LINES))
    text = f"<h1>{title}</h1><div class='info'>发布时间：{year + 1}-03-12</div><div class='article'>{body}</div>"
    return lambda request: html(f"<html><head><title>{title}</title></head><body>{text}</body></html>")


def routes(site: Site, day: int) -> Routes:
    rows = [(SPOKEN, TITLE.format("宁岭县林业局", 2025), "2026-03-12")]
    year = forms.column(YEAR, forms.dated([(SILENT, TITLE.format("", 2024), "2025-03-12")]), "2024年")
    menu = f'<ul class="nav"><li><a href="{YEAR}">2024年</a></li></ul>'
    found = forms.column(COLUMN, menu + forms.dated(rows), "法治政府建设") | year
    return {**found, SILENT: page("", 2024), SPOKEN: page("宁岭县林业局", 2025)}


SITE = replace(
    forms.portal("plain", "one_dated", host="www.silent.gov.cn"),
    system=cast(types.ModuleType, types.SimpleNamespace(routes=routes)),
)


class Told(Crawls):
    """Crawls of the one portal, whose file names an agency for its column."""

    @property
    def portals(self) -> Path:
        return self.output.parent / "portals"

    def environment(self, **extra: str) -> dict[str, str]:
        return super().environment(FAZHI_PORTALS=str(self.portals), **extra)

    def look(self, agency: str, now: str) -> dict[str, dict[str, Any]]:
        """Crawl with that agency in the file; gives the stored reports by address."""
        self.portals.mkdir(exist_ok=True)
        (self.portals / "silent.yml").write_text(FILE.format(home=SITE.home, agency=agency), "utf-8")
        self.crawl("--portal", "silent", "--all", now=now)
        rows = self.rows("SELECT url, issuer, provenance, body_sha256 FROM reports")
        return {row["url"].removeprefix(SITE.home[:-1]): row for row in rows}


@pytest.fixture
def told(tmp_path: Path) -> Any:
    with Replica(day=1, more=[SITE]) as replica:
        yield Told(replica, tmp_path / "output")


def test_a_report_without_an_issuer_is_its_columns_and_stays_so_when_it_is_cleaned_anew(told: Told) -> None:
    stored = told.look("宁岭县水利局", "2026-11-22T06:00:00+00:00")
    assert stored[SPOKEN]["issuer"] == "宁岭县林业局"
    assert stored[SILENT]["issuer"] == "宁岭县水利局"
    said = json.loads(stored[SILENT]["provenance"])["issuer"]
    assert said == {"from": "portal file", "agency": "宁岭县水利局"}
    clean = told.fazhi("reclean", "--json", "--dry-run")
    assert clean.returncode == 0, clean.stderr
    assert "issuer" not in clean.stdout
    assert told.fazhi("verify", "--full").returncode == 0
    db = told.db
    db.execute("UPDATE reports SET issuer = '宁岭县教育局' WHERE url LIKE '%/1.html'")
    db.conn.commit()
    db.close()
    forged = told.fazhi("verify", "--full")
    assert forged.returncode != 0
    assert "its issuer is" in forged.stdout


def test_a_file_that_names_another_agency_is_followed_at_the_next_look(told: Told) -> None:
    told.look("宁岭县水利局", "2026-11-22T06:00:00+00:00")
    stored = told.look("宁岭县交通运输局", "2026-11-24T06:00:00+00:00")
    assert stored[SILENT]["issuer"] == "宁岭县交通运输局"
    assert stored[SPOKEN]["issuer"] == "宁岭县林业局"
    assert not told.rows("SELECT 1 FROM versions WHERE number > 1")
