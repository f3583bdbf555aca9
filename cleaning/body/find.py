"""The body of a page: competing candidates, judged by what their lines say."""

from __future__ import annotations

from collections.abc import Collection

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.body import boilerplate
from cleaning.body.candidates import Candidate, Weights, candidate, choose, confidence, weigh
from cleaning.body.containers import named
from cleaning.body.density import densest
from cleaning.body.extraction import Extraction, finish
from cleaning.body.fallback import below_title, from_byline, is_listing, to_closing, to_signature, trafilatura
from cleaning.page.lines import (
    COMMENTS,
    Stream,
    marked_text,
    shown,
    stream,
    strip_controls,
    without_regions,
)
from cleaning.page.pictures import leads_on
from cleaning.page.tree import Marks, parse

DOUBT = 0.75
PLENTY = 300
LABELS = 40
LEAST = 60
_DENSE = COMMENTS + 1


def find(
    tree: LexborHTMLParser, known: boilerplate.Boilerplate = boilerplate.NONE, titles: Collection[str] = ()
) -> Extraction:
    """The body of a page, empty where the page has none. ``titles`` are what the page says its title is, folded."""
    root = tree.body
    if root is None:
        return Extraction()
    marks = Marks()
    nodes = named(tree)
    hidden = marks.hide(tree)
    asking = marks.hide_questions(tree, titles)
    for number, (_, _, node) in enumerate(nodes):
        marks.around(node, number)
    text = marked_text(root)
    search = _Search(root, nodes, known, titles)
    found = search.find(shown(text) if hidden or asking else text, False)
    if hidden and not found.body():
        again = search.find(shown(text, True), True)
        if again.body():
            again.score = min(again.score, 0.5)
            found = again
    marks.remove()
    return found


def from_fragment(fragment: str, source: str, known: boilerplate.Boilerplate = boilerplate.NONE) -> Extraction:
    """The body in HTML that holds nothing else."""
    fragment = strip_controls(fragment)
    tree = parse(fragment if "<" in fragment else fragment.replace("\n", "<br>"))
    page = stream(marked_text(tree.body))
    sums = weigh(page.lines)
    best = candidate(sums, source, True, 0, len(page.lines), tree.body)
    return finish(page, sums, best, known)


class _Search:
    """The search for the body in one tree with marks."""

    def __init__(
        self,
        root: LexborNode,
        nodes: list[tuple[str, bool, LexborNode]],
        known: boilerplate.Boilerplate,
        titles: Collection[str],
    ) -> None:
        self.root, self.nodes, self.known, self.titles = root, nodes, known, titles

    def find(self, marked: str, everything: bool) -> Extraction:
        """The body in the marked text. ``everything`` tells that hidden elements count as well."""
        page = stream(marked)
        sums = weigh(page.lines)
        entries = [self._candidate(page, sums, number) for number in page.regions]
        best = choose(page, sums, entries)
        total = sums.prose[-1]
        if total >= LEAST and (
            best is None
            or (not best.exact and best.prose < 0.8 * total)
            or best.prose * (2 if best.prose < PLENTY else 6) + 80 < total
        ):
            dense = self._dense(everything)
            if dense is not None:
                page, sums, rival = dense
                best = self._rival(page, sums, best, rival)
        if best is None or (not best.exact and confidence(best, sums) < DOUBT):
            best = self._last_resort(page, sums, best, everything)
        if best is not None and not best.exact:
            best = to_signature(page, sums, to_closing(page, sums, from_byline(page, sums, best, self.titles)))
            if is_listing(page.lines[best.start : best.end]):
                best = None
        if best is None:
            return Extraction(page.lines, len(page.lines), len(page.lines), images=_images(entries))
        return finish(page, sums, best, self.known)

    def _candidate(self, page: Stream, sums: Weights, number: int) -> Candidate:
        start, end = page.regions[number]
        if number == COMMENTS:
            return candidate(sums, "content comments", True, start, end)
        source, exact, node = self.nodes[number]
        return candidate(sums, source, exact, start, end, node)

    def _dense(self, everything: bool) -> tuple[Stream, Weights, Candidate] | None:
        """The page's lines again, with the densest element marked."""
        element = densest(self.root, everything)
        if element is None:
            return None
        marks = Marks()
        marks.inside(element, _DENSE)
        page = stream(shown(marked_text(self.root), everything))
        marks.remove()
        if _DENSE not in page.regions:
            return None
        sums = weigh(page.lines)
        return page, sums, candidate(sums, "text density", False, *page.regions[_DENSE])

    def _rival(self, page: Stream, sums: Weights, best: Candidate | None, rival: Candidate) -> Candidate | None:
        """The named candidate or the densest element, whichever holds the article.

        An exact name gives way only to an element with far more running text and hardly any links: a page of teasers
        has more running text than a short article.
        """
        if rival.link > rival.plain or rival.prose < LEAST or rival.foot:
            return best
        if best is None:
            return rival
        again = next((n for n in page.regions if n < COMMENTS and self.nodes[n][2] is best.node), None)
        if again is not None:
            best = candidate(sums, best.source, best.exact, *page.regions[again], best.node)
        if best.exact:
            return rival if rival.prose > 2 * best.prose and rival.link * 4 <= rival.plain else best
        return rival if rival.prose > 1.1 * best.prose else best

    def _last_resort(self, page: Stream, sums: Weights, best: Candidate | None, everything: bool) -> Candidate | None:
        """What stands below the title, or what trafilatura reads, if that is more running text than the best so far."""
        below = below_title(page, sums, self.titles)
        if best is None or (below is not None and below.prose > best.prose and below.link < below.plain):
            best = below
        enough = best.prose * 1.1 if best else LEAST
        if sums.prose[-1] <= enough:
            return best
        other = trafilatura(without_regions(shown(self.root.html or "", everything)), page, sums)
        if other is not None and other.link < other.plain and other.prose > enough and not other.foot:
            return other
        return best


def _images(entries: list[Candidate]) -> int:
    """The images of the container that holds most, where it is no list of linked pictures."""
    shown = [e for e in entries if e.exact and not e.foot and e.link <= e.plain + LABELS]
    most = max(shown, key=lambda entry: entry.images, default=None)
    if most is None or most.node is None:
        return most.images if most else 0
    return sum(not leads_on(node) for node in most.node.css("img"))
