"""What readers see in a cell of a table or of a query's answer in place of what the database holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from markupsafe import Markup

from crawler import clauses, reasons
from crawler.publish.datasette import labels, language

LINKED: Final = {"report": "reports", "version": "versions"}
LINK_NAMES: Final = {"report": ("报告", "report"), "version": ("差异", "changes")}
OF_REPORTS: Final = (None, "coverage", "timeliness", "changes", "sections", "figures", "targets", "candidates")
NAMED_BY_CODE: Final = ("portal", "platform", "reason_code", "evidence_code", "key", "subset_of")
LONGEST: Final = 60  # characters of an address that are shown
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_ADDRESS: Final = re.compile("https?://[^ \n\t<>\"']+")


def leads_on(column: str, table: str | None) -> bool:
    """Whether a column's numbers are those of reports or versions."""
    return column in LINKED and table in OF_REPORTS and (table, column) != ("changes", "version")


def link(path: str, column: str, number: int) -> Markup:
    """A link to the report or version of a number."""
    return Markup('<a href="{}">{}</a>').format(f"{path}/{number}", language.say(*LINK_NAMES[column]))


def of_text(value: str, column: str, table: str | None, row: Any) -> Any:
    """A text as readers see it, None where it is shown as it is."""
    if column == "reason_params" and table in ("fetches", "portal_health"):
        return reasons.sentence(row["reason_code"], json.loads(value), language.CURRENT.get())
    if table is None and column in _OF_QUESTIONS:
        return _OF_QUESTIONS[column](value)
    if column == "state" and table in ("coverage", "timeliness") and value in labels.COVERAGE:
        return labels.badge(value)
    if (table, column) == ("sections", "part") and value in labels.PARTS:
        return Markup('<span class="part {}">{}</span>').format(value, labels.PARTS[value])
    if column == "key" and table in ("figures", "targets") and language.CURRENT.get() == "en":
        return labels.indicator(value, value)
    return labels.values(table, column).get(value) or _of_any(value, column, table)


def _of_any(value: str, column: str, table: str | None) -> Any:
    """What a text is by its looks: a code, a moment, an address."""
    if column in NAMED_BY_CODE and table is not None:
        return _code(value)
    if _TIME.fullmatch(value):
        return Markup("<time>{}</time>").format(labels.beijing(value))
    if _ADDRESS.fullmatch(value):
        shown = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
        return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(value, shown)
    return None


def _code(value: str) -> Markup:
    return Markup("<code>{}</code>").format(value)


def _clause(value: str) -> str:
    return clauses.restored(value).said(language.CURRENT.get())


# Columns of canned queries.
_OF_QUESTIONS: Final[Mapping[str, Callable[[str], Any]]] = {
    "地区": lambda value: labels.PROVINCES.get(value) or labels.head(value),
    "情况": labels.head,
    "结果": lambda value: labels.ENDINGS.get(value, value),
    "问题": _clause,
    "依据": _clause,
    "原因": _clause,
    "采纳": _code,
    "拒绝": _code,
}
