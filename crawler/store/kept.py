"""How portals stand and when reports were found withdrawn, kept by triggers as fetches and columns are written.

Asked anew, both look at the fetches of every column and of every withdrawn report; the first page, the feed and the
end of a run ask for them each time. Whoever writes a row keeps what follows from it, in the same transaction.

``listing_states`` has a row for each watched column: its last good fetch, and how many runs in a row have fetched it
badly since (0 where its last fetch was good). ``portal_states`` has one for each portal, of which ``worst`` is the
listing in the worst state. ``withdrawals`` says when a report was found missing on a second day. They refer to other
tables without saying so: Datasette would show a link to them beside each row.
"""

from __future__ import annotations

from typing import Final

from crawler.outcome import ABSENT
from crawler.store.views import GOOD_LISTING_FETCHES

TABLES: Final = (
    "CREATE TABLE listing_states (column_id INTEGER PRIMARY KEY, good_fetch TEXT, streak INTEGER NOT NULL)",
    "CREATE TABLE portal_states (portal TEXT NOT NULL UNIQUE, last_fetch TEXT,"
    " last_good_fetch TEXT, bad_fetches INTEGER NOT NULL DEFAULT 0, worst INTEGER,"
    " columns_in_trouble INTEGER NOT NULL DEFAULT 0, columns INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX portal_states_worst ON portal_states(bad_fetches DESC, last_good_fetch)",
    "CREATE TABLE withdrawals (report INTEGER PRIMARY KEY, time TEXT)",
    "CREATE INDEX withdrawals_time ON withdrawals(time)",
    "CREATE INDEX reports_withdrawn ON reports(url) WHERE state = 'gone'",
    "CREATE INDEX columns_last_fetch ON columns(last_fetch)",
)

_LISTINGS: Final = f"""
SELECT id, good_fetch,
       CASE WHEN last_outcome IS NULL OR last_outcome IN {GOOD_LISTING_FETCHES} THEN 0 ELSE
           (SELECT count(DISTINCT run) FROM fetches WHERE column_id = listing.id AND purpose = 'listing'
            AND outcome NOT IN {GOOD_LISTING_FETCHES} AND time > coalesce(good_fetch, '')) END
FROM (SELECT id, last_outcome,
             (SELECT time FROM fetches WHERE column_id = columns.id AND purpose = 'listing'
              AND outcome IN {GOOD_LISTING_FETCHES} ORDER BY time DESC LIMIT 1) AS good_fetch
      FROM columns WHERE watched{{which}}) AS listing"""
_OF_PORTAL: Final = (
    "FROM columns CROSS JOIN listing_states ON column_id = columns.id WHERE columns.portal = portal_states.portal"
)
_PORTALS: Final = f"""
UPDATE portal_states SET (last_fetch, last_good_fetch, bad_fetches, worst, columns_in_trouble, columns) = (
    SELECT last_fetch, CASE WHEN streak THEN worst.good_fetch ELSE oldest END, coalesce(streak, 0), worst.id,
           in_trouble, number
    FROM (SELECT max(last_fetch) AS last_fetch, min(good_fetch) AS oldest, coalesce(sum(streak > 0), 0) AS in_trouble,
                 count(*) AS number {_OF_PORTAL})
    LEFT JOIN (SELECT id, good_fetch, streak {_OF_PORTAL}
               ORDER BY streak DESC, last_outcome = 'paused', coalesce(good_fetch, ''), id LIMIT 1) AS worst
)"""
# What is missing on two different days is withdrawn, as of the second.
_WITHDRAWN: Final = f"""
SELECT id, coalesce((
           SELECT min(time) FROM fetches WHERE fetches.url = reports.url AND outcome IN {ABSENT}
           AND substr(time, 1, 10) > substr(missing_since, 1, 10)), missing_since)
FROM reports WHERE state = 'gone'"""

FILLING: Final = (
    f"INSERT INTO listing_states {_LISTINGS.format(which='')}",
    "INSERT INTO portal_states (portal) SELECT name FROM portals ORDER BY rowid",
    _PORTALS,
    f"INSERT INTO withdrawals {_WITHDRAWN}",
)


