"""The reading room as programs see it: Datasette's own addresses, headers, search box and metadata."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import pytest
import yaml
from sqlite_utils import Database

from cleaning.text.normalize import plain
from crawler.publish.datasette import routes
from crawler.publish.datasette.listing import ORDERS
from crawler.publish.datasette.start import FOLDER, arguments, with_fields
from crawler.store.database import open_database
from tests.datasette.conftest import Room, serving

ATOM = "{http://www.w3.org/2005/Atom}"
METADATA = with_fields(yaml.safe_load((FOLDER / "metadata.yml").read_text("utf-8"))["databases"]["reports"])
QUERIES = ("处罚", "罚", "行政复议", "法治 建设", "2.59万元", "VOCs", "vocs", "《中华人民共和国宪法》", "（", ",", "10")
ODD = ("", " ", '"', '""', "*", "NEAR(", "a AND", "OR", "-法", "body:法", "法*", "'", "\\", "%", "\u3000", "a" * 5000)


PLACES = {
    "/": 200,
    "/reports/reports/1": 200,
    "/reports/reports.json": 200,
    "/reports/reports.csv": 200,
    "/-/room/room.js": 200,
    "/-/room/none.js": 404,
    "/reports/reports/99999": 404,
    "/reports/versions/99999": 404,
    "/reports/reports/x": 404,
    "/no/such/page": 404,
    "/reports?sql=delete+from+reports": 400,
}


def scanned(room: Room, query: str) -> set[int]:
    ids = {row["id"] for row in room.rows("SELECT id FROM reports")}
    for term in query.split():
        sql = "SELECT report FROM search_texts WHERE title LIKE ?1 OR text LIKE ?1"
        ids &= {row["report"] for row in room.rows(sql, f"%{plain(term)}%")}
    return ids


@pytest.mark.parametrize("query", QUERIES)
def test_search_box_equals_a_scan(room: Room, query: str) -> None:
    found = room.json("/reports/reports.json", _search=query, _shape="array", _size="max")
    assert {row["id"] for row in found} == scanned(room, query)


@pytest.mark.parametrize("query", ODD)
def test_odd_queries_are_no_error(room: Room, query: str) -> None:
    for path in ("/reports/reports", "/reports/sections"):
        status, _, text = room.get(path, _search=query)
        assert status == 200, text[:300]


@pytest.mark.parametrize("asked", [{}, {"_search": "法治"}, {"_search": "罚"}, {"_search": "的", "_part": "problems"}])
@pytest.mark.parametrize("order", ["", *(f"{key}={value}" for each in ORDERS.values() for key, value in each.items())])
def test_pages_one_after_the_other_show_each_report_once(room: Room, asked: dict[str, str], order: str) -> None:
    wanted = {row["id"] for row in room.json("/reports/reports.json", **asked, _shape="array", _size="max")}
    assert wanted
    met: list[str] = []
    address: str | None = room.url("/reports/reports", **asked, **dict(parse_qsl(order)), _size=7)
    while address and len(met) <= len(wanted):
        status, _, text = room.get(address.removeprefix(room.base))
        assert status == 200
        met += re.findall(r'<h2><a href="/reports/reports/(\d+)', text)
        onward = re.search(r'<p class="next"><a class="button" href="([^"]+)"', text)
        address = html.unescape(onward[1]) if onward else None
        assert "_col=" not in (address or "")
    assert sorted(map(int, met)) == sorted(wanted)


def test_search_in_sections_means_the_section(room: Room) -> None:
    found = room.json("/reports/sections.json", _search="行政 处罚", _shape="array", _size="max")
    expected = room.rows("SELECT id FROM sections WHERE text LIKE '%行政%' AND text LIKE '%处罚%'")
    assert {row["id"] for row in found} == {row["id"] for row in expected} != set()


def test_headers_keep_scripts_and_robots_out(room: Room) -> None:
    for path, expected in PLACES.items():
        status, headers, _ = room.get(path)
        assert status == expected, path
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy["script-src"] == "'self'"
        assert policy["default-src"] == "'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert "noindex" in headers["x-robots-tag"]
    assert room.get("/robots.txt")[2].split() == ["User-agent:", "*", "Disallow:", "/"]


def test_no_inline_script_in_any_template() -> None:
    for template in (FOLDER / "templates").glob("*.html"):
        text = template.read_text("utf-8")
        assert text.count("<script") == text.count("<script src=") + text.count("<script {% if url.module %}"), template
        assert " onclick=" not in text


ASKED = {"words": "不足", "agency": "南昌市生态环境局", "indicator": "reconsideration_cases"}


@pytest.mark.parametrize("name", METADATA["queries"])
def test_canned_questions_answer(room: Room, name: str) -> None:
    status, _, text = room.get(f"/reports/{name}", **ASKED)
    assert status == 200
    rows = room.json(f"/reports/{name}.json", **ASKED)
    assert rows["rows"], name
    assert ("<svg" in text) == ("chart" in METADATA["queries"][name])


def test_indicator_compares_with_the_median_of_the_others(room: Room) -> None:
    answer = room.json(
        "/reports/indicator_over_years.json",
        agency="南昌市生态环境局",
        indicator="reconsideration_cases",
        _shape="array",
    )
    own = room.rows(
        "SELECT report_year AS y, max(normal_value) AS v FROM figures JOIN reports ON reports.id = report"
        " WHERE key = 'reconsideration_cases' AND issuer = '南昌市生态环境局' AND subset_of IS NULL"
        " AND (year IS NULL OR year = report_year) GROUP BY 1"
    )
    assert (
        {row["年度"]: row["本机关"] for row in answer if row["本机关"] is not None}
        == {r["y"]: r["v"] for r in own}
        != {}
    )


def test_feed_is_atom(room: Room) -> None:
    status, headers, text = room.get("/reports/feed.atom")
    assert status == 200
    assert headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert text.count("<entry>") == len(room.rows("SELECT 1 FROM changes LIMIT 100"))
    ours = ElementTree.fromstring(room.path.with_name("feed.atom").read_bytes())
    ids, own_ids = ([entry.findtext(f"{ATOM}id") for entry in each.iter(f"{ATOM}entry")]
                    for each in (ElementTree.fromstring(text), ours))  # fmt: skip
    assert set() < set(own_ids) <= set(ids), "one scheme, whoever shows it"
    assert f'href="{room.url("/reports/feed.atom")}" rel="self"' in text


LISTS = ["reports", "coverage", "changes", "versions", "sections", "portal_health", *METADATA["queries"]]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_subscribed_to_and_taken_away(room: Room, name: str) -> None:
    given = ASKED if name in METADATA["queries"] else {}
    status, headers, text = room.get(f"/reports/{name}.atom", **given)
    assert (status, headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = ElementTree.fromstring(text)
    rows = room.json(f"/reports/{name}.json", _shape="array", _size="max", **given)
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert 0 < len(ids) == len(set(ids)) <= len(rows)
    assert all(
        entry.findtext(f"{ATOM}updated") and entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")
    )
    assert room.get(f"/reports/{name}.csv", **given)[2].count("\n") > len(ids) - 1


def test_a_search_is_a_feed_of_what_it_finds(room: Room) -> None:
    feed = ElementTree.fromstring(room.get("/reports/reports.atom", _search="行政复议", _sort_desc="first_seen")[2])
    links = {entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")}  # type: ignore[union-attr]
    assert links == {room.url(f"/reports/reports/{key}") for key in scanned(room, "行政复议")}
    assert ElementTree.fromstring(room.get("/reports/reports.atom", _search="龦龦")[2]).find(f"{ATOM}entry") is None


def test_every_column_is_explained_and_no_other(room: Room) -> None:
    names = [
        row["name"]
        for row in room.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        if not row["name"].startswith(("reports_fts", "sections_fts", "sqlite_"))
    ]
    shown = {name for name in names if not (METADATA["tables"].get(name) or {}).get("hidden")}
    assert shown <= set(METADATA["tables"])
    for name in shown:
        real = {row["name"] for row in room.rows("SELECT name FROM pragma_table_info(?)", name)}
        assert set(METADATA["tables"][name]["columns"]) == real, name


def test_the_dictionary_explains_each_table_in_one_language(room: Room) -> None:
    shown = {name for name, about in METADATA["tables"].items() if not about.get("hidden")}
    for prefix, other in (("", " | "), ("/en", "报告年度")):
        status, _, text = room.get(f"{prefix}/reports/-/dictionary")
        assert status == 200
        assert {name for name in shown if f'id="{name}"' in text} == shown
        assert other not in text
    assert not re.search("[\u3400-\u9fff]", re.sub(r'lang="zh-CN">中文<|<title>.*?</title>', "", text))


def test_plain_datasette_shows_the_same(database: Path) -> None:
    command = [sys.executable, "-m", "datasette", str(database), "-m", str(FOLDER / "metadata.yml")]
    command += ["--plugins-dir", str(FOLDER / "plugins"), "--template-dir", str(FOLDER / "templates")]
    with serving(command, database) as other:
        status, headers, text = other.get("/reports/reports/3")
        assert status == 200
        assert 'class="report"' in text
        assert "content-security-policy" in headers
        assert other.get("/-/room/room.css")[0] == 200
        assert 'class="heat"' in other.get("/")[2]


def test_a_file_under_another_name_is_a_reading_room_too(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "corpus.db"
    Database(database).execute("VACUUM INTO ?", [str(copy)])
    with serving([sys.executable, "-m", "crawler", "serve", str(copy), "--immutable"], copy) as other:
        assert 'class="report"' in other.get("/corpus/reports/3")[2]
        page = other.get("/corpus/reports", _search="行政复议")[2]
        assert '<mark class="hit">行政复议</mark>' in page
        assert 'href="/corpus/-/matrix' in page
        assert "<svg" in other.get("/corpus/coverage_by_region")[2]


def test_an_empty_database_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "reports.db"
    open_database(path).close()
    with serving([sys.executable, "-m", "crawler", "serve", str(path)], path) as empty:
        assert f"preparing {path}: " in empty.said
        for page in (
            "/",
            "/reports",
            "/reports/reports",
            "/reports/coverage",
            *(f"/reports/{q}" for q in METADATA["queries"]),
            *(f"/reports/-/{path}" for path in ("dictionary", *(name for name, _, _ in routes.OWN))),
        ):
            status, _, text = empty.get(page)
            assert status == 200, (page, text[:500])
        assert empty.get("/reports/reports", _search="处罚")[0] == 200
        assert empty.get("/reports/reports/1")[0] == 404
        assert empty.get("/reports/reports/x")[0] == 404


def test_serves_on_loopback_read_only() -> None:
    argv = arguments(Path("some.db"))
    assert argv[argv.index("--host") + 1] == "127.0.0.1"
    assert "some.db" in argv
    assert argv[argv.index("sql_time_limit_ms") + 1] == "3000"
