"""Why a search of a portal asked for a page, what it saw there, and why a column waits for a person: a code each.

The table ``proposals`` keeps codes with their parameters, so that a reader is told in the language of the reading room
and of the terminal.
"""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from crawler.language import chosen
from crawler.reasons import REASONS, sentence

FOUND: Final[dict[str, tuple[str, str]]] = {
    # Where an address comes from.
    "given": ("the address given", "所给的网址"),
    "home": ("the home page", "首页"),
    "above": ("the column above {name}", "“{name}”的上级栏目"),
    "sister": (
        "department '{name}' on {where}, as another has a column of reports",
        "{where} 上的部门“{name}”（另一部门已有报告栏目）",
    ),
    "own_search": ("the portal's own search ({dialect})", "门户的站内搜索（{dialect}）"),
    "frame": ("a frame of {url}, or where it sends a browser", "{url} 的框架页或其跳转目标"),
    "link": ("link '{name}' on {where}: {why}", "{where}上的链接“{name}”：{why}"),
    "report_link": ("link to a report on {where}", "{where} 上的报告链接"),
    "years_lead_to_reports": (
        "page '{name}', whose links named by years lead to reports",
        "页面“{name}”，其中以年份为名的链接指向报告",
    ),
    "leads_to_report": ("link '{name}', which leads to a report", "指向报告的链接“{name}”"),
    "year_below": ("a year below {name}", "“{name}”下的年度栏目"),
    "script_of": ("a script of {url}", "{url} 的脚本"),
    "rows_of": ("the rows of {url}", "{url} 的列表条目"),
    "row_of": ("a row of {url}", "{url} 的一条列表条目"),
    "page_of": ("page {page} of {name}", "“{name}”第 {page} 页"),
    "breadcrumb_of": ("the breadcrumb of {name}", "“{name}”的面包屑导航"),
    "folder_of": ("the folder {name} is filed in", "“{name}”所在的目录"),
    # What speaks for a link.
    "named": ("named {name}", "名为“{name}”"),
    "report_slug": ("its slug is one of report columns", "网址形式常见于报告栏目"),
    "topic_slug": ("its slug speaks of law-based government", "网址形式涉及法治政府"),
    "of_other_report": ("a column of another report", "另一类报告的栏目"),
    "site_map": ("the site map", "网站地图"),
    "catalogue": ("the disclosure catalogue", "信息公开目录"),
    "disclosure": ("the disclosure section", "信息公开栏目"),
    "yearly_reports": ("a column of yearly reports", "年度报告类栏目"),
    "notices": ("a notice column", "通知公告类栏目"),
    "may_hold": ("a column that may hold reports", "可能有报告的栏目"),
    "may_lead_on": ("a section that may lead on", "可能通向报告的栏目"),
    "news": ("a news column", "新闻类栏目"),
    "another": ("another column", "其他栏目"),
    "department": ("a department's pages", "部门页面"),
    "as_elsewhere": ("as in another department", "与另一部门相同"),
    # What was seen.
    "hits": ("{hits} documents named, {reports} of them reports", "列出 {hits} 篇文档，其中 {reports} 篇为报告"),
    "no_report_text": ("the page shows no report's text", "页面没有报告正文"),
    "from_service": ("its rows come from a service ({platform})", "列表由接口提供（{platform}）"),
    "single_years": ("{years} columns of single years", "{years} 个单一年度的栏目"),
    "script_services": (
        "filled by a script; {services} services are named in it",
        "由脚本生成，其中提到 {services} 个接口",
    ),
    "script_files": (
        "filled by a script; {files} of its own script files are read",
        "由脚本生成，已读其 {files} 个脚本文件",
    ),
    "js_shell": (
        "filled by a script whose service is not named in it; 'render: browser' in a portal file may help",
        "由脚本生成且未写明接口；可在门户文件中试用 'render: browser'",
    ),
    "rows_in_comment": (
        "rows stand in a comment, and no script of the page reads it",
        "列表条目写在注释中，而页面脚本都不读取",
    ),
    "links": ("{fresh} links worth following, no list of documents", "有 {fresh} 个值得跟随的链接，没有文档列表"),
    "no_list_at_all": ("no list", "没有列表"),
    "script_names": (
        "{fresh} links and {services} services are named in it",
        "其中有 {fresh} 个链接、{services} 个接口",
    ),
    "nameless": (
        "{entries} entries without an address: only a browser that runs the page's script opens them",
        "{entries} 条没有网址，只有运行页面脚本的浏览器才能打开",
    ),
    "played_asks": ("what the scripts of {url} ask for when they run", "{url} 的脚本运行时所请求的内容"),
    "played_leads": ("where the scripts of {url} lead when they run", "{url} 的脚本运行时转向的网址"),
    "played_answer": (
        "an answer of {characters} characters for the scripts of a page",
        "供页面脚本使用的应答，共 {characters} 个字符",
    ),
    "asked_again": (
        "asked once more, to see that another night is answered alike",
        "再次请求，以确认日后的应答仍然相同",
    ),
    "drawn_only": (
        "{reports} reports, shown only where the page's scripts run; 'render: browser' in a portal file may help",
        "有 {reports} 篇报告，但只有运行页面脚本才会显示；可在门户文件中试用 'render: browser'",
    ),
    "no_engine": (
        "its scripts could not be run: the package quickjs-ng is not installed",
        "未能运行页面脚本：没有安装软件包 quickjs-ng",
    ),
    "not_played": (
        "its scripts could not be played within their bounds of time and memory",
        "页面脚本未能在时间和内存限额内运行完毕",
    ),
    "empty_service": ("the service names no documents", "接口没有列出文档"),
    "rows_are_reports": ("{reports} of {rows} rows are reports", "{rows} 条中有 {reports} 条为报告"),
    "no_row_is_report": ("none of {rows} rows is a report", "{rows} 条中没有报告"),
    "a_report": ("a report: {title}", "报告：{title}"),
    # Why a column waits, or nothing was found.
    "stranger": ("the page is that of {name} ({code}), by {why}", "页面属于{name}（{code}），依据为{why}"),
    "nothing_asked": ("nothing could be asked", "无法发出任何请求"),
    "ended": ("{outcome}: {seen}", "{seen}"),
    "reports_without_list": (
        "{reports} reports were met, but no list that shows them",
        "见到 {reports} 篇报告，但没有列出它们的列表",
    ),
    "no_column": (
        "no column with reports on {pages} pages; most of them were like {url}: {seen}",
        "{pages} 个页面中没有报告栏目；多数情形如 {url}：{seen}",
    ),
    "not_kept": ("the column is not kept for these reports alone", "该栏目并非专门公开此类报告"),
    "no_division": ("the page does not state its division", "页面没有说明所属行政区划"),
    "issuers_differ": (
        "the reports' issuers ({issuers}) do not fit the site",
        "报告的发布机关（{issuers}）与网站不符",
    ),
    "no_issuers": ("the reports do not state who issued them", "报告没有写明发布机关"),
    # What tells a site's division.
    "code_digits": ("the first digits of site code {code}", "网站标识码 {code} 的前六位"),
    "site_name": ("the site's name", "网站名称"),
    "code_and_name": (
        "the first digits of site code {code}, as the site's name says",
        "网站标识码 {code} 的前六位，与网站名称一致",
    ),
    "name_within_code": (
        "the site's name, within the division of site code {code}",
        "网站名称（在网站标识码 {code} 所指区划之内）",
    ),
    "name_against_code": (
        "the site's name; site code {code} would mean {name}",
        "网站名称；而网站标识码 {code} 指向{name}",
    ),
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A code of this vocabulary or of ``crawler.reasons`` with its parameters, which may be clauses themselves.

    ``str`` says it in English. A code that stands in neither is a text that says itself.
    """

    code: str
    params: Mapping[str, Clause | str | int] = field(default_factory=dict)

    def said(self, language: str = "en") -> str:
        """What it says in a language."""
        params = {name: each.said(language) if isinstance(each, Clause) else each for name, each in self.params.items()}
        return sentence(self.code, params, language, ChainMap(FOUND, REASONS))

    def __str__(self) -> str:
        return self.said()

    def __bool__(self) -> bool:
        return bool(self.code)

    def stored(self) -> str:
        """As text for the store, "" for nothing."""
        return json.dumps(self, default=_pair, ensure_ascii=False) if self else ""


NOTHING: Final = Clause("")


def clause(code: str, /, **params: Clause | str | int) -> Clause:
    """A code with its parameters."""
    return Clause(code, params)


def restored(text: str) -> Clause:
    """What ``stored`` wrote; any other text is one that says itself."""
    try:
        return _clause(json.loads(text))
    except (ValueError, TypeError, AttributeError):
        return Clause(text)


def spoken(given: Clause) -> str:
    """What a clause says in the language of the terminal."""
    return given.said(chosen())


def _pair(each: Clause) -> list[Any]:
    return [each.code, dict(each.params)]


def _clause(pair: Any) -> Clause:
    code, params = pair
    return Clause(str(code), {name: _clause(each) if isinstance(each, list) else each for name, each in params.items()})
