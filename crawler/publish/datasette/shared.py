"""Paragraphs that stand word for word, or nearly, in the reports of several agencies, and whose came first."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from crawler.publish.datasette.citation import name
from crawler.store.lookup import all_rows

MOST: Final = 200  # reports of a family that are read, earliest first
NOTED: Final = 30  # of them, where a paragraph's family is only noted in the margin
LISTED: Final = 100  # families in the list of the most copied
_MEMBERS: Final = (
    "SELECT paragraph_spans.report, start, \"end\", day, coalesce(agency, issuer, '') AS agency, title, issuer,"
    " report_year, url, published, first_seen FROM paragraph_spans JOIN reports ON reports.id = paragraph_spans.report"
    " WHERE family = ? ORDER BY day, paragraph_spans.report LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Family:
    """A paragraph that ``reports`` reports share (``agencies`` among those read), the earliest of them first.

    ``members`` are rows with report, agency, day and so on; ``text`` is how the first one words it.
    """

    id: int
    reports: int
    agencies: int
    members: list[dict[str, Any]]
    text: str

    @property
    def first(self) -> dict[str, Any]:
        """The report that had the paragraph first."""
        return self.members[0]

    @property
    def bounded(self) -> bool:
        """Whether there are more reports than were read."""
        return self.reports > len(self.members)


def load(conn: sqlite3.Connection, key: int) -> Family | None:
    """One family with its members and their paragraphs' numbers; None if there is none of that key."""
    found = _family(conn, key)
    if found is None:
        return None
    for member in found.members:
        body = conn.execute("SELECT body FROM reports WHERE id = ?", [member["report"]]).fetchone()[0]
        member["line"] = body.count("\n", 0, member["start"]) + 1
        member["text"] = body[member["start"] : member["end"]]
        member["name"] = name(member)
    return found


def most_copied(conn: sqlite3.Connection) -> list[Family]:
    """The paragraphs that stand in the reports of most agencies."""
    sql = f"SELECT id FROM paragraph_families WHERE reports > 1 ORDER BY reports DESC, id LIMIT {LISTED}"
    found = [_family(conn, key) for (key,) in conn.execute(sql).fetchall()]
    several = [family for family in found if family and family.agencies > 1]
    return sorted(several, key=lambda family: (-family.agencies, -family.reports, family.id))


def of_report(conn: sqlite3.Connection, key: int, body: str, agency: str) -> Mapping[int, Family]:
    """The families of a report's paragraphs in which another agency's reports are, by the number of the paragraph."""
    starts = list(accumulate((len(line) + 1 for line in body.split("\n")), initial=0))
    sql = (
        "SELECT family, start FROM paragraph_spans JOIN paragraph_families ON paragraph_families.id = family"
        " WHERE report = ? AND reports > 1 ORDER BY start"
    )
    shared = {}
    for number, start in conn.execute(sql, [key]).fetchall():
        family = _family(conn, number, NOTED)
        if family and any(member["agency"] != agency for member in family.members):
            shared[bisect_right(starts, start)] = family
    return shared


def _family(conn: sqlite3.Connection, key: int, most: int = MOST) -> Family | None:
    members = all_rows(conn, _MEMBERS, [key, most])
    if not members:
        return None
    first = members[0]
    sql = "SELECT substr(body, ?, ?), (SELECT reports FROM paragraph_families WHERE id = ?) FROM reports WHERE id = ?"
    values = [first["start"] + 1, first["end"] - first["start"], key, first["report"]]
    text, reports = conn.execute(sql, values).fetchone()
    return Family(key, int(reports), len({member["agency"] for member in members}), members, text)
