"""The codes of states, changes, parts and agencies, and which column holds which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from crawler.publish.datasette.labels.files import FLAGS, OUTCOMES, ROLES
from crawler.publish.datasette.labels.outcomes import ENDINGS
from crawler.publish.datasette.labels.regions import PROVINCES
from crawler.publish.datasette.language import Labels

PARTS: Final = Labels(
    {
        "measures": ("主要举措和成效", "measures and results"),
        "problems": ("存在的不足和原因", "shortcomings and causes"),
        "leader_duty": ("第一责任人履职", "duties of the first person responsible"),
        "next_year": ("下一年度安排", "plans for the next year"),
        "other": ("其他", "other"),
    }
)
REPORT_STATES: Final = Labels(
    {
        "published": ("在线", "online"),
        "missing": ("最近一次未能打开", "not opened at the last try"),
        "gone": ("已撤下", "withdrawn"),
    }
)
REASONS: Final = Labels(
    {
        "first": ("首次收录", "first stored"),
        "source_changed": ("原文有改动", "source text changed"),
        "attachment_changed": ("附件有改动", "attachment changed"),
        "attachment_read": ("附件文字补录", "text of an attachment added"),
        "page_read": ("后续页文字补录", "text of a following page added"),
        "cleaner_changed": ("原文未变，仅提取程序更新", "source unchanged, only our extraction was updated"),
    }
)
# The symbol and the word carry the meaning, the colour only repeats it.
SYMBOLS: Final = {
    "in_time": "✓",
    "on_1_april": "◐",
    "late": "!",
    "undated": "?",
    "not_found": "✗",
    "could_not_look": "⌀",
    "not_yet_due": "·",
    "withdrawn": "⊘",
}
COVERAGE: Final = Labels(
    {
        "in_time": ("按时", "in time"),
        "on_1_april": ("4月1日", "on 1 April"),
        "late": ("逾期", "late"),
        "undated": ("日期不明", "date unknown"),
        "not_found": ("未找到", "not found"),
        "could_not_look": ("未能访问（无法判断）", "could not be visited (unknown)"),
        "not_yet_due": ("未到期", "not yet due"),
        "withdrawn": ("已撤下", "withdrawn"),
    }
)
# What a cell of the matrix has room for.
SHORT: Final = Labels({"could_not_look": ("无法判断", "no look")})
CHANGES: Final = Labels(
    {
        "new": ("新收录", "new"),
        "changed": ("原文改动", "changed"),
        "gone": ("撤下", "withdrawn"),
    }
)
LEVELS: Final = Labels(
    {
        "central": ("中央", "central"),
        "province": ("省级", "province"),
        "city": ("市级", "city"),
        "county": ("县级", "county"),
        "township": ("乡镇级", "township"),
    }
)
TYPES: Final = Labels(
    {
        "government": ("政府", "government"),
        "department": ("部门", "department"),
        "branch": ("派出机构", "branch office"),
        "street_office": ("街道办", "subdistrict office"),
        "committee": ("管委会", "committee"),
    }
)
DUTIES: Final = Labels(
    {
        "article24": ("《督察工作规定》第二十四条", "Article 24 of the Inspection Rules"),
        "local_rule": ("地方规定", "local rule"),
        "voluntary": ("自愿", "voluntary"),
        "unknown": ("不明", "unknown"),
    }
)
QUALIFIERS: Final = Labels(
    {
        "exact": ("确数", "exactly"),
        "at_least": ("至少", "at least"),
        "more_than": ("多于", "more than"),
        "approx": ("约", "about"),
        "range": ("区间", "range"),
        "zero_stated": ("明示为零", "stated as none"),
        "at_most": ("至多", "at most"),
        "less_than": ("少于", "less than"),
    }
)


MOODS: Final = Labels({"target": ("目标", "target"), "duty": ("要求", "duty"), "plan": ("计划", "plan")})
DISCLOSURE: Final = Labels(
    {
        "in_time": ("按时", "in time"),
        "late": ("逾期", "late"),
        "undated": ("日期不明", "date unknown"),
        "no_signature_date": ("没有成文日期", "no date of signature"),
        "calendar_unknown": ("该年工作日历未知", "calendar of working days unknown"),
    }
)
PERIODS: Final = Labels(
    {
        "annual": ("全年", "the year"),
        "as_of": ("截至时点", "as of a day"),
        "cumulative": ("累计", "since the beginning"),
    }
)
HEADINGS: Final = Labels(
    {
        "line": ("单独成行", "a line of its own"),
        "run_in": ("段首句", "first sentence of a paragraph"),
        "numbered_para": ("编号段落", "numbered paragraph"),
    }
)
RELATIONS: Final = Labels({"primary": ("主网址", "main address"), "twin": ("同文网址", "address of the same text")})
PURPOSES: Final = Labels(
    {
        "listing": ("栏目列表", "listing"),
        "report": ("报告页面", "page of a report"),
        "page": ("后续页", "following page"),
        "attachment": ("附件", "attachment"),
        "robots": ("robots.txt", "robots.txt"),
    }
)
ROWS: Final = Labels(
    {
        "pending": ("待抓取", "to be fetched"),
        "done": ("已处理", "done"),
        "report": ("已收录为报告", "stored as a report"),
        "refused": ("不是年度报告", "no annual report"),
        "failed": ("抓取失败", "could not be fetched"),
        "foreign": ("在其他网站", "on another site"),
        "gone": ("已不存在", "no longer there"),
    }
)
KINDS: Final = Labels(
    {
        "annual_report": ("法治政府建设年度报告", "annual rule-of-law report"),
        "disclosure_report": ("信息公开年度报告", "report on disclosure of information"),
        "website_report": ("网站工作年度报表", "report on the website"),
        "interpretation": ("解读", "reading aid"),
        "plan": ("计划、要点", "plan"),
        "notice": ("通知、公告", "notice"),
        "rule": ("规范性文件", "rule"),
        "meeting_news": ("会议、动态", "news"),
        "inspection": ("督察、检查", "inspection"),
        "personal_duty": ("个人述法", "account of one person's duties"),
        "model_creation": ("示范创建", "model creation"),
        "evaluation": ("评估、考核", "evaluation"),
        "statistics": ("统计数据", "statistics"),
        "periodic_report": ("月度、季度或半年报告", "report on part of a year"),
        "multi_year_report": ("跨年度报告", "report on several years"),
        "collection": ("各机关报告的目录", "contents of several agencies' reports"),
        "undecided": ("仅凭标题无法判断", "its title does not tell"),
        "other": ("其他", "other"),
    }
)
DOUBTS: Final = Labels(
    {
        "text_lost": ("正文大部分消失", "most of the text is gone"),
        "rows_lost": ("列表条目减少", "rows of a listing are gone"),
        "other_page": ("显示另一文件", "another document is shown"),
        "count": ("仅计数变化", "only a count changed"),
    }
)
DECISIONS: Final = Labels(
    {
        "pending": ("待确认", "to be confirmed"),
        "confirmed": ("已确认", "confirmed"),
        "withdrawn": ("已撤销", "withdrawn"),
    }
)
PROPOSALS: Final = Labels(
    {
        "queued": ("待搜索", "to be searched"),
        "offered": ("他站提及，尚未搜索", "named elsewhere, not searched"),
        "searched": ("已搜索", "searched"),
        "failed": ("搜索无果", "nothing found"),
        "proposed": ("等待采纳", "waits for a word"),
        "watched": ("已关注", "watched"),
        "accepted": ("已采纳", "accepted"),
        "refused": ("已拒绝", "refused"),
    }
)
STAMPS: Final = Labels(
    {
        "none": ("未要求", "not asked for"),
        "pending": ("待加盖", "to be stamped"),
        "stamped": ("已加盖", "stamped"),
        "failed": ("失败", "failed"),
    }
)
_WITH_SYMBOL: Final = Labels(
    {code: (f"{SYMBOLS[code]} {both[0]}", f"{SYMBOLS[code]} {both[1]}") for code, both in COVERAGE.names.items()}
)
_OF_TABLES: Final[Mapping[tuple[str | None, str], Mapping[str, str]]] = {
    (None, "kind"): CHANGES,
    (None, "outcome"): ENDINGS,
    ("attachments", "outcome"): OUTCOMES,
    ("attachments", "role"): ROLES,
    ("changes", "kind"): CHANGES,
    ("coverage", "state"): _WITH_SYMBOL,
    ("fetches", "outcome"): ENDINGS,
    ("listing_rows", "kind"): KINDS,
    ("listing_rows", "state"): ROWS,
    ("pending_changes", "kind"): DOUBTS,
    ("pending_changes", "state"): DECISIONS,
    ("proposals", "state"): PROPOSALS,
    ("reports", "state"): REPORT_STATES,
    ("sections", "kind"): HEADINGS,
    ("sections", "level"): {},
    ("timeliness", "report_state"): REPORT_STATES,
    ("timeliness", "state"): _WITH_SYMBOL,
    ("troubles", "outcome"): ENDINGS,
    ("versions", "reason"): REASONS,
}
_OF_COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "disclosure": DISCLOSURE,
    "duty": DUTIES,
    "flags": FLAGS,
    "last_outcome": ENDINGS,
    "level": LEVELS,
    "mood": MOODS,
    "part": PARTS,
    "period": PERIODS,
    "province": PROVINCES,
    "purpose": PURPOSES,
    "qualifier": QUALIFIERS,
    "relation": RELATIONS,
    "stamp_state": STAMPS,
    "type": TYPES,
}


def values(table: str | None, column: str) -> Mapping[str, str]:
    """The names of the codes in a column; {} where it has none."""
    return _OF_TABLES.get((table, column), _OF_COLUMNS.get(column, {}))


def badge(state: str | None) -> Markup:
    """A state of publication with its symbol; "" for none."""
    if state is None or state not in COVERAGE:
        return Markup("")
    return Markup('<span class="state {}">{} {}</span>').format(state, SYMBOLS[state], COVERAGE[state])
