"""The files of a report as readers and analysts meet them: on the report's page, in exports and in their codebook."""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import OperationalError

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from sqlite_utils import Database

from crawler.publish.datasette import replay
from tests.conftest import Crawls
from tests.datasette.conftest import Room, serving
from tests.publish.packed import addresses, files_of
from tests.replica import Replica, filed

FILED, _, _, FORWARDED = filed.PAGES["www.tjjh.gov.cn"]
READ = ("role", "media_type", "sha256", "bytes", "pages", "method", "confidence", "flags", "note", "outcome", "reason")


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawls]:
    with Replica(day=1, more=filed.all_sites()) as replica:
        crawls = Crawls(replica, tmp_path_factory.mktemp("filed"))
        crawls.crawl("--portal", "tjjh")
        yield crawls


@pytest.fixture(scope="module")
def filed_room(crawls: Crawls) -> Iterator[Room]:
    path = crawls.output / "reports.db"
    with serving([sys.executable, "-m", "crawler", "serve", str(path), "--public"], path) as room:
        yield room


def test_a_replay_file_is_made_within_bounds_and_of_nothing_else(
    filed_room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("reports/-/replay/999", "none/-/replay/1", "_internal/-/replay/1", "reports/-/replay/..%2f1"):
        status, _, text = filed_room.get(f"/en/{name}.wacz")
        assert (status, str(filed_room.path.parent) in text) == (404, False)
    archive = filed_room.path.parent / "warc"
    with closing(Database(filed_room.path)) as db:
        assert replay.make(db.conn, 1, archive, tmp_path).parent == tmp_path
        for bound, least in (("LARGEST", 1), ("MOST", 0), ("MAKING", 0.0)):
            monkeypatch.setattr(replay, bound, least)
            with pytest.raises((replay.TooMuch, OperationalError)) as refused:
                replay.make(db.conn, 1, archive, tmp_path)
            monkeypatch.undo()
            assert replay.told(refused.value).status == 413  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [1200, 390])
def test_a_reports_page_tells_all_of_its_files(filed_room: Room, page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    report = filed_room.rows("SELECT id FROM reports WHERE url LIKE ?", f"%{FILED.path}")[0]["id"]
    page.goto(filed_room.url(f"/reports/reports/{report}"))
    block = page.get_by_role("region", name="附件")
    for item, (path, kind) in zip(block.get_by_role("listitem").all(), FILED.files.items(), strict=True):
        content = FILED.content(path, 1)
        digest = hashlib.sha256(content).hexdigest()
        link = item.get_by_role("link", name=f"{FILED.title}.{kind}")
        expect(link).to_have_attribute("href", f"http://www.tjjh.gov.cn{path}")
        size = f"{len(content) / 1000:,.0f} kB" if len(content) >= 1000 else f"{len(content)} 字节"
        role, method = ("正文", "pdf_text") if kind == "pdf" else ("同文副本", "ofd")
        for told in (kind.upper(), "1 页", size, role, f"{method}（可信度 1.00）", digest):
            expect(item).to_contain_text(told)
        snapshot = item.get_by_role("link", name="快照").get_attribute("href")
        assert snapshot
        assert filed_room.json(f"{snapshot}.json", _shape="array")[0]["url"] == f"http://www.tjjh.gov.cn{path}"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [each["id"] for each in Axe().run(page).response["violations"] if each["impact"] != "minor"] == []
    text = block.get_by_role("link", name="文字").first.get_attribute("href")
    assert text
    with page.expect_download() as waited:
        page.get_by_role("link", name="重放文件").click()
    public = filed_room.rows("SELECT public_id FROM reports WHERE id = ?", report)[0]["public_id"]
    assert waited.value.suggested_filename == f"fazhi-{public}.wacz"
    waited.value.save_as(tmp_path / "one.wacz")
    files = files_of(tmp_path / "one.wacz")
    assert set(addresses(files)) == {f"http://www.tjjh.gov.cn{path}" for path in (FILED.path, *FILED.files)}
    assert str(filed_room.path.parent).encode() not in b"".join(files.values())
    page.goto(filed_room.url(text))
    expect(page.locator("body")).to_contain_text(FILED.lines()[0])


def test_a_file_that_was_not_fetched_says_why(filed_room: Room, page: Page) -> None:
    report = filed_room.rows("SELECT id FROM reports WHERE url LIKE ?", f"%{FORWARDED.path}")[0]["id"]
    page.goto(filed_room.url(f"/reports/reports/{report}"))
    item = page.get_by_role("region", name="附件").get_by_role("listitem").filter(has_text="上级文件.pdf")
    expect(item).to_contain_text("在其他网站，未取")
    expect(item).not_to_contain_text("portal")
    expect(item.get_by_role("link", name="快照")).to_have_count(0)


def test_exports_hold_what_is_known_of_files_and_explain_it(crawls: Crawls, tmp_path: Path) -> None:
    done = crawls.fazhi("export", str(tmp_path / "out"), "--format", "datapackage")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "out" / "data" / "attachments.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wanted = crawls.rows("SELECT * FROM attachments ORDER BY id")
    assert len(rows) == len(wanted) > 4
    for row, stored in zip(rows, wanted, strict=True):
        assert {name: row[name] for name in READ} == {
            name: "" if stored[name] is None else str(stored[name]) for name in READ
        }
    assert {row["method"] for row in rows} == {"pdf_text", "ofd", "docx", ""}
    codebook = (tmp_path / "out" / "codebook.md").read_text("utf-8")
    described = codebook.split("attachments", 1)[1]
    assert [name for name in READ if f"| `{name}` |" not in described] == []
