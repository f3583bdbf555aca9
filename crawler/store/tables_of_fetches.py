"""The tables of what is watched and was fetched: runs, portals and their columns, fetches, snapshots, listing rows,
hosts, agencies, seals."""

from __future__ import annotations

from typing import Final

TABLES: Final = """
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
    reason_params TEXT NOT NULL DEFAULT '{}',
    bytes INTEGER NOT NULL DEFAULT 0,
    snapshot INTEGER REFERENCES snapshots(id),
    count INTEGER NOT NULL DEFAULT 1,
    days TEXT
);
CREATE INDEX fetches_url ON fetches(url, time);
CREATE INDEX fetches_host ON fetches(host, time);
CREATE INDEX fetches_run ON fetches(run, portal);
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
    evidence TEXT NOT NULL DEFAULT '{}',
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
