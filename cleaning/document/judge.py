"""What a page proves by itself: that it is a report, another document, a wall, a missing page, or nothing.

A page must prove itself. What the listing's row says of it may supply what it leaves out, never turn a page that holds
nothing of a report into one. What the page yields is asked first; words that walls and error pages use come last, and
only of a page that yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from selectolax.lexbor import LexborHTMLParser

from cleaning.body.boilerplate import is_boilerplate
from cleaning.document.classify import Classification, classify
from cleaning.page import block_pages
from cleaning.page.decode import decode
from cleaning.page.document_files import is_document
from cleaning.report import Attachment, Page, Report
from cleaning.text.normalize import fold, size

Kind = Literal["report", "document", "wall", "gone", "nothing"]

TOPIC: Final = re.compile(r"法治|依法|执法|普法|司法|行政|法律|法规|党组|党委")
STRONG: Final = re.compile(r"法治政府|依法行政|法治建设|法治机关")
SAID: Final = re.compile(r"报告|汇报|总结|公开|公布|如下")
LONG: Final = 300  # characters without blanks from which on a text is a document's, whatever words stand in it
OWN: Final = 120  # from which on a text below a title of its own is one
MOST: Final = 0.5  # share of a kept text that must still stand for a page to be the same
FRAME: Final = 3  # links to its own site that a page of a portal has beside its text
MARKUP: Final = 2_000  # characters within which a page has a tag; data has none
COUNTED: Final = 30  # characters of a line that may be a view counter's
QUOTED: Final = 60  # characters of a page's words that a verdict quotes
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE
)
_UNSEEN: Final = ["script", "style", "noscript", "template", "iframe", "object", "svg", "select", "textarea"]
_LOADING: Final = re.compile(
    r"[^\w]*(?:(?:数据|页面|内容)?(?:正在|努力|拼命)?加载中?|loading)[^\w]*(?:请稍[候后等])?[^\w]*", re.I
)
_NUMBER: Final = re.compile(r"\d+")
_SENTENCE: Final = re.compile(r"[^。；！？\n]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``kind`` of the page, and what shows it: a code of proof, or the words of the page."""

    kind: Kind
    proof: str = ""
    words: str = ""


def judge(page: Page, report: Report, kept: str = "") -> Verdict:
    """What ``page`` is, read as ``report``. ``kept`` is the text kept of what stood at its address before."""
    if proven := proof(page, report):
        return Verdict("report", proven)
    if kept and keeps(kept, report.body) >= MOST:
        return Verdict("report", "shared text")
    if is_document(page.content):
        return Verdict("report", "file")
    return without_yield(page, report)


def proof(page: Page, report: Report) -> str:
    """What on the page itself shows a report: "title", "text" or "file"; "" if nothing does.

    A title needs a text below it that names the matter, or files; a text speaks for itself.
    """
    if not report.is_report:
        return ""
    named = [_classified(title, page, report) for title in own_titles(report)]
    if any(each.is_report for each in named):
        return "title" if _has_matter(report) else ""
    if _text_speaks(page, report):
        return "text"
    if named and all(each.kind not in ("undecided", "other") for each in named):
        return ""
    return _proof_by_content(report)


def _has_matter(report: Report) -> bool:
    """Whether something stands below a title: files, pictures, or a text that names the matter."""
    return bool(_files(report)) or "image_only" in report.flags or TOPIC.search(report.body) is not None


def _proof_by_content(report: Report) -> str:
    """What shows a report whose titles leave open what it is: its text, a file's name, files beside almost no text."""
    if _text_says(report.body):
        return "text"
    files = _files(report)
    named = any(classify(item.name).is_report for item in files)
    return "file" if named or (files and size(report.body) <= LONG) else ""


def _files(report: Report) -> list[Attachment]:
    """The page's files, without pictures."""
    return [item for item in report.attachments if item.kind == "file"]


def _classified(title: str, page: Page, report: Report) -> Classification:
    """What a page of that title is."""
    return classify(title, page.column, report.body.partition("\n")[0], report.published or "", report.body)


def _text_speaks(page: Page, report: Report) -> bool:
    """Whether the text is a report's without any title."""
    return bool(report.body and TOPIC.search(report.body)) and _classified("", page, report).is_report


def _text_says(text: str) -> bool:
    """Whether a text names the matter and reports, or is long."""
    return STRONG.search(text) is not None and (SAID.search(text) is not None or size(text) >= LONG)


def own_titles(report: Report) -> list[str]:
    """The titles the page itself states, without that of the row that led to it."""
    stated = report.provenance.get("title") or {}
    entries = [[stated.get("from", ""), report.title or ""], *stated.get("lost", [])]
    return [value for where, value in entries if value and where not in ("", "row")]


def keeps(old: str, new: str) -> float:
    """The share of an old text, by sentence, that still stands in a new one; 1 for an old text without any."""
    there = "".join(new.split())
    pieces = ["".join(match[0].split()) for match in _SENTENCE.finditer(old)]
    total = sum(map(len, pieces))
    return sum(len(piece) for piece in pieces if piece in there) / total if total else 1.0


