"""The tables, indexes and views of ``reports.db``, made by one migration.

Nothing is stored twice: a version's text is NULL while it equals its report's, and sections, figures, targets and
candidates are places in that text (offsets in characters, in ``section_spans``, ``figure_spans``, …) which the views
of these names show with their words; ``version_texts`` shows versions with their texts. Triggers keep the texts of
earlier versions, and take away the parts of a text that is replaced.
"""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database, Migrations

from cleaning.report import COLUMNS
from crawler.store import counts, regions, search, views

migrations = Migrations("fazhi")

# What is known of a number: its value, and where its words and its sentence stand in the text.
NUMBER: Final = """value REAL NOT NULL,
    unit TEXT NOT NULL,
    normal_value REAL NOT NULL,
    normal_unit TEXT NOT NULL,
    qualifier TEXT NOT NULL,
    period TEXT NOT NULL,
    year INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL"""

FIELDS: Final = ",\n    ".join(f"{each.name} {each.sql}" for each in COLUMNS)
TABLES: Final = f"""
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
    warc TEXT,
    thinned INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX runs_whole ON runs(finished) WHERE NOT thinned;
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
    last_fetch TEXT,
    last_good_fetch TEXT,
    last_outcome TEXT,
    row_count INTEGER,
    etag TEXT,
    last_modified TEXT,
    rows_digest TEXT,
    read_whole INTEGER NOT NULL DEFAULT 0,
    bad_fetches INTEGER NOT NULL DEFAULT 0,
    next_fetch TEXT,
    stated_total INTEGER,
    pages_stated INTEGER,
    rows_read INTEGER,
    pages_read INTEGER,
    last_full_read TEXT,
    last_unconditional TEXT,
    trusted_order INTEGER NOT NULL DEFAULT 0,
    page_limit INTEGER,
    watched INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    fetched TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    warc TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    refers_to INTEGER REFERENCES snapshots(id)
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
    reason_code TEXT NOT NULL DEFAULT '',
    reason_params TEXT NOT NULL DEFAULT '{{}}',
    bytes INTEGER NOT NULL DEFAULT 0,
    snapshot INTEGER REFERENCES snapshots(id),
    count INTEGER NOT NULL DEFAULT 1,
    days TEXT
);
CREATE INDEX fetches_url ON fetches(url, time);
CREATE INDEX fetches_host ON fetches(host, time);
CREATE INDEX fetches_run ON fetches(run, portal);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    portal TEXT NOT NULL REFERENCES portals(name),
    url TEXT NOT NULL,
    address TEXT NOT NULL,
    {FIELDS},
    region_code TEXT REFERENCES regions(code),
    published_from TEXT,
    body_sha256 TEXT NOT NULL,
    body_source TEXT NOT NULL DEFAULT '',
    characters INTEGER NOT NULL,
    flags TEXT NOT NULL DEFAULT '[]',
    provenance TEXT NOT NULL DEFAULT '{{}}',
    state TEXT NOT NULL DEFAULT 'published',
    replaced_by INTEGER REFERENCES reports(id) ON DELETE SET NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    last_changed TEXT NOT NULL,
    next_fetch TEXT,
    fetch_interval INTEGER NOT NULL DEFAULT 0,
    missing_since TEXT,
    etag TEXT,
    last_modified TEXT,
    last_unconditional TEXT,
    agency TEXT REFERENCES agencies(name) ON DELETE SET NULL ON UPDATE CASCADE,
    level TEXT,
    disclosure_due TEXT,
    assigned INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL,
    body_folded TEXT
);
CREATE UNIQUE INDEX reports_key ON reports(address, coalesce(report_year, 0));
CREATE INDEX reports_replaced ON reports(replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX reports_issuer_year ON reports(issuer, report_year);
CREATE TABLE report_addresses (
    url TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY (url, report)
);
CREATE INDEX report_addresses_report ON report_addresses(report);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL,
    seen TEXT NOT NULL,
    title TEXT,
    body TEXT,
    body_sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    cleaner TEXT NOT NULL,
    boilerplate_sha256 TEXT NOT NULL DEFAULT '',
    snapshot INTEGER REFERENCES snapshots(id),
    pages TEXT NOT NULL DEFAULT '[]',
    files TEXT NOT NULL DEFAULT '[]',
    UNIQUE (report, number)
);
CREATE TABLE section_spans (
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
    UNIQUE (report, position)
);
CREATE TABLE figure_spans (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    "key" TEXT,
    label TEXT NOT NULL,
    {NUMBER},
    scope TEXT,
    subset_of TEXT
);
CREATE INDEX figures_report ON figure_spans(report);
CREATE INDEX figures_key ON figure_spans("key", year);
CREATE TABLE target_spans (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    "key" TEXT,
    label TEXT NOT NULL,
    mood TEXT NOT NULL,
    {NUMBER.replace("    period TEXT NOT NULL," + chr(10), "")},
    scope TEXT
);
CREATE INDEX targets_report ON target_spans(report);
CREATE INDEX targets_key ON target_spans("key", year);
CREATE TABLE candidate_spans (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    {NUMBER}
);
CREATE INDEX candidates_report ON candidate_spans(report);
CREATE TABLE second_opinions (
    report INTEGER PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    engine TEXT NOT NULL,
    share REAL NOT NULL,
    differs TEXT NOT NULL DEFAULT '{{}}',
    asked TEXT NOT NULL
);
CREATE TABLE pending_changes (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    report INTEGER REFERENCES reports(id) ON DELETE CASCADE,
    column_id INTEGER REFERENCES columns(id),
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    evidence_code TEXT NOT NULL,
    evidence_params TEXT NOT NULL DEFAULT '{{}}',
    becomes_sha256 TEXT,
    snapshot INTEGER REFERENCES snapshots(id),
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    fetches INTEGER NOT NULL DEFAULT 1,
    due TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending',
    decided TEXT,
    CHECK (report IS NOT NULL OR column_id IS NOT NULL)
);
CREATE UNIQUE INDEX pending_changes_open ON pending_changes(coalesce(report, -column_id), kind)
    WHERE state = 'pending';
CREATE INDEX pending_changes_portal ON pending_changes(portal, state, due);
CREATE INDEX pending_changes_report ON pending_changes(report);
CREATE INDEX pending_changes_column ON pending_changes(column_id);
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
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL DEFAULT '',
    content_key TEXT NOT NULL,
    issuer TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    rules_version TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    report INTEGER REFERENCES reports(id) ON DELETE SET NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL
);
CREATE INDEX listing_rows_state ON listing_rows(portal, state, rules_version);
CREATE INDEX listing_rows_report ON listing_rows(report);
CREATE INDEX listing_rows_content ON listing_rows(column_id, content_key);
CREATE INDEX listing_rows_address ON listing_rows(address);
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
    reason TEXT NOT NULL DEFAULT '',
    distrusts_304 INTEGER NOT NULL DEFAULT 0,
    session_params TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE at_work (
    url TEXT PRIMARY KEY,
    deaths INTEGER NOT NULL,
    run TEXT,
    began TEXT NOT NULL
);
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL
);
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
    reason TEXT NOT NULL
);
CREATE INDEX troubles_portal ON troubles(portal, until);
CREATE TABLE deliveries (
    service TEXT PRIMARY KEY,
    since TEXT NOT NULL,
    notified TEXT,
    tried TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
);
CREATE TABLE proposals (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    home TEXT NOT NULL,
    column_url TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    platform TEXT NOT NULL DEFAULT '',
    agency TEXT,
    region_code TEXT,
    priority INTEGER NOT NULL DEFAULT 0,
    evidence TEXT NOT NULL DEFAULT '{{}}',
    reports INTEGER NOT NULL DEFAULT 0,
    confidence REAL NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    created TEXT NOT NULL,
    tried TEXT,
    decided TEXT,
    UNIQUE (host, column_url)
);
CREATE INDEX proposals_state ON proposals(state, priority DESC, id);
CREATE TABLE seals (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs(id),
    manifest_sha256 TEXT NOT NULL UNIQUE,
    previous_sha256 TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL UNIQUE,
    sealed TEXT NOT NULL,
    stamp_state TEXT NOT NULL DEFAULT 'none',
    stamp_path TEXT NOT NULL DEFAULT '',
    stamp_tried TEXT
);
CREATE INDEX seals_run ON seals(run);
CREATE INDEX seals_unstamped ON seals(id) WHERE stamp_state = 'pending';
"""

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
    run_statements(db, TABLES)
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
