"""Queries that are views of the database, and the one that fills the table ``coverage``."""

from __future__ import annotations

from typing import Final

GOOD_LISTING_FETCHES: Final = "('ok', 'new', 'changed', 'unchanged', 'unchanged_304')"
_WHY: Final = """(SELECT json_array(reason_code, json(reason_params)) FROM fetches
            WHERE column_id = worst AND purpose = 'listing' AND outcome = last_outcome ORDER BY time DESC LIMIT 1)"""

# One row per report: the clock of article 24 (督察工作规定: before 1 April of the following year) and the one of
# 政府信息公开条例 article 26 (20 working days after signing). A report seen before the date its page states was
# public when it was seen.
TIMELINESS: Final = """
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
            FROM section_spans WHERE section_spans.report = reports.id HAVING count(*) > 0) AS parts_found,
           (SELECT json_group_array(column1)
            FROM (VALUES ('measures'), ('problems'), ('leader_duty'), ('next_year'))
            WHERE column1 NOT IN
              (SELECT part FROM section_spans WHERE section_spans.report = reports.id AND part IS NOT NULL)
              AND EXISTS (SELECT 1 FROM section_spans WHERE section_spans.report = reports.id)) AS parts_missing
    FROM reports WHERE report_year IS NOT NULL
)
"""

