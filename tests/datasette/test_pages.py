"""What readers do in the reading room, in a real browser."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import axe
from tests.datasette.conftest import Room
from tests.datasette.hostile import WORD

# Every kind of page once; over them go the widths, looks and languages of tests.axe in turn.
CROSSED = tuple(
    itertools.islice(itertools.cycle(itertools.product(axe.WIDTHS, axe.LOOKS, axe.LANGUAGES)), len(axe.PAGES))
)


def test_search_open_and_jump(room: Room, page: Page) -> None:
    page.goto(room.url("/"))
    page.get_by_label("在全部报告中搜索").fill("行政复议")
    page.locator(".big-search button").click()
    results = page.locator(".results > li")
    expected = room.rows("SELECT count(*) AS n FROM reports WHERE title LIKE '%行政复议%' OR body LIKE '%行政复议%'")
    expect(results).to_have_count(expected[0]["n"])
    for number in range(results.count()):
        assert set(results.nth(number).locator("mark.hit").all_inner_texts()) == {"行政复议"}
    results.first.locator("blockquote a.where").first.click()
    assert re.search(r"#p\d+$", page.url)
    paragraph = page.locator(":target")
    expect(paragraph.locator("mark.hit").or_(paragraph)).not_to_have_count(0)
    expect(page.locator(".body mark.hit").first).to_have_text("行政复议")
    entry = page.locator(".toc a").last
    entry.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target").inner_text().startswith(entry.inner_text()[:6])


def test_text_is_right_to_the_character_and_fits_a_phone(room: Room, page: Page) -> None:
    """Marks, anchors and headings add nothing to the text and take nothing from it."""
    page.set_viewport_size({"width": 390, "height": 800})
    for row in room.rows("SELECT id, title, body FROM reports"):
        page.goto(room.url(f"/reports/reports/{row['id']}", q="处罚 行政"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, row["title"]
        shown = page.evaluate(
            """() => [...document.querySelectorAll('.columns > .body > [id^=p]')].map((paragraph) => {
                const copy = paragraph.cloneNode(true);
                copy.querySelectorAll('.anchor, .part').forEach((extra) => extra.remove());
                return copy.textContent.trim();
            })"""
        )
        assert shown == [line.strip() for line in row["body"].split("\n") if line.strip()]


def test_anchor_names_the_same_paragraph_as_the_body(room: Room, page: Page) -> None:
    body = room.rows("SELECT body FROM reports WHERE id = 3")[0]["body"].split("\n")
    page.goto(room.url("/reports/reports/3"))
    for number in (1, 5, len(body)):
        assert page.locator(f"#p{number}").inner_text().removesuffix("¶").strip().startswith(body[number - 1][:10])


def test_diff_shows_what_the_source_changed(room: Room, page: Page) -> None:
    page.goto(room.url("/reports/silent_edits"))
    page.locator("td a", has_text="差异").last.click()
    expect(page.locator(".diff del").first).to_be_visible()
    expect(page.locator(".diff ins").first).to_be_visible()
    number = int(page.url.rpartition("/")[2])
    new, old = room.rows(
        "SELECT body FROM version_texts WHERE report = (SELECT report FROM versions WHERE id = ?) ORDER BY number DESC",
        number,
    )
    for tag, other in (("del", new), ("ins", old)):
        lines = {"".join(line.split()) for line in other["body"].split("\n")}
        shown = page.evaluate(
            """(tag) => [...document.querySelectorAll('.diff p:not(.skipped)')].map((paragraph) => {
                const copy = paragraph.cloneNode(true);
                copy.querySelectorAll(tag).forEach((extra) => extra.remove());
                return copy.textContent.replace(/\\s/g, '');
            })""",
            tag,
        )
        assert shown
        assert {line for line in shown if line} <= lines


def test_heat_map_says_what_the_coverage_view_says(room: Room, page: Page) -> None:
    page.goto(room.url("/"))
    table = page.locator("table.heat").first
    row = table.locator("tbody tr", has=page.locator("th", has_text="江西"))
    years = table.locator("thead th").all_inner_texts()[1:]
    for place, year in enumerate(years):
        counted = room.rows(
            "SELECT state, count(*) AS n FROM coverage WHERE region_code LIKE '36%' AND year = CAST(? AS INTEGER)"
            " GROUP BY state",
            year,
        )
        cell = row.locator("td").nth(place)
        assert sum(each["n"] for each in counted) == int(cell.inner_text().split("/")[1].split()[0])
        published = sum(each["n"] for each in counted if each["state"] in ("in_time", "on_1_april", "late", "undated"))
        assert re.search(rf"\b{published}/", cell.inner_text())
    row.locator("td a").nth(years.index("2023")).click()
    expect(page.locator("table.coverage tbody tr").first).to_contain_text("南昌市生态环境局")
    expect(page.locator("table.coverage .state").first).to_contain_text("按时")


@pytest.mark.parametrize("path", ["/reports/coverage", "/en/reports/coverage"])
def test_the_state_of_an_agency_is_in_sight_on_a_phone(room: Room, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(room.url(path))
    places = [state.bounding_box() for state in page.locator("table.coverage .state").all()[:20]]
    assert all(place and place["x"] + place["width"] <= 390 and place["height"] < 60 for place in places)
    assert places


def test_limits_to_part_year_region_level_and_portal(room: Room, page: Page) -> None:
    page.goto(room.url("/reports/reports"))
    page.get_by_label("词语").fill("不足")
    page.get_by_label("检索范围").select_option("problems")
    page.get_by_label("从", exact=True).fill("2023")
    page.get_by_label("地区").select_option("41")
    page.get_by_label("层级").select_option("city")
    page.get_by_label("门户").select_option("xuchang")
    page.locator(".finder button").click()
    expected = room.rows(
        "SELECT id FROM reports WHERE report_year >= 2023 AND region_code LIKE '41%' AND portal = 'xuchang'"
        " AND id IN (SELECT report FROM sections WHERE part = 'problems' AND text LIKE '%不足%')"
    )
    assert expected
    expect(page.locator(".results > li")).to_have_count(len(expected))
    expect(page.locator(".results blockquote .part").first).to_have_text("存在的不足和原因")


def test_the_level_alone_limits_and_empty_fields_choose_nothing(room: Room, page: Page) -> None:
    page.goto(room.url("/reports/reports"))
    page.get_by_label("层级").select_option("county")
    page.locator(".finder button").click()
    (county,) = room.rows("SELECT count(*) AS n FROM reports WHERE level = 'county'")
    (every,) = room.rows("SELECT count(*) AS n FROM reports")
    assert county["n"] < every["n"]
    expect(page.locator(".results > li")).to_have_count(county["n"])
    expect(page.get_by_label("层级")).to_have_value("county")
    blank = {"_search": " ", "_part": "", "report_year__gte": "", "region_code__startswith": "", "portal": ""}
    assert room.json("/reports/reports.json", **blank, level="county")["filtered_table_rows_count"] == county["n"]
    assert f"<strong>{every['n']} 份报告</strong>" in room.get("/reports/reports", **blank, level="")[2]
    assert "减号只排除词语" in room.get("/reports/reports", _search="-处罚")[2]


def test_citation_is_copied_with_the_paragraph(room: Room, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(room.url("/reports/reports/3") + "#p4")
    page.get_by_role("button", name="复制 GB/T 7714").click()
    expect(page.locator(".copied")).to_contain_text("已复制")
    row = room.rows("SELECT * FROM reports WHERE id = 3")[0]
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        f"{row['issuer']}. {row['title']}[R/OL]. ({row['published']}): 第4段[{row['last_seen'][:10]}]. {row['url']}."
    )
    assert "  pages = {第4段},\n}" in page.locator("#bibtex").inner_text()
    expect(page.locator(".cite-part")).to_contain_text("¶4")


def test_keyboard_reaches_search_and_results(room: Room, page: Page) -> None:
    page.goto(room.url("/"))
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.locator("#home-search").focus()
    page.keyboard.type("行政复议")
    page.keyboard.press("Enter")
    expect(page.locator(".results > li").first).to_be_visible()


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page whose size and look a test sets."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("path", "crossed"), tuple(zip(axe.PAGES, CROSSED, strict=True)))
def test_accessible_and_nothing_sticks_out(
    room: Room, plain: Page, path: str, crossed: tuple[int, axe.Look, axe.Language]
) -> None:
    width, look, language = crossed
    assert axe.look_at(plain, room.base, path, language, width, (look,)) == []


@pytest.mark.parametrize(
    "path", ["/", "/reports/reports?_search={word}", "/reports/reports/{id}", "/reports/versions/{v}"]
)
def test_what_portals_wrote_never_runs(room: Room, page: Page, path: str) -> None:
    report = room.rows("SELECT id FROM reports WHERE body LIKE ?", f"%{WORD}%")[0]["id"]
    version = room.rows("SELECT max(id) AS v FROM versions WHERE report = ?", report)[0]["v"]
    page.goto(room.url(path.format(word=WORD, id=report, v=version)))
    expect(page.locator("body")).to_contain_text("onerror=window.pwned")
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    assert page.locator("a[href^='javascript' i]").count() == 0
    for element in page.locator("main a[href^=http]").all():
        if (element.get_attribute("href") or "").startswith(room.base):
            continue
        assert "noopener" in (element.get_attribute("rel") or "")
