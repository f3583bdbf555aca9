"""What was found on a page: its lines and which of them are the body, with boilerplate taken off its edges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import eq

from selectolax.lexbor import LexborNode

from cleaning.body import boilerplate, byline
from cleaning.body.candidates import SENTENCE, Candidate, Weights
from cleaning.body.score import has_hole
from cleaning.body.score import score as score_of
from cleaning.page.lines import Line, Stream, characters_in, last_line
from cleaning.text.normalize import squeeze

MOST_LEARNED = 0.5
TABS = 6
NEAR = 3
MENU = 4  # links one below the other that are a menu
ENTRY = 14  # characters of one of its entries
TAB = 5  # characters of the name of a tab
LABEL = re.compile("[\u4e00-\u9fff]{1,3}")  # words below a picture that are no caption
LEAST_TWICE = 4  # lines that do not follow once more by chance
TWICE = 80  # and their characters


@dataclass(slots=True)
class Extraction:
    """A page's lines and which of them are the body."""

    lines: list[Line] = field(default_factory=list)
    start: int = 0
    end: int = 0
    drop: frozenset[int] = frozenset()
    source: str = "none"
    score: float = 0.0
    node: LexborNode | None = None
    images: int = 0
    outside: list[Line] = field(default_factory=list)

    def body(self) -> list[Line]:
        """The body's lines in order."""
        inside = enumerate(self.lines[self.start : self.end], self.start)
        return [line for i, line in inside if line.text and i not in self.drop]

    def text(self) -> str:
        """The body as one string."""
        return "\n".join(line.text for line in self.body())

    def before(self) -> list[Line]:
        """The lines above the body; all lines of the page when the body came from data."""
        return self.outside or self.lines[: self.start]

    def after(self) -> list[Line]:
        """The lines below the body."""
        return self.lines[self.end :]

    def beside(self) -> tuple[Line | None, list[Line]]:
        """The line right above the body, none where it came from data, and the two below it."""
        above = None if self.outside else last_line(self.lines[: self.start])
        return above, list(islice((line for line in self.after() if line.text), 2))

    def inside(self) -> list[Line]:
        """Boilerplate inside the body."""
        return [self.lines[i] for i in sorted(self.drop)]


def of_lines(page: Extraction, texts: Sequence[str], source: str, score: float) -> Extraction:
    """The page with another text in the place of its own."""
    before, after = page.before(), [] if page.outside else page.after()
    lines = [*before, *(Line(text) for text in texts), *after]
    end = len(before) + len(texts)
    return Extraction(lines, len(before), end, source=source, score=score, node=page.node, images=page.images)


def with_more(page: Extraction, more: Sequence[Line], score: float) -> Extraction:
    """The page with ``more`` lines, of the score given, at the end of its text.

    A part of an article begins and ends where its outline does not: the whole is as sure as its surer part, or doubted
    where its own outline has a hole.
    """
    lines = [*page.lines[: page.end], *more, *page.lines[page.end :]]
    whole = replace(page, lines=lines, end=page.end + len(more))
    whole.score = min(page.score, score) if has_hole(whole.body()) else max(page.score, score)
    return whole


def finish(page: Stream, sums: Weights, best: Candidate, known: boilerplate.Boilerplate) -> Extraction:
    """The candidate as the body, without boilerplate, bylines and copies of itself."""
    start, end = _edges(page.lines, best, known)
    drop = frozenset({*_foreign_lines(page.lines, start, end), *(at for at in best.skipped if start <= at < end)})
    found = Extraction(page.lines, start, end, drop, best.source, 0.0, best.node, best.images)
    beneath = next((line for line in page.lines[end : end + NEAR] if line.text), None)
    if best.mixed == "end" and any(line.text for line in page.lines[end : best.end]):
        best.mixed = ""
    found.score = score_of(sums, best, found.body(), beneath)
    return found


def _edges(lines: list[Line], best: Candidate, known: boilerplate.Boilerplate) -> tuple[int, int]:
    """Where the text of a candidate begins and ends."""
    end = _without_copy(lines, best.start, best.end)
    start, end = boilerplate.trim(lines, best.start, end, best.exact)
    below = byline.below_byline(lines, start, end)
    if below > start:
        start, end = boilerplate.trim(lines, below, end, best.exact)
    if known:
        inner = boilerplate.trim(lines, start, end, best.exact, known)
        gone = characters_in(lines[start : inner[0]]) + characters_in(lines[inner[1] : end])
        if gone <= MOST_LEARNED * characters_in(lines[start:end]):
            start, end = inner
    if not best.exact and start + 1 < end and _is_summary(lines[start].text, lines[start + 1].text):
        start += 1
    return start, end


