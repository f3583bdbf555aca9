"""The tables, indexes, triggers and views of ``reports.db``, made by migrations.

Nothing is stored twice: a version's text is NULL while it equals its report's, and sections, figures, targets and
candidates are places in that text (offsets in characters, in ``section_spans``, ``figure_spans``, …) which the views
of these names show with their words; ``version_texts`` shows versions with their texts. Triggers keep the texts of
earlier versions, and take away the parts of a text that is replaced.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database, Migrations

from crawler.store import counts, kept, regions, search, tables_of_fetches, tables_of_reports, views

migrations = Migrations("fazhi")

# What ``views.COVERAGE`` finds, written at the end of each run: asked anew, it takes seconds where there are many.
COVERAGE: Final = """
CREATE TABLE coverage (
    agency TEXT NOT NULL REFERENCES agencies(name) ON DELETE CASCADE ON UPDATE CASCADE,
    year INTEGER NOT NULL,
    region_code TEXT REFERENCES regions(code),
    level TEXT NOT NULL,
    type TEXT NOT NULL,
    duty TEXT NOT NULL,
    portal TEXT,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    due TEXT NOT NULL,
    days_to_due INTEGER,
    report INTEGER REFERENCES reports(id) ON DELETE SET NULL,
    url TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT,
    signed_date TEXT,
    disclosure_due TEXT,
    disclosure TEXT,
    parts_found INTEGER,
    parts_missing TEXT,
    last_seen TEXT,
    listings TEXT NOT NULL,
    PRIMARY KEY (agency, year)
);
CREATE INDEX coverage_report ON coverage(report);
CREATE INDEX coverage_map ON coverage(substr(region_code, 1, 2), year, state);
CREATE INDEX coverage_region ON coverage(region_code COLLATE NOCASE, year);
CREATE INDEX coverage_state ON coverage(state, level);
CREATE INDEX coverage_level ON coverage(level);
CREATE INDEX coverage_year ON coverage(year, state);
CREATE INDEX coverage_portal ON coverage(portal, year);
"""

# What the pages count and sort by, and what tells a copy of a known text: without them each question would read
# the text of every report. Reports are shown by year, and what may be chosen beside it stands in that index.
READING: Final = """
CREATE INDEX reports_body ON reports(body_sha256);
CREATE INDEX reports_year ON reports(report_year DESC, id, region_code, level, portal);
CREATE INDEX reports_region ON reports(region_code);
CREATE INDEX reports_published ON reports(published, id);
CREATE INDEX reports_clock ON reports(report_year, published, first_seen);
CREATE INDEX reports_province ON reports(substr(region_code, 1, 2));
CREATE INDEX reports_first_seen ON reports(first_seen, id);
CREATE INDEX reports_level ON reports(level);
CREATE INDEX reports_flags ON reports(flags) WHERE flags != '[]';
CREATE INDEX sections_parts ON section_spans(report, part);
CREATE INDEX sections_part ON section_spans(part);
CREATE INDEX figures_year ON figure_spans(year);
CREATE INDEX versions_reason ON versions(reason, seen);
"""

# What the end of a run asks for: without them it would look at all rows that wait and at all trouble there ever was.
OF_A_NIGHT: Final = """
CREATE INDEX listing_rows_tried ON listing_rows(portal) WHERE state = 'pending' AND tries > 0;
CREATE INDEX troubles_open ON troubles(portal) WHERE until IS NULL;
DROP INDEX reports_portal;
CREATE INDEX reports_portal ON reports(portal, first_seen);
"""

PARTS: Final = ("section_spans", "figure_spans", "target_spans", "candidate_spans")
_DELETE_PARTS: Final = " ".join(f"DELETE FROM {table} WHERE report = OLD.id;" for table in PARTS)
TRIGGERS: Final = (
    # What decides whose report a report is was written: it is to be assigned again.
    """CREATE TRIGGER reports_unassign AFTER UPDATE OF issuer, title, signed_date ON reports
WHEN OLD.assigned AND (OLD.issuer IS NOT NEW.issuer OR OLD.title IS NOT NEW.title
                       OR OLD.signed_date IS NOT NEW.signed_date)
BEGIN UPDATE reports SET assigned = 0 WHERE id = NEW.id; END""",
    # A text is about to be replaced: its version keeps it, and its parts, which are offsets into it, go.
    f"""CREATE TRIGGER reports_body_replaced BEFORE UPDATE OF body ON reports WHEN OLD.body IS NOT NEW.body
BEGIN UPDATE versions SET body = OLD.body WHERE report = OLD.id AND body IS NULL; {_DELETE_PARTS} END""",
    # The parts go while the text they point into, and the search index reads, is still there.
    f"CREATE TRIGGER reports_deleted BEFORE DELETE ON reports BEGIN {_DELETE_PARTS} END",
)


def run_statements(db: Database, script: str) -> None:
    """Run each statement of ``script`` inside the open transaction (``executescript`` would commit it)."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m001_first_tables(db: Database) -> None:
    """Everything."""
    run_statements(db, tables_of_reports.TABLES)
    run_statements(db, tables_of_fetches.TABLES)
    regions.mirror(db)
    for trigger in TRIGGERS:
        db.execute(trigger)
    run_statements(db, COVERAGE)
    for statement in counts.STATEMENTS:
        db.execute(statement)
    for name, query in views.VIEWS.items():
        db.execute(f"CREATE VIEW {name} AS {query}")
    search.install(db)
    run_statements(db, READING)


@migrations()
def m002_kept(db: Database) -> None:
    """What is kept of portals and withdrawn reports, and what the end of a run asks by."""
    for statement in (*kept.TABLES, *kept.FILLING, *kept.TRIGGERS, *counts.OF_AGENCIES):
        db.execute(statement)
    run_statements(db, OF_A_NIGHT)
    for name in ("changes", "portal_health"):
        db.execute(f"DROP VIEW {name}")
        db.execute(f"CREATE VIEW {name} AS {views.VIEWS[name]}")


@migrations()
def m003_seen_changes(db: Database) -> None:
    """The view of changes, whose newest are found by an index whatever ``ANALYZE`` wrote down."""
    db.execute("DROP VIEW changes")
    db.execute(f"CREATE VIEW changes AS {views.VIEWS['changes']}")
