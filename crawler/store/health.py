"""Tables ``troubles`` and ``deliveries``: what is wrong with a portal and what to do about it, and who was told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlite_utils import Database

from crawler.clock import BEIJING, now, stamp, told
from crawler.language import chosen, counted, say
from crawler.reasons import sentence

STALE_AFTER: Final = timedelta(days=15)  # a weekly fetch that failed to happen twice
MOVED: Final = "find the column from the home page and put its new address into crawler/portals/{portal}.yml"
BY_HAND: Final = "nothing is evaded: look at it by hand, or ask the site's owner for access; we try again later"
WAIT: Final = "we try again later; if it lasts, open the page in a browser from another network"

# What an outcome of a listing means, and what a person can do. {reason}, {rows}, {platform} and {portal} are filled in.
ADVICE: Final[dict[str, tuple[str, str]]] = {
    "suspect": (
        "what is shown proves nothing: {reason}",
        "open it in a browser: what stands there now, and where did it go?",
    ),
    "blocked": ("the site blocks us: {reason}", BY_HAND),
    "layout_changed": (
        "the page answers but is laid out anew: {reason}",
        "compare it with what platform {platform} reads and correct platform or params in crawler/portals/{portal}.yml",
    ),
    "partly_read": (
        "a listing is read in part: {reason}",
        "open it in a browser and see what leads to its further rows; platform or params may have to be others",
    ),
    "listing_empty": (
        "the list is there but empty, where it had {rows} rows",
        "open it in a browser: rows shown there are filled in by script, so the platform must be another;"
        " none there either means that the column was emptied or moved",
    ),
    "listing_gone": ("the listing's page does not exist any more: {reason}", MOVED),
    "gone": ("the listing's page does not exist any more: {reason}", MOVED),
    "soft_404": ("the listing's page does not exist any more: {reason}", MOVED),
    "redirected_home": ("the listing's address now leads to the home page", MOVED),
    "redirected_away": ("the listing's address leads elsewhere: {reason}", MOVED),
    "redirect_loop": ("the listing's address leads in a circle: {reason}", MOVED),
    "identity_mismatch": (
        "the host shows another site: {reason}",
        "make sure that the host still belongs to the agency before anything of it is kept",
    ),
    "robots_denied": ("robots.txt forbids the listing", "we obey: take the column out or ask the site's owner"),
    "robots_unavailable": ("robots.txt cannot be read: {reason}", WAIT),
    "tls_error": (
        "{reason}",
        "if the site also answers over plain http, put that address into crawler/portals/{portal}.yml",
    ),
    "dns_error": ("the host name cannot be resolved: {reason}", "the site was closed or renamed, or " + WAIT),
    "timeout": ("the host does not answer: {reason}", WAIT),
    "connection_error": ("no connection: {reason}", WAIT),
    "server_error": ("the server fails: {reason}", WAIT),
    "client_error": ("the server refuses the request: {reason}", MOVED),
    "empty_response": ("the answer is empty: {reason}", WAIT),
    "too_costly": ("the page costs too much to read: {reason}", "watch a smaller column, or one below it"),
    "too_large": ("the page is too large: {reason}", "watch a smaller column, or one below it"),
    "paused": ("the host is being left alone: {reason}", "we try again by ourselves when the pause is over"),
    "program_error": ("the program failed: {reason}", "report it with the run's log"),
}
UNKNOWN: Final = ("the fetch ended as {outcome}: {reason}", WAIT)


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of a portal. ``outcome`` names what a fetch ended in that makes trouble, None if none did.

    ``what`` and ``remedy`` are clauses; ``sentence`` puts all together. ``since`` is the day of the last good
    fetch, ``fetches`` how many bad ones followed it, ``until`` when it is fetched again.
    """

    portal: str
    well: bool
    outcome: str | None
    what: str
    remedy: str
    since: str | None
    fetches: int
    url: str | None
    until: str | None = None

    @property
    def sentence(self) -> str:
        """One sentence for a person: which portal, since when, what is wrong, what to do."""
        times = counted(" in {count} fetch", " in {count} fetches", self.fetches) if self.fetches else ""
        since = ""
        if self.since:
            since = say(", no good fetch since {day}", day=self.since) + times
        elif self.outcome is not None:
            since = say(", never a good fetch") + times
        where = f" ({self.url})" if self.url else ""
        until = say(", left alone until {moment}", moment=self.until) if self.until else ""
        return f"{self.portal}: {self.what}{where}{since}{until}" + (f"; {self.remedy}" if self.remedy else "") + "."


