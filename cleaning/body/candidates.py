"""Candidate bodies of a page and the score that decides between them.

A candidate is a run of lines. It is weighed by its running text (lines with sentence punctuation, outside links,
that are not boilerplate), its link share, and whether the name of its container means an article.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from selectolax.lexbor import LexborNode

from cleaning.body import boilerplate, byline
from cleaning.page.lines import Line, Stream

SHORT = 200
ENOUGH = 40
CHANCE = 12  # characters of a line that stands in a text and its copy, not twice in a text
SENTENCE = re.compile(r"[。；！？;]|[，,].*[，,]|[:：]$")
_PROSE = re.compile(r"[。;!?]|,.*,|:$")  # the same in a folded line
# Each word begins with one plain character, so the search skips all others; ignoring case would try each one.
FOOT = re.compile(
    r"I[Cc][Pp][备证]|i[Cc][Pp][备证]|公网安备|标识码|版权所有|C[Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]|c[Oo][Pp][Yy][Rr][Ii][Gg][Hh][Tt]|主办单位|"
    r"主办[:：]|承办|举报电话|违法和不良信息|技术支持|网站地图|邮政编码|纠错"
)
_LABELLED_FOOT = re.compile(r"(?:邮政编码|主办单位|技术支持|举报电话|标识码):|ICP备|公网安备|版权所有", re.IGNORECASE)


@dataclass(slots=True)
class Candidate:
    """Lines ``start`` to ``end`` without those ``skipped``; the counts are characters.

    ``mixed`` says that its last box ("end"), or one within or beside it ("within"), may be of something else.
    """

    source: str
    exact: bool
    start: int
    end: int
    node: LexborNode | None = None
    plain: int = 0
    prose: int = 0
    link: int = 0
    foot: bool = False
    images: int = 0
    skipped: set[int] = field(default_factory=set)
    mixed: str = ""


@dataclass(slots=True)
class Weights:
    """Prefix sums over a page's lines, so that any run of lines is weighed in constant time."""

    plain: list[int]
    prose: list[int]
    link: list[int]
    foot: list[int]
    images: list[int]


def weigh(lines: list[Line]) -> Weights:
    """The sums for all lines of a page."""
    plains, proses, links, feet, images = [0], [0], [0], [0], [0]
    for line in lines:
        text = line.text
        ordinary, sentence, foot = _kind(line.folded) if len(text) < SHORT else (True, True, False)
        plain = len(text) - line.link if ordinary else 0
        plains.append(plain)
        proses.append(plain if plain > 8 and sentence else 0)
        links.append(line.link)
        feet.append(len(text) if foot else 0)
        images.append(line.images)
    return Weights(*(list(accumulate(counts)) for counts in (plains, proses, links, feet, images)))


@lru_cache(maxsize=8192)
def _kind(folded: str) -> tuple[bool, bool, bool]:
    """Whether a line is no boilerplate, has sentence punctuation, and names the site as footers do."""
    return (
        not boilerplate.is_whole(folded),
        bool(_PROSE.search(folded)),
        bool((_LABELLED_FOOT if "。" in folded else FOOT).search(folded)),
    )


def candidate(
    sums: Weights, source: str, exact: bool, start: int, end: int, node: LexborNode | None = None
) -> Candidate:
    """A weighed candidate."""
    found = Candidate(source, exact, start, end, node)
    found.plain = sums.plain[end] - sums.plain[start]
    found.prose = sums.prose[end] - sums.prose[start]
    found.link = sums.link[end] - sums.link[start]
    found.images = sums.images[end] - sums.images[start]
    foot = sums.foot[end] - sums.foot[start]
    found.foot = foot > 0 and found.prose + found.plain < 400 and foot * 3 > found.plain
    return found


def choose(page: Stream, sums: Weights, entries: list[Candidate]) -> Candidate | None:
    """The best of the named candidates, None if none can be an article."""
    usable = [entry for entry in entries if entry.plain and not entry.foot and entry.link <= entry.plain]
    exact = [entry for entry in usable if entry.exact]
    if not exact:
        return _choose_loose(page, sums, usable)
    best = max(exact, key=lambda entry: (entry.plain, entry.start - entry.end))
    best = _tighten(page, sums, best, exact)
    return _with_siblings(page, sums, best, exact)


