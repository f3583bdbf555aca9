"""重庆两江新区: a column with a child column per report year, some documents left in the parent."""

from __future__ import annotations

from dataclasses import replace

from ..lookalikes import Place, lookalikes
from ..model import Column, Document, Site
from ..reports import document
from ..systems import trs_chongqing

PARENT = "/zwgk_199/zfxxgkml/fzzfjsndbg/"
CRUMBS = ("首页", "政务公开", "政府信息公开目录", "法治政府建设年度报告")
TOWNS = ("人和街道", "天宫殿街道", "鸳鸯街道", "康美街道", "翠云街道", "金山街道")
ABOVE = "市委依法治市办"
PLACES = (
    Place("两江新区生态环境分局", "两江新区生态环境分局", "两江新区", ABOVE, TOWNS),
    Place("两江新区市场监督管理局", "两江新区市场监管局", "两江新区", ABOVE, TOWNS),
    Place("两江新区社会发展局", "两江新区社发局", "两江新区", ABOVE, TOWNS),
)


def others(folder: str, count: int, year: int, start: int) -> tuple[Document, ...]:
    """Look-alikes of one report year, published in the year after."""

    def path(number: int, day: str) -> str:
        return f"{folder}{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{start + number * 731}.html"

    return lookalikes(folder, PLACES, count, path, years=(year,))


def child(year: int, documents: tuple[Document, ...], first_day: int = 1) -> Column:
    """The column of one report year."""
    name = f"{year}年度"
    return Column(f"{PARENT}fzzf{year}/", name, (*CRUMBS, name), documents, first_day=first_day)


def site() -> Site:
    """The portal; the parent's first rows hold the phone twin of the 2024 report."""
    seed = document("liangjiang", "2024")
    twin = replace(seed, path=trs_chongqing.twin(seed))
    years = (
        child(2025, (document("liangjiang", "2025"),), first_day=2),
        child(2024, (seed, *others(f"{PARENT}fzzf2024/", 15, 2024, 14_201_118))),
        child(2023, (document("liangjiang", "2023"), *others(f"{PARENT}fzzf2023/", 12, 2023, 13_011_205))),
        child(2022, others(f"{PARENT}fzzf2022/", 7, 2022, 11_702_340)),
    )
    parent = Column(PARENT, CRUMBS[-1], CRUMBS, (twin, *others(PARENT, 13, 2021, 10_500_441)), years)
    return Site(
        portal="liangjiang",
        host="ljxq.cq.gov.cn",
        scheme="http",
        name="重庆两江新区管理委员会",
        owner="重庆两江新区管理委员会",
        system=trs_chongqing,
        columns=(parent,),
        site_id_code="5001990005",
        icp="渝ICP备2021004017号-1",
        police="渝公网安备 50019002502383号",
    )
