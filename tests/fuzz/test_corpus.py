"""What fuzzing has found, and where it starts, read again; hypothesis breaks these inputs a little further."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaning.clean import clean
from cleaning.report import Page
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, URL

CORPUS = Path(__file__).parent / "corpus"
BREAKS = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=12), st.integers(0, 40)), min_size=1, max_size=4)


def test_every_folder_of_the_corpus_is_one_of_a_target() -> None:
    assert {path.name for path in CORPUS.iterdir()} <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_kept_inputs_are_read(target: str) -> None:
    kept = [path.read_bytes() for path in sorted((CORPUS / target).glob("*"))]
    for data in (*seeds(target), *kept):
        TARGETS[target](data)


@pytest.mark.parametrize("target", TARGETS)
def test_broken_inputs_are_read(target: str) -> None:
    starts = sorted(seeds(target), key=len)[:8]

    @settings(max_examples=25)
    @given(start=st.sampled_from(starts), breaks=BREAKS)
    def broken(start: bytes, breaks: list[tuple[float, bytes, int]]) -> None:
        for place, put, cut in breaks:
            at = int(place * len(start))
            start = start[:at] + put + start[at + cut :]
        TARGETS[target](start)

    broken()


def test_the_same_bytes_give_the_same_report() -> None:
    for data in seeds("clean"):
        assert clean(Page(data, url=URL)) == clean(Page(data, url=URL))
