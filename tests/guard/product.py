"""The names of the project that the guard uses: after a renaming this is the one file to change."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cleaning.attachments import Reading, read_safely
from cleaning.clean import clean
from cleaning.report import Page, Report
from crawler.items import Listing, ListingPage, PageRequest
from crawler.platforms import platforms
from crawler.platforms.detect import Guess, detect
from crawler.portals import load_all
from crawler.portals.agencies import load as load_agencies
from crawler.store import agencies
from crawler.store.coverage import coverage
from crawler.store.database import open_database

Facts = dict[str, Any]
CLEAN: Callable[..., Report] = clean
SNIFF: Callable[..., Guess | None] = detect

# The record's own name -> the attribute of the project. Texts of several lines become lists of lines.
REPORT = {
    **dict.fromkeys(("title", "issuer", "published", "signed_date", "report_year", "doc_number", "index_number")),
    **dict.fromkeys(("source", "site_name", "site_id_code", "icp", "column_path", "next_page", "body_source")),
    **dict.fromkeys(("is_report", "kind", "flags", "provenance", "encoding")),
    "score": "body_score",
}
SECTION = dict.fromkeys(("level", "marker", "ordinal", "heading", "kind", "part", "line", "start", "end"))
FIGURE = {
    **dict.fromkeys(("key", "label", "value", "unit", "normal_value", "normal_unit", "qualifier", "period", "year")),
    **dict.fromkeys(("scope", "subset_of", "sentence", "span", "line", "start", "end")),
}
ATTACHMENT = dict.fromkeys(("url", "name", "kind", "member", "role"))
READING = dict.fromkeys(("media_type", "method", "pages", "confidence", "flags", "note"))
ROW = dict.fromkeys(("title", "url", "date", "issuer", "doc_number", "index_number"))
LISTING = dict.fromkeys(("name", "stated_total", "stated_pages", "problem"))


def _taken(thing: Any, names: Mapping[str, str | None]) -> Facts:
    return {name: getattr(thing, attribute or name) for name, attribute in names.items()}


def record(report: Report) -> Facts:
    """Every field of a page's record."""
    return {
        **_taken(report, REPORT),
        "body": report.body.split("\n"),
        "attachments": [_taken(each, ATTACHMENT) for each in report.attachments],
        "sections": [_taken(each, SECTION) for each in report.sections],
        "figures": [_taken(each, FIGURE) for each in report.figures],
        "candidates": [_taken(each, FIGURE) for each in report.candidates],
    }


def cleaned(content: bytes, url: str = "", content_type: str = "", row_title: str = "") -> Facts:
    """The record of a page's bytes."""
    return record(clean(Page(content, url=url, content_type=content_type, row_title=row_title)))


def reading(found: Reading) -> Facts:
    """What was read of a file."""
    members = [{"name": name, **reading(inner)} for name, inner in found.members]
    return {**_taken(found, READING), "text": found.text.split("\n"), "members": members}


def file_text(content: bytes, name: str) -> Facts:
    """What is read of a file's bytes."""
    return reading(read_safely(content, name))


def asked(request: PageRequest | None) -> str | None:
    """A request on one line."""
    if request is None:
        return None
    headers = "".join(f" {name}: {value}" for name, value in sorted(request.headers.items()))
    return f"{request.method} {request.url} {request.body}{headers}".rstrip()


def listing(found: Listing) -> Facts:
    """Everything a listing's page holds."""
    return {
        **_taken(found, LISTING),
        "rows": [_taken(row, ROW) for row in found.rows],
        "next": asked(found.next),
        "children": [f"{child.name} {child.url}" for child in found.children],
    }


def guess(found: Guess | None) -> Facts:
    """What system a page was taken for."""
    if found is None:
        return {"system": None}
    params, evidence = dict(found.params), list(found.evidence)
    return {
        "system": found.platform,
        "params": params,
        "evidence": evidence,
        "service": asked(found.service),
        "proven": found.proven,
        **listing(found.listing),
    }


def systems() -> list[str]:
    """The names of the readers of listings."""
    return sorted(platforms())


def reader(system: str) -> Any:
    """The reader itself, a module with ``first``, ``read`` and ``sniff``."""
    return platforms()[system]


def first(system: str, url: str) -> PageRequest:
    """How a reader asks for the first page of a column."""
    request: PageRequest = reader(system).first(url, {})
    return request


