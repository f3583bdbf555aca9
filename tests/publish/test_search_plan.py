"""However a search is put to the database, it finds what a scan of the texts finds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlite_utils import Database

from cleaning.text.normalize import plain
from crawler.publish.datasette import search_plan
from crawler.publish.datasette.start import arguments
from crawler.store import pairs
from tests.store import corpus

BODIES = corpus.texts(120, seed=23)
QUERIES = [query for query in corpus.queries(BODIES, 120, seed=29) if pairs.terms(query)]
PART = "problems"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    db = corpus.fill(tmp_path_factory.mktemp("finding") / "reports.db", BODIES)
    yield db
    db.close()


@pytest.fixture(params=["rare", "common"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every word taken for a rare one, or for one that most texts contain."""
    common = request.param == "common"
    for name, value in (("COMMON", -1), ("MAYBE", -1), ("OFTEN", 0)) if common else (("OFTEN", 10**9),):
        monkeypatch.setattr(search_plan, name, value)
    return str(request.param)


def scanned(db: Database, table: str, texts: str, query: str, also: str = "1") -> set[int]:
    """What LIKE finds for the words of a query."""
    db.conn.create_function("plain", 1, plain)
    values: list[str] = []

    def holds(word: str) -> str:
        term = plain(word).replace("~", "~~").replace("%", "~%").replace("_", "~_")
        values.extend(f"%{term}%" for _ in texts.split())
        return " OR ".join(f"coalesce(plain({text}), '') LIKE ? ESCAPE '~'" for text in texts.split())

    asked = pairs.parse(query)
    conditions = [f"({' OR '.join(map(holds, group))})" for group in asked.wanted]
    conditions += [f"NOT ({holds(word)})" for word in asked.unwanted]
    return {row[0] for row in db.execute(f"SELECT id FROM {table} WHERE {also} AND {' AND '.join(conditions)}", values)}


def found(db: Database, table: str, condition: str, values: dict[str, str]) -> set[int]:
    return {row[0] for row in db.execute(f"SELECT id FROM {table} WHERE {condition}", values)}


def test_reports(db: Database, kind: str) -> None:
    for query in QUERIES:
        clause = search_plan.in_reports(db.conn, query)
        assert clause.sql.startswith(search_plan.MARK) == (kind == "common")
        expected = scanned(db, "reports", "title body", query)
        for condition in filter(None, (clause.sql, clause.listed)):
            assert found(db, "reports", condition, {"search": query}) == expected, query
        if clause.count:
            assert db.execute(clause.count, {"search": query}).fetchone()[0] == len(expected), query


def test_sections(db: Database, kind: str) -> None:
    for query in QUERIES:
        clause = search_plan.in_sections(db.conn, query)
        expected = scanned(db, "sections", "text", query)
        for condition in filter(None, (clause.sql, clause.listed)):
            assert found(db, "sections", condition, {"search": query}) == expected, (query, kind)
        if clause.count:
            assert db.execute(clause.count, {"search": query}).fetchone()[0] == len(expected), query


def test_one_part(db: Database, kind: str) -> None:
    for query in QUERIES:
        given = pairs.quoted(pairs.parse(query).wanted[0])
        clause = search_plan.in_part(db.conn, given, PART, "term")
        sections = scanned(db, "sections", "text", given, f"part = '{PART}'")
        marks = ", ".join("?" * len(sections))
        rows = db.execute(f"SELECT DISTINCT report FROM sections WHERE id IN ({marks})", list(sections))
        expected = {row[0] for row in rows}
        for condition in filter(None, (clause.sql, clause.listed)):
            assert found(db, "reports", condition, {"term": given, "part": PART}) == expected, (query, kind)


ROOM = """
import asyncio, json, sys
from datasette.cli import serve
from datasette.plugins import get_plugins, pm
from crawler.publish.datasette import search_plan
search_plan.COMMON, search_plan.OFTEN, most_held = json.loads(sys.argv[1])

async def asked(room):
    return [(await room.client.get(page)).json()["facet_results"] for page in json.loads(sys.argv[2])]

given = serve.make_context("serve", sys.argv[4:])
room = given.invoke(serve.callback, **given.params, return_instance=True)
facets = {plugin["name"]: pm.get_plugin(plugin["name"]) for plugin in get_plugins()}["fazhi_facets.py"]
facets.MOST_HELD = most_held
answers = asyncio.run(asked(room))
print(json.dumps([list(facets._held), answers]))
"""


def answered(db: Database, pages: list[str], most_held: int) -> tuple[list[str], list[Any]]:
    """What is held of all reports after pages were asked for, every word being common, and their facets."""
    file = Path(db.execute("PRAGMA database_list").fetchone()[2])
    command = [sys.executable, "-c", ROOM, json.dumps((-1, 0, most_held)), json.dumps(pages), *arguments(file)]
    held, answers = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return held, answers


def test_counts_beside_a_search(db: Database) -> None:
    """Years and levels of reports with common words are counted rightly from what is held of all reports."""
    asked = [(query, also) for query in ("行政 -罚款", "法", "罚款 OR 行政") for also in ("", "report_year = 2023")]
    pages = [
        f"/reports/reports.json?_search={quote(query)}&_facet_size=max&{also.replace(' ', '')}" for query, also in asked
    ]
    held, answers = answered(db, pages, 1_000)
    assert held == ["reports"]
    for (query, also), answer in zip(asked, answers, strict=True):
        keys = scanned(db, "reports", "title body", query, also or "1")
        assert len(keys) > 5, "the search finds too little to tell"
        for column in ("report_year", "level"):
            sql = f"SELECT {column} FROM reports WHERE id IN ({', '.join(map(str, keys))}) AND {column} IS NOT NULL"
            shown = {each["value"]: each["count"] for each in answer[column]["results"]}
            assert shown == Counter(row[0] for row in db.execute(sql)), (query, also, column)


def test_a_list_goes_on_where_too_much_would_have_to_be_held_for_its_facets(db: Database) -> None:
    assert answered(db, [f"/reports/reports.json?_search={quote('行政')}"], 1) == ([], [{}])


def test_what_the_room_adds_to_what_is_asked_is_not_in_links() -> None:
    listed, figures = (search_plan.only(search_plan.SHOWN[table, "zh"]) for table in ("reports", "figures"))
    own = f"{search_plan.UNCOUNTED}&{listed}"
    for given, shown in (
        (f"/r?_search=a&{own}", "/r?_search=a"),
        (f"/r?_search=a&{own}&level=city", "/r?_search=a&level=city"),
        (f"/r?{listed}&level=city#p1", "/r?level=city#p1"),
        (f"/r?{listed}", "/r"),
        (f"/r?{figures}&year=2024", "/r?year=2024"),
        ("/r?_search=a&_col=title", "/r?_search=a&_col=title"),
        ("/reports/reports?_search=a&_nocount=1", "/reports/reports?_search=a"),
        ("/r?_nocount=1&_search=a", "/r?_search=a"),
        ("/r?a=1&_nocount=1&b=2", "/r?a=1&b=2"),
        ("/r?_search=_nocount", "/r?_search=_nocount"),
    ):
        assert search_plan.shown_link(given) == shown