# One row per agency and report year from 2019 on (the first under article 24), and for earlier years that have a
# report. "Not found" needs: every listing concerned read well and to its end after the due date, and no row left
# unread that may be the report. A column named after another year does not concern this one. ``:today`` is the day
# it is asked on, in Beijing.
COVERAGE: Final = """
WITH RECURSIVE
clock(today) AS (SELECT :today),
years(year) AS (
    SELECT 2019 UNION ALL SELECT year + 1 FROM years, clock WHERE year < CAST(substr(today, 1, 4) AS INTEGER)
),
wanted(agency, year) AS (
    SELECT name, year FROM agencies, years WHERE year >= coalesce(since, 0) AND year <= coalesce(until, 9999)
    UNION
    SELECT agency, report_year FROM reports WHERE agency IS NOT NULL AND report_year IS NOT NULL
),
best AS (
    SELECT agency, report_year, report, row_number() OVER (
        PARTITION BY agency, report_year
        ORDER BY report_state = 'gone', public_on IS NULL, public_on, first_seen, report
    ) AS place
    FROM timeliness WHERE agency IS NOT NULL
),
listings AS (
    SELECT id, portal, url, name, parent, read_whole, last_fetch, last_outcome,
           (SELECT time FROM fetches WHERE column_id = columns.id AND purpose = 'listing'
            AND outcome IN {good}
            ORDER BY time DESC LIMIT 1) AS good_fetch,
           (SELECT reason_params ->> '$.text' FROM fetches WHERE column_id = columns.id AND purpose = 'listing'
            AND outcome = columns.last_outcome ORDER BY time DESC LIMIT 1) AS last_reason
    FROM columns WHERE watched
),
cells AS (
    SELECT wanted.agency, CAST(wanted.year AS INTEGER) AS year,
           agencies.portal, agencies.level, agencies.type, agencies.duty, clock.today,
           printf('%04d-04-01', wanted.year + 1) AS due,
           (SELECT region_code FROM agency_regions
            WHERE agency_regions.agency = wanted.agency AND coalesce(since, 0) <= wanted.year
              AND coalesce(until, 9999) >= wanted.year) AS region_code
    FROM wanted JOIN agencies ON agencies.name = wanted.agency, clock
),
looked AS (
    SELECT cells.agency, cells.year, count(*) AS columns,
           sum(coalesce(date(good_fetch, '+8 hours') <= due, 1)) AS stale,
           sum(NOT read_whole) AS unread,
           min(good_fetch) AS good_fetch,
           json_group_array(json_object(
               'column', listings.name, 'url', listings.url, 'good_fetch', good_fetch,
               'last_fetch', last_fetch, 'last_outcome', last_outcome
           )) AS evidence
    FROM cells JOIN listings ON listings.portal = cells.portal
     AND (parent IS NULL OR listings.name NOT GLOB '*20[0-9][0-9]*'
          OR listings.name LIKE '%' || cells.year || '%' OR listings.name LIKE '%' || (cells.year + 1) || '%')
    GROUP BY cells.agency, cells.year
),
judged AS (
    SELECT cells.*, best.report, known.url, known.title, known.state AS found, known.report_state, known.public_on,
           known.published, known.published_from, known.days_to_due AS report_days, known.signed_date,
           known.disclosure_due, known.disclosure, known.parts_found, known.parts_missing, known.last_seen,
           looked.columns, looked.stale, looked.unread, looked.good_fetch, looked.evidence,
           CASE WHEN best.report IS NULL AND cells.today > cells.due THEN
               (SELECT title || ' ' || url FROM listing_rows
                WHERE portal = cells.portal AND state IN ('pending', 'robots_denied', 'foreign')
                  AND (state != 'foreign' OR title LIKE '%法治政府%')
                  AND (title LIKE '%' || cells.year || '%' OR title NOT GLOB '*20[0-9][0-9]*') LIMIT 1)
           END AS unread_row
    FROM cells
    LEFT JOIN best ON best.agency = cells.agency AND best.report_year = cells.year AND best.place = 1
    LEFT JOIN timeliness AS known ON known.report = best.report
    LEFT JOIN looked ON looked.agency = cells.agency AND looked.year = cells.year
)
SELECT agency, year, region_code, level, type, duty, portal,
       CASE WHEN report_state = 'gone' THEN 'withdrawn'
            WHEN report IS NOT NULL THEN found
            WHEN today <= due THEN 'not_yet_due'
            WHEN columns IS NULL OR stale OR unread OR unread_row IS NOT NULL THEN 'could_not_look'
            ELSE 'not_found' END AS state,
       CASE WHEN report_state = 'gone' THEN 'last seen ' || date(last_seen, '+8 hours')
            WHEN found = 'undated' THEN 'the page states no date; it was there on ' || date(last_seen, '+8 hours')
            WHEN report IS NOT NULL THEN 'public on ' || coalesce(public_on, 'or before its first fetch')
            WHEN today <= due THEN 'due before ' || due
            WHEN portal IS NULL THEN 'no portal is watched for this agency'
            WHEN columns IS NULL THEN 'portal ' || portal || ' has not been fetched yet'
            WHEN stale THEN (
                SELECT CASE
                    WHEN last_fetch IS NULL THEN 'no fetch yet of ' || name || ' ' || url
                    WHEN last_outcome IN {good}
                    THEN 'no fetch since ' || date(last_fetch, '+8 hours') || ' at ' || name || ' ' || url
                    ELSE last_outcome || ' on ' || date(last_fetch, '+8 hours')
                         || CASE WHEN last_reason != '' THEN ' (' || last_reason || ')' ELSE '' END
                         || ', '
                         || coalesce('no good fetch since ' || date(good_fetch, '+8 hours'), 'never a good fetch')
                         || ' at ' || name || ' ' || url END
                FROM listings WHERE listings.portal = judged.portal AND coalesce(date(good_fetch, '+8 hours') <= due, 1)
                 AND (parent IS NULL OR listings.name NOT GLOB '*20[0-9][0-9]*'
                      OR listings.name LIKE '%' || judged.year || '%'
                      OR listings.name LIKE '%' || (judged.year + 1) || '%')
                ORDER BY last_outcome IN {good}, last_fetch DESC, id
                LIMIT 1)
            WHEN unread THEN 'a listing of portal ' || portal || ' could not be read to its end'
            WHEN unread_row IS NOT NULL THEN 'a row that may be it could not be read: ' || unread_row
            ELSE 'looked on ' || date(good_fetch, '+8 hours') || ' at ' || columns
                 || CASE columns WHEN 1 THEN ' listing' ELSE ' listings' END || ' of ' || portal END AS reason,
       due,
       CASE WHEN report IS NULL THEN CAST(julianday(due) - julianday(today) AS INTEGER) ELSE report_days END
           AS days_to_due,
       report, url, title, published, published_from, signed_date, disclosure_due, disclosure,
       parts_found, parts_missing, last_seen, coalesce(evidence, '[]') AS listings
FROM judged
""".replace("{good}", GOOD_LISTING_FETCHES)

