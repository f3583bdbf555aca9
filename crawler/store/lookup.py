"""Finding one report by what a person knows of it, and reading its versions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlite_utils import Database

MOST_LISTED = 20  # reports named when a search finds more than one


@dataclass(frozen=True, slots=True)
class Known:
    """A stored report, enough to recognise it."""

    id: int
    title: str | None
    issuer: str | None
    report_year: int | None
    url: str


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a report."""

    number: int
    reason: str
    seen: str
    title: str | None
    body: str


def find(db: Database, text: str) -> list[Known]:
    """The reports meant by an id, an address (http or https, with or without www.) or "issuer year".

    An issuer is matched in full (also as the agency's name), else as part of issuer or title; the year may be
    left out.
    """
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 19:
        return _known(db, "id = ?", int(text))
    if "://" in text:
        addresses = _twins(text)
        marks = ", ".join("?" * len(addresses))
        return _known(db, f"id IN (SELECT report FROM report_addresses WHERE url IN ({marks}))", *addresses)
    match = re.fullmatch(r"(.*?)\s*((?:19|20)\d\d)?(?:年度?)?", text, re.DOTALL)
    name, year = match.groups() if match else (text, None)
    when = "report_year = ?" if year else "?"
    number = int(year) if year else 1
    return _known(db, f"(issuer = ? OR agency = ?) AND {when}", name, name, number) or _known(
        db, f"(instr(issuer, ?) OR instr(title, ?)) AND {when}", name, name, number
    )


def _known(db: Database, condition: str, *values: object) -> list[Known]:
    sql = f"SELECT id, title, issuer, report_year, url FROM reports WHERE {condition} ORDER BY id LIMIT {MOST_LISTED}"
    return [Known(*row) for row in db.execute(sql, list(values))]


def _twins(url: str) -> list[str]:
    """The address with either scheme, with and without ``www.``."""
    _, _, rest = url.partition("://")
    host = urlsplit(url).netloc
    bare = rest.removeprefix("www.")
    rests = (rest, bare, f"www.{bare}") if host else (rest,)
    return list(dict.fromkeys(f"{scheme}://{each}" for each in rests for scheme in ("http", "https")))


def versions(db: Database, report: int) -> list[Version]:
    """All versions of a report, oldest first."""
    sql = "SELECT number, reason, seen, title, body FROM version_texts WHERE report = ? ORDER BY number"
    return [Version(*row) for row in db.execute(sql, [report])]
