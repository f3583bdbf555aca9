"""The JSON interface answers in the shapes that its page describes, or says why it cannot."""

from __future__ import annotations

import json

import pytest
from openapi_schema_validator import OAS31Validator

from tests.datasette.conftest import Room


def test_search_report_and_paragraph_agree(room: Room) -> None:
    expected = {row["report"] for row in room.rows("SELECT report FROM search_texts WHERE text LIKE '%行政复议%'")}
    found = room.json("/-/api/v1/search", q="行政複議", size=100)
    assert {row["id"] for row in found["reports"]} == expected
    assert all("【行政复议】" in row["snippet"] for row in found["reports"])
    first = room.json("/-/api/v1/search", q="行政复议", size=1)
    rest = room.json("/-/api/v1/search", q="行政复议", size=100, after=first["after"])
    assert len(rest["reports"]) == len(expected) - 1
    known = found["reports"][0]
    whole = room.json("/-/api/v1/report", id=known["public_id"])
    assert whole["body"] == room.rows("SELECT body FROM reports WHERE id = ?", known["id"])[0]["body"]
    assert room.json("/-/api/v1/report", url=known["url"])["id"] == known["id"]
    one = room.json("/-/api/v1/paragraph", id=known["public_id"], n=2)
    assert one["text"] == whole["body"].split("\n")[1]
    assert "第2段" in one["citation"]


def test_coverage_and_changes(room: Room) -> None:
    rows = room.json("/-/api/v1/coverage", year=2024, region=36)["coverage"]
    assert len(rows) == len(room.rows("SELECT 1 FROM coverage WHERE year = 2024 AND region_code LIKE '36%'")) > 0
    told = room.json("/-/api/v1/changes", since="2026-12-01")["changes"]
    assert [row["time"] for row in told] == sorted(row["time"] for row in told)
    assert len(told) == len(room.rows("SELECT 1 FROM changes WHERE time > '2026-12-01'")) > 0


@pytest.mark.parametrize(
    ("path", "status"),
    [("search", 400), ("search?q= ", 400), ("search?q=法&size=x", 400), ("report", 400), ("report?id=none", 404),
     ("paragraph?url=x", 404), ("none", 404)],
)  # fmt: skip
def test_what_cannot_be_answered_says_why(room: Room, path: str, status: int) -> None:
    path, _, query = path.partition("?")
    given = dict(pair.split("=") for pair in query.split("&")) if query else {}
    found, headers, text = room.get(f"/-/api/v1/{path}", **given)
    assert (found, "json" in headers["content-type"]) == (status, True)
    assert json.loads(text)["error"]


def test_every_answer_has_the_shape_that_openapi_describes(room: Room) -> None:
    described = room.json("/-/api/openapi.json")
    known = room.rows("SELECT public_id AS id, agency, report_year AS year FROM reports WHERE agency NOT NULL")[0]
    asked: dict[str, list[dict[str, object]]] = {
        "search": [{"q": "法治", "region": 36, "size": 3}], "figures": [{"agency": known["agency"]}, {"year": 2024}],
        "report": [{"id": known["id"]}], "paragraph": [{"agency": known["agency"], "year": known["year"]}],
    }  # fmt: skip
    for path, each in described["paths"].items():
        name = path.rsplit("/", 1)[-1]
        answer = each["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        check = OAS31Validator({"components": described["components"], **answer})
        for arguments in asked.get(name, [{}]):
            assert set(arguments) <= {parameter["name"] for parameter in each["get"]["parameters"]}
            given = room.json(path, **arguments)
            assert all(given.values()) or name in ("search", "figures")
            check.validate(given)
    assert room.json("/dataset/latest") == room.json("/-/api/v1/dataset")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_that_describes_it(room: Room, prefix: str) -> None:
    status, _, text = room.get(f"{prefix}/-/api")
    assert status == 200
    assert text.count("/-/api/v1/") >= 10
