"""The registry's file and whose report a report is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawler.portals import load_all
from crawler.portals.agencies import Agency, RegistryError, load
from crawler.store import agencies
from crawler.store.agencies import Matcher
from tests.store.world import World

GOOD = {"name": "某市水利局", "level": "city", "type": "department", "duty": "article24"}


def entry(**fields: Any) -> Agency:
    return Agency(**{**GOOD, **fields})


def test_the_registry_in_the_repository_loads_and_covers_every_verified_portal() -> None:
    covered = {agency.portal for agency in load()}
    assert covered >= {name for name, portal in load_all().items() if portal.verified}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1", "holds no list"),
        ("- 水利局", "agency 1: is no mapping"),
        ("- {name: 水利局, level: city, type: department}", "agency 1 (水利局): 'duty' is missing; add it; use one of"),
        ("- {name: 水利局, level: town, type: department, duty: unknown}", "there is no 'town'; did you mean"),
        (
            "- {name: 水利局, level: city, type: department, duty: unknown, alias: [a]}",
            "unknown key 'alias'; did you mean 'aliases'?",
        ),
        (
            "- {name: 水利局, level: city, type: department, duty: unknown, regions: [{code: 3601}]}",
            "agency 1 (水利局): 'regions.0.code'",
        ),
        (
            '- {name: 水利局, level: city, type: department, duty: unknown, regions: [{code: "36010"}]}',
            "write six digits in quotes",
        ),
        ("- {name: 水利局, level: city, type: department, duty: unknown, portal: jiangan}", "did you mean 'jianghan'?"),
        ("- {name: 水利局, level: city, type: department, duty: unknown, since: 2024, until: 2020}", "is after until"),
        (
            "- {name: 水利局, level: city, type: department, duty: unknown}\n"
            "- {name: 水利局, level: city, type: department, duty: unknown}",
            "水利局: '水利局' is given twice",
        ),
        (
            "- {name: 水利局, level: city, type: department, duty: unknown,"
            ' regions: [{code: "360100"}, {code: "360101"}]}',
            "regions 360100 and 360101 hold for the same year; give them since and until",
        ),
        ("- {name: [", "cannot be read as YAML"),
    ],
)
def test_a_mistake_is_told_with_file_field_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "agencies.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(RegistryError) as caught:
        load(path, {"jianghan"})
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


REGISTRY = (
    entry(name="甲市生态环境局", aliases=("市生态环境局", "甲市环境保护局"), portal="jia"),
    entry(name="乙市生态环境局", aliases=("市生态环境局",), portal="yi"),
    entry(name="重庆市丙区生态环境局", portal="bing"),
    entry(name="丁县人民政府", portal="ding"),
    entry(name="重庆市丙区教育局", portal="bing"),
)


@pytest.mark.parametrize(
    ("issuer", "title", "portal", "found"),
    [
        ("甲市生态环境局", None, "jia", "甲市生态环境局"),
        ("甲市 生态环境局", None, "elsewhere", "甲市生态环境局"),
        ("甲市环境保护局", None, "elsewhere", "甲市生态环境局"),
        ("市生态环境局", None, "jia", "甲市生态环境局"),
        ("市生态环境局", None, "yi", "乙市生态环境局"),
        ("市生态环境局", None, "elsewhere", None),
        ("丙区生态环境局", None, "bing", "重庆市丙区生态环境局"),
        ("生态环境局", None, "bing", None),
        ("中共丁县委 丁县人民政府", None, "ding", "丁县人民政府"),
        ("重庆市戊区生态环境局", None, "bing", None),
        (None, "重庆市丙区教育局2024年法治政府建设年度报告", "bing", "重庆市丙区教育局"),
        ("政务公开办公室", "重庆市丙区教育局2024年法治政府建设年度报告", "bing", "重庆市丙区教育局"),
        (None, "关于2025年法治政府建设情况的报告", "jia", "甲市生态环境局"),
        ("甲市水利局", "关于2025年法治政府建设情况的报告", "jia", None),
        (None, "关于2025年法治政府建设情况的报告", "bing", None),
        (None, None, "elsewhere", None),
    ],
)
def test_the_agency_of_a_report(issuer: str | None, title: str | None, portal: str, found: str | None) -> None:
    matcher = Matcher(REGISTRY, {"jia": "甲市生态环境局", "bing": "重庆市丙区人民政府"})
    assert matcher.find(issuer, title, portal) == found


def test_the_tables_follow_the_registry(world: World) -> None:
    world.run()
    world.portal("jia")
    key = world.report("jia", issuer="甲市生态环境局")
    assert agencies.refresh(world.db, REGISTRY) == 1
    assert agencies.refresh(world.db, REGISTRY) == 0
    assert world.db.execute("SELECT agency FROM reports WHERE id = ?", [key]).fetchone() == ("甲市生态环境局",)
    renamed = entry(name="甲市生态和林业局", aliases=("甲市生态环境局",), regions=[{"code": "360100"}], portal="jia")
    agencies.refresh(world.db, [renamed])
    assert world.db.execute("SELECT agency FROM reports").fetchone() == ("甲市生态和林业局",)
    assert world.db.execute("SELECT count(*) FROM agencies").fetchone() == (1,)
    assert world.db.execute("SELECT * FROM agency_regions").fetchall() == [("甲市生态和林业局", "360100", None, None)]


def test_a_report_is_assigned_again_when_it_reads_otherwise(world: World) -> None:
    world.run()
    world.portal("jia")
    world.report("jia", issuer="甲市生态环境局", signed_date="2025-03-03", body="一")
    assert agencies.refresh(world.db, REGISTRY) == 1
    world.report("jia", issuer="乙市生态环境局", signed_date="2025-03-03", body="二")
    assert agencies.refresh(world.db, REGISTRY) == 1
    world.report("jia", issuer="乙市生态环境局", signed_date="2025-03-04", body="二")
    assert agencies.refresh(world.db, REGISTRY) == 1
    world.report("jia", issuer="乙市生态环境局", signed_date="2025-03-04", body="三")
    assert agencies.refresh(world.db, REGISTRY) == 0
    found = world.db.execute("SELECT agency, disclosure_due FROM reports").fetchall()
    assert found == [("乙市生态环境局", "2025-04-01")]


def test_a_clock_the_calendar_did_not_know_starts_when_it_does(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.run()
    world.portal("jia")
    world.report("jia", issuer="甲市生态环境局", signed_date="2099-03-03")
    agencies.refresh(world.db, REGISTRY)
    monkeypatch.setattr("chinese_calendar.is_workday", lambda day: True)
    assert agencies.refresh(world.db, REGISTRY) == 1
    assert world.db.execute("SELECT disclosure_due FROM reports").fetchone() == ("2099-03-23",)


def test_a_registry_that_did_not_change_writes_nothing(world: World) -> None:
    world.run()
    world.portal("jia")
    world.report("jia", issuer="甲市生态环境局", signed_date="2099-03-03")
    agencies.refresh(world.db, REGISTRY)
    before = world.db.conn.total_changes
    agencies.refresh(world.db, REGISTRY)
    assert world.db.conn.total_changes == before
