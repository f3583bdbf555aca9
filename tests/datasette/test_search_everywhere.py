"""The same question finds the same reports in every tool, or an error says that the tool cannot answer it."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import urllib.parse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import mcp
import pytest
from sqlite_utils import Database

from cleaning.text.normalize import plain as searched
from crawler.publish.export import export
from crawler.store import pairs
from tests.conftest import ROOT
from tests.datasette.conftest import Room, serving
from tests.steps import in_a_loop
from tests.store import corpus

TEXTS = (
    "本局办理行政复议案件126件，法治政府建设取得进展。",
    "本局辦理行政複議案件１２６件，法治政府建設取得進展。",
    "排查ＶＯＣｓ企业，核发“取水许可”证，罚款2.59万元。",
    "VOCs治理与取\u200b水许可管理，二〇二四年年度报告。",
    "推进「放管服」改革；二○二四年、二O二四年统计。",
    "罚。法 治 政 府。vocs，PM2.5，《行政处罚法》。",
    "与此无关的一段文字。",
)
QUERIES = (
    *("罚", "复", "複", "复议", "行政复议", "行政複議", "法治政府建设取得", "建设 取得", '"法 治 政 府"'),
    *("“取水许可”", "「取水许可」", "“放管服”改革", "行政处罚法", "二〇二四年", "二O二四年"),
    *("VOCs", "ＶＯＣｓ", "126件 OR VOCs -許可", "１２６件", "2.59"),
)
NOWHERE = "这个词语不在"
DATASETTE = "from datasette.cli import cli; cli()"
STOCK = "import sys; sys._called_from_test = True; from sqlite_utils.cli import cli; cli(prog_name='sqlite-utils')"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("everywhere") / "reports.db"
    corpus.fill(path, [f"{text}\n第二段。" for text in TEXTS]).close()
    return path


@pytest.fixture(scope="module")
def truth(path: Path) -> dict[str, set[int]]:
    """What LIKE finds in the folded texts, which is what any tool without our functions may ask."""
    with closing(Database(path)) as db:
        answers = {}
        for query in (*QUERIES, NOWHERE):
            like = "SELECT id FROM reports WHERE coalesce(body_folded, body) LIKE ?"
            asked = pairs.parse(query)
            holding = {
                word: {row[0] for row in db.execute(like, [f"%{word}%"])}
                for word in (*pairs.terms(query), *asked.unwanted)
            }
            ids = set.intersection(*(set().union(*(holding[word] for word in group)) for group in asked.wanted))
            ids = ids.difference(*(holding[word] for word in asked.unwanted))
            answers[query] = ids
    assert len(answers) == 21
    assert [query for query, ids in answers.items() if not ids] == [NOWHERE]
    return answers


@pytest.fixture(scope="module")
def plain(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Datasette as it comes, in an environment with this project's entry points."""
    info = tmp_path_factory.mktemp("environment") / "fazhi_watch-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fazhi-watch\nVersion: 1\n")
    points = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]
    lines = [f"[{group}]\n{name} = {to}\n" for group, each in points.items() for name, to in each.items()]
    (info / "entry_points.txt").write_text("\n".join(lines))
    start = f"import sys; sys.path.append({str(info.parent)!r}); {DATASETTE}"
    with serving([sys.executable, "-c", start, str(path)], path) as room:
        yield room


def ids(room: Room, query: str) -> set[int]:
    return {row["id"] for row in room.json("/reports/reports.json", _search=query, _shape="array", _col="issuer")}


def test_the_room_its_data_interface_and_its_agents_find_what_is_there(path: Path, truth: dict[str, set[int]]) -> None:
    with serving([sys.executable, "-m", "crawler", "serve", "--cors", "--mcp", str(path)], path) as room:
        assert {query: ids(room, query) for query in truth} == truth
        assert {query: given(room.json("/-/api/v1/search", q=query, size=100)) for query in truth} == truth
        assert in_a_loop(asked_by_an_agent(room.url("/-/mcp"), list(truth))) == truth
        for address in ("/reports/reports.json", "/-/api/v1/coverage"):
            assert room.get(address)[1]["access-control-allow-origin"] == "*"


def given(answer: dict[str, Any]) -> set[int]:
    return {row["id"] for row in answer["reports"]}


