"""The year a report is about, which is not the year it is published in."""

from __future__ import annotations

import re

from cleaning.document.title_patterns import CITED, PERIOD_LONG, fold_title
from cleaning.text.dates import DATE

_BRACKET_NUMBER = re.compile(r"[〔\[(【](?:19|20)\d\d[〕\])】](?:第)?\d{1,4}号")
_DATE = re.compile(rf"(?<!\d){DATE}")
_MONTH = re.compile(r"(?<!\d)20\d\d年\d{1,2}月(?=[)\]】]?$)|20\d\d年(?=(?:修[订改]|更[新正])[)\]】版稿])")
"""The month of a document, or the year of a later edition, in a note behind its title."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|度|\D|$)")
_TOPIC = re.compile(r"法治|法制|依法")
_REPORTED = re.compile(r"现[将就把].{0,40}?(?<!\d)(20\d\d)年")
_OPENING = re.compile(r"(?<!\d)(20\d\d)年(?!\d{1,2}月|以来|至|-)")
_EARLIEST, _LATEST = 1999, 2099


def _years(text: str) -> list[tuple[int, int]]:
    """The years a text names, with their places."""
    return [(int(m[1]), m.start()) for m in _YEAR.finditer(text) if _EARLIEST <= int(m[1]) <= _LATEST]


def year_in_title(folded: str) -> int | None:
    """The report year a folded title states.

    Document numbers, dates and years inside 《cited titles》 do not count, ranges (2021-2025年) name no single year. Of
    several, the one nearest before the topic wins (关于2024年…), since a plan's year follows it (…总结及2025年计划).
    """
    cleaned = _BRACKET_NUMBER.sub("", folded)
    for text in (CITED.sub("《》", cleaned), cleaned):
        text = _MONTH.sub("", _DATE.sub("", PERIOD_LONG.sub("", text)))
        years = _years(text)
        if not years:
            continue
        topic = _TOPIC.search(text)
        before = [year for year, start in years if topic is None or start < topic.start()]
        return before[-1] if before and topic else years[0][0]
    return None


def year_in_text(paragraph: str) -> int | None:
    """The year an opening paragraph reports on: 现将2023年…报告如下, else the first single year it names."""
    text = CITED.sub("", fold_title(paragraph) if len(paragraph) <= 400 else _fold_long(paragraph))
    match = _REPORTED.search(text) or _OPENING.search(text)
    return int(match[1]) if match else None


def year_announced(text: str) -> int | None:
    """The year of the sentence that announces the report (现将2023年…报告如下) in the first 3000 characters."""
    head = text[:3000]
    match = _REPORTED.search(CITED.sub("", _fold_long(head))) if "现" in head else None
    return int(match[1]) if match else None


def _fold_long(paragraph: str) -> str:
    """A long paragraph, folded piece by piece."""
    return "".join(fold_title(paragraph[start : start + 400]) for start in range(0, min(len(paragraph), 4000), 400))


def year_in_column(column: str) -> int | None:
    """The year a column is kept for (法治政府建设年度报告 > 2024年度): the last one its path names."""
    folded = fold_title(column[-400:])
    years = _years(PERIOD_LONG.sub("", folded))
    return years[-1][0] if years else None


def year_from_publication(published: str) -> int | None:
    """The year before publication, or the same year for a page of December, from an ISO date.

    Reports come out between mid December and spring (dates of 69 real pages: 4 in
    December of the report year, 62 from January to March of the next).
    """
    match = re.match(r"(\d{4})-(\d{2})", published)
    if not match or not _EARLIEST < int(match[1]) <= _LATEST:
        return None
    return int(match[1]) if match[2] == "12" else int(match[1]) - 1
