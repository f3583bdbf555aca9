"""What an operation costs in a store of a thousand, and of a million reports.

    python -m benchmarks.store [--sizes N,N,…] [--rounds N] [--kept FILE]
    python -m benchmarks.store --sizes 1000000 --make FILE      only make that store, for benchmarks.room --database

Up to ten thousand, reports are those of ``benchmarks.world``: about 6,000 characters, sections, figures, versions and
looks. Of a larger store ``--kept`` measures a copy that ``benchmarks.room --database`` left; else texts are short
(about 300 characters, those of a million about 80, so that it is made in minutes). The reports that are added are of
the usual length. A quiet night is a whole ``fazhi crawl`` of 20 portals that answer 304; every seventh looks the
database over for damage.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from benchmarks import world
from benchmarks.country import remember
from benchmarks.measure import record
from benchmarks.ours import NEXT_NIGHT, Ours
from benchmarks.portals import Portals, article, host
from benchmarks.room import cpu_milliseconds, milliseconds, serving
from cleaning.clean import clean
from cleaning.report import Page
from crawler.items import ListingRow
from crawler.portals import agencies as registered
from crawler.portals import load_all
from crawler.store import agencies, coverage, search
from crawler.store.database import insert_all, open_database
from crawler.store.ledger import Ledger
from crawler.store.observation import Observation
from crawler.store.reports import Reports
from crawler.store.sound import RECORD, kept_sound
from tests.markdown import table
from tests.store.corpus import texts

SIZES: Final = (1_000, 10_000, 100_000, 1_000_000)
MANY: Final = 1_000_000
WHOLE: Final = 10_000  # reports up to which texts are whole
KNOWN: Final = 1_000  # addresses that are asked for again
PORTALS: Final = 20
PER_PORTAL: Final = 500
BATCH: Final = 10_000
SEEN: Final = "2026-01-09T17:00:00Z"
LATER: Final = "2026-12-01T00:00:00Z"


def fill(db: Database, count: int) -> None:
    """Reports of portals that are not looked at tonight, with all that belongs to them but the rows of listings."""
    if count <= WHOLE:
        world.fill(db, count)
    else:
        _fill_short(db, count)


def list_all(db: Database) -> None:
    """A row of a listing for every report."""
    with db.atomic():
        db.execute(
            "INSERT INTO listing_rows (portal, column_id, url, address, title, date, content_key, state, kind, report,"
            " first_seen, last_seen) SELECT reports.portal, columns.id, reports.url, reports.url, title, published,"
            " title || published, 'report', 'annual', reports.id, reports.first_seen, reports.last_seen"
            " FROM reports JOIN columns USING (portal)"
        )
        db.execute("UPDATE columns SET next_fetch = ?", [LATER])
    db.execute("ANALYZE")


def make(path: Path, count: int) -> None:
    """A store with rows of listings, agencies and coverage."""
    fill(db := open_database(path), count)
    list_all(db)
    agencies.refresh(db, registered.load())
    coverage.refresh(db)
    db.close()


def _fill_short(db: Database, count: int) -> None:
    """Reports with address, row, version and section each, of short texts."""
    portals = -(-count // PER_PORTAL)
    bodies = texts(1_000, lines=1 if count >= MANY else 4)
    with db.atomic():
        names = ("name", "title", "home", "platform")
        homes = [f"http://www.s{n}.gov.cn/" for n in range(portals)]
        insert_all(db, "portals", names, ((f"s{n}", f"某县{n}", home, "trs") for n, home in enumerate(homes)))
        names = ("id", "portal", "url", "first_seen")
        insert_all(db, "columns", names, ((1_000 + n, f"s{n}", f"{home}a/", SEEN) for n, home in enumerate(homes)))
    for start in range(1, count + 1, BATCH):
        reports, addresses, versions, sections = [], [], [], []
        for n in range(start, min(start + BATCH, count + 1)):
            portal, year = (n - 1) // PER_PORTAL, 2016 + n % 10
            url, body = f"http://www.s{portal}.gov.cn/a/t{n}.html", f"{bodies[n % 1_000]}\n第{n}号"
            digest, title = hashlib.sha256(body.encode()).hexdigest(), f"某县第{n}局{year}年法治政府建设年度报告"
            public, issuer, date = f"{n:012}", f"某县第{n}局", f"{year + 1}-03-{n % 28 + 1:02}"
            seen = f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}T{n // 12 % 24:02}:{n // 288 % 60:02}:{n // 17280 % 60:02}Z"
            named = (n, public, f"s{portal}", url, url, title, issuer, year, date)
            reports.append((*named, digest, len(body), body, seen, SEEN, seen, LATER, 1))
            addresses.append((url, n, "primary", seen))
            versions.append((n, 1, "first", seen, title, digest, len(body), "1"))
            sections.append((n, 1, 1, "一、", "主要举措", "line", "measures", 0, len(body)))
        with db.atomic():
            insert_all(db, "reports", (
                "id", "public_id", "portal", "address", "url", "title", "issuer", "report_year", "published",
                "body_sha256", "characters", "body", "first_seen", "last_seen", "last_changed", "next_fetch",
                "assigned",
            ), reports)  # fmt: skip
            insert_all(db, "report_addresses", ("url", "report", "relation", "first_seen"), addresses)
            insert_all(db, "versions", (
                "report", "number", "reason", "seen", "title", "body_sha256", "characters", "cleaner",
            ), versions)  # fmt: skip
            insert_all(db, "section_spans", (
                "report", "position", "level", "marker", "heading", "kind", "part", "start", "end",
            ), sections)  # fmt: skip
    search.catch_up(db)


def spent(rounds: int, work: Callable[[int], Any]) -> float:
    """Milliseconds of CPU of some work, given the number of the round; the median of the rounds."""
    found = []
    for number in range(rounds):
        began = time.process_time()
        work(number)
        found.append((time.process_time() - began) * 1000)
    return statistics.median(found)


def operations(path: Path, rounds: int) -> list[float]:
    """Milliseconds of the is-known check of a listing, the insert of one report and of indexing one."""
    db = open_database(path)
    ledger, reports = Ledger(db, ""), Reports(db)
    some = "SELECT url FROM listing_rows WHERE id % max(1, (SELECT max(id) FROM listing_rows) / ?1) = 0 LIMIT ?1"
    known = [row[0] for row in db.execute(some, [KNOWN])]

    def check(number: int) -> None:
        urls = [
            *known[number * 10 : number * 10 + 10],
            *(f"http://www.s0.gov.cn/new/{number}-{n}.html" for n in range(10)),
        ]
        if len(ledger.unknown([ListingRow(url, "某局2025年法治政府建设年度报告") for url in urls])) != 10:
            raise RuntimeError("the ledger takes known rows for unknown ones or the other way round")

    urls = [f"http://{host(0)}/new/{n}.html" for n in range(rounds)]
    fresh = [clean(Page(article(9_999, n), url=url)) for n, url in enumerate(urls)]
    steps = [spent(50, check)]
    steps.append(spent(rounds, lambda n: reports.save(Observation("b0000", urls[n], fresh[n], None))))
    began = time.process_time()
    reports.indexing.finish()
    steps.append((time.process_time() - began) * 1000 / rounds)
    with db.atomic():  # not due on the nights that follow
        db.execute("UPDATE reports SET next_fetch = ?, last_seen = ? WHERE portal = 'b0000'", [LATER, SEEN])
    db.close()
    return steps


def programs(ours: Ours, rounds: int) -> list[float]:
    """The quiet night (CPU s, that of one that looks for damage, MB), ``fazhi coverage`` (CPU s) and the first page
    (CPU ms, wall ms)."""
    database = ours.output / "reports.db"
    nights, looking = [], []
    for _ in range(rounds):
        _make_due(database)
        (ours.output / RECORD).unlink(missing_ok=True)
        looking.append(ours.crawl(NEXT_NIGHT).cpu)
        with kept_sound(database):
            _make_due(database)
        nights.append(ours.crawl(NEXT_NIGHT))
    looked = [ours.run("coverage", "--json", now=NEXT_NIGHT).cpu for _ in range(rounds)]
    with serving(database) as (root, process):
        before = cpu_milliseconds(process)
        walls = milliseconds(f"{root}/", rounds, database)
        page = (cpu_milliseconds(process) - before) / rounds
    night, peak = statistics.median(each.cpu for each in nights), statistics.median(each.peak for each in nights)
    return [night, statistics.median(looking), peak, statistics.median(looked), page, statistics.median(walls)]


def _make_due(database: Path) -> None:
    with closing(open_database(database)) as db, db.atomic():
        db.execute("UPDATE columns SET next_fetch = ? WHERE portal GLOB 'b*'", [SEEN])
        db.execute("DELETE FROM robots")


def measure(size: int, rounds: int, kept: Path | None) -> tuple[str, ...]:
    """One line of the table, of a store that is made anew or a copy of one that was ``kept``."""
    with tempfile.TemporaryDirectory() as folder, Portals(PORTALS, 20) as portals:
        ours = Ours(portals, Path(folder), PORTALS)
        path = ours.output / "reports.db"
        path.parent.mkdir()
        if kept:
            shutil.copyfile(kept, path)
        else:
            fill(db := open_database(path), size)
            db.close()
        list_all(db := open_database(path))
        db.close()
        remember(ours.output, load_all(ours.files))
        ours.crawl()  # the agencies' table and the coverage are made at the end of the first
        known, insert, index = operations(path, rounds)
        night, looking, peak, told, page, wall = programs(ours, rounds)
        mb = path.stat().st_size / 1e6
    cells = (f"{known:.2f}", f"{insert:.1f}", f"{index:.1f}", f"{night:.2f}", f"{looking:.2f}", f"{peak:.0f}")
    return (f"{size:,}", f"{mb:,.0f}", *cells, f"{told:.2f}", f"{page:.0f}", f"{wall:.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), metavar="N,N,…", help="reports of each store")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--kept", type=Path, metavar="FILE", help="a store of benchmarks.room, measured as well")
    parser.add_argument("--make", type=Path, metavar="FILE", help="make the store of the first size there, no more")
    given = parser.parse_args()
    if given.make:
        make(given.make, int(given.sizes.split(",")[0]))
        return
    stores: list[tuple[int, Path | None]] = [(int(size), None) for size in given.sizes.split(",") if size]
    if given.kept:
        stores.append((Database(given.kept)["reports"].count, given.kept))
    rows = []
    for size, kept in sorted(stores, key=lambda store: store[0]):
        rows.append(measure(size, given.rounds, kept))
        print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
    head = (
        "reports", "MB", "is-known check of 20 rows, ms", "insert, ms", "index, ms", "quiet night, CPU s",
        "every seventh, CPU s", "its peak MB",
        "`fazhi coverage`, CPU s", "first page after a change, CPU ms", "the same by the clock, ms",
    )  # fmt: skip
    text = "CPU, medians of {}; each store is made anew and asked in one run:\n\n{}"
    record("store", text.format(given.rounds, table(head, rows)))


if __name__ == "__main__":
    main()
