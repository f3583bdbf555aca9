"""The tables of ``reports.db``, as migrations: a released migration is never edited, a new one is added."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from cleaning.report import COLUMNS
from crawler.store import regions, search, views

migrations = Migrations("fazhi")

TABLES = """
CREATE TABLE regions (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL,
    level TEXT NOT NULL,
    parent TEXT REFERENCES regions(code) DEFERRABLE INITIALLY DEFERRED,
    valid_from INTEGER,
    valid_to INTEGER,
    former_names TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    command TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    exit_code INTEGER,
    requests INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    new_reports INTEGER NOT NULL DEFAULT 0,
    changed_reports INTEGER NOT NULL DEFAULT 0,
    warc TEXT
);
CREATE INDEX runs_open ON runs(id) WHERE finished IS NULL;
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs(id),
    portals TEXT NOT NULL,
    lock TEXT NOT NULL,
    sent TEXT NOT NULL,
    finished TEXT,
    problem TEXT NOT NULL DEFAULT ''
);
CREATE INDEX jobs_open ON jobs(id) WHERE finished IS NULL;
CREATE TABLE portals (
    name TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    home TEXT NOT NULL,
    platform TEXT NOT NULL,
    region_code TEXT REFERENCES regions(code),
    site_id_code TEXT
);
CREATE TABLE columns (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    url TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    parent INTEGER REFERENCES columns(id),
    first_seen TEXT NOT NULL,
    last_look TEXT,
    last_good_look TEXT,
    last_outcome TEXT,
    row_count INTEGER,
    etag TEXT,
    last_modified TEXT,
    rows_digest TEXT,
    walked INTEGER NOT NULL DEFAULT 0,
    bad_looks INTEGER NOT NULL DEFAULT 0,
    next_look TEXT
);
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    fetched TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    warc TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT ''
);
CREATE INDEX snapshots_sha256 ON snapshots(sha256);
CREATE TABLE fetches (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs(id),
    portal TEXT REFERENCES portals(name),
    column_id INTEGER REFERENCES columns(id),
    purpose TEXT NOT NULL,
    url TEXT NOT NULL,
    host TEXT NOT NULL,
    time TEXT NOT NULL,
    status INTEGER,
    outcome TEXT NOT NULL,
    looked INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    bytes INTEGER NOT NULL DEFAULT 0,
    snapshot INTEGER REFERENCES snapshots(id)
);
CREATE INDEX fetches_url ON fetches(url, time);
CREATE INDEX fetches_host ON fetches(host, time);
CREATE INDEX fetches_run ON fetches(run, portal);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    url TEXT NOT NULL UNIQUE,
    {fields},
    region_code TEXT REFERENCES regions(code),
    published_from TEXT,
    body_sha256 TEXT NOT NULL,
    body_source TEXT NOT NULL DEFAULT '',
    characters INTEGER NOT NULL,
    flags TEXT NOT NULL DEFAULT '[]',
    provenance TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'published',
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    next_look TEXT,
    look_interval INTEGER NOT NULL DEFAULT 0,
    missing_since TEXT,
    etag TEXT,
    last_modified TEXT,
    agency TEXT REFERENCES agencies(name) ON DELETE SET NULL ON UPDATE CASCADE,
    level TEXT,
    disclosure_due TEXT,
    assigned INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
);
CREATE INDEX reports_issuer_year ON reports(issuer, report_year);
CREATE TABLE report_addresses (
    url TEXT PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    first_seen TEXT NOT NULL
);
CREATE INDEX report_addresses_report ON report_addresses(report);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    seen TEXT NOT NULL,
    title TEXT,
    body TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    cleaner TEXT NOT NULL,
    snapshot INTEGER REFERENCES snapshots(id),
    pages TEXT NOT NULL DEFAULT '[]',
    files TEXT NOT NULL DEFAULT '[]',
    UNIQUE (report, number)
);
CREATE TABLE sections (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    marker TEXT NOT NULL,
    heading TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (report, position)
);
CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    "key" TEXT,
    label TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    normal_value REAL NOT NULL,
    normal_unit TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    period TEXT NOT NULL,
    year INTEGER,
    scope TEXT,
    subset_of TEXT,
    sentence TEXT NOT NULL,
    span TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE TABLE candidates (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    normal_value REAL NOT NULL,
    normal_unit TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    period TEXT NOT NULL,
    year INTEGER,
    sentence TEXT NOT NULL,
    span TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE INDEX candidates_report ON candidates(report);
CREATE INDEX figures_report ON figures(report);
CREATE INDEX figures_key ON figures("key", year);
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    name TEXT NOT NULL,
    member TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    sha256 TEXT,
    bytes INTEGER,
    pages INTEGER,
    method TEXT NOT NULL DEFAULT '',
    confidence REAL,
    flags TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    fetched TEXT,
    snapshot INTEGER REFERENCES snapshots(id),
    etag TEXT,
    last_modified TEXT,
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (report, url, member)
);
CREATE INDEX attachments_url ON attachments(url);
CREATE TABLE following_pages (
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    sha256 TEXT,
    fetched TEXT,
    snapshot INTEGER REFERENCES snapshots(id),
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (report, url)
);
CREATE TABLE listing_rows (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    column_id INTEGER NOT NULL REFERENCES columns(id),
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    date TEXT NOT NULL DEFAULT '',
    issuer TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    report INTEGER REFERENCES reports(id) ON DELETE SET NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL
);
CREATE INDEX listing_rows_state ON listing_rows(portal, state);
CREATE INDEX listing_rows_report ON listing_rows(report);
CREATE TABLE boilerplate (
    portal TEXT NOT NULL REFERENCES portals(name),
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    pages INTEGER NOT NULL DEFAULT 1,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    PRIMARY KEY (portal, digest)
);
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    bad_runs INTEGER NOT NULL DEFAULT 0,
    paused_until TEXT,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE VIEW portal_health AS
