"""The outlines stay read as well as they are."""

from __future__ import annotations

import pytest

from tests.sections_lots.scoring import Outline, lots


@pytest.mark.parametrize("outline", [each for lot in lots() for each in lot.outlines], ids=lambda outline: outline.name)
def test_an_outline_is_read_as_its_answer_says(outline: Outline) -> None:
    assert bool(outline.errors()) == outline.left
