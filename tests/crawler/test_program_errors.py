"""A failure of the program is never taken for a quiet night."""

from __future__ import annotations

from crawler.store.database import open_database
from tests.conftest import Crawls


def test_a_program_error_ends_with_exit_code_1_and_the_next_run_completes(crawls: Crawls) -> None:
    crawls.crawl("--portal", "nanchang")
    count = len(crawls.rows("SELECT id FROM reports"))
    db = open_database(crawls.output / "reports.db")
    with db.atomic():
        db.execute("DELETE FROM reports")
        db.execute("DELETE FROM listing_rows")
        db.execute("UPDATE columns SET read_whole = 0, etag = NULL, last_modified = NULL")
        db.execute("ALTER TABLE versions RENAME TO versions_away")
    db.close()
    done = crawls.fazhi("crawl", "--portal", "nanchang", "--all")
    assert done.returncode == 1
    assert "versions" in done.stderr
    db = open_database(crawls.output / "reports.db")
    db.execute("ALTER TABLE versions_away RENAME TO versions")
    db.close()
    crawls.crawl("--portal", "nanchang", "--all", now="2026-11-22T08:00:00+00:00")
    assert len(crawls.rows("SELECT id FROM reports")) == count
