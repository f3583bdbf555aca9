"""Whether a document is an annual rule-of-law report (法治政府建设年度报告), and for which year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cleaning.document.report_year import (
    year_announced,
    year_from_publication,
    year_in_column,
    year_in_text,
    year_in_title,
)
from cleaning.document.title_edges import core, is_cut, tags, uncut
from cleaning.document.title_patterns import (
    BARE_TOPIC_END,
    CARRIES_REPORT,
    CITED,
    COLUMN_NAME,
    COUNTED_YEARS,
    DISCLOSURE,
    ENDS_AS_REPORT,
    GENERIC,
    HOLDS_REPORT,
    MEDIUM_TOPIC,
    NOTICE,
    NOTICE_WORDS,
    OTHER_ANNUAL,
    OUTLINE,
    PERIOD_LONG,
    PERIOD_PART,
    PURE_REPORT,
    READING_AID,
    REFUSALS,
    REPORT_AND_PLAN,
    STRONG_TOPIC,
    fold_title,
    is_agency,
    without_agency,
)

KINDS = (
    "annual_report",
    "disclosure_report",
    "website_report",
    "interpretation",
    "plan",
    "notice",
    "rule",
    "meeting_news",
    "inspection",
    "personal_duty",
    "model_creation",
    "evaluation",
    "statistics",
    "periodic_report",
    "multi_year_report",
    "undecided",
    "other",
)
"""What a document can be. ``undecided``: the title alone (cut, generic, a bare topic) does not tell."""


@dataclass(frozen=True, slots=True)
class Classification:
    """The verdict on one document: ``kind`` is one of KINDS, ``reason`` one readable English clause."""

    is_report: bool
    report_year: int | None
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Verdict:
    kind: str
    reason: str
    fetch: bool = False


_REPORT = "annual_report"
_MIXED = "its title holds a report's name among other words"
_PLAIN_KINDS = frozenset({READING_AID, "meeting_news", "website_report"})
"""Kinds whose words stand before a report's whole title: 市政府审议…年度法治政府建设情况报告."""
_COMBINED = re.compile(
    r"法治政府(?:部门)?建设(?:工作)?(?:年度)?(?:情况|报告|总结|工作)?(?:的?报告)?(?:暨|及|和|与|、|以及|并)"
    r"|第一责任人职责(?:的?情况)?(?:暨|及|和|与|、|以及).{0,10}法治政府建设"
)
_NOT_GOVERNMENT = re.compile(r"(?:大学|学院|学校|中学|小学|医院|公司|集团|协会|律师事务所|企业|央企|国企)(?!校)")
_REPORTED = re.compile(r"(?:报告|汇报|公开|公布|公告|总结|公示|发布)如下|如下[:。]?$|作?如下报告")
_PART_WORDS = (
    re.compile(r"主要(?:举措|做法|工作|措施)|工作(?:开展)?情况|成效"),
    re.compile(r"存在.{0,8}(?:问题|不足|短板|差距)|不足(?:和|及|与)原因"),
    re.compile(r"第一责任人"),
    re.compile(r"下一?步|下一年度?|20\d\d年.{0,12}(?:安排|打算|计划|思路)"),
)
_DEDICATED = re.compile(r"法治政府|依法行政|法治建设|法治机关")
_REPORT_COLUMN = re.compile(r"(?:法治政府|依法行政|法治建设|法治机关).{0,12}(?:报告|年报)")
_READING_COLUMN = re.compile(r"解读|图解")


def _refused(matter: str, subject: str = "") -> _Verdict | None:
    """What else the words of a title say it is. No agency is named after reading aids, so they count in all of it."""
    for kind, pattern, reason in REFUSALS:
        if pattern.search(subject if kind == READING_AID and subject else matter):
            return _Verdict(kind, reason)
    return None


def _letter(subject: str, topical: bool) -> _Verdict | None:
    """A notice, letter or order; one that carries a report is worth opening."""
    if not NOTICE.search(subject):
        return None
    carries = topical and CARRIES_REPORT.search(subject) is not None
    order = re.search(r"关于(?:做好|开展|组织|认真|及时)", subject) or (
        re.search("报送|上报|提交|填报", subject) and subject.endswith("通知")
    )
    return _Verdict("notice", "a notice or letter about a document, not the document", carries and not order)


def _topic(subject: str, whole: str) -> str:
    if STRONG_TOPIC.search(subject):
        return "strong"
    if STRONG_TOPIC.search(whole):
        return "outline" if OUTLINE.search(whole) else "strong"
    return "medium" if MEDIUM_TOPIC.search(whole) else ""


