"""What readers are told: reports that are new, were changed by their source, or vanished."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a report; ``kind`` is new, changed or gone, ``time`` when we saw it (UTC).

    ``version`` is the number of the version that began, None for gone.
    """

    kind: str
    time: str
    report: int
    version: int | None
    portal: str
    agency: str | None
    issuer: str | None
    report_year: int | None
    title: str | None
    url: str
    published: str | None

    @property
    def name(self) -> str:
        """How to call the report: its title, else issuer and year, else its address."""
        if self.title:
            return self.title
        issuer = self.issuer or self.agency
        return f"{issuer}{self.report_year or ''}年法治政府建设年度报告" if issuer and self.report_year else self.url


def changes(
    db: Database, *, since: str = "", until: str = "9999", portal: str | None = None, most: int = -1
) -> list[Change]:
    """The changes from ``since`` to ``until``, both included (database stamps), newest first; ``most`` of them."""
    names = ", ".join(Change.__dataclass_fields__)
    sql = (
        f"SELECT {names} FROM changes WHERE time >= ? AND time <= ? AND (?3 IS NULL OR portal = ?3)"
        " ORDER BY time DESC, report DESC, version DESC LIMIT ?4"
    )
    return [Change(*row) for row in db.execute(sql, [since, until, portal, most])]


def newest(db: Database, count: int, *, until: str = "9999") -> list[Change]:
    """The newest changes up to ``until``, at most ``count``, at a cost that does not grow with the store.

    None of them can be older than the ``count``-th newest version that is one.
    """
    row = db.execute(
        "SELECT seen FROM versions WHERE seen <= ? AND reason != 'cleaner_changed' ORDER BY seen DESC LIMIT 1 OFFSET ?",
        [until, count - 1],
    ).fetchone()
    return changes(db, since=row[0] if row else "", until=until, most=count)


def bodies(db: Database, report: int, version: int) -> tuple[str, str]:
    """The body of a version and of the one before it ("" for the first)."""
    sql = "SELECT body FROM version_texts WHERE report = ? AND number = ?"
    old, new = (db.execute(sql, [report, number]).fetchone() for number in (version - 1, version))
    return (old[0] if old else "", new[0] if new else "")
