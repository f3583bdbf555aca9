"""The score tells texts that are whole and alone from others."""

import pytest

from tests.damage.measure import samples
from tests.damage.scores import scored


@pytest.fixture(scope="module")
def scores() -> dict[str, list[float]]:
    out: dict[str, list[float]] = {}
    for how, value in scored(samples()):
        out.setdefault(how, []).append(value)
    return out


@pytest.mark.parametrize(
    "how", ["end missing", "beginning missing", "middle missing", "menu and foot with it", "twice"]
)
def test_nine_of_ten_wrong_texts_are_doubted(how: str, scores: dict[str, list[float]]) -> None:
    assert sum(value < 0.5 for value in scores[how]) >= 0.9 * len(scores[how])


def test_right_texts_are_not(scores: dict[str, list[float]]) -> None:
    assert len(scores[""]) > 30
    assert sum(value < 0.5 for value in scores[""]) <= 0.05 * len(scores[""])