def _excused(kind: str, matter: str, topic: str, year: int | None) -> bool:
    """Whether a refusing word stands in a title that is a report all the same."""
    if kind == "personal_duty":
        return _COMBINED.search(matter) is not None
    if kind == "meeting_news" and topic == "strong" and year is not None:
        return re.search(r"(?:工作|情况|建设)的?汇报$", matter) is not None
    return kind == "plan" and REPORT_AND_PLAN.search(matter) is not None


def _positive(subject: str, topic: str, year: int | None) -> _Verdict | None:
    """The title as ``[subject] [year] [topic] [document noun]``, None where it is not one."""
    if not topic:
        return None
    ends = ENDS_AS_REPORT.search(subject)
    if topic == "outline" and ends:
        if year is not None:
            return _Verdict(_REPORT, "reports one year's work under the outline for law-based government")
        return _Verdict("undecided", "reports on the outline for law-based government without naming a year", True)
    states_report = re.search(r"报告|年报|总结", subject) is not None
    if topic == "medium" and _NOT_GOVERNMENT.search(subject):
        return None
    if topic == "strong" and year is not None and subject.endswith("汇报"):
        return _Verdict("undecided", "its title is a briefing to a superior, which may be the yearly report", True)
    if year is None and COLUMN_NAME.fullmatch(subject):
        return _Verdict("undecided", "its title could be the name of a column: no issuer, no year", True)
    if ends and (states_report or year is not None):
        return _Verdict(_REPORT, "its title names law-based government and ends as a yearly report")
    if REPORT_AND_PLAN.search(subject):
        return _Verdict(_REPORT, "its title is a yearly report together with next year's plan")
    if topic == "strong" and year is not None and BARE_TOPIC_END.search(subject):
        return _Verdict("undecided", "its title names topic and year but no kind of document", True)
    if topic == "strong" and ends:
        return _Verdict("undecided", "its title names the topic without year or kind of document", True)
    return None


# A title is judged on its listing's row and again on its page.
@lru_cache(maxsize=4096)
def _judge_folded(folded: str) -> tuple[_Verdict, int | None]:
    """What a folded title alone says, and the year it states."""
    whole = core(uncut(folded))
    year = year_in_title(uncut(folded))
    subject = CITED.sub("《》", whole) if CITED.sub("", whole) else whole
    topic = _topic(subject, whole)
    verdict = _another_kind(folded, subject, topic, year) or _another_period(folded, subject, topic, year)
    if verdict is None:
        verdict = _judge_cut(subject, topic, year) if is_cut(folded) else _positive(subject, topic, year)
    verdict = verdict or _no_report(subject, whole, topic)
    return verdict, None if verdict.kind == "multi_year_report" else year


def _another_kind(folded: str, subject: str, topic: str, year: int | None) -> _Verdict | None:
    """The kind of document that tags, refusing words or the form of a letter name."""
    matter = without_agency(subject)
    disclosure = DISCLOSURE.search(matter) is not None
    about = _Verdict("disclosure_report", "about the disclosure of government information")
    for tag in tags(folded):
        if not is_agency(tag) and (verdict := _refused(tag)):
            return verdict
    if disclosure and topic != "strong":
        return about
    refusal = _refused(matter, subject)
    if refusal and not _excused(refusal.kind, matter, topic, year):
        doubtful = refusal.kind not in _PLAIN_KINDS and PURE_REPORT.search(subject) is not None
        return _Verdict("undecided", _MIXED, True) if doubtful else refusal
    if disclosure and not ENDS_AS_REPORT.search(subject):
        return about
    return _letter(subject, bool(topic))


def _another_period(folded: str, subject: str, topic: str, year: int | None) -> _Verdict | None:
    """The verdict on a report that covers less or more than one year."""
    if PERIOD_PART.search(folded):
        return _Verdict("periodic_report", "covers part of a year")
    one_year = year is not None and topic == "strong" and _single_year(subject)
    if COUNTED_YEARS.search(subject) or (PERIOD_LONG.search(subject) and not one_year):
        return _Verdict("multi_year_report", "covers several years")
    return None


def _no_report(subject: str, whole: str, topic: str) -> _Verdict:
    """The verdict on a title that has not the form of a report's."""
    matter = without_agency(subject)
    for kind, pattern, reason in OTHER_ANNUAL:
        if pattern.search(matter):
            return _Verdict(kind, reason)
    if not whole or GENERIC.fullmatch(whole):
        return _Verdict("undecided", "its title names no subject")
    if NOTICE_WORDS.search(subject) is None and HOLDS_REPORT.search(subject):
        return _Verdict("undecided", _MIXED, True)
    if topic == "strong" and NOTICE_WORDS.search(subject) is None and len(subject) <= 40:
        return _Verdict("other", "names law-based government but is no report by form")
    return _Verdict("other", "its title names another subject")


