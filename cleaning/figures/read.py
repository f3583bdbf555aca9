"""From the lines of a report to its figures, candidates and refused numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import Final

from cleaning.figures.claims import claim_all
from cleaning.figures.context import Claim
from cleaning.figures.modals import FACT
from cleaning.figures.mood import NEXT_YEAR, Moods
from cleaning.figures.not_figures import Refusal, Surroundings, refuse
from cleaning.figures.numbers import Number, fold_line, scan
from cleaning.figures.qualifiers import qualifier
from cleaning.figures.sentences import Layout
from cleaning.figures.units import normalise
from cleaning.figures.zeros import Zero, zeros
from cleaning.report import Figure, Target

MOST_NUMBERS: Final = 4000
"""Many times what any report holds: bounds the time a hostile text can cost."""

_YEARS: Final = re.compile("(20[0-9]{2})年")
_OFTEN: Final = 3
_SHARED: Final = tuple({each.name for each in fields(Target)} - {"mood", "year"})
_WORTH: Final = re.compile(r"[0-9零无未]|没有|[一二两三四五六七八九十百千万亿]")


@dataclass(slots=True)
class Reading:
    """What a text holds: named figures, targets, candidates (key None) and refused numbers, each in reading order.

    ``numbers`` is how many numbers were fetched; a text has at most ``MOST_NUMBERS`` of them read, the rest is left.
    """

    named: list[Figure] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    candidates: list[Figure] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    numbers: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text, its folded form, its number and where it begins in the joined lines."""

    text: str
    folded: str
    index: int
    offset: int


def read_figures(
    lines: Sequence[str], report_year: int | None, parts: Sequence[str | None] = (), *, planned: bool = False
) -> Reading:
    """Reads every number of a report; see ``find_figures`` for what a figure holds.

    ``parts`` names the mandated part each line belongs to, where that is known: what the next year's part says is no
    fact. ``planned`` tells a document that is a plan as a whole.
    """
    reader = _Reader(report_year, _dated(lines, report_year))
    offset = 0
    for index, text in enumerate(lines):
        folded = fold_line(text)
        if _WORTH.search(folded):
            coming = planned or (index < len(parts) and parts[index] == NEXT_YEAR)
            reader.read_line(_Line(text, folded, index, offset), planned=coming)
        offset += len(text) + 1
    return reader.reading


def _dated(lines: Sequence[str], report_year: int | None) -> bool:
    """Whether the text bears out the report's year: one that mostly speaks of a later year reports on that."""
    if report_year is None:
        return False
    named = Counter(int(year) for line in lines for year in _YEARS.findall(line))
    later = max((count for year, count in named.items() if year > report_year), default=0)
    return later < _OFTEN or later <= named[report_year]


class _Reader:
    """Reads the lines of one text in order; ``dated`` tells that the text bears out the year of the report."""

    def __init__(self, report_year: int | None, dated: bool) -> None:
        self.reading = Reading()
        self._report_year = report_year
        self._dated = dated
        self._seen: set[tuple[object, ...]] = set()

    def read_line(self, line: _Line, *, planned: bool) -> None:
        """Sorts the numbers of a line into figures, targets, candidates and refused ones."""
        around = Surroundings(line.folded)
        kept = self._kept_numbers(line, around)
        denied = [zero for zero in zeros(line.folded) if not around.in_title(zero.start)]
        if not kept and not denied:
            return
        layout = Layout(line.folded, self._report_year)
        claims = self._with_units(_in_order(claim_all(kept, layout), denied), line)
        # The mood of a sentence is judged only where one of its numbers is named.
        named = {layout.sentence(_span(claim)[0])[0] for claim in claims if claim.key}
        moods = Moods(layout, planned=planned, dated=self._dated)
        said: list[Figure] = []
        for claim in claims:
            figure = _said(claim, line, layout, said)
            at, end = _span(claim)
            mood = moods.of(at, end, _unit(claim), claim.key) if layout.sentence(at)[0] in named else FACT
            said.append(figure)
            self._add(figure, mood, moods.year(at, figure.year) if mood != FACT else None)

    def _add(self, figure: Figure, mood: str, year: int | None) -> None:
        """Puts a figure where it belongs, unless it was said before; ``year`` is the one a target is for."""
        if not _fresh(figure, self._seen, mood):
            return
        if not figure.key:
            self.reading.candidates.append(figure)
        elif mood == FACT:
            self.reading.named.append(figure)
        else:
            self.reading.targets.append(_target(figure, mood, year))

    def _with_units(self, claims: list[Claim | Zero], line: _Line) -> list[Claim | Zero]:
        """The claims without the bare numbers that nobody names; these go to the refused ones."""
        told = []
        for claim in claims:
            if isinstance(claim, Claim) and not (claim.number.unit or claim.unit or claim.key):
                self.reading.refused.append(_refusal("no_unit", claim.number, line))
            else:
                told.append(claim)
        return told

    def _kept_numbers(self, line: _Line, around: Surroundings) -> list[Number]:
        """The numbers of a line that may be figures; the others go to the refused ones."""
        reading = self.reading
        kept: list[Number] = []
        for number in islice(scan(line.folded), MOST_NUMBERS - reading.numbers):
            rule = refuse(number, around)
            if not rule:
                kept.append(number)
            elif not number.words:
                reading.refused.append(_refusal(rule, number, line))
            reading.numbers += 1
        return kept


