"""武汉市江汉区: the environment office's reports in a mixed column of the district's portal."""

from __future__ import annotations

from ..lookalikes import Place, lookalikes
from ..model import Column, Site
from ..reports import document
from ..systems import trs_wuhan

COLUMN = "/zfxxgk/fdzdgknr/gysyjs/sthj_69506/hjzf/"
TOWNS = ("北湖街道", "常青街道", "万松街道", "唐家墩街道", "汉兴街道", "新华街道")
PLACE = Place("武汉市生态环境局江汉区分局", "江汉区生态环境分局", "江汉区", "区委全面依法治区委员会办公室", TOWNS)


def path(number: int, day: str) -> str:
    """A page's address: the date in it follows the day of publication."""
    return f"{COLUMN}{day[:4]}{day[5:7]}/t{day.replace('-', '')}_{2_100_403 + number * 9_173}.shtml"


def site() -> Site:
    """The portal; its robots.txt asks for patience and closes the search."""
    reports = tuple(document("jianghan", name) for name in ("2023", "2024", "2025"))
    documents = (*reports, *lookalikes("jianghan", (PLACE,), 43, path))
    crumbs = ("首页", "政府信息公开", "法定主动公开内容", "环境执法")
    return Site(
        portal="jianghan",
        host="www.jianghan.gov.cn",
        scheme="https",
        name="武汉市江汉区人民政府",
        owner="武汉市江汉区人民政府",
        system=trs_wuhan,
        columns=(Column(COLUMN, "环境执法", crumbs, documents, per_page=15),),
        site_id_code="4201030001",
        icp="鄂ICP备05019732号",
        police="鄂公网安备 42010302000871号",
        robots="User-agent: *\nCrawl-delay: 1\nDisallow: /search\nDisallow: /admin/\n",
    )