def _choose_loose(page: Stream, sums: Weights, usable: list[Candidate]) -> Candidate | None:
    """The smallest of the candidates that hold nearly the most running text."""
    single = any(entry.prose < ENOUGH for entry in usable) and byline.only_place(page.lines) is not None
    loose = [entry for entry in usable if entry.prose >= ENOUGH or _has_byline(page.lines, sums, entry, single)]
    most = max((entry.prose for entry in loose), default=0)
    full = (entry for entry in loose if entry.prose >= 0.9 * most)
    return min(full, key=lambda entry: (entry.end - entry.start, -entry.start), default=None)


def _has_byline(lines: list[Line], sums: Weights, entry: Candidate, single: bool) -> bool:
    """True if the byline stands right above the candidate, or at its head with text below it.

    Then a few words are an article. A page whose byline is not the ``single`` one is a listing.
    """
    start = byline.below_byline(lines, entry.start, entry.end)
    if start == entry.start:
        return byline.stands_below(lines, start)
    text = candidate(sums, entry.source, False, start, entry.end)
    return single and text.prose > 0 and text.link <= text.plain and not text.foot


def _tighten(page: Stream, sums: Weights, best: Candidate, exact: list[Candidate]) -> Candidate:
    """An exact container inside the best one, if what lies between them is no text of the article."""
    for inner in sorted(exact, key=lambda entry: entry.end - entry.start):
        if inner.end - inner.start >= best.end - best.start:
            break
        if not (best.start <= inner.start and inner.end <= best.end) or inner.prose < 0.9 * best.prose:
            continue
        around = page.lines[best.start : inner.start] + page.lines[inner.end : best.end]
        if not any(_belongs(line) for line in around):
            return inner
    return best


def _belongs(line: Line) -> bool:
    """True for a line beside an editor that is part of the document: a sentence, a date, 此件公开发布."""
    text = line.text
    if not text or line.link * 2 > len(text) or boilerplate.is_outer(line):
        return False
    folded = line.folded
    return bool(
        SENTENCE.search(text) or boilerplate.SIGNED.match(folded) or folded.startswith(("(此件", "(本文", "附件"))
    )


def _with_siblings(page: Stream, sums: Weights, best: Candidate, exact: list[Candidate]) -> Candidate:
    """The best container together with those of the same kind that follow or precede it with nothing between."""
    start, end = best.start, best.end
    others = [entry for entry in exact if entry.source == best.source]
    text = {line.text for line in page.lines[start:end] if len(line.text) > CHANCE}
    for other in sorted(others, key=lambda entry: entry.start):
        if (other.start >= end or other.end <= start) and _is_sibling(page.lines, (start, end), other, text):
            start, end = min(start, other.start), max(end, other.end)
    if (start, end) == (best.start, best.end):
        return best
    return candidate(sums, best.source, True, start, end, best.node)


def _is_sibling(lines: list[Line], place: tuple[int, int], other: Candidate, text: AbstractSet[str]) -> bool:
    """Whether a container stands right beside the text at ``place`` and is no copy of it."""
    start, end = place
    fresh = [line for line in lines[other.start : other.end] if len(line.text) > CHANCE]
    if fresh and sum(line.text in text for line in fresh) * 2 > len(fresh):
        return False
    gap = lines[end : other.start] if other.start >= end else lines[other.end : start]
    return all(not line.text or (len(line.text) < 40 and boilerplate.is_outer(line)) for line in gap)


def confidence(best: Candidate, sums: Weights) -> float:
    """0 to 1: how sure it is that the candidate is the article, whole and alone."""
    share = best.prose / sums.prose[-1] if sums.prose[-1] else (1.0 if best.exact else 0.0)
    base = 0.6 if best.exact else 0.35
    mass = min(1.0, best.plain / 200) * (0.1 if best.exact else 0.25)
    links = best.link / (best.link + best.plain) if best.plain else 1.0
    return round(max(0.0, min(1.0, base + 0.3 * share + mass - 0.4 * links)), 3)
