"""The body of a page: competing candidates, judged by what their lines say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning import furniture, infoline
from cleaning.candidates import Candidate, Weights, candidate, choose, confidence, weigh
from cleaning.containers import named
from cleaning.density import densest
from cleaning.fallback import below_title, from_info_line, to_closing, to_signature, trafilatura
from cleaning.lines import (
    HIDE,
    HIDE_END,
    Line,
    Stream,
    mark,
    stream,
    strip_controls,
    without_hidden,
    without_references,
)

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COMMENT_STARTS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*begin|ZJEG_RSS\.content\.begin|enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?开始|"
    r"content[ _-]?(?:start|begin))\s*-->|<meta name=\"ContentStart\"[^>]*>",
    re.IGNORECASE,
)
_COMMENT_STOPS = re.compile(
    r"<!--\s*(?:<\$\[信息内容\]>\s*end|ZJEG_RSS\.content\.end|/enpcontent|(?:文章|文档|信息)?(?:正文|内容)(?:内容)?结束|"
    r"content[ _-]?(?:end|stop))\s*-->|<meta name=\"ContentEnd\"[^>]*>",
    re.IGNORECASE,
)
_UNKNOWN_TAG = re.compile(r"<(?=[A-Za-z][A-Za-z0-9]{0,20}[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])")
DOUBT = 0.75
PLENTY = 300
MOST_LEARNED = 0.5
MANY_TAGS = 20_000
LARGE = 60_000
_ENDLESS_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
DEEPEST = 2_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|a|table|section|center|blockquote|ul|ol|dl|form|big|small|sub|sup)\b",
    re.IGNORECASE,
)
_COMMENTS = 100_000
_DENSE = 100_001


@dataclass(slots=True)
class Found:
    """A page's lines and which of them are the body."""

    lines: list[Line] = field(default_factory=list)
    start: int = 0
    end: int = 0
    drop: frozenset[int] = frozenset()
    source: str = "none"
    score: float = 0.0
    node: LexborNode | None = None
    images: int = 0
    links: int = 0
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

    def inside(self) -> list[Line]:
        """Furniture inside the body."""
        return [self.lines[i] for i in sorted(self.drop)]


def parse(text: str) -> LexborHTMLParser:
    """The page's tree, as a browser would build it; titles in ASCII angle brackets stay text.

    ``text`` is free of control characters, as ``decode`` gives it.
    """
    text = _UNKNOWN_TAG.sub("&lt;", without_references(text))
    if len(text) > LARGE:
        text = _ENDLESS_TAG.sub(_without_attributes, text)
    if text.count("<") > MANY_TAGS:
        text = _shallow(text)
    return LexborHTMLParser(text)


def _without_attributes(match: re.Match[str]) -> str:
    """A tag with thousands of attributes, without them: the parser compares each with all others."""
    tag = match[0]
    return tag if tag.count("=") < 1000 else tag.split(None, 1)[0]


def scripts(tree: LexborHTMLParser) -> Iterator[str]:
    """The texts of the page's inline scripts."""
    return (node.text() for node in tree.css("script:not([src])")[:2000])


def _shallow(text: str) -> str:
    """The page without elements nested deeper than any page needs: building a tree costs depth times elements."""
    depth, at, pieces = 0, 0, []
    for match in _NESTING.finditer(text):
        if match[1]:
            depth = max(0, depth - 1)
            continue
        depth += 1
        if depth > DEEPEST:
            depth = DEEPEST
            pieces.append(text[at : match.start()])
            at = text.find(">", match.start()) + 1 or len(text)
    return "".join([*pieces, text[at:]]) if pieces else text


def find(tree: LexborHTMLParser, known: furniture.Furniture = furniture.NONE, titles: Collection[str] = ()) -> Found:
    """The body of a page, empty where the page has none. ``titles`` are what the page says its title is, folded."""
    if tree.body is None:
        return Found()
    nodes = named(tree.body.html or "", tree)
    hidden = _mark_hidden(tree)
    for number, (_, _, node) in enumerate(nodes):
        before, after = mark(number)
        node.insert_before(before)
        node.insert_after(after)
    html = _mark_comments(tree.body.html or "")
    found = _find(without_hidden(html) if hidden else html, nodes, known, titles)
    if hidden and not found.body():
        shown = _find(html.replace(HIDE, "").replace(HIDE_END, ""), nodes, known, titles)
        if shown.body():
            shown.score = min(shown.score, 0.5)
            return shown
    return found


