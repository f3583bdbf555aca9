"""The script: six portals, fourteen agencies, and what happens to them from night 1 to night 400.

Places and agencies are made up; the kinds of event are those seen on real portals. Each portal is described by one
function; ``SPELLS`` are the nights on which a host does not answer as it should.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from functools import cache

from tests.replica.boilerplate import ident
from tests.replica.lookalikes import Place, lookalikes
from tests.replica.model import Site
from tests.replica.systems import epoint, nfcms, trs_chongqing, trs_wuhan, ucap
from tests.season.nights import NIGHTS, night_of, seen_from
from tests.season.papers import Board, Paper, papers, report

STREETS = ("东关街道", "西关街道", "城南街道", "平原镇", "河口镇", "石桥镇")


@dataclass(frozen=True)
class Spell:
    """Nights (first to last) on which a host answers in a mode; ``outcome`` is what the look at a listing must be."""

    host: str
    first: int
    last: int
    mode: str
    outcome: str
    path: str = ""
    robots: bool = False


def spell(host: str, first: str, last: str, mode: str, outcome: str, path: str = "", robots: bool = False) -> Spell:
    """A spell between two mornings."""
    end = night_of(last) if last else NIGHTS
    return Spell(host, night_of(first), end, mode, outcome, path, robots)


FZZF = "/zfxxgk/fdzdgknr/fzzf/"
SPELLS = (
    spell("sthjj.heyang.gov.cn", "2025-02-10", "2025-02-12", "empty_listing", "listing_empty", "/tzgg/"),
    spell("sthjj.heyang.gov.cn", "2025-08-01", "2025-08-31", "home_200", "layout_changed", "/tzgg/moreinfo"),
    spell("www.nanling.gov.cn", "2025-01-20", "2025-01-26", "status_412", "blocked", FZZF),
    spell("www.nanling.gov.cn", "2025-02-05", "2025-02-05", "status_503", "server_error", FZZF),
    spell("www.nanling.gov.cn", "2025-02-15", "2025-02-15", "status_503", "robots_unavailable", robots=True),
    spell("www.lincheng.gov.cn", "2025-01-05", "2025-01-06", "self_302", "blocked", "/gk/"),
    spell("www.donghu.gov.cn", "2025-03-20", "2025-04-02", "reset", "robots_unavailable"),
    spell("www.xishan.gov.cn", "2025-03-25", "", "status_412", "blocked", "/zfxxgk/"),
)
CHURNING = "sthjj.heyang.gov.cn"  # no validators; clock and visit counters move every night


def yunzhou() -> Site:
    """A bureau's own site: a report edited and edited back, the next one published before its year has ended."""
    column, agency = "/yzsthj/tzgg/", "云州市生态环境局"
    place = Place(agency, "市生态环境局", "云州市", "市委全面依法治市委员会办公室", STREETS)

    def path(number: int, day: str) -> str:
        return f"{column}{day[:4]}{day[5:7]}/{ident(f'yunzhou {number} {day}')}.shtml"

    edited = report(path(901, "2025-03-17"), f"{agency}2024年法治政府建设情况报告", agency, 2024, "2025-03-17")
    old, new = "规范行政执法", "严格规范公正文明执法"
    seen = edited.first_day
    reports = (
        report(path(900, "2024-03-20"), f"{agency}2023年法治政府建设情况报告", agency, 2023, "2024-03-20"),
        replace(edited, edits=((seen + 3, old, new), (seen + 12, new, old))),
        report(path(902, "2025-12-25"), f"{agency}2025年法治政府建设情况报告", agency, 2025, "2025-12-25"),
    )
    others = papers(lookalikes("yunzhou", (place,), 36, path, years=(2022, 2023, 2024)))
    board = Board(column, "通知公告", ("首页", "通知公告"), (*reports, *others), per_page=15)
    return Site(
        portal="yunzhou",
        host="sthjj.yunzhou.gov.cn",
        scheme="http",
        name="云州市生态环境局网站",
        owner=agency,
        system=ucap,
        columns=(board,),
        site_id_code="9901000012",
        icp="云ICP备12000001号",
        facts={"maintainer": "云州市环境信息中心"},
    )


