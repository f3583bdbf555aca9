"""What a scholar asks, answered in at most two clicks from the first page: in either language, on a desk or a phone."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.datasette.borrowed import BORROWERS, LENDER
from tests.datasette.conftest import Room


class Reader:
    """Someone at the first page, whose clicks are counted."""

    def __init__(self, page: Page, start: str) -> None:
        self.page, self.start, self.clicks = page, start, 0

    def begin(self) -> None:
        self.page.goto(self.start)
        self.clicks = 0

    def click(self, where: str | Locator) -> None:
        (self.page.locator(where).first if isinstance(where, str) else where).click()
        self.page.wait_for_load_state()  # the scripts that fold and unfold have run
        self.clicks += 1

    def see(self, what: str) -> Locator:
        shown = self.page.locator(what).first
        expect(shown).to_be_visible()
        return shown


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(params=itertools.product(("/", "/en/"), (1280, 390)), ids=lambda each: f"{each[0]}{each[1]}")
def reader(room: Room, visit: Page, request: pytest.FixtureRequest) -> Reader:
    start, width = request.param
    visit.set_viewport_size({"width": width, "height": 800})
    return Reader(visit, room.url(start))


def published(reader: Reader) -> None:
    reader.click('nav a[href$="/-/matrix"]')
    reader.see("table.agencies td.not_found, table.agencies td.in_time")


def late(reader: Reader) -> None:
    reader.click('nav a[href$="/-/matrix"]')
    reader.click('.legend a[href$="state=late"]')
    reader.see("table.agencies td.late, .zero-results")


def admitted(reader: Reader) -> None:
    reader.click('a[href$="/reports/admitted"]')
    expect(reader.see("table.answers tbody tr")).to_contain_text("【不足】")


def beside_peers(reader: Reader) -> None:
    reader.click('a[href$="/reports/indicator_over_years"]')
    reader.see("figure.chart svg")
    assert reader.page.locator("form.parameters select").count() == 2


def changed(reader: Reader) -> None:
    reader.click('a[href$="/reports/silent_edits"]')
    reader.click('td a[href*="/versions/"]')
    reader.see(".diff ins, .diff del")


def mentioned(reader: Reader) -> None:
    reader.page.locator("#home-search").fill("行政复议")
    reader.click(".big-search button")
    reader.see("details.facets > summary")
    if not reader.page.locator("details.facets[open]").count():  # folded on a small screen
        reader.click("details.facets > summary")
    reader.see("#facet-report_year li")
    reader.see("#facet-province li")


def reused(reader: Reader) -> None:
    reader.click(reader.page.locator(".news a", has_text="南昌市生态环境局2025年"))
    expect(reader.see("section[aria-labelledby=years] strong:has-text('%')")).to_be_visible()


def planned(reader: Reader) -> None:
    reader.click('a[href$="/reports/-/plan"]')
    answered = reader.page.locator(".planned", has=reader.page.locator(".near"))
    expect(answered.first.locator("> .body:first-child p").first).to_be_visible()
    expect(answered.first.locator(".near mark.hit").first).to_be_visible()


def shared(reader: Reader) -> None:
    reader.click('a[href$="/-/shared"]')
    reader.click("ol.results h2 a")
    expect(reader.see("ol.results > li:first-child")).to_contain_text(LENDER)
    reader.see("ol.results > li:first-child .state.in_time")
    for borrower in BORROWERS:
        expect(reader.page.locator("ol.results > li", has_text=borrower)).not_to_have_count(0)


def as_it_stood(reader: Reader) -> None:
    reader.click(reader.page.locator(".news a", has_text="南昌市生态环境局2024年").first)
    reader.page.locator("#as-of").fill("2026-12-01")
    reader.click(".as-of button")
    assert "/versions/" in reader.page.url


def sentence(reader: Reader) -> None:
    reader.click('nav a[href$="/reports/figures"]')
    reader.see("td.col-sentence")


def cited(reader: Reader) -> None:
    reader.click(reader.page.locator(".news a", has_text="南昌市生态环境局2025年"))
    reader.page.locator("#p4").hover()
    reader.click("#p4 .anchor")
    reader.see(".cite-part")


QUESTIONS: tuple[Callable[[Reader], None], ...] = (
    *(published, late, admitted, beside_peers, changed, mentioned),
    *(reused, planned, shared, as_it_stood, sentence, cited),
)


def test_two_clicks_answer(reader: Reader) -> None:
    for question in QUESTIONS:
        reader.begin()
        question(reader)
        assert reader.clicks <= 2, question.__name__
        assert reader.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), question.__name__


def test_two_reports_side_by_side(room: Room, page: Page) -> None:
    later, earlier = room.rows("SELECT id FROM reports WHERE agency = '南昌市生态环境局' ORDER BY report_year DESC")[:2]
    page.goto(room.url(f"/reports/reports/{later['id']}"))
    page.locator(f'a[href$="/-/compare?a={later["id"]}&b={earlier["id"]}"]').click()
    expect(page.locator(".sides p.same, .sides p.moved, .sides p.new").first).to_be_visible()
    measures = page.locator("h2", has_text="主要举措和成效").locator("+ .sides")
    expect(measures).to_contain_text("规范涉企执法")  # a heading below the part's own
    for side, key in enumerate((later["id"], earlier["id"])):
        shown = page.evaluate(
            "(side) => [...document.querySelectorAll('.sides')].slice(1).flatMap((part) =>"
            " [...part.children[side].querySelectorAll('bdi')].map((line) => line.textContent.trim()))",
            side,
        )
        body = room.rows("SELECT body FROM reports WHERE id = ?", key)[0]["body"]
        assert sorted(shown) == sorted(line.strip() for line in body.split("\n") if line.strip())
