"""What a page says about itself, with where it says so."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from cleaning.body.extraction import Extraction
from cleaning.metadata import breadcrumb, issuer
from cleaning.metadata import titles as titles_of
from cleaning.metadata.dated import add_published, add_signature, add_source
from cleaning.metadata.doc_number import add_doc_number, states_number
from cleaning.metadata.evidence import Evidence, Sources, resolved
from cleaning.metadata.site import add_foot_issuer, add_site
from cleaning.page.decode import Decoded
from cleaning.page.embedded import Embedded
from cleaning.report import FIELDS, Page, Report
from cleaning.text import dates

_SETTLED = frozenset({"issuer", "report_year", "column_path"})
"""Fields that are settled from more than their own candidates."""
_DATES = frozenset(each.name for each in FIELDS if each.type == "date")
_LOOSE_META = re.compile(
    r"<meta\s{1,4}name\s{0,4}=\s{0,4}[\"']?([\w.:-]{1,40})[\"']?\s{0,4}content\s{0,4}=\s{0,4}[\"']?([^\"'<>]{0,1000})",
    re.IGNORECASE,
)
_SCHEMA_DATE = re.compile(r"[\"']datePublished[\"']\s{0,4}:\s{0,4}[\"']([^\"']{8,40})")
_TAG = re.compile(r"<[^<>]{0,500}>")


def metas(tree: LexborHTMLParser, text: str) -> dict[str, str]:
    """The named metas of a page, names in lower case; the first one that says something wins.

    A quote that is never closed swallows the metas after it, so such a page is read by pattern.
    """
    out: dict[str, str] = {}
    for node in tree.css("meta[name], meta[property]")[:300]:
        attributes = node.attributes
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        content = attributes.get("content") or ""
        if "<meta" in content.lower():
            return _loose_metas(text[:100_000])
        if name and not out.get(name):
            out[name] = _plain(content[:2000])
    return out | _machine_dates(tree, text)


def _machine_dates(tree: LexborHTMLParser, text: str) -> dict[str, str]:
    """The day of publication as schema.org states it, and the moment of the page's only time element."""
    out: dict[str, str] = {}
    if "datePublished" in text and (hit := _SCHEMA_DATE.search(text)):
        out["datepublished"] = hit[1]
    if len(times := tree.css("time[datetime]")) == 1:
        out["time element"] = times[0].attributes.get("datetime") or ""
    return out


def _loose_metas(text: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for match in _LOOSE_META.finditer(text):
        out.setdefault(match[1].lower(), " ".join(resolved(match[2]).split()))
    return out


def _plain(markup: str) -> str:
    return " ".join(_TAG.sub("", resolved(markup)).split())


def gather(
    page: Page, decoded: Decoded, found: Extraction, headings: list[str], data: Embedded | None, meta: dict[str, str]
) -> Evidence:
    """All candidates for all fields, best first."""
    sources = Sources.of(page, decoded, found, headings, meta, titles_of.page_title_of(decoded.text))
    evidence = Evidence()
    stated, where = (data.stated, data.source) if data is not None else ({}, "")
    for name, value in stated.items():
        evidence.add(name, where, dates.of_value(value) if name in _DATES else _plain(value))
    titles_of.add_titles(evidence, sources)
    add_site(evidence, sources)
    add_published(evidence, sources)
    add_source(evidence, sources)
    for name in ("index_number", "doc_number", "issuer"):
        for value in sources.labelled.get(name, []):
            evidence.add(name, "table", value if name == "issuer" or states_number(value) else None)
    evidence.add("issuer", "row", page.row_issuer)
    add_doc_number(evidence, sources)
    add_signature(evidence, sources)
    add_foot_issuer(evidence, sources)
    issuer.add_bodies_of_region(evidence, sources)
    return evidence


def fill(report: Report, evidence: Evidence) -> None:
    """Write the winners into the report, losers into its provenance."""
    titles_of.prefer_whole(evidence)
    for each in FIELDS:
        if each.name not in _SETTLED and evidence.found.get(each.name):
            setattr(report, each.name, evidence.choose(each.name, report.provenance))


def forget_title(report: Report) -> None:
    """Take back the title of a wall or a missing page, unless the page's meta or its listing row states it."""
    where = report.provenance.get("title", {}).get("from", "")
    if where not in {"meta ArticleTitle", "title comment", "row"}:
        report.title = None
        report.provenance.pop("title", None)


def column_path(found: Extraction, title: str, tree: LexborHTMLParser) -> list[str] | None:
    """The breadcrumb above the body."""
    return breadcrumb.column_path(found.before(), title, tree)
