"""What a report planned for the next year, beside what that year's report says of the same things, nearest first."""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from crawler.publish.datasette.citation import name
from crawler.publish.datasette.reuse import MOST_SENTENCES, SHORTEST
from crawler.store.lookup import all_rows

NEAREST: Final = 3  # sentences shown beside a planned one
LEAST: Final = 0.33  # likeness below which two clauses speak of different things
# A sentence; one too short to say what was done, as “一是规范执法。”, goes with the next.
_SENTENCE: Final = re.compile(r"(?:[^。！？；;\n]{1,15}[。；;](?=[^。！？；;\n]))?[^。！？；;\n]+[。！？；;]?")
_CLAUSE: Final = re.compile(r"[^，。！？；：,;:]+")
_NOWHERE: Final[dict[str, Any]] = {"heading": "", "start": -1, "kind": "", "part": None}  # before the first heading
_WORD: Final = re.compile(r"[\u3400-\u9fff]|[0-9A-Za-z.]+")
_AGENCY: Final = "(agency = :agency OR agency IS NULL AND issuer = :agency)"
_HAS_PLAN: Final = (
    "(EXISTS (SELECT 1 FROM section_spans WHERE report = {0}.id AND part = 'next_year')"
    " OR EXISTS (SELECT 1 FROM target_spans WHERE report = {0}.id))"
)
AGENCIES: Final = (
    "SELECT DISTINCT agency FROM reports WHERE agency IS NOT NULL ORDER BY agency LIMIT 4000"  # offered to choose from
)
_LATEST: Final = (
    "SELECT later.agency, later.report_year FROM reports AS later JOIN reports AS earlier"
    " ON earlier.agency = later.agency AND earlier.report_year = later.report_year - 1"
    f" WHERE {_HAS_PLAN.format('earlier')} ORDER BY later.id DESC LIMIT 8"
)
_YEARS: Final = (
    "SELECT id, report_year + 1 AS year, EXISTS (SELECT 1 FROM reports AS later"
    " WHERE later.report_year = reports.report_year + 1 AND (later.agency = :agency"
    " OR later.agency IS NULL AND later.issuer = :agency)) AS answered"
    f" FROM reports WHERE {_AGENCY} AND replaced_by IS NULL AND report_year IS NOT NULL"
    f" AND {_HAS_PLAN.format('reports')} ORDER BY report_year DESC, id DESC LIMIT 60"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a report: the number of its paragraph, the heading above it, and its numbers that have names.

    ``numbers`` are rows of ``figures`` (of the year's report) or ``targets`` (of the plan).
    """

    line: int
    text: str
    heading: str
    numbers: tuple[Mapping[str, Any], ...]

    @property
    def keys(self) -> set[str]:
        """The indicators that are stated."""
        return {number["key"] for number in self.numbers if number["key"]}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A sentence of the year's report; ``marked`` is it in stretches, and whether the plan has the words too.

    ``same`` if it states the very indicator that the plan set a target for.
    """

    said: Said
    marked: tuple[tuple[str, bool], ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """An agency's plan for ``year``. ``later`` is that year's report, None if there is none yet; ``years`` are all
    there is a plan for, newest first."""

    agency: str
    year: int
    years: tuple[int, ...]
    earlier: dict[str, Any]
    later: dict[str, Any] | None
    planned: tuple[tuple[Said, tuple[Outcome, ...]], ...]


def load(conn: sqlite3.Connection, agency: str = "", year: int = 0) -> Plan | None:
    """The plan of an agency for a year, by default the latest that a report says anything of; None if there is none."""
    if agency:
        return _plan(conn, agency, year)
    first = None
    for latest in conn.execute(_LATEST).fetchall():
        plan = _plan(conn, *latest)
        if plan and any(outcomes for _, outcomes in plan.planned):
            return plan
        first = first or plan
    return first


def _plan(conn: sqlite3.Connection, agency: str, year: int) -> Plan | None:
    found = all_rows(conn, _YEARS, {"agency": agency})
    if not found:
        return None
    chosen = max(found, key=lambda row: (row["year"] == year, row["answered"]))
    earlier = _report(conn, "id = :id", id=chosen["id"])
    later = _report(conn, f"{_AGENCY} AND report_year = :year", agency=agency, year=chosen["year"])
    assert earlier is not None
    years = tuple(dict.fromkeys(row["year"] for row in found))
    return Plan(agency, chosen["year"], years, earlier, later, tuple(_beside(conn, earlier, later)))


def _report(conn: sqlite3.Connection, where: str, **values: object) -> dict[str, Any] | None:
    sql = f"SELECT id, title, issuer, report_year, url, body FROM reports WHERE {where} ORDER BY replaced_by, id DESC"
    found = all_rows(conn, f"{sql} LIMIT 1", values)
    return {**found[0], "name": name(found[0])} if found else None


def _beside(
    conn: sqlite3.Connection, earlier: dict[str, Any], later: dict[str, Any] | None
) -> Iterator[tuple[Said, tuple[Outcome, ...]]]:
    planned = list(_planned(conn, earlier))[:MOST_SENTENCES]
    done = list(_sentences(conn, later, "figures", planned=False))[:MOST_SENTENCES] if later else []
    near = nearest([each.text for each in planned], [each.text for each in done])
    for each, likest in zip(planned, near, strict=True):
        same = [place for place, said in enumerate(done) if each.keys & said.keys]
        order = list(dict.fromkeys([*same, *likest]))[:NEAREST]
        yield (
            each,
            tuple(Outcome(done[place], shared(done[place].text, each.text), place in same) for place in order),
        )


def _planned(conn: sqlite3.Connection, report: dict[str, Any]) -> Iterator[Said]:
    """The sentences of the next-year part, and those elsewhere that state a target."""
    yield from _sentences(conn, report, "targets", planned=True)
    yield from (said for said in _sentences(conn, report, "targets", planned=False) if said.numbers)


def _sentences(conn: sqlite3.Connection, report: dict[str, Any], table: str, *, planned: bool) -> Iterator[Said]:
    """The sentences of a report's next-year part, or of all but that, with the table's numbers.

    The headings of a plan are not sentences of it; that a report has a section on something is an answer.
    """
    sections, numbers = (
        all_rows(conn, sql, {"report": report["id"]})
        for sql in (
            'SELECT start, "end", heading, kind, part FROM section_spans WHERE report = :report ORDER BY start, level',
            f"SELECT id, key, label, span, start FROM {table} WHERE report = :report",
        )
    )
    place = 0
    for number, line in enumerate(report["body"].split("\n"), 1):
        around = [_NOWHERE, *(each for each in sections if each["start"] <= place < each["end"])]
        plan = any(each["part"] == "next_year" for each in around)
        section = around[-1]
        head = section["kind"] == "line" and section["start"] == place
        if plan == planned and not (planned and head):
            yield from _of_line(number, line, place, str(section["heading"]), numbers)
        place += len(line) + 1


def _of_line(number: int, line: str, place: int, heading: str, numbers: Sequence[Mapping[str, Any]]) -> Iterator[Said]:
    for match in _SENTENCE.finditer(line):
        start, end = place + match.start(), place + match.end()
        if len(match[0].strip()) >= SHORTEST:
            yield Said(
                number, match[0].strip(), heading, tuple(each for each in numbers if start <= each["start"] < end)
            )


def nearest(planned: Sequence[str], done: Sequence[str]) -> list[list[int]]:
    """For each planned sentence, the places in ``done`` of those that speak of the same things, nearest first.

    Two sentences are as like as their likest clauses. These are compared by the cosine (0 to 1) over their pairs of
    neighbouring characters, each worth the more the fewer clauses hold it: what every such report says brings no two
    near.
    """
    asked, known = _clauses(planned), _clauses(done)
    worth = _worth([*asked, *known])
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, pairs) in enumerate(known):
        for pair in pairs:
            places[pair].append(place)
    sizes = [_size(pairs, worth) for _, pairs in known]
    found: list[dict[int, float]] = [{} for _ in planned]
    for number, pairs in asked:
        size = _size(pairs, worth)
        for place, common in _common(pairs, places, worth).items():
            sentence, likeness = known[place][0], common / size / sizes[place]
            if likeness >= LEAST:
                found[number][sentence] = max(likeness, found[number].get(sentence, 0))
    return [sorted(each, key=lambda place: (-each[place], place))[:NEAREST] for each in found]


def _clauses(sentences: Sequence[str]) -> list[tuple[int, set[str]]]:
    """The clauses of sentences worth comparing: the number of the sentence, and its pairs of characters."""
    return [
        (number, _pairs(clause))
        for number, text in enumerate(sentences)
        for clause in _CLAUSE.findall(text)
        if len(clause) >= SHORTEST - 2
    ]


def _worth(clauses: Sequence[tuple[int, set[str]]]) -> dict[str, float]:
    """What each pair of characters says about a clause."""
    held = Counter(pair for _, pairs in clauses for pair in pairs)
    return {pair: math.log(len(clauses) / count) ** 2 for pair, count in held.items()}


def _size(pairs: set[str], worth: Mapping[str, float]) -> float:
    return math.sqrt(sum(worth[pair] for pair in pairs)) or 1.0


def _common(pairs: set[str], places: Mapping[str, list[int]], worth: Mapping[str, float]) -> dict[int, float]:
    """The worth of what a clause has in common with the clauses at ``places``."""
    common: dict[int, float] = defaultdict(float)
    for pair in pairs:
        for place in places.get(pair, ()):
            common[place] += worth[pair]
    return common


def _pairs(text: str) -> set[str]:
    return {one + two for one, two in pairwise(_WORD.findall(text))}


def shared(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """``text`` in stretches, and whether each consists of pairs of characters that ``other`` has too."""
    known, inside = _pairs(other), [False] * len(text)
    for one, two in pairwise(_WORD.finditer(text)):
        if one[0] + two[0] in known and one.end() == two.start():
            inside[one.start() : two.end()] = [True] * (two.end() - one.start())
    pieces: list[tuple[str, bool]] = []
    for sign, marked in zip(text, inside, strict=True):
        if pieces and pieces[-1][1] == marked:
            pieces[-1] = (pieces[-1][0] + sign, marked)
        else:
            pieces.append((sign, marked))
    return tuple(pieces)
