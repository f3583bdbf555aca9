"""What a document's title alone says it is, and the year it states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cleaning.document import title_patterns as patterns
from cleaning.document.report_year import year_in_title
from cleaning.document.title_edges import core, is_cut, tags, uncut


@dataclass(frozen=True, slots=True)
class TitleVerdict:
    """What a title says: a kind of document, why, and whether its page must be read to know."""

    kind: str
    reason: str
    fetch: bool = False

    @property
    def is_open(self) -> bool:
        """Whether column and text decide, because the title does not tell or names a letter that carries a report."""
        return self.kind == "undecided" or (self.kind == "notice" and self.fetch)


REPORT = "annual_report"
MIXED = "its title holds a report's name among other words"
_PLAIN_KINDS = frozenset({patterns.READING_AID, "meeting_news", "website_report"})
"""Kinds whose words stand before a report's whole title: 市政府审议…年度法治政府建设情况报告."""
_COMBINED = re.compile(
    r"法治政府(?:部门)?建设(?:工作)?(?:年度)?(?:情况|报告|总结|工作)?(?:的?报告)?(?:暨|及|和|与|、|以及|并)"
    r"|第一责任人职责(?:的?情况)?(?:暨|及|和|与|、|以及).{0,10}法治政府建设"
)
_NOT_GOVERNMENT = re.compile(r"(?:大学|学院|学校|中学|小学|医院|公司|集团|协会|律师事务所|企业|央企|国企)(?!校)")


def _refused(matter: str, subject: str = "") -> TitleVerdict | None:
    """What else the words of a title say it is. No agency is named after reading aids, so they count in all of it."""
    for kind, pattern, reason in patterns.REFUSALS:
        if pattern.search(subject if kind == patterns.READING_AID and subject else matter):
            return TitleVerdict(kind, reason)
    return None


def _letter(subject: str, topical: bool, whole: str) -> TitleVerdict | None:
    """A notice, letter or order; one that carries a report is worth opening."""
    if topical and patterns.GATHERS.search(subject):
        return TitleVerdict("notice", "says where the reports of several agencies stand", fetch=True)
    if not patterns.NOTICE.search(subject):
        return None
    carries = topical and bool(patterns.CARRIES_REPORT.search(subject) or patterns.CITES_REPORT.search(whole))
    order = re.search(r"关于(?:做好|开展|组织|认真|及时)", subject) or (
        re.search("报送|上报|提交|填报", subject) and subject.endswith("通知")
    )
    return TitleVerdict("notice", "a notice or letter about a document, not the document", carries and not order)


def _topic(subject: str, whole: str) -> str:
    """How plainly a title names law-based government: "strong", "outline", "medium" or ""."""
    if patterns.STRONG_TOPIC.search(subject):
        return "strong"
    if patterns.STRONG_TOPIC.search(whole):
        return "outline" if patterns.OUTLINE.search(whole) else "strong"
    return "medium" if patterns.MEDIUM_TOPIC.search(whole) else ""


def _excused(kind: str, matter: str, topic: str, year: int | None) -> bool:
    """Whether a refusing word stands in a title that is a report all the same."""
    if kind == "personal_duty":
        return _COMBINED.search(matter) is not None
    if kind == "meeting_news" and topic == "strong" and year is not None:
        return re.search(r"(?:工作|情况|建设)的?汇报$", matter) is not None
    return kind == "plan" and patterns.REPORT_AND_PLAN.search(matter) is not None


def _positive(subject: str, topic: str, year: int | None) -> TitleVerdict | None:
    """The title as ``[subject] [year] [topic] [document noun]``, None where it is not one."""
    if not topic:
        return None
    ends = patterns.ENDS_AS_REPORT.search(subject) is not None
    if topic == "outline" and ends:
        return _under_outline(year)
    if topic == "medium" and _NOT_GOVERNMENT.search(subject):
        return None
    return _of_topic(subject, topic, year, ends)


def _of_topic(subject: str, topic: str, year: int | None, ends: bool) -> TitleVerdict | None:
    """The verdict on a title that names law-based government."""
    if topic == "strong" and year is not None and subject.endswith("汇报"):
        return TitleVerdict("undecided", "its title is a briefing to a superior, which may be the yearly report", True)
    if year is None and patterns.COLUMN_NAME.fullmatch(subject):
        return TitleVerdict("undecided", "its title could be the name of a column: no issuer, no year", True)
    if ends and (year is not None or re.search(r"报告|年报|总结", subject)):
        return TitleVerdict(REPORT, "its title names law-based government and ends as a yearly report")
    if patterns.REPORT_AND_PLAN.search(subject):
        return TitleVerdict(REPORT, "its title is a yearly report together with next year's plan")
    return _bare(subject, topic, year, ends)


def _under_outline(year: int | None) -> TitleVerdict:
    """The verdict on a report under the outline for law-based government."""
    if year is not None:
        return TitleVerdict(REPORT, "reports one year's work under the outline for law-based government")
    return TitleVerdict("undecided", "reports on the outline for law-based government without naming a year", True)


def _bare(subject: str, topic: str, year: int | None, ends: bool) -> TitleVerdict | None:
    """The verdict on a title of the strong topic that names no kind of document."""
    if topic != "strong":
        return None
    if year is not None and patterns.BARE_TOPIC_END.search(subject):
        return TitleVerdict("undecided", "its title names topic and year but no kind of document", True)
    bare = TitleVerdict("undecided", "its title names the topic without year or kind of document", True)
    return bare if ends else None


