"""A query that asks the index of pairs for words is told so; one that asks it rightly never is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.store.raw_match import told

RIGHT = (
    '"行政 政复 复议"', "复议", "罚*", "^行政", "title : 行政", "{title body} : 行政", "- {title} : 行政",
    "NEAR(行政 政复, 5)", "NEAR(行政 政复,10) AND 处罚", "行政 NOT 处罚",
)  # fmt: skip
LOST = ("行政复议", '"行政复议"', "法", "title : 行政复议", "{title body} : 行政复议", "NEAR(行政复议 处罚, 5)", "2024")
WAYS = ("reports_fts MATCH {}", "reports_fts = {}", "sections_fts match {}")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("query", [*RIGHT, *LOST])
def test_a_query_is_told_if_it_would_find_nothing(query: str, way: str) -> None:
    said = told(f"SELECT rowid FROM reports_fts JOIN sections_fts WHERE {way.format(repr(query))}")
    assert bool(said) is (query in LOST)
    assert not said or f"zh_match('{query}')" in said


@given(
    before=st.lists(st.one_of(st.integers(), st.text(), st.sampled_from((*RIGHT, *LOST))), max_size=4),
    numbered=st.booleans(),
    query=st.sampled_from((*RIGHT, *LOST)),
)
def test_only_the_value_that_is_searched_for_counts(before: list[Any], numbered: bool, query: str) -> None:
    """Whatever stands before it, also a question mark within a text."""
    conditions = ["title != '何为？为何?'", *["note != ?"] * len(before)]
    mark = f"?{len(before) + 1}" if numbered else "?"
    sql = f"SELECT rowid FROM reports_fts WHERE {' AND '.join(conditions)} AND reports_fts MATCH {mark}"
    assert bool(told(sql, [*before, query])) is (query in LOST)
