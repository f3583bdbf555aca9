"""What the replica portals publish: listings in each dialect, report pages, days."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest

from tests.replica import Replica, golds
from tests.replica.client import (
    COLUMNS,
    FEED,
    JIANGHAN,
    LIANGJIANG,
    NANCHANG,
    XUCHANG,
    ZENGCHENG,
    columns,
    fetch,
    listing,
    page_addresses,
    plain,
    rows,
)

FIELDS = [
    *("title", "issuer", "region_code", "report_year", "published", "signed_date"),
    *("source", "doc_number", "site_id_code", "icp", "column_path", "headings"),
]


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


def test_seed_pages_carry_the_boilerplate_their_texts_show(replica: Replica) -> None:
    boilerplate = {
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
            assert all(piece in text for piece in boilerplate[gold["portal"]]), gold["portal"]


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
