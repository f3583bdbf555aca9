"""The one search for all words a page may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaning.text.keyword_scan import KeywordScan

BORDER = 1 << 16


@pytest.mark.parametrize("at", [0, 100, BORDER - 7, BORDER - 3, BORDER - 1, BORDER, 3 * BORDER - 4, 4 * BORDER])
def test_a_word_is_found_wherever_it_stands(at: int) -> None:
    page = "x" * at + "下一页" + "x" * BORDER
    assert KeywordScan("下一页 sitecode").any(page.encode())
    assert not KeywordScan("下页 sitecode").any(page.encode())


@given(
    words=st.lists(st.text("ab&#<", min_size=1, max_size=4), min_size=1, max_size=6), page=st.text("ab&#<", max_size=60)
)
def test_the_answer_is_that_of_looking_for_each_word(words: list[str], page: str) -> None:
    assert KeywordScan(" ".join(words)).any(page.encode()) == any(word in page for word in words)


def test_a_page_of_nothing_but_hits_costs_no_memory() -> None:
    import tracemalloc

    page = b"&#" * 3_000_000
    search = KeywordScan("&#")
    tracemalloc.start()
    assert search.any(page)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