# What readers are told: first versions, changes of the source, and pages found missing on two different days.
TOLD: Final = ("first", "source_changed", "attachment_changed")
_TOLD_OF: Final = "portal, agency, issuer, report_year, reports.title, reports.url, published"
_VERSIONS: Final = f"""
SELECT CASE WHEN reason = 'first' THEN 'new' ELSE 'changed' END AS kind, seen AS time, reports.id AS report,
       versions.number AS version, {_TOLD_OF}
FROM versions JOIN reports ON reports.id = versions.report WHERE likelihood(versions.reason = '{{}}', 0.001)
UNION ALL"""
# One arm for each index that gives its rows by time, all of the same types: SQLite then merges them (rule 17 of
# https://sqlite.org/optoverview.html#subquery_flattening) and the newest cost the same, however many there are.
CHANGES: Final = f"""{"".join(map(_VERSIONS.format, TOLD))}
SELECT 'gone', withdrawals.time, reports.id, CAST(NULL AS INTEGER), {_TOLD_OF}
FROM withdrawals CROSS JOIN reports ON reports.id = withdrawals.report
"""

# Per portal: the last fetch of any listing, and for the listing in the worst state its last good fetch, how many runs
# in a row have fetched it badly, and how the last fetch ended. Where all are well, the oldest good fetch counts.
PORTAL_HEALTH: Final = """
SELECT portal_states.portal, portals.title, portal_states.last_fetch, portal_states.last_good_fetch,
       portal_states.bad_fetches,
       CASE WHEN portal_states.bad_fetches THEN last_outcome END AS outcome,
       CASE WHEN portal_states.bad_fetches THEN {why} ->> 0 END AS reason_code,
       CASE WHEN portal_states.bad_fetches THEN {why} -> 1 END AS reason_params,
       CASE WHEN portal_states.bad_fetches THEN columns.url END AS column_url,
       columns_in_trouble, portal_states.columns,
       coalesce((SELECT number FROM counts WHERE counts.name = 'portal' AND "key" = portal_states.portal), 0) AS reports
FROM portal_states CROSS JOIN portals ON portals.name = portal_states.portal
LEFT JOIN columns ON columns.id = portal_states.worst
""".replace("{why}", _WHY)

# The words of what is stored as places in a text, and the text of a version that still is its report's.
_WORDS: Final = "(SELECT substr(body, {start} + 1, {end} - {start}) FROM reports WHERE reports.id = report)"
_SPAN: Final = _WORDS.format(start="start", end='"end"')
_SENTENCE: Final = _WORDS.format(start="sentence_start", end="sentence_end")
_NUMBER: Final = (
    "value, unit, normal_value, normal_unit, qualifier, {more}"
    f'{_SENTENCE} AS sentence, {_SPAN} AS span, start, "end", sentence_start, sentence_end'
)
VIEWS: Final = {
    "timeliness": TIMELINESS,
    "changes": CHANGES,
    "portal_health": PORTAL_HEALTH,
    "sections": 'SELECT id, report, position, level, marker, heading, kind, part, start, "end",'
    f" {_SPAN} AS text FROM section_spans",
    "figures": 'SELECT id, report, "key", label, '
    f"{_NUMBER.format(more='period, year, scope, subset_of, ')} FROM figure_spans",
    "targets": f'SELECT id, report, "key", label, mood, {_NUMBER.format(more="year, scope, ")} FROM target_spans',
    "candidates": f"SELECT id, report, {_NUMBER.format(more='period, year, ')} FROM candidate_spans",
    "search_texts": "SELECT id AS report, public_id, title, coalesce(body_folded, body) AS text FROM reports",
    "version_texts": "SELECT versions.id, report, number, reason, seen, versions.title,"
    " coalesce(versions.body, reports.body) AS body, versions.body_sha256, versions.characters, cleaner,"
    " boilerplate_sha256, snapshot, pages, files FROM versions JOIN reports ON reports.id = versions.report",
}