def from_fragment(fragment: str, source: str, known: furniture.Furniture = furniture.NONE) -> Found:
    """The body in HTML that holds nothing else."""
    fragment = strip_controls(fragment)
    tree = parse(fragment if "<" in fragment else fragment.replace("\n", "<br>"))
    page = stream(tree.body.html or "" if tree.body else "")
    sums = weigh(page.lines)
    best = candidate(sums, source, True, 0, len(page.lines), tree.body)
    return _finish(page, sums, best, known)


def _find(
    html: str, nodes: list[tuple[str, bool, LexborNode]], known: furniture.Furniture, titles: Collection[str]
) -> Found:
    page = stream(html)
    sums = weigh(page.lines)
    entries = [_candidate(page, sums, nodes, number) for number in page.regions]
    best = choose(page, sums, entries)
    total = sums.prose[-1]
    if (
        best is None
        or (not best.exact and best.prose < 0.8 * total)
        or best.prose * (2 if best.prose < PLENTY else 6) + 80 < total
    ):
        dense = _dense(html)
        if dense is not None:
            page, sums, rival = dense
            best = _rival(page, sums, nodes, best, rival)
    if best is None or (not best.exact and confidence(best, sums) < DOUBT):
        best = _last_resort(html, page, sums, best, titles)
    if best is not None and not best.exact:
        best = to_signature(page, sums, to_closing(page, sums, from_info_line(page, sums, best)))
    if best is None:
        return Found(page.lines, len(page.lines), len(page.lines), images=_images(entries))
    return _finish(page, sums, best, known)


def _last_resort(
    html: str, page: Stream, sums: Weights, best: Candidate | None, titles: Collection[str]
) -> Candidate | None:
    """What stands below the title, or what trafilatura reads, if that is more running text than the best so far."""
    below = below_title(page, sums, titles)
    if best is None or (below is not None and below.prose > best.prose and below.link < below.plain):
        best = below
    if best is None and sums.prose[-1] < 60:
        return None
    other = trafilatura(html, page, sums)
    if (
        other is not None
        and other.link < other.plain
        and other.prose > (best.prose * 1.1 if best else 60)
        and not other.foot
    ):
        return other
    return best


def _candidate(page: Stream, sums: Weights, nodes: list[tuple[str, bool, LexborNode]], number: int) -> Candidate:
    start, end = page.regions[number]
    if number == _COMMENTS:
        return candidate(sums, "content comments", True, start, end)
    source, exact, node = nodes[number]
    return candidate(sums, source, exact, start, end, node)


def _dense(html: str) -> tuple[Stream, Weights, Candidate] | None:
    """The page's lines again, with the densest element marked."""
    element = densest(html)
    if element is None:
        return None
    before, after = mark(_DENSE)
    html = html[: element.start] + before + html[element.start : element.end] + after + html[element.end :]
    page = stream(html)
    if _DENSE not in page.regions:
        return None
    sums = weigh(page.lines)
    return page, sums, candidate(sums, "text density", False, *page.regions[_DENSE])


def _rival(
    page: Stream, sums: Weights, nodes: list[tuple[str, bool, LexborNode]], best: Candidate | None, rival: Candidate
) -> Candidate | None:
    """The named candidate or the densest element, whichever holds the article."""
    if rival.link > rival.plain or rival.prose < 60 or rival.foot:
        return best
    if best is None:
        return rival
    again = next((n for n in page.regions if n < _COMMENTS and nodes[n][2] is best.node), None)
    if again is not None:
        best = candidate(sums, best.source, best.exact, *page.regions[again], best.node)
    return rival if rival.prose > best.prose * (2 if best.exact else 1.1) else best


