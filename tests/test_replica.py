"""The replica portals, asked over real sockets: addresses, dialects, days, bad days, TLS, counters."""

from __future__ import annotations

import gzip
import html
import http.client
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest

from tests.replica import Replica, golds
from tests.replica.model import Column, Document
from tests.replica.modes import MODES
from tests.replica.systems import epoint

LIANGJIANG = "http://ljxq.cq.gov.cn/zwgk_199/zfxxgkml/fzzfjsndbg/"
JIANGHAN = "https://www.jianghan.gov.cn/zfxxgk/fdzdgknr/gysyjs/sthj_69506/hjzf/"
NANCHANG = "http://sthjj.nc.gov.cn/ncgbj/tzggh/"
XUCHANG = "https://sthjj.xuchang.gov.cn/tzgg/"
ZENGCHENG = "http://www.zc.gov.cn/gk/zfxxgk/fzzfjs/bmfzzfjsbg/"
COLUMNS = {
    "liangjiang": LIANGJIANG,
    "jianghan": JIANGHAN,
    "nanchang": NANCHANG,
    "xuchang": XUCHANG,
    "zengcheng": ZENGCHENG,
}
FIELDS = [
    *("title", "issuer", "region_code", "report_year", "published", "signed_date"),
    *("source", "doc_number", "site_id_code", "icp", "column_path", "headings"),
]
FEED = "http://www.zc.gov.cn/postmeta/i/3416.json"


@dataclass
class Got:
    """One answer as it came over the wire."""

    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8" if "utf-8" in self.headers["Content-Type"] else "gb18030")


def connect(replica: Replica, url: str, timeout: float = 10) -> http.client.HTTPConnection:
    """A connection to the proxy, tunnelled and verified for https."""
    parts, port = urlsplit(url), int(replica.proxy_url.rpartition(":")[2])
    if parts.scheme == "http":
        return http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    context = ssl.create_default_context(cafile=replica.ca_file)
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=timeout, context=context)
    connection.set_tunnel(parts.hostname or "", 443)
    return connection