def _listing(column: str) -> str:
    """Judge a column anew, and its portal."""
    return (
        f"DELETE FROM listing_states WHERE column_id = {column};"
        f" INSERT INTO listing_states {_LISTINGS.format(which=f' AND id = {column}')};"
        f" {_portal(f'(SELECT portal FROM columns WHERE id = {column})')}"
    )


def _portal(name: str) -> str:
    return f"{_PORTALS} WHERE portal = {name};"


def _report(which: str) -> str:
    """Find anew when reports were withdrawn."""
    return (
        f"DELETE FROM withdrawals WHERE report IN (SELECT id FROM reports WHERE {which});"
        f" INSERT INTO withdrawals {_WITHDRAWN} AND {which};"
    )


def _of_fetch(row: str) -> str:
    return f"{row}.purpose = 'listing' AND {row}.column_id IS NOT NULL"


def _is_missing(row: str) -> str:
    return f"{row}.outcome IN {ABSENT}"


def _gone_at(row: str) -> str:
    return _report(f"state = 'gone' AND url = {row}.url")


_FETCH: Final = "column_id, purpose, outcome, time, run"
_COLUMN: Final = "portal, watched, last_fetch, last_outcome"
TRIGGERS: Final = (
    "CREATE TRIGGER states_portal_new AFTER INSERT ON portals"
    " BEGIN INSERT INTO portal_states (portal) VALUES (new.name); END",
    "CREATE TRIGGER states_portal_named AFTER UPDATE OF name ON portals WHEN old.name IS NOT new.name"
    " BEGIN UPDATE portal_states SET portal = new.name WHERE portal = old.name; END",
    "CREATE TRIGGER states_portal_deleted AFTER DELETE ON portals"
    " BEGIN DELETE FROM portal_states WHERE portal = old.name; END",
    f"CREATE TRIGGER states_column_new AFTER INSERT ON columns BEGIN {_listing('new.id')} END",
    f"CREATE TRIGGER states_column_changed AFTER UPDATE OF {_COLUMN} ON columns"
    f" BEGIN {_listing('new.id')} {_portal('old.portal')} END",
    "CREATE TRIGGER states_column_deleted AFTER DELETE ON columns"
    f" BEGIN DELETE FROM listing_states WHERE column_id = old.id; {_portal('old.portal')} END",
    f"CREATE TRIGGER states_fetch_new AFTER INSERT ON fetches WHEN {_of_fetch('new')}"
    f" BEGIN {_listing('new.column_id')} END",
    f"CREATE TRIGGER states_fetch_changed AFTER UPDATE OF {_FETCH} ON fetches"
    f" WHEN {_of_fetch('old')} OR {_of_fetch('new')}"
    f" BEGIN {_listing('old.column_id')} {_listing('new.column_id')} END",
    f"CREATE TRIGGER states_fetch_deleted AFTER DELETE ON fetches WHEN {_of_fetch('old')}"
    f" BEGIN {_listing('old.column_id')} END",
    f"CREATE TRIGGER withdrawals_report_new AFTER INSERT ON reports WHEN new.state = 'gone'"
    f" BEGIN {_report('id = new.id')} END",
    "CREATE TRIGGER withdrawals_report_changed AFTER UPDATE OF state, missing_since, url ON reports"
    f" WHEN 'gone' IN (old.state, new.state) BEGIN {_report('id = new.id')} END",
    "CREATE TRIGGER withdrawals_report_deleted AFTER DELETE ON reports WHEN old.state = 'gone'"
    " BEGIN DELETE FROM withdrawals WHERE report = old.id; END",
    f"CREATE TRIGGER withdrawals_fetch_new AFTER INSERT ON fetches WHEN {_is_missing('new')}"
    f" BEGIN {_gone_at('new')} END",
    "CREATE TRIGGER withdrawals_fetch_changed AFTER UPDATE OF url, time, outcome ON fetches"
    f" WHEN {_is_missing('old')} OR {_is_missing('new')} BEGIN {_gone_at('old')} {_gone_at('new')} END",
    f"CREATE TRIGGER withdrawals_fetch_deleted AFTER DELETE ON fetches WHEN {_is_missing('old')}"
    f" BEGIN {_gone_at('old')} END",
)