def last_fetches(db: Database) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Per portal: the last fetch of any listing, how it ended, and when the next is due."""
    due = dict(db.execute("SELECT portal, min(next_fetch) FROM columns GROUP BY portal").fetchall())
    last = "SELECT portal, max(last_fetch), last_outcome FROM columns GROUP BY portal"
    return {name: (fetched, outcome, due[name]) for name, fetched, outcome in db.execute(last)}


def explain(db: Database, portal: str) -> Finding:
    """What is wrong with one portal, worst first: its listings, then rows left unread, then nobody having looked."""
    row = next(iter(db.query("SELECT * FROM portal_health WHERE portal = ?", [portal])), None)
    return _explain(db, row or {"portal": portal, "last_fetch": None})


def explain_all(db: Database) -> list[Finding]:
    """``explain`` for every portal that was ever entered, by name."""
    return [_explain(db, row) for row in list(db.query("SELECT * FROM portal_health ORDER BY portal"))]


def _may_change(db: Database) -> list[Finding]:
    """``explain`` for the portals whose trouble may begin, last or end: nothing is wrong with any other."""
    sql = (
        "SELECT * FROM portal_health WHERE portal IN ("
        "SELECT portal FROM portal_states INDEXED BY portal_states_worst WHERE bad_fetches > 0"
        " UNION SELECT portal FROM troubles INDEXED BY troubles_open WHERE until IS NULL"
        " UNION SELECT portal FROM listing_rows INDEXED BY listing_rows_tried WHERE state = 'pending' AND tries > 0"
        ") ORDER BY portal"
    )
    return [_explain(db, row) for row in list(db.query(sql))]


def _explain(db: Database, row: dict[str, Any]) -> Finding:
    if row["last_fetch"] is None:
        remedy = say("run 'fazhi crawl --portal {portal}'", portal=row["portal"])
        return Finding(row["portal"], False, None, say("has not been fetched yet"), remedy, None, 0, None)
    if row["bad_fetches"]:
        return _trouble(db, row)
    return _unread(db, row) or _stale(row) or _well(row)


def _trouble(db: Database, row: dict[str, Any]) -> Finding:
    rows, platform, due = db.execute(
        "SELECT row_count, platform, next_fetch FROM columns JOIN portals ON portals.name = columns.portal"
        " WHERE columns.url = ?",
        [row["column_url"]],
    ).fetchone()
    until = told(due) if due and due > stamp() else None
    what, remedy = (
        say(
            clause,
            outcome=row["outcome"],
            reason=_why(row),
            rows=rows or say("no"),
            platform=platform,
            portal=row["portal"],
        )
        for clause in ADVICE.get(row["outcome"], UNKNOWN)
    )
    if row["columns_in_trouble"] > 1:
        what = say("{bad} of {all} listings: {what}", bad=row["columns_in_trouble"], all=row["columns"], what=what)
    since = _day(row["last_good_fetch"])
    fetches, url = row["bad_fetches"], row["column_url"]
    return Finding(row["portal"], False, row["outcome"], what, remedy, since, fetches, url, until)


def _why(row: dict[str, Any]) -> str:
    """The reason of the last bad fetch, in the language of the command."""
    if not row["reason_code"]:
        return str(row["outcome"])
    return sentence(row["reason_code"], json.loads(row["reason_params"]), chosen())


def _unread(db: Database, row: dict[str, Any]) -> Finding | None:
    count, title, url = db.execute(
        "SELECT count(*), min(title), min(url) FROM listing_rows WHERE portal = ? AND state = 'pending' AND tries > 0",
        [row["portal"]],
    ).fetchone()
    if not count:
        return None
    what = say(
        "the listings are well, but {rows} could not be read, such as {title!r}",
        rows=counted("{count} row", "{count} rows", count),
        title=title,
    )
    return Finding(row["portal"], False, "rows_unread", what, say("open it in a browser to see why"), None, 0, url)


def _stale(row: dict[str, Any]) -> Finding | None:
    last = datetime.fromisoformat(row["last_fetch"].replace("Z", "+00:00"))
    if now() - last <= STALE_AFTER:
        return None
    remedy = say("see that 'fazhi crawl' is started every day")
    return Finding(
        row["portal"], False, None, say("nothing was fetched lately"), remedy, _day(row["last_fetch"]), 0, None
    )


def _well(row: dict[str, Any]) -> Finding:
    what = say(
        "all well: {listings} read on {day}, {reports} kept",
        listings=counted("{count} listing", "{count} listings", row["columns"]),
        day=_day(row["last_good_fetch"]),
        reports=counted("{count} report", "{count} reports", row["reports"]),
    )
    return Finding(row["portal"], True, None, what, "", None, 0, None)


def _day(stamp: str | None) -> str | None:
    """The day of a database stamp in Beijing."""
    if not stamp:
        return None
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone(BEIJING).date().isoformat()


@dataclass(frozen=True, slots=True)
class Trouble:
    """One span of trouble of a portal; ``until`` is None while it lasts. ``reason`` is a sentence."""

    id: int
    portal: str
    since: str
    until: str | None
    outcome: str
    reason: str


def update_troubles(db: Database) -> None:
    """Open and close spans by how the portals are now.

    A portal that is being left alone (``paused``) keeps the state it had: nobody looked.
    """
    with db.atomic():
        for finding in _may_change(db):
            row = db.execute("SELECT id FROM troubles WHERE portal = ? AND until IS NULL", [finding.portal]).fetchone()
            if finding.outcome == "paused":
                continue
            if finding.outcome is None and row:
                db.table("troubles").update(row[0], {"until": stamp()})
            elif finding.outcome is not None and row:
                db.table("troubles").update(row[0], {"outcome": finding.outcome, "reason": finding.sentence})
            elif finding.outcome is not None:
                db.table("troubles").insert(
                    {
                        "portal": finding.portal,
                        "since": stamp(),
                        "outcome": finding.outcome,
                        "reason": finding.sentence,
                    }
                )


def troubles_after(db: Database, known: str | None) -> tuple[list[Trouble], list[Trouble]]:
    """(begun, ended) troubles that one who knows all up to ``known`` (None: nothing) was not told of. One that both
    began and ended since is left out."""
    names = "id, portal, since, until, outcome, reason"
    begun = f"SELECT {names} FROM troubles WHERE until IS NULL AND since > ? ORDER BY id"
    ended = f"SELECT {names} FROM troubles WHERE until > ?1 AND since <= ?1 ORDER BY id"
    return (
        [Trouble(*row) for row in db.execute(begun, [known or ""])],
        [Trouble(*row) for row in db.execute(ended, [known])],
    )
