"""Agencies in the database, and whose report a report is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from sqlite_utils import Database

from cleaning.text.normalize import squeeze
from crawler.portals.agencies import Agency
from crawler.store import coverage
from crawler.store.coverage import disclosure_due
from crawler.store.database import is_read_only
from crawler.store.regions import enter
from crawler.store.regions import mirror as mirror_regions

PLACELESS = re.compile(r"^(?:省|自治区|市|州|盟|区|县|旗|镇|乡)")
BEFORE_NAME = re.compile(r"(?:省|自治区|市|州|盟|区|县|旗|委|委员会)$")
PLACE = re.compile(r"[省市州盟区县旗]")
BATCH = 500


def folded(name: str | None) -> str:
    """A name for comparing (``squeeze``)."""
    return squeeze(name or "")


class Matcher:
    """Finds the agency a report belongs to by issuer, title and portal."""

    def __init__(self, agencies: Sequence[Agency], site_titles: dict[str, str] | None = None) -> None:
        """``site_titles`` maps a portal to its title: a site named like an agency is that agency's own."""
        self._everywhere: dict[str, set[str]] = {}
        self._at: dict[str | None, dict[str, set[str]]] = {}
        self._owners: dict[str, str] = {}
        titles = {portal: folded(title) for portal, title in (site_titles or {}).items()}
        for agency in agencies:
            here = self._at.setdefault(agency.portal, {})
            for name in map(folded, (agency.name, *agency.aliases)):
                here.setdefault(name, set()).add(agency.name)
                if not PLACELESS.match(name):
                    self._everywhere.setdefault(name, set()).add(agency.name)
            if agency.portal and titles.get(agency.portal) == folded(agency.name):
                self._owners[agency.portal] = agency.name

    def find(self, issuer: str | None, title: str | None, portal: str) -> str | None:
        """The agency's name, None where nothing in the registry fits or more than one agency does.

        The issuer decides, then the longest name the title holds, then, for a report that names no issuer, whose
        own site it is. A name that names no place (市生态环境局) counts on the agency's own portal only.
        """
        issuer = folded(issuer)
        found = self._by_issuer(issuer, portal) or self._by_title(folded(title), portal)
        return found or (None if issuer else self._owners.get(portal))

    def _by_issuer(self, issuer: str, portal: str) -> str | None:
        here = self._at.get(portal, {})
        return _only(here.get(issuer)) or _only(self._everywhere.get(issuer)) or self._with_prefix(issuer, here)

    def _with_prefix(self, issuer: str, here: dict[str, set[str]]) -> str | None:
        """An issuer that leaves out or adds the names of higher places (重庆市荣昌区…, 荣昌区…) or that a party
        committee signed first (中共灵寿县委灵寿县人民政府)."""
        found: set[str] = set()
        for name, owners in here.items() if issuer else ():
            longer, shorter = (name, issuer) if len(name) > len(issuer) else (issuer, name)
            says_where = PLACE.search(shorter) and not PLACELESS.match(shorter)
            if says_where and longer.endswith(shorter) and BEFORE_NAME.search(longer.removesuffix(shorter)):
                found |= owners
        return _only(found)

    def _by_title(self, title: str, portal: str) -> str | None:
        here = self._at.get(portal, {})
        names = [name for name in here if name in title]
        return _only(here[max(names, key=len)]) if names else None


def _only(names: set[str] | None) -> str | None:
    return next(iter(names)) if names and len(names) == 1 else None


def _agency_row(agency: Agency) -> tuple[object, ...]:
    aliases = json.dumps(agency.aliases, ensure_ascii=False)
    return agency.name, aliases, agency.level, agency.type, agency.duty, agency.since, agency.until, agency.portal


def mirror(db: Database, agencies: Sequence[Agency]) -> None:
    """Make the tables ``agencies`` and ``agency_regions`` equal to the registry; writes nothing if they are."""
    names = "name, aliases, level, type, duty, since, until, portal"
    rows = {_agency_row(agency) for agency in agencies}
    regions = {(agency.name, item.code, item.since, item.until) for agency in agencies for item in agency.regions}
    known = set(db.execute(f"SELECT {names} FROM agencies"))
    if known == rows and set(db.execute("SELECT agency, region_code, since, until FROM agency_regions")) == regions:
        return
    gone = {row[0] for row in known} - {agency.name for agency in agencies}
    with db.atomic():
        db.conn.executemany("DELETE FROM agencies WHERE name = ?", [(name,) for name in gone])
        db.conn.executemany(
            f"INSERT INTO agencies ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
            " aliases = excluded.aliases, level = excluded.level, type = excluded.type, duty = excluded.duty,"
            " since = excluded.since, until = excluded.until, portal = excluded.portal",
            rows,
        )
        db.execute("DELETE FROM agency_regions")
        for _, code, _, _ in regions:
            enter(db, code)
        db.conn.executemany("INSERT INTO agency_regions VALUES (?, ?, ?, ?)", regions)
        db.execute("UPDATE reports SET assigned = 0")


def assign(db: Database, agencies: Sequence[Agency]) -> int:
    """Write agency, its level and disclosure clock of the reports that wait for it; returns how many reports changed.

    Those are reports that are new, whose issuer, title or signature date was written anew, all of them after a
    change of the registry, and those signed in a year the calendar did not know. A transaction takes ``BATCH``.
    """
    matcher = Matcher(agencies, dict(db.execute("SELECT name, title FROM portals")))
    due_of = cache(disclosure_due)  # many reports are signed on one day
    levels = {agency.name: agency.level for agency in agencies}
    columns = "SELECT id, issuer, title, portal, signed_date, agency, disclosure_due FROM reports WHERE"
    waiting = db.execute(
        f"{columns} assigned = 0 UNION {columns} signed_date IS NOT NULL AND disclosure_due IS NULL"
    ).fetchall()
    changed = 0
    for start in range(0, len(waiting), BATCH):
        with db.atomic():
            for key, issuer, title, portal, signed, agency, due in waiting[start : start + BATCH]:
                wanted = (matcher.find(issuer, title, portal), due_of(signed))
                changed += wanted != (agency, due)
                db.execute(
                    "UPDATE reports SET agency = ?1, level = ?4, disclosure_due = ?2, assigned = 1"
                    " WHERE id = ?3 AND (assigned = 0 OR disclosure_due IS NOT ?2)",
                    [*wanted, key, levels.get(wanted[0] or "")],
                )
    return changed


def refresh(db: Database, agencies: Sequence[Agency]) -> int:
    """Bring registry, assignments, clocks and coverage up to date; returns how many reports changed.

    A database that is open to be read only stays as the last run left it.
    """
    if is_read_only(db):
        return 0
    mirror_regions(db)
    mirror(db, agencies)
    changed = assign(db, agencies)
    coverage.refresh(db)
    return changed