def counts_up(old: str, new: str) -> bool:
    """Whether all that is new in a text is one short line with a number, or a higher number on such a line: a view
    counter's doing or an edit's, which only another fetch can tell apart."""
    gone, come = _changed(old.split("\n"), new.split("\n"))
    if len(come) != 1 or len(gone) > 1 or size(come[0]) > COUNTED or come[0].rstrip().endswith(("。", "；")):
        return False
    numbers = _NUMBER.findall(come[0])
    if len(numbers) != 1 or not gone:
        return len(numbers) == 1
    lower = _NUMBER.findall(gone[0])
    same = _NUMBER.sub("#", gone[0]) == _NUMBER.sub("#", come[0])
    return same and int(lower[0][:18]) < int(numbers[0][:18])


def _changed(before: list[str], after: list[str]) -> tuple[list[str], list[str]]:
    """What stands between the equal beginnings and the equal ends of two lists of lines, in each of them."""
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != after[-1 - at]), most - head)
    return before[head : len(before) - tail], after[head : len(after) - tail]


def without_yield(page: Page, report: Report | None = None) -> Verdict:
    """What a page is that yields nothing of what it was asked for: only now its words, its length and its frame say.

    A short page without the site's own links stands in front of the site, in whatever words.
    """
    markup = decode(page.content, page.content_type).text
    if "<" not in markup[:MARKUP] or _is_data(markup):
        return Verdict("nothing", words=" ".join(markup[:200].split())[:QUOTED])
    return _judge_sight(_sight(markup), markup, report or Report())


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a visitor sees of a page: title and text, how many links lead on, the scripts, and the visible tree."""

    tree: LexborHTMLParser
    title: str
    links: int
    scripts: list[str]
    text: str

    @property
    def words(self) -> str:
        """The first words of title and text."""
        return f"{self.title} {self.text}".strip()[:QUOTED]

    @property
    def is_short(self) -> bool:
        """Whether it shows as little as a wall does."""
        return len(self.text) < block_pages.NO_TEXT


def _sight(markup: str) -> _Sight:
    tree = LexborHTMLParser(markup)
    title = " ".join(node.text() for node in tree.css("title")[:1]).strip()
    scripts = [node.attributes.get("src") or "" for node in tree.css("script[src]")]
    return _Sight(tree, title, _links(tree), scripts, visible(tree))


def _judge_sight(seen: _Sight, markup: str, report: Report) -> Verdict:
    """What a page is by what a visitor sees of it."""
    if size(report.body) >= LONG:
        return Verdict("document", words=seen.words)
    if said := block_pages.wall(markup, seen.text):
        return Verdict("wall", words=said)
    if said := block_pages.gone(seen.title) or block_pages.gone(seen.text if seen.is_short else report.body):
        return Verdict("gone", words=said)
    if seen.links >= FRAME:
        return Verdict("document" if _is_titled(report) else "nothing", words=seen.words)
    if _is_bare(seen):
        return Verdict("wall", "bare", seen.words)
    return Verdict("nothing", words=seen.words)


def _is_titled(report: Report) -> bool:
    """Whether a page has a title of its own above a text or files."""
    return bool((size(report.body) >= OWN or report.attachments) and own_titles(report))


def _is_bare(seen: _Sight) -> bool:
    """Whether a page shows little, nothing of the matter, and no place that its scripts fill."""
    return seen.is_short and not STRONG.search(seen.words) and not _is_shell(seen)


def _is_shell(seen: _Sight) -> bool:
    """True for a page that its scripts fill: an empty place with a name, and no words of its own beside the site's.

    Who keeps a visitor out says so, or names its check.
    """
    names = _empty_places(seen.tree)
    if not (seen.scripts and names) or block_pages.WALLS.search(" ".join([seen.title, *names, *seen.scripts])):
        return False
    nodes = (node for node in seen.tree.css("body *, body") if node.tag != "a")
    said = filter(None, (node.text(deep=False).strip() for node in nodes))
    return all(_LOADING.fullmatch(text) or is_boilerplate(fold(text)) for text in said)


def _empty_places(tree: LexborHTMLParser) -> list[str]:
    """The names of the elements that hold nothing."""
    named = tree.css("div[id], main[id], section[id], ul[id], tbody[id]")
    return [node.attributes.get("id") or "" for node in named if not (any(node.iter()) or node.text().strip())]


def _is_data(markup: str) -> bool:
    """True for XML that is no page: a feed or a service's answer stands in front of nothing."""
    head = markup[:MARKUP].lstrip().lower()
    return head.startswith("<?xml") and "<html" not in head


def _links(tree: LexborHTMLParser) -> int:
    """How many of a page's first links lead to another page."""
    return sum(_leads(node.attributes.get("href") or "") for node in tree.css("a[href]")[:200])


def _leads(href: str) -> bool:
    """Whether a link leads to another page."""
    return bool(href) and not href.lower().startswith(("javascript:", "#", "mailto:"))


def visible(tree: LexborHTMLParser) -> str:
    """What a reader sees of a page, without blanks at the edges; the tree is used up."""
    tree.strip_tags([*_UNSEEN, "head"], recursive=True)
    for node in list(_hidden(tree)):
        node.decompose()
    return " ".join(tree.text(separator=" ").split())


def _hidden(tree: LexborHTMLParser) -> Iterator:  # type: ignore[type-arg]
    """The elements whose own style hides them."""
    for node in tree.css("[style], [hidden]"):
        attributes = node.attributes
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            yield node
