"""Many small portals on the replica, each with one column of many rows and a few reports of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from tests.replica.boilerplate import ident
from tests.replica.lookalikes import Place, lookalikes
from tests.replica.model import Column, Document, Site
from tests.replica.reports import document
from tests.replica.systems import ucap

COLUMN = "/xxgk/tzgg/"
TOWNS = ("东河街道", "西河街道", "南山镇", "北山镇", "柳林乡")
REPORTS = ("2023", "2024")  # of the replica's Nanchang, retold by each portal with its own name
PER_PAGE = 20


def path(number: int, day: str) -> str:
    """A page's address, the same on every portal."""
    return f"{COLUMN}{day[:4]}{day[5:7]}/{ident(f'load {number} {day}')}.shtml"


def others(count: int) -> tuple[Document, ...]:
    """What surrounds the reports; the same documents stand on every portal."""
    places = tuple(Place(f"柳林县{each}局", f"县{each}局", "柳林县", "县委依法治县办", TOWNS) for each in "林水农教卫")
    return lookalikes("load", places, count, path)


def own_reports(agency: str) -> tuple[Document, ...]:
    """The reports of one agency: no two agencies' texts are the same."""
    found = []
    for number, name in enumerate(REPORTS):
        paper = document("nanchang", name)
        found.append(
            replace(
                paper,
                path=path(-1 - number, paper.published),
                title=paper.title.replace("南昌市生态环境局", agency),
                issuer=agency,
                source=agency,
                body=tuple(line.replace("南昌市生态环境局", agency) for line in paper.body),
                edits=(),
                facts={},
            )
        )
    return tuple(found)


def sites(portals: int, rows: int) -> list[Site]:
    """The portals."""
    shared = others(rows - len(REPORTS))
    made = []
    for number in range(portals):
        agency = f"柳林县第{number + 1}生态环境分局"
        column = Column(COLUMN, "通知公告", ("首页", "通知公告"), (*own_reports(agency), *shared), per_page=PER_PAGE)
        made.append(
            Site(
                portal=f"load{number:03}",
                host=f"load{number:03}.liulin.gov.cn",
                scheme="http",
                name=agency,
                owner=agency,
                system=ucap,
                columns=(column,),
                facts={"maintainer": "柳林县信息中心"},
            )
        )
    return made


def write_files(made: list[Site], folder: Path) -> None:
    """The portal files of the sites."""
    folder.mkdir(parents=True, exist_ok=True)
    for site in made:
        facts = {
            "title": site.name,
            "home": site.home,
            "platform": "ucap",
            "columns": [{"url": site.home[:-1] + COLUMN}],
        }
        (folder / f"{site.portal}.yml").write_text(yaml.safe_dump(facts, allow_unicode=True), "utf-8")
