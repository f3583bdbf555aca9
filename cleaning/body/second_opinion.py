"""trafilatura's reading of a page beside ours, for a person to compare where the two differ.

It costs more than all the rest of the cleaning together, so it is asked where a cheap sign of doubt stands, by
``fazhi clean --second-opinion`` and where a portal is checked. It never changes the text, its score or its flags: what
``clean`` gives depends on the page, its files and the known boilerplate alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cleaning.page import decode
from cleaning.report import Page, Report
from cleaning.text.normalize import squeeze

LARGE: Final = 3_000_000  # characters of markup beyond which trafilatura is not asked
SURE: Final = 0.8  # the score from which a text is not doubted
AGREE: Final = 0.8  # the share of either text that the other must hold


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """How far two readings of a page hold the same lines, in shares of their characters.

    ``shared`` is the part of our text that trafilatura gives too, ``missing`` the number of characters of running text
    only it gives, ``agrees`` whether nothing speaks for checking the page.
    """

    shared: float
    missing: int
    agrees: bool


def is_doubtful(report: Report) -> bool:
    """True where a second opinion is worth its price: a body with a low score, cut short, or none at all.

    It is about one page: a text out of a file, or on further pages, is left out.
    """
    if "pages" in report.provenance or any(file.role == "body" for file in report.attachments):
        return False
    return report.body_score < SURE or not {"truncated", "empty", "low_confidence"}.isdisjoint(report.flags)


def second_opinion(page: Page, report: Report) -> SecondOpinion | None:
    """What trafilatura says of a page whose record is ``report``; None where it cannot be asked."""
    theirs = main_text(decode.decode(page.content, page.content_type).text)
    if theirs is None:
        return None
    ours = [squeeze(line) for line in report.body.split("\n")]
    whole, other = "".join(ours), squeeze(theirs)
    size = len(whole)
    shared = sum(len(line) for line in ours if line in other) / size if size else float(not other)
    missing = sum(len(line) for line in map(squeeze, theirs.split("\n")) if "。" in line and line not in whole)
    return SecondOpinion(round(shared, 3), missing, shared >= AGREE and missing <= (1 - AGREE) * max(size, 1))


def main_text(markup: str) -> str | None:
    """The text trafilatura takes for the article, "" where it finds none, None where it fails or is not asked."""
    if len(markup) > LARGE:
        return None
    from trafilatura import extract

    try:
        return extract(markup, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False) or ""
    except (ValueError, RuntimeError, RecursionError, TypeError, AttributeError):
        return None
