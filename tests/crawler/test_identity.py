"""Whose page it is: twins of one address, and sites that are not the portal they look like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cleaning.report import Report
from crawler.items import FetchedPage
from crawler.judge import of_document
from crawler.portals import PortalError, load
from crawler.urls import ascii_host, canonical
from tests.conftest import Crawls

PLAIN = "https://qing.gov.cn/a/t20260312_1.html"
PAGE = FetchedPage("p", PLAIN, PLAIN, b"", "text/html", 200, 0, None)


@pytest.mark.parametrize(
    "twin",
    [
        "http://www.qing.gov.cn/a/t20260312_1.html",
        "http://qing.gov.cn:80/a/t20260312_1.html",
        "https://QING.gov.cn.:443/a/t20260312_1.html#top",
        "http://www.qing.gov.cn/a/t20260312_1_wap.html",
    ],
)
def test_twins_are_one_address(twin: str) -> None:
    assert canonical(twin) == canonical(PLAIN) == PLAIN


@pytest.mark.parametrize(
    "other",
    [
        "http://qing.gov.cn:8080/a/t20260312_1.html",
        "http://xxgk.qing.gov.cn/a/t20260312_1.html",
        "http://qing.gov.cn/a/t20260312_1.html?id=2",
        "http://qing.gov.cn/a/t20260312_1.html#/2",
    ],
)
def test_other_addresses_stay_apart(other: str) -> None:
    assert canonical(other) != PLAIN


def test_a_host_has_one_spelling() -> None:
    assert ascii_host("青岭.政务.CN.") == ascii_host("青岭.政务.cn") == "青岭.政务.cn".encode("idna").decode()
    assert canonical("http://青岭.政务.cn/") == canonical("https://www.青岭.政务.cn:443/")
    assert canonical("http://www.gkml.gov.cn/gkmlpt/index#2541") != canonical("http://www.gkml.gov.cn/gkmlpt/index")


@pytest.mark.parametrize("address", ["http://10.0.0.1/", "http://[::1]/tzgg/"])
def test_a_portal_file_names_hosts_not_numbers(tmp_path: Path, address: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(f"title: x\nhome: '{address}'\nplatform: trs\ncolumns:\n  - url: '{address}'\n", "utf-8")
    with pytest.raises(PortalError, match="bare IP address"):
        load(path)


def test_another_sites_page_is_never_the_agencys_report() -> None:
    report = Report(
        title="青禾市水务局2024年法治政府建设年度报告",
        body="现将法治政府建设情况报告如下。" * 50,
        site_id_code="1100000159",
        is_report=True,
        provenance={"title": {"from": "heading"}},
    )
    page = replace(PAGE, report=report)
    assert of_document(page, "4110000027").name == "identity_mismatch"
    assert of_document(replace(page, report_id=1), "4110000027").name == "identity_mismatch"
    assert of_document(page, "1100000159").name == "ok"
    assert of_document(page, None).name == "ok"


def test_another_sites_listing_is_not_read(crawls: Crawls, tmp_path: Path) -> None:
    path = tmp_path / "portals" / "copied.yml"
    path.parent.mkdir()
    path.write_text(
        "title: 许昌市生态环境局\nhome: https://sthjj.xuchang.gov.cn/\nplatform: epoint\n"
        "site_id_code: '4110000099'\ncolumns:\n  - url: https://sthjj.xuchang.gov.cn/tzgg/moreinfo.html\n",
        "utf-8",
    )
    done = crawls.fazhi("crawl", "--portal", "copied", FAZHI_PORTALS=str(path.parent))
    assert "Traceback" not in done.stderr
    (row,) = crawls.rows("SELECT last_outcome, last_good_fetch, row_count FROM columns")
    assert row == {"last_outcome": "identity_mismatch", "last_good_fetch": None, "row_count": None}
    assert crawls.rows("SELECT count(*) AS n FROM reports") == [{"n": 0}]
