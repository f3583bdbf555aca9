"""Whether a document is an annual rule-of-law report (法治政府建设年度报告), and for which year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaning.document.report_year import year_announced, year_from_publication, year_in_column, year_in_text
from cleaning.document.title_patterns import DISCLOSURE, MEDIUM_TOPIC, STRONG_TOPIC, fold_title
from cleaning.document.title_verdict import MIXED, REPORT, TitleVerdict, judge_title

KINDS = (
    "annual_report", "disclosure_report", "website_report", "interpretation", "plan", "notice", "rule", "meeting_news",
    "inspection", "personal_duty", "model_creation", "evaluation", "statistics", "periodic_report",
    "multi_year_report", "collection", "undecided", "other",
)  # fmt: skip
"""What a document can be. ``undecided``: the title alone (cut, generic, a bare topic) does not tell."""


@dataclass(frozen=True, slots=True)
class Classification:
    """The verdict on one document: ``kind`` is one of KINDS, ``reason`` one readable English clause."""

    is_report: bool
    report_year: int | None
    kind: str
    reason: str


COLLECTED = 20_000  # characters looked through for the contents of a page that leads to reports
LEAST_NAMED = 3
_AGENCY = re.compile("[\u4e00-\u9fff]{2,20}(?:[局委厅办院镇乡]|委员会|办公室|办事处|街道|政府|中心|支队)")
_REPORTED = re.compile(r"(?:报告|汇报|公开|公布|公告|总结|公示|发布)如下|如下[:。]?$|作?如下报告")
_PART_WORDS = (
    re.compile(r"主要(?:举措|做法|工作|措施)|工作(?:开展)?情况|成效"),
    re.compile(r"存在.{0,8}(?:问题|不足|短板|差距)|不足(?:和|及|与)原因"),
    re.compile(r"第一责任人"),
    re.compile(r"下一?步|下一年度?|20\d\d年.{0,12}(?:安排|打算|计划|思路)"),
)
_TOPICAL = re.compile(f"{STRONG_TOPIC.pattern}|{MEDIUM_TOPIC.pattern}")
_DEDICATED = re.compile(r"法治政府|依法行政|法治建设|法治机关")
_REPORT_COLUMN = re.compile(r"(?:法治政府|依法行政|法治建设|法治机关).{0,12}(?:报告|年报)")
_READING_COLUMN = re.compile(r"解读|图解")


def _from_body(column: str, first_paragraph: str, text: str, named: bool) -> str:
    """Why column and text together show a report whose title does not tell, "" where they do not.

    ``named`` says that the title holds a report's name among other words.
    """
    opening = _opening(first_paragraph, text)
    reported, topical = _REPORTED.search(opening) is not None, _TOPICAL.search(opening) is not None
    if reported and topical and not DISCLOSURE.search(opening):
        return "its opening paragraph announces the report on law-based government"
    parts = _named_parts(text)
    in_column = _REPORT_COLUMN.search(fold_title(column[-400:])) is not None
    if in_column and (reported or parts >= 2 or (topical and not text)):
        return "it stands in a column kept for these reports and reads as one"
    return _by_parts(parts, text, named and topical)


def _opening(first_paragraph: str, text: str) -> str:
    """The first paragraph, folded; what the text begins with where that paragraph announces nothing."""
    opening = fold_title(first_paragraph[:380]) + fold_title(first_paragraph[-380:])
    if _REPORTED.search(opening):
        return opening
    return "".join(fold_title(text[start : start + 400]) for start in range(0, 1200, 400))


def _by_parts(parts: int, text: str, named: bool) -> str:
    """Why the headings of a text show a report."""
    if named and parts >= 2:
        return "its title holds a report's name and its headings are those of one"
    if parts >= 3 and STRONG_TOPIC.search(text[:3000]):
        return "its headings are the parts such a report must have"
    return ""


def _named_parts(text: str) -> int:
    """How many of the parts a report must have its short lines name."""
    short = [line for line in text[:100_000].split("\n") if len(line) <= 60]
    return sum(any(map(pattern.search, short)) for pattern in _PART_WORDS)


def classify(
    title: str, column: str = "", first_paragraph: str = "", published: str = "", text: str = ""
) -> Classification:
    """Judge one document by its title, and by the rest where the title does not tell.

    ``column`` is the listing's name or the breadcrumb, ``first_paragraph`` and ``text`` the cleaned body, ``published``
    an ISO date; all but ``title`` may be empty, and the title may be too. A title that clearly is something else is
    believed over the body; a notice or letter that carries a report, a cut title and a generic one are decided by the
    body.

    ``report_year`` comes from the title, else the first paragraph (现将2023年…报告如下) or the like sentence soon below
    a salutation, else the column (2024年度), else the publication date. It is None for documents that cover several
    years and wherever nothing states it.
    """
    verdict, year = judge_title(fold_title(title))
    if verdict.kind == REPORT:
        verdict = _unless_reading_aid(verdict, column, first_paragraph)
        if collects(text):
            verdict = TitleVerdict("collection", "its text only names the agencies whose reports it leads to")
    elif verdict.is_open:
        verdict = _by_the_rest(verdict, column, first_paragraph, text)
    if verdict.kind == "multi_year_report":
        return Classification(False, None, verdict.kind, verdict.reason)
    year = year or year_in_text(first_paragraph) or year_announced(text) or year_in_column(column)
    if verdict.kind == REPORT:
        year = year or year_from_publication(published)
    return Classification(verdict.kind == REPORT, year, verdict.kind, verdict.reason)


def _unless_reading_aid(verdict: TitleVerdict, column: str, first_paragraph: str) -> TitleVerdict:
    """The verdict on a report's title, unless it stands among reading aids."""
    last_column = fold_title(column.rsplit(">", 1)[-1][-100:])
    if _READING_COLUMN.search(last_column) and not _REPORTED.search(first_paragraph[-60:]):
        return TitleVerdict("interpretation", "it stands in a column of reading aids")
    return verdict