# A title is judged on its listing's row and again on its page.
@lru_cache(maxsize=4096)
def judge_title(folded: str) -> tuple[TitleVerdict, int | None]:
    """What a folded title alone says, and the year it states."""
    whole = core(uncut(folded))
    year = year_in_title(uncut(folded))
    subject = patterns.CITED.sub("《》", whole) if patterns.CITED.sub("", whole) else whole
    topic = _topic(subject, whole)
    verdict = _stub(folded, year) or _another_kind(folded, subject, topic, year)
    verdict = verdict or _another_period(folded, subject, topic, year)
    if verdict is None:
        verdict = _judge_cut(subject, topic, year) if is_cut(folded) else _positive(subject, topic, year)
    verdict = verdict or _no_report(subject, whole, topic)
    return verdict, None if verdict.kind == "multi_year_report" else year


def _another_kind(folded: str, subject: str, topic: str, year: int | None) -> TitleVerdict | None:
    """The kind of document that tags, refusing words or the form of a letter name."""
    matter = patterns.without_agency(subject)
    disclosure = patterns.DISCLOSURE.search(matter) is not None
    about = TitleVerdict("disclosure_report", "about the disclosure of government information")
    tagged = (_refused(tag) for tag in tags(folded) if not patterns.is_agency(tag))
    if verdict := next(filter(None, tagged), None):
        return verdict
    if disclosure and topic != "strong":
        return about
    if refusal := _refusal(subject, matter, topic, year):
        return refusal
    return (
        about
        if disclosure and not patterns.ENDS_AS_REPORT.search(subject)
        else _letter(subject, bool(topic), core(uncut(folded)))
    )


def _refusal(subject: str, matter: str, topic: str, year: int | None) -> TitleVerdict | None:
    """What refusing words make of a title: nothing where they are excused, doubt where it ends as a report's does."""
    refusal = _refused(matter, subject)
    if refusal is None or _excused(refusal.kind, matter, topic, year):
        return None
    doubtful = refusal.kind not in _PLAIN_KINDS and patterns.PURE_REPORT.search(subject) is not None
    return TitleVerdict("undecided", MIXED, True) if doubtful else refusal


def _another_period(folded: str, subject: str, topic: str, year: int | None) -> TitleVerdict | None:
    """The verdict on a report that covers less or more than one year."""
    if patterns.PERIOD_PART.search(folded):
        return TitleVerdict("periodic_report", "covers part of a year")
    one_year = year is not None and topic == "strong" and _single_year(subject)
    if patterns.COUNTED_YEARS.search(subject) or (patterns.PERIOD_LONG.search(subject) and not one_year):
        return TitleVerdict("multi_year_report", "covers several years")
    return None


def _no_report(subject: str, whole: str, topic: str) -> TitleVerdict:
    """The verdict on a title that has not the form of a report's."""
    matter = patterns.without_agency(subject)
    for kind, pattern, reason in patterns.OTHER_ANNUAL:
        if pattern.search(matter):
            return TitleVerdict(kind, reason)
    if not whole or patterns.GENERIC.fullmatch(whole):
        return TitleVerdict("undecided", "its title names no subject")
    if patterns.NOTICE_WORDS.search(subject) is None and patterns.HOLDS_REPORT.search(subject):
        return TitleVerdict("undecided", MIXED, True)
    if topic == "strong" and patterns.NOTICE_WORDS.search(subject) is None and len(subject) <= 40:
        return TitleVerdict("other", "names law-based government but is no report by form")
    return TitleVerdict("other", "its title names another subject")


def _single_year(subject: str) -> bool:
    """Whether a title names one year beside a range of years."""
    return re.search(r"(?<![-—–~至到])20\d\d年", patterns.PERIOD_LONG.sub("", subject)) is not None


_STUB = re.compile(
    r"(?:关于)?(?:20\d\d年?度?)?(?:的)?(?:开展|推进|推动|加强|全面|贯彻|落实)*(?:法|法治|法治政|依|依法|依法行)?$"
)


_YEAR_AND_START = re.compile(r"20\d\d年?度?(?:的)?(?P<topic>法|法治|法治政|依|依法|依法行)?\Z")


def _stub(folded: str, year: int | None) -> TitleVerdict | None:
    """The verdict on a title that its listing cut behind an agency's year: where it ends says nothing of its kind."""
    found = _YEAR_AND_START.search(uncut(folded)) if year is not None and is_cut(folded) else None
    if found is None or not (found["topic"] or patterns.is_agency(uncut(folded)[: found.start()])):
        return None
    return TitleVerdict("undecided", "its title is cut before the topic", True)


def _judge_cut(subject: str, topic: str, year: int | None) -> TitleVerdict:
    """The verdict on a title that its listing cut short."""
    if topic:
        return TitleVerdict("undecided", "its title is cut after the topic", True)
    stub = _STUB.search(subject)
    if stub and stub.group() and (year is not None or "关于" in stub.group()):
        return TitleVerdict("undecided", "its title is cut before the topic", True)
    return TitleVerdict("other", "its visible title names another subject")