def fetch(replica: Replica, url: str, timeout: float = 10, method: str = "GET", **headers: str) -> Got:
    """Ask for one address through the proxy; header names are written with underscores."""
    parts = urlsplit(url)
    connection = connect(replica, url, timeout)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    try:
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        target, host = (url, {"Host": parts.netloc}) if parts.scheme == "http" else (path, {})
        connection.request(method, target, headers={**host, **asked})
        answer = connection.getresponse()
        return Got(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def plain(page: str) -> str:
    """A page's text without scripts, tags and white space."""
    text = re.sub(r"(?s)<!--.*?-->|<(script|style)\b.*?</\1>|<[^>]+>", "", page)
    return "".join(html.unescape(text).split())


def rows(portal: str, page: str) -> list[tuple[str, str, str]]:
    """(link, whole title, ISO date) of each row, read with a pattern of the portal's dialect."""
    link = r'<a href="([^"]+)"[^>]* title="([^"]+)">.*?</a>'
    patterns = {
        "liangjiang": rf"<tr><td>\d+</td><td[^>]*>{link}</td><td>([\d-]+)</td></tr>",
        "jianghan": rf'<li class="list-item">{link}<span class="time">.*?</script>(\d+年\d+月\d+日)</span>',
        "nanchang": rf"<li>{link}<span>([\d-]+)</span></li>",
        "xuchang": rf'<li class="ewb-list-node clearfix">{link}<span class="ewb-list-date">([\d-]+)</span>',
        "zengcheng": rf'<li><span class="time">([\d-]+)</span>{link}</li>',
    }
    found = re.findall(patterns[portal], page)
    if portal == "zengcheng":
        found = [(address, title, date) for date, address, title in found]
    if portal == "jianghan":
        found += re.findall(r'(?s)var url="([^"]+)";\nvar title="([^"]+)";.*?writeln\("([\d-]+) \d\d:\d\d"\)', page)
    return [(address, html.unescape(title), iso(date)) for address, title, date in found]


def iso(date: str) -> str:
    """A date of either form as ISO text."""
    return "-".join(re.findall(r"\d+", date))


def page_addresses(portal: str, column: str, first: str) -> list[str]:
    """Every listing page of a column, by the count the first one states."""
    count, base, pattern = {
        "liangjiang": (r"createPage\((\d+), 0,", 0, "index_{}.html"),
        "jianghan": (r"createPageHTML\((\d+), 0,", 0, "index_{}.shtml"),
        "nanchang": (r"createPageHTML\('page_div',(\d+), 1,", 1, "list_{}.shtml"),
        "xuchang": (r'<span id="index">1/(\d+)</span>', 1, "{}.html"),
        "zengcheng": (r'index_(\d+)\.html">尾页', 1, "index_{}.html"),
    }[portal]
    found = re.search(count, first)
    pages = int(found[1]) if found else 1
    return [column, *[urljoin(column, pattern.format(number + base)) for number in range(1, pages)]]


def children(page: str) -> list[str]:
    """The child columns in Liangjiang's left menu."""
    return re.findall(r'<li><a href="(\S+fzzf\d{4}/)" title="\d{4}年度">', page)


def columns(replica: Replica, portal: str) -> list[str]:
    """The watched column and its children."""
    column = COLUMNS[portal]
    return [column, *[urljoin(column, child) for child in children(fetch(replica, column).text)]]


def listing(replica: Replica, portal: str) -> list[list[tuple[str, str, str]]]:
    """The rows of every listing page of a portal, links made absolute."""
    found = []
    for column in columns(replica, portal):
        for address in page_addresses(portal, column, fetch(replica, column).text):
            page = rows(portal, fetch(replica, address).text)
            found.append([(urljoin(address, link), title, date) for link, title, date in page])
    return found


@pytest.fixture(scope="module")
def shared() -> Iterator[Replica]:
    with Replica() as replica:
        yield replica


@pytest.fixture
def replica(shared: Replica) -> Replica:
    shared.day = 1
    shared.clear_modes()
    shared.reset_counts()
    return shared


@pytest.mark.parametrize("portal", COLUMNS)
def test_listing_is_complete_and_every_row_leads_to_its_page(replica: Replica, portal: str) -> None:
    pages = listing(replica, portal)
    found = [row for page in pages for row in page]
    assert len(pages) >= 3
    assert len(found) >= 40
    assert len({address for address, _, _ in found}) == len(found)
    assert all(page for page in pages)
    reports = {gold["url"] for gold in golds(1) if gold["portal"] == portal}
    assert reports <= {address for address, _, _ in found}
    assert len(reports) < len(found) / 2
    for address, title, date in found:
        answer = fetch(replica, address)
        assert answer.status == 200, address
        assert "".join(title.split()) in plain(answer.text)
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", date)
        assert 26_000 < len(answer.content) < 70_000 or address.endswith("_wap.html")


@pytest.mark.parametrize("portal", COLUMNS)
def test_rows_are_newest_first_and_the_page_after_the_last_is_missing(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal]
    addresses = page_addresses(portal, column, fetch(replica, column).text)
    if portal == "jianghan":
        assert all("document.writeln" in fetch(replica, address).text for address in addresses)
    dates = []
    for address in addresses:
        page = [date for _, _, date in rows(portal, fetch(replica, address).text)]
        dates.append((max(page), min(page)))
    assert all(newer[1] >= older[0] for newer, older in pairwise(dates))
    last = re.sub(r"(\d+)(\.s?html)$", lambda found: f"{int(found[1]) + 1}{found[2]}", addresses[-1])
    assert last != addresses[-1]
    assert fetch(replica, last).status == 404


@pytest.mark.parametrize("portal", COLUMNS)
def test_cut_titles_are_whole_in_the_title_attribute(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal]
    texts = [fetch(replica, address).text for address in page_addresses(portal, column, fetch(replica, column).text)]
    cut = [pair for text in texts for pair in re.findall(r'title="([^"]+)">([^<]+)\.\.\.<', text)]
    assert cut
    assert all(whole.startswith(start) and len(whole) > len(start) for whole, start in cut)


def test_nanchang_states_its_total_and_xuchang_has_three_names_for_the_first_page(replica: Replica) -> None:
    total = sum(len(page) for page in listing(replica, "nanchang"))
    assert f"'list','shtml',{total});" in fetch(replica, NANCHANG).text
    assert fetch(replica, f"{NANCHANG}list.shtml").content == fetch(replica, NANCHANG).content
    names = ("", "moreinfo.html", "1.html")
    assert len({fetch(replica, XUCHANG + name).content for name in names}) == 1


def test_zengcheng_feed_holds_the_rows_of_its_listing(replica: Replica) -> None:
    feed = json.loads(fetch(replica, FEED).content)
    page = fetch(replica, ZENGCHENG).text
    assert 'NFCMS_CAT_ID="3416"' in page
    listed = [row for page in listing(replica, "zengcheng") for row in page]
    assert [(each["url"], each["title"], each["date"]) for each in feed["articles"]] == listed
    numbers = [each["id"] for each in feed["articles"]]
    assert numbers != sorted(numbers, reverse=True)
    assert {each["source"] for each in feed["articles"]} >= {"广州市增城区教育局", "广州市增城区司法局"}


@pytest.mark.parametrize("day", [1, 2, 3, 4])
def test_every_report_page_holds_its_gold_in_order(replica: Replica, day: int) -> None:
    replica.day = day
    found = golds(day)
    assert sum(gold["seed"] for gold in found) == 5
    for gold in found:
        text, at = plain(fetch(replica, gold["url"]).text), 0
        assert "".join(gold["fields"]["title"].split()) in text
        for line in gold["body_lines"]:
            line = "".join(line.split())
            assert line in text[at:], (gold["url"], line[:40])
            at = text.index(line, at) + len(line)


def test_golds_state_every_field_and_headings_that_stand_in_the_body() -> None:
    found = golds()
    years: dict[str, set[int]] = {}
    for gold in found:
        fields = gold["fields"]
        assert list(fields) == FIELDS
        body = "".join("".join(gold["body_lines"]).split())
        assert fields["headings"]
        assert all("".join((marker + text).split()) in body for marker, text in fields["headings"])
        years.setdefault(gold["portal"], set()).add(fields["report_year"])
    assert set(years) == set(COLUMNS)
    assert all(len(seen) >= 2 for seen in years.values())
    assert {gold["url"] for gold in golds(1)} < {gold["url"] for gold in golds(2)}


def test_pages_state_the_fields_of_the_gold(replica: Replica) -> None:
    for gold in golds(1):
        page, fields = fetch(replica, gold["url"]).text, gold["fields"]
        text = plain(page)
        for name in ("issuer", "published", "source", "doc_number", "site_id_code", "icp"):
            assert fields[name] is None or fields[name] in text, (gold["url"], name)
        assert all(part in text for part in fields["column_path"])


def test_seed_pages_carry_the_furniture_their_texts_show(replica: Replica) -> None:
    furniture = {
        "liangjiang": (
            "更换或升级浏览器以获得最佳体验。",
            "若您当前使用的浏览器为QQ浏览器或者360浏览器仍出现该提示,请切换至极速模式。",
            "您当前的位置:首页>政务公开>政府信息公开目录>法治政府建设年度报告>2024年度",
            "扫一扫在手机打开当前页",
            "您即将离开“重庆两江新区管理委员会官网”",
        ),
        "jianghan": ("文号无发文日期2025-02-2809:00", "有效性有效", "标题武汉市生态环境局江汉区分局2024年", "附件:"),
        "nanchang": (
            "欢迎进入南昌市生态环境局网站!",
            "您当前所在位置:首页>通知公告",
            "来源:市生态环境局发布日期:2024-03-26访问量:",
            "相关稿件",
            "版权所有:南昌市生态环境局赣ICP备17015617号政府网站标识码:3601000064赣公网安备36010802000160号",
            "维护单位:南昌市环境信息中心",
        ),
        "xuchang": (),
        "zengcheng": (
            "长者助手",
            "无障碍",
            "2020-04-14来源:广州市生态环境局增城区分局",
            "【字号:分享",
            "相关附件相关新闻",
        ),
    }
    for gold in golds(1):
        if gold["seed"]:
            text = plain(fetch(replica, gold["url"]).text)
            assert all(piece in text for piece in furniture[gold["portal"]]), gold["portal"]


def test_xuchang_titles_stand_in_the_article_head_only(replica: Replica) -> None:
    seed = next(gold for gold in golds(1) if gold["portal"] == "xuchang" and gold["seed"])
    page = fetch(replica, seed["url"]).text
    assert f'<h3 class="ewb-article-hd">{seed["fields"]["title"]}</h3>' in page
    assert "<title>许昌市生态环境局</title>" in page
    assert "ArticleTitle" not in page
    assert "20240401" in seed["url"]
    assert "信息时间:2024-03-29" in page


def test_liangjiang_has_a_twin_for_phones_in_the_parents_rows(replica: Replica) -> None:
    seed = next(gold for gold in golds(1) if gold["portal"] == "liangjiang" and gold["seed"])
    twin = seed["url"].removesuffix(".html") + "_wap.html"
    assert twin in [urljoin(LIANGJIANG, link) for link, _, _ in rows("liangjiang", fetch(replica, LIANGJIANG).text)]
    text = plain(fetch(replica, twin).text)
    assert all("".join(line.split()) in text for line in seed["body_lines"])


def test_one_page_is_gb18030_and_declares_gb2312(replica: Replica) -> None:
    old = next(gold for gold in golds(1) if gold["portal"] == "jianghan" and gold["name"] == "2023")
    answer = fetch(replica, old["url"])
    assert answer.headers["Content-Type"] == "text/html"
    assert b"charset=gb2312" in answer.content
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("gb2312")
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        answer.content.decode("utf-8")
    assert "赵䶮" in answer.content.decode("gb18030")


@pytest.mark.parametrize("portal", COLUMNS)
def test_home_page_links_the_column_and_robots_allow_it(replica: Replica, portal: str) -> None:
    column = urlsplit(COLUMNS[portal])
    home = f"{column.scheme}://{column.hostname}/"
    assert f'href="{column.path}"' in fetch(replica, home).text
    robots = fetch(replica, f"{home}robots.txt")
    assert robots.status == 200
    assert robots.headers["Content-Type"] == "text/plain"
    assert not any(column.path.startswith(path) for path in re.findall(r"Disallow: (\S+)", robots.content.decode()))


@pytest.mark.parametrize("portal", COLUMNS)
def test_every_folder_of_a_breadcrumb_leads_down_to_the_column(replica: Replica, portal: str) -> None:
    column = urlsplit(COLUMNS[portal])
    page = fetch(replica, COLUMNS[portal]).text
    crumb = re.search(r'<div class="(?:crumb|position|current|ewb-location)">(.*?)</div>', page)
    assert crumb
    folders = re.findall(r'href="([^"]+)"', crumb[1])
    assert folders[0] == "/"
    for folder in {*folders, "/map/"}:
        found = fetch(replica, urljoin(COLUMNS[portal], folder))
        assert found.status == 200
        assert f'href="{column.path}"' in found.text


def test_only_jianghan_asks_for_a_delay(replica: Replica) -> None:
    robots = {site.portal: fetch(replica, f"{site.home}robots.txt").content.decode() for site in replica.sites}
    assert [portal for portal, text in robots.items() if "Crawl-delay" in text] == ["jianghan"]
    assert "Disallow: /search" in robots["jianghan"]


@pytest.mark.parametrize("portal", [portal for portal in COLUMNS if portal != "xuchang"])
def test_unchanged_listing_is_a_304_by_either_validator(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal]
    first = fetch(replica, column)
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    for asked in ({"If_None_Match": tag}, {"If_None_Match": f'"x", W/{tag}'}, {"If_Modified_Since": since}):
        answer = fetch(replica, column, **asked)
        assert (answer.status, answer.content) == (304, b"")
        assert answer.headers["ETag"] == tag
    assert fetch(replica, column, If_None_Match='"other"', If_Modified_Since=since).status == 200
    older = "Mon, 01 Jan 2018 00:00:00 GMT"
    assert fetch(replica, column, If_Modified_Since=older).content == first.content
    replica.day = 3
    changed = fetch(replica, column, If_None_Match=tag, If_Modified_Since=since)
    assert changed.status == 200
    assert changed.headers["ETag"] != tag
    assert parsedate_to_datetime(changed.headers["Last-Modified"]) > parsedate_to_datetime(since)


def test_xuchang_listings_have_no_validators_but_its_reports_have(replica: Replica) -> None:
    answer = fetch(replica, XUCHANG)
    assert "ETag" not in answer.headers
    assert "Last-Modified" not in answer.headers
    assert fetch(replica, XUCHANG, If_Modified_Since="Sat, 01 Jan 2028 00:00:00 GMT").status == 200
    report = next(gold["url"] for gold in golds(1) if gold["portal"] == "xuchang")
    assert fetch(replica, report, If_None_Match=fetch(replica, report).headers["ETag"]).status == 304


def test_gzip_only_for_those_who_take_it(replica: Replica) -> None:
    bare, packed = fetch(replica, NANCHANG), fetch(replica, NANCHANG, Accept_Encoding="gzip, deflate")
    assert "Content-Encoding" not in bare.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(bare.content) / 2
    assert gzip.decompress(packed.content) == bare.content
    assert [each.bytes for each in replica.requests] == [len(bare.content), len(packed.content)]
    assert fetch(replica, NANCHANG, Accept_Encoding="gzip;q=0, br").content == bare.content
    assert fetch(replica, NANCHANG, Accept_Encoding="br, gzip;q=0.5").content == packed.content


def test_a_connection_serves_many_requests_and_head_has_no_body(replica: Replica) -> None:
    for column in (NANCHANG, XUCHANG):
        connection = connect(replica, column)
        target = column if column.startswith("http:") else urlsplit(column).path
        sizes = []
        for method in ("GET", "HEAD", "GET"):
            connection.request(method, target, headers={"Host": urlsplit(column).netloc})
            answer = connection.getresponse()
            sizes.append((len(answer.read()), int(answer.headers["Content-Length"])))
        connection.close()
        assert sizes[0] == sizes[2]
        assert sizes[1] == (0, sizes[0][1])


def test_the_hit_counter_answers_posts(replica: Replica) -> None:
    answer = fetch(replica, "http://sthjj.nc.gov.cn/u/hit/count", method="POST")
    assert isinstance(json.loads(answer.content)["data"], int)


@pytest.mark.parametrize("portal", COLUMNS)
def test_both_schemes_show_the_same_page(replica: Replica, portal: str) -> None:
    column = COLUMNS[portal].partition("://")[2]
    assert fetch(replica, f"http://{column}").content == fetch(replica, f"https://{column}").content


def test_certificates_are_verified_by_the_ca_file_and_by_nothing_else(replica: Replica) -> None:
    assert fetch(replica, XUCHANG).status == 200
    port = int(replica.proxy_url.rpartition(":")[2])
    stranger = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=ssl.create_default_context())
    stranger.set_tunnel("sthjj.xuchang.gov.cn", 443)
    with pytest.raises(ssl.SSLCertVerificationError):
        stranger.request("GET", "/")


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.com/",
        "http://169.254.169.254/latest/meta-data/",
        "http://sub.www.zc.gov.cn/",
        "http://www.zc.gov.cn:8080/",
        "ftp://www.zc.gov.cn/",
        "https://www.zc.gov.cn/",
    ],
)
def test_unknown_hosts_ports_and_schemes_are_refused(replica: Replica, url: str) -> None:
    connection = connect(replica, "http://www.zc.gov.cn/")
    connection.request("GET", url)
    assert connection.getresponse().status == 502
    connection.close()
    assert [(each.url, each.status) for each in replica.requests] == [(url, 502)]


