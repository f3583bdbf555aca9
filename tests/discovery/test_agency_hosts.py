"""A government's list of its agencies' reports, each on the agency's own host below the government's."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast
from urllib.parse import urlsplit

import pytest

from crawler.clauses import NOTHING
from crawler.discovery.candidates import Candidate
from crawler.discovery.draft import extended, save
from crawler.discovery.many import REPORTS, of_proposal, proposal
from crawler.items import Listing, ListingRow
from crawler.platforms.detect import Guess
from crawler.portals import load
from crawler.store.proposals import Host
from tests.discovery.conftest import Adds
from tests.replica import Replica, batches
from tests.replica.form_parts import CODE, OWNER, Report, column, dated, detail, fixed, others
from tests.replica.model import Answer, Handler, Request, Routes, Site
from tests.replica.portal_search import played

HOST = "www.ninglingxian.gov.cn"
ROOT = "/zwgk/fzzfjs/"
OF_AGENCIES = {
    f"{slug}.ninglingxian.gov.cn": Report(f"/gk/{number}.html", f"宁岭县{name}", 2025)
    for number, (slug, name) in enumerate({"jyj": "教育局", "czj": "财政局", "slj": "水利局"}.items(), 410)
}
ELSEWHERE = ("http://www.hanshui.gov.cn/gk/9.html", "汉水县人民政府2025年法治政府建设年度报告", "2026-03-20")


def with_code(handler: Handler, code: str) -> Handler:
    """The page of another site than the government's."""

    def answer(request: Request) -> Answer:
        made = handler(request)
        return Answer(made.content.replace(CODE.encode(), code.encode()), made.status, made.content_type, made.headers)

    return answer


def routes(site: Site, day: int) -> Routes:
    if report := OF_AGENCIES.get(site.host):
        return {report.path: with_code(detail(report), "9902260077")}
    rows = [(f"http://{host}{each.path}", each.title, each.date) for host, each in OF_AGENCIES.items()]
    menu = f'<a href="/xw/">新闻</a><a href="{ROOT}">法治政府建设</a>'
    front = fixed(f"{menu}{dated(others(6, 300))}")
    return {"/": front, **column(ROOT, dated([*rows, ELSEWHERE, *others(4)]), "法治政府建设")}


def test_reports_on_hosts_of_agencies_are_watched_with_the_list_that_names_them(tmp_path: Path) -> None:
    system = cast(ModuleType, SimpleNamespace(routes=routes))
    sites = [Site(host, host, "http", OWNER, OWNER, system, ()) for host in (HOST, *OF_AGENCIES)]
    with Replica(day=1, more=sites) as replica:
        adds = Adds(replica, tmp_path / "output")
        (candidate,) = adds.add(f"http://{HOST}/", "--yes")["candidates"]
        portal = load(adds.portals / "ninglingxian.yml")
        stored = adds.rows("SELECT title, issuer, url FROM reports")
        refused = adds.rows("SELECT url, kind FROM listing_rows WHERE state = 'foreign'")
    titles = {each.title for each in OF_AGENCIES.values()}
    assert {each["title"] for each in candidate["reports"]} == titles
    assert set(portal.hosts) == set(OF_AGENCIES)
    assert portal.site_id_code == CODE
    assert {row["title"]: urlsplit(row["url"]).hostname for row in stored} == {
        each.title: host for host, each in OF_AGENCIES.items()
    }
    assert {row["issuer"] for row in stored} == {each.agency for each in OF_AGENCIES.values()}
    assert refused == [{"url": ELSEWHERE[0], "kind": "foreign_host"}]


@pytest.mark.parametrize(
    "written",
    ["", "hosts: [sfj.ninglingxian.gov.cn]\n", "hosts:  # of agencies\n- sfj.ninglingxian.gov.cn\n"],
    ids=["none", "flow", "block"],
)
@pytest.mark.parametrize("last", [False, True])
def test_further_hosts_are_written_beside_those_a_file_has(written: str, last: bool, tmp_path: Path) -> None:
    columns = f"columns:\n  - url: http://{HOST}/old/\n"
    head = f"title: {OWNER}\nhome: http://{HOST}/\nplatform: generic\n"
    path = tmp_path / "ninglingxian.yml"
    path.write_text(head + (columns + written if last else written + columns), "utf-8")
    found = Candidate(f"http://{HOST}{ROOT}", "法治政府建设", Guess("generic", {}, (), Listing()), NOTHING)
    found.take(ListingRow(f"http://{host}{each.path}", each.title, each.date) for host, each in OF_AGENCIES.items())
    before = load(path)
    path.write_text(extended(path.read_text("utf-8"), before, [found]), "utf-8")
    portal = load(path)
    assert set(portal.hosts) == {*before.hosts, *OF_AGENCIES}
    assert [each.url for each in portal.columns] == [f"http://{HOST}/old/", f"http://{HOST}{ROOT}"]


def test_an_accepted_proposal_is_watched_on_every_host_of_its_reports(tmp_path: Path) -> None:
    site = batches.site("hosts_of_offices")
    hosts = set(batches.portal(site).beside)
    assert len(hosts) > REPORTS, "more than the reports named as evidence"
    search, _ = played(site)
    (found,) = search.candidates
    waits = proposal(search, found, Host(site.home), NOTHING)
    row = {
        "home": site.home, "host": search.host, "column_url": waits.url, "name": waits.name, "platform": waits.platform,
        "agency": waits.agency, "evidence": json.loads(json.dumps(waits.evidence)),
    }  # fmt: skip
    searched, candidate = of_proposal(row)
    portal = save(searched, [candidate], datetime(2026, 4, 1, tzinfo=UTC), tmp_path, None, "hosts")
    assert set(portal.hosts) == hosts
