"""What is wrong or special with a page, as flags instead of silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaning.body.extraction import Extraction
from cleaning.document.choose_text import Chosen
from cleaning.document.judge import proof
from cleaning.page import block_pages, pager
from cleaning.page.decode import Decoded
from cleaning.page.lines import characters_in
from cleaning.report import Page, Report
from cleaning.text.normalize import size

SHORT = 300
LOW = 0.5
PAGER = 4  # lines below a text in which its pager stands
_MATTER = re.compile("法|规定|规范|行政|案|工作|情况|问题|报告|检查|监督|全年|整改")
_TITLE = re.compile(r"<title\b[^>]*>([^<]{0,300})", re.IGNORECASE)
_PAGE_ENDS = re.compile(r"</(?:body|html)\s*>(?!.*<(?:p|div|td|section|article)\b)", re.IGNORECASE | re.DOTALL)
"""The end of a page, not of a document within it, behind which the text goes on."""
_BOX = re.compile(r"<(?:div|td|section|article)\b", re.IGNORECASE)
_BOX_ENDS = re.compile(r"</(?:div|td|section|article)\b", re.IGNORECASE)


def of(report: Report, found: Extraction, page: Decoded, chosen: Chosen, *, cut: bool = False) -> list[str]:
    """The flags of a cleaned page, in a fixed order. ``cut`` says that another page of the article stops short."""
    characters = size(report.body)
    out = _no_document(report, found, page.text, characters)
    out += _text_elsewhere(report, found, chosen, characters, bool(out))
    out += [*chosen.flags, *_defects(report, found, page, characters, cut)]
    if characters and (report.body_score < LOW or (not out and _speaks_of_else(report))):
        out.append("low_confidence")
    if not report.is_report:
        out.append("not_a_report")
    return out


def _defects(report: Report, found: Extraction, page: Decoded, characters: int, cut: bool) -> Iterator[str]:
    """What is wrong with the text itself: that there is none, that it stops short, that its characters are guessed."""
    if not characters and not report.attachments and not found.images:
        yield "empty"
    if characters and (report.next_page or cut or _stops_short(page.text, found)):
        yield "truncated"
    if page.guessed or "\ufffd" in report.body:
        yield "encoding_guess"


def _no_document(report: Report, found: Extraction, text: str, characters: int) -> list[str]:
    """Whether a page that yields nothing stands in front of the site, or says that there is nothing."""
    if characters >= SHORT or proof(Page(b""), report):
        return []
    if block_pages.wall(text, " ".join(line.text for line in found.lines)):
        return ["blocked_page"]
    return ["soft_404"] if _soft_404(text, found, characters) else []


def _text_elsewhere(report: Report, found: Extraction, chosen: Chosen, characters: int, nothing: bool) -> list[str]:
    """Whether the text is in a file that was not read, or in pictures; ``nothing``: it is a page of no document."""
    if chosen.lines is None and characters < SHORT and any(item.kind == "file" for item in report.attachments):
        return ["body_in_attachment"]
    if not characters and (found.images or report.attachments) and not nothing:
        return ["image_only"]
    return []


def of_checks(checks: list[str]) -> list[str]:
    """The flags of figures that contradict each other."""
    return [check for check in checks if not check.startswith(("sum_ok", "rate_ok"))]


def _soft_404(text: str, found: Extraction, characters: int) -> bool:
    """Whether a page says that what was asked for is not there."""
    title = _TITLE.search(text)
    if title and block_pages.gone(title[1]):
        return True
    if characters > 120 or characters_in(found.lines) >= 3000:
        return False
    return any(len(line.text) < 120 and block_pages.gone(line.text) for line in found.lines[:400])


def _speaks_of_else(report: Report) -> bool:
    """Whether a text names nothing of what its title promises: a foot or a blurb beside a text that is missing."""
    return report.is_report and _MATTER.search(report.body) is None


def _stops_short(text: str, found: Extraction) -> bool:
    """Whether the answer was cut on its way, or further pages follow whose addresses are not known."""
    beneath = found.lines[found.end : found.end + PAGER]
    return _truncated(text) or _left_open(text, found) or any(map(pager.leaves_more, beneath))


def _truncated(text: str) -> bool:
    """A page that stops inside a tag or a script was cut on its way."""
    tail = text.rstrip()[-400:]
    opened = tail.rfind("<")
    return opened > tail.rfind(">") and re.match(r"<(?:/|[A-Za-z])[^<]*$", tail[opened:]) is not None


def _left_open(text: str, found: Extraction) -> bool:
    """A page that ends within its article: boxes are open, no end tag of the page stands, and no foot follows.

    A template that only leaves out the last end tags goes on after the article, with its foot.
    """
    if found.end < len(found.lines) or found.outside or _PAGE_ENDS.search(text[-400:]):
        return False
    return len(_BOX.findall(text)) > len(_BOX_ENDS.findall(text))