def _single_year(subject: str) -> bool:
    return re.search(r"(?<![-—–~至到])20\d\d年", PERIOD_LONG.sub("", subject)) is not None


_STUB = re.compile(
    r"(?:关于)?(?:20\d\d年?度?)?(?:的)?(?:开展|推进|推动|加强|全面|贯彻|落实)*(?:法|法治|法治政|依|依法|依法行)?$"
)


def _judge_cut(subject: str, topic: str, year: int | None) -> _Verdict:
    if topic:
        return _Verdict("undecided", "its title is cut after the topic", True)
    stub = _STUB.search(subject)
    if stub and stub.group() and (year is not None or "关于" in stub.group()):
        return _Verdict("undecided", "its title is cut before the topic", True)
    return _Verdict("other", "its visible title names another subject")


def _from_body(column: str, first_paragraph: str, text: str, named: bool) -> str:
    """Why column and text together show a report whose title does not tell, "" where they do not.

    ``named`` says that the title holds a report's name among other words.
    """
    opening = fold_title(first_paragraph[:380]) + fold_title(first_paragraph[-380:])
    if not _REPORTED.search(opening):
        opening = "".join(fold_title(text[start : start + 400]) for start in range(0, 1200, 400))
    reported = _REPORTED.search(opening)
    topical = STRONG_TOPIC.search(opening) or MEDIUM_TOPIC.search(opening)
    if reported and topical and not DISCLOSURE.search(opening):
        return "its opening paragraph announces the report on law-based government"
    short = [line for line in text[:100_000].split("\n") if len(line) <= 60]
    parts = sum(any(map(pattern.search, short)) for pattern in _PART_WORDS)
    folded_column = fold_title(column[-400:])
    if _REPORT_COLUMN.search(folded_column) and (reported or parts >= 2 or (topical and not text)):
        return "it stands in a column kept for these reports and reads as one"
    if named and parts >= 2 and topical:
        return "its title holds a report's name and its headings are those of one"
    if parts >= 3 and STRONG_TOPIC.search(text[:3000]):
        return "its headings are the parts such a report must have"
    return ""


def classify(
    title: str, column: str = "", first_paragraph: str = "", published: str = "", text: str = ""
) -> Classification:
    """Judge one document by its title, and by the rest where the title does not tell.

    ``column`` is the listing's name or the breadcrumb, ``first_paragraph`` and
    ``text`` the cleaned body, ``published`` an ISO date; all but ``title`` may be
    empty, and the title may be too. A title that clearly is something else is
    believed over the body; a notice or letter that carries a report, a cut title and
    a generic one are decided by the body.

    ``report_year`` comes from the title, else the first paragraph (现将2023年…报告如下)
    or the like sentence soon below a salutation, else the column (2024年度), else the
    publication date. It is None for documents that cover several years and wherever
    nothing states it.
    """
    verdict, year = _judge_folded(fold_title(title))
    last_column = fold_title(column.rsplit(">", 1)[-1][-100:])
    if verdict.kind == _REPORT and _READING_COLUMN.search(last_column) and not _REPORTED.search(first_paragraph[-60:]):
        verdict = _Verdict("interpretation", "it stands in a column of reading aids")
    if verdict.kind == "undecided" or (verdict.kind == "notice" and verdict.fetch):
        if why := _from_body(column, first_paragraph, text, verdict.reason == _MIXED):
            verdict = _Verdict(_REPORT, why)
        elif verdict.reason.startswith("reports on the outline") and year_in_text(first_paragraph):
            verdict = _Verdict(_REPORT, "reports one year's work under the outline for law-based government")
    if verdict.kind == "multi_year_report":
        return Classification(False, None, verdict.kind, verdict.reason)
    year = year or year_in_text(first_paragraph) or year_announced(text) or year_in_column(column)
    if verdict.kind == _REPORT:
        year = year or year_from_publication(published)
    return Classification(verdict.kind == _REPORT, year, verdict.kind, verdict.reason)


def is_candidate(title: str, column: str = "") -> bool:
    """Whether a listing row's page must be fetched to decide what it is, by the rules of ``RULES_VERSION``.

    True for reports, for titles that hold a report's name among other words (法治政府建设…报告) and are not clearly
    something else, for titles the listing cut, for letters that carry a report and,
    in a column kept for law-based government, for titles that name no subject
    (2024年度, 年度报告, an agency's name). False for clear look-alikes.
    """
    verdict, _ = _judge_folded(fold_title(title))
    if verdict.kind == _REPORT or verdict.fetch:
        return True
    return verdict.kind == "undecided" and _DEDICATED.search(fold_title(column[-400:])) is not None
