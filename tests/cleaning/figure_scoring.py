"""Compares read figures with expected ones: used by the figure tests."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cleaning.report import Figure

DATA = Path(__file__).parent.parent / "data"


@dataclass
class Score:
    """Counts of a comparison; ``wrong`` and ``missed`` say what to look at when a bound is not met."""

    hits: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + len(self.missed))

    @property
    def strict(self) -> float:
        """The share of hits with every stated attribute (year, qualifier, period, part) right too."""
        return 1 - len(self.differing) / max(1, self.hits)


def seed(number: int) -> tuple[list[str], dict[str, Any]]:
    """The lines and the expected figures of a seed."""
    lines = (DATA / "seeds" / f"{number:03}.body.txt").read_text(encoding="utf-8").split("\n")
    return lines, json.loads((DATA / "seeds" / f"{number:03}.figures.json").read_text(encoding="utf-8"))


def holdout() -> list[dict[str, Any]]:
    """Sentences of other agencies: text, report_year, figures as [key, value, unit, attributes]."""
    loaded: list[dict[str, Any]] = json.loads((DATA / "figures_holdout.json").read_text(encoding="utf-8"))
    return loaded


def shapes() -> list[dict[str, Any]]:
    """Sentences made up in the wording of many agencies, in the form of ``holdout`` but with named figures only."""
    loaded: list[dict[str, Any]] = json.loads((DATA / "figures_shapes.json").read_text(encoding="utf-8"))
    return loaded


def expected(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The named figures of a sentence as ``compare`` takes them."""
    return [
        {"key": key, "value": value, "unit": unit, **(rest[0] if rest else {})}
        for key, value, unit, *rest in item["figures"]
        if key
    ]


def compare(expected: Iterable[dict[str, Any]], found: Iterable[Figure], score: Score) -> None:
    """Adds to the score: a hit has key, value, unit and (where stated) the line of the expected figure."""
    left = list(found)
    for want in expected:
        fits = (figure for figure in left if _fits(want, figure))
        hit = next(fits, None)
        if hit is None:
            score.missed.append(str(want))
            continue
        left.remove(hit)
        score.hits += 1
        others = {name: value for name, value in want.items() if name not in ("key", "value", "unit", "sentence_start")}
        if any(getattr(hit, name) != value for name, value in others.items()):
            score.differing.append(f"{want} read as {hit}")
    score.wrong.extend(str(figure) for figure in left)


def _fits(want: dict[str, Any], figure: Figure) -> bool:
    same = (figure.key, figure.value, figure.unit) == (want["key"], want["value"], want["unit"])
    return same and figure.sentence.startswith(want.get("sentence_start", ""))
