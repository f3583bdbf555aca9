"""From the lines of a report to its figures, candidates and refused numbers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cleaning.figures.claims import claim_all
from cleaning.figures.context import Claim
from cleaning.figures.not_figures import Refusal, Surroundings, refuse
from cleaning.figures.numbers import Number, fold_line, scan
from cleaning.figures.qualifiers import qualifier
from cleaning.figures.sentences import Layout
from cleaning.figures.units import normalise
from cleaning.figures.zeros import Zero, zeros
from cleaning.report import Figure

MOST_NUMBERS: Final = 4000
"""Many times what any report holds: bounds the time a hostile text can cost."""

_WORTH: Final = re.compile(r"[0-9零无未]|没有|[一二两三四五六七八九十百千万亿]")


@dataclass(slots=True)
class Reading:
    """What a text holds: named figures, candidates (key None) and refused numbers, each in reading order.

    ``numbers`` is how many numbers were looked at; a text has at most ``MOST_NUMBERS`` of them read, the rest is left.
    """

    named: list[Figure]
    candidates: list[Figure]
    refused: list[Refusal]
    numbers: int = 0


def read(lines: Sequence[str], report_year: int | None) -> Reading:
    """Reads every number of a report; see ``find_figures`` for what a figure holds."""
    reading = Reading([], [], [])
    seen: set[tuple[object, ...]] = set()
    offset = 0
    for index, line in enumerate(lines):
        folded = fold_line(line)
        if _WORTH.search(folded):
            _read_line(reading, seen, line, folded, index, offset, report_year)
        offset += len(line) + 1
    return reading


def _read_line(
    reading: Reading, seen: set[tuple[object, ...]], line: str, folded: str, index: int, offset: int, year: int | None
) -> None:
    around = Surroundings(folded)
    kept: list[Number] = []
    for number in islice(scan(folded), MOST_NUMBERS - reading.numbers):
        rule = refuse(number, around)
        if not rule:
            kept.append(number)
        elif not number.words:
            end = number.end
            reading.refused.append(Refusal(rule, line[number.start : end], index, offset + number.start, offset + end))
        reading.numbers += 1
    denied = list(zeros(folded))
    if not kept and not denied:
        return
    layout = Layout(folded, year)
    claims: list[Claim | Zero] = [*claim_all(kept, layout)]
    ends = sorted(claim.end for claim in claims if isinstance(claim, Claim))
    starts = sorted(claim.start for claim in claims if isinstance(claim, Claim))
    for zero in denied:
        free = bisect_right(ends, zero.start) == bisect_left(starts, zero.end)
        if free and not around.in_title(zero.start):
            claims.append(zero)
    said: list[Figure] = []
    for claim in sorted(claims, key=lambda item: item.start):
        if isinstance(claim, Zero):
            figure = _zero(claim, line, layout, index, offset)
            if any(item.key == claim.part_of and item.sentence == figure.sentence for item in said[-24:]):
                figure.subset_of = claim.part_of
        elif claim.number.unit or claim.unit or claim.key:
            figure = _figure(claim, line, layout, index, offset)
        else:
            number = claim.number
            reading.refused.append(
                Refusal("no_unit", line[number.start : number.end], index, offset + number.start, offset + number.end)
            )
            continue
        said.append(figure)
        if _fresh(figure, seen):
            (reading.named if figure.key else reading.candidates).append(figure)


def _fresh(figure: Figure, seen: set[tuple[object, ...]]) -> bool:
    """False for what was said before: the same claim in one paragraph, or the same words in a repeated sentence."""
    marks: list[tuple[object, ...]] = [(figure.key, figure.value, figure.unit, figure.span, figure.sentence)]
    if figure.key:
        marks.append((figure.key, figure.value, figure.unit, figure.year, figure.line))
        marks.append((figure.key, figure.value, figure.unit, figure.year, figure.span))
    fresh = not any(mark in seen for mark in marks)
    seen.update(marks)
    return fresh


def _figure(claim: Claim, line: str, layout: Layout, index: int, offset: int) -> Figure:
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
    start, end = _trim(line, claim.start, claim.end)
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
        sentence=line[begin:stop].strip(),
        span=line[start:end],
        line=index,
        start=offset + start,
        end=offset + end,
    )


def _zero(zero: Zero, line: str, layout: Layout, index: int, offset: int) -> Figure:
    begin, stop = layout.sentence(zero.start)
    year, period = layout.year(zero.start, begin)
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
        subset_of=None,
        sentence=line[begin:stop].strip(),
        span=line[zero.start : zero.end],
        line=index,
        start=offset + zero.start,
        end=offset + zero.end,
    )


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end
