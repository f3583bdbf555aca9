"""``fazhi coverage`` with the registry of the repository."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from crawler.portals import agencies
from tests.store.world import World

NAME = "南昌市生态环境局"


@pytest.fixture
def nanchang(world: World) -> World:
    """Nanchang's report for 2024 came late, the one for 2025 was not found."""
    world.run()
    world.portal("nanchang", NAME)
    world.at("2025-04-10")
    world.report("nanchang", issuer=NAME, report_year=2024, published="2025-04-10", title="=1+1")
    world.report("nanchang", name="b", issuer="某局", report_year=2024)
    world.at("2026-04-03").look("nanchang")
    return world


def test_one_year_in_the_terminal_shows_state_and_evidence(nanchang: World, fazhi: Callable[..., Result]) -> None:
    result = fazhi("coverage", "--portal", "nanchang", "--year", "2025")
    words = " ".join(result.stdout.split())
    assert "360100 南昌市生态环境局 not_found -2" in words
    assert "looked on 2026-04-03 at 1 listing of nanchang http://www.nanchang.gov.cn/tzgg/" in words
    assert result.stderr == "reports of no agency in the registry: 某局 (1)\n"


def test_all_years_in_the_terminal_are_a_matrix(nanchang: World, fazhi: Callable[..., Result]) -> None:
    lines = fazhi("coverage", "--portal", "nanchang").stdout.splitlines()
    assert lines[0].split() == ["region", "agency", *map(str, range(2019, 2027))]
    assert lines[1].split() == ["360100", NAME, *["not_found"] * 5, "late", "not_found", "not_yet_due"]


def test_programs_read_json_and_csv(nanchang: World, fazhi: Callable[..., Result]) -> None:
    rows = [json.loads(line) for line in fazhi("coverage", "--region", "3601", "--json").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(fazhi("coverage", "--region", "3601", "--csv").stdout)))
    assert [(row["agency"], str(row["year"]), row["state"]) for row in rows] == [
        (row["agency"], row["year"], row["state"]) for row in table
    ]
    late = next(row for row in rows if row["state"] == "late")
    assert (late["title"], late["days_to_due"], late["listings"][0]["column"]) == ("=1+1", -9, "通知公告")
    assert [row["title"] for row in table if row["title"]] == ["'=1+1"]


def test_every_agency_of_the_registry_is_there(nanchang: World, fazhi: Callable[..., Result]) -> None:
    rows = [json.loads(line) for line in fazhi("coverage", "--year", "2025", "--json").stdout.splitlines()]
    assert {row["agency"] for row in rows} == {agency.name for agency in agencies.load()}
    assert {row["state"] for row in rows if row["portal"] is None} == {"could_not_look"}
    assert all(row["reason"] for row in rows)


def test_a_registry_that_cannot_be_used_is_told(
    nanchang: World, fazhi: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agencies.yml"
    path.write_text("- {name: 水利局}", "utf-8")
    monkeypatch.setattr(agencies.load, "__defaults__", (path, None))
    result = fazhi("coverage")
    assert result.exit_code == 2
    assert f"Error: {path}: agency 1 (水利局): 'level' is missing; add it" in result.output


def test_nothing_that_fits_is_said(nanchang: World, fazhi: Callable[..., Result]) -> None:
    assert fazhi("coverage", "--region", "99").stdout == "no agency of the registry fits\n"
    assert fazhi("coverage", "--region", "99", "--json").stdout == ""
    assert fazhi("coverage", "--year", "25").exit_code == 2
