"""Table ``second_opinions``: where another way to find the text of a page was asked, and what it says of the text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlite_utils import Database

from crawler.clock import stamp

if TYPE_CHECKING:
    from cleaning.body.second_opinion import SecondOpinion

ENGINE: Final = "trafilatura"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A report of whose text another reading of its page holds less than it should, or more.

    ``shared`` is the share of the text that both give, ``missing`` the characters of running text only the other has.
    """

    title: str
    url: str
    template: str
    shared: float
    missing: int

    @property
    def sentence(self) -> str:
        """What to look at, for a person."""
        return (
            f"second opinion on {self.title or self.url} ({self.template}): {ENGINE} gives {self.shared:.0%} of the"
            f" text and {self.missing} characters more; compare the text with the page {self.url}"
        )


class SecondOpinions:
    """Reads and writes them. Every method is one transaction."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def was_asked(self, portal: str, template: str) -> bool:
        """Whether one was asked for a page of this portal whose text was found in this way (``body_source``)."""
        sql = "SELECT 1 FROM second_opinions JOIN reports ON reports.id = report WHERE portal = ? AND body_source = ?"
        return self.db.execute(f"{sql} LIMIT 1", [portal, template]).fetchone() is not None

    def enter(self, report: int, opinion: SecondOpinion) -> None:
        """Note what was said of a report's present version, in the place of what was said before."""
        self.db.execute(
            "INSERT OR REPLACE INTO second_opinions (report, version, engine, share, differs, asked)"
            " SELECT ?, coalesce(max(number), 1), ?, ?, ?, ? FROM versions WHERE report = ?",
            [
                report,
                ENGINE,
                round(1 - opinion.shared, 3),
                json.dumps({"missing": opinion.missing, "agrees": opinion.agrees}),
                stamp(),
                report,
            ],
        )


def disagreements(db: Database, portal: str) -> list[Disagreement]:
    """The reports of a portal on which the opinions differ, the most foreign one first."""
    rows = db.execute(
        "SELECT title, url, body_source, share, json_extract(differs, '$.missing') FROM second_opinions"
        " JOIN reports ON reports.id = report WHERE portal = ? AND NOT json_extract(differs, '$.agrees')"
        " ORDER BY share DESC, url",
        [portal],
    )
    return [Disagreement(title or "", url, found, round(1 - share, 3), more) for title, url, found, share, more in rows]
