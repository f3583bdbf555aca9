"""Pages of a list that lead to the reports of several agencies and are none themselves."""

from __future__ import annotations

from pathlib import Path

from tests.discovery.conftest import Adds
from tests.replica import Replica, batches


def test_the_reports_behind_a_page_of_files_are_rows_of_its_column(tmp_path: Path) -> None:
    name = "one_page_of_files"
    made = batches.EVERY[name]()
    with Replica(day=1, more=batches.sites(name)) as replica:
        adds = Adds(replica, tmp_path / "output")
        adds.add(batches.site(name).home, "--yes")
        kept = adds.rows("SELECT url, title, issuer, report_year FROM reports")
        assert {(row["title"], row["issuer"], row["report_year"]) for row in kept} == {
            (report.title, report.agency, report.year) for report in made.reports
        }
        refused = adds.rows("SELECT url FROM listing_rows WHERE kind = 'collection'")
        assert len(refused) == len({report.year for report in made.reports})
        assert adds.fazhi("crawl", "--all", "--portal", "onepageoffiles").returncode == 0
        assert adds.rows("SELECT count(*) AS n FROM reports") == [{"n": len(made.reports)}], "each once"