def test_unknown_tunnels_are_refused_and_nothing_is_forwarded(replica: Replica) -> None:
    with socket.create_server(("127.0.0.1", 0)) as victim:
        victim.settimeout(0.5)
        port = victim.getsockname()[1]
        for target in (f"127.0.0.1:{port}", "www.example.com:443", "www.zc.gov.cn:8443"):
            with socket.create_connection(("127.0.0.1", int(replica.proxy_url.rpartition(":")[2])), 10) as client:
                client.sendall(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
                assert b" 502 " in client.recv(100)
        connection = connect(replica, "http://www.zc.gov.cn/")
        connection.request("GET", f"http://127.0.0.1:{port}/")
        assert connection.getresponse().status == 502
        with pytest.raises(TimeoutError):
            victim.accept()


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


def test_day_two_brings_a_child_column_and_new_reports(replica: Replica) -> None:
    before = {portal: fetch(replica, column).content for portal, column in COLUMNS.items()}
    new = [gold for gold in golds(2) if gold["first_day"] == 2]
    assert {gold["portal"] for gold in new} == {"liangjiang", "nanchang"}
    assert f"{LIANGJIANG}fzzf2025/" not in columns(replica, "liangjiang")
    assert all(fetch(replica, gold["url"]).status == 404 for gold in new)
    replica.day = 2
    assert f"{LIANGJIANG}fzzf2025/" in columns(replica, "liangjiang")
    for gold in new:
        found = {address: title for page in listing(replica, gold["portal"]) for address, title, _ in page}
        assert found[gold["url"]] == gold["fields"]["title"]
        assert fetch(replica, gold["url"]).status == 200
    changed = {portal for portal, column in COLUMNS.items() if fetch(replica, column).content != before[portal]}
    assert changed == {"liangjiang", "nanchang"}


def test_day_three_edits_a_figure_and_moves_the_counters(replica: Replica) -> None:
    replica.day = 2
    before = {gold["url"]: fetch(replica, gold["url"]).text for gold in golds(2)}
    listed = {portal: listing(replica, portal) for portal in COLUMNS}
    texts = {gold["url"]: gold["body_lines"] for gold in golds(2)}
    replica.day = 3
    assert {portal: listing(replica, portal) for portal in COLUMNS} == listed
    assert all(fetch(replica, url).text != page for url, page in before.items())
    edited = [gold for gold in golds(3) if gold["body_lines"] != texts[gold["url"]]]
    assert [(gold["portal"], gold["name"]) for gold in edited] == [("nanchang", "2024")]
    page = plain(fetch(replica, edited[0]["url"]).text)
    changed = [
        pair for pair in zip(texts[edited[0]["url"]], edited[0]["body_lines"], strict=True) if len(set(pair)) == 2
    ]
    assert len(changed) == 1
    assert changed[0][1] in page
    assert changed[0][0] not in page


def test_day_four_takes_two_reports_away(replica: Replica) -> None:
    replica.day = 3
    third = {gold["url"] for gold in golds(3)}
    gone = third - {gold["url"] for gold in golds(4)}
    assert all(fetch(replica, url).status == 200 for url in gone)
    tags = {column: fetch(replica, column).headers["ETag"] or "" for column in COLUMNS.values()}
    replica.day = 4
    same = [column for column, tag in tags.items() if fetch(replica, column, If_None_Match=tag).status == 304]
    # Zengcheng's row was not on the first page, which therefore stays as it was.
    assert same == [LIANGJIANG, JIANGHAN, NANCHANG, ZENGCHENG]
    answers = [fetch(replica, url) for url in sorted(gone)]
    assert sorted(answer.status for answer in answers) == [200, 404]
    assert all("404 Not Found" in answer.content.decode() for answer in answers)
    listed = {
        address for portal in ("xuchang", "zengcheng") for page in listing(replica, portal) for address, _, _ in page
    }
    assert not gone & listed
    assert fetch(replica, NANCHANG).status == 200


def test_an_unknown_day_is_an_error(replica: Replica) -> None:
    for day in (0, 5):
        with pytest.raises(ValueError, match="day"):
            replica.day = day
    assert replica.day == 1


def test_requests_are_counted_by_address_and_host(replica: Replica) -> None:
    fetch(replica, NANCHANG, User_Agent="a reader")
    fetch(replica, NANCHANG)
    fetch(replica, f"{NANCHANG}nothing.shtml")
    fetch(replica, XUCHANG)
    assert replica.count() == 4
    assert replica.count(NANCHANG) == 2
    assert replica.count("sthjj.nc.gov.cn") == 3
    assert replica.count("sthjj.xuchang.gov.cn") == 1
    first = replica.requests[0]
    assert (first.method, first.url, first.status) == ("GET", NANCHANG, 200)
    assert first.headers["User-Agent"] == "a reader"
    assert [each.status for each in replica.requests] == [200, 200, 404, 200]
    assert [each.time for each in replica.requests] == sorted(each.time for each in replica.requests)
    replica.reset_counts()
    assert (replica.count(), replica.requests) == (0, [])


def test_many_clients_at_once_get_whole_pages(replica: Replica) -> None:
    urls = [gold["url"] for gold in golds(1)] * 4
    alone = {url: fetch(replica, url).content for url in set(urls)}
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda url: (url, fetch(replica, url).content), urls))
    assert all(content == alone[url] for url, content in answers)
    assert replica.count() == len(urls) + len(alone)