def _mark_hidden(tree: LexborHTMLParser) -> bool:
    """Mark what a reader cannot see, such as a phone copy of the article; True if there is any."""
    hidden = False
    for node in tree.css('[style*="none" i], [style*="hidden" i]'):
        if node.tag not in {"body", "html"} and _HIDDEN.search(node.attributes.get("style") or ""):
            node.insert_before(HIDE)
            node.insert_after(HIDE_END)
            hidden = True
    return hidden


def _mark_comments(html: str) -> str:
    """The region between comments that enclose the content, marked."""
    start = _COMMENT_STARTS.search(html) if "<!--" in html or "ContentStart" in html else None
    stop = _COMMENT_STOPS.search(html, start.end()) if start else None
    if not start or not stop:
        return html
    before, after = mark(_COMMENTS)
    return html[: start.start()] + before + html[start.end() : stop.start()] + after + html[stop.end() :]


def _images(entries: list[Candidate]) -> int:
    return max((entry.images for entry in entries if entry.exact and not entry.foot), default=0)


def _finish(page: Stream, sums: Weights, best: Candidate, known: furniture.Furniture) -> Found:
    lines = page.lines
    end = _without_copy(lines, best.start, best.end)
    start, end = furniture.trim(lines, best.start, end, best.exact)
    below = infoline.below_info_line(lines, start, end)
    if below > start:
        start, end = furniture.trim(lines, below, end, best.exact)
    if known:
        inner = furniture.trim(lines, start, end, best.exact, known)
        gone = sum(len(line.text) for line in [*lines[start : inner[0]], *lines[inner[1] : end]])
        if gone <= MOST_LEARNED * sum(len(line.text) for line in lines[start:end]):
            start, end = inner
    if not best.exact and start + 1 < end and _is_summary(lines[start].text, lines[start + 1].text):
        start += 1
    drop = frozenset(i for i in range(start, end) if furniture.is_related(lines[i]))
    return Found(lines, start, end, drop, best.source, confidence(best, sums), best.node, best.images, best.link)


def _is_summary(line: str, below: str) -> bool:
    """True for the summary some systems put above an article: its first words once more."""
    return len(line) > 12 and len(below) > len(line) and below.startswith(line.rstrip("…. 。，"))


def _without_copy(lines: list[Line], start: int, end: int) -> int:
    """The end of the text if the same text stands twice in the region (a phone copy, an elder-friendly copy)."""
    long = [i for i in range(start, end) if len(lines[i].text) > 30]
    if len(long) < 6:
        return _without_repetition(lines, start, end)
    first = lines[long[0]].text
    second = next((i for i in long[1:] if lines[i].text == first), None)
    if second is None:
        return end
    copy = [lines[i].text for i in long if i >= second]
    original = [lines[i].text for i in long if i < second]
    same = sum(a == b for a, b in zip(original, copy, strict=False))
    if same < 0.9 * len(original) or len(set(original)) < 3:
        return end
    lead = long[0] - start
    return max(long[0] + 1, second - lead)


def _without_repetition(lines: list[Line], start: int, end: int) -> int:
    """The end of a short text if all its lines follow once more."""
    filled = [i for i in range(start, end) if lines[i].text]
    half = len(filled) // 2
    if len(filled) % 2 or half < 4:
        return end
    texts = [lines[i].text for i in filled]
    again = texts[:half] == texts[half:] and len(set(texts)) == half and sum(map(len, texts)) > 80
    return filled[half] if again else end


def without_title(found: Found, titles: list[str], known: furniture.Furniture) -> list[Line]:
    """The body's lines without the title and what stands between it and the text."""
    folded = [furniture.fold(title) for title in titles if len(title) > 2]
    start, at = found.start, found.start
    built = ""
    while at < min(found.end, found.start + 6):
        text = furniture.fold(found.lines[at].text)
        built += text
        if text and any(title in (built, text) for title in folded):
            start, built = at + 1, ""
        elif not text or not any(title.startswith(built) for title in folded):
            break
        at += 1
    if start != found.start:
        start, _ = furniture.trim(found.lines, start, found.end, True, known)
    found.start = start
    return found.body()
