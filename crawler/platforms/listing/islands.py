"""Hanweb's XML in scripts. CDATA inside a script is no HTML, so it is unwrapped as text before it is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.platforms.listing.addresses import absolute

_ISLAND: Final = re.compile(r"<script[^>]{0,200}\btype\s*=\s*[\"']?text/xml[\"']?[^>]{0,200}>", re.I)
_BLOCK_ID: Final = re.compile(r"\bid\s*=\s*[\"']?(\w{1,40})[\"']?[^<>]{0,200}>\s*$")
_JPAGE: Final = re.compile(r"\$\(\s*['\"]#(\w{1,40})['\"]\s*\)\s*\.jpage\s*\(\s*\{")
_COUNTED: Final = re.compile(r"\btotalRecord[\"']?\s*:")
_PAIR: Final = re.compile(
    r"(\w{1,40})[\"']?\s*:\s*(?:'([^'\n]{0,500})'|\"([^\"\n]{0,500})\"|(-?\d{1,12})|([\w$]{1,60}))"
)
_CALL_SIZE: Final = 3000
MAX_UNITS: Final = 20
_GROUP: Final = 3  # screen pages per request where the page does not say


@dataclass(frozen=True, slots=True)
class Unit:
    """A list unit: records in all, records per screen page, screen pages per request, and how to ask for more."""

    total: int
    per_page: int
    group: int
    proxy: str
    fields: dict[str, str]


def datastore(text: str) -> bool:
    """True for an answer of the record proxy."""
    head = text[:500].lstrip("\ufeff").lstrip()
    if head.startswith("<?xml"):
        head = head.partition("?>")[2].lstrip()
    return head[:10].lower() == "<datastore"


def records(text: str) -> list[str]:
    """The HTML of each record, its CDATA unwrapped. A record that is cut off is left out."""
    found = []
    lower = text.lower()
    at = lower.find("<record>")
    while at >= 0:
        end = lower.find("</record>", at)
        if end < 0:
            break
        inner = text[at + len("<record>") : end].strip()
        found.append(inner.removeprefix("<![CDATA[").removesuffix("]]>"))
        at = lower.find("<record>", end)
    return found


def islands(text: str) -> dict[str, str]:
    """The data islands of a page by the id of the element round them, in the page's order."""
    found: dict[str, str] = {}
    end = 0
    for opening in _ISLAND.finditer(text):
        if opening.start() < end or len(found) >= MAX_UNITS:
            continue
        end = text.find("</script", opening.end())
        if end < 0:
            break
        body = text[opening.end() : end]
        if "<record" in body or "<datastore" in body:
            block = _BLOCK_ID.search(text[max(0, opening.start() - 300) : opening.start()])
            found.setdefault(block[1] if block else str(len(found)), body)
    return found


def units(text: str, base: str, proxy: str) -> dict[str, Unit]:
    """The list units a page starts. Calls without ``dataStore`` belong to search forms and count something else."""
    found: dict[str, Unit] = {}
    for call in islice(_JPAGE.finditer(text), 10 * MAX_UNITS):
        body = text[call.end() : call.end() + _CALL_SIZE].partition("})")[0]
        if "dataStore" not in body:
            continue
        values = pairs(body)
        fields = _ajax_fields(text, values.get("ajaxParam", f"param_{call[1]}")) or _nextgroup_fields(text, call[1])
        if unit := _unit(values, fields, absolute(base, values.get("proxyUrl") or proxy)):
            found.setdefault(call[1], unit)
    return found


def nameless_unit(text: str, island: str, base: str, proxy: str) -> Unit | None:
    """The unit of an island that no call names, by any call that counts its records and asks for more of them:
    ``new jpage({totalRecord:43,perPage:15,proxyUrl:…})``. None where what to ask for is not said.
    """
    held = len(records(island))
    for hit in islice(_COUNTED.finditer(text), MAX_UNITS):
        start = text.rfind("{", max(0, hit.start() - _CALL_SIZE), hit.start()) + 1
        body = text[start : start + _CALL_SIZE].partition("})")[0]
        values = pairs(body)
        given = _ajax_fields(body, "ajaxParam") or _ajax_fields(text, values.get("ajaxParam", "ajaxParam"))
        fields = given or _nextgroup_fields(island, "")
        unit = _unit(values, fields, absolute(base, values.get("proxyUrl") or proxy))
        if unit and fields and unit.total >= held:
            return unit
    return None


def _unit(values: dict[str, str], fields: dict[str, str], address: str) -> Unit | None:
    total, per_page, group = (_number(values.get(name, "")) for name in ("totalRecord", "perPage", "groupSize"))
    if not (total and per_page and address):
        return None
    size = _GROUP if group is None else min(max(group, 1), 100)
    return Unit(total, min(per_page, 1000), size, address, fields)


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() else None


def pairs(source: str) -> dict[str, str]:
    """Names and plain values of a JavaScript object literal; nested values are skipped."""
    found: dict[str, str] = {}
    for name, single, double, number, word in _PAIR.findall(source[:_CALL_SIZE]):
        found.setdefault(name, single or double or number or word)
    return found


def _ajax_fields(text: str, name: str) -> dict[str, str]:
    found = re.search(rf"\b{re.escape(name)}[\"']?\s*[=:]\s*\{{([^{{}}]{{1,2000}})\}}", text)
    return pairs(found[1]) if found else {}


def _nextgroup_fields(text: str, unit: str) -> dict[str, str]:
    found = re.search(rf"<nextgroup>.{{0,60}}?href=\"([^\"]{{1,1500}}unitid={re.escape(unit)}[^\"]{{0,800}})\"", text)
    if not found:
        return {}
    query = urlsplit(found[1]).query
    fields = {name: unquote(value) for name, value in parse_qsl(query, keep_blank_values=True)}
    fields.pop("page", None)
    return fields