def collects(text: str) -> bool:
    """True for a text without a sentence most of whose lines name an agency, three at least: the contents of a page
    that leads to the reports of others (市直各部门2024年度法治政府建设情况报告公示)."""
    lines = text[:COLLECTED].split("\n")
    if len(lines) < LEAST_NAMED or any(mark in text[:COLLECTED] for mark in "。；"):
        return False
    named = sum(any(map(_AGENCY.fullmatch, re.split(r"[\s、．.]+", line))) for line in lines)
    return named >= LEAST_NAMED and 2 * named >= len(lines)


def _by_the_rest(verdict: TitleVerdict, column: str, first_paragraph: str, text: str) -> TitleVerdict:
    """The verdict on a title that does not tell, by column and text."""
    if why := _from_body(column, first_paragraph, text, verdict.reason == MIXED):
        return TitleVerdict(REPORT, why)
    if verdict.reason.startswith("reports on the outline") and year_in_text(first_paragraph):
        return TitleVerdict(REPORT, "reports one year's work under the outline for law-based government")
    return verdict


def is_candidate(title: str, column: str = "") -> bool:
    """Whether a listing row's page must be fetched to decide what it is, by the rules of ``RULES_VERSION``.

    True for reports, for titles that hold a report's name among other words (法治政府建设…报告) and are not clearly
    something else, for titles the listing cut, for letters that carry a report and, in a column kept for law-based
    government, for titles that name no subject (2024年度, 年度报告, an agency's name). False for clear look-alikes.
    """
    verdict, _ = judge_title(fold_title(title))
    if verdict.kind == REPORT or verdict.fetch:
        return True
    return verdict.kind == "undecided" and _DEDICATED.search(fold_title(column[-400:])) is not None