def read(system: str, text: str, request: PageRequest) -> Listing:
    """What a reader finds in the answer to a request."""
    found: Listing = reader(system).read(ListingPage(request.url, text, {}, request))
    return found


def sniffed(text: str, url: str) -> Guess | None:
    """What a page is taken for."""
    return detect(ListingPage(url, text, {}, PageRequest(url)))


def portal_columns() -> dict[str, list[tuple[str, str]]]:
    """Portal -> its watched columns as (system, address)."""
    return {
        name: [(column.platform or portal.platform, column.url) for column in portal.columns]
        for name, portal in load_all().items()
    }


_OF = "JOIN reports r ON r.id = report"
# What a crawl leaves in its database: name -> (what tells a line from others, SQL).
STORED = {
    "reports": (
        ("url",),
        "SELECT portal, url, title, issuer, region_code, report_year, published, published_from, signed_date,"
        " doc_number, index_number, source, site_name, site_id_code, icp, column_path, body_sha256, body_source,"
        " characters, flags, provenance, state, first_seen, last_seen, last_changed, next_fetch, fetch_interval,"
        " missing_since, etag, last_modified, agency, level, disclosure_due, body FROM reports",
    ),
    "addresses": (
        ("url",),
        f"SELECT a.url, r.url AS report, a.relation, a.first_seen FROM report_addresses a {_OF}",
    ),
    "versions": (
        ("url", "number"),
        "SELECT r.url, number, reason, seen, v.title, v.body_sha256, cleaner, v.body, v.pages, v.files"
        f" FROM version_texts v {_OF}",
    ),
    "sections": (
        ("url", "position"),
        f'SELECT r.url, position, s.level, marker, heading, kind, part, start, "end", text FROM sections s {_OF}',
    ),
    "figures": (
        ("url", "start", "key"),
        "SELECT r.url, f.key, label, value, unit, normal_value, normal_unit, qualifier, period, year, scope,"
        f' subset_of, sentence, span, start, "end" FROM figures f {_OF}',
    ),
    "candidates": (
        ("url", "start"),
        "SELECT r.url, value, unit, normal_value, normal_unit, qualifier, period, year, sentence, span, start,"
        f' "end" FROM candidates c {_OF}',
    ),
    "attachments": (
        ("url", "file", "member"),
        "SELECT r.url, a.url AS file, name, member, role, media_type, sha256, bytes, pages, method, confidence,"
        " a.flags, note, outcome, reason, fetched, a.etag, a.last_modified, text"
        f" FROM attachments a {_OF}",
    ),
    "following pages": (
        ("url", "page"),
        "SELECT r.url, position, p.url AS page, outcome, reason, sha256, fetched, p.etag, p.last_modified"
        f" FROM following_pages p {_OF}",
    ),
    "listing rows": (
        ("url",),
        "SELECT l.portal, c.url AS listing, l.url, l.title, date, l.issuer, l.state, kind, reason, tries,"
        " r.url AS report, l.first_seen, l.last_seen FROM listing_rows l JOIN columns c ON c.id = column_id"
        " LEFT JOIN reports r ON r.id = l.report",
    ),
    "columns": (
        ("url",),
        "SELECT c.portal, c.url, c.name, p.url AS parent, c.first_seen, c.last_fetch, c.last_good_fetch,"
        " c.last_outcome, c.row_count, c.etag, c.last_modified, c.read_whole, c.bad_fetches, c.next_fetch"
        " FROM columns c LEFT JOIN columns p ON p.id = c.parent",
    ),
    "boilerplate": (("portal", "text"), "SELECT portal, text, pages, first_seen, last_seen FROM boilerplate"),
}
FETCHES = "SELECT portal, purpose, url, status, outcome, looked, reason_params AS reason FROM fetches WHERE run = ?"


def season_matrix(folder: Path, now: str) -> dict[str, str]:
    """The matrix of agencies and years that the replay of the season left in a folder."""
    os.environ["FAZHI_NOW"] = now
    season = Path(__file__).parents[1] / "season"
    db = open_database(folder / "reports.db")
    agencies.refresh(db, load_agencies(season / "agencies.yml", load_all(season / "portals")))
    found = {f"{row['agency']} {row['year']}": row["state"] for row in coverage(db)}
    db.close()
    return found
