"""How a search is put to the database so that it answers at once, whether its words are rare or in every report.

Rare words: the index lists all texts that contain them. Some more: instead of sorting that list, texts are walked in
the order they are shown until a page of them stood in it. Words that many texts contain: that list is long and the
first page of it short, so the index is asked about each text that is walked (some 15 µs, where reading it takes ten
times as long), until the page is full.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from crawler.store import pairs

COMMON: Final = 10_000  # hits beyond which texts are walked
SORTED: Final = 500  # and beyond which an index in the order that is shown is walked until it met a page of hits
MAYBE: Final = 800  # the same of sections that only may contain the words and have to be read
SAMPLE: Final = 60  # latest texts in which a single character is looked for, since its own list is slow to make
OFTEN: Final = 6  # of them that contain a common one: a page of 50 is then full after some 500 texts
MARK: Final = "/* common */"  # begins the condition for common words, so that others know it

UNCOUNTED: Final = "_nocount=1"  # what the room adds to what a page is asked with
LISTED: Final = ("title", "issuer", "report_year", "published", "characters", "state", "url", "body", "body_folded")
_NUMBER: Final = ("value", "unit", "qualifier", "period", "year", "scope", "sentence")
_TARGET: Final = ("mood", "value", "unit", "qualifier", "year", "scope", "sentence")


def only(columns: Iterable[str]) -> str:
    """The arguments by which a page is asked for with some columns."""
    return "&".join(f"_col={column}" for column in columns)


# What a page shows of a table, where nothing else is asked for; the name of an indicator is another column in English.
SHOWN: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    **{("reports", language): LISTED for language in ("zh", "en")},
    **{("sections", language): ("report", "marker", "heading", "part", "text") for language in ("zh", "en")},
    ("figures", "zh"): ("report", "label", *_NUMBER),
    ("figures", "en"): ("report", "key", *_NUMBER),
    ("targets", "zh"): ("report", "label", *_TARGET),
    ("targets", "en"): ("report", "key", *_TARGET),
}
_ONLY: Final = "|".join({only(columns) for columns in SHOWN.values()})
_OWN: Final = f"{UNCOUNTED}(?:&(?:{_ONLY}))?|{_ONLY}"

REPORTS: Final = "select rowid from reports_fts where reports_fts match zh_match(:{name})"
# The conditions for common words of reports, and for a common single character, of which the index has no list.
WALKED: Final = f"{MARK} exists ({REPORTS.format(name='search')} and rowid = reports.id)"
READ: Final = f"{MARK} zh_contains(coalesce(body_folded, body), :search, title)"
_SECTIONS: Final = "select rowid from sections_fts where sections_fts match zh_section_match(:{name})"
_PART: Final = "select rowid from sections_fts where sections_fts match zh_section_match(:{name}, :part)"


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in SQL. ``listed`` says the same from the index's list: better to count with, None if slow to make.

    ``count`` is a query that counts the rows that meet it and nothing else, None where there is no quick one.
    """

    sql: str
    listed: str | None
    count: str | None = None


def shown_link(address: str) -> str:
    """An address without what only keeps Datasette from counting and drawing what is not shown."""
    return re.sub(rf"&({_OWN})(?=&|#|$)|(?<=\?)({_OWN})(?:&|(?=#|$))|\?({_OWN})(?=#|$)", "", address)


def shown_arguments(arguments: Iterable[tuple[str, str]], request: Any) -> list[tuple[str, str]]:
    """Those arguments of a page that its address shows."""
    shown = parse_qsl(urlsplit(shown_link(request.full_path)).query, keep_blank_values=True)
    return [each for each in arguments if each in shown]


def in_reports(conn: sqlite3.Connection, query: str) -> Clause:
    """Reports whose title or text contains the words of ``query``, bound to ``:search``."""
    hits = REPORTS.format(name="search")
    listed = f"reports.id in ({hits})"
    if any(len(term) == 1 for term in pairs.terms(query)):
        return Clause(READ, None) if _often(conn, query) else Clause(listed, listed)
    number = _number(conn, hits, {"search": query}, COMMON)
    sql = WALKED if number > COMMON else f"+{listed}" if number > SORTED else listed
    return Clause(sql, listed, f"select count(*) from ({hits})")


def in_sections(conn: sqlite3.Connection, query: str) -> Clause:
    """Sections whose text contains the words of ``query``, bound to ``:search``."""
    hits = _SECTIONS.format(name="search")
    contains = "zh_contains(text, :search)"
    listed = f"sections.id in ({hits})" + ("" if pairs.exact(query) else f" and {contains}")
    count = f"select count(*) from ({hits})" if pairs.exact(query) else None
    most = COMMON if pairs.exact(query) else MAYBE
    common = _number(conn, hits, {"search": query}, most) > most
    return Clause(f"{MARK} {contains}" if common else listed, listed, count)


def in_part(conn: sqlite3.Connection, term: str, part: str, name: str) -> Clause:
    """Reports with a section of ``part`` (bound to ``:part``) that contains ``term`` (bound to ``:name``)."""
    hits = _PART.format(name=name)
    contains = f"zh_contains(text, :{name})"
    exact, values = pairs.exact(term), {name: term, "part": part}
    listed = f"select report from sections where id in ({hits}){'' if exact else f' and {contains}'}"
    walked = f"exists (select 1 from sections where sections.report = reports.id and part = :part and {contains})"
    most = COMMON if exact else MAYBE
    common = _number(conn, hits, values, most) > most
    if not common and not exact:  # sections are read once, not again for each question of a page
        listed = ", ".join(str(row[0]) for row in conn.execute(f"{listed} order by report", values))
    listed = f"reports.id in ({listed})"
    return Clause(f"{MARK} {walked}" if common else listed, listed)


def with_part(part: str) -> Clause:
    """Reports with a section of ``part``, bound to ``:part``."""
    sql = "exists (select 1 from sections where sections.report = reports.id and part = :part)"
    return Clause(f"{MARK} {sql}", "reports.id in (select report from sections where part = :part)")


def _number(conn: sqlite3.Connection, hits: str, values: Mapping[str, str], most: int) -> int:
    """How many hits there are, ``most`` and one if more."""
    sql = f"select count(*) from (select 1 from ({hits}) limit {most + 1})"
    return int(conn.execute(sql, values).fetchone()[0])


def _often(conn: sqlite3.Connection, query: str) -> bool:
    latest = f"select title, body, body_folded from reports order by report_year desc, id limit {SAMPLE}"
    sql = f"select count(*) from ({latest}) where {READ}"
    return int(conn.execute(sql, {"search": query}).fetchone()[0]) >= OFTEN


def state(path: str | None) -> tuple[int, ...]:
    """Changes whenever the database file does: what was computed from it before may be shown until then."""
    files = (Path(path), Path(f"{path}-wal")) if path else ()
    return tuple(file.stat().st_mtime_ns for file in files if file.exists())
