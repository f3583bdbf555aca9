"""Reads the lots and counts what is right, wrong and missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cleaning.document.sections import parts_of_lines, split_sections
from cleaning.figures import read_figures
from cleaning.report import Figure, Target

LOTS = Path(__file__).parent / "lots"
_CLAIM = re.compile(
    r"(?P<open>\??)(?P<key>[a-z0-9_]+)=(?P<value>-?[0-9.]+)(?P<unit>[^@ ]+)(?:@(?P<year>[0-9]{4}|none))?"
)


class Claim(NamedTuple):
    """A claim of the gold; ``year`` is empty where it is not stated, ``open`` where two readers could differ."""

    key: str
    value: float
    unit: str
    year: str
    open: bool

    def fits(self, found: Figure | Target) -> bool:
        same = (found.key, found.value, found.unit) == (self.key, self.value, self.unit)
        return same and (not self.year or self.year == str(found.year or "none"))


class Counts(NamedTuple):
    """How many claims are right, how many were made and how many are stated."""

    right: int
    claimed: int
    stated: int


class Sentence(NamedTuple):
    """A text of a lot with the facts and the targets it states."""

    year: int
    text: str
    facts: list[Claim]
    targets: list[Claim]


@dataclass
class Tally:
    """Claims that are right, wrong and missed."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def counts(self) -> Counts:
        return Counts(self.right, self.right + len(self.wrong), self.right + len(self.missed))

    def add(self, wanted: Sequence[Claim], found: Sequence[Figure] | Sequence[Target], text: str) -> None:
        """Counts one text: an open claim that is found counts neither way."""
        left = list(wanted)
        for each in found:
            claim = next((claim for claim in sorted(left, key=lambda claim: claim.open) if claim.fits(each)), None)
            if claim is None:
                self.wrong.append(f"{each.key}={each.value:g}{each.unit}@{each.year} in {text}")
            else:
                left.remove(claim)
                self.right += not claim.open
        self.missed += [f"{claim.key}={claim.value:g}{claim.unit} in {text}" for claim in left if not claim.open]


class Lot(NamedTuple):
    """Sentences that were written together, with how their facts and targets were read at first sight."""

    name: str
    first: tuple[Counts, Counts]
    sentences: list[Sentence]


def lots() -> list[Lot]:
    """The lots in order."""
    return [_lot(path) for path in sorted(LOTS.glob("*.txt"), key=lambda path: int(path.stem))]


def _lot(path: Path) -> Lot:
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    facts, targets = (Counts(*map(int, part.split())) for part in head.partition(":")[2].split(","))
    return Lot(path.stem, (facts, targets), list(_sentences(lines)))


def _sentences(lines: list[str]) -> Iterator[Sentence]:
    for line in lines:
        year, text, facts, targets = (part.strip() for part in f"{line} |".split("|")[:4])
        yield Sentence(int(year), text, _claims(facts), _claims(targets))


def _claims(text: str) -> list[Claim]:
    claims = []
    for word in text.split():
        match = _CLAIM.fullmatch(word)
        if match is None:
            raise ValueError(f"no claim: {word}")
        claims.append(
            Claim(match["key"], float(match["value"]), match["unit"], match["year"] or "", match["open"] != "")
        )
    return claims


def score(sentences: Sequence[Sentence]) -> tuple[Tally, Tally]:
    """How the facts and how the targets of a lot are read."""
    facts, targets = Tally(), Tally()
    for sentence in sentences:
        lines = [f"现将{sentence.year}年法治政府建设情况报告如下。", sentence.text]
        reading = read_figures(lines, sentence.year, parts_of_lines(split_sections(lines), len(lines)))
        facts.add(sentence.facts, reading.named, sentence.text)
        targets.add(sentence.targets, reading.targets, sentence.text)
    return facts, targets
