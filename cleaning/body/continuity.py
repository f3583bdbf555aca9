"""Where a text goes on beyond the container that holds its beginning, or began before it.

A stray end tag closes the container early, an editor writes a second box: a browser shows the rest below all the same.
The text goes on while the numbering does (三、 after 二、), while a heading waits for its text, or while the closing
lines of the document, agency and date, are still to come. A text that has them already is whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaning.body import boilerplate, byline
from cleaning.body.candidates import CHANCE, SENTENCE, Candidate, Weights, candidate
from cleaning.page.lines import Line, Stream, characters_in, last_line
from cleaning.text.numbering import read_enumerator

CLOSING = 4  # lines in which the end of a document stands
PARTS = 6  # boxes over which a text goes on
BETWEEN = 12  # lines of menus and tools between two of them
HEADING = 60
_NOTE = re.compile(r"[\[［〔]\d{1,2}[\]］〕]|[①-⑳]")
_NAME = re.compile("[\u4e00-\u9fff]{4,30}")


def whole(page: Stream, sums: Weights, best: Candidate) -> Candidate:
    """The candidate with the lines around it that belong to the same text."""
    start, end = best.start, best.end
    for _ in range(PARTS):
        above = _above(page.lines, start)
        if above == start or not _leads_into(page.lines[above:start], page.lines[start:end]):
            break
        start = above
    skipped: set[int] = set()
    for _ in range(PARTS):
        first, last = _below(page.lines, end)
        near = first == end
        if first == last or not _goes_on(page.lines[start:end], page.lines[first:last], near):
            break
        skipped.update(range(end, first))
        end = last
    end = _with_notes(page.lines, start, end)
    if (start, end) == (best.start, best.end):
        return best
    found = candidate(sums, best.source, best.exact, start, end, best.node)
    found.skipped, found.mixed = skipped, best.mixed
    return found


def _with_notes(lines: Sequence[Line], start: int, end: int) -> int:
    """The end of a text with the notes below it: lines that open with a mark ([1], ①) which stands in the text."""
    while end < len(lines) and (mark := _NOTE.match(lines[end].text)):
        if not any(mark[0] in line.text for line in lines[start:end]):
            break
        end += 1
    return end


def is_closed(lines: Sequence[Line]) -> bool:
    """Whether a text has the closing lines of a document: a date with or without its agency, 特此报告."""
    last = [line for line in lines if line.text][-CLOSING:]
    return any(_signs(line) or line.folded.startswith(("特此报告", "(此件")) for line in last)


def _signs(line: Line) -> bool:
    """Whether a line is the date, with or without the agency, that closes a document."""
    return len(line.text) < HEADING and boilerplate.SIGNED.search(line.folded[-16:]) is not None


def stops(line: Line) -> bool:
    """Whether a line is none of a text: a menu's entry, a tool, a byline, the foot of the page."""
    return (
        boilerplate.is_outer(line)
        or boilerplate.opens_list(line)
        or byline.states(line)
        or boilerplate.leads_away(line)
    )


def _above(lines: Sequence[Line], start: int) -> int:
    """The first of the lines above that may be text."""
    at = start
    while at > 0 and not stops(lines[at - 1]):
        at -= 1
    return at


def _below(lines: Sequence[Line], end: int) -> tuple[int, int]:
    """The next lines that may be text: from the first after menus and tools to the next line that is none."""
    first = end
    while first < min(len(lines), end + BETWEEN) and stops(lines[first]):
        first += 1
    last = first
    while last < len(lines) and not stops(lines[last]):
        last += 1
        if _signs(lines[last - 1]):
            break
    while last < len(lines) and lines[last].folded.startswith(("(此件", "(联系", "附件")) and not stops(lines[last]):
        last += 1
    return first, last


def numbers(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Rank and value of the numbered lines."""
    markers = (line.marker or read_enumerator(line.text) for line in lines)
    return [(mark.rank, mark.ordinal) for mark in markers if mark is not None and mark.ordinal]


def follows(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the numbering of one text goes on in another: its first number of some rank is the next one."""
    last = dict(numbers(before))
    seen: set[int] = set()
    for rank, ordinal in numbers(after):
        if rank not in seen and last.get(rank, 0) and ordinal == last[rank] + 1:
            return True
        seen.add(rank)
    return False


def _leads_into(above: Sequence[Line], inside: Sequence[Line]) -> bool:
    """Whether the text began above: its first numbered line is not the first one, and the one before stands there."""
    first = next(iter(numbers(inside)), None)
    return first is not None and first[1] > 1 and follows(above, inside)


def goes_on(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the numbering of one text goes on anywhere in another."""
    last: dict[int, int] = dict(numbers(before))
    return any(last.get(rank, 0) and ordinal == last[rank] + 1 for rank, ordinal in numbers(after))


def _goes_on(inside: Sequence[Line], below: Sequence[Line], near: bool) -> bool:
    """Whether the text goes on in the lines ``below``; ``near`` if nothing stands between."""
    if last_line(inside) is None or is_closed(inside) or _is_copy(inside, below):
        return False
    if any(SENTENCE.search(line.text) for line in below):
        return follows(inside, below) or (near and _waits(inside, below))
    return is_closed(below) and (len(below) <= CLOSING if near else _is_signature(below))


def _is_signature(lines: Sequence[Line]) -> bool:
    """Whether lines are an agency's name and its date, which close a text also below a menu."""
    texts = [line.folded for line in lines if line.text]
    return len(texts) == 2 and _NAME.fullmatch(texts[0]) is not None and boilerplate.SIGNED.match(texts[1]) is not None


def _is_copy(inside: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a long line of a text stands below it once more, or most of what is below stands in the text."""
    known = {line.text for line in inside}
    repeated = [len(line.text) for line in below if line.text in known]
    return max(repeated, default=0) > CHANCE or 2 * sum(repeated) > characters_in(below)


def _waits(inside: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a text ends with a heading whose text is still to come, or has numbers and is closed below."""
    last = last_line(inside)
    if last is not None and len(last.text) < HEADING and last.marker is not None and not SENTENCE.search(last.text):
        return True
    return is_closed(below) and bool(numbers(inside))
