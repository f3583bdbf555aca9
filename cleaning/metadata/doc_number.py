"""The number of a document: 青环〔2024〕4号, 证监会令第118号, 国家税务总局公告2026年第1号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaning.metadata.evidence import Evidence, Sources

_DOC_NUMBER = re.compile(
    r"^[(（]?([\u4e00-\u9fffA-Za-z·]{0,20}\s*[〔\[（(【﹝［]\s*(?:19|20)\d{2}\s*[〕\])）】﹞］]\s*(?:第\s*)?\d{1,5}\s*号)[)）]?(?:\s*签发人\s*[:：].{0,30})?$"
)
"""A number alone on its line, or beside who released the document, as a report to a superior bears both (GB/T
9704-2012, 7.2.6)."""
_NOTICE = re.compile(r"^([\u4e00-\u9fff、]{2,60}公告\s*(?:19|20)\d{2}\s*年\s*第\s*\d{1,4}\s*号)$")
_IN_FULL = r"([\u4e00-\u9fffA-Za-z]{1,20}[〔\[（(【](?:19|20)\d{2}[〕\])）】](?:第)?\d{1,5}号)"
_IN_TITLE = re.compile(rf"[（(]{_IN_FULL}[)）]\s*\Z")
_BEFORE_TITLE = re.compile(rf"\A{_IN_FULL}\s*(?=[\u4e00-\u9fff\d].{{5,}})")
_OF_ORDER = r"((?:(?:19|20)\d{2}\s*年?\s*)?第\s*(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,7})\s*号)"
_ORDER = re.compile(rf"([\u4e00-\u9fff]{{2,30}}令)\s*[（(]?\s*{_OF_ORDER}")
_ORDER_LINE = re.compile(rf"^([\u4e00-\u9fff]{{2,30}})令\s*[（(]?\s*{_OF_ORDER}[)）]?$")
_ORDER_ONLY = re.compile(rf"^[（(]?{_OF_ORDER}[)）]?$")
_NOTED = re.compile(r"^.{0,20}?日")
_NUMBERED = re.compile(r"\A(?!.*(?:Copyright|©)).*\d", re.IGNORECASE)


def states_number(value: str) -> bool:
    """Whether the value of a label can be a number at all."""
    return _NUMBERED.search(value) is not None


def without_number(title: str) -> str:
    """A title without the number of its document in front."""
    return _BEFORE_TITLE.sub("", title)


def is_order(line: str) -> bool:
    """Whether a line is but the name and number of an order: its matter stands elsewhere."""
    return _ORDER_LINE.match(line) is not None


def add_doc_number(evidence: Evidence, sources: Sources) -> None:
    """A number under the title or in the red head or note of an order; never one cited in the text.

    Who gives an order stands before its number.
    """
    above, head = ([line.strip() for line in lines] for lines in (sources.above[-4:], sources.body[:4]))
    for line in head:
        evidence.add("doc_number", "line under the title", _under_title(line))
        if len(line) < 200 and line[:1] in "（(" and (hit := _ORDER.search(_NOTED.sub("", line, count=1))):
            evidence.add("doc_number", "note under the title", hit[1] + _joined(hit[2]))
    title = evidence.first("title")
    if hit := _BEFORE_TITLE.match(title) or _IN_TITLE.search(title):
        evidence.add("doc_number", "title", hit[1])
    for line in above:
        evidence.add("doc_number", "line under the title", _under_title(line))
    for giver, number in [*_orders(head), *_orders(above)]:
        evidence.add("doc_number", "red head", f"{giver}令{_joined(number)}")
        evidence.add("issuer", "red head", giver)


def _orders(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Who gives an order and its number, on one line or on two."""
    for line, below in zip(lines, [*lines[1:], ""], strict=False):
        if len(line) < 60 and line.endswith("令") and (hit := _ORDER_ONLY.match(below)):
            yield line[:-1], hit[1]
        if hit := _ORDER_LINE.match(line):
            yield hit[1], hit[2]


def _under_title(line: str) -> str | None:
    hit = (_DOC_NUMBER.match(line) or _NOTICE.match(line)) if len(line) < 80 else None
    return hit[1] if hit else None


def _joined(number: str) -> str:
    return "".join(number.split())
