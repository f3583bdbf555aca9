"""Released schemas: ``tests/data/schemas`` holds a small database as SQL for each, the present one included.

``python -m tests.store.schemas`` writes that of the present schema, named after its last migration. It is to be run
when a migration was added; a file of a released schema is never written again.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from cleaning.report import Attachment, Report
from crawler.items import ListingRow
from crawler.outcome import Outcome
from crawler.store import search
from crawler.store.database import open_database
from crawler.store.ledger import Ledger
from crawler.store.reports import Observation, Reports
from crawler.store.schema import migrations

FOLDER = Path(__file__).parent.parent / "data" / "schemas"
MOST_ROWS = 100  # of a table, so that what a migration fills in stays small
BODY = "2024年,我局扎实推进法治政府建设。现将有关情况报告如下:\n一、主要举措\n全年办理行政处罚案件31件。"


def latest() -> str:
    """The name of the last migration."""
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(Path(folder) / "reports.db")
        names = [migration.name for migration in migrations.applied(db)]
        db.close()
    return names[-1]


def populate(path: Path) -> None:
    """A database with a report, a row of a listing, a look and a snapshot."""
    db = open_database(path)
    ledger = Ledger(db, "run")
    ledger.start_run("crawl", "fazhi-run.warc.gz")
    facts = {"name": "nanchang", "title": "南昌市生态环境局", "home": "http://sthjj.nc.gov.cn/", "platform": "ucap"}
    ledger.enter_portal(facts, [("http://sthjj.nc.gov.cn/list.shtml", "通知公告")])
    column = ledger.column("http://sthjj.nc.gov.cn/list.shtml")
    url = "http://sthjj.nc.gov.cn/1.shtml"
    ledger.remember_rows(column, [(ListingRow(url, "年度报告", "2025-03-01"), "pending", "candidate", "")])
    snapshot = {"url": url, "fetched": "2026-01-01T00:00:00Z", "sha256": "0", "warc": "w", "offset": 0, "length": 1}
    key = db.table("snapshots").insert(snapshot).last_pk
    report = Report(
        title="2024年法治政府建设年度报告",
        issuer="南昌市生态环境局",
        report_year=2024,
        published="2025-03-01",
        body=BODY,
        attachments=[Attachment("http://sthjj.nc.gov.cn/1.pdf", "1.pdf")],
        is_report=True,
    )
    assert isinstance(key, int)
    _, report_id = Reports(db).save(Observation("nanchang", url, report, key))
    ledger.decide_row(url, "report", "report", "", report_id)
    ledger.note_fetch("nanchang", "report", url, Outcome("new"), status=200, size=1, snapshot=key)
    ledger.finish_run(0)
    db.close()


def dump(db: sqlite3.Connection) -> Iterator[str]:
    """A database as SQL: its objects, then its rows. Search tables are filled by ``load``."""
    search.register(db)
    made = db.execute(
        "SELECT m.name, m.sql, l.type FROM sqlite_master AS m LEFT JOIN pragma_table_list AS l ON l.name = m.name"
        " AND l.schema = 'main' WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite_%'"
        " AND coalesce(l.type, '') != 'shadow'"
        " ORDER BY instr('table index view  trigger', m.type), m.rowid"
    ).fetchall()
    yield "BEGIN;"
    yield from (f"{text};" for _, text, _ in made)
    for name in (name for name, _, kind in made if kind == "table"):
        for row in db.execute(f'SELECT * FROM "{name}"').fetchmany(MOST_ROWS):
            quoted = (db.execute("SELECT quote(?)", [value]).fetchone()[0] for value in row)
            yield f'INSERT INTO "{name}" VALUES ({", ".join(quoted)});'
    yield "COMMIT;"


def load(script: Path, path: Path) -> None:
    """Make the database that a file holds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        search.register(db)
        db.executescript(script.read_text("utf-8"))
        for (name,) in db.execute("SELECT name FROM pragma_table_list WHERE type = 'virtual'").fetchall():
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def shape(path: Path) -> dict[str, str]:
    """The schema of a database: every object by name, its columns where the order of adding them may differ."""
    with closing(sqlite3.connect(path)) as db:
        search.register(db)
        found = {}
        for kind, name, text in db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY name"):
            columns = db.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', [name])
            known = sorted(columns.fetchall()) if kind == "table" else re.sub(r"\s+", " ", text)
            found[f"{kind} {name}"] = str(known)
        return found


def main() -> int:
    """Write the present schema."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    target = FOLDER / f"{latest()}.sql"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.db"
        populate(path)
        with closing(sqlite3.connect(path)) as db:
            target.write_text("\n".join(dump(db)) + "\n", "utf-8")
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
