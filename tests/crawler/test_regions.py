"""Divisions: the table's validity in time, the division of a site, and their names in the database."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from crawler.portals import load_all
from crawler.portals.agencies import load as load_agencies
from crawler.portals.data.renew_regions import joined
from crawler.portals.regions import Region, full_name, load, of_site, today
from crawler.store.database import open_database
from crawler.store.ledger import Ledger
from crawler.store.regions import mirror


def held(code: str) -> list[tuple[str, int, int | None]]:
    return [(each.name, each.since, each.until) for each in load() if each.code == code]


def test_codes_and_names_hold_for_their_years() -> None:
    """Dates of 国函 decisions: 增城 and 静海 became districts, 公主岭 went to 长春, 两江新区 took the place of two."""
    assert held("440183") == [("增城市", 1995, 2013)]
    assert held("440118") == [("增城区", 2014, None)]
    assert held("120223")[-1][2] == 2014
    assert held("220381")[-1] == ("公主岭市", 1995, 2019)
    assert held("500112")[-1] == ("渝北区", 1997, 2024)
    assert held("500157") == [("两江新区", 2025, None)]
    assert len([each for each in today().values() if each.level == "province"]) == 34
    assert len([each for each in today().values() if each.level == "county"]) > 2800
    spans = sorted((each.code, each.since, each.until or 9999) for each in load())
    assert all(one[0] != two[0] or one[2] < two[1] for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("title", "code", "host", "region"),
    [
        ("重庆市渝中区人民政府", "", "www.cqyz.gov.cn", "重庆市渝中区"),
        ("石景山区人民政府", "1101070001", "www.bjsjs.gov.cn", "北京市石景山区"),
        ("邯郸市人民政府", "1304000009", "www.hd.gov.cn", "河北省邯郸市"),
        ("重庆高新技术产业开发区管理委员会", "5001070012", "gxq.cq.gov.cn", "重庆市九龙坡区"),
        ("许昌市生态环境局", "1100000159", "sthjj.xuchang.gov.cn", "河南省许昌市"),  # a footer copied from elsewhere
        ("武汉市江汉区人民政府", "4201000001", "www.jianghan.gov.cn", "湖北省武汉市江汉区"),
        ("临沂市河东区人民政府", "", "hedong.gov.cn", "山东省临沂市河东区"),
        ("河东区人民政府", "", "xxgk.tj.gov.cn", "天津市河东区"),
        ("晋城市城区人民政府", "", "", "山西省晋城市城区"),
        ("玉环县人民政府", "", "www.yuhuan.gov.cn", "浙江省台州市玉环市"),  # a former name that ends in 环县
        ("玉环人民政府", "3310210001", "", "浙江省台州市玉环市"),  # a retired code
        ("甘肃环县人民政府", "", "", "甘肃省庆阳市环县"),
        ("中共环县委员会", "", "", "甘肃省庆阳市环县"),
    ],
)
def test_the_division_of_a_site(title: str, code: str, host: str, region: str) -> None:
    found = of_site(title, code, host)
    assert found
    assert full_name(found.region) == region
    assert found.why


@pytest.mark.parametrize("title", ["鼓楼区人民政府", "农业农村部", "", "青环县人民政府"])
def test_no_division_is_guessed(title: str) -> None:
    assert of_site(title, "bm21000007", "www.example.gov.cn") is None


def test_the_registries_name_divisions_of_their_time() -> None:
    known: dict[str, list[Region]] = {}
    for region in load():
        known.setdefault(region.code, []).append(region)
    for agency in load_agencies():
        for item in agency.regions:
            spans = known[item.code]
            assert spans[-1].until is None or item.until == spans[-1].until, agency.name
            assert item.since is None or item.since >= spans[0].since, agency.name
            assert agency.level == spans[-1].level or agency.level == "township", agency.name
    for portal in load_all().values():
        assert portal.region_code is None or portal.region_code in today(), portal.name


def test_every_portal_has_an_agency() -> None:
    """The second file of a site whose agency has a portal already is the one exception."""
    assert {agency.portal for agency in load_agencies()} - {None} == set(load_all()) - {"zengcheng-jczwgk"}


def test_the_database_names_divisions(tmp_path: Path) -> None:
    db = open_database(tmp_path / "reports.db")
    named = {each.code for each in load() if len(held(each.code)) > 1}
    code = sorted(named)[0]
    former = db.execute("SELECT former_names FROM regions WHERE code = ?", [code]).fetchone()[0]
    assert [each["name"] for each in json.loads(former)] == [name for name, _, _ in held(code)[:-1]]
    row = db.execute("SELECT name, parent, valid_from, valid_to FROM regions WHERE code = '440183'").fetchone()
    assert row == ("增城市", "440100", 1995, 2013)
    facts = {"name": "x", "title": "x", "home": "http://x.gov.cn/", "platform": "trs", "site_id_code": None}
    Ledger(db, "run").enter_portal({**facts, "region_code": "990101"}, [])
    before = db.execute("SELECT count(*) FROM regions").fetchone()[0]
    mirror(db)
    assert db.execute("SELECT name, level FROM regions WHERE code = '990101'").fetchone() == ("990101", "unknown")
    mirror(db, [Region("110000", "北京市", "province", 1980, None), Region("990101", "新区", "county", 2027, None)])
    assert db.execute("SELECT name, level FROM regions WHERE code = '990101'").fetchone() == ("新区", "county")
    assert db.execute("SELECT count(*) FROM regions").fetchone()[0] == before, "a code in use never vanishes"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_present_table_continues_the_yearly_one() -> None:
    yearly = {
        ("110101", "东城区", "county"): {2023, 2024},
        ("500112", "渝北区", "county"): {2023, 2024},
        ("440183", "增城市", "county"): {2012, 2013},
    }
    present = {"110101": ("东城区", "county"), "500157": ("两江新区", "county")}
    assert sorted(joined(yearly, present, {"500112": 2025, "500157": 2025})) == [
        ("110101", "东城区", "county", 2023, None),
        ("440183", "增城市", "county", 2012, 2013),
        ("500112", "渝北区", "county", 2023, 2024),
        ("500157", "两江新区", "county", 2025, None),
    ]
