"""The tables of what was read: reports at their addresses, versions, parts of a text, files and following pages."""

from __future__ import annotations

from typing import Final

from cleaning.report import COLUMNS

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
"""
