"""Listing runs over nights: every report is found wherever it appears, or the run says what it did not read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scrapy import Request

from tests.listings import forms
from tests.listings.forms import DATES, LINKS, PAGERS, SHAPES, UNSEEN, page, rows, title
from tests.listings.play import LIST, Nights

PER_PAGE = 3
OLD = list(range(2023, 2011, -1))
ONCE = PAGERS | {  # pagers that stand on the first page alone
    "turning": lambda n, pages: (
        "<script>function turn(p){location.href='index_'+p+'.html'}</script>"
        + "".join(f'<a href="javascript:;" onclick="turn({k})">{k}</a>' for k in range(n + 1, pages + 1))
    ),
    "posted": lambda n, pages: (
        '<form method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="v="></form>'
        + "".join(f"<a href=\"javascript:__doPostBack('pager','{k}')\">{k}</a>" for k in range(n + 1, pages + 1))
    ),
    "ends": lambda n, pages: f'<a href="index_{n + 1}.html">{n + 1}</a> … <a href="index_{pages}.html">{pages}</a>',
    "called": lambda n, pages: f"<script>createPageHTML('p', {pages}, {n}, 'index', 'html', {pages * 3});</script>",
}


@pytest.fixture
def nights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Nights:
    return Nights(tmp_path, monkeypatch)


def number_of(request: Request) -> int:
    """Which page a request asks for."""
    body = parse_qs(request.body.decode())
    if argument := body.get("__EVENTARGUMENT") or body.get("pageNo"):
        return int(argument[0])
    if found := re.search(r"start=(\d+)", request.url):
        return int(found[1]) // PER_PAGE + 1
    found = re.search(r"(?:index_|currentPage=)(\d+)", request.url)
    return int(found[1]) if found else 1


def listing(
    draw: Callable[[Sequence[int]], str],
    years: Sequence[int],
    pager: Callable[[int, int], str] = PAGERS["words"],
    foot: str = "",
    last: bool = False,
) -> Callable[[Request], str | None]:
    """The answers of a listing of these years, PER_PAGE rows a page; ``last`` draws the pager on the last page too."""
    pages = -(-len(years) // PER_PAGE)

    def answer(request: Request) -> str | None:
        number = number_of(request)
        if not 1 <= number <= pages:
            return None
        shown = years[(number - 1) * PER_PAGE : number * PER_PAGE]
        way = pager(number, pages) if last or number < pages else ""
        return page(draw(shown), f'<div class="page">{way}{foot}</div>')

    return answer


def plain(years: Sequence[int]) -> str:
    return rows(list(years))


def test_a_quiet_night_asks_for_one_page_where_the_order_can_be_trusted(nights: Nights) -> None:
    for _ in range(14):
        nights.night(listing(plain, OLD))
    assert len(nights.found) == len(OLD)
    assert [len(each) for each in nights.asked[1:12]] == [1] * 11
    assert nights.codes == [0] * 14


@pytest.mark.parametrize("foot", ["", "共{}条"])
def test_a_row_at_the_end_of_an_ascending_list(nights: Nights, foot: str) -> None:
    old = sorted(OLD)
    nights.night(listing(plain, old, foot=foot.format(len(old))))
    nights.night(listing(plain, [*old, 2024], foot=foot.format(len(old) + 1)))
    assert nights.found[title(2024)] == 2


def test_a_row_inserted_below_the_first_page(nights: Nights) -> None:
    nights.night(listing(plain, OLD))
    while title(2024) not in nights.found and len(nights.asked) < 16:
        nights.night(listing(plain, [*OLD[:7], 2024, *OLD[7:]]))
    assert nights.found[title(2024)] <= 15, "within fourteen nights"
    assert max(len(each) for each in nights.asked[1:-1]) == 1


def test_pinned_rows_that_fill_the_first_page(nights: Nights) -> None:
    pinned = [2001, 2002, 2003]
    nights.night(listing(plain, [*pinned, *OLD]))
    nights.night(listing(plain, [*pinned, 2024, *OLD]))
    assert nights.found[title(2024)] == 2


def test_pinned_rows_that_leave_room_on_the_first_page(nights: Nights) -> None:
    for _ in range(3):
        nights.night(listing(plain, [2001, *OLD]))
    assert [len(each) for each in nights.asked[1:]] == [1, 1]


@pytest.mark.parametrize("form", ["{};jsessionid={}AB", "/a/show.jsp?doc={}&_t=k{}x77"])
def test_session_parts_make_no_new_rows(nights: Nights, form: str) -> None:
    for night in range(1, 5):

        def draw(years: Sequence[int], night: int = night) -> str:
            texts = [
                f'<li><a href="{form.format(y, night * 1000 + y)}">{title(y)}</a><i>{y + 1}-01-12</i></li>'
                for y in years
            ]
            return f"<ul>{''.join(texts)}</ul>"

        nights.night(listing(draw, OLD))
    assert len(nights.rows) == len(OLD)
    assert [len(each) for each in nights.asked[1:]] == [1] * 3


def test_a_refused_row_is_judged_again_when_its_title_changes(nights: Nights) -> None:
    draft = plain([2024, *OLD[:2]]).replace(title(2024), "关于召开座谈会的通知公告")
    nights.night(lambda request: page(draft))
    assert title(2024) not in nights.found
    nights.night(lambda request: page(plain([2024, *OLD[:2]])))
    assert nights.found[title(2024)] == 2


def test_an_address_used_for_the_next_year_is_asked_again(nights: Nights) -> None:
    nights.night(lambda request: page(plain([2023, 2022, 2021])))
    renewed = plain([2023, 2022, 2021]).replace(title(2023), title(2024))
    nights.night(lambda request: page(renewed))
    assert nights.found[title(2024)] == 2


def test_rows_on_other_ports_are_never_asked_for(nights: Nights) -> None:
    body = plain([2024, 2023, 2022]).replace('href="/a/d2024', f'href="{forms.HOST}:22/a/d2024')
    nights.night(lambda request: page(body))
    assert set(nights.found) == {title(2023), title(2022)}
    assert [row["kind"] for row in nights.rows if row["state"] == "foreign"] == ["foreign_port"]


def test_chinese_in_a_query_is_sent_in_the_encoding_of_its_page(nights: Nights) -> None:
    body = plain([2024, 2023, 2022]).replace('href="/a/d2024.html"', 'href="/show.asp?t=年报"')
    nights.night(lambda request: page(body).replace("utf-8", "gb2312"), encoding="gb18030")
    assert {row["url"] for row in nights.rows if "show" in row["url"]} == {f"{forms.HOST}/show.asp?t=%C4%EA%B1%A8"}


def test_a_column_taken_out_of_the_portal_file_is_asked_no_more(nights: Nights) -> None:
    other = f"{forms.HOST}/old/"
    nights.night(lambda request: page(plain(OLD[:4])) if request.url == LIST else None, columns=(LIST, other))
    assert nights.codes == [3]
    nights.night(lambda request: page(plain(OLD[:4])))
    assert [request.url for request in nights.asked[1]] == [LIST]
    assert nights.codes[1] == 0


def test_a_later_page_that_is_not_there_is_no_end(nights: Nights) -> None:
    whole = listing(plain, OLD)
    nights.night(lambda request: None if number_of(request) > 2 else whole(request))
    assert nights.outcomes == ["partly_read"]
    assert nights.codes == [3]
    nights.night(whole)
    assert (nights.outcomes[1], nights.codes[1], len(nights.found)) == ("changed", 0, len(OLD)), (
        "read on the next night"
    )


def test_a_server_deaf_to_page_numbers_is_not_read_whole(nights: Nights) -> None:
    nights.night(lambda request: page(plain(OLD[:3]), '<a href="index_2.html">下一页</a>共5页'))
    assert nights.outcomes == ["partly_read"]
    assert len(nights.asked[0]) == 2


@pytest.mark.parametrize("pager", ["numbers", "select", "turning", "posted", "ends", "called", "layui"])
def test_a_pager_that_stands_on_the_first_page_alone_binds_the_whole_run(nights: Nights, pager: str) -> None:
    """Two pages that no further one leads on from are not the whole list where the first one linked four: the others
    are read by its links, or as those that are known agree on."""

    def answer(request: Request) -> str | None:
        number = number_of(request)
        shown = OLD[(number - 1) * PER_PAGE : number * PER_PAGE]
        return page(plain(shown), f'<div class="page">{ONCE[pager](1, 4) if number == 1 else ""}</div>')

    nights.night(answer)
    assert (len(nights.found), nights.outcomes) == (len(OLD), ["changed"])


@pytest.mark.parametrize("again", [1, 2, 0])
def test_a_page_derived_from_others_that_shows_one_of_them_again_is_no_page(nights: Nights, again: int) -> None:
    """Nor is one that is not there: the list is told as read in part, each night."""

    def answer(request: Request) -> str | None:
        number = number_of(request)
        shown = number if number in (1, 2) else again
        rows_of = OLD[(shown - 1) * PER_PAGE : shown * PER_PAGE]
        return page(plain(rows_of), ONCE["ends"](1, 4) if number == 1 else "") if shown else None

    nights.night(answer)
    assert (len(nights.found), nights.outcomes, len(nights.asked[0])) == (2 * PER_PAGE, ["partly_read"], 3)


@pytest.mark.parametrize("foot", ["共2页", f"共{2 * PER_PAGE}条", ""])
def test_numbers_behind_the_end_of_a_list_are_no_pages(nights: Nights, foot: str) -> None:
    """Pagers that always draw so many numbers, on lists of fewer pages."""

    def answer(request: Request) -> str | None:
        shown = OLD[: 2 * PER_PAGE][(number_of(request) - 1) * PER_PAGE : number_of(request) * PER_PAGE]
        return page(plain(shown), f'<div class="page">{PAGERS["numbers"](number_of(request), 9)}{foot}</div>')

    nights.night(answer)
    assert (len(nights.found), nights.codes) == (2 * PER_PAGE, [0])


def test_days_of_a_calendar_are_no_pages(nights: Nights) -> None:
    days = "".join(f'<td><a href="?day={day}">{day}</a></td>' for day in range(1, 29))
    whole = listing(plain, OLD)
    nights.night(lambda request: (whole(request) or "").replace("</div></body>", f"<table>{days}</table></div></body>"))
    assert (nights.codes, len(nights.found)) == ([0], len(OLD))


@pytest.mark.parametrize("dead", forms.DEAD)
def test_a_dead_way_on_is_the_end(nights: Nights, dead: str) -> None:
    whole = listing(plain, OLD)
    nights.night(lambda request: (whole(request) or "").replace("</div></body>", f"{dead}</div></body>") or None)
    assert (nights.outcomes, nights.codes) == (["changed"], [0])
    assert len(nights.found) == len(OLD)


@pytest.mark.parametrize(
    "drawn", ['<a href="#" onclick="magic(77)">{}</a>', "<a>{}</a>", '<b data-id="7">{}</b>', "{}"]
)
def test_rows_whose_address_only_a_script_knows_are_told(nights: Nights, drawn: str) -> None:
    body = plain(OLD[:4]).replace(
        f'<a href="{forms.document(OLD[0])}">{title(OLD[0])}</a>', drawn.format(title(OLD[0]))
    )
    nights.night(lambda request: page(body))
    assert nights.outcomes == ["partly_read"]
    assert title(OLD[0]) in nights.reasons[0]


@pytest.mark.parametrize("pager", UNSEEN)
def test_a_way_on_that_nobody_has_seen_is_told_every_night(nights: Nights, pager: str) -> None:
    for _ in range(3):
        nights.night(listing(plain, OLD, UNSEEN[pager], last=True))
    assert nights.outcomes == ["partly_read"] * 3
    assert nights.codes == [3] * 3
    assert "3 rows" in nights.reasons[-1] or "3 of 12 rows" in nights.reasons[-1]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(LINKS)),
    st.sampled_from(sorted(DATES)),
    st.sampled_from(sorted(SHAPES)),
    st.sampled_from(sorted(PAGERS)),
    st.sampled_from(["descending", "ascending"]),
    st.integers(0, 4),
    st.integers(0, 12),
    st.booleans(),
    st.booleans(),
)
def test_every_report_is_found_within_fourteen_nights_or_the_run_says_that_it_read_in_part(
    tmp_path_factory: pytest.TempPathFactory,
    link: str,
    date: str,
    shape: str,
    pager: str,
    order: str,
    pins: int,
    place: int,
    counted: bool,
    badge: bool,
) -> None:
    """A listing drawn: order, pinned rows, where the new row is put, the forms of links, dates, rows and pager."""

    def draw(years: Sequence[int]) -> str:
        return rows(list(years), link, date, shape, "<em class='new'>NEW</em>" if badge else "")

    old = [*range(2001, 2001 + pins), *(sorted(OLD) if order == "ascending" else OLD)]
    new = [*old[:place], 2024, *old[place:]]
    with pytest.MonkeyPatch.context() as monkeypatch:
        nights = Nights(tmp_path_factory.mktemp("nights"), monkeypatch)
        nights.night(listing(draw, old, PAGERS[pager], foot=f"共{len(old)}条" if counted else ""))
        assert set(nights.found) == {title(year) for year in old}
        for night in (1, 2, 9, 12, 13, 14):
            if title(2024) not in nights.found:
                nights.night(listing(draw, new, PAGERS[pager], foot=f"共{len(new)}条" if counted else ""), number=night)
    assert title(2024) in nights.found
    assert set(nights.codes) == {0}