def lincheng() -> Site:
    """A district's column shared by five departments: one never publishes, one report vanishes for good, one turns
    into a soft 404 for three nights, one is away for a single look, one has a title in the government's form."""
    column = "/gk/zfxxgk/fzzfjs/bmfzzfjsbg/"
    names = ("临城区教育局", "临城区司法局", "云州市公安局临城分局", "临城区财政局", "临城区住房和城乡建设局")
    school, justice, police, _, housing = names
    places = [Place(name, name[2:], "临城区", "区委全面依法治区委员会办公室", STREETS) for name in names]

    def path(number: int, day: str) -> str:
        return f"{column}content/post_{6_100_021 + number * 7_919 * 37 % 3_300_000}.html"

    away = seen_from("2025-02-11") + 4
    reports = (
        report(path(900, ""), f"{school}2023年度法治政府建设情况报告", school, 2023, "2024-03-28", away=((100, 999),)),
        report(path(901, ""), f"{school}2024年度法治政府建设情况报告", school, 2024, "2025-01-15"),
        report(path(902, ""), f"{justice}2023年法治政府建设年度报告", justice, 2023, "2024-03-30",
               away=((4, 6),), gone_as="soft_404"),
        report(path(903, ""), f"{justice}2024年法治政府建设年度报告", justice, 2024, "2025-05-20"),
        report(path(904, ""), "市公安局临城分局2024年法治政府建设工作报告", police, 2024, "2025-02-11",
               away=((away, away),)),
        report(path(905, ""), "临城区2024年法治政府建设情况的报告", housing, 2024, "2025-03-28"),
    )  # fmt: skip
    others = papers(lookalikes("lincheng", places, 34, path, years=(2022, 2023, 2024)))
    crumbs = ("首页", "政务公开", "政府信息公开", "法治政府建设", "部门法治政府建设报告")
    board = Board(column, crumbs[-1], crumbs, (*reports, *others), ident="2207", per_page=15)
    return Site(
        portal="lincheng",
        host="www.lincheng.gov.cn",
        scheme="http",
        name="云州市临城区人民政府门户网站",
        owner="临城区人民政府办公室",
        system=nfcms,
        columns=(board,),
        site_id_code="9901020003",
        icp="云ICP备12000002号",
        facts={"site": "990102"},
    )


def heyang() -> Site:
    """A bureau whose server knows no validators; its report appears on 1 April, its listing is empty three nights."""
    column, agency = "/tzgg/", "河阳市生态环境局"
    place = Place(agency, "市生态环境局", "河阳市", "市委全面依法治市委员会办公室", STREETS)

    def path(number: int, day: str) -> str:
        return f"{column}{day.replace('-', '')}/{uuid.uuid5(uuid.NAMESPACE_URL, f'heyang {number} {day}')}.html"

    reports = (
        report(
            path(900, "2024-03-29"), "河阳市环境保护局2023年度法治政府建设工作情况的报告", agency, 2023, "2024-03-29"
        ),
        report(path(901, "2025-04-01"), f"{agency}2024年度法治政府建设工作情况的报告", agency, 2024, "2025-04-01"),
    )
    others = papers(lookalikes("heyang", (place,), 30, path, years=(2022, 2023, 2024)))
    board = Board(column, "通知公告", ("首页", "通知公告"), (*reports, *others), per_page=14)
    return Site(
        portal="heyang",
        host=CHURNING,
        scheme="https",
        name=agency,
        owner=agency,
        system=epoint,
        columns=(board,),
        site_id_code="9902000007",
        icp="云ICP备12000003号",
        listing_validators=False,
        facts={"project": "/hysthjj"},
    )


def donghu() -> Site:
    """A column per report year; the host is down for a fortnight around 1 April while a report is published, the
    phone twin of that report stands in the parent column, and another report moves to a new address in April."""
    parent = "/zwgk_199/zfxxgkml/fzzfjsndbg/"
    crumbs = ("首页", "政务公开", "政府信息公开目录", "法治政府建设年度报告")
    ecology, safety = "东湖区生态环境局", "东湖区应急管理局"
    places = (
        Place(ecology, "区生态环境局", "东湖区", "区委依法治区办", STREETS),
        Place(safety, "区应急局", "东湖区", "区委依法治区办", STREETS),
    )

    def page(folder: str, day: str, number: int) -> str:
        return f"{folder}{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{number}.html"

    def others(folder: str, count: int, year: int) -> tuple[Paper, ...]:
        def path(number: int, day: str) -> str:
            return page(folder, day, 14_000_000 + year * 1_000 + number)

        return papers(lookalikes(folder, places, count, path, years=(year,)))

    def child(year: int, opens: int, documents: tuple[Paper, ...]) -> Board:
        name = f"{year}年度"
        return Board(f"{parent}fzzf{year}/", name, (*crumbs, name), documents, first_day=opens)

    folder = f"{parent}fzzf2024/"
    moves = night_of("2025-04-09")
    there = report(page(folder, "2025-03-05", 15_000_001), f"{safety}2024年法治政府建设年度报告", safety, 2024,
                   "2025-03-05", away=((moves, 999),))  # fmt: skip
    moved = replace(
        there, path=page(folder, "2025-04-08", 15_600_008), published="2025-04-08", first_day=moves, away=()
    )
    down = report(
        page(folder, "2025-03-25", 15_000_002), f"{ecology}2024年法治政府建设情况报告", ecology, 2024, "2025-03-25"
    )
    twin = replace(down, path=trs_chongqing.twin(down))
    early = report(page(f"{parent}fzzf2025/", "2025-12-30", 15_900_001),
                   f"{safety}2025年法治政府建设年度报告", safety, 2025, "2025-12-30")  # fmt: skip
    known = report(page(f"{parent}fzzf2023/", "2024-03-11", 14_800_003),
                   f"{safety}2023年法治政府建设年度报告", safety, 2023, "2024-03-11")  # fmt: skip
    children = (
        child(2025, early.first_day, (early,)),
        child(2024, there.first_day, (there, moved, down)),
        child(2023, 1, (known, *others(f"{parent}fzzf2023/", 9, 2023))),
    )
    return Site(
        portal="donghu",
        host="www.donghu.gov.cn",
        scheme="http",
        name="东湖区人民政府",
        owner="东湖区人民政府办公室",
        system=trs_chongqing,
        columns=(Board(parent, crumbs[-1], crumbs, (twin, *others(parent, 8, 2022)), children),),
        site_id_code="9901030001",
        icp="云ICP备12000004号",
    )


