"""How a search is put to the database so that it answers at once, whether its words are rare or in every report.

Rare words: the index names all texts that contain them. Words that most texts contain: the list of them is long
and its first page short, so the texts are walked in the order they are shown and the index asked about each.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from crawler.store import search

COMMON: Final = 10_000  # hits beyond which they are neither listed first nor counted

_REPORTS: Final = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH zh_match(:{name})"
_SECTIONS: Final = "SELECT rowid FROM sections_fts WHERE sections_fts MATCH zh_section_match(:{name})"
_PART: Final = "SELECT rowid FROM sections_fts WHERE sections_fts MATCH zh_section_match(:{name}, :part)"


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL, and whether more than ``COMMON`` rows meet it. Parameters keep their names."""

    sql: str
    common: bool


def in_reports(conn: sqlite3.Connection, query: str, name: str = "search") -> Clause:
    """Reports whose title or text contains the words of ``query``, which is bound to ``:name``."""
    hits = _REPORTS.format(name=name)
    if _common(conn, hits, {name: query}):
        return Clause(f"exists ({hits} and rowid = reports.id)", common=True)
    return Clause(f"reports.id in ({hits})", common=False)


def in_sections(conn: sqlite3.Connection, query: str, name: str = "search") -> Clause:
    """Sections whose text contains the words of ``query``."""
    hits = _SECTIONS.format(name=name)
    contains = "" if search.exact(query) else f" and zh_contains(text, :{name})"
    if _common(conn, hits, {name: query}):
        return Clause(f"exists ({hits} and rowid = sections.id){contains}", common=True)
    return Clause(f"sections.id in ({hits}){contains}", common=False)


def in_part(conn: sqlite3.Connection, term: str, part: str, name: str) -> Clause:
    """Reports with a section of ``part`` (bound to ``:part``) that contains ``term``."""
    hits = _PART.format(name=name)
    if _common(conn, hits, {name: term, "part": part}):
        found = f"sections.report = reports.id and part = :part and zh_contains(text, :{name})"
        return Clause(f"exists (select 1 from sections where {found})", common=True)
    contains = "" if search.exact(term) else f" and zh_contains(text, :{name})"
    return Clause(f"reports.id in (select report from sections where id in ({hits}){contains})", common=False)


def _common(conn: sqlite3.Connection, hits: str, values: dict[str, str]) -> bool:
    counted = conn.execute(f"SELECT count(*) FROM (SELECT 1 FROM ({hits}) LIMIT {COMMON + 1})", values).fetchone()[0]
    return int(counted) > COMMON
