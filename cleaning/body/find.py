"""The body of a page: competing candidates, judged by what their lines say."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.body import boilerplate, boxes, continuity
from cleaning.body.candidates import Candidate, Weights, candidate, choose, confidence, weigh
from cleaning.body.containers import named
from cleaning.body.extraction import Extraction, finish
from cleaning.body.fallback import below_title, from_byline, is_listing, thickest, to_closing, to_signature, trafilatura
from cleaning.body.pictures import leads_on
from cleaning.page import decode, dom, embedded, visible
from cleaning.page.lines import Stream, characters_in
from cleaning.page.tree import parse, questions, scripts

DOUBT = 0.75
SURE = 0.5  # the score of a text beside which data is not searched for one
PLENTY = 300
LABELS = 40
LEAST = 60
HIDDEN = 2
SENTENCES = 30
Named = list[tuple[str, bool, LexborNode]]
Boxes = list[tuple[int, int]]


def find(
    tree: LexborHTMLParser, known: boilerplate.Boilerplate = boilerplate.NONE, titles: Collection[str] = ()
) -> Extraction:
    """The body of a page, empty where the page has none. ``titles`` are what the page says its title is, folded."""
    root = tree.body
    if root is None:
        return Extraction()
    nodes = named(tree)
    regions = {node.mem_id: number for number, (_, _, node) in enumerate(nodes)}
    unseen = _unseen(tree) | questions(tree, titles)
    whole = dom.read_lines(root, regions, unseen)

    def boxed(shown: bool) -> Boxes:
        page = dom.read_boxes(root, regions, unseen)
        return (page.without(page.hidden) if shown else page).boxes

    found = _find(whole.without(whole.hidden), partial(boxed, True), root, nodes, titles, known)
    if unseen and (not found.body() or _hides_more(whole, nodes, found)):
        again = _find(whole, partial(boxed, False), root, nodes, titles, known)
        if again.body():
            again.score = min(again.score, 0.5)
            found = again
    return found


def _unseen(tree: LexborHTMLParser) -> set[int]:
    """The hidden elements, without those that hold text which a script or a click shows."""
    hidden = visible.hidden(tree)
    texts = {number: node.text() for number, node in hidden.items()}
    telling = {number for number, text in texts.items() if len(text) >= SENTENCES and "。" in text}
    if not telling:
        return set(hidden)
    return hidden.keys() - (visible.revealed(tree) & telling) - {each for each in telling if _goes_on(hidden[each])}


def _goes_on(node: LexborNode) -> bool:
    """Whether an element carries on the numbering of the one of its kind before it: a page that a script turns to."""
    before = node.prev
    while before is not None and before.tag in {"-text", "-comment"}:
        before = before.prev
    if before is None or before.tag != node.tag or before.attributes.get("class") != node.attributes.get("class"):
        return False
    return continuity.follows(dom.read_lines(before).lines, dom.read_lines(node).lines)


def _hides_more(page: Stream, nodes: Named, found: Extraction) -> bool:
    """Whether a hidden container of an exact name holds far more text than what was found: a script shows it."""
    size = HIDDEN * characters_in(found.body()) + LEAST
    for number, (start, end) in page.regions.items():
        if number != dom.COMMENTS and nodes[number][1] and all(at in page.hidden for at in range(start, end)):
            lines = page.lines[start:end]
            if sum(line.plain for line in lines if "。" in line.text) > size:
                return True
    return False


def article_in_data(
    page: decode.Decoded, tree: LexborHTMLParser, found: Extraction, bare: bool
) -> embedded.Embedded | None:
    """The article that a page has as data or holds for a script, beside a text that is ``bare`` or not sure."""
    data = None
    if bare or found.score < SURE or embedded.likely(page):
        data = embedded.find(page.text, scripts(tree))
    return embedded.held(tree) if data is None and bare else data


def with_data(found: Extraction, data: embedded.Embedded, known: boilerplate.Boilerplate) -> Extraction:
    """The longer of the text found on the page and that of its data."""
    fragment = decode.without_controls(data.html)
    tree = parse(fragment if "<" in fragment else fragment.replace("\n", "<br>"))
    page = dom.read_lines(tree.body)
    sums = weigh(page.lines)
    inner = finish(page, sums, candidate(sums, data.source, True, 0, len(page.lines), tree.body), known)
    if not data.whole_page and len(inner.text()) <= len(found.text()):
        return found
    inner.outside = found.lines
    return inner


def from_plain(tree: LexborHTMLParser, known: boilerplate.Boilerplate = boilerplate.NONE) -> Extraction:
    """The body of a text without markup: all of it but what stands around articles on pages."""
    page = dom.read_lines(tree.body)
    sums = weigh(page.lines)
    return finish(page, sums, candidate(sums, "plain text", True, 0, len(page.lines)), known)


def _find(
    page: Stream,
    boxed: Callable[[], Boxes],
    root: LexborNode,
    nodes: Named,
    titles: Collection[str],
    known: boilerplate.Boilerplate,
) -> Extraction:
    """The body among the lines of a page: the best container of a known name, else what the page's text says.

    ``boxed`` gives the ranges of the page's elements, for which its tree is walked once more.
    """
    sums = weigh(page.lines)
    entries = [_entry(page, sums, nodes, number) for number in page.regions]
    best = choose(page, sums, entries)
    if best is None or (not best.exact and confidence(best, sums) < DOUBT) or _is_little(best, sums):
        best = _last_resort(page, sums, best, root, titles)
    if best is not None and best.exact:
        best.mixed = boxes.holds_apart(best)
    if best is not None and not best.exact:
        best = boxes.within(page, sums, from_byline(page, sums, best, titles), boxed())
        best = to_signature(page, sums, to_closing(page, sums, best))
        if is_listing(page.lines[best.start : best.end]):
            best = None
    if best is None:
        return Extraction(page.lines, len(page.lines), len(page.lines), images=_images(entries))
    return finish(page, sums, continuity.whole(page, sums, best), known)


def _entry(page: Stream, sums: Weights, nodes: Named, number: int) -> Candidate:
    """The candidate that a region of the page is."""
    start, end = page.regions[number]
    if number == dom.COMMENTS:
        return candidate(sums, "content comments", True, start, end)
    source, exact, node = nodes[number]
    return candidate(sums, source, exact, start, end, node)


def _is_little(best: Candidate, sums: Weights) -> bool:
    """Whether far more running text stands elsewhere than in the container of that name."""
    return best.prose * (2 if best.prose < PLENTY else 6) + 80 < sums.prose[-1]


def _last_resort(
    page: Stream, sums: Weights, best: Candidate | None, root: LexborNode, titles: Collection[str]
) -> Candidate | None:
    """What stands below the title, or what trafilatura reads, if that is more running text than the best so far.

    An exact name gives way only to far more running text with almost no links: a page of teasers has more running
    text than a short article.
    """
    links = 4 if best and best.exact else 1
    below = below_title(page, sums, titles)
    if below is not None and (best is None or _is_more(below, _enough(best), links)):
        best = below
    least = max(LEAST, _enough(best))
    if sums.prose[-1] <= least:
        return best
    other = trafilatura(root, page, sums)
    return other if other is not None and _is_more(other, least, links) else best or thickest(page, sums)


def _is_more(other: Candidate, least: float, links: int) -> bool:
    """Whether a candidate has more running text than ``least``, and ``links`` times more text than links."""
    return other.prose > least and other.link * links < other.plain


def _enough(best: Candidate | None) -> float:
    """The running text that another candidate must have more of."""
    return (2.0 if best.exact else 1.1) * best.prose if best is not None else 0.0


def _images(entries: list[Candidate]) -> int:
    """The images of the container that holds most, where it is no list of linked pictures."""
    shown = [e for e in entries if e.exact and not e.foot and e.link <= e.plain + LABELS]
    most = max(shown, key=lambda entry: entry.images, default=None)
    if most is None or most.node is None:
        return most.images if most else 0
    return sum(not leads_on(node) for node in most.node.css("img"))
