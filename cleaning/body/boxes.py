"""Where the boxes of a page end a text whose container nobody has named: neighbours, link lists, forms below it.

A text found by its byline or by its running text may run on into what stands beside it in boxes of its own. A box that
opens with a few words or a link is none of a text that is closed already, or whose numbering is not carried on there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from cleaning.body import boilerplate, continuity, edges
from cleaning.body.candidates import ENOUGH, Candidate, Weights, candidate
from cleaning.page import dom
from cleaning.page.lines import Line, Stream, characters_in

NEAR = 16  # lines in which a text above is closed
TRIES = 24  # boxes of a page that may be a neighbour
TOOLS = 6  # lines of tools above a text
MOST = 0.85  # of the running text, in the box of a text
SMALL = 3  # times that a text holds more than a box at its end which may be of something else
PARAGRAPHS = 3  # of a text that are children of its container
BOXES = frozenset(["div", "section", "aside"])
NUMBERED = 2  # numbered lines from which a text has an outline
Range = tuple[int, int]


def within(page: Stream, sums: Weights, best: Candidate, boxes: Iterable[Range]) -> Candidate:
    """The candidate up to the first box within it that is none of its text."""
    lines, places = page.lines, sorted(boxes)
    first = next((at for at in range(best.start, best.end) if not continuity.stops(lines[at])), best.end)
    start, end, mixed = _own(lines, sums, (first, best.end), places)
    if (start, end) != (first, best.end):
        first, best = start, candidate(sums, best.source, best.exact, start, end, best.node)
    best.mixed = "within" if mixed else ""
    inner = ((start, end) for start, end in places if first < start < best.end and _opens_apart(lines, start))
    for start, end in islice(inner, TRIES):
        closed = continuity.is_closed(lines[max(first, start - NEAR) : start])
        prose = sums.prose[end] - sums.prose[start]
        weighs = closed or prose >= ENOUGH or (prose > 0 and end == best.end)
        lists = boilerplate.opens_list(lines[start])
        if not weighs or sums.prose[start] - sums.prose[first] < ENOUGH:
            continue
        above, below = lines[first:start], lines[start : best.end]
        if (lists or closed or _numbers_its_parts(above)) and not continuity.goes_on(above, below):
            return candidate(sums, best.source, best.exact, best.start, start, best.node)
        if end == best.end and not any(map(edges.is_heading, above)):
            best.mixed = best.mixed or "end"
    if _floats(lines, first, best, places):
        best.mixed = "within"
    return best


def _floats(lines: list[Line], first: int, best: Candidate, places: Iterable[Range]) -> bool:
    """Whether one box within a text opens with a heading without a number, and nothing else of the text does."""
    inner = [
        box for box in places if first < box[0] and box[1] < best.end and _is_apart(lines[slice(*box)], best.plain)
    ]
    if not inner:
        return False
    start, end = max(inner, key=lambda box: box[1] - box[0])
    return not any(map(edges.is_heading, (*lines[first:start], *lines[end : best.end])))


def _own(lines: list[Line], sums: Weights, place: Range, places: Iterable[Range]) -> tuple[int, int, bool]:
    """The place of a text in a box of its own without a few words beside that box which no document opens or closes
    with: tools, names of tabs, questions to the reader. And whether sentences stand beside the box which may be of
    something else."""
    first, last = place
    prose = (sums.prose[last] - sums.prose[first]) * MOST
    holding = [
        (start, end)
        for start, end in ((max(first, start), end) for start, end in places if end <= last)
        if first <= start < end and sums.prose[end] - sums.prose[start] > prose
    ]
    start, end = min(holding, key=lambda box: box[1] - box[0], default=place)
    above, box = lines[first:start], lines[start:end]
    spoken = [line for line in above if not _is_notice(line, closed=False)]
    if len(above) > TOOLS or any(map(edges.speaks, spoken)) or (spoken and all(map(edges.opens, spoken))):
        start = first
    kept = _closing(lines[end:last], continuity.is_closed(box))
    beside = [*(above if start == first else []), *lines[end : end + kept]]
    return start, end + kept, any(map(edges.is_sentence, beside))


def _closing(below: list[Line], closed: bool) -> int:
    """How many of the lines below the box of a text are its own, up to the last sentence, row, date or note.

    An agency without a date is the foot of the page there, a link to a file its list of files, and below a text that is
    ``closed`` already a sentence its notice to visitors.
    """
    kept = 0
    for at, line in enumerate(below, 1):
        apart = (line.link and boilerplate.names_file(line)) or _is_notice(line, closed and not kept)
        if edges.ends(line) and not apart:
            kept = at
        elif line.text and not kept and (apart or not edges.closes(line)):
            break
    return kept


def _is_notice(line: Line, closed: bool) -> bool:
    """Whether a sentence beside the box of a text, which may be ``closed``, speaks to the visitors of the page."""
    return edges.is_sentence(line) and (closed or boilerplate.speaks_of_site(line))


def _opens_apart(lines: list[Line], at: int) -> bool:
    """Whether a line may open a box of something else than the text: an agency may unless its date follows."""
    line = lines[at]
    named = boilerplate.closes(line) and not edges.ends(line)
    dated = named and at + 1 < len(lines) and boilerplate.SIGNED.search(lines[at + 1].folded[-16:]) is not None
    return boilerplate.leads_away(line) or edges.is_heading(line) or (named and not dated)


def _numbers_its_parts(lines: list[Line]) -> bool:
    """Whether a text has numbered lines and no heading without a number."""
    return len(continuity.numbers(lines)) >= NUMBERED and not any(map(edges.is_heading, lines))


def holds_apart(best: Candidate) -> str:
    """Where a container of paragraphs holds a small box, in which something else than its text may stand."""
    children = [child for child in best.node.iter() if child.tag != "br"] if best.node is not None else []
    if sum(child.tag == "p" for child in children) < PARAGRAPHS:
        return ""
    *inner, last = [dom.read_lines(child).lines if child.tag in BOXES else [] for child in children[1:]]
    if any(_is_apart(box, best.plain) for box in inner):
        return "within"
    return "end" if _is_apart(last, best.plain) or _ends_apart(last, best.plain) else ""


def _is_apart(box: list[Line], size: int) -> bool:
    """Whether a box within a text of that size is small and opens with a heading that has no number."""
    lines = [line for line in box if line.text]
    small = len(lines) > 1 and SMALL * characters_in(lines) < size
    return small and edges.is_heading(lines[0]) and not any("\t" in line.text for line in lines)


def _ends_apart(box: list[Line], size: int) -> bool:
    """Whether a small box at the end of a text of that size has sentences and closes no document."""
    lines = [line for line in box if line.text]
    if SMALL * characters_in(lines) > size or continuity.is_closed(lines):
        return False
    anew = any(ordinal == 1 for _, ordinal in continuity.numbers(lines)[:1])
    return anew or any(map(edges.is_sentence, lines))