async def asked_by_an_agent(address: str, queries: list[str]) -> dict[str, set[int]]:
    """What the tools of the Model Context Protocol find; the citation and the coverage are asked for as well."""
    async with mcp.Client(address) as client:
        found = {query: await called(client, "search", q=query, size=100) for query in queries}
        one = found[QUERIES[0]]["reports"][0]["public_id"]
        assert "第2段" in (await called(client, "cite", id=one, n=2))["citation"]
        assert (await called(client, "get", id=one))["body"].endswith("第二段。")
        assert (await called(client, "coverage", region="31", year=2024))["coverage"]
        assert (await client.call_tool("get", {"id": "none"})).is_error
    return {query: given(answer) for query, answer in found.items()}


async def called(client: mcp.Client, tool: str, **asked: object) -> dict[str, Any]:
    answer = await client.call_tool(tool, asked)
    assert not answer.is_error
    return dict(answer.structured_content or {})


def test_duckdb_finds_what_is_there_in_an_export(path: Path, truth: dict[str, set[int]], tmp_path: Path) -> None:
    with closing(Database(path)) as db:
        export(db, tmp_path, "parquet")
    like = f"SELECT id FROM '{tmp_path}/reports.parquet' WHERE coalesce(body_folded, body) ILIKE ?"
    with duckdb.connect() as duck:
        for query in (each for each in truth if tuple(pairs.terms(each)) == (searched(each),)):
            assert {row[0] for row in duck.execute(like, [f"%{searched(query)}%"]).fetchall()} == truth[query], query


def test_plain_datasette_finds_what_is_there(plain: Room, truth: dict[str, set[int]]) -> None:
    assert {query: ids(plain, query) for query in truth} == truth
    assert 'name="_search"' in plain.get("/reports/reports")[2]


@pytest.mark.parametrize(
    ("asked", "found"),
    [("行政复议", None), ("行政複議", None), ("複議", None), ("罚", None), ("VOCs", None), ("title: 法治政府", None),
     ("行政复议 OR 处罚", None), ("复议", {1, 2}), ("罚*", {3, 6}), ('"行政 政复 复议"', {1, 2}),
     ("处罚 AND 行政", {6}), (pairs.match("《行政处罚法》。"), {6}), (pairs.match("PM2.5"), {6})],
)  # fmt: skip
@pytest.mark.parametrize("way", ["reports_fts match '{}'", "reports_fts MATCH :asked", "reports_fts = '{}'"])
def test_the_index_asked_for_whole_words_says_how_to_ask(
    plain: Room, asked: str, found: set[int] | None, way: str
) -> None:
    sql = "select rowid from reports_fts where " + way.format(asked)
    status, _, text = plain.get("/reports.json", sql=sql, _shape="array", asked=asked)
    if found is None:
        assert (status, f"zh_match('{asked}')" in json.loads(text)["error"]) == (400, True)
    else:
        assert {row["rowid"] for row in json.loads(text)} == found


def test_datasette_without_this_project_shows_no_search_box(path: Path) -> None:
    command = [sys.executable, "-c", f"import sys; sys._called_from_test = True; {DATASETTE}", str(path)]
    with serving(command, path) as room:
        shown = room.get("/reports/reports")[2]
        like = urllib.parse.quote("select id from reports where coalesce(body_folded, body) like '%行政复议%'")
        rows = room.json(f"/reports.json?_shape=array&sql={like}")
    assert 'name="_search"' not in shown
    assert [row["id"] for row in rows] == [1, 2]


def test_sqlite_utils_finds_what_is_there_or_says_that_it_cannot(path: Path, truth: dict[str, set[int]]) -> None:
    for query in ("行政複議", "“取水许可”", "ＶＯＣｓ", NOWHERE):
        command = [sys.executable, "-m", "sqlite_utils", "search", str(path), "reports", query, "-c", "id"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        assert {row["id"] for row in json.loads(done.stdout or "[]")} == truth[query], query
    raw = "select count(*) from reports_fts where reports_fts match '行政复议'"
    command = [sys.executable, "-m", "sqlite_utils", "query", str(path), raw]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "zh_match('行政复议')" in done.stderr) == (1, True)
    stock = [sys.executable, "-c", STOCK, "search", str(path), "reports", "行政复议"]
    done = subprocess.run(stock, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert "full-text search" in done.stderr


@pytest.mark.parametrize("command", [["tables", "--counts"], ["dump"], ["query", "select count(*) n from reports_fts"]])
def test_stock_sqlite_utils_counts_and_dumps(path: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOCK, command[0], str(path), *command[1:]], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "reports_fts" in done.stdout or '"n": 7' in done.stdout


def test_what_is_sought_stays_as_long_as_what_is_shown() -> None:
    for text in TEXTS:
        assert len(searched(text)) == len(text.replace("\u200b", ""))
