"""Every way a menu leads to the reports' column, and every way that column shows them, in pairs."""

from __future__ import annotations

import statistics

import pytest

from tests.replica import batches, forms
from tests.replica.portal_search import below, played

ONCE = ("plain", "nested", "tree", "frames", "own_script", "onclick")  # menus that meet more than one form of list
PAIRS = [
    pair for at, pair in enumerate(forms.pairs()) if pair[0] == "plain" or pair[1] == "one_dated" or
    (pair[0] in ONCE and at % 12 == 0)
]  # fmt: skip


@pytest.mark.parametrize(("menu", "listing"), PAIRS)
def test_the_column_is_found_and_nothing_else(menu: str, listing: str) -> None:
    site, made = forms.portal(menu, listing), forms.LISTINGS[listing]()
    search, asked = played(site)
    found = {candidate.url.removeprefix(site.home[:-1]): candidate for candidate in search.candidates}
    assert set(found) <= set(made.watched)
    assert bool(found) == bool(made.watched)
    seen = {report.title for candidate in found.values() for report in candidate.reports.values()}
    assert seen <= {report.title for report in made.reports}
    assert not [url for url in asked if "/d/" in url], "rows are documents and no columns"
    assert len(asked) + 1 <= made.requests
    assert len(asked) == len(set(asked)) or listing == "postback"


EVERY = [name for name in list(batches.EVERY)[::5] if name not in batches.UNFOUND]


@pytest.mark.parametrize("name", EVERY)  # all of them: python -m tests.portals_tried --batches
def test_the_column_of_a_portal_of_a_batch_is_found(name: str) -> None:
    site, made = batches.site(name), batches.EVERY[name]()
    search, asked = played(site)
    found = {below(site, candidate.url): candidate for candidate in search.candidates}
    assert bool(found) == bool(made.watched)
    assert set(found) == set(made.watched) if made.every else set(found) <= set(made.watched)
    seen = {below(site, report.url) for each in found.values() for report in each.reports.values()}
    assert seen <= {report.path for report in made.reports}, "no false report"
    assert not [url for url in asked if "/d/" in url], "rows are documents and no columns"
    places = max(len(made.watched), len(search.branches.names) if made.every else 0)
    assert len(asked) < max(12, 3 * places)


def test_half_of_the_portals_take_few_requests() -> None:
    counts = [len(played(forms.portal("plain", listing))[1]) + 1 for listing in list(forms.LISTINGS)[::2]]
    assert statistics.median(counts) <= 12


def test_all_departments_of_a_host_are_columns_of_their_agencies() -> None:
    search, _ = played(forms.portal("plain", "departments"))
    made = forms.LISTINGS["departments"]()
    assert {candidate.url.partition(".gov.cn")[2] for candidate in search.candidates} == set(made.watched)
    agencies = {candidate.agency for candidate in search.candidates}
    assert agencies == {report.agency for report in made.reports}


def test_what_the_budget_leaves_is_named() -> None:
    search, _ = played(forms.portal("plain", "departments"), budget=20)
    assert search.candidates
    assert len(search.branches.left) + len(search.branches.done) >= 11
    columns = [candidate.url for candidate in search.candidates]
    again, asked = played(forms.portal("plain", "departments"), watched=columns)
    assert len(again.candidates) >= 11 - len(columns)
    assert not [url for url in columns if url in asked]


def test_other_agencies_sites_are_offered_and_not_asked() -> None:
    search, asked = played(forms.portal("plain", "hub"))
    assert set(search.elsewhere) == {f"http://{host}.ningling.gov.cn/" for host in ("jyj", "sfj", "slj", "lyj")}
    assert "宁岭县教育局" in search.elsewhere.values()
    assert not [url for url in asked if "ningling" in url]


@pytest.mark.parametrize("listing", list(forms.LISTINGS))
def test_no_page_without_rows_is_called_well(listing: str) -> None:
    search, _ = played(forms.portal("plain", listing))
    assert not [tried for tried in search.tried if tried.outcome == "ok"]
    assert all(tried.seen for tried in search.tried)


def test_a_single_page_application_is_told_as_such() -> None:
    search, _ = played(forms.portal("plain", "application"))
    assert "js_shell" in {tried.outcome for tried in search.tried}
    assert any(tried.seen.code == "nameless" for tried in search.tried)


def test_every_portal_of_the_batches_has_a_name_of_its_own() -> None:
    names = [name for batch in batches.BATCHES.values() for name in batch]
    assert len(names) == len(set(names)) == len(batches.EVERY)
