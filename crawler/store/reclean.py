"""Stored reports computed anew from the WARC files: nothing is fetched, and nothing counts as a fetch of the source."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from cleaning.report import Report
from crawler.parallel import in_order
from crawler.store.database import open_database, update
from crawler.store.observation import Observation
from crawler.store.parts import replace_parts
from crawler.store.reader import Reading, Recleaned, report_reader, row_reader
from crawler.store.reports import Reports

OF_LOOKS: Final = ("region_code", "etag", "last_modified")


# Readings of reports in their order; the function says what is to be said of one that could not be read.
Spread = Callable[[Iterable[int], Callable[[int], Reading]], Generator[Reading, None, None]]


class Recleaner(Reports):
    """Rewrites reports one by one, each in one transaction. Pages are read in ``processes``, stored by this one."""

    def __init__(self, database: Path, warc_folder: Path, processes: int = 1) -> None:
        super().__init__(open_database(database))
        self._place = (database, warc_folder)
        self.processes = processes

    def ids(self) -> list[int]:
        """All reports, those of a portal together: what is known of its boilerplate is then read once."""
        return [row[0] for row in self.db.execute("SELECT id FROM reports ORDER BY portal, id")]

    def run(
        self, ids: Iterable[int], *, write: bool = True, spread: Spread | None = None
    ) -> Generator[Recleaned, None, None]:
        """Compute each report anew; with ``write`` False nothing is stored. ``spread`` reads elsewhere than here.

        Raises KeyError for an unknown id, Killed if the processes are killed again and again.
        """
        readings = (
            spread(ids, self.lost)
            if spread
            else in_order(partial(report_reader, *self._place), ids, processes=self.processes, lost=self.lost)
        )
        with closing(readings):
            for reading in readings:
                if write and reading.report is not None:
                    self._write(reading, reading.report)
                yield reading.result
        self.indexing.finish()

    def reconsider(self, *, write: bool = True) -> Iterator[tuple[str, str]]:
        """(address, title) of pages once read and refused that the present cleaner takes for reports.

        Their rows wait again for the next crawl, which fetches and keeps them.
        """
        sql = (
            "SELECT id FROM listing_rows WHERE state = 'refused' AND EXISTS (SELECT 1 FROM fetches"
            " WHERE fetches.url = listing_rows.url AND fetches.portal = listing_rows.portal"
            " AND outcome = 'not_a_report' AND snapshot IS NOT NULL) ORDER BY portal, url"
        )
        rows = [row[0] for row in self.db.execute(sql)]
        answers = in_order(partial(row_reader, *self._place), rows, processes=self.processes, lost=lambda row: None)
        with closing(answers):
            for row, found in zip(rows, answers, strict=True):
                if found is None:
                    continue
                if write:
                    with self.db.atomic():
                        self.db.execute(
                            "UPDATE listing_rows SET state = 'pending', kind = 'candidate', reason = '', tries = 0"
                            " WHERE id = ?",
                            [row],
                        )
                yield found

    def _write(self, reading: Reading, report: Report) -> None:
        """Store the record; what belongs to fetches (state, times, validators) and to the portal stays."""
        key = reading.result.report
        with self.db.atomic():
            kept = {name: value for name, value in reading.fields.items() if name not in OF_LOOKS}
            columns = ", ".join(kept)
            if tuple(kept.values()) != self.db.execute(f"SELECT {columns} FROM reports WHERE id = ?", [key]).fetchone():
                update(self.db, "reports", key, kept)
            if reading.result.body_changed:
                seen = Observation(
                    "", "", report, reading.snapshot,
                    files=reading.files, pages=reading.pages, boilerplate=reading.boilerplate,
                )  # fmt: skip
                self.versions.add(key, seen, "cleaner_changed")
            replace_parts(self.db, key, report)
            self.files.put(key, report.attachments, reading.files)
            self.indexing.added()

    def lost(self, key: int) -> Reading:
        """What is said of a report whose reading killed its process."""
        title, url = self.db.execute("SELECT title, url FROM reports WHERE id = ?", [key]).fetchone()
        problem = f"killed: the process that read it was killed twice; try 'fazhi reclean --report {key}' alone"
        return Reading(Recleaned(key, title, url, problem=problem))
