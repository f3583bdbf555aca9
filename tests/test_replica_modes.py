"""The bad days of the replica portals, as a client sees them."""

from __future__ import annotations

import re
import ssl
from urllib.parse import urljoin, urlsplit

import pytest

from tests.replica import Replica, golds
from tests.replica.client import (
    COLUMNS,
    FEED,
    JIANGHAN,
    NANCHANG,
    XUCHANG,
    ZENGCHENG,
    connect,
    fetch,
    rows,
)
from tests.replica.modes import MODES

PAGES = {
    "status_403": (403, "已被拦截"),
    "status_412": (412, "$_ts"),
    "status_521": (521, "clearance"),
    "status_503": (503, "Service Temporarily Unavailable"),
    "status_404": (404, "404 Not Found"),
    "home_200": (200, "<title>南昌市生态环境局网站</title>"),
    "soft_404": (200, "页面不存在"),
}


@pytest.mark.parametrize("mode", PAGES)
def test_modes_that_answer_another_page(replica: Replica, mode: str) -> None:
    replica.set_mode("sthjj.nc.gov.cn", mode)
    status, piece = PAGES[mode]
    for address in (NANCHANG, golds(1)[-1]["url"].replace("www.zc.gov.cn", "sthjj.nc.gov.cn")):
        answer = fetch(replica, address)
        assert answer.status == status
        assert piece in answer.content.decode()
        assert not rows("nanchang", answer.content.decode()) or mode == "home_200"
    assert fetch(replica, "http://sthjj.nc.gov.cn/robots.txt").status == 200
    assert fetch(replica, ZENGCHENG).status == 200
    replica.clear_modes()
    assert rows("nanchang", fetch(replica, NANCHANG).text)


def test_blocking_pages_carry_their_marks(replica: Replica) -> None:
    replica.set_mode("sthjj.nc.gov.cn", "status_412")
    assert b'r="m"' in fetch(replica, NANCHANG).content
    replica.set_mode("sthjj.nc.gov.cn", "status_521")
    assert "__jsluid" in fetch(replica, NANCHANG).headers["Set-Cookie"]
    replica.set_mode("sthjj.nc.gov.cn", "status_503")
    assert int(fetch(replica, NANCHANG).headers["Retry-After"]) > 0


def test_modes_that_redirect(replica: Replica) -> None:
    replica.set_mode("www.zc.gov.cn", "redirect_home")
    answer = fetch(replica, ZENGCHENG)
    assert (answer.status, answer.headers["Location"]) == (302, "/")
    assert fetch(replica, "http://www.zc.gov.cn/").status == 200
    replica.set_mode("www.zc.gov.cn", "self_302")
    answer = fetch(replica, ZENGCHENG)
    assert urljoin(ZENGCHENG, answer.headers["Location"]) == ZENGCHENG
    assert answer.headers["Set-Cookie"].startswith("CT6T=")
    replica.set_mode("www.zc.gov.cn", "captive")
    answer = fetch(replica, ZENGCHENG)
    assert answer.status == 302
    assert urlsplit(answer.headers["Location"]).hostname not in ("www.zc.gov.cn", None)


@pytest.mark.parametrize("portal", COLUMNS)
def test_modes_that_empty_the_listing_only(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal]
    host = urlsplit(column).hostname or ""
    good = fetch(replica, column).text
    found = rows(portal, good)
    report = next(gold["url"] for gold in golds(1) if gold["portal"] == portal)
    page = fetch(replica, report).content
    replica.set_mode(host, "empty_listing")
    assert not rows(portal, fetch(replica, column).text)
    replica.set_mode(host, "rows_in_comment")
    commented = fetch(replica, column).text
    assert rows(portal, commented) == found
    assert not rows(portal, re.sub(r"(?s)<!--.*?-->", "", commented.replace("//-->", "")))
    replica.set_mode(host, "js_shell")
    shell = fetch(replica, column).text
    assert not rows(portal, shell)
    assert "/js/list-loader.js" in shell
    assert len(shell) > len(good) / 3
    assert fetch(replica, report).content == page
    replica.set_mode(host, "empty_200")
    assert (fetch(replica, column).status, fetch(replica, column).content) == (200, b"")


def test_timeout_and_reset_and_drip(replica: Replica) -> None:
    replica.set_mode("www.zc.gov.cn", "timeout")
    with pytest.raises(TimeoutError):
        fetch(replica, ZENGCHENG, timeout=0.5)
    replica.set_mode("www.zc.gov.cn", "reset")
    with pytest.raises(ConnectionError):
        fetch(replica, ZENGCHENG)
    replica.set_mode("sthjj.xuchang.gov.cn", "reset")
    with pytest.raises((ConnectionError, ssl.SSLError)):
        fetch(replica, XUCHANG)
    replica.set_mode("www.zc.gov.cn", "drip")
    connection = connect(replica, ZENGCHENG)
    connection.request("GET", ZENGCHENG)
    answer = connection.getresponse()
    assert (answer.status, answer.read(2)) == (200, b"<!")
    connection.close()
    assert [each.url for each in replica.requests] == [ZENGCHENG, ZENGCHENG, XUCHANG, ZENGCHENG]


def test_too_large_stops_at_its_bound_or_when_the_client_leaves(replica: Replica) -> None:
    replica.set_mode("www.zc.gov.cn", "too_large")
    bound, replica.too_large_bytes = replica.too_large_bytes, 3_000_000
    try:
        assert bound == 200 * 1024 * 1024
        assert 3_000_000 <= len(fetch(replica, ZENGCHENG, timeout=60).content) < 4_000_000
        connection = connect(replica, ZENGCHENG)
        connection.request("GET", ZENGCHENG)
        assert len(connection.getresponse().read(100_000)) == 100_000
        connection.close()
    finally:
        replica.too_large_bytes = bound
    replica.clear_modes()
    assert fetch(replica, ZENGCHENG).status == 200


def test_bad_tls_is_refused_by_those_who_verify(replica: Replica) -> None:
    replica.set_mode("sthjj.xuchang.gov.cn", "bad_tls")
    with pytest.raises(ssl.SSLCertVerificationError):
        fetch(replica, XUCHANG)
    assert [(each.method, each.status) for each in replica.requests] == [("CONNECT", 0)]
    assert fetch(replica, JIANGHAN).status == 200
    replica.clear_modes()
    assert fetch(replica, XUCHANG).status == 200


def test_a_mode_can_hold_for_one_folder_or_robots_too(replica: Replica) -> None:
    replica.set_mode("www.zc.gov.cn", "status_403", path="/gk/zfxxgk/")
    assert fetch(replica, ZENGCHENG).status == 403
    assert fetch(replica, FEED).status == 200
    replica.set_mode("www.zc.gov.cn", "status_503", robots=True)
    assert fetch(replica, "http://www.zc.gov.cn/robots.txt").status == 503
    for host, mode in (("www.example.com", "timeout"), ("www.zc.gov.cn", "no_such_mode")):
        with pytest.raises(ValueError, match=r"no such mode|not played"):
            replica.set_mode(host, mode)


def test_every_mode_has_an_end(replica: Replica) -> None:
    for mode in MODES:
        replica.set_mode("www.zc.gov.cn", mode)
        replica.set_mode("www.zc.gov.cn", "")
        assert fetch(replica, ZENGCHENG).status == 200