def test_the_same_day_gives_the_same_bytes_in_another_replica(replica: Replica) -> None:
    urls = [*COLUMNS.values(), *[gold["url"] for gold in golds(1)]]
    with Replica() as other:
        assert [fetch(replica, url).content for url in urls] == [fetch(other, url).content for url in urls]


def test_a_test_can_bring_its_own_portal(replica: Replica) -> None:
    text = Document("/tzgg/20260101/a.html", "某局2025年法治政府建设年度报告", "2026-01-01", "某局", ("正文。",))
    column = Column("/tzgg/", "通知公告", ("首页", "通知公告"), (text,))
    own = replace(replica.sites[0], host="www.example.gov.cn", system=epoint, columns=(column,), facts={"project": ""})
    with Replica(more=[own]) as other:
        assert rows("xuchang", fetch(other, "https://www.example.gov.cn/tzgg/moreinfo.html").text) == [
            (text.path, text.title, text.published)
        ]
        assert fetch(other, ZENGCHENG).status == 200
    connection = connect(replica, "http://www.example.gov.cn/")
    connection.request("GET", "http://www.example.gov.cn/tzgg/")
    assert connection.getresponse().status == 502
    connection.close()


def test_leaving_cuts_open_connections_and_removes_the_folder() -> None:
    with Replica(day=2) as replica:
        replica.set_mode("www.zc.gov.cn", "timeout")
        waiting = connect(replica, ZENGCHENG, timeout=30)
        waiting.request("GET", ZENGCHENG)
        ca_file = replica.ca_file
        assert os.path.exists(ca_file)
    with pytest.raises(ConnectionError):
        waiting.getresponse()
    assert not os.path.exists(ca_file)


