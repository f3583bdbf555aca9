"""How sure it is that what was found is the article, whole and alone: from the page itself, 0 to 1.

Each sign of doubt takes its part off what the kind of the find is worth: as much running text elsewhere on the page, an
outline with a hole, a heading at the end, the same paragraphs twice, links and boilerplate within the text.
The weights were set on whole texts and on texts with parts missing or foreign parts (``python -m tests.damage
--scores``): below 0.5 the record is flagged ``low_confidence``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaning.body import boilerplate
from cleaning.body.candidates import Candidate, Weights
from cleaning.page.lines import Line, characters_in, last_line
from cleaning.text.numbering import BRACKETED, CHINESE, read_enumerator

EXACT, FOUND = 1.0, 0.9
DOUBT = 0.45  # what is left of the score by each sign of doubt
HALF, MOST = 0.5, 0.8  # of its own running text and that of its rival
FURNITURE = 100  # characters: a notice or two that any page may bear
LONG = 30  # characters of a paragraph that does not stand in a text twice by chance
TWICE, OUTER = 3, 3
TWICE_SHARE = 0.2
LINKS = 0.3


def score(sums: Weights, best: Candidate, body: Sequence[Line], below: Line | None) -> float:
    """The score of a body; ``below`` is the line that follows it on the page."""
    rival = _rival(sums, best)
    share = best.prose / (best.prose + rival) if rival > FURNITURE else 1.0
    worth = EXACT if best.exact else FOUND
    worth *= DOUBT if share < HALF else 0.8 if share < MOST else 1.0
    worth *= DOUBT ** (sum(_signs(body, below)) + bool(best.mixed))
    mass = min(1.0, best.plain / 200)
    return round(worth * (0.9 + 0.1 * mass), 3)


def _rival(sums: Weights, best: Candidate) -> int:
    """The most running text that stands elsewhere without a link within: teasers between links are none."""
    most = run = 0
    for at in range(len(sums.prose) - 1):
        prose = sums.prose[at + 1] - sums.prose[at]
        if best.start <= at < best.end or (not prose and sums.link[at + 1] > sums.link[at]):
            run = 0
        run += 0 if best.start <= at < best.end else prose
        most = max(most, run)
    return most


def _signs(body: Sequence[Line], below: Line | None) -> Iterator[bool]:
    """Whether each of the signs of a text that is not whole, or not alone, is there."""
    size = characters_in(body)
    yield has_hole(body) or _goes_on(body, below)
    yield _ends_open(body)
    yield _repeats(body, size)
    yield sum(len(line.text) < LONG and boilerplate.is_outer(line) for line in body) >= OUTER
    yield sum(line.link for line in body) > LINKS * size


def _repeats(body: Sequence[Line], size: int) -> bool:
    """Whether a large part of a text stands in it twice."""
    long = [line.text for line in body if len(line.text) >= LONG]
    once = set(long)
    return len(long) - len(once) >= TWICE and sum(map(len, long)) - sum(map(len, once)) > TWICE_SHARE * size


def has_hole(lines: Sequence[Line]) -> bool:
    """Whether an outline misses a number: 三、 where 二、 should stand, or begins with one that is not the first."""
    last = {CHINESE: 0, BRACKETED: 0}
    for line in lines:
        mark = line.marker
        if mark is None or mark.rank not in last or not mark.ordinal:
            continue
        if mark.ordinal > last[mark.rank] + 1:
            return True
        last[mark.rank] = mark.ordinal
        if mark.rank == CHINESE:
            last[BRACKETED] = 0
    return False


def _goes_on(body: Sequence[Line], below: Line | None) -> bool:
    """Whether the line of running text below the body has the number that comes next."""
    mark = (below.marker or read_enumerator(below.text)) if below is not None else None
    if mark is None:
        return False
    marks = (line.marker or read_enumerator(line.text) for line in reversed(body))
    last = next((each.ordinal for each in marks if each is not None and each.rank == mark.rank), None)
    return last is not None and mark.ordinal == last + 1


def _ends_open(body: Sequence[Line]) -> bool:
    """Whether a text ends with a heading below which nothing stands, or with a colon."""
    last = last_line(body)
    if last is None or len(body) < 2:
        return False
    mark = last.marker
    heading = mark is not None and mark.rank <= BRACKETED and not any(sign in last.folded for sign in "。;,")
    return heading or (last.folded.endswith(":") and len(body) > 4)