def xishan() -> Site:
    """A wall goes up a week before the date and stays: what was not published by then cannot be known."""
    column = FZZF
    government, water = "西山区人民政府", "西山区水利局"
    places = (
        Place(government, "区政府", "西山区", "区委依法治区办", STREETS),
        Place(water, "区水利局", "西山区", "区委依法治区办", STREETS),
    )

    def path(number: int, day: str) -> str:
        return f"{column}{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{2_600_000 + number * 37}.shtml"

    title = f"{government}关于2024年度法治政府建设情况的报告"
    reports = (
        report(
            path(901, "2025-02-20"), title, government, 2024, "2025-02-20", shown="西山区人民政府关于2024年度法治..."
        ),
        report(path(902, "2024-03-21"), f"{water}2023年法治政府建设年报", water, 2023, "2024-03-21"),
        report(path(903, "2025-03-28"), f"{water}2024年法治政府建设年报", water, 2024, "2025-03-28"),
    )
    others = papers(lookalikes("xishan", places, 24, path, years=(2021, 2022, 2023)))
    crumbs = ("首页", "政府信息公开", "法定主动公开内容", "法治政府建设")
    board = Board(column, crumbs[-1], crumbs, (*reports, *others), per_page=15)
    return Site(
        portal="xishan",
        host="www.xishan.gov.cn",
        scheme="https",
        name=government,
        owner=government,
        system=trs_wuhan,
        columns=(board,),
        site_id_code="9901040001",
        icp="云ICP备12000005号",
    )


def nanling() -> Site:
    """Two columns on one host: one of them is blocked for a week, the whole host fails for single nights."""
    government, justice = "南岭县人民政府", "南岭县司法局"
    places = (
        Place(government, "县政府", "南岭县", "县委依法治县办", STREETS),
        Place(justice, "县司法局", "南岭县", "县委依法治县办", STREETS),
    )

    def board(name: str, column: str, start: int, reports: tuple[Paper, ...]) -> Board:
        def path(number: int, day: str) -> str:
            return f"{column}{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{start + number * 41}.shtml"

        others = papers(lookalikes(f"nanling {name}", places, 18, path, years=(2022, 2023)))
        crumbs = ("首页", "政府信息公开", "法定主动公开内容", name)
        return Board(column, name, crumbs, (*reports, *others), per_page=15)

    notices = "/zfxxgk/fdzdgknr/tzgg/"
    columns = (
        board("通知公告", notices, 3_100_000, (
            report(f"{notices}202504/t20250418_3199001.shtml", f"{government}2024年法治政府建设情况报告", government,
                   2024, "2025-04-18"),
        )),
        board("法治政府建设", FZZF, 3_300_000, (
            report(f"{FZZF}202501/t20250122_3399001.shtml", f"{justice}2024年度法治政府建设工作报告", justice, 2024,
                   "2025-01-22"),
            report(f"{FZZF}202403/t20240331_3300009.shtml", f"{government}2023年法治政府建设情况报告", government, 2023,
                   "2024-03-31"),
        )),
    )  # fmt: skip
    return Site(
        portal="nanling",
        host="www.nanling.gov.cn",
        scheme="http",
        name=government,
        owner=government,
        system=trs_wuhan,
        columns=columns,
        site_id_code="9901210001",
        icp="云ICP备12000006号",
    )


@cache
def sites() -> tuple[Site, ...]:
    """The scripted portals."""
    return yunzhou(), lincheng(), heyang(), donghu(), xishan(), nanling()


def boards(site: Site) -> list[Board]:
    """Every listing of a portal, children included."""
    return [each for column in site.columns for each in (column, *column.children) if isinstance(each, Board)]


def reports() -> list[tuple[Site, Paper]]:
    """Every report the script ever publishes, with its portal; a moved one counts once per address."""
    return [
        (site, paper)
        for site in sites()
        for board in boards(site)
        for paper in board.documents
        if isinstance(paper, Paper) and paper.is_report
    ]


def spells(night: int) -> list[Spell]:
    """The spells that hold on a night."""
    return [each for each in SPELLS if each.first <= night <= each.last]