@pytest.fixture
def served() -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    command = [sys.executable, "-m", "tests.replica", "--day", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process, json.loads(process.stdout.readline())
        process.kill()


def control(served: dict[str, str], path: str, method: str = "GET") -> dict[str, object] | list[dict[str, object]]:
    with urllib.request.urlopen(urllib.request.Request(served["proxy"] + path, method=method), timeout=10) as answer:
        return json.load(answer)


def test_the_command_serves_a_client_that_knows_only_its_environment(
    served: tuple[subprocess.Popen[str], dict[str, str]],
) -> None:
    _, where = served
    client = "import sys, urllib.request as r\nfor url in sys.argv[1:]: print(r.urlopen(url, timeout=10).status)"
    proxies = {
        "http_proxy": where["proxy"],
        "https_proxy": where["proxy"],
        "no_proxy": "",
        "SSL_CERT_FILE": where["ca"],
    }
    command = [sys.executable, "-c", client, NANCHANG, XUCHANG]
    done = subprocess.run(
        command, env={**os.environ, **proxies}, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["200", "200"]
    seen = control(where, "/_replica/requests")
    assert [(each["url"], each["status"]) for each in seen] == [(NANCHANG, 200), (XUCHANG, 200)]


def test_the_control_face_moves_the_day_and_the_modes(
    served: tuple[subprocess.Popen[str], dict[str, str]],
) -> None:
    _, where = served
    assert control(where, "/_replica/day?n=3", "POST") == {"day": 3, "modes": {}}
    moved = control(where, "/_replica/mode?host=www.zc.gov.cn&mode=status_403", "POST")
    assert moved == {"day": 3, "modes": {"www.zc.gov.cn": "status_403"}}
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({"http": where["proxy"]}))
    with pytest.raises(urllib.error.HTTPError, match="403"):
        opener.open(ZENGCHENG, timeout=10)
    assert [each["status"] for each in control(where, "/_replica/requests")] == [403]
    control(where, "/_replica/reset", "POST")
    assert control(where, "/_replica/requests") == []
    control(where, "/_replica/mode?host=www.zc.gov.cn&mode=", "POST")
    assert opener.open(ZENGCHENG, timeout=10).status == 200
    for path in ("/_replica/day?n=9", "/_replica/day", "/_replica/mode?host=www.example.com&mode=timeout"):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            control(where, path, "POST")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        control(where, "/anything")


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "input"])
def test_the_command_ends_when_told_or_left(served: tuple[subprocess.Popen[str], dict[str, str]], how: str) -> None:
    process, where = served
    if how == "input":
        assert process.stdin
        process.stdin.close()
    else:
        process.send_signal(getattr(signal, how))
    assert process.wait(20) == 0
    assert not os.path.exists(where["ca"])