def _foreign_lines(lines: list[Line], start: int, end: int) -> Iterator[int]:
    """The numbers of lines within a text that are none of it: links to other documents, tools, a menu."""
    menu: list[int] = []
    for at in range(start, end):
        line = lines[at]
        linked = line.is_link
        if _labels_picture(lines, at, start) or boilerplate.is_related(line) or (linked and boilerplate.is_outer(line)):
            yield at
        if linked and not boilerplate.is_cited(line) and len(line.text) < ENTRY:
            menu.append(at)
            continue
        if len(menu) >= MENU:
            yield from menu
        menu.clear()


def _labels_picture(lines: list[Line], at: int, start: int) -> bool:
    """Whether a line is a word or two beside or below a picture: too few for a caption."""
    if not LABEL.fullmatch(lines[at].text):
        return False
    return lines[at].images > 0 or (at > start and lines[at - 1].images > 0 and not lines[at - 1].text)


def _is_summary(line: str, below: str) -> bool:
    """True for the summary some systems put above an article: its first words once more."""
    return len(line) > 12 and len(below) > len(line) and below.startswith(line.rstrip("…. 。，"))


def _without_copy(lines: list[Line], start: int, end: int) -> int:
    """The end of the text if the same text stands twice in the region (a phone copy, an elder-friendly copy)."""
    long = [i for i in range(start, end) if len(lines[i].text) > 30]
    texts = [lines[i].text for i in long]
    half = texts.index(texts[0], 1) if len(texts) > 5 and texts.count(texts[0]) > 1 else 0
    if sum(map(eq, texts[:half], texts[half:])) < max(1, 0.9 * half) or len(set(texts[:half])) < 3:
        return _without_repetition(lines, start, end)
    return max(long[0] + 1, long[half] - (long[0] - start))


def _without_repetition(lines: list[Line], start: int, end: int) -> int:
    """The end of a text if its lines, or its last ones, follow once more."""
    filled = [i for i in range(start, end) if lines[i].text]
    texts = [lines[i].text for i in filled]
    last = texts[-1:]
    size = next((size for size in range(1, len(texts)) if texts[-size - 1 : -size] == last), 0)
    again = texts[len(texts) - size :]
    if size < LEAST_TWICE or again != texts[-2 * size : -size] or len(set(again)) < size:
        return end
    return filled[-size] if sum(map(len, again)) > TWICE else end


def _own_titles(found: Extraction, titles: list[str]) -> list[str]:
    """The titles that may stand in the text once more: where the title stands above it, none of another document."""
    if not titles or not any(line.folded == titles[0] for line in found.before()[-12:]):
        return titles
    return [title for title in titles if title in titles[0] or titles[0] in title]


def _below_tabs(found: Extraction, titles: list[str]) -> int:
    """Where the title stands if nothing but the names of tabs (正文, 解读) stand above it in the text."""
    for at in range(found.start, min(found.end, found.start + TABS)):
        text = found.lines[at].folded
        if len(text) > TAB and text in titles:
            return at
        if len(text) > TAB or SENTENCE.search(text):
            break
    return found.start


def without_title(found: Extraction, titles: list[str], known: boilerplate.Boilerplate) -> list[Line]:
    """The body's lines without the title and what stands between it and the text."""
    start = _below_titles(found, _own_titles(found, [squeeze(title) for title in titles if len(title) > 2]))
    if start != found.start:
        start, _ = boilerplate.trim(found.lines, start, found.end, True, known)
    found.start = start
    return found.body()


def _below_titles(found: Extraction, titles: list[str]) -> int:
    """Where the text begins below the titles that stand in it, each on one line or on several."""
    start, at = found.start, _below_tabs(found, titles)
    built = ""
    while at < min(found.end, found.start + 6):
        text = found.lines[at].folded
        built += text
        if text and any(title in (built, text) for title in titles):
            start, built = at + 1, ""
        elif not text or not any(title.startswith(built) for title in titles):
            break
        at += 1
    return start
