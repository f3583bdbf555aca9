BEGIN;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
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
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs(id),
    portals TEXT NOT NULL,
    lock TEXT NOT NULL,
    sent TEXT NOT NULL,
    finished TEXT,
    problem TEXT NOT NULL DEFAULT ''
);
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
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    portal TEXT NOT NULL REFERENCES portals(name),
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    issuer TEXT,
    region_code TEXT REFERENCES regions(code),
    report_year INTEGER,
    published TEXT,
    published_from TEXT,
    signed_date TEXT,
    doc_number TEXT,
    index_number TEXT,
    source TEXT,
    site_name TEXT,
    site_id_code TEXT,
    icp TEXT,
    column_path TEXT,
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
CREATE TABLE report_addresses (
    url TEXT PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    first_seen TEXT NOT NULL
);
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
CREATE TABLE notices (
    audience TEXT PRIMARY KEY,
    told TEXT NOT NULL
);
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
CREATE TABLE search_marks (name TEXT PRIMARY KEY, indexed INTEGER NOT NULL);
CREATE VIRTUAL TABLE reports_fts USING fts5( /* content="reports" */
    body, title, content='reports_pairs', content_rowid='id', tokenize='ascii'
);
CREATE VIRTUAL TABLE sections_fts USING fts5(
    text, content='sections_pairs', content_rowid='id', detail=none, columnsize=0,
    tokenize='ascii'
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX runs_open ON runs(id) WHERE finished IS NULL;
CREATE INDEX jobs_open ON jobs(id) WHERE finished IS NULL;
CREATE INDEX snapshots_sha256 ON snapshots(sha256);
CREATE INDEX fetches_url ON fetches(url, time);
CREATE INDEX fetches_host ON fetches(host, time);
CREATE INDEX fetches_run ON fetches(run, portal);
CREATE INDEX reports_issuer_year ON reports(issuer, report_year);
CREATE INDEX report_addresses_report ON report_addresses(report);
CREATE INDEX candidates_report ON candidates(report);
CREATE INDEX figures_report ON figures(report);
CREATE INDEX figures_key ON figures("key", year);
CREATE INDEX attachments_url ON attachments(url);
CREATE INDEX listing_rows_state ON listing_rows(portal, state);
CREATE INDEX listing_rows_report ON listing_rows(report);
CREATE INDEX reports_agency_year ON reports(agency, report_year);
CREATE INDEX reports_unassigned ON reports(id) WHERE assigned = 0;
CREATE INDEX reports_clockless ON reports(id) WHERE signed_date IS NOT NULL AND disclosure_due IS NULL;
CREATE INDEX reports_state ON reports(state);
CREATE INDEX reports_portal ON reports(portal);
CREATE INDEX columns_portal ON columns(portal);
CREATE INDEX versions_seen ON versions(seen);
CREATE INDEX fetches_column ON fetches(column_id, purpose, time, outcome);
CREATE INDEX troubles_portal ON troubles(portal, until);
CREATE INDEX coverage_report ON coverage(report);
CREATE INDEX coverage_map ON coverage(substr(region_code, 1, 2), year, state);
CREATE INDEX coverage_region ON coverage(region_code COLLATE NOCASE, year);
CREATE INDEX coverage_state ON coverage(state, level);
CREATE INDEX coverage_level ON coverage(level);
CREATE INDEX coverage_year ON coverage(year, state);
CREATE INDEX coverage_portal ON coverage(portal, year);
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
CREATE VIEW timeliness AS 
SELECT report, agency, issuer, report_year, url, title, report_state, published, published_from, public_on, due,
       CASE WHEN public_on IS NULL AND seen_on < due THEN 'in_time'
            WHEN public_on IS NULL THEN 'undated'
            WHEN public_on < due THEN 'in_time'
            WHEN public_on = due THEN 'on_1_april'
            ELSE 'late' END AS state,
       CAST(julianday(due) - julianday(public_on) AS INTEGER) AS days_to_due,
       signed_date, disclosure_due,
       CASE WHEN signed_date IS NULL THEN 'no_signature_date'
            WHEN disclosure_due IS NULL THEN 'calendar_unknown'
            WHEN public_on IS NULL AND seen_on > disclosure_due THEN 'undated'
            WHEN coalesce(public_on, seen_on) <= disclosure_due THEN 'in_time'
            ELSE 'late' END AS disclosure,
       parts_found, parts_missing, first_seen, last_seen
FROM (
    SELECT id AS report, agency, issuer, report_year, url, title, state AS report_state, published, published_from,
           date(first_seen, '+8 hours') AS seen_on,
           min(substr(published, 1, 10), date(first_seen, '+8 hours')) AS public_on,
           printf('%04d-04-01', report_year + 1) AS due,
           signed_date, disclosure_due, first_seen, last_seen,
           (SELECT count(DISTINCT CASE WHEN part IN ('measures', 'problems', 'leader_duty', 'next_year') THEN part END)
            FROM sections WHERE sections.report = reports.id HAVING count(*) > 0) AS parts_found,
           (SELECT json_group_array(column1)
            FROM (VALUES ('measures'), ('problems'), ('leader_duty'), ('next_year'))
            WHERE column1 NOT IN (SELECT part FROM sections WHERE sections.report = reports.id AND part IS NOT NULL)
              AND EXISTS (SELECT 1 FROM sections WHERE sections.report = reports.id)) AS parts_missing
    FROM reports WHERE report_year IS NOT NULL
);
CREATE VIEW changes AS 
SELECT CASE WHEN reason = 'first' THEN 'new' ELSE 'changed' END AS kind, seen AS time, reports.id AS report,
       versions.number AS version, reports.portal, reports.agency, reports.issuer, reports.report_year,
       reports.title, reports.url, reports.published
FROM versions JOIN reports ON reports.id = versions.report
WHERE versions.reason IN ('first', 'source_changed', 'attachment_changed')
UNION ALL
SELECT 'gone', coalesce((
           SELECT min(time) FROM fetches WHERE fetches.url = reports.url AND outcome IN ('gone', 'soft_404')
           AND substr(time, 1, 10) > substr(missing_since, 1, 10)), missing_since),
       id, NULL, portal, agency, issuer, report_year, title, url, published
FROM reports WHERE state = 'gone';
CREATE VIEW portal_health AS 
WITH looks AS MATERIALIZED (
    SELECT columns.id, columns.portal, columns.url, columns.name, columns.last_look, columns.last_outcome,
           (SELECT time FROM fetches WHERE column_id = columns.id AND purpose = 'listing'
            AND outcome IN ('ok', 'new', 'changed', 'unchanged', 'unchanged_304') ORDER BY time DESC LIMIT 1) AS good_look
    FROM columns
),
streaks AS MATERIALIZED (
    SELECT looks.*,
           CASE WHEN last_outcome IS NULL OR last_outcome IN ('ok', 'new', 'changed', 'unchanged', 'unchanged_304') THEN 0 ELSE
               (SELECT count(DISTINCT run) FROM fetches WHERE column_id = looks.id AND purpose = 'listing'
                AND outcome NOT IN ('ok', 'new', 'changed', 'unchanged', 'unchanged_304')
                AND time > coalesce(good_look, '')) END AS streak,
           (SELECT reason FROM fetches WHERE column_id = looks.id AND purpose = 'listing'
            AND outcome = last_outcome ORDER BY time DESC LIMIT 1) AS reason
    FROM looks
),
worst AS MATERIALIZED (
    SELECT *, row_number() OVER (
        PARTITION BY portal ORDER BY streak DESC, last_outcome = 'paused', coalesce(good_look, ''), id
    ) AS place
    FROM streaks
),
totals AS MATERIALIZED (
    SELECT portal, max(last_look) AS last_look, min(good_look) AS good_look, sum(streak > 0) AS in_trouble,
           count(*) AS columns
    FROM streaks GROUP BY portal
)
SELECT portals.name AS portal, portals.title, totals.last_look,
       CASE WHEN worst.streak THEN worst.good_look ELSE totals.good_look END AS last_good_look,
       coalesce(worst.streak, 0) AS bad_looks,
       CASE WHEN worst.streak THEN worst.last_outcome END AS outcome,
       CASE WHEN worst.streak THEN worst.reason END AS reason,
       CASE WHEN worst.streak THEN worst.url END AS column_url,
       coalesce(totals.in_trouble, 0) AS columns_in_trouble,
       coalesce(totals.columns, 0) AS columns,
       (SELECT count(*) FROM reports WHERE reports.portal = portals.name) AS reports
FROM portals
LEFT JOIN worst ON worst.portal = portals.name AND worst.place = 1
LEFT JOIN totals ON totals.portal = portals.name;
CREATE VIEW reports_pairs AS
SELECT id, zh_pairs(body) AS body, zh_pairs(title) AS title FROM reports WHERE id <= (SELECT indexed FROM search_marks WHERE name = 'reports');
CREATE VIEW sections_pairs AS
SELECT id, zh_section_pairs(text, part) AS text FROM sections WHERE id <= (SELECT indexed FROM search_marks WHERE name = 'sections');
CREATE TRIGGER reports_unassign AFTER UPDATE OF issuer, title, signed_date ON reports
WHEN OLD.assigned AND (OLD.issuer IS NOT NEW.issuer OR OLD.title IS NOT NEW.title
                       OR OLD.signed_date IS NOT NEW.signed_date)
BEGIN UPDATE reports SET assigned = 0 WHERE id = NEW.id; END;
CREATE TRIGGER reports_search_insert AFTER INSERT ON reports WHEN new.id <= (SELECT indexed FROM search_marks WHERE name = 'reports') BEGIN
    INSERT INTO reports_fts (rowid, title, body) VALUES (new.id, zh_pairs(new.title), zh_pairs(new.body));
END;
CREATE TRIGGER reports_search_delete AFTER DELETE ON reports WHEN old.id <= (SELECT indexed FROM search_marks WHERE name = 'reports') BEGIN
    INSERT INTO reports_fts (reports_fts, rowid, title, body)
    VALUES ('delete', old.id, zh_pairs(old.title), zh_pairs(old.body));
    UPDATE search_marks SET indexed = min(indexed, (SELECT coalesce(max(id), 0) FROM reports)) WHERE name = 'reports';
END;
CREATE TRIGGER reports_search_update AFTER UPDATE OF id, title, body ON reports
WHEN old.id IS NOT new.id OR old.title IS NOT new.title OR old.body IS NOT new.body BEGIN
    INSERT INTO reports_fts (reports_fts, rowid, title, body)
    SELECT 'delete', old.id, zh_pairs(old.title), zh_pairs(old.body) WHERE old.id <= (SELECT indexed FROM search_marks WHERE name = 'reports');
    INSERT INTO reports_fts (rowid, title, body)
    SELECT new.id, zh_pairs(new.title), zh_pairs(new.body) WHERE new.id <= (SELECT indexed FROM search_marks WHERE name = 'reports');
END;
CREATE TRIGGER sections_search_insert AFTER INSERT ON sections WHEN new.id <= (SELECT indexed FROM search_marks WHERE name = 'sections') BEGIN
    INSERT INTO sections_fts (rowid, text) VALUES (new.id, zh_section_pairs(new.text, new.part));
END;
CREATE TRIGGER sections_search_delete AFTER DELETE ON sections WHEN old.id <= (SELECT indexed FROM search_marks WHERE name = 'sections') BEGIN
    INSERT INTO sections_fts (sections_fts, rowid, text)
    VALUES ('delete', old.id, zh_section_pairs(old.text, old.part));
    UPDATE search_marks SET indexed = min(indexed, (SELECT coalesce(max(id), 0) FROM sections)) WHERE name = 'sections';
END;
CREATE TRIGGER sections_search_update AFTER UPDATE OF id, text, part ON sections
WHEN old.id IS NOT new.id OR old.text IS NOT new.text OR old.part IS NOT new.part BEGIN
    INSERT INTO sections_fts (sections_fts, rowid, text)
    SELECT 'delete', old.id, zh_section_pairs(old.text, old.part) WHERE old.id <= (SELECT indexed FROM search_marks WHERE name = 'sections');
    INSERT INTO sections_fts (rowid, text)
    SELECT new.id, zh_section_pairs(new.text, new.part) WHERE new.id <= (SELECT indexed FROM search_marks WHERE name = 'sections');
END;
INSERT INTO "_sqlite_migrations" VALUES (1, 'fazhi', 'm001_first_tables', '2026-11-28 10:23:12.791918+00:00');
INSERT INTO "_sqlite_migrations" VALUES (2, 'fazhi', 'm002_agencies_and_views', '2026-11-28 10:23:12.797230+00:00');
INSERT INTO "_sqlite_migrations" VALUES (3, 'fazhi', 'm003_search', '2026-11-28 10:23:12.801124+00:00');
INSERT INTO "regions" VALUES ('110000', '北京市', '北京市', 'province', NULL, 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110101', '东城区', '北京市东城区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110102', '西城区', '北京市西城区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110103', '崇文区', '北京市崇文区', 'county', '110000', 1980, 2009, '[]');
INSERT INTO "regions" VALUES ('110104', '宣武区', '北京市宣武区', 'county', '110000', 1980, 2009, '[]');
INSERT INTO "regions" VALUES ('110105', '朝阳区', '北京市朝阳区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110106', '丰台区', '北京市丰台区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110107', '石景山区', '北京市石景山区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110108', '海淀区', '北京市海淀区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110109', '门头沟区', '北京市门头沟区', 'county', '110000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('110111', '房山区', '北京市房山区', 'county', '110000', 1986, NULL, '[]');
INSERT INTO "regions" VALUES ('110112', '通州区', '北京市通州区', 'county', '110000', 1997, NULL, '[]');
INSERT INTO "regions" VALUES ('110113', '顺义区', '北京市顺义区', 'county', '110000', 1998, NULL, '[]');
INSERT INTO "regions" VALUES ('110114', '昌平区', '北京市昌平区', 'county', '110000', 1999, NULL, '[]');
INSERT INTO "regions" VALUES ('110115', '大兴区', '北京市大兴区', 'county', '110000', 2001, NULL, '[]');
INSERT INTO "regions" VALUES ('110116', '怀柔区', '北京市怀柔区', 'county', '110000', 2001, NULL, '[]');
INSERT INTO "regions" VALUES ('110117', '平谷区', '北京市平谷区', 'county', '110000', 2001, NULL, '[]');
INSERT INTO "regions" VALUES ('110118', '密云区', '北京市密云区', 'county', '110000', 2015, NULL, '[]');
INSERT INTO "regions" VALUES ('110119', '延庆区', '北京市延庆区', 'county', '110000', 2015, NULL, '[]');
INSERT INTO "regions" VALUES ('110224', '大兴县', '北京市大兴县', 'county', '110000', 1982, 2000, '[]');
INSERT INTO "regions" VALUES ('110226', '平谷县', '北京市平谷县', 'county', '110000', 1982, 2000, '[]');
INSERT INTO "regions" VALUES ('110227', '怀柔县', '北京市怀柔县', 'county', '110000', 1982, 2000, '[]');
INSERT INTO "regions" VALUES ('110228', '密云县', '北京市密云县', 'county', '110000', 1982, 2014, '[]');
INSERT INTO "regions" VALUES ('110229', '延庆县', '北京市延庆县', 'county', '110000', 1982, 2014, '[]');
INSERT INTO "regions" VALUES ('120000', '天津市', '天津市', 'province', NULL, 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120101', '和平区', '天津市和平区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120102', '河东区', '天津市河东区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120103', '河西区', '天津市河西区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120104', '南开区', '天津市南开区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120105', '河北区', '天津市河北区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120106', '红桥区', '天津市红桥区', 'county', '120000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('120107', '塘沽区', '天津市塘沽区', 'county', '120000', 1980, 2008, '[]');
INSERT INTO "regions" VALUES ('120108', '汉沽区', '天津市汉沽区', 'county', '120000', 1980, 2008, '[]');
INSERT INTO "regions" VALUES ('120109', '大港区', '天津市大港区', 'county', '120000', 1980, 2008, '[]');
INSERT INTO "regions" VALUES ('120110', '东丽区', '天津市东丽区', 'county', '120000', 1992, NULL, '[]');
INSERT INTO "regions" VALUES ('120111', '西青区', '天津市西青区', 'county', '120000', 1992, NULL, '[]');
INSERT INTO "regions" VALUES ('120112', '津南区', '天津市津南区', 'county', '120000', 1992, NULL, '[]');
INSERT INTO "regions" VALUES ('120113', '北辰区', '天津市北辰区', 'county', '120000', 1992, NULL, '[]');
INSERT INTO "regions" VALUES ('120114', '武清区', '天津市武清区', 'county', '120000', 2000, NULL, '[]');
INSERT INTO "regions" VALUES ('120115', '宝坻区', '天津市宝坻区', 'county', '120000', 2001, NULL, '[]');
INSERT INTO "regions" VALUES ('120116', '滨海新区', '天津市滨海新区', 'county', '120000', 2009, NULL, '[]');
INSERT INTO "regions" VALUES ('120117', '宁河区', '天津市宁河区', 'county', '120000', 2015, NULL, '[]');
INSERT INTO "regions" VALUES ('120118', '静海区', '天津市静海区', 'county', '120000', 2015, NULL, '[]');
INSERT INTO "regions" VALUES ('120119', '蓟州区', '天津市蓟州区', 'county', '120000', 2016, NULL, '[]');
INSERT INTO "regions" VALUES ('120221', '宁河县', '天津市宁河县', 'county', '120000', 1982, 2014, '[]');
INSERT INTO "regions" VALUES ('120223', '静海县', '天津市静海县', 'county', '120000', 1982, 2014, '[]');
INSERT INTO "regions" VALUES ('120224', '宝坻县', '天津市宝坻县', 'county', '120000', 1982, 2000, '[]');
INSERT INTO "regions" VALUES ('120225', '蓟县', '天津市蓟县', 'county', '120000', 1982, 2015, '[]');
INSERT INTO "regions" VALUES ('130000', '河北省', '河北省', 'province', NULL, 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130100', '石家庄市', '河北省石家庄市', 'city', '130000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130102', '长安区', '河北省石家庄市长安区', 'county', '130100', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130103', '桥东区', '河北省石家庄市桥东区', 'county', '130100', 1980, 2013, '[]');
INSERT INTO "regions" VALUES ('130104', '桥西区', '河北省石家庄市桥西区', 'county', '130100', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130105', '新华区', '河北省石家庄市新华区', 'county', '130100', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130106', '郊区', '河北省石家庄市郊区', 'county', '130100', 1980, 2000, '[]');
INSERT INTO "regions" VALUES ('130107', '井陉矿区', '河北省石家庄市井陉矿区', 'county', '130100', 1992, NULL, '[]');
INSERT INTO "regions" VALUES ('130108', '裕华区', '河北省石家庄市裕华区', 'county', '130100', 2001, NULL, '[]');
INSERT INTO "regions" VALUES ('130109', '藁城区', '河北省石家庄市藁城区', 'county', '130100', 2014, NULL, '[]');
INSERT INTO "regions" VALUES ('130110', '鹿泉区', '河北省石家庄市鹿泉区', 'county', '130100', 2014, NULL, '[]');
INSERT INTO "regions" VALUES ('130111', '栾城区', '河北省石家庄市栾城区', 'county', '130100', 2014, NULL, '[]');
INSERT INTO "regions" VALUES ('130121', '井陉县', '河北省石家庄市井陉县', 'county', '130100', 1983, NULL, '[]');
INSERT INTO "regions" VALUES ('130123', '正定县', '河北省石家庄市正定县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130124', '栾城县', '河北省石家庄市栾城县', 'county', '130100', 1993, 2013, '[]');
INSERT INTO "regions" VALUES ('130125', '行唐县', '河北省石家庄市行唐县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130126', '灵寿县', '河北省石家庄市灵寿县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130127', '高邑县', '河北省石家庄市高邑县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130128', '深泽县', '河北省石家庄市深泽县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130129', '赞皇县', '河北省石家庄市赞皇县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130130', '无极县', '河北省石家庄市无极县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130131', '平山县', '河北省石家庄市平山县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130132', '元氏县', '河北省石家庄市元氏县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130133', '赵县', '河北省石家庄市赵县', 'county', '130100', 1993, NULL, '[]');
INSERT INTO "regions" VALUES ('130181', '辛集市', '河北省石家庄市辛集市', 'county', '130100', 1995, NULL, '[]');
INSERT INTO "regions" VALUES ('130182', '藁城市', '河北省石家庄市藁城市', 'county', '130100', 1995, 2013, '[]');
INSERT INTO "regions" VALUES ('130183', '晋州市', '河北省石家庄市晋州市', 'county', '130100', 1995, NULL, '[]');
INSERT INTO "regions" VALUES ('130184', '新乐市', '河北省石家庄市新乐市', 'county', '130100', 1995, NULL, '[]');
INSERT INTO "regions" VALUES ('130185', '鹿泉市', '河北省石家庄市鹿泉市', 'county', '130100', 1995, 2013, '[]');
INSERT INTO "regions" VALUES ('130200', '唐山市', '河北省唐山市', 'city', '130000', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130202', '路南区', '河北省唐山市路南区', 'county', '130200', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130203', '路北区', '河北省唐山市路北区', 'county', '130200', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130204', '古冶区', '河北省唐山市古冶区', 'county', '130200', 1995, NULL, '[]');
INSERT INTO "regions" VALUES ('130205', '开平区', '河北省唐山市开平区', 'county', '130200', 1980, NULL, '[]');
INSERT INTO "regions" VALUES ('130206', '新区', '河北省唐山市新区', 'county', '130200', 1980, 2001, '[]');
INSERT INTO "regions" VALUES ('130207', '丰南区', '河北省唐山市丰南区', 'county', '130200', 2002, NULL, '[]');
INSERT INTO "regions" VALUES ('130208', '丰润区', '河北省唐山市丰润区', 'county', '130200', 2002, NULL, '[]');
INSERT INTO "regions" VALUES ('130209', '曹妃甸区', '河北省唐山市曹妃甸区', 'county', '130200', 2012, NULL, '[]');
INSERT INTO "regions" VALUES ('130221', '丰润县', '河北省唐山市丰润县', 'county', '130200', 1983, 2001, '[]');
INSERT INTO "regions" VALUES ('130223', '滦县', '河北省唐山市滦县', 'county', '130200', 1983, 2017, '[]');
INSERT INTO "regions" VALUES ('130224', '滦南县', '河北省唐山市滦南县', 'county', '130200', 1983, NULL, '[]');
INSERT INTO "regions" VALUES ('130225', '乐亭县', '河北省唐山市乐亭县', 'county', '130200', 1983, NULL, '[]');
INSERT INTO "regions" VALUES ('130227', '迁西县', '河北省唐山市迁西县', 'county', '130200', 1984, NULL, '[]');
INSERT INTO "regions" VALUES ('130229', '玉田县', '河北省唐山市玉田县', 'county', '130200', 1984, NULL, '[]');
INSERT INTO "regions" VALUES ('130230', '唐海县', '河北省唐山市唐海县', 'county', '130200', 1984, 2011, '[]');
INSERT INTO "regions" VALUES ('130281', '遵化市', '河北省唐山市遵化市', 'county', '130200', 1995, NULL, '[]');
INSERT INTO "regions" VALUES ('130282', '丰南市', '河北省唐山市丰南市', 'county', '130200', 1995, 2001, '[]');
INSERT INTO "regions" VALUES ('130283', '迁安市', '河北省唐山市迁安市', 'county', '130200', 1996, NULL, '[]');
INSERT INTO "regions" VALUES ('130284', '滦州市', '河北省唐山市滦州市', 'county', '130200', 2018, NULL, '[]');
INSERT INTO "regions" VALUES ('130300', '秦皇岛市', '河北省秦皇岛市', 'city', '130000', 1983, NULL, '[]');
INSERT INTO "regions" VALUES ('130302', '海港区', '河北省秦皇岛市海港区', 'county', '130300', 1983, NULL, '[]');
INSERT INTO "regions" VALUES ('130303', '山海关区', '河北省秦皇岛市山海关区', 'county', '130300', 1983, NULL, '[]');
INSERT INTO "runs" VALUES ('run', 'crawl', '2026-11-28T10:23:12Z', '2026-11-28T10:23:13Z', 0, 1, 1, 1, 0, 'fazhi-run.warc.gz');
INSERT INTO "portals" VALUES ('nanchang', '南昌市生态环境局', 'http://sthjj.nc.gov.cn/', 'ucap', NULL, NULL);
INSERT INTO "columns" VALUES (1, 'nanchang', 'http://sthjj.nc.gov.cn/list.shtml', '通知公告', NULL, '2026-11-28T10:23:12Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL);
INSERT INTO "snapshots" VALUES (1, 'http://sthjj.nc.gov.cn/1.shtml', '2026-01-01T00:00:00Z', '0', 'w', 0, 1, '');
INSERT INTO "fetches" VALUES (1, 'run', 'nanchang', NULL, 'report', 'http://sthjj.nc.gov.cn/1.shtml', 'sthjj.nc.gov.cn', '2026-11-28T10:23:13Z', 200, 'new', 1, '', 1, 1);
INSERT INTO "reports" VALUES (1, 'nanchang', 'http://sthjj.nc.gov.cn/1.shtml', '2024年法治政府建设年度报告', '南昌市生态环境局', NULL, 2024, '2025-03-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'fae2603273d91cb457402271abc2680c9e0276409c3ab2d6d315c38b87b91ca2', '', 50, '[]', '{}', 'published', '2026-11-28T10:23:12Z', '2026-11-28T10:23:12Z', '2026-11-28T10:23:12Z', '2026-11-29T10:23:12Z', 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, '2024年,我局扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措
全年办理行政处罚案件31件。');
INSERT INTO "report_addresses" VALUES ('http://sthjj.nc.gov.cn/1.shtml', 1, 'primary', '2026-11-28T10:23:12Z');
INSERT INTO "versions" VALUES (1, 1, 1, 'first', '2026-11-28T10:23:13Z', '2024年法治政府建设年度报告', '2024年,我局扎实推进法治政府建设。现将有关情况报告如下:
一、主要举措
全年办理行政处罚案件31件。', 'fae2603273d91cb457402271abc2680c9e0276409c3ab2d6d315c38b87b91ca2', '1', 1, '[]', '[]');
INSERT INTO "attachments" VALUES (1, 1, 'http://sthjj.nc.gov.cn/1.pdf', '1.pdf', '', '', '', NULL, NULL, NULL, '', NULL, '[]', '', '', '', NULL, NULL, NULL, NULL, '');
INSERT INTO "listing_rows" VALUES (1, 'nanchang', 1, 'http://sthjj.nc.gov.cn/1.shtml', '年度报告', '2025-03-01', '', 'report', 'report', '', 0, 1, '2026-11-28T10:23:12Z', '2026-11-28T10:23:12Z');
INSERT INTO "search_marks" VALUES ('reports', 0);
INSERT INTO "search_marks" VALUES ('sections', 0);
COMMIT;