SELECT portals.name AS portal, portals.title,
       max(columns.last_look) AS last_look,
       max(columns.last_good_look) AS last_good_look,
       sum(columns.last_outcome IS NOT NULL AND columns.last_look IS NOT columns.last_good_look) AS columns_in_trouble,
       count(columns.id) AS columns,
       (SELECT count(*) FROM reports WHERE reports.portal = portals.name) AS reports
FROM portals LEFT JOIN columns ON columns.portal = portals.name
GROUP BY portals.name;
"""


def run_statements(db: Database, script: str) -> None:
    """Run each statement of ``script`` inside the open transaction (``executescript`` would commit it)."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m001_first_tables(db: Database) -> None:
    fields = ", ".join(f"{each.name} {each.sql}" for each in COLUMNS)
    run_statements(db, TABLES.replace("{fields}", fields))
    regions.mirror(db)


AGENCIES = """
CREATE TABLE agencies (
    name TEXT PRIMARY KEY,
    aliases TEXT NOT NULL DEFAULT '[]',
    level TEXT NOT NULL,
    type TEXT NOT NULL,
    duty TEXT NOT NULL,
    since INTEGER,
    until INTEGER,
    portal TEXT
);
CREATE TABLE agency_regions (
    agency TEXT NOT NULL REFERENCES agencies(name) ON DELETE CASCADE ON UPDATE CASCADE,
    region_code TEXT NOT NULL REFERENCES regions(code),
    since INTEGER,
    until INTEGER,
    PRIMARY KEY (agency, region_code)
);
CREATE INDEX reports_agency_year ON reports(agency, report_year);
CREATE INDEX reports_unassigned ON reports(id) WHERE assigned = 0;
CREATE INDEX reports_clockless ON reports(id) WHERE signed_date IS NOT NULL AND disclosure_due IS NULL;
CREATE INDEX reports_state ON reports(state);
CREATE INDEX reports_portal ON reports(portal);
CREATE INDEX columns_portal ON columns(portal);
CREATE INDEX versions_seen ON versions(seen);
CREATE INDEX fetches_column ON fetches(column_id, purpose, time, outcome);
CREATE TABLE troubles (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    since TEXT NOT NULL,
    until TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    start_told TEXT,
    end_told TEXT
);
CREATE INDEX troubles_portal ON troubles(portal, until);
CREATE TABLE notices (
    audience TEXT PRIMARY KEY,
    told TEXT NOT NULL
);
DROP VIEW portal_health;
"""

# What ``views.COVERAGE`` finds, written at the end of each run: asked anew, it takes seconds where there are many.
COVERAGE = """
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
    looks TEXT NOT NULL,
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

# What decides whose report a report is was written: it is to be assigned again.
UNASSIGN = """
CREATE TRIGGER reports_unassign AFTER UPDATE OF issuer, title, signed_date ON reports
WHEN OLD.assigned AND (OLD.issuer IS NOT NEW.issuer OR OLD.title IS NOT NEW.title
                       OR OLD.signed_date IS NOT NEW.signed_date)
BEGIN UPDATE reports SET assigned = 0 WHERE id = NEW.id; END
"""


@migrations()
def m002_agencies_and_views(db: Database) -> None:
    run_statements(db, AGENCIES)
    db.execute(UNASSIGN)
    run_statements(db, COVERAGE)
    db.execute(f"CREATE VIEW timeliness AS {views.TIMELINESS}")
    db.execute(f"CREATE VIEW changes AS {views.CHANGES}")
    db.execute(f"CREATE VIEW portal_health AS {views.PORTAL_HEALTH}")


# What the pages count and sort by, and what tells a copy of a known text: without them each question would read
# the text of every report. Reports are shown by year, and what may be chosen beside it stands in that index.
READING = """
CREATE INDEX reports_body ON reports(body_sha256);
CREATE INDEX reports_year ON reports(report_year DESC, id, region_code, level, portal);
CREATE INDEX reports_region ON reports(region_code);
CREATE INDEX reports_clock ON reports(report_year, published, first_seen);
CREATE INDEX reports_province ON reports(substr(region_code, 1, 2));
CREATE INDEX reports_first_seen ON reports(first_seen, id);
CREATE INDEX reports_level ON reports(level);
CREATE INDEX reports_flags ON reports(flags) WHERE flags != '[]';
CREATE INDEX reports_totals ON reports(agency, issuer, characters);
CREATE INDEX sections_parts ON sections(report, part);
CREATE INDEX sections_part ON sections(part);
CREATE INDEX figures_year ON figures(year);
CREATE INDEX versions_reason ON versions(reason, seen);
"""


@migrations()
def m003_search(db: Database) -> None:
    search.install(db)
    run_statements(db, READING)
