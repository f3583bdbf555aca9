"""Every file of the lots is read."""

from __future__ import annotations

import pytest

from tests.files_lots.lot import Sample
from tests.files_lots.lots import LOTS


@pytest.mark.parametrize("sample", [each for lot in LOTS for each in lot.samples], ids=lambda sample: sample.name)
def test_a_file_is_read_as_its_answer_says(sample: Sample) -> None:
    assert sample.wrong() == ""
