"""What rows say of each other: each rule is a query that finds the rows that break it, and a sentence for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

from crawler.outcome import SENT

AT_ONCE: Final = 0.01  # days (a quarter of an hour) within which what belongs together is written
LAST_VERSION: Final = "number = (SELECT max(number) FROM versions AS v WHERE v.report = versions.report)"
WHOLE_RUN: Final = "finished IS NOT NULL AND NOT thinned"  # ended, and its fetches still stand one by one


@dataclass(frozen=True, slots=True)
class Rule:
    """``sql`` gives the values of ``sentence`` for each row that breaks the rule."""

    kind: str
    sql: str
    sentence: str


RULES: Final = (
    Rule(
        "no_version",
        "SELECT id, url FROM reports WHERE id NOT IN (SELECT report FROM versions)",
        "report {0} ({1}) has no version",
    ),
    Rule(
        "missing_version",
        "SELECT report, count(*), min(number), max(number) FROM versions GROUP BY report"
        " HAVING count(*) != max(number) OR min(number) != 1",
        "report {0} has {1} versions, numbered from {2} to {3}: some are missing",
    ),
    Rule(
        "not_newest",
        "SELECT reports.id, number FROM reports JOIN versions ON report = reports.id"
        f" WHERE {LAST_VERSION} AND versions.body_sha256 != reports.body_sha256",
        "the text of report {0} is not that of its newest version, number {1}",
    ),
    Rule(
        "version_date",
        "SELECT report, number, seen, fetched FROM versions JOIN snapshots ON snapshots.id = snapshot"
        " WHERE seen < fetched",
        "version {1} of report {0} was seen at {2}, before its page was fetched at {3}",
    ),
    Rule(
        "report_date",
        "SELECT reports.id, reports.first_seen, seen FROM reports JOIN versions ON report = reports.id AND number = 1"
        f" WHERE abs(julianday(first_seen) - julianday(seen)) > {AT_ONCE}",
        "report {0} was first seen at {1}, and its first version at {2}",
    ),
    Rule(
        "report_date",
        "SELECT id, last_changed FROM reports WHERE EXISTS (SELECT 1 FROM versions WHERE report = reports.id)"
        " AND NOT EXISTS (SELECT 1 FROM versions WHERE report = reports.id"
        f" AND abs(julianday(last_changed) - julianday(seen)) <= {AT_ONCE})",
        "report {0} changed last at {1}, and no version of it was seen then",
    ),
    Rule(
        "missing_report",
        "SELECT url, min(time), outcome FROM fetches WHERE purpose = 'report' AND outcome IN ('new', 'changed')"
        " AND url NOT IN (SELECT url FROM report_addresses) GROUP BY url",
        "a report was found at {0} at {1}, and is not there",
    ),
    Rule(
        "missing_report",
        "SELECT url, title FROM listing_rows WHERE state = 'report' AND report IS NULL",
        "the listing row {0} ({1}) led to a report that is not there",
    ),
    Rule(
        "missing_fetches",
        "SELECT id, requests, (SELECT count(*) FROM fetches WHERE run = runs.id"
        f" AND {SENT}) AS kept FROM runs WHERE {WHOLE_RUN} AND requests != kept",
        "run {0} made {1} requests, and {2} of them are in the table",
    ),
    Rule(
        "missing_fetches",
        "SELECT id, bytes, (SELECT coalesce(sum(bytes), 0) FROM fetches WHERE run = runs.id) AS kept FROM runs"
        f" WHERE {WHOLE_RUN} AND bytes != kept",
        "run {0} received {1} bytes, and the fetches of the table make {2}",
    ),
    Rule(
        "fetch_count",
        "SELECT id, url, count, days FROM fetches"
        " WHERE days IS NULL AND count != 1 OR days IS NOT NULL AND count < json_array_length(days)",
        "fetch {0} ({1}) stands for {2} fetches, and its days are {3}",
    ),
    Rule(
        "fetch_date",
        f"SELECT fetches.id, url, time, run FROM fetches JOIN runs ON runs.id = run WHERE {WHOLE_RUN}"
        f" AND (julianday(time) < julianday(started) - {AT_ONCE} OR julianday(time) > julianday(finished) + {AT_ONCE})",
        "fetch {0} ({1}) is dated {2}, outside its run {3}",
    ),
    Rule(
        "fetch_snapshot",
        "SELECT fetches.id, fetches.url, snapshots.id, snapshots.url FROM fetches"
        " JOIN snapshots ON snapshots.id = snapshot WHERE fetches.url != snapshots.url",
        "fetch {0} ({1}) names snapshot {2}, which is of {3}",
    ),
    Rule(
        "fetch_snapshot",
        "SELECT fetches.id, fetches.url, time, fetched FROM fetches JOIN snapshots ON snapshots.id = snapshot"
        " WHERE time < fetched",
        "fetch {0} ({1}) is dated {2}, before its answer came at {3}",
    ),
    Rule(
        "unused_snapshot",
        "SELECT snapshots.id, url, fetched FROM snapshots JOIN runs ON runs.warc = snapshots.warc"
        f" WHERE {WHOLE_RUN} AND exit_code IN (0, 3) AND snapshots.id NOT IN"
        " (SELECT snapshot FROM fetches WHERE snapshot IS NOT NULL)",
        "snapshot {0} ({1}, {2}) was kept, and no fetch names it",
    ),
    Rule(
        "page_digest",
        "SELECT report, following_pages.url FROM following_pages JOIN snapshots ON snapshots.id = snapshot"
        " WHERE following_pages.sha256 != snapshots.sha256",
        "the following page {1} of report {0} has another digest than its snapshot",
    ),
    Rule(
        "page_digest",
        "SELECT report, number, value ->> '$.url' FROM versions, json_each(pages)"
        " WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = value ->> '$.snapshot'"
        " AND sha256 = value ->> '$.sha256')",
        "version {1} of report {0} names a page, {2}, of which no such snapshot is there",
    ),
)


def broken(db: Database) -> Iterator[tuple[str, str, str]]:
    """(kind, place, sentence) of every row that breaks a rule."""
    for rule in RULES:
        for row in db.execute(rule.sql):
            yield rule.kind, f"{rule.kind} {row[0]}", rule.sentence.format(*row)