def _span(claim: Claim | Zero) -> tuple[int, int]:
    """Where a number, or the words that deny, stand in their line."""
    return (claim.number.start, claim.number.end) if isinstance(claim, Claim) else (claim.start, claim.end)


def _unit(claim: Claim | Zero) -> str:
    return claim.number.unit if isinstance(claim, Claim) else ""


def _refusal(rule: str, number: Number, line: _Line) -> Refusal:
    start, end = number.start, number.end
    return Refusal(rule, line.text[start:end], line.index, line.offset + start, line.offset + end)


def _in_order(claims: list[Claim], denied: list[Zero]) -> list[Claim | Zero]:
    """Claims and denials in reading order, without the denials that lie within a claim."""
    ends = sorted(claim.end for claim in claims)
    starts = sorted(claim.start for claim in claims)
    free = [zero for zero in denied if bisect_right(ends, zero.start) == bisect_left(starts, zero.end)]
    return sorted([*claims, *free], key=lambda item: item.start)


def _fresh(figure: Figure, seen: set[tuple[object, ...]], mood: str) -> bool:
    """False for what was said before: the same claim in one paragraph, or the same words in a repeated sentence."""
    marks: list[tuple[object, ...]] = [(mood, figure.key, figure.value, figure.unit, figure.span, figure.sentence)]
    if figure.key:
        marks.append((mood, figure.key, figure.value, figure.unit, figure.year, figure.line))
        marks.append((mood, figure.key, figure.value, figure.unit, figure.year, figure.span))
    fresh = not any(mark in seen for mark in marks)
    seen.update(marks)
    return fresh


def _said(claim: Claim | Zero, line: _Line, layout: Layout, said: list[Figure]) -> Figure:
    return _figure(claim, line, layout) if isinstance(claim, Claim) else _zero(claim, line, layout, said)


def _figure(claim: Claim, line: _Line, layout: Layout) -> Figure:
    number = claim.number
    begin, stop = layout.sentence(number.start)
    unit = claim.unit or number.unit
    year, period = layout.year(claim.year_at if claim.year_at >= 0 else number.start, begin)
    if claim.key and not claim.dated:
        year = None
    if claim.key and claim.period != "annual":
        period = claim.period
    value = -number.value if claim.negative else number.value
    normal_value, normal_unit = normalise(value, unit)
    start, end = _trim(line.text, claim.start, claim.end)
    return Figure(
        key=claim.key or None,
        label=claim.label,
        value=value,
        unit=unit,
        normal_value=normal_value,
        normal_unit=normal_unit,
        qualifier=qualifier(number, layout.text),
        period=period,
        year=year,
        scope=claim.scope or layout.scope(begin, number.start),
        subset_of=claim.subset_of,
        sentence=line.text[begin:stop].strip(),
        span=line.text[start:end],
        line=line.index,
        start=line.offset + start,
        end=line.offset + end,
    )


def _zero(zero: Zero, line: _Line, layout: Layout, said: list[Figure]) -> Figure:
    begin, stop = layout.sentence(zero.start)
    year, period = layout.year(zero.start, begin)
    sentence = line.text[begin:stop].strip()
    whole = any(item.key == zero.part_of and item.sentence == sentence for item in said[-24:])
    return Figure(
        key=zero.key,
        label=zero.label,
        value=0.0,
        unit="件",
        normal_value=0.0,
        normal_unit="件",
        qualifier="zero_stated",
        period=period,
        year=year,
        scope=layout.scope(begin, zero.start),
        subset_of=zero.part_of if whole else None,
        sentence=sentence,
        span=line.text[zero.start : zero.end],
        line=line.index,
        start=line.offset + zero.start,
        end=line.offset + zero.end,
    )


def _target(figure: Figure, mood: str, year: int | None) -> Target:
    same = {name: getattr(figure, name) for name in _SHARED}
    return Target(mood=mood, year=year, **same)


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end
